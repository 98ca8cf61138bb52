/** The first screen: one form, what will do the work, recent debates. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { DebateEntry, Health, ProblemReply } from '../../shared/api.ts'
import { getHealth, listDebates } from '../api.ts'
import { recentOf } from '../state/recent.ts'
import { words } from '../text/index.ts'
import { EntryCard } from './EntryCard.tsx'
import { Icon, Logo } from './Icon.tsx'
import { LIBRARY, SETTINGS } from './links.ts'
import { SourceForm } from './SourceForm.tsx'
import { ThemeButton } from './ThemeButton.tsx'

const RECENT = 6
/** Debates asked for, so that some to show are left when many failed. */
const LOOKED_AT = 50

export function Start() {
  const health = useSignal<Health | ProblemReply | null>(null)
  const recent = useSignal<DebateEntry[] | null>(null)
  const { start, app } = words.value

  useEffect(() => {
    document.title = app
    let on = true
    const ask = async (): Promise<void> => {
      const answer = await getHealth()
      if (on) health.value = answer.ok ? answer.value : answer.problem
    }
    void ask()
    const refresh = async (): Promise<void> => {
      const answer = await listDebates({ limit: LOOKED_AT, offset: 0, query: '' })
      if (!on) return
      recent.value = answer.ok ? recentOf(answer.value.debates, RECENT) : []
      // A first start analyses the example: its card fills in by itself.
      if (recent.value.some((entry) => entry.status === 'running' || entry.status === 'waiting'))
        setTimeout(refresh, 1500)
    }
    void refresh()
    return () => {
      on = false
    }
  }, [])

  return (
    <div class="start">
      <header class="start-top">
        <span class="brand">
          <Logo />
          <span>{app}</span>
        </span>
        <nav aria-label={words.value.frame.views}>
          <a href={LIBRARY} class="quiet-link">
            {start.all}
          </a>
          <a
            href={SETTINGS}
            class="button icon-only"
            aria-label={words.value.settings.title}
            title={words.value.settings.title}
          >
            <Icon name="gear" />
          </a>
          <ThemeButton />
        </nav>
      </header>
      <main id="content" class="start-main" tabIndex={-1}>
        <h1>{start.title}</h1>
        <p class="lead">{start.lead}</p>
        <SourceForm health={health.value !== null && 'analyser' in health.value ? health.value : null} />
        <p class="start-more">
          <a href={SETTINGS}>{words.value.reading.page.link}</a>
        </p>
        {health.value !== null && 'code' in health.value && (
          <p class="note error" role="alert">
            <Icon name="warning" />
            {start.unreachable}
          </p>
        )}
        <section aria-labelledby="recent">
          <h2 id="recent">{start.recent}</h2>
          {recent.value === null ? (
            <div class="entries" aria-hidden="true">
              <div class="entry skeleton" />
              <div class="entry skeleton" />
            </div>
          ) : recent.value.length === 0 ? (
            <p class="note">{start.none}</p>
          ) : (
            <ul class="entries">
              {recent.value.map((entry) => (
                <li key={entry.id}>
                  <EntryCard entry={entry} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </main>
    </div>
  )
}
