/**
 * Words of a sentence by which it says more than the claims it cites: agreement, proof or certainty where they tell of none, a
 * generality they do not make, a cause where they tell of two things that went together.
 */
import { fold } from '../../text/fold.ts'
import { generalised } from '../../text/says-more.ts'
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
const PROVEN = [
  'prove[sdn]?',
  'proof\\s+that',
  'debunk(?:s|ed)?',
  'certainly',
  'definitely',
  'undoubtedly',
  'inevitabl[ey]',
  'guarantee[sd]?',
  'beweis(?:t|en)',
  'bewiesen',
  'garantiert?',
  'zweifelsfrei',
  'unvermeidlich',
]
/** Who is said to be right, or to have won. */
const SPEAKERS =
  '(?:supporters|proponents|advocates|opponents|critics|s[ck]eptics|befürworter|gegner|kritiker|skeptiker)'
const DEBATE = '(?:debate|argument|discussion|dispute|debatte|diskussion)'
const WON = [
  `${DEBATE}\\s+(?:is|was|has\\s+been)\\s+(?:\\p{L}+\\s+)?won`,
  `(?:wins?|won|gewinnt|gewinnen|gewannen)\\s+(?:the|die)\\s+${DEBATE}`,
  `${SPEAKERS}\\s+(?:are|were|haben|hatten)\\s+(?:\\p{L}+\\s+)?(?:right|wrong|recht|unrecht)`,
]
const DENIED =
  /(?:\b(?:whether|if|ob|no|not|never|nobody|none|without|nor|lacks?|nicht|nie|keine?n?|niemand|ohne)\b|n't\b)/iu

/** What the sentence calls settled though a claim it cites is challenged; null when nothing. */
export function overstatedIn(text: string, cited: ShownClaim[]): string | null {
  const challenged = cited.some(({ claim, opposed }) => opposed || claim.standing !== 'unchallenged')
  const said = cited.map(({ claim }) => `${claim.statement} ${claim.said?.words ?? ''}`).join('\n')
  const sentence = fold(text).text
  for (const pattern of [...(challenged ? AGREED : []), ...PROVEN, ...WON]) {
    const words = new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu')
    const found = words.exec(sentence)
    if (found === null || words.test(fold(said).text)) continue
    // "No consensus", and "nobody proved" in what is unanswered.
    if (!DENIED.test(sentence.slice(Math.max(0, found.index - 24), found.index))) return found[0]
  }
  const general = generalised(sentence.replace(NOT_GENERAL, ' '), fold(said).text)
  if (general !== null) return general
  const together = cited.every(({ claim }) => TOGETHER.test(claim.statement) && !CAUSED.test(claim.statement))
  return together ? (CAUSED.exec(sentence)?.[0] ?? null) : null
}

/** "All" that counts who speaks, or leaves things out all the same. */
const NOT_GENERAL =
  /(?<!\p{L})(?:all\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten|sides|in all|the same|but|agree)|(?:above|first of|after|not|on) all|vor allem|not every\p{L}*|every\s+side|alle\s+(?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|seiten|beteiligten|sind)|immer\s+(?:noch|wieder|mehr|\p{L}+er)|nicht\s+(?:alle[nr]?|jede[nrms]?|immer))(?!\p{L})/giu
/** One thing changed while another was so. */
const TOGETHER =
  /(?<!\p{L})(?:fell|fallen|rose|risen|dropped|declined|grew|went (?:up|down)|stiegen?|fiel(?:en)?|sank(?:en)?|gestiegen|gefallen|gesunken)(?!\p{L}).*(?<!\p{L})(?:in|during|after|since|while|when|where|im|nach|während|seit|als)(?!\p{L})/isu
const CAUSED =
  /(?<!\p{L})(?:because|due to|owing to|thanks to|caus\p{L}*|leads? to|led to|as a result|results? in|resulted in|made|makes|weil|wegen|dank|aufgrund|infolge|führten? zu|verursach\p{L}*)(?!\p{L})/iu
