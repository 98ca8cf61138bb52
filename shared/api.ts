/** All that crosses the wire besides the debate itself: requests, replies, progress and problems. */
import { z } from 'zod'
import { Debate } from './debate.ts'
import { LinkType } from './findings.ts'
import { Labels, LabelsAre } from './split.ts'

/** Every reason a request can't be answered. One sentence per code stands in `server/problem.ts`. */
export const ProblemCode = z.enum([
  'blocked-by-site',
  'login-required',
  'needs-key',
  'rate-limited',
  'not-found',
  'gone',
  'private-address',
  'robots-disallow',
  'too-large',
  'timeout',
  'unreachable',
  'not-a-thread',
  'unsupported',
  'comments-elsewhere',
  'empty-input',
  'bad-request',
  'key-refused',
  'model-unavailable',
  'over-budget',
  'cancelled',
  'not-finished',
  'internal',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/** RFC 9457 problem details. `detail` tells a person what happened, `remedy` what to do next. */
export const ProblemReply = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ProblemCode,
  detail: z.string(),
  remedy: z.string(),
  retryAfterSeconds: z.number().optional(),
})
export type ProblemReply = z.infer<typeof ProblemReply>

/**
 * One thing to read. A file's bytes travel as base64, or as multipart form parts. `labels` says what the labels in a text
 * are; without it only those are taken for writers that are so beyond doubt.
 */
export const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('url'), url: z.string().min(1).max(4000) }),
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    title: z.string().max(500).optional(),
    labels: LabelsAre.optional(),
  }),
  z.object({
    kind: z.literal('file'),
    name: z.string().max(500),
    base64: z.string(),
    url: z.string().max(4000).optional(),
    /** When it was taken from where it stood, ISO 8601 in UTC, where that is known: "2 hours ago" counts from then. */
    readAt: z.iso.datetime().optional(),
    labels: LabelsAre.optional(),
  }),
])
export type Source = z.infer<typeof Source>

export const AnalyserChoice = z.enum(['auto', 'model', 'embedded'])
export type AnalyserChoice = z.infer<typeof AnalyserChoice>

/** Several sources make one debate. */
export const CreateDebate = z.object({
  sources: z.array(Source).min(1).max(20),
  analyser: AnalyserChoice.default('auto'),
  /** At half the price, within a day: where the model's service takes requests in batches. At once if not given. */
  overnight: z.boolean().optional(),
})
export type CreateDebate = z.infer<typeof CreateDebate>

/** What an analysis would take. Repeats are folded already; what comes after extraction is reckoned from its share. */
export const Estimate = z.object({
  analyser: z.enum(['model', 'embedded']),
  model: z.string().nullable(),
  /** Posts to be read, and requests to the model. */
  posts: z.int(),
  calls: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  /** US dollars; null when the price of the model is not known. */
  cost: z.number().nullable(),
  /** Null when the speed of the model is not known. */
  seconds: z.number().nullable(),
  /** Spending cap per debate in US dollars, at which an analysis stops; 0 means none. */
  cap: z.number(),
})
export type Estimate = z.infer<typeof Estimate>

/** How a text or file would be split into posts: the first 200 of each thread, their texts cut at 300 characters. */
export const Preview = z.object({
  threads: z.array(
    z.object({
      title: z.string(),
      site: z.string(),
      platform: z.string(),
      total: z.int(),
      posts: z.array(
        z.object({ id: z.string(), parentId: z.string().nullable(), author: z.string().nullable(), text: z.string() }),
      ),
      notices: z.array(z.string()),
      labels: Labels.optional(),
    }),
  ),
})
export type Preview = z.infer<typeof Preview>

export const DebateStatus = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled'])
export type DebateStatus = z.infer<typeof DebateStatus>

/** A debate as a line in the library. */
export const DebateEntry = z.object({
  id: z.string(),
  title: z.string(),
  status: DebateStatus,
  createdAt: z.string(),
  updatedAt: z.string(),
  posts: z.int(),
  people: z.int(),
  claims: z.int(),
  supports: z.int(),
  rebuts: z.int(),
  undercuts: z.int(),
  problem: ProblemReply.nullable(),
})
export type DebateEntry = z.infer<typeof DebateEntry>

/** `debate` is null until the analysis is done (or was stopped with something to keep). */
export const DebateReply = z.object({ entry: DebateEntry, debate: Debate.nullable() })
export type DebateReply = z.infer<typeof DebateReply>

export const DebateList = z.object({ debates: z.array(DebateEntry), total: z.int() })
export type DebateList = z.infer<typeof DebateList>

