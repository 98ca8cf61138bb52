/** What is missing from the map, said on top of it, with what to do about it. */
import { useSignal } from '@preact/signals'
import type { ProblemReply } from '../../shared/api.ts'
import type { Fate } from '../../shared/findings.ts'
import { debate, entry, progress, retry, running } from '../state/debate.ts'
import { unreadApart } from '../state/unread.ts'
import { showsProgress } from '../state/view.ts'
import { words } from '../text/index.ts'
import { told } from '../text/told.ts'
import { Icon } from './Icon.tsx'
import { START } from './links.ts'
import { ReadNews } from './ReadAgain.tsx'
import { RelatedDebates } from './RelatedDebates.tsx'

/** Reasons told of many. */
const MOST_REASONS = 2

export function Notices() {
  return (
    <>
      <Reading />
      <ReadNews />
      <ArticleOnly />
      <Unfinished />
      <RelatedDebates />
    </>
  )
}

/** That the thread is being read again, beside what is told of the reading before; where the map is, it is told there. */
function Reading() {
  const { progress: text } = words.value
  const { now, stages } = progress.value
  if (!running.value || debate.value === null || showsProgress.value) return null
  const known = now === null ? undefined : stages[now]
  return (
    <div class="banner" role="status">
      <Icon name="info" />
      <div>
        <strong>{text.title}</strong>
        <p>{now === null || known === undefined ? text.waiting : text.now(text.stages[now], known.done, known.of)}</p>
      </div>
    </div>
  )
}

function ArticleOnly() {
  const posts = (debate.value?.threads ?? []).flatMap((thread) => thread.posts)
  if (posts.length === 0 || posts.some(({ kind }) => kind !== 'article')) return null
  const { partial, error } = words.value
  return (
    <div class="banner" role="alert">
      <Icon name="info" />
      <div>
        <strong>{partial.articleOnly}</strong>
        <p>
          {partial.openIt} <a href={START}>{error.start}</a>
        </p>
      </div>
    </div>
  )
}

function Unfinished() {
  const hidden = useSignal<string | null>(null)
  const refused = useSignal<ProblemReply | null>(null)
  const shown = debate.value
  if (shown === null || running.value || hidden.value === shown.id) return null
  const { partial } = words.value
  const failed = shown.coverage.fates.filter((fate) => fate.fate === 'failed')
  const left = failed.length
  const stopped = left > 0 || entry.value?.status === 'cancelled'
  if (!stopped) return null
  const of = shown.threads.reduce((sum, thread) => sum + thread.posts.length, 0)
  // What the built-in analyser read and did not understand it will not understand the next time.
  const foreign = left > 0 && failed.every(({ by }) => by === 'embedded')
  const unread = unreadApart(shown)
  const onlyApart = left > 0 && unread.posts === left
  const again = async (analyser: 'same' | 'embedded'): Promise<void> => {
    refused.value = await retry(analyser)
  }
  const why = refused.value ?? entry.value?.problem ?? null
  const [title, text] = foreign
    ? [partial.notUnderstood(left, of), partial.onlySeen]
    : onlyApart
      ? [partial.apart(left), partial.onlyApart(left, unread.cost)]
      : left === 0
        ? [partial.early, partial.unjoined]
        : [partial.stopped(of - left, of), partial.kept(shown.claims.length, left)]
  const reasons = why === null && !foreign && !onlyApart ? reasonsOf(failed) : []
  return (
    <div class="banner" role="alert">
      <Icon name="info" />
      <div>
        <strong>{title}</strong>
        <p>
          {why !== null && `${told(why.detail)} `}
          {text}
          {reasons.length > 0 && ` ${partial.because(reasons.map(told))}`}
        </p>
        <p class="actions">
          {left > 0 && !foreign && (
            <>
              <button type="button" class="button primary small" onClick={() => void again('same')}>
                {partial.again}
              </button>
              {shown.provenance.analyser === 'model' && (
                <button type="button" class="button small" onClick={() => void again('embedded')}>
                  {partial.builtIn}
                </button>
              )}
            </>
          )}
          <button type="button" class="button small" onClick={() => (hidden.value = shown.id)}>
            {partial.keep}
          </button>
        </p>
      </div>
    </div>
  )
}

/** Why posts could not be analysed, the commonest reasons first. */
function reasonsOf(failed: Fate[]): string[] {
  const counts = new Map<string, number>()
  for (const { why } of failed) if (why !== '') counts.set(why, (counts.get(why) ?? 0) + 1)
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_REASONS)
    .map(([why]) => why)
}
