/** Cruxes: the claims that move a position most, found by holding each at 1 and at 0. */
import { moved } from '../../shared/crux.ts'
import type { Crux, Debate } from '../../shared/debate.ts'
import { contrary, plain } from '../text/contrary.ts'
import type { Settled } from './energy.ts'
import { grouped } from './grouped.ts'
import { speakerOf } from './people.ts'

/** Least change of strength that counts: one step of the figures shown. */
const LEAST = 0.01
/** Changes smaller than this are not followed in the figures of those that are told. */
const EXACT = 1e-4
/** Claims that people took up, and reasons that nobody did: of one position, and of all together. */
const MOST = { takenUp: { each: 3, all: 8 }, untouched: { each: 1, all: 4 } }

/**
 * The claims whose acceptance (held at 1) or rejection (at 0) changes the strength of a position most, with the strength as
 * it is and as it would be; those that change it most first. However little that is, the ones that do most are told: only
 * what would not show in the figures is left out. So is what answers the same question as the position, or says it or its
 * contrary in other words, since it stands or falls with it anyhow; and what is held to bear on the position only because it
 * stands beside something, which is wrong four times in five (`RULE_PRECISION`). A reason that only those give who hold the
 * position, and nobody else took up, is told only where it is the weightiest of its kind.
 */
export function cruxesOf(debate: Debate, network: Settled): Crux[] {
  const takenUp = takenUpTest(debate)
  const twins = twinTest(debate)
  const bearing = bearingTest(debate)
  const found = grouped(movesOf(debate, network), ({ positionId }) => positionId)
  const ofEach = [...found].flatMap(([positionId, moves]) =>
    few(
      bearing(positionId, moves).map((move) =>
        takenUp(move.claimId, move.positionId) ? move : { ...move, untouched: true },
      ),
      'each',
      (crux) => twins(crux.claimId, crux.positionId),
    ),
  )
  return ranked(few(ofEach, 'all').map((crux) => exactly(crux, network)))
}

function exactly(crux: Crux, network: Settled): Crux {
  const held = (value: number) => network.whatIf(crux.claimId, value, EXACT).get(crux.positionId) ?? crux.before
  return { ...crux, ifAccepted: held(1), ifRejected: held(0) }
}

/** Weightiest first, and no more than there may be of each kind. */
function few(cruxes: Crux[], among: 'each' | 'all', leftOut: (crux: Crux) => boolean = () => false): Crux[] {
  const room = { takenUp: MOST.takenUp[among], untouched: MOST.untouched[among] }
  return ranked(cruxes).filter((crux) => {
    const kind = crux.untouched === true ? 'untouched' : 'takenUp'
    if (room[kind] === 0 || leftOut(crux)) return false
    room[kind]--
    return true
  })
}

function ranked(cruxes: Crux[]): Crux[] {
  return cruxes.toSorted((a, b) => moved(b) - moved(a) || Number(a.untouched ?? false) - Number(b.untouched ?? false))
}

/** Every claim that moves a position by a step or more. */
function movesOf(debate: Debate, network: Settled): Crux[] {
  const issues = new Map(
    debate.issues.flatMap((issue) => issue.positions.map(({ claimId }): [string, string] => [claimId, issue.id])),
  )
  const linked = new Set(debate.links.map((link) => link.from))
  return debate.claims.flatMap(({ id, place }) => {
    if (!linked.has(id) && place.via !== 'reply') return []
    const accepted = network.whatIf(id, 1, LEAST)
    const rejected = network.whatIf(id, 0, LEAST)
    return [...new Set([...accepted.keys(), ...rejected.keys()])].flatMap((positionId) => {
      const issue = issues.get(positionId)
      if (issue === undefined || positionId === id || issues.get(id) === issue) return []
      const before = network.strength(positionId)
      const ifAccepted = accepted.get(positionId) ?? before
      const ifRejected = rejected.get(positionId) ?? before
      return [{ claimId: id, positionId, before, ifAccepted, ifRejected }]
    })
  })
}

/**
 * The moves of those claims from which links and replies lead to their position by way of claims that move it, too, or of
 * other positions; links guessed from what stands near are not followed.
 */
function bearingTest(debate: Debate): (positionId: string, moves: Crux[]) => Crux[] {
  const known = debate.links.filter(({ basis }) => basis !== 'nearby')
  const into = grouped(known, ({ to }) => to)
  const replies = grouped(
    debate.claims.filter(({ place }) => place.via === 'reply'),
    ({ place }) => place.parent ?? '',
  )
  const positions = debate.issues.flatMap((issue) => issue.positions.map(({ claimId }) => claimId))
  return (positionId, moves) => {
    const open = new Set([...positions, ...moves.map(({ claimId }) => claimId)])
    const reached = new Set([positionId])
    // Grows while it is walked; by links, too, since an undercut leads to one.
    for (const end of reached) {
      const linked = into.get(end) ?? []
      for (const { id } of linked) reached.add(id)
      for (const from of [...linked.map((link) => link.from), ...(replies.get(end) ?? []).map(({ id }) => id)]) {
        if (open.has(from)) reached.add(from)
      }
    }
    return moves.filter(({ claimId }) => reached.has(claimId))
  }
}

/** Whether two claims say the same or the contrary in other words. */
function twinTest(debate: Debate): (a: string, b: string) => boolean {
  const alike = new Set(debate.similar.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  const claims = new Map(debate.claims.map((claim) => [claim.id, claim]))
  const plainly = (id: string) => plain(claims.get(id)?.statement ?? '')
  return (a, b) => {
    if (alike.has(`${a} ${b}`)) return true
    const [one, other] = [plainly(a), plainly(b)]
    return one !== null && other !== null && contrary(one, other) !== null
  }
}

/** Whether somebody besides those who hold the position says a claim or answers it, by a link or a reply. */
function takenUpTest(debate: Debate): (claimId: string, positionId: string) => boolean {
  const speakers = new Map(debate.claims.map((claim) => [claim.id, claim.mentions.map(speakerOf)]))
  const engaged = new Map([...speakers].map(([id, those]) => [id, new Set(those)]))
  const ends = new Map(debate.links.map((link) => [link.id, link.from]))
  const answer = (from: string, to: string | null | undefined) => {
    for (const person of speakers.get(from) ?? []) engaged.get(to ?? '')?.add(person)
  }
  for (const link of debate.links) answer(link.from, ends.get(link.to) ?? link.to)
  for (const { id, place } of debate.claims) if (place.via === 'reply') answer(id, place.parent)
  return (claimId, positionId) => {
    const holders = new Set(speakers.get(positionId))
    return [...(engaged.get(claimId) ?? [])].some((person) => !holders.has(person))
  }
}
