/**
 * Sentences of informal text by rule: line by line, list marks apart, abbreviations and initials kept together, brackets,
 * quotation marks and addresses never cut. The rules follow Grefenstette & Tapanainen, "What is a word, what is a
 * sentence?" (1994), with additions for forum text: lines joined where the next one goes on in mid-sentence.
 */
import type { Range } from '../../shared/thread.ts'
import { enclosedRanges, mask, urlRanges } from './mask.ts'

/** `paragraph` counts from 0 within the text; `listed`: it opens a list item. */
export interface Sentence extends Range {
  paragraph: number
  listed: boolean
}

const LIST_MARK = /^\s*(?:[-*•‣·–]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+|#{1,6}\s+)/i
const END = /(?:[.!?…]+["'”’)\]*_~]*(?=\s|$))|[。！？]+[」』”]*/g
/** Characters before a full stop among which an abbreviation is looked for; none is as long. */
const LONGEST_WORD = 24
const LETTER = /[\p{L}\p{N}]/u
const CONTINUES = /^\s*[,;:.)\]”’]/
const LOWER_START = /^\s*\p{Ll}/u
const CLOSED = /[.!?…:;]["”)\]*_]*\s*$|["”*_。！？]\s*$/
const INITIAL = /(?:^|[\s(])\p{Lu}\.$/u
/** Words whose full stop ends no sentence before a number ("No. 9"), though it may elsewhere ("No. Never."). */
const COUNTED = new Set(['no', 'nr', 'vol', 'fig', 'pp', 'p', 'art', 'sec', 'ch', 'abs', 'bd'])
/** Lines shorter than this are lines of their own rather than wrapped prose; wider ones than that were not wrapped by hand or mailer. */
const WRAPPED = 55
const WIDEST = 90

/**
 * Sentences outside `hidden` (quotations, code), in order. A sentence never starts or ends with blanks and holds at
 * least one letter or digit. `abbreviations`: words in lower case whose full stop ends no sentence.
 */
export function sentences(text: string, hidden: readonly Range[], abbreviations: ReadonlySet<string>): Sentence[] {
  const open = mask(text, hidden, '\n')
  const whole = mask(mask(open, urlRanges(open), 'x'), enclosedRanges(open), 'x')
  const found: Sentence[] = []
  let paragraph = -1
  for (const line of lines(open)) {
    if (line.opens) paragraph += 1
    const mark = LIST_MARK.exec(open.slice(line.start, line.end))
    const from = line.start + (mark === null ? 0 : mark[0].length)
    let first = true
    for (const range of cut(whole, { start: from, end: line.end }, abbreviations)) {
      const bare = trimmed(open, range)
      if (bare === null) continue
      found.push({ ...bare, paragraph, listed: first && mark !== null })
      first = false
    }
  }
  return found
}

/** Lines, joined where one opens with punctuation or goes on in lower case after an unfinished, wrapped one. */
function lines(text: string): { start: number; end: number; opens: boolean }[] {
  const found: { start: number; end: number; opens: boolean }[] = []
  const width = widthOf(text)
  let start = 0
  let blank = true
  while (start <= text.length) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const line = text.slice(start, end)
    const last = found.at(-1)
    if (!LETTER.test(line)) {
      blank = true
    } else if (last !== undefined && goesOn(text.slice(last.start, last.end), line, blank, width)) {
      last.end = end
      blank = false
    } else {
      const mark = LIST_MARK.test(line)
      found.push({ start, end, opens: blank || mark })
      blank = false
    }
    start = end + 1
  }
  return found
}

/** The width text was wrapped at; none where some line is wider. */
function widthOf(text: string): number {
  const widest = text.split('\n').reduce((most, line) => Math.max(most, line.length), 0)
  return widest > WIDEST ? Number.POSITIVE_INFINITY : widest
}

/** Whether a line goes on with the one before: in lower case, or where its first word did not fit there (`width`). */
function goesOn(before: string, line: string, blank: boolean, width: number): boolean {
  if (blank) return false
  if (CONTINUES.test(line)) return true
  const last = before.slice(before.lastIndexOf('\n') + 1)
  if (last.length < WRAPPED || CLOSED.test(last) || LIST_MARK.test(line)) return false
  const first = /^\S+/.exec(line)?.[0].length ?? 0
  return LOWER_START.test(line) || (first > 0 && last.length + 1 + first > width)
}

function cut(text: string, line: Range, abbreviations: ReadonlySet<string>): Range[] {
  const part = text.slice(line.start, line.end)
  const found: Range[] = []
  let from = 0
  for (const match of part.matchAll(END)) {
    const end = match.index + match[0].length
    const sofar = part.slice(from, end)
    const next = part.slice(end).trimStart()
    if (next !== '' && !endsHere(sofar, match[0], next, abbreviations)) continue
    found.push({ start: line.start + from, end: line.start + end })
    from = end
  }
  if (from < part.length) found.push({ start: line.start + from, end: line.end })
  return found
}

function endsHere(sofar: string, stop: string, next: string, abbreviations: ReadonlySet<string>): boolean {
  if (stop[0] === '…' || stop.startsWith('..')) return !/^[\p{Ll},;]/u.test(next)
  if (stop[0] !== '.') return true
  const last = sofar.slice(-LONGEST_WORD)
  if (INITIAL.test(last) || /^\s*\(?\d{1,2}\.$/.test(sofar)) return false
  const word = /([\p{L}.]+)\.$/u.exec(last)?.[1]?.toLowerCase()
  if (word !== undefined && COUNTED.has(word) && /^\d/.test(next)) return false
  return word === undefined || !abbreviations.has(word)
}

/** The range without blanks at its edges; null when no letter or digit is left. */
function trimmed(text: string, range: Range): Range | null {
  let { start, end } = range
  while (start < end && /\s/.test(text[start] as string)) start += 1
  while (end > start && /\s/.test(text[end - 1] as string)) end -= 1
  return LETTER.test(text.slice(start, end)) ? { start, end } : null
}
