/** Keys that some sites ask of programs; kept by the server, which tells only where each comes from. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Settings, SettingsChange } from '../../shared/api.ts'
import { type Answer, changeSettings, getSettings } from '../api.ts'
import { words } from '../text/index.ts'
import { toldProblem } from '../text/told.ts'

export function SiteKeys() {
  const known = useSignal<Settings['siteKeys'] | null>(null)
  const wrong = useSignal<string | null>(null)
  const saved = useSignal(false)
  const { settings: text } = words.value

  const take = (answer: Answer<Settings>): void => {
    if (answer.ok) known.value = answer.value.siteKeys
    const problem = answer.ok ? null : toldProblem(answer.problem)
    wrong.value = problem && `${problem.detail} ${problem.remedy}`
    saved.value = false
  }
  useEffect(() => {
    const ask = async (): Promise<void> => take(await getSettings())
    void ask()
  }, [])
  const save = async (siteKeys: SettingsChange['siteKeys']): Promise<void> => {
    take(await changeSettings({ siteKeys }))
    saved.value = wrong.value === null
  }
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    await save(givenIn(new FormData(form)))
    if (saved.value) form.reset()
  }

  const now = known.value
  if (now === null && wrong.value !== null) return <p class="note error">{wrong.value}</p>
  if (now === null) return <div class="setting site-keys skeleton" aria-hidden="true" />
  return (
    <form class="setting site-keys" onSubmit={(event) => void submit(event)}>
      <h2>{text.siteKeys}</h2>
      <p class="note">{text.siteKeysWhat}</p>
      {now.map(({ name, from }) => (
        <div key={name}>
          <label for={name}>{text.sites[name].site}</label>
          <div class="key">
            <input
              class="field"
              id={name}
              name={name}
              type="password"
              autoComplete="off"
              aria-describedby={`${name}-what`}
              placeholder={from === null ? text.noKey : text.keyKept[from]}
            />
            {from === 'entered' && (
              <button
                type="button"
                class="button"
                aria-label={text.forgetFor(text.sites[name].site)}
                onClick={() => void save({ [name]: null })}
              >
                {text.forget}
              </button>
            )}
          </div>
          <p class="note" id={`${name}-what`}>
            {text.sites[name].what}
          </p>
        </div>
      ))}
      {wrong.value !== null && (
        <p class="note error" role="alert">
          {wrong.value}
        </p>
      )}
      <p class="actions">
        <button type="submit" class="button primary">
          {saved.value ? text.saved : text.save}
        </button>
      </p>
    </form>
  )
}

/** A field left empty leaves its key as it is. */
function givenIn(form: FormData): Record<string, string> {
  const given = [...form].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : ''] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}
