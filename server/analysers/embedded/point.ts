/** The unit of a post that says what the post is about. */
import { isPassing } from '../../text/passing.ts'
import { endsDenying } from './kinds.ts'
import { has } from './typing.ts'
import type { Found } from './units.ts'

/**
 * In this order: an answer to the title's question; what takes a side on it; in a reply what doubts or disagrees in so many
 * words, sets against or denies; else what reads most like a claim. The first of those that rank alike; of premises only where there is no claim.
 */
export function pointOf(units: readonly Found[], reply: boolean): Found | undefined {
  const arguing = withoutAsides(units.filter((unit) => unit.role !== null && !unit.segment.heading))
  const claims = arguing.filter((unit) => unit.role === 'claim')
  const sided = arguing.filter(
    (unit) => unit.draft.kind === 'claim' && (unit.draft.stance !== null || unit.weighs === true),
  )
  const firm = reply ? arguing.filter(contests) : []
  const denying = reply ? arguing.filter((unit) => unit.draft.kind === 'claim' && unit.denies) : []
  return (
    arguing.find((unit) => unit.answers) ?? most(sided) ?? most(firm) ?? most(denying) ?? most(claims) ?? most(arguing)
  )
}

/** Without what is only granted or said in passing, where anything else is said. */
function withoutAsides(units: readonly Found[]): readonly Found[] {
  const own = units.filter(({ granted, draft }) => granted !== true && !isPassing(draft.statement))
  return own.length > 0 ? own : units
}

/** Whether the point is told by what it says, not only by being most like one. */
export function isFirm(point: Found): boolean {
  return point.answers || point.draft.stance !== null || contests(point)
}

/**
 * Whether a unit only says what is at issue before the writer takes a side on it: it stands in a paragraph before that of
 * the answer to the title, and neither judges nor gives evidence.
 */
export function isBackdrop({ segment, draft }: Found, point: Found): boolean {
  if (!point.answers || segment.heading || draft.kind !== 'claim' || segment.paragraph >= point.segment.paragraph)
    return false
  return !has(segment, 'opinion') && !has(segment, 'judgement') && !has(segment, 'norm') && !has(segment, 'reason')
}

/** Doubts, disagrees, or sets against ("But …") what the post answers. */
function contests({ segment }: Found): boolean {
  return (
    has(segment, 'undercut') || has(segment, 'disagreement') || has(segment, 'contrast') || endsDenying(segment.words)
  )
}

function most(units: readonly Found[]): Found | undefined {
  return units.reduce<Found | undefined>(
    (best, unit) => (best === undefined || unit.point > best.point ? unit : best),
    undefined,
  )
}