/** Other debates about the same page or thread, of which one could be made. */
export const Related = z.object({ debates: z.array(DebateEntry) })
export type Related = z.infer<typeof Related>

export const Stage = z.enum(['read', 'fold', 'extract', 'merge', 'relate', 'summarise'])
export type Stage = z.infer<typeof Stage>

/** A claim as first seen, before merging and linking: enough for the map to fill in. */
export const FoundClaim = z.object({
  id: z.string(),
  kind: z.enum(['claim', 'evidence']),
  statement: z.string(),
  postId: z.string(),
  author: z.string().nullable(),
  /** The relation it has to another found claim of the same batch. */
  to: z.object({ id: z.string(), type: LinkType }).nullable(),
})
export type FoundClaim = z.infer<typeof FoundClaim>

/** What happens while a debate is analysed; kept in order, `seq` counts from 1 within a debate. */
export const Progress = z.discriminatedUnion('type', [
  z.object({ type: z.literal('stage'), stage: Stage, done: z.int(), of: z.int().nullable(), note: z.string() }),
  z.object({ type: z.literal('found'), claims: z.array(FoundClaim) }),
  z.object({ type: z.literal('title'), title: z.string(), posts: z.int(), people: z.int() }),
  z.object({ type: z.literal('end'), status: DebateStatus, problem: ProblemReply.nullable() }),
])
export type Progress = z.infer<typeof Progress>

export const ProgressEvent = z.object({ seq: z.int(), at: z.string(), progress: Progress })
export type ProgressEvent = z.infer<typeof ProgressEvent>

export const ExportFormat = z.enum(['md', 'json', 'html', 'svg', 'csv', 'argdown'])
export type ExportFormat = z.infer<typeof ExportFormat>

export const Health = z.object({
  ok: z.boolean(),
  version: z.string(),
  /** What will read the next thread. */
  analyser: z.enum(['model', 'embedded']),
  model: z.string().nullable(),
  /** Whether the model can be asked overnight, at half the price. */
  overnight: z.boolean().default(false),
  store: z.enum(['sqlite', 'postgres']),
})
export type Health = z.infer<typeof Health>

/** Keys that sites ask of programs, named as the setting of the environment that may hold each. */
export const SiteKey = z.enum(['GITHUB_TOKEN', 'YOUTUBE_KEY', 'DISQUS_KEY', 'STACK_EXCHANGE_KEY', 'REDDIT_APP'])
export type SiteKey = z.infer<typeof SiteKey>

/** Where a key comes from; null without one. */
const KeyFrom = z.enum(['entered', 'environment']).nullable()

/** What the model analyser and the readers of sites are set up with. The keys themselves never leave the server. */
export const Settings = z.object({
  /** Name of the profile in use. */
  profile: z.string(),
  model: z.string(),
  baseUrl: z.string(),
  key: KeyFrom,
  needsKey: z.boolean(),
  /** Spending cap per debate in US dollars; 0 means none. */
  maxCost: z.number(),
  /** Whether the addresses a debate cites are opened after every analysis. */
  checkSources: z.boolean(),
  /** Each of them once. */
  siteKeys: z.array(z.object({ name: SiteKey, from: KeyFrom })),
  profiles: z.array(z.object({ name: z.string(), about: z.string(), model: z.string(), needsKey: z.boolean() })),
})
export type Settings = z.infer<typeof Settings>

const EnteredKey = z
  .string()
  .min(1)
  .max(2000)
  .regex(/^[!-~]+$/, 'a key has no spaces or line ends')

/**
 * Named settings change, others stay; null goes back to what the environment says. A key belongs to the address it was
 * entered for: changing `profile` or `baseUrl` forgets it unless a key comes along.
 */
export const SettingsChange = z.strictObject({
  profile: z.string().max(100).nullable().optional(),
  model: z.string().max(200).nullable().optional(),
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable()
    .optional(),
  key: EnteredKey.nullable().optional(),
  maxCost: z.number().min(0).max(100_000).nullable().optional(),
  checkSources: z.boolean().nullable().optional(),
  siteKeys: z
    .strictObject({
      GITHUB_TOKEN: EnteredKey.nullable(),
      YOUTUBE_KEY: EnteredKey.nullable(),
      DISQUS_KEY: EnteredKey.nullable(),
      STACK_EXCHANGE_KEY: EnteredKey.nullable(),
      REDDIT_APP: EnteredKey.regex(/^[^:]+:[^:]+$/, 'write it as id:secret').nullable(),
    } satisfies Record<SiteKey, z.ZodType>)
    .partial()
    .optional(),
})
export type SettingsChange = z.infer<typeof SettingsChange>
