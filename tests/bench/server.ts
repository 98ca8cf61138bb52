/**
 * What the server bears with 10,000 debates in its database: how soon it starts, and how long requests take, alone, eight
 * at once, and while a thread of 5,000 posts is analysed. Writes the figures to `results/server.json`.
 *
 *   node --import @oxc-node/core/register tests/bench/server.ts
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DebateEntry } from '../../shared/api.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { startServer } from '../jobs/process.ts'
import { longThread } from '../jobs/threads.ts'
import { sampleDebate, sampleEntry } from '../store/samples.ts'

const DEBATES = 10_000
const REQUESTS = 300
const WORDS = ['trams', 'buses', 'parks', 'rents', 'schools', 'libraries', 'bridges', 'markets']

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-bench-'))
const figures: Record<string, unknown> = {
  debates: DEBATES,
  node: process.version,
  cpus: cpus().length,
  load: loadavg(),
}

console.log(`Filling a database with ${DEBATES} debates …`)
await fill()
const begun = performance.now()
const server = await startServer({ DATA_DIR: folder })
figures['startMs'] = Math.round(performance.now() - begun)

const id = (n: number): string => `d${n % DEBATES}`
const text = (body: string): string => JSON.stringify({ sources: [{ kind: 'text', text: body }], analyser: 'embedded' })
const requests: Record<string, (n: number) => Promise<Response>> = {
  health: () => fetch(`${server.url}/api/health`),
  'list, first page': () => fetch(`${server.url}/api/debates`),
  'list, last page': () => fetch(`${server.url}/api/debates?offset=${DEBATES - 20}`),
  'list, searched': (n) => fetch(`${server.url}/api/debates?q=${WORDS[n % WORDS.length]}`),
  get: (n) => fetch(`${server.url}/api/debates/${id(n * 37)}`),
  events: (n) => fetch(`${server.url}/api/debates/${id(n * 37)}/events`),
}

for (const atOnce of [1, 8]) {
  for (const [name, ask] of Object.entries(requests))
    figures[`${name}, ${atOnce} at once`] = await measured(ask, atOnce)
}
const { id: large } = await create(longThread(5000))
const busy: Record<string, unknown> = {}
for (const [name, ask] of Object.entries(requests)) busy[name] = await measured(ask, 1)
figures['while a thread of 5,000 posts is analysed'] = busy
figures['analysis still running after these'] = (
  await (await fetch(`${server.url}/api/debates/${large}`)).text()
).includes('"running"')
figures['create, 1 at once'] = await measured((n) => post(`Ann: Text ${n}, trams are fast.`), 1)

await server.end('SIGTERM')
rmSync(folder, { recursive: true })
console.log(JSON.stringify(figures, null, 2))
writeFileSync(join(import.meta.dirname, 'results', 'server.json'), `${JSON.stringify(figures, null, 2)}\n`)

async function fill(): Promise<void> {
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

function post(body: string): Promise<Response> {
  return fetch(`${server.url}/api/debates`, { method: 'POST', body: text(body) })
}

async function create(body: string): Promise<DebateEntry> {
  return DebateEntry.parse(await (await post(body)).json())
}

/** Milliseconds until the whole reply is there. */
async function measured(ask: (n: number) => Promise<Response>, atOnce: number) {
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
