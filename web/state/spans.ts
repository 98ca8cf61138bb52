/** A post's text cut where marks begin and end, so that every piece knows what covers it. */
import type { Range } from '../../shared/thread.ts'

export interface Span<T> extends Range {
  value: T
}

export interface Piece<T> extends Range {
  text: string
  /** What covers the piece, the longest span first. */
  covers: T[]
}

/** Pieces of `text` from `from` to `to`, in order; joined they are that stretch of the text. Spans outside it are cut off. */
export function pieces<T>(text: string, spans: Span<T>[], from = 0, to = text.length): Piece<T>[] {
  const inside = spans
    .map((span) => ({ ...span, start: Math.max(from, span.start), end: Math.min(to, span.end) }))
    .filter((span) => span.start < span.end)
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  const cuts = [...new Set([from, to, ...inside.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] as number
    const covers = inside.filter((span) => span.start <= start && span.end >= end).map((span) => span.value)
    return { start, end, text: text.slice(start, end), covers }
  })
}
