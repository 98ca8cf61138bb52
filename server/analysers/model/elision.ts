/** Quotes of which the model writes only the beginning and the end. */
import type { Range } from '../../../shared/thread.ts'
import { locate, type Located } from '../../text/locate.ts'

/** Longest passage an elided quote may stand for, in characters. */
const LONGEST = 600
/** Least letters of a beginning or an end that can name a place. */
const LEAST = 8
const ELLIPSIS = /\s*(?:…|\[…\]|\.{3,})\s*/g
/** Most dots in a quote of which one may stand for its middle. */
const MOST_DOTS = 4
/** Dots with which the author's own sentence trails off. */
const AT_ENDS = /^\s*(?:…|\.{3,})|(?:…|\.{3,})\s*$/g

/**
 * The passage of `text` a quote stands for: the quote itself, or what begins and ends as it does where it leaves out its
 * middle. Null when its words are not there, or when beginning and end are too far apart.
 */
export function passageOf(text: string, quote: string): Range | null {
  const whole = locate(text, quote)
  if (whole !== null && !text.slice(whole.start, whole.end).includes('\u0000')) {
    return { start: whole.start, end: whole.end }
  }
  const said = quote.replace(AT_ENDS, '').trim()
  const dots = [...said.matchAll(ELLIPSIS)]
  if (dots.length > MOST_DOTS) return null
  // Dots may be the author's own: the middle is left out where what stands before and behind is there letter by letter.
  const passages = dots.flatMap((dot) => {
    const [head, tail] = [said.slice(0, dot.index), said.slice(dot.index + dot[0].length)]
    if (head.length < LEAST || tail.length < LEAST) return []
    return shortest(text, places(text, head), tail) ?? []
  })
  return passages.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null
}

/** All places where `part` stands, typography aside. */
function places(text: string, part: string): Located[] {
  const found: Located[] = []
  for (let from = 0; from < text.length; ) {
    const at = locate(text.slice(from), part)
    if (at === null || at.how === 'aligned') break
    found.push({ ...at, start: at.start + from, end: at.end + from })
    from += at.end
  }
  return found
}

/** The shortest passage from one of `heads` to `tail` that holds no blanked-out words. */
function shortest(text: string, heads: Located[], tail: string): Range | null {
  let best: Range | null = null
  for (const head of heads) {
    const rest = text
      .slice(head.end, head.start + LONGEST)
      .replace(/\S+$/, (cut) => (head.start + LONGEST < text.length ? '' : cut))
    const end = locate(rest, tail)
    if (end === null || end.how === 'aligned') continue
    const range = { start: head.start, end: head.end + end.end }
    const holds = !text.slice(range.start, range.end).includes('\u0000')
    if (holds && (best === null || range.end - range.start < best.end - best.start)) best = range
  }
  return best
}
