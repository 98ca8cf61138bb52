/**
 * How much the model analyser sends, waits and keeps: threads through the whole pipeline, the local Messages server in
 * front of it answering in 0.4 s and 12.5 ms for each token.
 */
import { readFileSync } from 'node:fs'
import { createEmbedded } from '../../server/analysers/embedded/index.ts'
import type { CallMemory } from '../../server/analysers/index.ts'
import { createModel } from '../../server/analysers/model/index.ts'
import { analyseThreads } from '../../server/analyse.ts'
import { readConfig } from '../../server/config.ts'
import type { Journal, Run } from '../../server/run.ts'
import type { Debate } from '../../shared/debate.ts'
import type { Thread } from '../../shared/thread.ts'
import { preview } from '../../server/read/index.ts'
import { beside } from '../beside.ts'
import { accessTo } from '../messages-server/access.ts'
import { type Asked, type MessagesServerOptions, startMessagesServer } from '../messages-server/server.ts'
import type { Figure, Measured } from './figures.ts'
import { memoryOf, NOT_MEASURED, startMessages } from './processes.ts'
import { synthetic } from './synthetic.ts'

const LATENCY = { wait: 400, token: 12.5 }

interface Measurement {
  thread: string
  posts: number
  textCharacters: number
  calls: number
  callsByQuestion: Record<string, number>
  charactersSent: number
  sentPerText: number
  charactersByQuestion: Record<string, number>
  inputTokens: number
  outputTokens: number
  seconds: number
  firstClaimsAfter: number | null
  mostAtOnce: number
  claims: number
  links: number
  fates: Record<string, number>
  dropped: number
  megabytes: number
}

function callMemory(): CallMemory {
  const kept = new Map<string, string>()
  return {
    get: (key) => Promise.resolve(kept.get(key) ?? null),
    put: async (answers) => {
      for (const [key, answer] of answers) kept.set(key, answer)
    },
  }
}

/** Analyses threads with a model at the local server; the debate, and what went over the wire for it. */
export async function analyseWith(
  threads: Thread[],
  options: MessagesServerOptions = {},
  calls: CallMemory = callMemory(),
): Promise<{
  debate: Debate
  requests: Asked[]
  firstClaimsAfter: number | null
  seconds: number
  mostAtOnce: number
}> {
  const server = await startMessagesServer(options)
  const begun = performance.now()
  let firstClaimsAfter: number | null = null
  const journal: Journal = { get: () => Promise.resolve(undefined), put: () => Promise.resolve() }
  const run: Run = {
    id: 'bench',
    journal,
    calls,
    signal: new AbortController().signal,
    stop: new AbortController().signal,
    progress: (progress) => {
      if (progress.type === 'found' && progress.claims.length > 0)
        firstClaimsAfter ??= (performance.now() - begun) / 1000
      return Promise.resolve()
    },
  }
  try {
    const fallback = createEmbedded()
    // Every run has a server of its own, that stands for the same service.
    const access = accessTo(server, { timeoutMs: 60_000, retries: 2 })
    const analyser = createModel({ ...access, fallback, service: 'local' })
    const debate = await analyseThreads(threads, { analyser, fallback, config: readConfig({}) }, run)
    const seconds = (performance.now() - begun) / 1000
    return { debate, requests: server.requests, firstClaimsAfter, seconds, mostAtOnce: server.busy.most }
  } finally {
    await server.close()
  }
}

/** Which question a request asked. */
export function questionOf({ data }: Asked): string {
  if (data === null) return 'other'
  if ('context' in data) return 'extract'
  if ('questions' in data) return 'relate'
  if ('pairs' in data) return 'same'
  return 'issues' in data ? 'summarise' : 'issues'
}

