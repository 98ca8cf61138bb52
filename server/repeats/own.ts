/** The words of a post that are its author's own: without what is quoted. */
import type { Post, Range } from '../../shared/thread.ts'
import { eachWord, type Word } from '../text/compared.ts'

const OPENING_MARK = /["“”„«»‚‘']\s*$/

/** Whether a quote is shown as one: marked by the platform, or standing in quotation marks. */
export function isShownAsQuote(post: Post, quote: Post['quotes'][number]): boolean {
  return quote.how === 'marked' || OPENING_MARK.test(post.text.slice(Math.max(0, quote.start - 2), quote.start))
}

/** Ranges of a post that are shown as quotes, in order. */
export function shownQuotes(post: Post): Range[] {
  return post.quotes.filter((quote) => isShownAsQuote(post, quote)).sort((a, b) => a.start - b.start)
}

/** Calls `visit` for every word outside `ranges` (in order, as `shownQuotes` gives them). */
export function eachWordOutside(text: string, ranges: readonly Range[], visit: (word: Word) => void): void {
  let next = 0
  eachWord(text, (word, start, end) => {
    while (next < ranges.length && (ranges[next] as Range).end <= start) next++
    const range = ranges[next]
    if (range === undefined || end <= range.start) visit({ word, start, end })
  })
}
