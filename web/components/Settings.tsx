/** What this reader prefers, and what the server is. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Health } from '../../shared/api.ts'
import { getHealth } from '../api.ts'
import { prefer, settings } from '../state/settings.ts'
import { LANGUAGES, words } from '../text/index.ts'
import { Bookmarklet } from './Bookmarklet.tsx'
import { ModelSettings } from './ModelSettings.tsx'
import { PageFrame } from './PageFrame.tsx'
import { SiteKeys } from './SiteKeys.tsx'
import { SourceSetting } from './SourceSetting.tsx'

const THEMES = ['system', 'light', 'dark'] as const

export function SettingsPage() {
  const health = useSignal<Health | null>(null)
  const { settings: text, start } = words.value
  const now = settings.value
  const ask = async (): Promise<void> => {
    const answer = await getHealth()
    if (answer.ok) health.value = answer.value
  }
  useEffect(() => {
    void ask()
  }, [])
  return (
    <PageFrame title={text.title}>
      <fieldset class="setting">
        <legend>{text.theme}</legend>
        {THEMES.map((theme) => (
          <label key={theme}>
            <input type="radio" name="theme" checked={now.theme === theme} onChange={() => prefer({ theme })} />
            {text.themes[theme]}
          </label>
        ))}
      </fieldset>
      <div class="setting">
        <label>
          {text.language}
          <select value={now.language} onChange={(event) => prefer({ language: event.currentTarget.value })}>
            {LANGUAGES.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="setting">
        <label>
          <input
            type="checkbox"
            checked={now.keys}
            onChange={(event) => prefer({ keys: event.currentTarget.checked })}
          />
          {text.keys}
        </label>
        <p class="note">{text.keysWhat}</p>
      </div>
      <ModelSettings changed={() => void ask()} />
      <SiteKeys />
      <SourceSetting />
      <Bookmarklet />
      {health.value !== null && (
        <section class="setting">
          <h2>{text.about}</h2>
          <dl class="facts">
            <dt>{text.analyser}</dt>
            <dd>{health.value.analyser === 'embedded' ? start.builtIn : (health.value.model ?? start.auto)}</dd>
            <dt>{text.store}</dt>
            <dd>{health.value.store}</dd>
            <dt>{text.version}</dt>
            <dd>{health.value.version}</dd>
          </dl>
        </section>
      )}
    </PageFrame>
  )
}
