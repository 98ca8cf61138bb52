/** Cruxes: the claims on which the strength of a position hangs most, found by holding each at 1 and at 0. */
import type { Crux, Debate } from '../../shared/debate.ts'
import type { Settled } from './energy.ts'

/** A claim that moves a position by less than this is no crux of it. */
const LEAST_SWING = 0.05
const MOST_PER_POSITION = 3
const MOST = 12
/** Changes of strength smaller than this are not followed further. */
const FOLLOWED = 0.01

/** Weightiest first: the positions' strengths as they are, were the claim accepted (held at 1), were it rejected (at 0). */
export function cruxesOf(debate: Debate, network: Settled): Crux[] {
  const positions = new Set(debate.issues.flatMap((issue) => issue.positions.map((position) => position.claimId)))
  const linked = new Set(debate.links.map((link) => link.from))
  const found = new Map<string, Crux[]>([...positions].map((id) => [id, []]))
  for (const { id, place } of debate.claims) {
    if (!linked.has(id) && place.via !== 'reply') continue
    const accepted = network.whatIf(id, 1, FOLLOWED)
    const rejected = network.whatIf(id, 0, FOLLOWED)
    for (const positionId of new Set([...accepted.keys(), ...rejected.keys()])) {
      if (positionId === id || !positions.has(positionId)) continue
      const before = network.strength(positionId)
      const crux = {
        claimId: id,
        positionId,
        before,
        ifAccepted: accepted.get(positionId) ?? before,
        ifRejected: rejected.get(positionId) ?? before,
      }
      if (swing(crux) >= LEAST_SWING) found.get(positionId)?.push(crux)
    }
  }
  return [...found.values()]
    .flatMap((cruxes) => cruxes.sort((a, b) => swing(b) - swing(a)).slice(0, MOST_PER_POSITION))
    .sort((a, b) => swing(b) - swing(a))
    .slice(0, MOST)
}

function swing(crux: Crux): number {
  return Math.abs(crux.ifAccepted - crux.ifRejected)
}
