/** The addresses a claim and its evidence cite: whether they can be read, and whether the quoted words stand there. */
import { useEffect } from 'preact/hooks'
import type { SourceQuote } from '../../shared/sources.ts'
import { check, checked, checkProblem, checks, lookAtSources } from '../state/checks.ts'
import { index } from '../state/debate.ts'
import { words } from '../text/index.ts'
import { told } from '../text/told.ts'
import { Icon } from './Icon.tsx'

export function SourceChecks({ claims }: { claims: string[] }) {
  const { checks: text } = words.value.reading
  const now = checks.value
  const urls = [...new Set(claims.flatMap((id) => index.value.claims.get(id)?.sourceUrls ?? []))].filter(isWeb)
  useEffect(() => {
    if (urls.length > 0) void lookAtSources()
  }, [urls.length > 0])
  if (urls.length === 0) return null
  const looked = now?.sources.length ?? 0
  return (
    <section class="source-checks" aria-labelledby="checks">
      <h3 id="checks">{text.title}</h3>
      <ul class="checks">
        {urls.map((url) => (
          <Cited key={url} url={url} />
        ))}
      </ul>
      {now !== null && (
        <>
          <p role="status" class="note">
            {now.running ? text.progress(now.done, now.of) : looked > 0 && text.progress(looked, now.of)}
          </p>
          {/* Off but still there: who pressed it keeps the focus. */}
          <button
            type="button"
            class="button small"
            aria-disabled={now.running}
            onClick={() => {
              if (!now.running) void check()
            }}
          >
            <Icon name="link" />
            {looked === 0 ? text.check : text.again}
          </button>
          <p class="note">
            {text.what(now.of)} {now.left > 0 && text.left(now.left)}
          </p>
        </>
      )}
      {checkProblem.value !== null && (
        <p class="note error" role="alert">
          {checkProblem.value.detail} {checkProblem.value.remedy}
        </p>
      )}
    </section>
  )
}

const RESULTS = { found: 'check', 'not found': 'cross', 'not read': 'dots' } as const

function Cited({ url }: { url: string }) {
  const { checks: text } = words.value.reading
  const source = checked.value.get(url)
  const about = [source?.site, source?.date].filter((part) => part !== null && part !== undefined)
  return (
    <li>
      <a href={url} target="_blank" rel="noopener noreferrer">
        {source?.title ?? url}
      </a>
      {about.length > 0 && <small>{about.join(' · ')}</small>}
      <small>
        {source === undefined ? text.unchecked : text.state[source.state]}
        {source?.why != null && `: ${told(source.why)}`}
      </small>
      {source?.state === 'read' && source.quotes.length === 0 && <small>{text.noQuote}</small>}
      {source?.quotes.map((quote) => (
        <Quoted key={`${quote.postId}:${quote.start}`} quote={quote} />
      ))}
    </li>
  )
}

function Quoted({ quote }: { quote: SourceQuote }) {
  const { checks: text } = words.value.reading
  const post = index.value.posts.get(quote.postId)?.post
  if (post === undefined || quote.end > post.text.length) return null
  return (
    <>
      <blockquote>“{post.text.slice(quote.start, quote.end)}”</blockquote>
      <small class={`quote-result ${quote.result.replace(' ', '-')}`}>
        <Icon name={RESULTS[quote.result]} />
        {text.quote[quote.result]}
      </small>
    </>
  )
}

function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}
