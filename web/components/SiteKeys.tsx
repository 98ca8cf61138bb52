/** Keys that some sites ask of programs; kept by the server, which tells only where each comes from. */
import { words } from '../text/index.ts'
import { SaveRow, useKeptSettings } from './SettingsForm.tsx'

export function SiteKeys() {
  const kept = useKeptSettings()
  const { settings: text } = words.value

  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    await kept.save({ siteKeys: givenIn(new FormData(form)) })
    if (kept.saved.value) form.reset()
  }

  const now = kept.known.value?.siteKeys
  const wrong = kept.wrong.value
  if (now === undefined && wrong !== null) return <p class="note error">{wrong}</p>
  if (now === undefined) return <div class="setting site-keys skeleton" aria-hidden="true" />
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
                onClick={() => void kept.save({ siteKeys: { [name]: null } })}
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
      <SaveRow of={kept} />
    </form>
  )
}

/** A field left empty leaves its key as it is. */
function givenIn(form: FormData): Record<string, string> {
  const given = [...form].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : ''] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}