export async function measure(
  name: string,
  thread: Thread,
  calls: CallMemory = callMemory(),
  latency = LATENCY,
): Promise<Measurement> {
  const { debate, requests, firstClaimsAfter, seconds, mostAtOnce } = await analyseWith([thread], { latency }, calls)
  const sum = (pick: (asked: Asked) => number, some = requests) => some.reduce((total, asked) => total + pick(asked), 0)
  const grouped = (value: (some: Asked[]) => number): Record<string, number> =>
    Object.fromEntries(
      [...new Set(requests.map(questionOf))].map((question) => [
        question,
        value(requests.filter((asked) => questionOf(asked) === question)),
      ]),
    )
  const textCharacters = thread.posts.reduce((total, post) => total + post.text.length, 0)
  const charactersSent = sum((asked) => asked.characters)
  const fates: Record<string, number> = {}
  for (const { fate } of debate.coverage.fates) fates[fate] = (fates[fate] ?? 0) + 1
  return {
    thread: name,
    posts: thread.posts.length,
    textCharacters,
    calls: requests.length,
    callsByQuestion: grouped((some) => some.length),
    charactersSent,
    sentPerText: round(charactersSent / textCharacters),
    charactersByQuestion: grouped((some) => sum((asked) => asked.characters, some)),
    inputTokens: sum((asked) => asked.inputTokens),
    outputTokens: sum((asked) => asked.outputTokens),
    seconds: round(seconds),
    firstClaimsAfter: firstClaimsAfter === null ? null : round(firstClaimsAfter),
    mostAtOnce,
    claims: debate.claims.length,
    links: debate.links.length,
    fates,
    dropped: debate.coverage.dropped.length,
    megabytes: Math.round(process.memoryUsage().rss / 1_000_000),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Captured threads with many quotes, read where they lie beside the checkout; quotes marked in them are found by the reader. */
const REAL = ['mailinglist/pipermail-2016-April.txt', 'hackernews/item-48350598.html', 'reddit/comments-n49rw.json']

function realThreads(): { name: string; thread: Thread }[] {
  return REAL.flatMap((file) => {
    const path = beside(`payloads/${file}`)
    if (path === null) return []
    const base64 = readFileSync(path).toString('base64')
    const threads = preview({ kind: 'file', name: file.split('/').at(-1) ?? file, base64 }, readConfig({}))
    const [thread] = threads.toSorted((a, b) => b.posts.length - a.posts.length)
    return thread === undefined
      ? []
      : [{ name: `captured ${file}`, thread: { ...thread, id: 'real', readAt: '2026-01-01T00:00:00Z', article: null } }]
  })
}

const tokens = ({ inputTokens, outputTokens }: Measurement) => inputTokens + outputTokens

/** A thread, then the same grown by a tenth, with what is remembered of it. */
export async function growing(
  count: number,
  latency = LATENCY,
  seed?: number,
): Promise<(Measurement & { tokensOfFirstRun?: number })[]> {
  const calls = callMemory()
  const first = await measure(`synthetic ${count}`, synthetic(count, seed), calls, latency)
  const more = Math.round(count * 1.1)
  const grown = await measure(`synthetic ${count} grown to ${more}`, synthetic(more, seed), calls, latency)
  return [first, { ...grown, tokensOfFirstRun: round(tokens(grown) / tokens(first)) }]
}

const MOST_SECONDS: Record<string, number> = { 'synthetic 200': 40, 'synthetic 500': 80 }

/** Real threads of some length are full of quotes, which are not sent. */
function mostSent({ thread, posts }: Measurement): number {
  return thread.startsWith('captured') && posts >= 100 ? 2 : 3
}

export async function bench(): Promise<Measured> {
  const results: (Measurement & { tokensOfFirstRun?: number })[] = []
  for (const count of [50, 200, 500]) results.push(...(await growing(count)))
  const now = { wait: 0, token: 0 }
  for (const { name, thread } of realThreads()) results.push(await measure(name, thread, callMemory(), now))
  results.push(await measure('synthetic 5000, answered at once', synthetic(5_000), callMemory(), now))
  const figures = results.flatMap((one): Figure[] => [
    {
      what: `${one.thread}: on the clock`,
      value: one.seconds,
      unit: 's',
      ...(one.thread in MOST_SECONDS ? { most: MOST_SECONDS[one.thread] as number } : {}),
    },
    ...(one.thread in MOST_SECONDS
      ? [{ what: `${one.thread}: first claims`, value: one.firstClaimsAfter ?? Infinity, unit: 's', most: 8 }]
      : []),
    { what: `${one.thread}: characters sent`, value: one.sentPerText, unit: 'times its text', most: mostSent(one) },
    { what: `${one.thread}: requests`, value: one.calls, unit: '', most: Math.max(5, one.posts / 5) },
    ...(one.tokensOfFirstRun === undefined
      ? []
      : [{ what: `${one.thread}: tokens`, value: one.tokensOfFirstRun, unit: 'of the first run', most: 0.15 }]),
  ])
  if (NOT_MEASURED === null) figures.push(...(await memory()))
  return { figures, details: { latency: LATENCY, concurrency: 6, memory: NOT_MEASURED ?? 'measured', results } }
}

/** Of the built server alone: the service that answers it is another process. */
async function memory(): Promise<Figure[]> {
  const messages = await startMessages()
  try {
    return await memoryOf('synthetic 5000, model analyser', [synthetic(5000)], messages.url, 400)
  } finally {
    await messages.close()
  }
}
