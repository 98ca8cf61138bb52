/**
 * Which units of a very long post are shown. A reader takes in so many statements a post and no more: what is asked,
 * granted, for or against the proposal, quoted by others or contested is kept, and of the rest what reads most like an argument.
 */
import type { Range } from '../../../shared/thread.ts'
import { has } from './typing.ts'
import type { Found } from './units.ts'

/** Units shown of one post. */
const MOST = 30

/** The units to show, in order. `quoted`: passages of the post that others answer. */
export function mostTelling(units: readonly Found[], quoted: readonly Range[]): Found[] {
  if (units.length <= MOST) return [...units]
  const weights = new Map(units.map((unit) => [unit, weightOf(unit, quoted)]))
  const ranked = [...units].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
  const kept = new Set(ranked.slice(0, MOST))
  return units.filter((unit) => kept.has(unit))
}

function weightOf({ segment, draft, role, point, answers }: Found, quoted: readonly Range[]): number {
  const plain = segment.heading || answers || draft.stance !== null || role === null
  const isQuoted = quoted.some((range) => segment.start < range.end && segment.end > range.start)
  const contests = has(segment, 'disagreement') || has(segment, 'undercut') || has(segment, 'agreement')
  const judges = has(segment, 'opinion') || has(segment, 'norm') || has(segment, 'conclusion')
  return (
    (plain ? 2 : 0) +
    (isQuoted ? 2 : 0) +
    (role === 'claim' ? 0.5 + point : draft.confidence / 2) +
    (contests ? 0.5 : 0) +
    (judges ? 0.3 : 0) +
    (draft.kind === 'evidence' ? 0.4 : 0)
  )
}
