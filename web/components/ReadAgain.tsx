/** Reads a debate's sources again, or on from where reading ended, and tells what that brought. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { NO_FILTER } from '../../shared/filter.ts'
import { debate, earlier, entry, further, notRefreshed, refresh, running } from '../state/debate.ts'
import { lacking, mayGrow } from '../state/lacking.ts'
import { newsOf } from '../state/news.ts'
import { change } from '../state/route.ts'
import { counts } from '../state/view.ts'
import { newAfter } from '../state/visits.ts'
import { exactTime, relativeTime, words } from '../text/index.ts'
import { told } from '../text/told.ts'
import { isLost } from './focus.ts'
import { Icon } from './Icon.tsx'
import { here } from './links.ts'

/** The button to read on, where that may bring posts that are missing. */
export function ReadMore() {
  if (!mayGrow.value) return null
  const { readAgain } = words.value
  return (
    <div class="read-again">
      <p>
        <button type="button" class="button primary" disabled={running.value} onClick={() => void again(true)}>
          {readAgain.more}
        </button>
      </p>
      <p class="muted">{readAgain.moreWhat}</p>
    </div>
  )
}

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

/** The same in little, for debates read from an address, where new posts may stand; it reads on where posts are missing. */
export function ReadAgainMark() {
  const shown = debate.value
  if (shown === null || running.value || shown.threads.every(({ url }) => url === null)) return null
  const { readAgain } = words.value
  const does = mayGrow.value ? readAgain.more : readAgain.button
  const read = `${readAgain.read} ${relativeTime(shown.provenance.startedAt)}`
  return (
    <button
      type="button"
      class="made-by again"
      aria-label={does}
      title={`${does}. ${read}.`}
      onClick={() => void again(mayGrow.value)}
    >
      <Icon name="again" />
      <span>{does}</span>
    </button>
  )
}

async function again(on = false): Promise<void> {
  const before = debate.value
  if (!(await refresh(on)) || before === null) return
  const { finishedAt, startedAt } = before.provenance
  newAfter(before.id, finishedAt ?? startedAt)
}

/** Takes the focus where what was pressed for it is gone. */
function News({ role, children }: { role: 'alert' | 'status'; children: ComponentChildren }) {
  const banner = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isLost()) banner.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div class="banner" role={role} tabIndex={-1} ref={banner}>
      {children}
    </div>
  )
}

/** After it was read again: what is new, and what is lost; or why it could not be read. */
export function ReadNews() {
  const [before, now] = [earlier.value, debate.value]
  if (now === null || running.value) return null
  const { readAgain } = words.value
  const said = further.value ? readAgain.on : readAgain
  const why = notRefreshed.value ?? (entry.value?.status === 'failed' ? entry.value.problem : null)
  if (why !== null) {
    return (
      <News role="alert">
        <Icon name="warning" />
        <div>
          <strong>{why.code === 'cancelled' ? said.stopped : said.failed}</strong>
          <p>
            {told(why.detail)} {told(why.remedy)}
          </p>
          <p class="actions">
            <button type="button" class="button primary small" onClick={() => void again(further.value)}>
              {words.value.error.again}
            </button>
          </p>
        </div>
      </News>
    )
  }
  if (before === null || before === now) return null
  const news = newsOf(before, now)
  const fresh = (counts.value?.fresh ?? 0) > 0
  return (
    <News role="status">
      <Icon name="info" />
      <div>
        <strong>{said.news(news.posts, news.claims)}</strong>
        {further.value && lacking.value !== null && (
          <p>
            <a href={here({ view: 'coverage' })}>
              {words.value.frame.lacking(lacking.value.got, lacking.value.expected)}
            </a>
          </p>
        )}
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
          {further.value && mayGrow.value && (
            <button type="button" class="button small" onClick={() => void again(true)}>
              {readAgain.more}
            </button>
          )}
          <button type="button" class="button small" onClick={() => (earlier.value = null)}>
            {readAgain.close}
          </button>
        </p>
      </div>
    </News>
  )
}
