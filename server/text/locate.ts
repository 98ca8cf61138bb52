/**
 * Finds the place in a text where a quote stands: exactly, then with typographic variants folded, then by alignment.
 * Alignment is approximate matching by partition: a quote with k edits, cut into k + 1 pieces, has a piece unchanged
 * (S. Wu, U. Manber, "Fast text searching allowing errors", CACM 35(10), 1992); around such a piece the edit distance
 * is computed in a band of width k (E. Ukkonen, "Finding approximate patterns in strings", J. Algorithms 6, 1985).
 */
import { fold } from './fold.ts'

export interface Located {
  start: number
  end: number
  how: 'exact' | 'normalised' | 'aligned'
  /** Share of the quote's characters that stand there, 0 to 1. */
  score: number
}

/** Least share of a quote's characters that must stand at a place for the quote to be taken from there. */
const LEAST = 0.9
/** Quotes shorter than this, in characters, are not aligned: too few edits would make them other words. */
const SHORTEST_ALIGNED = 24
/** Most places that are tried, those with most unchanged pieces first. */
const MOST_PLACES = 16

/**
 * Where `quote` stands in `text`, or null. Of several places the one nearest to `hint` is taken, without a hint the first.
 * A place never begins or ends inside a word, and an aligned one holds the same numbers and the same negations.
 */
export function locate(text: string, quote: string, hint: number | null = null): Located | null {
  return locator(text)(quote, hint)
}

/** `locate` in one text, for many quotes: it is folded once, when the first of them needs it. */
export function locator(text: string): (quote: string, hint?: number | null) => Located | null {
  let folded: ReturnType<typeof fold> | null = null
  return (quote, hint = null) => {
    const bare = quote.trim()
    if (bare === '') return null
    const exact = nearest(occurrences(text, bare), hint)
    if (exact !== null) return { start: exact, end: exact + bare.length, how: 'exact', score: 1 }
    return inFolded((folded ??= fold(text)), bare, hint)
  }
}

function inFolded(folded: ReturnType<typeof fold>, bare: string, hint: number | null): Located | null {
  const wanted = trimMarks(fold(bare).text)
  if (wanted === '') return null
  const back = (start: number, end: number) => ({
    start: folded.at[start] as number,
    end: (folded.at[end - 1] as number) + 1,
  })
  const places = occurrences(folded.text, wanted)
  const normalised = nearest(places, hint === null ? null : forward(folded.at, hint))
  if (normalised !== null) {
    return { ...back(normalised, normalised + wanted.length), how: 'normalised', score: 1 }
  }
  const aligned = align(folded.text, wanted)
  if (aligned === null) return null
  return { ...back(aligned.start, aligned.end), how: 'aligned', score: aligned.score }
}

/** Offsets at which `part` stands in `text` as whole words. */
function occurrences(text: string, part: string): number[] {
  const found: number[] = []
  for (let i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + 1)) {
    if (!insideWord(text, i) && !insideWord(text, i + part.length)) found.push(i)
  }
  return found
}

const SPACED_LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u

/** Whether the place before `offset` and the place at it belong to one word of a script that puts spaces between words. */
function insideWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  return SPACED_LETTER.test(text[offset - 1] as string) && SPACED_LETTER.test(text[offset] as string)
}

function nearest(places: number[], hint: number | null): number | null {
  if (places.length === 0) return null
  if (hint === null) return places[0] as number
  return places.reduce((best, place) => (Math.abs(place - hint) < Math.abs(best - hint) ? place : best))
}

function forward(at: number[], offset: number): number {
  const found = at.findIndex((place) => place >= offset)
  return found < 0 ? at.length - 1 : found
}

