/** What boards set below the words of a post: a signature under a line of strokes, and that its address is kept. */
import { cut, type Prose } from '../../text/prose.ts'

/** Longer than this it is no signature. */
const LONGEST = 400
const LOGGED = /\n[ \t]*(?:IP:?[ \t]*)?Logged[ \t]*$/i
/** A line of strokes, and what stands under it. */
const SIGNED = /\n[ \t]*_{5,}[ \t]*(?:\n|$)/g
/** Mail sets such a line above the letter it answers. */
const OF_A_LETTER = /^(?:From|Von|De|Da|Van)\s*:/m

/** Fewer posts say nothing of what stands below all of them. */
const FEWEST = 3
/** Buttons and counts below one post. */
const MOST_LINES = 3

/** `bodies` without the lines that stand below all of them: one and the same, counts alone, or signs alone. */
export function withoutCommonTails(bodies: Prose[]): Prose[] {
  let left = bodies
  for (let line = 0; line < MOST_LINES && left.length >= FEWEST; line++) {
    const ends = left.map(({ text }) => text.lastIndexOf('\n'))
    const last = left.map(({ text }, at) => (ends[at] === -1 ? null : text.slice(ends[at]).trim()))
    const all = (is: (words: string) => boolean) => last.every((words) => words !== null && is(words))
    if (!all((words) => words === last[0]) && !all((words) => /^[+-]?\d{1,5}$/.test(words))) break
    left = left.map((prose, at) => {
      const kept = prose.text.slice(0, ends[at]).trimEnd().length
      return cut(prose, [{ start: kept, end: prose.text.length }])
    })
  }
  return left
}

/** `prose` without them; one that is nothing else stays whole. */
export function withoutTail(prose: Prose): Prose {
  const logged = LOGGED.exec(prose.text)?.index ?? prose.text.length
  const last = [...prose.text.slice(0, logged).matchAll(SIGNED)].at(-1)
  const below = last === undefined ? '' : prose.text.slice(last.index + last[0].length, logged)
  const signed = last !== undefined && below.length <= LONGEST && !OF_A_LETTER.test(below) ? last.index : logged
  const kept = prose.text.slice(0, signed).trimEnd().length
  return signed === prose.text.length || kept === 0 ? prose : cut(prose, [{ start: kept, end: prose.text.length }])
}
