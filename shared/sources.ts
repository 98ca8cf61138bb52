/** What was found behind the addresses a debate cites. Nothing here says whether a source is right. */
import { z } from 'zod'
import { Passage } from './thread.ts'

/** Words a post quotes, beside an address it cites, and whether they stand in what is there. */
export const SourceQuote = Passage.extend({ result: z.enum(['found', 'not found', 'not read']) })
export type SourceQuote = z.infer<typeof SourceQuote>

export const CheckedSource = z.object({
  /** As it is cited. */
  url: z.string(),
  /** `not reached`: nothing answers there. `not read`: something does, but its text could not be had. */
  state: z.enum(['read', 'not read', 'not reached']),
  /** Why it was not read, in a sentence; null when it was. */
  why: z.string().nullable(),
  title: z.string().nullable(),
  site: z.string(),
  /** Day of publication, YYYY-MM-DD, where the page names one. */
  date: z.string().nullable(),
  quotes: z.array(SourceQuote),
  /** ISO 8601 in UTC. */
  checkedAt: z.string(),
})
export type CheckedSource = z.infer<typeof CheckedSource>

/** How far a check is: `done` of `of` addresses; `left` more were too many for one check. */
export const SourceChecks = z.object({
  running: z.boolean(),
  done: z.int(),
  of: z.int(),
  left: z.int(),
  sources: z.array(CheckedSource),
})
export type SourceChecks = z.infer<typeof SourceChecks>
