/**
 * How often what is known by rule is right, measured on annotated threads of a debating forum. Within a post: of all links
 * shown, the share that people drew, too, between passages cut alike (for connectives, which such threads have few of, also
 * in comments and short texts). Across posts: the share of links that end at a statement the post takes a stand on; for
 * `reply`, whether it takes a stand on that post at all. Shown beside every such link, so that nobody takes a rule's guess
 * for a reading. The counts across posts are small (12 to 20 links).
 * Of replies whose words are read as agreement or disagreement about 7 in 10 are meant so, measured on replies people labelled.
 */
import type { Basis } from './findings.ts'

/** Share of right links by basis, 0 to 1; null for bases that are no rule of ours (a model's judgement, a side the platform records, a person's correction). */
export const RULE_PRECISION: Record<Basis, number | null> = {
  connective: 0.5,
  nearby: 0.2,
  platform: null,
  title: 0.28,
  quote: 0.5,
  similar: 0.33,
  reply: 0.8,
  model: null,
  correction: null,
}

/** The same of links pinned to the point of the answered post by the reply structure alone. */
export const POINT_PRECISION = 0.3

/**
 * The same of rebuttals known because one claim says the words of the other with a denial or an opposite. Rare and held to be
 * surer than it could be counted: such pairs written for trying were all contrary, in captured threads there are few.
 */
export const DENIAL_PRECISION = 0.9

/**
 * Of passages the built-in analyser takes for claims or evidence, the share that people marked, too (overlap of half or
 * more), and of those the share with its kind right. Its own certainty of a passage says less: it was never calibrated.
 */
export const FOUND_PRECISION = { passage: 0.78, kind: 0.73 }