/** Without marks and blanks at the ends, which quotes gain and lose when they are copied. */
function trimMarks(text: string): string {
  return text.replace(/^[\s"'.,;:>([-]+|[\s"'.,;:!?)\]-]+$/g, '')
}

function align(text: string, quote: string): { start: number; end: number; score: number } | null {
  if (quote.length < SHORTEST_ALIGNED) return null
  const edits = Math.floor(quote.length * (1 - LEAST))
  let best: { start: number; end: number; score: number } | null = null
  for (const place of seeds(text, quote, edits)) {
    const found = around(text, quote, place, edits)
    if (found === null || (best !== null && found.score <= best.score)) continue
    if (keeps(text.slice(found.start, found.end), quote)) best = found
  }
  return best
}

/** Offsets where the quote would begin if pieces of it were unchanged, those on which most pieces agree first. */
function seeds(text: string, quote: string, edits: number): number[] {
  const size = Math.floor(quote.length / (edits + 1))
  const votes = new Map<number, { place: number; pieces: number }>()
  for (let piece = 0; piece <= edits; piece += 1) {
    const from = piece * size
    const part = quote.slice(from, from + size)
    for (let i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + 1)) {
      const near = Math.round((i - from) / (edits + 1))
      const vote = votes.get(near) ?? { place: i - from, pieces: 0 }
      vote.pieces += 1
      votes.set(near, vote)
    }
  }
  const agreed = [...votes.values()].toSorted((a, b) => b.pieces - a.pieces)
  return agreed.slice(0, MOST_PLACES).map((vote) => vote.place)
}

/** The stretch of `text` beginning within `edits` of `place` that is nearest to `quote`, snapped to whole words. */
function around(text: string, quote: string, place: number, edits: number) {
  const from = Math.max(0, place - edits)
  const window = text.slice(from, place + quote.length + edits)
  let costs = new Int32Array(window.length + 1)
  let starts = Int32Array.from({ length: window.length + 1 }, (_, j) => j)
  for (let i = 1; i <= quote.length; i += 1) {
    const nextCosts = new Int32Array(window.length + 1).fill(edits + 1)
    const nextStarts = new Int32Array(window.length + 1)
    nextCosts[0] = i
    const middle = i + (place - from)
    for (let j = Math.max(1, middle - 2 * edits); j <= Math.min(window.length, middle + 2 * edits); j += 1) {
      const same = (costs[j - 1] as number) + (quote[i - 1] === window[j - 1] ? 0 : 1)
      const skipped = (costs[j] as number) + 1
      const added = (nextCosts[j - 1] as number) + 1
      const least = Math.min(same, skipped, added)
      nextCosts[j] = least
      nextStarts[j] = (least === same ? starts[j - 1] : least === skipped ? starts[j] : nextStarts[j - 1]) as number
    }
    costs = nextCosts
    starts = nextStarts
  }
  let end = 0
  for (let j = 1; j <= window.length; j += 1) if ((costs[j] as number) < (costs[end] as number)) end = j
  const cost = costs[end] as number
  if (cost > edits) return null
  const snapped = snap(text, from + (starts[end] as number), from + end)
  return { ...snapped, score: 1 - cost / quote.length }
}

function snap(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end]
  while (insideWord(text, from)) from -= 1
  while (insideWord(text, to)) to += 1
  while (from < to && /\s/.test(text[from] as string)) from += 1
  while (to > from && /\s/.test(text[to - 1] as string)) to -= 1
  return { start: from, end: to }
}

/** Negations as whole words: `\b` would end a word at a letter with an accent, and find "no" in "Noël". */
const DECIDES =
  /\p{N}+|(?<!\p{L})(?:not|no|never|none|nobody|without|cannot|nicht|kein\p{L}*|nie|pas|jamais|aucun\p{L}*|nunca|ningun\p{L}*|n[aã]o|non|mai|niet|geen)(?!\p{L})|n't(?!\p{L})/gu

/** Whether both hold the same numbers and negations: a quote that differs there says something else. */
function keeps(passage: string, quote: string): boolean {
  const deciding = (text: string) => (text.match(DECIDES) ?? []).toSorted().join(' ')
  return deciding(passage) === deciding(quote)
}
