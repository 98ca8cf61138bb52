/** Short replies in plain words ("Pensioners can come in the afternoon."): they show no sign of an argument, and yet answer one. */
import type { Marker } from './languages/language.ts'
import type { Segment } from './segment.ts'
import { has } from './typing.ts'

/** Words of a whole reply that says one thing. */
const FEWEST = 4
const MOST = 14

/** Signs that people talk of themselves, to each other or about the place they meet. */
const TALK: readonly Marker[] = [
  'first person',
  'second person',
  'experience',
  'thanks',
  'chatter',
  'forum',
  'signpost',
  'request',
  'inquiry',
  'going on',
  'aside',
]

/**
 * Whether all that a reply says is one thing about the matter: a sentence or two with a verb and a full stop, about
 * something it names (or "it", "they"), neither asked nor said with a smile. Under what argues it is then for or against it.
 */
export function saysPlainly(parts: readonly Segment[]): boolean {
  const [first] = parts
  const words = parts.reduce((sum, part) => sum + part.words.length, 0)
  if (first === undefined || parts.length > 2 || words < FEWEST || words > MOST) return false
  return parts.every(isPlain) && !POINTING.test(first.text)
}

/** Words by which the post above is meant, or nothing said at all. */
const POINTING = /^(?:this|that|these|those|what|how|such|so|dies\p{L}*|was|wie|so)\b/iu

function isPlain(part: Segment): boolean {
  if (!part.verb || part.asks || part.announces || part.smiles || part.listed || part.heading || part.link !== null)
    return false
  return (
    !part.ofOneself &&
    /^["“„]?\p{Lu}/u.test(part.whole) &&
    /[\p{L}\d]\.["”]?$/u.test(part.whole) &&
    !TALK.some((marker) => has(part, marker))
  )
}
