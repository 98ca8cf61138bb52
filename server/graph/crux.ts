/** Cruxes: the claims on which a position hangs, found by holding each at 1 and at 0. */
import type { Crux, Debate } from '../../shared/debate.ts'
import type { Settled } from './energy.ts'

/** A claim that moves the strength of a position by this much is a crux of it. */
const DECISIVE = 0.1
/** A claim that moves it by less, but past another position of the issue, is one too, from here. */
const LEAST = 0.02
const MOST_PER_POSITION = 3
const MOST = 12

/**
 * Weightiest first: claims whose acceptance (held at 1) or rejection (at 0) changes the strength of a position by at least
 * 0.1, or changes its rank among the positions of its issue; with the strength as it is and as it would be. Empty when no
 * single claim decides anything.
 */
export function cruxesOf(debate: Debate, network: Settled): Crux[] {
  const rivals = rivalsOf(debate)
  const linked = new Set(debate.links.map((link) => link.from))
  const found = new Map<string, Crux[]>([...rivals.keys()].map((id) => [id, []]))
  for (const { id, place } of debate.claims) {
    if (!linked.has(id) && place.via !== 'reply') continue
    const accepted = network.whatIf(id, 1, LEAST)
    const rejected = network.whatIf(id, 0, LEAST)
    for (const positionId of new Set([...accepted.keys(), ...rejected.keys()])) {
      const others = rivals.get(positionId)
      if (positionId === id || others === undefined) continue
      const before = network.strength(positionId)
      const crux = {
        claimId: id,
        positionId,
        before,
        ifAccepted: accepted.get(positionId) ?? before,
        ifRejected: rejected.get(positionId) ?? before,
      }
      const rank = (held: Map<string, number>) =>
        others.filter((other) => strengthIn(held, other, network) > strengthIn(held, positionId, network)).length
      const now = rank(new Map())
      const decides = change(crux) >= DECISIVE || rank(accepted) !== now || rank(rejected) !== now
      if (decides) found.get(positionId)?.push(crux)
    }
  }
  return [...found.values()]
    .flatMap((cruxes) => cruxes.sort((a, b) => change(b) - change(a)).slice(0, MOST_PER_POSITION))
    .sort((a, b) => change(b) - change(a))
    .slice(0, MOST)
}

/** For every position the other positions of its issue. */
function rivalsOf(debate: Debate): Map<string, string[]> {
  return new Map(
    debate.issues.flatMap(({ positions }) => {
      const ids = positions.map((position) => position.claimId)
      return ids.map((id): [string, string[]] => [id, ids.filter((other) => other !== id)])
    }),
  )
}

function strengthIn(held: Map<string, number>, id: string, network: Settled): number {
  return held.get(id) ?? network.strength(id)
}

/** The larger of the two moves away from where the position stands. */
function change(crux: Crux): number {
  return Math.max(Math.abs(crux.ifAccepted - crux.before), Math.abs(crux.ifRejected - crux.before))
}
