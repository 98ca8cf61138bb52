/** How much of the debate hangs on a claim: what main points are ranked by. */
import type { Debate, Issue } from './debate.ts'

type Weighed = Pick<Debate, 'claims' | 'links' | 'replies'> & { issues?: Pick<Issue, 'positions'>[] }

/**
 * Weight of every claim: people who say it, twice the pieces of evidence that support it, and the answers it got (links
 * and replies of whatever kind). Positions that take no side share their weights out in the order their issue names them
 * in, so that whoever ranks by weight shows them in that order.
 */
export function weights(debate: Weighed): Map<string, number> {
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
  for (const { positions } of debate.issues ?? []) {
    const ordered = positions.filter(({ stance, claimId }) => stance === null && weight.has(claimId))
    const heaviest = ordered.map(({ claimId }) => weight.get(claimId) as number).sort((a, b) => b - a)
    ordered.forEach(({ claimId }, at) => weight.set(claimId, (heaviest[at] as number) - at / (ordered.length + 1)))
  }
  return weight
}
