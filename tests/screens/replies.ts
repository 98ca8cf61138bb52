/** What the server answers in each state of the page, made here so that pictures are the same on every day. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Route } from 'playwright-core'
import { DebateReply, type DebateEntry, type Progress, type Health, type Settings, SiteKey } from '../../shared/api.ts'
import type { Call, Debate } from '../../shared/debate.ts'
import { Problem } from '../../server/problem.ts'
import { syntheticDebate } from '../web/synthetic.ts'

/** The day of every picture. */
export const TODAY = '2026-03-09T12:00:00.000Z'

/** What the server answers to a path, with its method before it where it is not GET; `null` when no server answers. */
export type Answers = Record<string, ((route: Route) => Promise<void>) | null>

export const json =
  (value: unknown, status = 200) =>
  (route: Route): Promise<void> =>
    route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(value) })

export const refused = (problem: Problem): ((route: Route) => Promise<void>) => json(problem.reply(), problem.status)

export const events =
  (list: Progress[]) =>
  (route: Route): Promise<void> =>
    route.fulfill({
      contentType: 'text/event-stream',
      // One answer only: the browser would ask again after this many milliseconds.
      body: `retry: 10000000\n\n${list
        .map((progress, at) => `data: ${JSON.stringify({ seq: at + 1, at: TODAY, progress })}\n\n`)
        .join('')}`,
    })

const frozen = DebateReply.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'fixtures', 'example-debate.json'), 'utf8')),
)
export const example: Debate = { ...(frozen.debate as Debate), id: 'example' }

function entryOf(of: Partial<DebateEntry>): DebateEntry {
  return {
    ...frozen.entry,
    id: 'example',
    status: 'done',
    createdAt: '2026-03-08T09:30:00.000Z',
    updatedAt: '2026-03-08T09:31:00.000Z',
    ...of,
  }
}

const LARGE = 3000
const large = syntheticDebate(LARGE)

const health: Health = {
  ok: true,
  version: '0.1.0',
  analyser: 'embedded',
  model: null,
  overnight: false,
  store: 'sqlite',
}
export const withModel: Health = { ...health, analyser: 'model', model: 'claude-sonnet-4-5', overnight: true }

const settings: Settings = {
  profile: 'anthropic',
  model: 'claude-sonnet-4-5',
  baseUrl: 'https://api.anthropic.com',
  key: null,
  needsKey: true,
  maxCost: 5,
  checkSources: false,
  siteKeys: SiteKey.options.map((name) => ({
    name,
    from: name === 'YOUTUBE_KEY' ? 'entered' : name === 'GITHUB_TOKEN' ? 'environment' : null,
  })),
  profiles: [
    { name: 'anthropic', about: 'Anthropic', model: 'claude-sonnet-4-5', needsKey: true },
    { name: 'local', about: 'A model on this machine', model: 'local', needsKey: false },
  ],
}

const titles = [
  'Should Millbrook Library stop charging late fees?',
  'Ask: is it still worth learning to write a compiler by hand, or has everything that matters moved into libraries?',
  'Trams or buses?',
  'RFC 214: deprecate the old configuration format',
  'Night flights',
]
const entries: DebateEntry[] = [
  entryOf({}),
  entryOf({
    id: 'failed',
    title: 'https://forum.example/t/late-fees/812',
    posts: 0,
    people: 0,
    claims: 0,
    supports: 0,
    rebuts: 0,
    undercuts: 0,
    status: 'failed',
    createdAt: '2026-03-08T08:00:00.000Z',
    problem: new Problem('login-required', 'forum.example shows this thread only to signed-in people.').reply(),
  }),
  ...titles.map((title, at) =>
    entryOf({
      id: `other${at}`,
      title,
      posts: 184 * (at + 1),
      people: 61,
      claims: 46 * at,
      supports: 20 * at,
      rebuts: 14 * at,
      undercuts: 3 * at,
      status: (['running', 'done', 'cancelled', 'done', 'waiting'] as const)[at] ?? 'done',
      createdAt: `2026-03-0${7 - at}T10:00:00.000Z`,
      problem:
        at === 3 ? new Problem('over-budget', 'The spending cap of $5.00 for one debate was reached.').reply() : null,
    }),
  ),
]

