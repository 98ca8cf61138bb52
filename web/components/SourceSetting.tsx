/** Whether cited sources are checked after every analysis; kept by the server. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Settings } from '../../shared/api.ts'
import { type Answer, changeSettings, getSettings } from '../api.ts'
import { words } from '../text/index.ts'

export function SourceSetting() {
  const on = useSignal<boolean | null>(null)
  const wrong = useSignal<string | null>(null)
  const { checks } = words.value.reading
  const take = (answer: Answer<Settings>): void => {
    if (answer.ok) on.value = answer.value.checkSources
    wrong.value = answer.ok ? null : `${answer.problem.detail} ${answer.problem.remedy}`
  }
  useEffect(() => {
    const ask = async (): Promise<void> => take(await getSettings())
    void ask()
  }, [])
  const change = async (checkSources: boolean): Promise<void> => take(await changeSettings({ checkSources }))
  if (on.value === null) return null
  return (
    <div class="setting">
      <label>
        <input type="checkbox" checked={on.value} onChange={(event) => void change(event.currentTarget.checked)} />
        {checks.always}
      </label>
      <p class="note">{checks.alwaysWhat}</p>
      {wrong.value !== null && (
        <p class="note error" role="alert">
          {wrong.value}
        </p>
      )}
    </div>
  )
}
