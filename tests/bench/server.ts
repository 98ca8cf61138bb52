/**
 * What the server bears with 10,000 debates in its database: how soon it starts, and how long requests take, alone, eight
 * at once, and while a thread of 5,000 posts is analysed.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DebateEntry } from '../../shared/api.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { startServer } from '../jobs/process.ts'
import { longThread } from '../jobs/threads.ts'
import { sampleDebate, sampleEntry } from '../store/samples.ts'
import type { Figure, Measured } from './figures.ts'
import { mixed } from './mix.ts'
import { memoryOf, NOT_MEASURED } from './processes.ts'

const DEBATES = 10_000
const REQUESTS = 300
const WORDS = ['trams', 'buses', 'parks', 'rents', 'schools', 'libraries', 'bridges', 'markets']

type Ask = (n: number) => Promise<Response>
type Waits = Awaited<ReturnType<typeof measured>>

export async function bench(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-bench-'))
  try {
    await fill(folder)
    const begun = performance.now()
    const server = await startServer({ DATA_DIR: folder })
    const startMs = performance.now() - begun
    const { alone, together, busy, stillRunning, create } = await asked(server.url)
    await server.end('SIGTERM')
    const row = (what: string, waits: Waits, most?: number): Figure[] => [
      { what: `${what}, median`, value: waits.p50, unit: 'ms' },
      {
        what: `${what}, longest of ${REQUESTS}`,
        value: waits.max,
        unit: 'ms',
        ...(most === undefined ? {} : { most }),
      },
    ]
    const figures: Figure[] = [
      { what: 'start of the process until it listens', value: startMs, unit: 'ms' },
      ...Object.entries(alone).flatMap(([name, waits]) => row(name, waits)),
      ...Object.entries(together).flatMap(([name, waits]) => row(`${name}, 8 at once`, waits)),
      ...Object.entries(busy).flatMap(([name, waits]) => row(`${name}, during an analysis of 5,000 posts`, waits, 20)),
      ...row('create', create),
      ...(NOT_MEASURED === null
        ? await memoryOf('5,000 posts, embedded analyser', mixed(5000).threads, null, 400)
        : []),
    ]
    return {
      figures,
      details: { debates: DEBATES, analysisOutlastedTheRequests: stillRunning, memory: NOT_MEASURED ?? 'measured' },
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Asks every kind of request alone, eight at once, and while a thread of 5,000 posts is analysed. */
async function asked(url: string) {
  const post = (body: string): Promise<Response> => {
    const text = JSON.stringify({ sources: [{ kind: 'text', text: body }], analyser: 'embedded' })
    return fetch(`${url}/api/debates`, { method: 'POST', body: text })
  }
  const id = (n: number): string => `d${n % DEBATES}`
  const requests: Record<string, Ask> = {
    health: () => fetch(`${url}/api/health`),
    'list, first page': () => fetch(`${url}/api/debates`),
    'list, last page': () => fetch(`${url}/api/debates?offset=${DEBATES - 20}`),
    'list, searched': (n) => fetch(`${url}/api/debates?q=${WORDS[n % WORDS.length]}`),
    get: (n) => fetch(`${url}/api/debates/${id(n * 37)}`),
    events: (n) => fetch(`${url}/api/debates/${id(n * 37)}/events`),
  }
  const all = async (atOnce: number): Promise<Record<string, Waits>> => {
    const found: Record<string, Waits> = {}
    for (const [name, ask] of Object.entries(requests)) found[name] = await measured(ask, atOnce)
    return found
  }
  const [alone, together] = [await all(1), await all(8)]
  const large = DebateEntry.parse(await (await post(longThread(5000))).json())
  const busy = await all(1)
  const stillRunning = (await (await fetch(`${url}/api/debates/${large.id}`)).text()).includes('"running"')
  const create = await measured((n) => post(`Ann: Text ${n}, trams are fast.`), 1)
  return { alone, together, busy, stillRunning, create }
}

async function fill(folder: string): Promise<void> {
  const store = await openSqlite(join(folder, 'counterpoint.db'))
  for (let n = 0; n < DEBATES; n++) {
    const title = `What about ${WORDS[n % WORDS.length]} in town ${n}?`
    const createdAt = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString()
    const entry = sampleEntry({ id: `d${n}`, title, createdAt, updatedAt: createdAt })
    await store.create(entry, { sources: [{ kind: 'text', text: title }], analyser: 'auto' })
    await store.finish(`d${n}`, { status: 'done', debate: { ...sampleDebate(`d${n}`), title }, problem: null })
  }
  await store.close()
}

/** Milliseconds until the whole reply is there. */
async function measured(ask: Ask, atOnce: number) {
  const waits: number[] = []
  let next = 0
  const client = async (): Promise<void> => {
    while (next < REQUESTS) {
      const start = performance.now()
      const response = await ask(next++)
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}`)
      waits.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, client))
  waits.sort((a, b) => a - b)
  const at = (share: number): number => Number((waits[Math.floor(share * (waits.length - 1))] ?? 0).toFixed(1))
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}