export const base: Answers = {
  '/api/health': json(health),
  '/api/settings': json(settings),
  '/api/debates': json({ debates: entries, total: entries.length }),
  '/api/debates/example': json({ entry: entryOf({}), debate: example }),
  '/api/debates/example/sources': json({ running: false, done: 0, of: 0, left: 0, sources: [] }),
  '/api/debates/example/export': (route) => {
    const format = new URL(route.request().url()).searchParams.get('format') ?? 'md'
    return route.fulfill({
      contentType: format === 'svg' ? 'image/svg+xml' : 'text/plain; charset=utf-8',
      body:
        format === 'svg'
          ? '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="#0a6f7c"/></svg>'
          : `# ${example.title}\n\n${example.claims.map((claim) => `- ${claim.statement}`).join('\n')}\n`,
    })
  },
  '/api/debates/large': json({
    entry: entryOf({ id: 'large', title: large.title, claims: LARGE }),
    debate: { ...large, id: 'large' },
  }),
}

/** A debate at the address `#/m/example`, as the server would tell of it. */
export function debateIs(entry: Partial<DebateEntry>, debate: Debate | null): Answers {
  return { ...base, '/api/debates/example': json({ entry: entryOf(entry), debate }) }
}

const posts = example.threads.flatMap((thread) => thread.posts)

const CALL: Call = {
  question: 'extract',
  about: 24,
  cached: false,
  inputTokens: 5_120,
  cacheReadTokens: 1_180,
  outputTokens: 1_040,
  cost: 0.031,
  took: 6_400,
  rung: 'native',
  tries: 1,
}
const CALLS: Call[] = [
  CALL,
  { ...CALL, about: 31, tries: 2, took: 9_150 },
  {
    ...CALL,
    about: 7,
    cached: true,
    inputTokens: 0,
    cacheReadTokens: 0,
    outputTokens: 0,
    cost: 0,
    rung: null,
    tries: 0,
  },
  { ...CALL, question: 'same', about: 88, inputTokens: 2_300, outputTokens: 60, cost: null, rung: 'tool-auto' },
]

/** The example as a model left it when it stopped half-way, for this reason. */
export function stoppedBy(problem: Problem): Answers {
  const left = new Set(posts.slice(Math.round(posts.length * 0.6)).map((post) => post.id))
  const fates = example.coverage.fates.map((fate) =>
    left.has(fate.postId) ? { ...fate, fate: 'failed' as const, of: null, why: problem.message } : fate,
  )
  return debateIs(
    { status: 'done', problem: problem.reply() },
    {
      ...example,
      coverage: {
        ...example.coverage,
        fates,
        notRead: [
          { threadId: example.threads[0]?.id ?? '', why: 'The second page of the thread did not answer.', count: 25 },
        ],
      },
      provenance: {
        ...example.provenance,
        analyser: 'model',
        model: 'claude-sonnet-4-5',
        calls: 18,
        cachedCalls: 4,
        inputTokens: 61_840,
        outputTokens: 12_310,
        cost: 0.37,
        asked: CALLS,
      },
    },
  )
}

export const early: Progress[] = [{ type: 'stage', stage: 'read', done: 0, of: null, note: 'forum.example' }]
const found = example.claims.slice(0, 26).map((claim, at) => {
  const [mention] = claim.mentions
  return {
    id: claim.id,
    kind: claim.kind,
    statement: claim.statement,
    postId: mention?.postId ?? '',
    author: null,
    to:
      at % 3 === 0
        ? null
        : { id: example.claims[at - 1]?.id ?? '', type: at % 2 === 0 ? ('supports' as const) : ('rebuts' as const) },
  }
})
export const late: Progress[] = [
  { type: 'title', title: example.title, posts: posts.length, people: example.people.length },
  { type: 'stage', stage: 'read', done: 41, of: 41, note: '' },
  { type: 'stage', stage: 'fold', done: 41, of: 41, note: '' },
  { type: 'found', claims: found },
  { type: 'stage', stage: 'extract', done: 24, of: 38, note: '' },
]
