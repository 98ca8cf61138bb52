/** A post's words as plain text, with the stretches of it that are quoted, linked or code. */
import type { Range, Reference } from '../../shared/thread.ts'

/** `author` and `ref` (the address or number of the quoted post) as far as the quote itself names them. */
export interface QuoteRange extends Range {
  author: string | null
  ref: string | null
  /** What the quote around this one names, where a quote holds another. */
  within?: string | null
}

export interface Prose {
  text: string
  quotes: QuoteRange[]
  links: Reference[]
  code: Range[]
}

export function plain(text: string): Prose {
  return { text, quotes: [], links: [], code: [] }
}

/** The post that the first quote naming one names; where a quote holds another, the one around both. */
export function quotedFirst({ quotes }: Prose): string | null {
  const first = quotes.find(({ ref, within }) => (within ?? ref) !== null)
  return first?.within ?? first?.ref ?? null
}

/** Words that are somebody else's from the first to the last. */
export function quoted(prose: Prose, author: string | null, ref: string | null): Prose {
  const { text, links, code } = prose
  return { text, links, code, quotes: text === '' ? [] : [{ start: 0, end: text.length, author, ref }] }
}

/** Every range of `prose` with its ends moved by `move`; ranges that become empty are left out. */
export function moveRanges(prose: Prose, text: string, move: (offset: number) => number): Prose {
  const moved = <R extends Range>(ranges: R[]): R[] =>
    ranges
      .map((range) => ({ ...range, start: move(range.start), end: move(range.end) }))
      .filter((range) => range.end > range.start)
  return { text, quotes: moved(prose.quotes), links: moved(prose.links), code: moved(prose.code) }
}

/** `prose` without the stretches `holes` (sorted, not overlapping). */
export function cut(prose: Prose, holes: Range[]): Prose {
  if (holes.length === 0) return prose
  let text = ''
  let from = 0
  /** Characters removed up to and including each hole. */
  const removed: number[] = []
  for (const hole of holes) {
    text += prose.text.slice(from, hole.start)
    from = hole.end
    removed.push((removed.at(-1) ?? 0) + hole.end - hole.start)
  }
  text += prose.text.slice(from)
  const move = (offset: number): number => {
    let low = 0
    let high = holes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((holes[middle] as Range).start < offset) low = middle + 1
      else high = middle
    }
    if (low === 0) return offset
    const last = holes[low - 1] as Range
    return offset < last.end ? last.start - (removed[low - 2] ?? 0) : offset - (removed[low - 1] as number)
  }
  return moveRanges(prose, text, move)
}

/** The stretches `parts` of `prose` (sorted, not overlapping), each as prose of its own: in time of all of it, however many. */
export function slices(prose: Prose, parts: readonly Range[]): Prose[] {
  const within = <R extends Range>(ranges: R[]): ((part: Range) => R[]) => {
    let next = 0
    let open: R[] = []
    return ({ start, end }) => {
      for (let range = ranges[next]; range !== undefined && range.start < end; range = ranges[++next]) open.push(range)
      open = open.filter((range) => range.end > start)
      return open.map((range) => ({
        ...range,
        start: Math.max(range.start, start) - start,
        end: Math.min(range.end, end) - start,
      }))
    }
  }
  const [quotes, links, code] = [within(prose.quotes), within(prose.links), within(prose.code)]
  return parts.map((part) => ({
    text: prose.text.slice(part.start, part.end),
    quotes: quotes(part),
    links: links(part),
    code: code(part),
  }))
}

/** The pieces one after the other with `between` set between those that are not empty. */
export function join(pieces: Prose[], between: string): Prose {
  const spoken = pieces.filter(({ text }) => text !== '')
  const [only] = spoken
  if (only !== undefined && spoken.length === 1) return only
  const whole = plain('')
  for (const piece of spoken) {
    if (whole.text !== '') whole.text += between
    const by = whole.text.length
    const moved = moveRanges(piece, piece.text, (offset) => offset + by)
    whole.text += piece.text
    whole.quotes.push(...moved.quotes)
    whole.links.push(...moved.links)
    whole.code.push(...moved.code)
  }
  return whole
}

/** `prose` without white space at its two ends. */
export function trim(prose: Prose): Prose {
  const start = prose.text.length - prose.text.trimStart().length
  const end = prose.text.trimEnd().length
  if (start === 0 && end === prose.text.length) return prose
  if (end === 0) return plain('')
  return cut(prose, [
    { start: 0, end: start },
    { start: end, end: prose.text.length },
  ])
}
