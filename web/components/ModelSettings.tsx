/** Which model reads, with which key, at most at what price; kept by the server. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Settings, SettingsChange } from '../../shared/api.ts'
import { type Answer, changeSettings, getSettings } from '../api.ts'
import { words } from '../text/index.ts'

export function ModelSettings() {
  const known = useSignal<Settings | null>(null)
  const wrong = useSignal<string | null>(null)
  const saved = useSignal(false)
  const { settings: text } = words.value

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
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault()
    const form = event.currentTarget
    if (known.value !== null) void save(changeOf(new FormData(form), known.value)).then(() => form.reset())
  }

  const now = known.value
  if (now === null && wrong.value !== null) return <p class="note error">{wrong.value}</p>
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
      {wrong.value !== null && (
        <p class="note error" role="alert">
          {wrong.value}
        </p>
      )}
      <p class="actions">
        <button type="submit" class="button primary">
          {saved.value ? text.saved : text.save}
        </button>
        {now.key === 'entered' && (
          <button type="button" class="button" onClick={() => void save({ key: null })}>
            {text.forget}
          </button>
        )}
      </p>
    </form>
  )
}

/** Only what differs from what is in force: a key is forgotten when its address changes, so that must not be said by chance. */
function changeOf(form: FormData, now: Settings): SettingsChange {
  const given = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const maxCost = Number(given('maxCost'))
  return {
    ...(given('profile') === now.profile ? {} : { profile: given('profile') }),
    ...(given('model') === now.model || given('profile') !== now.profile ? {} : { model: given('model') || null }),
    ...(given('baseUrl') === now.baseUrl || given('profile') !== now.profile
      ? {}
      : { baseUrl: given('baseUrl') || null }),
    ...(given('key') === '' ? {} : { key: given('key') }),
    ...(maxCost === now.maxCost ? {} : { maxCost }),
  }
}
