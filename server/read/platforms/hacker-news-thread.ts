/** What every form of Hacker News shares: its addresses, the words of an item, and a thread of items. */
import type { Post } from '../../../shared/thread.ts'
import { absolute, htmlToText } from '../../text/html-to-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { assemble, type Missing, type PageRead } from '../assemble.ts'
import type { ReadThread } from '../platform.ts'

/** The one site there is. */
export const SITE = 'news.ycombinator.com'

export const linkTo = (id: string) => `https://${SITE}/item?id=${id}`

/** Words of an item as the APIs give them: HTML, quoted lines marked by ">". */
export function body(html: string | null): Prose {
  return html === null ? plain('') : quoteLines(htmlToText(html, { base: `https://${SITE}/` }))
}

/** What stands in for the words of an item that was taken down. */
export const isTakenDown = (words: string | null) =>
  words !== null && /^\s*\[(?:flagged|dead|delayed)\]\s*$/.test(words)

/** A story links the page it discusses; Ask HN and polls do not. */
function articleOf(url: string | null): string | null {
  const whole = absolute(url ?? undefined)
  return whole === null || new URL(whole).hostname === SITE ? null : whole
}

/** One item with what is below it, as a thread of its story. */
export function thread(
  posts: Post[],
  more: {
    title: string | null
    url: string | null
    id: string
    expected: number | null
    missing?: Missing
    pages?: PageRead[]
    key?: string | null
    root?: string | null
  },
): ReadThread {
  return assemble({
    platform: 'hackernews',
    site: SITE,
    url: linkTo(more.id),
    title: more.title,
    language: 'en',
    articleUrl: articleOf(more.url),
    posts,
    expected: more.expected,
    missing: more.missing ?? [],
    pages: more.pages ?? [],
    key: more.key ?? more.id,
    root: more.root ?? null,
  })
}
