/** The unit of a post that says what the post is about. */
import type { Found } from './units.ts'

/**
 * An answer to the title's question where there is one; else among its claims, or among all where it makes none, the one
 * that takes a side or reads most like a claim; the first of those that read alike.
 */
export function pointOf(units: readonly Found[]): Found | undefined {
  const arguing = units.filter((unit) => unit.role !== null && !unit.segment.heading)
  const claims = arguing.filter((unit) => unit.role === 'claim')
  const among = claims.length > 0 ? claims : arguing
  const sided = arguing.filter((unit) => unit.draft.kind === 'claim' && unit.draft.stance !== null)
  return arguing.find((unit) => unit.answers) ?? most(sided) ?? most(among)
}

function most(units: readonly Found[]): Found | undefined {
  return units.reduce<Found | undefined>(
    (best, unit) => (best === undefined || unit.point > best.point ? unit : best),
    undefined,
  )
}
