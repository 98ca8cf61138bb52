/** The unit of a post that says what the post is about. */
import { has } from './typing.ts'
import type { Found } from './units.ts'

/** How much more a unit that denies reads like the point of a reply, which is there to answer something. */
const DENYING = 0.2

/**
 * In this order: an answer to the title's question; what takes a side on it; in a reply what doubts or disagrees in so many
 * words; else what reads most like a claim. The first of those that rank alike; of premises only where there is no claim.
 */
export function pointOf(units: readonly Found[], reply: boolean): Found | undefined {
  const arguing = units.filter((unit) => unit.role !== null && !unit.segment.heading)
  const claims = arguing.filter((unit) => unit.role === 'claim')
  const sided = arguing.filter((unit) => unit.draft.kind === 'claim' && unit.draft.stance !== null)
  const firm = reply ? arguing.filter((unit) => unit.draft.kind === 'claim' && contests(unit)) : []
  return (
    arguing.find((unit) => unit.answers) ??
    most(sided, reply) ??
    most(firm, reply) ??
    most(claims, reply) ??
    most(arguing, reply)
  )
}

/** Whether the point is told by what it says, not only by being most like one. */
export function isFirm(point: Found): boolean {
  return point.answers || point.draft.stance !== null || contests(point)
}

function contests({ segment }: Found): boolean {
  return has(segment, 'undercut') || has(segment, 'disagreement')
}

function most(units: readonly Found[], reply: boolean): Found | undefined {
  const rank = (unit: Found): number => unit.point + (reply && unit.denies ? DENYING : 0)
  return units.reduce<Found | undefined>(
    (best, unit) => (best === undefined || rank(unit) > rank(best) ? unit : best),
    undefined,
  )
}
