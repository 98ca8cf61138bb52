/** How much of the debate hangs on a claim: what main points are ranked by. */
import type { Debate } from './debate.ts'

/**
 * Weight of every claim: people who say it, twice the pieces of evidence that support it, and the answers it got (links
 * and replies of whatever kind).
 */
export function weights(debate: Pick<Debate, 'claims' | 'links' | 'replies'>): Map<string, number> {
  const weight = new Map(debate.claims.map((claim) => [claim.id, claim.people]))
  const add = (id: string, more: number) => {
    const known = weight.get(id)
    if (known !== undefined) weight.set(id, known + more)
  }
  const evidence = new Set(debate.claims.filter((claim) => claim.kind === 'evidence').map((claim) => claim.id))
  const sources = new Map(debate.links.map((link) => [link.id, link.from]))
  for (const link of debate.links) {
    add(sources.get(link.to) ?? link.to, link.type === 'supports' && evidence.has(link.from) ? 3 : 1)
  }
  for (const claim of debate.claims) if (claim.place.via === 'reply' && claim.place.parent) add(claim.place.parent, 1)
  return weight
}
