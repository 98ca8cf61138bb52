/** Which claims pass a filter, and what else must stay on the map so that they hang somewhere. */
import type { Claim, Debate } from '../../shared/debate.ts'
import { type Argument, pathTo } from '../graph/argument.ts'
import type { Filter, FilterMark } from './route.ts'

/** A claim counts as said often from this many posts on. */
const OFTEN = 3

interface Filtered {
  /** Claims that pass. */
  passing: ReadonlySet<string>
  /** Those and their ancestors, which are shown in grey. */
  shown: ReadonlySet<string>
}

export function isOn(filter: Filter): boolean {
  return filter.marks.length > 0 || filter.person !== null || filter.type !== null
}

/** Null when no filter is on. `since` is the end of the last visit (ISO 8601), for what is new. */
export function filtered(debate: Debate, argument: Argument, filter: Filter, since: string | null): Filtered | null {
  if (!isOn(filter)) return null
  const tests = testsOf(debate, argument, since)
  const passing = new Set<string>()
  for (const claim of debate.claims) {
    const marked = filter.marks.every((mark) => tests[mark](claim))
    const byPerson = filter.person === null || claim.mentions.some((mention) => mention.personId === filter.person)
    const ofType = filter.type === null || typesOf(argument, claim).includes(filter.type)
    if (marked && byPerson && ofType) passing.add(claim.id)
  }
  const shown = new Set(passing)
  for (const id of passing) for (const above of pathTo(argument, id)) shown.add(above)
  return { passing, shown }
}

/** How many claims each mark would leave, taken alone. */
export function countsOf(debate: Debate, argument: Argument, since: string | null): Record<FilterMark, number> {
  const tests = testsOf(debate, argument, since)
  const count = (mark: FilterMark): number => debate.claims.filter(tests[mark]).length
  return {
    contested: count('contested'),
    unanswered: count('unanswered'),
    evidence: count('evidence'),
    noEvidence: count('noEvidence'),
    often: count('often'),
    fresh: count('fresh'),
  }
}

function testsOf(
  debate: Debate,
  argument: Argument,
  since: string | null,
): Record<FilterMark, (claim: Claim) => boolean> {
  const fresh = new Set<string>()
  if (since !== null) {
    for (const thread of debate.threads) {
      for (const post of thread.posts) if (post.createdAt !== null && post.createdAt > since) fresh.add(post.id)
    }
  }
  return {
    contested: (claim) => claim.kind === 'claim' && claim.standing.label === 'contested',
    unanswered: (claim) => claim.kind === 'claim' && claim.standing.unanswered,
    evidence: (claim) => (argument.nodes.get(claim.id)?.count.evidence ?? 0) > 0,
    noEvidence: (claim) => claim.kind === 'claim' && claim.standing.noEvidence,
    often: (claim) => claim.posts >= OFTEN,
    fresh: (claim) => claim.mentions.some((mention) => fresh.has(mention.postId)),
  }
}

/** Types of the evidence itself, or of the evidence given for a claim. */
function typesOf(argument: Argument, claim: Claim): string[] {
  if (claim.kind === 'evidence') return claim.evidenceType === null ? [] : [claim.evidenceType]
  const children = argument.nodes.get(claim.id)?.children ?? []
  return children.flatMap((id) => argument.nodes.get(id)?.evidenceType ?? [])
}
