/** Points that take a side on what the title asks support the answer somebody gives to it in so many words. */
import { RULE_PRECISION } from '../../../shared/precision.ts'
import type { DraftLink } from '../index.ts'
import type { Found } from './units.ts'

/** Links from points to the first answer of their side; a point that is an answer, or leads elsewhere, gets none. */
export function linksToAnswers(points: readonly Found[], links: readonly DraftLink[]): DraftLink[] {
  const leading = new Set(links.map(({ from }) => from))
  return points.flatMap((point) => {
    const { ref, stance } = point.draft
    const answer = points.find((one) => one.answers && one.draft.stance === stance)
    if (point.answers || answer === undefined || leading.has(ref)) return []
    return [
      {
        from: ref,
        to: answer.draft.ref,
        step: null,
        type: 'supports' as const,
        basis: 'title' as const,
        confidence: RULE_PRECISION.title ?? 0,
        why: [`takes the same side on what the title asks (${stance})`],
      },
    ]
  })
}
