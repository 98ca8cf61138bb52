/** What an analyser found in posts, before repeats are merged and the graph is drawn. Never leaves the server. */
import { z } from 'zod'
import { Range } from './thread.ts'

export const EvidenceType = z.enum(['statistic', 'study', 'document', 'expert', 'example', 'experience'])
export type EvidenceType = z.infer<typeof EvidenceType>

export const LinkType = z.enum(['supports', 'rebuts', 'undercuts'])
export type LinkType = z.infer<typeof LinkType>

export const Stance = z.enum(['for', 'against'])
export type Stance = z.infer<typeof Stance>

/**
 * How a link is known: said in words of the text ("because", "that does not follow"), judged by a model, recorded by the
 * platform as a side, or inferred
 * from where the words stand (a quote answered, the claim nearby, the reply structure, likeness of words).
 */
export const Basis = z.enum([
  'connective',
  'model',
  'platform',
  'quote',
  'nearby',
  'similar',
  'reply',
  'title',
  'correction',
])
export type Basis = z.infer<typeof Basis>

export const UnitKind = z.enum(['claim', 'evidence', 'concession', 'question'])
export type UnitKind = z.infer<typeof UnitKind>

/** One thing said at one place, its words found there. */
export const Unit = Range.extend({
  /** Derived from post and offsets, so that a new analysis of the same words gives the same id. */
  id: z.string(),
  postId: z.string(),
  kind: UnitKind,
  /** One self-contained sentence; equal to the passage's words (but for marks and case) when `verbatim`. */
  statement: z.string(),
  verbatim: z.boolean(),
  evidenceType: EvidenceType.nullable(),
  sourceUrl: z.string().nullable(),
  /** Side taken on the issue of the thread, where words show it. */
  stance: Stance.nullable(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** Names of the signs that led here, in words a person understands. */
  why: z.array(z.string()),
  /** True when `statement` seems to say more than the passage: a number, cause, certainty, denial or content it does not hold. */
  saysMore: z.boolean(),
})
export type Unit = z.infer<typeof Unit>

/** A relation between units; `to` of an undercut is the unit from which the doubted step starts (`step`: where it goes). */
export const UnitLink = z.object({
  from: z.string(),
  to: z.string(),
  step: z.string().nullable(),
  type: LinkType,
  basis: Basis,
  confidence: z.number().min(0).max(1),
  why: z.array(z.string()),
})
export type UnitLink = z.infer<typeof UnitLink>

/** A unit known to answer a post, without a claim of that post it could be pinned to. */
export const UnitReply = z.object({
  from: z.string(),
  toPost: z.string(),
  attitude: z.enum(['agrees', 'disagrees', 'unclear']),
  basis: Basis,
  confidence: z.number().min(0).max(1),
})
export type UnitReply = z.infer<typeof UnitReply>

/** What became of one post, with the reason in words for a person. */
export const Fate = z.object({
  postId: z.string(),
  fate: z.enum(['mapped', 'repeat', 'no argument', 'declined', 'failed']),
  /** Post it repeats, when `repeat`. */
  of: z.string().nullable(),
  why: z.string(),
  /** Which analyser read it, when one did. */
  by: z.string().nullable(),
})
export type Fate = z.infer<typeof Fate>

/** Findings of some posts: those of one batch, or of all batches together. */
export const Findings = z.object({
  units: z.array(Unit),
  links: z.array(UnitLink),
  replies: z.array(UnitReply),
  fates: z.array(Fate),
  /** For units, the posts whose units they were held against: what is not linked there has no link there. */
  judged: z.array(z.object({ unit: z.string(), posts: z.array(z.string()) })).optional(),
  /** Quotes that were nowhere to be found and so are not shown. */
  dropped: z.array(z.object({ postId: z.string(), quote: z.string(), why: z.string() })),
})
export type Findings = z.infer<typeof Findings>

/** Units that say the same: one claim (or piece of evidence) of the map with all its mentions, before it is placed. */
export const ClaimGroup = z.object({
  /** Id of its first unit in order of time, so that it survives a new analysis. */
  id: z.string(),
  kind: z.enum(['claim', 'evidence']),
  /** Earliest first; never empty. */
  units: z.array(Unit).min(1),
})
export type ClaimGroup = z.infer<typeof ClaimGroup>
