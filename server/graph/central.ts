/**
 * How much a statement speaks of what its debate speaks of: after the centroid of D. Radev, H. Jing, M. Styś, D. Tam,
 * "Centroid-based summarization of multiple documents" (2004), where what stands nearest to all is told first.
 */
import type { Claim } from '../../shared/debate.ts'
import { ContentStems } from '../text/content-stems.ts'

/** A statement of fewer statements than this is compared as if there were so many: in a short thread every word is rare. */
const FEWEST = 20

/** Of each claim, by id, about the share of all claims that speak of at least one of the same things, 0 to 1. */
export function centrality(claims: readonly Claim[]): (claim: Claim) => number {
  const stems = new ContentStems()
  const said = new Map<string, number>()
  for (const { statement } of claims) for (const word of stems.of(statement)) said.set(word, (said.get(word) ?? 0) + 1)
  const all = Math.max(FEWEST, claims.length)
  return ({ statement }) => {
    const elsewhere = [...stems.of(statement)].map((word) => ((said.get(word) ?? 1) - 1) / all)
    return 1 - elsewhere.reduce((none, share) => none * (1 - share), 1)
  }
}
