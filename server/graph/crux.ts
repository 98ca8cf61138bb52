/** Cruxes: the claims on which a position hangs, found by holding each at 1 and at 0. */
import type { Crux, Debate } from '../../shared/debate.ts'
import type { Settled } from './energy.ts'

/** A claim that moves the strength of a position by this much is a crux of it. */
const DECISIVE = 0.1
/** A claim that moves it by less, but to or from the first rank among the positions of its issue, is one too, from here. */
const LEAST = 0.05
/** Changes of strength smaller than this are not followed further. */
const FOLLOWED = 0.01
const MOST_PER_POSITION = 3
const MOST = 12

/**
 * Weightiest first: claims whose acceptance (held at 1) or rejection (at 0) changes the strength of a position by at least
 * 0.1, or makes it or another the strongest of its issue; with the strength as it is and as it would be. What only those say
 * who hold the position, and nobody else took up, is no crux: nobody would know how to argue about it. Empty when no single
 * claim decides anything.
 */
export function cruxesOf(debate: Debate, network: Settled): Crux[] {
  const rivals = rivalsOf(debate)
  const linked = new Set(debate.links.map((link) => link.from))
  const found = new Map<string, Crux[]>([...rivals.keys()].map((id) => [id, []]))
  const people = new Map(debate.claims.map((claim) => [claim.id, claim.mentions.map((mention) => mention.personId)]))
  const engaged = engagedPeople(debate, people)
  for (const { id, place } of debate.claims) {
    if (!linked.has(id) && place.via !== 'reply') continue
    const accepted = network.whatIf(id, 1, FOLLOWED)
    const rejected = network.whatIf(id, 0, FOLLOWED)
    for (const positionId of new Set([...accepted.keys(), ...rejected.keys()])) {
      const others = rivals.get(positionId)
      if (positionId === id || others === undefined) continue
      const holders = people.get(positionId) ?? []
      if ([...(engaged.get(id) ?? [])].every((person) => holders.includes(person))) continue
      const before = network.strength(positionId)
      const crux = {
        claimId: id,
        positionId,
        before,
        ifAccepted: accepted.get(positionId) ?? before,
        ifRejected: rejected.get(positionId) ?? before,
      }
      const leads = (held: Map<string, number>) =>
        others.every((other) => strengthIn(held, other, network) < strengthIn(held, positionId, network))
      const first = leads(new Map())
      const overtakes = change(crux) >= LEAST && (leads(accepted) !== first || leads(rejected) !== first)
      const decides = change(crux) >= DECISIVE || overtakes
      if (decides) found.get(positionId)?.push(crux)
    }
  }
  return [...found.values()]
    .flatMap((cruxes) => cruxes.sort((a, b) => change(b) - change(a)).slice(0, MOST_PER_POSITION))
    .sort((a, b) => change(b) - change(a))
    .slice(0, MOST)
}

/** For every claim the people who say it or answer it, by a link or a reply. */
function engagedPeople(debate: Debate, people: Map<string, string[]>): Map<string, Set<string>> {
  const engaged = new Map([...people].map(([id, those]) => [id, new Set(those)]))
  const ends = new Map(debate.links.map((link) => [link.id, link.from]))
  const answer = (from: string, to: string | null | undefined) => {
    for (const person of people.get(from) ?? []) engaged.get(to ?? '')?.add(person)
  }
  for (const link of debate.links) answer(link.from, ends.get(link.to) ?? link.to)
  for (const { id, place } of debate.claims) if (place.via === 'reply') answer(id, place.parent)
  return engaged
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
