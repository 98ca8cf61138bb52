/**
 * The example's map as a careful reader draws it, and how near a debate comes to it.
 *
 * `tests/fixtures/threads/example.expected.json` was made by reading the thread, not from any program's answer:
 * - `claims`: everything put forward, with its exact words in each post that says it. `main` ones carry the debate; the
 *   others are asides a good map may show or leave out. A claim with mentions in several posts is one point said by several
 *   people. `stance`: side taken on the question of the thread.
 * - `links`: what supports or rebuts what; an undercut names the doubted step by its two ends, `to` and `step`.
 * - `positions` answer the question directly. `unanswered` are points of several people nobody argues against.
 * - `concessions` accept the claim `accepts` of the other side; a question with an empty `answeredBy` stays open.
 * - `repeats`, and posts with `noArgument`: off topic, deleted, from the platform, the `hostile` one, or one that only nods to
 *   the post it answers ("This."), which takes a side and says nothing of its own.
 *
 * A person may draw some of it otherwise: the numbers of `compare.ts` serve to notice change, not to rank analysers.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Repeat } from '../../shared/debate.ts'
import { EvidenceType, LinkType, Stance } from '../../shared/findings.ts'
import { Thread } from '../../shared/thread.ts'

/** Words of a post, which stand in it once. */
export const Said = z.strictObject({ post: z.string(), words: z.string() })
export type Said = z.infer<typeof Said>

const ExpectedClaim = z.strictObject({
  key: z.string(),
  main: z.boolean(),
  kind: z.enum(['claim', 'evidence']),
  evidenceType: EvidenceType.nullable(),
  stance: Stance.nullable(),
  statement: z.string(),
  mentions: z.array(Said).min(1),
})
export type ExpectedClaim = z.infer<typeof ExpectedClaim>

const ExpectedLink = z.strictObject({ from: z.string(), type: LinkType, to: z.string(), step: z.string().nullable() })
export type ExpectedLink = z.infer<typeof ExpectedLink>

export const Expected = z.strictObject({
  positions: z.array(z.string()),
  claims: z.array(ExpectedClaim),
  links: z.array(ExpectedLink),
  unanswered: z.array(z.string()),
  concessions: z.array(Said.extend({ accepts: z.string() })),
  questions: z.array(Said.extend({ answeredBy: z.array(z.string()) })),
  repeats: z.array(z.strictObject({ post: z.string(), of: z.string(), kind: Repeat.shape.kind })),
  noArgument: z.array(z.string()),
  hostile: z.string(),
})
export type Expected = z.infer<typeof Expected>

const ROOT = join(import.meta.dirname, '..', '..')
const json = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))

export const exampleThread = (): Thread => Thread.parse(json('server/example/thread.json'))
export const expectedMap = (): Expected => Expected.parse(json('tests/fixtures/threads/example.expected.json'))
