/** The map as a summary is asked about: claims under short ids, each with the side it stands on. */
import type { Outline, OutlineClaim } from '../index.ts'
import type { SentenceSaid } from './shapes.ts'

export type Part = SentenceSaid['part']
export type Side = 'for' | 'against'

/** Characters of statements sent, weightiest first: for each post so many, within these bounds. */
const CHARACTERS = { post: 18, least: 1_800, most: 7_000 }

export interface ShownClaim {
  claim: OutlineClaim
  /** Which issue it hangs under, from 0. */
  issue: number
  /** The side it stands on there: what rebuts a claim stands against it. Null under a position that takes no side. */
  side: Side | null
  /** Whether it is a position of an issue on which both sides are taken: each is answered by those of the other side. */
  opposed: boolean
}

/** A map as it was sent. */
export interface Shown {
  json: string
  /** What stands in it by the short ids it was given; a claim in several places has several. */
  claims: Map<string, ShownClaim>
  /** Parts a summary of it must have. */
  parts: Part[]
  /** Title, questions and totals, whose numbers any sentence may use. */
  title: string
  questions: string[]
  posts: number
  people: number
}

/** Parts about how claims stand, each with what makes a claim worth naming there. */
export const STANDINGS = {
  contested: ({ claim }: ShownClaim) => claim.standing === 'contested',
  unanswered: ({ claim, opposed }: ShownClaim) => claim.unanswered && !opposed,
  'no evidence': ({ claim }: ShownClaim) => claim.noEvidence && claim.kind === 'claim' && claim.people > 1,
} satisfies Partial<Record<Part, (shown: ShownClaim) => boolean>>
export type OnStanding = keyof typeof STANDINGS
export const ON_STANDING = ['contested', 'unanswered', 'no evidence'] as const satisfies readonly OnStanding[]

/** The outline with short ids, without the statements of `set`, cut where it grows too long. */
export function mapOf(outline: Outline, set: Set<string>): Shown {
  const claims: Shown['claims'] = new Map()
  const room = roomFor(outline, set)
  const row = (claim: OutlineClaim, at: Omit<ShownClaim, 'claim'>): unknown[] => {
    if (!room.has(claim)) return []
    const id = `k${claims.size + 1}`
    claims.set(id, { claim, ...at })
    const below = (list: OutlineClaim[], side: Side | null): unknown[] =>
      list.flatMap((one) => row(one, { issue: at.issue, side, opposed: false }))
    const supports = below(claim.supports, at.side)
    const said = [id, claim.statement, marksOf(claim), supports, below(claim.rebuts, other(at.side))]
    while (said.at(-1)?.length === 0) said.pop()
    return [said]
  }
  const questions = outline.issues.map(({ question }) => (set.has(question) ? '' : question))
  const issues = outline.issues.map((asked, issue) => {
    const opposed = asked.for.length > 0 && asked.against.length > 0
    const rows = (list: OutlineClaim[], side: Side | null) =>
      list.flatMap((one) => row(one, { issue, side, opposed: opposed && side !== null }))
    const sides = {
      for: rows(asked.for, 'for'),
      against: rows(asked.against, 'against'),
      other: rows(asked.other, null),
    }
    return {
      question: questions[issue],
      ...Object.fromEntries(Object.entries(sides).filter(([, list]) => list.length > 0)),
    }
  })
  const title = set.has(outline.title) ? '' : outline.title
  const { posts, people } = outline
  const parts = partsOf([...claims.values()])
  const json = JSON.stringify({ title, posts, people, issues, parts })
  return { json, claims, parts, title, questions: questions.filter((one) => one !== ''), posts, people }
}

function partsOf(shown: ShownClaim[]): Part[] {
  return [
    ...(['for', 'against'] as const).filter((side) => shown.some((one) => one.side === side)),
    ...ON_STANDING.filter((part) => shown.some(STANDINGS[part])),
  ]
}

function other(side: Side | null): Side | null {
  if (side === null) return null
  return side === 'for' ? 'against' : 'for'
}

/**
 * The claims there is room for: all positions before what supports or rebuts them, and that before what lies deeper. The
 * first position of each side always has room, so that none is silenced by the length of the other.
 */
function roomFor(outline: Outline, set: Set<string>): Set<OutlineClaim> {
  const { post, least, most } = CHARACTERS
  let left = Math.min(most, Math.max(least, outline.posts * post))
  const room = new Set<OutlineClaim>()
  const open = (list: OutlineClaim[]) => list.filter(({ statement }) => !set.has(statement))
  const sides = outline.issues.flatMap((issue) => [issue.for, issue.against, issue.other]).map(open)
  const first = new Set(sides.flatMap((side) => side.slice(0, 1)))
  let level = inTurn(sides)
  while (level.length > 0) {
    const taken = level.filter((claim) => {
      left -= claim.statement.length
      return left >= 0 || first.has(claim)
    })
    for (const claim of taken) room.add(claim)
    level = inTurn(taken.flatMap((claim) => [open(claim.rebuts), open(claim.supports)]))
  }
  return room
}

/** The first of each list, then the second of each, and so on. */
function inTurn<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat()
}

/** What is said of a claim beside its statement. */
export function marksOf(claim: OutlineClaim): string {
  return [
    ...(claim.standing === 'unchallenged' ? [] : [claim.standing]),
    ...(claim.people > 1 ? [`${claim.people}p`] : []),
    ...(claim.kind === 'evidence' ? ['evidence'] : []),
    ...(claim.unanswered ? ['unanswered'] : []),
    ...(claim.noEvidence ? ['no evidence'] : []),
  ].join(', ')
}
