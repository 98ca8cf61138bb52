/** What became of every post, what could not be read, and how the map was made. */
import type { Fate } from '../../shared/findings.ts'
import { debate, index } from '../state/debate.ts'
import { words } from '../text/index.ts'
import { CorrectionLog } from './CorrectionLog.tsx'
import { here } from './links.ts'
import { SummaryList } from './SummaryList.tsx'
import { SafeLink } from './PostView.tsx'

const FATES: readonly Fate['fate'][] = ['mapped', 'repeat', 'no argument', 'declined', 'failed']

export function Coverage() {
  const shown = debate.value
  if (shown === null) return null
  const { coverage: text, thread } = words.value
  const total = shown.coverage.fates.length || 1
  const notices = [...new Set([...shown.notices, ...shown.threads.flatMap((one) => one.notices)])]
  return (
    <section class="page" aria-labelledby="coverage">
      <h2 id="coverage">{text.title}</h2>
      <p class="lead">{text.lead}</p>
      {shown.summary.sentences.length > 0 && (
        <>
          <h3>{text.summary}</h3>
          <SummaryList />
        </>
      )}
      <div class="fates">
        {FATES.map((fate) => {
          const of = shown.coverage.fates.filter((known) => known.fate === fate)
          return of.length === 0 ? null : (
            <details key={fate} class={`fate ${fate.replace(' ', '-')}`}>
              <summary>
                <span>{text.fates[fate]}</span>
                <b>{words.value.n(of.length)}</b>
                <i class="meter" aria-hidden="true">
                  <i style={{ width: `${(of.length / total) * 100}%` }} />
                </i>
              </summary>
              <FateList fates={of} />
            </details>
          )
        })}
      </div>
      <h3>{thread.label}</h3>
      {shown.threads.map((one) => (
        <div key={one.id} class="read-of">
          <p>
            <strong>{one.url === null ? one.title : <SafeLink url={one.url}>{one.title}</SafeLink>}</strong>{' '}
            <span class="muted">{one.site}</span>
          </p>
          <p>{text.expected(one.completeness.got, one.completeness.expected)}</p>
          {one.completeness.missing.length === 0 && <p>{text.nothingMissing}</p>}
          {one.completeness.missing.map((missing) => (
            <p key={missing.why}>
              {text.notRead}: {missing.count === null ? '' : `${words.value.n(missing.count)}, `}
              {missing.why}
            </p>
          ))}
        </div>
      ))}
      {shown.coverage.dropped.length > 0 && <p>{text.dropped(shown.coverage.dropped.length)}</p>}
      {notices.length > 0 && (
        <>
          <h3>{text.notices}</h3>
          <ul class="plain-list">
            {notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </>
      )}
      <CorrectionLog />
      <Made />
    </section>
  )
}

/** Posts listed at once of each fate. */
const LISTED = 200

function FateList({ fates }: { fates: Fate[] }) {
  const { inspector, nobody } = words.value
  return (
    <ul class="plain-list">
      {fates.slice(0, LISTED).map((fate) => {
        const placed = index.value.posts.get(fate.postId)
        return (
          <li key={fate.postId}>
            <a href={here({ view: 'thread', post: fate.postId })}>
              {inspector.post(placed?.at ?? 0)}, {placed?.post.author ?? nobody}
            </a>{' '}
            <span class="muted">{fate.why}</span>
          </li>
        )
      })}
      {fates.length > LISTED && <li class="muted">+{words.value.n(fates.length - LISTED)}</li>}
    </ul>
  )
}

function Made() {
  const made = debate.value?.provenance
  if (made === undefined) return null
  const { coverage: text, frame } = words.value
  return (
    <>
      <h3>{text.provenance}</h3>
      <dl class="facts">
        <dt>{text.analyser}</dt>
        <dd>{made.analyser === 'embedded' ? `${frame.embedded}. ${frame.embeddedWhy}` : text.model}</dd>
        {made.model !== null && (
          <>
            <dt>{text.model}</dt>
            <dd>{made.model}</dd>
            <dd>{text.calls(made.calls, made.cachedCalls)}</dd>
            <dd>{text.tokens(made.inputTokens, made.outputTokens)}</dd>
            {made.cost !== null && <dd>{text.cost(made.cost)}</dd>}
          </>
        )}
        <dt>{words.value.settings.version}</dt>
        <dd>
          {made.version}, {text.took(made.took)}
        </dd>
      </dl>
    </>
  )
}
