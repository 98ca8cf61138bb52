/** One cited source: what answers at its address, and whether quoted words stand there. Pure reading of an answer. */
import type { CheckedSource } from '../../shared/sources.ts'
import { Problem } from '../problem.ts'
import { refusal } from '../read/answers.ts'
import { looksLikeHtml, type Page, pageOf, proseOf, siteOf, titleOf } from '../read/page.ts'
import type { Answer } from '../read/platform.ts'
import { looksBinary } from '../text/charset.ts'
import { isTooDeep } from '../text/html-depth.ts'
import { locator } from '../text/locate.ts'
import type { Cited } from './cited.ts'

/** A page that shows fewer characters than this to programs is a frame for scripts, not a text. */
const LEAST = 40
/** Pages that say that nothing is there are shorter than this many characters. */
const NOTICE = 3000
const SAYS_NOTHING_THERE =
  /^(?:error\s*)?(?:404|410)\b|\b(?:page|article|document|file|content|seite|artikel|dokument) (?:was |is |wurde |ist )?(?:not found|no longer (?:available|exists?)|(?:leider )?nicht (?:gefunden|verfügbar|mehr verfügbar))|^not found\b|^nicht gefunden\b|page introuvable|página no encontrada|pagina non trovata|pagina niet gevonden|\b404 (?:not found|error)\b/i
/** Where sites begin, in any of their languages. */
const FIRST_PAGE = /^\/(?:(?:index|home|default)(?:\.\w{2,5})?|[a-z]{2}(?:[-_][a-z]{2})?)?\/?$/i
/** Codes of problems that mean that nothing is there. */
const NOTHING_THERE = new Set(['not-found', 'gone', 'unreachable', 'timeout'])

/** What `answer` says of the source; words that are looked for are found, or not found, in what could be read of it. */
export function checkSource(cited: Cited, answer: Answer, at: string): CheckedSource {
  const problem = refusal(answer) ?? unreadable(answer) ?? ledHome(cited.url, answer)
  if (problem !== null) return unread(cited, problem, at)
  const html = looksLikeHtml(answer.text)
  const page = html ? pageOf(answer) : null
  page?.('script, style, template').remove()
  const text = page === null ? answer.text : proseOf(page('body')).text
  if (text.trim().length < LEAST) {
    return unread(cited, new Problem('not-a-thread', 'The page shows no text to a program.'), at)
  }
  const head = page === null ? null : headOf(answer)
  if (page !== null && text.length < NOTICE && SAYS_NOTHING_THERE.test(head?.title ?? '')) {
    return unread(cited, new Problem('not-found', 'The page there says that what was cited is not there.'), at)
  }
  const find = locator(text)
  return {
    url: cited.url,
    state: 'read',
    why: null,
    title: head?.title ?? null,
    site: head?.site ?? siteOf(answer.url ?? cited.url, cited.url),
    date: head?.date ?? null,
    quotes: cited.quotes.map(({ words, postId, start, end }) => ({
      postId,
      start,
      end,
      result: find(words) === null ? 'not found' : 'found',
    })),
    checkedAt: at,
  }
}

/** A source that could not be had: nothing is said of words quoted from it. */
export function unread(cited: Cited, problem: Problem, at: string): CheckedSource {
  return {
    url: cited.url,
    state: NOTHING_THERE.has(problem.code) ? 'not reached' : 'not read',
    why: problem.message,
    title: null,
    site: siteOf(cited.url, cited.url),
    date: null,
    quotes: cited.quotes.map(({ postId, start, end }) => ({ postId, start, end, result: 'not read' })),
    checkedAt: at,
  }
}

/**
 * Words quoted in a post that cites several sources need to stand in one of them only: where they were found in one,
 * the others are not said to lack them; where one of those could not be read, neither.
 */
export function settled(sources: CheckedSource[]): CheckedSource[] {
  const key = ({ postId, start, end }: { postId: string; start: number; end: number }) => `${postId} ${start} ${end}`
  const results = new Map<string, Set<string>>()
  for (const quote of sources.flatMap(({ quotes }) => quotes)) {
    results.set(key(quote), (results.get(key(quote)) ?? new Set()).add(quote.result))
  }
  return sources.map((source) => ({
    ...source,
    quotes: source.quotes.filter((quote) => {
      const all = results.get(key(quote)) ?? new Set()
      return quote.result === 'found' || (!all.has('found') && (quote.result === 'not read' || !all.has('not read')))
    }),
  }))
}

/** Sites send readers of what they removed to their first page: it holds nothing of what was cited. */
function ledHome(cited: string, answer: Answer): Problem | null {
  if (answer.url === null || !URL.canParse(cited)) return null
  const [asked, came] = [new URL(cited), new URL(answer.url)]
  const led = isFirstPage(came) && !isFirstPage(asked) && asked.href !== came.href
  return led ? new Problem('not-found', `The address leads to the first page of ${siteOf(came.href, '')} now.`) : null
}

function isFirstPage({ pathname, search }: URL): boolean {
  return FIRST_PAGE.test(pathname) && search === ''
}

function unreadable(answer: Answer): Problem | null {
  if (answer.bytes !== undefined && looksBinary(answer.bytes)) {
    const isPdf = Buffer.from(answer.bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
    const what = isPdf ? 'a PDF, which is not opened' : 'a picture, a document or a program'
    return new Problem('unsupported', `What is there is no text: ${what}.`)
  }
  if (answer.text.trimStart().startsWith('<') && isTooDeep(answer.text)) {
    return new Problem('unsupported', 'The page is nested more deeply than any real page.')
  }
  return null
}

function headOf(answer: Answer): { title: string | null; site: string | null; date: string | null } {
  const $ = pageOf(answer)
  const title = titleOf($)?.replace(/\s+/g, ' ').slice(0, 300) ?? null
  const site = $('meta[property="og:site_name"]').attr('content')?.trim().slice(0, 100)
  return { title, site: site === undefined || site === '' ? null : site, date: dayOf($) }
}

const DATES = [
  'meta[property="article:published_time"]',
  'meta[name="citation_publication_date"]',
  'meta[name="citation_date"]',
  'meta[name="dc.date" i]',
  'meta[name="date"]',
  'meta[itemprop="datePublished"]',
]

function dayOf($: Page): string | null {
  const given = [
    ...DATES.map((selector) => $(selector).first().attr('content')),
    /"datePublished"\s*:\s*"([^"]+)"/.exec($('script[type="application/ld+json"]').text())?.[1],
    $('time[datetime]').first().attr('datetime'),
  ]
  for (const text of given) {
    const day = /^\s*(\d{4})[-/](\d{2})[-/](\d{2})/.exec(text ?? '')
    if (day !== null && !Number.isNaN(Date.parse(day.slice(1).join('-')))) return day.slice(1).join('-')
  }
  return null
}
