/** What became of every post, what could not be read, and how the map was made. */
import { debate } from '../state/debate.ts'
import { lacking } from '../state/lacking.ts'
import { words } from '../text/index.ts'
import { told } from '../text/told.ts'
import { Asked } from './Asked.tsx'
import { CorrectionLog } from './CorrectionLog.tsx'
import { PostFates } from './PostFates.tsx'
import { ReadAgain, ReadMore } from './ReadAgain.tsx'
import { SummaryList } from './SummaryList.tsx'
import { SafeLink } from './PostView.tsx'

export function Coverage() {
  const shown = debate.value
  if (shown === null) return null
  const { coverage: text } = words.value
  const notices = [...new Set([...shown.notices, ...shown.threads.flatMap((one) => one.notices)])]
  return (
    <section class="page" aria-labelledby="coverage">
      <h2 id="coverage">{text.title}</h2>
      <p class="lead">{text.lead}</p>
      {shown.notApplied.length > 0 && <CorrectionLog />}
      {lacking.value !== null && <HowMuchRead />}
      {shown.summary.sentences.length > 0 && (
        <>
          <h3>{text.summary}</h3>
          <SummaryList />
        </>
      )}
      <PostFates />
      {lacking.value === null && <HowMuchRead />}
      <ReadAgain />
      {shown.coverage.dropped.length > 0 && <p>{text.dropped(shown.coverage.dropped.length)}</p>}
      {notices.length > 0 && (
        <>
          <h3>{text.notices}</h3>
          <ul class="plain-list">
            {notices.map((notice) => (
              <li key={notice}>{told(notice)}</li>
            ))}
          </ul>
        </>
      )}
      {shown.notApplied.length === 0 && <CorrectionLog />}
      <Made />
      <Asked />
    </section>
  )
}

/** Thread by thread. Stands first where posts are missing: it limits all that follows. */
function HowMuchRead() {
  const { coverage: text, thread } = words.value
  return (
    <>
      <h3>{thread.label}</h3>
      {debate.value?.threads.map((one) => (
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
              {told(missing.why)}
            </p>
          ))}
          {one.completeness.more === false && one.completeness.missing.length > 0 && <p>{text.noMore}</p>}
        </div>
      ))}
      <ReadMore />
    </>
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
            <dd>{made.cost === null ? text.costUnknown : text.cost(made.cost, made.overnight === true)}</dd>
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
