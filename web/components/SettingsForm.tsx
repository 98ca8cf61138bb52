/** What the forms of the server's settings share: asking for them, keeping what was changed, and the row that says so. */
import { type Signal, useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Settings, SettingsChange } from '../../shared/api.ts'
import { type Answer, changeSettings, getSettings } from '../api.ts'
import { words } from '../text/index.ts'

export interface KeptSettings {
  /** As they are in force; null before the server told. */
  known: Signal<Settings | null>
  /** Why the last question or change failed, with what to do. */
  wrong: Signal<string | null>
  /** Whether the last change was kept. */
  saved: Signal<boolean>
  save: (change: SettingsChange) => Promise<void>
}

export function useKeptSettings(): KeptSettings {
  const known = useSignal<Settings | null>(null)
  const wrong = useSignal<string | null>(null)
  const saved = useSignal(false)
  const take = (answer: Answer<Settings>): void => {
    if (answer.ok) known.value = answer.value
    wrong.value = answer.ok ? null : `${answer.problem.detail} ${answer.problem.remedy}`
    saved.value = false
  }
  useEffect(() => {
    const ask = async (): Promise<void> => take(await getSettings())
    void ask()
  }, [])
  const save = async (change: SettingsChange): Promise<void> => {
    take(await changeSettings(change))
    saved.value = wrong.value === null
  }
  return { known, wrong, saved, save }
}

/** The end of a form: what was wrong with it, and the button that keeps it, with others beside it. */
export function SaveRow({ of, children }: { of: KeptSettings; children?: ComponentChildren }) {
  const { settings: text } = words.value
  return (
    <>
      {of.wrong.value !== null && (
        <p class="note error" role="alert">
          {of.wrong.value}
        </p>
      )}
      <p class="actions">
        <button type="submit" class="button primary">
          {of.saved.value ? text.saved : text.save}
        </button>
        {children}
      </p>
    </>
  )
}
