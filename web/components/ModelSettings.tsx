/** Which model reads, with which key, at most at what price; kept by the server. */
import type { Settings, SettingsChange } from '../../shared/api.ts'
import { words } from '../text/index.ts'
import { SaveRow, useKeptSettings } from './SettingsForm.tsx'

/** `changed` is called once what was entered is in force. */
export function ModelSettings({ changed }: { changed: () => void }) {
  const kept = useKeptSettings()
  const { settings: text } = words.value

  const save = async (change: SettingsChange): Promise<void> => {
    await kept.save(change)
    changed()
  }
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault()
    const form = event.currentTarget
    const known = kept.known.value
    if (known !== null) void save(changeOf(new FormData(form), known)).then(() => form.reset())
  }

  const now = kept.known.value
  const wrong = kept.wrong.value
  if (now === null && wrong !== null) return <p class="note error">{wrong}</p>
  if (now === null) return <div class="setting model-settings skeleton" aria-hidden="true" />
  return (
    <form class="setting model-settings" onSubmit={submit} key={JSON.stringify(now)}>
      <h2>{text.reader}</h2>
      <p class="note">{text.readerWhat}</p>
      <label>
        {text.profile}
        <select name="profile" value={now.profile}>
          {now.profiles.map((profile) => (
            <option key={profile.name} value={profile.name} selected={profile.name === now.profile}>
              {profile.name}: {profile.about}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.modelId}
        <input class="field" name="model" defaultValue={now.model} spellcheck={false} />
      </label>
      <label>
        {text.address}
        <input class="field" name="baseUrl" type="url" defaultValue={now.baseUrl} spellcheck={false} />
      </label>
      <label>
        {text.key}
        <input
          class="field"
          name="key"
          type="password"
          autoComplete="off"
          placeholder={now.key === null ? text.noKey : text.keyKept[now.key]}
        />
      </label>
      <label>
        {text.maxCost}
        <input class="field" name="maxCost" type="number" min={0} step="any" defaultValue={String(now.maxCost)} />
      </label>
      <SaveRow of={kept}>
        {now.key === 'entered' && (
          <button type="button" class="button" onClick={() => void save({ key: null })}>
            {text.forget}
          </button>
        )}
      </SaveRow>
    </form>
  )
}

/**
 * Only what differs from what is in force: a key is forgotten when its address changes, so that must not be said by chance.
 * Where only the address is another, the model shown is meant for it: without it that service's own would be taken.
 */
function changeOf(form: FormData, now: Settings): SettingsChange {
  const given = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const maxCost = Number(given('maxCost'))
  const [other, moves] = [given('profile') !== now.profile, given('baseUrl') !== now.baseUrl]
  return {
    ...(other ? { profile: given('profile') } : {}),
    ...(given('model') === now.model && (other || !moves) ? {} : { model: given('model') || null }),
    ...(moves ? { baseUrl: given('baseUrl') || null } : {}),
    ...(given('key') === '' ? {} : { key: given('key') }),
    ...(maxCost === now.maxCost ? {} : { maxCost }),
  }
}
