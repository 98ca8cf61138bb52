/** What a sentence of a summary may say: it rests on claims of the map, and says no more than they do. */
import type { Summary } from '../../../shared/debate.ts'
import { leadsElsewhere, unadorned } from './adorned.ts'
import { unheardIn } from './covered.ts'
import { inventedIn } from './figures.ts'
import type { OnStanding, Part, Shown, ShownClaim } from './outlined.ts'
import { overstatedIn } from './overstated.ts'
import type { SentenceSaid } from './shapes.ts'
import { isOfOtherSide, turnedIn } from './turned.ts'

const LONGEST_SENTENCE = 400

/** What a sentence says that the map does not; null when it may stand. */
export function faultOf(sentence: SentenceSaid, map: Shown): string | null {
  const unknown = sentence.claims.filter((id) => !map.claims.has(id))
  if (unknown.length > 0) return `${unknown.slice(0, 3).join(', ')} is no claim of the map`
  if (sentence.claims.length === 0) return 'a sentence rests on no claim'
  const cited = sentence.claims.flatMap((id) => map.claims.get(id) ?? [])
  const misplaced = misplacedIn(sentence, cited)
  if (misplaced !== null) return misplaced
  const text = plain(sentence.text)
  const link = leadsElsewhere(text, cited.map(({ claim }) => claim.statement).join('\n'))
  if (link !== null) return `“${link.slice(0, 40)}” is markup or an address`
  const number = inventedIn(
    text,
    cited.map(({ claim }) => claim),
    map,
  )
  if (number !== null) return `the number ${number} stands in none of the claims cited`
  const verdict = overstatedIn(text, cited)
  if (verdict !== null) return `“${verdict}” says more than the claims cited`
  const unheard = unheardIn(text, cited, map)
  if (unheard !== null) return `“${unheard}” stands in none of the claims cited`
  const turned = sentence.part === 'question' ? null : turnedIn(text, cited, around(cited, map))
  if (turned !== null) return `“${turned.slice(0, 60)}” turns a claim cited round`
  return isOfOtherSide(text, cited) ? `${sentence.claims.join(', ')} is said by the other side` : null
}

/** Title, questions and the claims that are not cited. */
function around(cited: ShownClaim[], { title, questions, claims }: Shown): string[] {
  const others = [...claims.values()].filter((one) => !cited.includes(one))
  return [title, ...questions, ...others.map(({ claim }) => claim.statement)]
}

/** A part about how claims stand that none of the claims cited belongs to. */
function misplacedIn({ part, claims }: SentenceSaid, cited: ShownClaim[]): string | null {
  const fits = {
    contested: ({ claim }: ShownClaim) => claim.standing !== 'unchallenged',
    unanswered: ({ claim }: ShownClaim) => claim.unanswered,
    'no evidence': ({ claim }: ShownClaim) => claim.noEvidence,
  }
  return part in fits && !cited.some(fits[part as OnStanding]) ? `${claims.join(', ')} is not marked ${part}` : null
}

/** The side a sentence states: that of the claims it cites, whatever the model called it, where all are of one. */
function partOf({ part, claims }: SentenceSaid, map: Shown): Part {
  if (part !== 'for' && part !== 'against') return part
  const sides = new Set(claims.map((id) => map.claims.get(id)?.side ?? null))
  const [only] = sides
  return sides.size === 1 && only != null ? only : part
}

/** A sentence without citations that do not exist; null when none is left, or it says what the map does not. */
export function soundOf(said: SentenceSaid, map: Shown): SentenceSaid | null {
  const known = { ...said, claims: said.claims.filter((id) => map.claims.has(id)) }
  if (faultOf(known, map) !== null) return null
  const text = plain(said.text)
  return text === '' || text.length > LONGEST_SENTENCE ? null : { ...known, part: partOf(known, map), text }
}

/** The sentence as the debate keeps it. */
export function keptOf({ part, text, claims }: SentenceSaid, map: Shown): Summary['sentences'][number] {
  return { part, text, claims: [...new Set(claims.flatMap((id) => map.claims.get(id)?.claim.id ?? []))] }
}

/** The text without formatting and ids of claims. */
function plain(text: string): string {
  return unadorned(text).replace(/\s*[([]\s*k\d+(?:\s*,\s*k\d+)*\s*[)\]]/g, '')
}
