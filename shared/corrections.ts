/**
 * What people change on a map, kept as a log beside the debate. A correction names what it concerns by ids and by the
 * passages they stand for, so that it can be applied again after a new analysis gave other ids.
 */
import { z } from 'zod'
import { EvidenceType, LinkType } from './findings.ts'
import { Passage } from './thread.ts'

/** A claim: by its id, and where that is gone by one of the places where it was said. */
export const ClaimRef = z.object({ id: z.string(), passages: z.array(Passage).max(50) })
export type ClaimRef = z.infer<typeof ClaimRef>

/** Where a link goes. An undercut denies the step from `to` to `step`; other links have no `step`. */
export const LinkTarget = z.object({ to: ClaimRef, step: ClaimRef.nullable(), type: LinkType })
export type LinkTarget = z.infer<typeof LinkTarget>

export const Change = z.discriminatedUnion('kind', [
  /** The two are one claim; `into` keeps its id and statement. */
  z.object({ kind: z.literal('merge'), claim: ClaimRef, into: ClaimRef }),
  /** These mentions are a claim of their own; without a statement, the words of the first of them. */
  z.object({
    kind: z.literal('split'),
    claim: ClaimRef,
    mentions: z.array(Passage).min(1).max(500),
    statement: z.string().min(1).max(1000).nullable(),
  }),
  /** Claim or evidence, and of which type. */
  z.object({
    kind: z.literal('retype'),
    claim: ClaimRef,
    to: z.enum(['claim', 'evidence']),
    evidenceType: EvidenceType.nullable(),
  }),
  /** A link becomes another one; `was` null adds one, `now` null removes one. */
  z.object({ kind: z.literal('relink'), from: ClaimRef, was: LinkTarget.nullable(), now: LinkTarget.nullable() }),
  /** Not shown any more; its links go with it. */
  z.object({ kind: z.literal('hide'), claim: ClaimRef }),
  z.object({ kind: z.literal('restate'), claim: ClaimRef, statement: z.string().min(1).max(1000) }),
  /** Something said that the analysis missed: `words` stand at `passage`, or elsewhere in its post once that was edited. */
  z.object({
    kind: z.literal('add'),
    passage: Passage,
    words: z.string().min(1).max(20_000),
    as: z.enum(['claim', 'evidence']),
    evidenceType: EvidenceType.nullable(),
    statement: z.string().min(1).max(1000),
  }),
  /** A post folded as a repeat stands on its own again. */
  z.object({ kind: z.literal('unfold'), postId: z.string() }),
])
export type Change = z.infer<typeof Change>

export const Correction = z.object({
  id: z.string(),
  /** ISO 8601 in UTC. */
  at: z.string(),
  /** Who made it, as they gave their name; null when they gave none. */
  by: z.string().max(200).nullable(),
  /** Taken back, and kept so that it can be done again. */
  undone: z.boolean(),
  change: Change,
})
export type Correction = z.infer<typeof Correction>

/** A correction that finds no longer what it is about. */
export const NotApplied = z.object({ id: z.string(), why: z.string() })
export type NotApplied = z.infer<typeof NotApplied>
