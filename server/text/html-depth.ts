/** Pages nested beyond reason: trees of a hundred thousand levels take minutes to walk and hold nothing to read. */
import { Parser } from 'htmlparser2'

/** Real pages stay below a few hundred levels, also where tags are left open. */
export const DEEPEST = 1000

/** Whether elements of `html` stand more than `most` deep. Costs one pass over the source, less where it says yes. */
export function isTooDeep(html: string, most: number = DEEPEST): boolean {
  if (html.length < most * 3) return false
  let depth = 0
  let deepest = 0
  const parser = new Parser({
    // Unlike `onopentag`, this needs no attributes gathered.
    onopentagname() {
      deepest = Math.max(deepest, ++depth)
      if (deepest > most) parser.pause()
    },
    onclosetag() {
      depth--
    },
  })
  parser.write(html)
  return deepest > most
}
