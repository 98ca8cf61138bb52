/** Passages marked by ">" at the start of their lines, as in mail (RFC 3676 §4.5) and on many boards. */
import type { Range } from '../../shared/thread.ts'
import { cut, type Prose, type QuoteRange } from './prose.ts'

const MARKS = /^[ \t]*((?:>[ \t]?)+)/

/** How often a line is quoted: the number of ">" it starts with. */
export function quoteDepth(line: string): number {
  return (MARKS.exec(line)?.[1] ?? '').split('>').length - 1
}

function inCode(prose: Prose, at: number): boolean {
  return prose.code.some((range) => range.start <= at && at < range.end)
}

/**
 * `prose` with the ">" at its line starts taken away and each run of lines of one depth marked as a quote. Lines of code
 * keep theirs. A quoted passage goes on over a blank line when the line after it is quoted at the same depth.
 */
export function quoteLines(prose: Prose): Prose {
  if (!prose.text.includes('>')) return prose
  const marks: Range[] = []
  const found: QuoteRange[] = []
  let at = 0
  let depthBefore = 0
  for (const line of prose.text.split('\n')) {
    const mark = MARKS.exec(line)
    const depth = mark === null || inCode(prose, at) ? 0 : quoteDepth(line)
    const end = at + line.length
    if (depth > 0) {
      const from = at + (mark as RegExpExecArray)[0].length
      marks.push({ start: at, end: from })
      const last = found.at(-1)
      if (last !== undefined && depthBefore === depth) last.end = end
      else found.push({ start: from, end, author: null, ref: null })
      depthBefore = depth
    } else if (line.trim() !== '') depthBefore = 0
    at = end + 1
  }
  if (marks.length === 0) return prose
  const quotes = [...prose.quotes, ...found]
  return cut({ ...prose, quotes: quotes.sort((a, b) => a.start - b.start) }, marks)
}
