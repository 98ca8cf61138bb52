/** Words of agreement or proof in a sentence about claims that are disputed and do not use them: a verdict nobody asked for. */
import { fold } from '../../text/fold.ts'
import type { ShownClaim } from './outlined.ts'

/** Words that call something settled, as a pattern each. */
const AGREED = [
  'every(?:one|body)',
  'all\\s+(?:sides|participants|users|people|commenters|posters)\\s+agree',
  'no(?:body| one)\\s+(?:disputes|denies|disagrees|doubts)',
  'undisputed(?:ly)?',
  'undeniabl[ey]',
  'unanimous(?:ly)?',
  'consensus',
  'obviously',
  'alle(?:\\s+sind)?(?:\\s+sich)?\\s+einig',
  'sind\\s+sich\\s+alle\\s+einig',
  'unbestritten',
  'einhellig',
  'einstimmig',
  'niemand\\s+(?:bestreitet|bezweifelt|widerspricht)',
  'zweifellos',
  'offensichtlich',
]
const PROVEN = ['prove[sdn]?', 'proof\\s+that', 'debunk(?:s|ed)?', 'beweis(?:t|en)', 'bewiesen']
const DENIED = /(?:\b(?:no|not|never|nobody|none|without|nor|lacks?|nicht|nie|keine?n?|niemand|ohne)\b|n't\b)/iu

/** What the sentence calls settled though a claim it cites is challenged; null when nothing. */
export function overstatedIn(text: string, cited: ShownClaim[]): string | null {
  const challenged = cited.some(({ claim, opposed }) => opposed || claim.standing !== 'unchallenged')
  const said = cited.map(({ claim }) => `${claim.statement} ${claim.said?.words ?? ''}`).join('\n')
  const sentence = fold(text).text
  for (const pattern of [...(challenged ? AGREED : []), ...PROVEN]) {
    const words = new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu')
    const found = words.exec(sentence)
    if (found === null || words.test(fold(said).text)) continue
    // "No consensus", and "nobody proved" in what is unanswered.
    if (!DENIED.test(sentence.slice(Math.max(0, found.index - 24), found.index))) return found[0]
  }
  return null
}
