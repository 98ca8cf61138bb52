/** Reads a debate's sources again, and tells what that brought. */
import { useSignal } from '@preact/signals'
import type { ProblemReply } from '../../shared/api.ts'
import { NO_FILTER } from '../../shared/filter.ts'
import { debate, earlier, entry, refresh, running } from '../state/debate.ts'
import { newsOf } from '../state/news.ts'
import { change } from '../state/route.ts'
import { counts } from '../state/view.ts'
import { newAfter } from '../state/visits.ts'
import { exactTime, relativeTime, words } from '../text/index.ts'
import { told } from '../text/told.ts'
import { Icon } from './Icon.tsx'
import { here } from './links.ts'

/** When it was read, and the button to do so again. */
export function ReadAgain() {
  const refused = useSignal<ProblemReply | null>(null)
  const shown = debate.value
  if (shown === null) return null
  const { readAgain } = words.value
  const at = shown.provenance.startedAt
  return (
    <div class="read-again">
      <p>
        <button
          type="button"
          class="button"
          disabled={running.value}
          onClick={() => void again().then((problem) => (refused.value = problem))}
        >
          <Icon name="again" />
          {readAgain.button}
        </button>{' '}
        <span class="muted">
          {readAgain.read}{' '}
          <time dateTime={at} title={exactTime(at)}>
            {relativeTime(at)}
          </time>
        </span>
      </p>
      <p class="muted">{readAgain.what}</p>
      {refused.value !== null && (
        <p class="note error" role="alert">
          {told(refused.value.detail)} {told(refused.value.remedy)}
        </p>
      )}
    </div>
  )
}

async function again(): Promise<ProblemReply | null> {
  const before = debate.value
  const problem = await refresh()
  if (problem === null && before !== null) newAfter(before.id, before.provenance.startedAt)
  return problem
}

/** After it was read again: what is new, and what is lost; or why it could not be read. */
export function ReadNews() {
  const [before, now] = [earlier.value, debate.value]
  if (now === null || running.value) return null
  const { readAgain } = words.value
  const why = entry.value?.status === 'failed' ? entry.value.problem : null
  if (why !== null) {
    return (
      <div class="banner" role="alert">
        <Icon name="warning" />
        <div>
          <strong>{readAgain.failed}</strong>
          <p>
            {told(why.detail)} {told(why.remedy)}
          </p>
          <p class="actions">
            <button type="button" class="button primary small" onClick={() => void again()}>
              {words.value.error.again}
            </button>
          </p>
        </div>
      </div>
    )
  }
  if (before === null || before === now) return null
  const news = newsOf(before, now)
  const fresh = (counts.value?.fresh ?? 0) > 0
  return (
    <div class="banner" role="status">
      <Icon name="info" />
      <div>
        <strong>{readAgain.news(news.posts, news.claims)}</strong>
        {news.lost > 0 && (
          <p>
            <a href={here({ view: 'coverage' })}>{readAgain.lost(news.lost)}</a>
          </p>
        )}
        <p class="actions">
          {fresh && (
            <button
              type="button"
              class="button primary small"
              onClick={() => change({ view: 'map', focus: null, filter: { ...NO_FILTER, marks: ['fresh'] } })}
            >
              {readAgain.show}
            </button>
          )}
          <button type="button" class="button small" onClick={() => (earlier.value = null)}>
            {readAgain.close}
          </button>
        </p>
      </div>
    </div>
  )
}
