/** The sentence around words of a post, with one sentence before and after. */
import type { Range } from '../../shared/thread.ts'

let segmenter: Intl.Segmenter | null = null

/** Longest context on either side, in characters: posts without full stops would come along whole. */
const LONGEST = 220

/** Widens a range to whole sentences and one more on each side; `text.slice(start, end)` is what to show. */
export function contextOf(text: string, range: Range): Range {
  const sentences = sentencesOf(text)
  const first = sentences.findIndex((sentence) => sentence.end > range.start)
  let last = sentences.length - 1
  while (last > 0 && (sentences[last] as Range).start >= range.end) last -= 1
  const start = sentences[Math.max(0, first - 1)]?.start ?? 0
  const end = sentences[Math.min(sentences.length - 1, last + 1)]?.end ?? text.length
  return trimmed(text, {
    start: Math.max(start, atWord(text, range.start - LONGEST, 1)),
    end: Math.min(end, atWord(text, range.end + LONGEST, -1)),
  })
}

/** Sentences of a text with their white space; line breaks end a sentence, too. */
export function sentencesOf(text: string): Range[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'sentence' })
  return [...segmenter.segment(text)].map(({ index, segment }) => ({ start: index, end: index + segment.length }))
}

function atWord(text: string, at: number, step: 1 | -1): number {
  if (at <= 0) return 0
  if (at >= text.length) return text.length
  let here = at
  while (here > 0 && here < text.length && !/\s/.test(text.charAt(here))) here += step
  return here
}

function trimmed(text: string, range: Range): Range {
  let { start, end } = range
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  return { start, end }
}
