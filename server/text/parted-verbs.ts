/** Verbs that stand apart from what belongs to them: "slow the work down". */
import { spelled } from './word-forms.ts'
import { list } from './word-list.ts'

/** Verbs behind whose object what belongs to them may stand: "slow the work down". */
const PARTED = list(`
  slow speed break cut bring drive push keep hold send turn switch give throw wear back set clean mess screw blow tear
  take put call phase rule leave fill build pay scare drag point carry wipe kick pull sort write burn lock
`)

const PARTICLES = list('up down off out away back over')

/** Most words between such a verb and what belongs to it. */
const BETWEEN = 4

/** The words with what belongs to a verb before it, wherever it stood: "down slows the work" for "slows the work down". */
export function together(words: readonly string[]): readonly string[] {
  if (!words.some((word) => PARTICLES.has(word))) return words
  const found = [...words]
  for (let at = 1; at < found.length; at++) {
    const word = found[at] as string
    if (!PARTICLES.has(word)) continue
    for (let verb = at - 1; verb >= Math.max(0, at - 1 - BETWEEN); verb--) {
      if (!PARTED.has(base(found[verb] as string))) continue
      found.splice(at, 1)
      found.splice(verb, 0, word)
      break
    }
  }
  return found
}

/** A verb without its ending: "slow" for "slows", "shut" for "shutting". */
function base(word: string): string {
  const known = spelled(word)
  if (PARTED.has(known)) return known
  const bare = known.replace(/(?:s|ed|ing)$/, '')
  return PARTED.has(bare) ? bare : PARTED.has(`${bare}e`) ? `${bare}e` : bare.replace(/(.)\1$/, '$1')
}
