/**
 * What every way of going wrong costs the map: one thread through the whole pipeline for each fault the local Messages
 * server can play, a fifth of all its answers faulty, held against what a sound run of the same thread finds.
 */
import { createEmbedded } from '../../server/analysers/embedded/index.ts'
import { createModel } from '../../server/analysers/model/index.ts'
import { analyseThreads } from '../../server/analyse.ts'
import { readConfig } from '../../server/config.ts'
import { Problem } from '../../server/problem.ts'
import type { Run } from '../../server/run.ts'
import type { Debate } from '../../shared/debate.ts'
import type { Thread } from '../../shared/thread.ts'
import { accessTo } from '../messages-server/access.ts'
import { type Fault, MESSAGE_FAULTS, TRANSPORT_FAULTS } from '../messages-server/faults.ts'
import { startMessagesServer } from '../messages-server/server.ts'
import { randomFrom } from './made-up.ts'
import type { Measured } from './figures.ts'
import { synthetic } from './synthetic.ts'

const POSTS = 60
/** Share of the answers that are faulty. */
const FAULTY = 0.2
/** Small batches, so that a fifth of the answers is several. */
const SMALL = { batchPosts: 4, retries: 1 }
/** Milliseconds to wait for an answer: little where one never comes. */
const PATIENCE = 30_000
const NEVER: Partial<Record<Fault, number>> = { 'slow-headers': 600, 'stalled-body': 600, '429-later': 600 }

interface UnderFault {
  fault: Fault
  requests: number
  faulty: number
  /** The Problem the whole analysis ended with. */
  ended: string | null
  claims: number
  /** Mentions the sound run has, gone from a post of which the coverage says nothing. */
  lostUntold: string[]
  /** Mentions gone, as the coverage says. */
  lostTold: number
  /** Mentions the sound run does not have, of posts the model read; words that stand in no post. */
  invented: string[]
  /** Posts that are read by the built-in analyser instead, failed or declined. */
  leftOver: number
}

/** The thread under one fault; null for a sound run. */
export async function debateUnder(thread: Thread, fault: Fault | null, seed: number) {
  const random = randomFrom(seed)
  const server = await startMessagesServer({ fault: () => (random() < FAULTY ? fault : null) })
  const fallback = createEmbedded()
  const never = new AbortController().signal
  const run: Run = {
    id: 'faults',
    journal: { get: () => Promise.resolve(undefined), put: () => Promise.resolve() },
    calls: { get: () => Promise.resolve(null), put: () => Promise.resolve() },
    signal: never,
    stop: never,
    progress: () => Promise.resolve(),
  }
  try {
    const analyser = createModel({
      ...accessTo(server, { ...SMALL, timeoutMs: NEVER[fault as Fault] ?? PATIENCE }),
      fallback,
    })
    const parts = { analyser, fallback, config: readConfig({}) }
    const ended = await analyseThreads([thread], parts, run).catch((thrown: unknown) => {
      if (thrown instanceof Problem) return thrown
      throw thrown
    })
    return { ended, requests: server.requests.length, faulty: server.requests.filter((one) => one.fault).length }
  } finally {
    await server.close()
  }
}

/** Every mention by its place. */
function mentionsIn({ claims }: Debate): Map<string, string> {
  return new Map(
    claims.flatMap(({ mentions }) =>
      mentions.map(({ postId, start, end }): [string, string] => [`${postId} ${start} ${end}`, postId]),
    ),
  )
}

/** Claims whose statement or mention says what stands in no post. */
function groundless({ claims }: Debate, thread: Thread): string[] {
  const texts = new Map(thread.posts.map(({ id, text }) => [id, text]))
  return claims.flatMap(({ id, statement, mentions }) => {
    const stands = mentions.every(({ postId, start, end }) => end > start && end <= (texts.get(postId)?.length ?? 0))
    return stands && !statement.includes('zeppelins') ? [] : [`${id} ${statement}`]
  })
}

function held(fault: Fault, sound: Debate, got: Awaited<ReturnType<typeof debateUnder>>, thread: Thread): UnderFault {
  const { ended: debate, requests, faulty } = got
  const nothing = { claims: 0, lostUntold: [], lostTold: 0, invented: [], leftOver: thread.posts.length }
  if (debate instanceof Problem) return { fault, requests, faulty, ended: debate.code, ...nothing }
  const [before, after] = [mentionsIn(sound), mentionsIn(debate)]
  const told = new Set([
    ...debate.coverage.fates.flatMap(({ postId, fate, why }) =>
      fate === 'failed' || fate === 'declined' || (fate === 'mapped' && why !== '') ? [postId] : [],
    ),
    ...debate.coverage.dropped.map(({ postId }) => postId),
  ])
  // What a repeat says is told with the post it repeats.
  for (const { postId, of } of debate.repeats) if (told.has(of)) told.add(postId)
  const byModel = new Set(debate.coverage.fates.flatMap(({ postId, by }) => (by === 'model' ? [postId] : [])))
  const lost = [...before].filter(([place]) => !after.has(place))
  return {
    fault,
    requests,
    faulty,
    ended: null,
    claims: debate.claims.length,
    lostUntold: lost.flatMap(([place, postId]) => (told.has(postId) ? [] : [place])),
    lostTold: lost.filter(([, postId]) => told.has(postId)).length,
    invented: [
      ...groundless(debate, thread),
      ...[...after].flatMap(([place, postId]) => (byModel.has(postId) && !before.has(place) ? [place] : [])),
    ],
    leftOver: debate.coverage.fates.filter(({ fate, by }) => fate === 'failed' || by === 'embedded').length,
  }
}

export async function measure(faults: readonly Fault[], seed = 11): Promise<UnderFault[]> {
  const thread = synthetic(POSTS)
  const { ended: sound } = await debateUnder(thread, null, seed)
  if (sound instanceof Problem) throw sound
  const rows: UnderFault[] = []
  for (const fault of faults) rows.push(held(fault, sound, await debateUnder(thread, fault, seed), thread))
  return rows
}

export async function bench(): Promise<Measured> {
  const rows = await measure([...TRANSPORT_FAULTS, ...MESSAGE_FAULTS])
  const sum = (of: (row: UnderFault) => number): number => rows.reduce((all, row) => all + of(row), 0)
  const of = `${rows.length} faults in a fifth of the answers about ${POSTS} posts`
  return {
    figures: [
      {
        what: `${of}: claims lost without a line in the coverage`,
        value: sum((row) => row.lostUntold.length),
        unit: '',
        most: 0,
      },
      { what: `${of}: claims invented`, value: sum((row) => row.invented.length), unit: '', most: 0 },
    ],
    details: rows,
  }
}
