/** Asks whether the page that was sent is to be analysed; nothing happens before the answer. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ProblemReply } from '../../shared/api.ts'
import type { SentPage } from '../../shared/pages.ts'
import { type Answer, analysePage, forgetPage, getPage } from '../api.ts'
import { debateRoute, go, route } from '../state/route.ts'
import { words } from '../text/index.ts'
import { SETTINGS } from './links.ts'
import { PageFrame } from './PageFrame.tsx'

export function TakenPage() {
  const id = route.value.screen === 'page' ? route.value.id : null
  const sent = useSignal<SentPage | null>(null)
  const wrong = useSignal<ProblemReply | null>(null)
  const { page } = words.value.reading

  useEffect(() => {
    const ask = async (of: string): Promise<void> => {
      const answer = await getPage(of)
      sent.value = answer.ok ? answer.value : null
      wrong.value = answer.ok ? null : answer.problem
    }
    if (id !== null) void ask(id)
  }, [id])

  const decide = async <T,>(asked: Promise<Answer<T>>, then: (value: T) => void): Promise<void> => {
    const answer = await asked
    if (answer.ok) then(answer.value)
    else wrong.value = answer.problem
  }

  return (
    <PageFrame title={page.title}>
      {wrong.value !== null && (
        <div role="alert">
          <p>{wrong.value.detail}</p>
          <p>
            <a href={SETTINGS}>{wrong.value.remedy}</a>
          </p>
        </div>
      )}
      {sent.value !== null && wrong.value === null && (
        <section class="setting consent">
          <h2>{page.asks(hostOf(sent.value.url) ?? page.nowhere, page.size(sent.value.bytes))}</h2>
          {sent.value.url !== null && <p class="note sent-from">{sent.value.url}</p>}
          <p class="note">{page.consent}</p>
          <p class="actions">
            <button
              type="button"
              class="button primary"
              onClick={() =>
                void decide(analysePage(sent.value?.id ?? ''), (entry) => go(debateRoute(entry.id), 'replace'))
              }
            >
              {page.analyse}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => void decide(forgetPage(sent.value?.id ?? ''), () => go({ screen: 'start' }, 'replace'))}
            >
              {page.forget}
            </button>
          </p>
        </section>
      )}
    </PageFrame>
  )
}

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).host
}
