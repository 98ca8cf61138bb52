/** Reads a debate's sources again, and tells what that brought. */
import { NO_FILTER } from '../../shared/filter.ts'
import { debate, earlier, entry, notRefreshed, refresh, running } from '../state/debate.ts'
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
  const shown = debate.value
  if (shown === null) return null
  const { readAgain } = words.value
  const at = shown.provenance.startedAt
  return (
    <div class="read-again">
      <p>
        <button type="button" class="button" disabled={running.value} onClick={() => void again()}>
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
    </div>
  )
}

/** The same in little, for debates read from an address, where new posts may stand. */
export function ReadAgainMark() {
  const shown = debate.value
  if (shown === null || running.value || shown.threads.every(({ url }) => url === null)) return null
  const { readAgain } = words.value
  const read = `${readAgain.read} ${relativeTime(shown.provenance.startedAt)}`
  return (
    <button
      type="button"
      class="made-by again"
      aria-label={readAgain.button}
      title={`${readAgain.button}. ${read}.`}
      onClick={() => void again()}
    >
      <Icon name="again" />
      <span>{readAgain.button}</span>
    </button>
  )
}

async function again(): Promise<void> {
  const before = debate.value
  if (!(await refresh()) || before === null) return
  const { finishedAt, startedAt } = before.provenance
  newAfter(before.id, finishedAt ?? startedAt)
}

/** After it was read again: what is new, and what is lost; or why it could not be read. */
export function ReadNews() {
  const [before, now] = [earlier.value, debate.value]
  if (now === null || running.value) return null
  const { readAgain } = words.value
  const why = notRefreshed.value ?? (entry.value?.status === 'failed' ? entry.value.problem : null)
  if (why !== null) {
    return (
      <div class="banner" role="alert">
        <Icon name="warning" />
        <div>
          <strong>{why.code === 'cancelled' ? readAgain.stopped : readAgain.failed}</strong>
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
