/**
 * Whether a summary states both sides and names how claims stand, as the map holds them; and what it lacks, said in the
 * map's own words. A sentence states a side when it cites a claim of it, under that side's name, and shares a word with it.
 */
import { akin, contentWords } from '../../text/content-words.ts'
import { leadsElsewhere } from './adorned.ts'
import {
  ON_STANDING,
  type OnStanding,
  type Part,
  type Shown,
  type ShownClaim,
  type Side,
  STANDINGS,
} from './outlined.ts'
import type { SentenceSaid } from './shapes.ts'

/** A sentence of one side for so many of the other at least, as far as the map has positions of it. */
const OUTWEIGHS = 3
/** Content words from which on a statement is taken to lend one to a sentence that says it. */
const TELLING = 3

/** What a summary does not say though the map holds it. */
export interface Lack {
  part: Side | OnStanding
  /** Short ids of the claims it could be said with, weightiest first. */
  claims: string[]
}

/** What `said` lacks of the map: sides first. */
export function lacksIn(said: SentenceSaid[], map: Shown): Lack[] {
  const sides = issuesOf(map).flatMap((issue, at) => sidesLacking(said, issue, map, at === 0))
  return [
    ...(sides.length > 0 ? sides : outweighed(said, map)),
    ...ON_STANDING.flatMap((part) => standingLacking(said, part, map)),
  ]
}

/** Whether it is a side that is missing, not how its claims stand. */
export function isSide({ part }: Lack): boolean {
  return part === 'for' || part === 'against'
}

/** For a model that wrote the summary, what is missing. */
export function lackSaid({ part, claims }: Lack): string {
  const ids = claims.slice(0, 4).join(', ')
  return isSide({ part, claims })
    ? `no sentence of part ${part} states ${ids}, the other side of what you say`
    : `there is no sentence of part ${part}, of ${ids}`
}

/** The sentence with which the map itself says what is lacking, one without addresses and markup if there is one. */
export function fromMap({ part, claims }: Lack, map: Shown, said: SentenceSaid[]): SentenceSaid[] {
  const taken = new Set(said.flatMap((one) => [one.text, ...one.claims]))
  const fresh = claims.filter((id) => !taken.has(id) && !taken.has(statementOf(id, map)))
  const id = fresh.find((one) => leadsElsewhere(statementOf(one, map), '') === null) ?? fresh[0] ?? claims[0]
  return id === undefined ? [] : [{ part, text: statementOf(id, map), claims: [id] }]
}

const ORDER: readonly Part[] = ['question', 'for', 'against', 'contested', 'unanswered', 'no evidence', 'other']

/** `said` with a sentence where its part belongs: after the last of that part, else before the first that comes later. */
export function withSentence(said: SentenceSaid[], sentence: SentenceSaid): SentenceSaid[] {
  const last = said.findLastIndex(({ part }) => part === sentence.part)
  const later = said.findIndex(({ part }) => ORDER.indexOf(part) > ORDER.indexOf(sentence.part))
  return said.toSpliced(last >= 0 ? last + 1 : later >= 0 ? later : said.length, 0, sentence)
}

/** Whether most sentences share no word with what they cite: they speak of something else, or another language. */
export function isElsewhere(said: SentenceSaid[], map: Shown): boolean {
  const known = said.filter(({ claims }) => claims.some((id) => map.claims.has(id)))
  const near = known.filter((one) => one.claims.some((id) => shares(one.text, map.claims.get(id))))
  return known.length >= 2 && near.length * 3 < known.length
}

/** Claims of each issue on which both sides are taken, by side. */
function issuesOf(map: Shown): Record<Side, string[]>[] {
  const issues = new Map<number, Record<Side, string[]>>()
  for (const [id, { issue, side }] of map.claims) {
    const sides = issues.get(issue) ?? { for: [], against: [] }
    issues.set(issue, sides)
    if (side !== null) sides[side].push(id)
  }
  const leading = (ids: string[]) => ids.toSorted((a, b) => rank(map.claims.get(a)) - rank(map.claims.get(b)))
  return [...issues.values()]
    .filter((sides) => sides.for.length > 0 && sides.against.length > 0)
    .map((sides) => ({ for: leading(sides.for), against: leading(sides.against) }))
}

/** Positions before what is said for or against them, claims before evidence. */
function rank(shown: ShownClaim | undefined): number {
  return (shown?.opposed === true ? 0 : 2) + (shown?.claim.kind === 'claim' ? 0 : 1)
}

/** Sides of an issue that are not stated though the summary speaks of it; it has to speak of the `first` one. */
function sidesLacking(said: SentenceSaid[], sides: Record<Side, string[]>, map: Shown, first: boolean): Lack[] {
  const own = new Set([...sides.for, ...sides.against])
  if (!first && !said.some(({ claims }) => claims.some((id) => own.has(id)))) return []
  return (['for', 'against'] as const).flatMap((side) => {
    const states = (one: SentenceSaid): boolean =>
      (one.part === side || (!first && one.part === 'contested')) &&
      one.claims.some((id) => sides[side].includes(id) && shares(one.text, map.claims.get(id)))
    return said.some(states) ? [] : [{ part: side, claims: sides[side] }]
  })
}

/** The side that has far fewer sentences than the other, with positions of it that nothing cites. */
function outweighed(said: SentenceSaid[], map: Shown): Lack[] {
  const count = (side: Side): number => said.filter(({ part }) => part === side).length
  const cited = new Set(said.flatMap(({ claims }) => claims))
  return (
    [
      ['for', 'against'],
      ['against', 'for'],
    ] as const
  ).flatMap(([side, more]): Lack[] => {
    if (count(side) * OUTWEIGHS >= count(more)) return []
    const left = [...map.claims].filter(([id, one]) => one.side === side && one.opposed && !cited.has(id))
    return left.length === 0 ? [] : [{ part: side, claims: left.map(([id]) => id) }]
  })
}

function standingLacking(said: SentenceSaid[], part: OnStanding, map: Shown): Lack[] {
  const claims = [...map.claims].filter(([, one]) => STANDINGS[part](one)).map(([id]) => id)
  return claims.length === 0 || said.some((one) => one.part === part) ? [] : [{ part, claims }]
}

function shares(text: string, shown: ShownClaim | undefined): boolean {
  const own = contentWords(shown?.claim.statement ?? '')
  const told = contentWords(text)
  return own.length < TELLING || own.some((word) => told.some((other) => akin(word, other)))
}

/** A claim of the map as a sentence. */
export function statementOf(id: string, map: Shown): string {
  const { statement } = (map.claims.get(id) as ShownClaim).claim
  return /[.!?…]["”’»)]*$/u.test(statement) ? statement : `${statement}.`
}
