/** Quotes of which the model writes only the beginning and the end. */
import type { Range } from '../../../shared/thread.ts'
import { locate, type Located } from '../../text/locate.ts'

/** Longest passage an elided quote may stand for, in characters. */
const LONGEST = 600
/** Least letters of a beginning or an end that can name a place. */
const LEAST = 8
const ELLIPSIS = /\s*(?:…|\[…\]|\.{3,})\s*/
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
  const parts = quote.replace(AT_ENDS, '').trim().split(ELLIPSIS)
  const [head = '', tail = ''] = [parts[0], parts.at(-1)]
  if (parts.length !== 2 || head.length < LEAST || tail.length < LEAST) return null
  return shortest(text, places(text, head), tail)
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
