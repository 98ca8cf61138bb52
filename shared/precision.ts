/**
 * How often links known by rule are right, measured on threads annotated by people (posts of a debating forum; a link is
 * right when it ends at the statement the annotators chose). Shown beside every such link, so that nobody takes a rule's
 * guess for a reading.
 */
import type { Basis } from './findings.ts'

/** Share of right links by basis, 0 to 1; null for bases that are no rule of ours (a model's judgement, a person's correction). */
export const RULE_PRECISION: Record<Basis, number | null> = {
  connective: 0.4,
  nearby: 0.2,
  title: 0.4,
  quote: 0.5,
  similar: 0.4,
  reply: 0.3,
  model: null,
  correction: null,
}

/** "linked by rule, about 4 in 10 of these are right"; null where the link is not a rule's. */
export function precisionSentence(basis: Basis): string | null {
  const share = RULE_PRECISION[basis]
  return share === null ? null : `linked by rule, about ${Math.round(share * 10)} in 10 of these are right`
}
