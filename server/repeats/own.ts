/** The words of a post that are its author's own: without what is shown as a quote. */
import type { Post, Quote, Range } from '../../shared/thread.ts'
import { eachWord } from '../text/compared.ts'

/** Pairs of quotation marks but for guillemets; “ ” may hold another such pair. A word's apostrophe closes nothing. */
const PAIRS = [
  /“((?:[^“”]|“[^“”]*”)*)”/g,
  /"([^"\n]*)"/g,
  /„([^„“”]*)[“”]/g,
  /”([^„“”\n]*)”/g,
  /(?<![\p{L}\p{N}])[‘‚]([^‘‚]*?)[‘’](?![\p{L}\p{N}])/gu,
  /‹([^‹›]*)›/g,
  /「([^「」]*)」/g,
  /『([^『』]*)』/g,
]
/** Guillemets point outwards, often with a blank inside, or inwards: one text does the one or the other. */
const OUTWARDS = /«\s?([^«»]*?)\s?»/g
const INWARDS = /»([^«»]*)«/g

/** Marks that tell by their form whether they open or close: what they enclose may go over a blank line. */
const DIRECTED = /^[“「『]/
/** The same for straight marks, by what stands beside them; each line of a quotation in several may begin with one. */
const OPENS = /(?<![^\s([—–-])"(?=\S)/
const CLOSES = /(?<=\S)"(?=[\s.,;:!?)\]—–-]|$)/
const STRAIGHT = new RegExp(`(${OPENS.source})|(${CLOSES.source})`, 'g')
/** Characters of a passage between marks that goes over a blank line, at most: no more is quoted so. */
const LONGEST = 2000

/**
 * Passages of a text between quotation marks, without the marks. Only between marks that surely open and close does one go
 * over a blank line, and none begins or ends with white space: that is the text between one quotation and the next.
 */
export function betweenMarks(text: string): Range[] {
  const guillemets = /[«»]/.exec(text)?.[0]
  return [...PAIRS, guillemets === '»' ? INWARDS : OUTWARDS]
    .flatMap((marks) => [...text.matchAll(marks)])
    .flatMap(({ 0: whole, 1: inner = '', index }) => {
      if (/^\s|\s$/.test(inner)) return []
      if (/\n\s*\n/.test(whole) && !(DIRECTED.test(whole) && inner.length <= LONGEST)) return []
      const start = index + whole.indexOf(inner, 1)
      return [{ start, end: start + inner.length }]
    })
    .concat(overLines(text))
    .sort((a, b) => a.start - b.start)
}

/** Passages of more than one line between straight marks, each of which can only open or only close. */
function overLines(text: string): Range[] {
  const found: Range[] = []
  let start = -1
  for (const { 1: opening, index } of text.matchAll(STRAIGHT)) {
    if (opening !== undefined) start = index + 1
    else if (start >= 0) {
      if (index - start <= LONGEST && text.slice(start, index).includes('\n')) found.push({ start, end: index })
      start = -1
    }
  }
  return found
}

/** Where the reader sees a quote begin: at the quotation marks around it (`marks`: those of its post), or with its first word. */
export function shownStart(marks: readonly Range[], quote: Quote): number {
  return enclosing(marks, quote)?.start ?? quote.start
}

/** Ranges of a post that are shown as quotes, in order: marked by the platform, or standing in quotation marks. */
export function shownQuotes(post: Post): Quote[] {
  if (post.quotes.length === 0) return []
  const marks = betweenMarks(post.text)
  return post.quotes
    .filter((quote) => quote.how === 'marked' || enclosing(marks, quote) !== undefined)
    .sort((a, b) => a.start - b.start)
}

const SPOKEN = /[\p{L}\p{N}]/u

/** Whether a quote fills whole lines of its post, as passages do that are copied to be answered below. */
export function fillsLines({ text }: Post, quote: Range): boolean {
  for (let at = quote.start - 1; at >= 0 && text[at] !== '\n'; at--) if (SPOKEN.test(text.charAt(at))) return false
  for (let at = quote.end; at < text.length && text[at] !== '\n'; at++) if (SPOKEN.test(text.charAt(at))) return false
  return true
}

function enclosing(marks: readonly Range[], quote: Quote): Range | undefined {
  if (quote.how === 'marked') return undefined
  return marks.find((range) => range.start <= quote.start && quote.end <= range.end)
}

/** Calls `visit` for every word, in its compared form, outside `ranges` (in order, as `shownQuotes` gives them). */
export function eachWordOutside(text: string, ranges: readonly Range[], visit: (word: string) => void): void {
  let next = 0
  eachWord(text, (word, start, end) => {
    while (next < ranges.length && (ranges[next] as Range).end <= start) next++
    const range = ranges[next]
    if (range === undefined || end <= range.start) visit(word)
  })
}
