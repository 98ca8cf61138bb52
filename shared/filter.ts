/** Which claims of a debate are asked for: what the page's filters and the export of a filtered view share. */
import type { Claim, Debate } from './debate.ts'

export const FILTER_MARKS = ['contested', 'unanswered', 'evidence', 'noEvidence', 'often', 'fresh'] as const
export type FilterMark = (typeof FILTER_MARKS)[number]

/** What claims must be; all that is set must hold. */
export interface Filter {
  marks: readonly FilterMark[]
  /** Id of a person who says it. */
  person: string | null
  /** Type of the evidence itself, or of evidence given for it. */
  type: string | null
}

export const NO_FILTER: Filter = { marks: [], person: null, type: null }

/** A claim counts as said often from this many posts on. */
const OFTEN = 3

export function isOn(filter: Filter): boolean {
  return filter.marks.length > 0 || filter.person !== null || filter.type !== null
}

/** Ids of the claims that pass. `since` is the end of the last visit (ISO 8601), for what is new; null for none. */
export function passing(debate: Debate, filter: Filter, since: string | null): Set<string> {
  const tests = testsOf(debate, since)
  const given = evidenceBelow(debate)
  const ofType = (claim: Claim): boolean =>
    (claim.kind === 'evidence' ? [claim] : (given.get(claim.id) ?? [])).some((one) => one.evidenceType === filter.type)
  const passes = (claim: Claim): boolean =>
    filter.marks.every((mark) => tests[mark](claim)) &&
    (filter.person === null || claim.mentions.some((mention) => mention.personId === filter.person)) &&
    (filter.type === null || ofType(claim))
  return new Set(debate.claims.filter(passes).map((claim) => claim.id))
}

/** What each mark alone asks of a claim. New is what was written, or came in with a later reading, after `since`. */
export function testsOf(debate: Debate, since: string | null): Record<FilterMark, (claim: Claim) => boolean> {
  const given = evidenceBelow(debate)
  const fresh = new Set<string>()
  if (since !== null) {
    for (const thread of debate.threads) {
      for (const post of thread.posts) if (post.createdAt !== null && post.createdAt > since) fresh.add(post.id)
    }
    for (const [id, at] of Object.entries(debate.arrived ?? {})) if (at > since) fresh.add(id)
  }
  return {
    contested: (claim) => claim.kind === 'claim' && claim.standing.label === 'contested',
    unanswered: (claim) => claim.kind === 'claim' && claim.standing.unanswered,
    evidence: (claim) => given.has(claim.id),
    noEvidence: (claim) => claim.kind === 'claim' && claim.standing.noEvidence,
    often: (claim) => claim.posts >= OFTEN,
    fresh: (claim) => claim.mentions.some((mention) => fresh.has(mention.postId)),
  }
}

/** Pieces of evidence by the claim they are placed under. */
function evidenceBelow(debate: Debate): Map<string, Claim[]> {
  const below = new Map<string, Claim[]>()
  for (const claim of debate.claims) {
    const { parent } = claim.place
    if (claim.kind === 'evidence' && parent !== null) below.set(parent, [...(below.get(parent) ?? []), claim])
  }
  return below
}
