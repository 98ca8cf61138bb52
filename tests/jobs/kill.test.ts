/** What a killed server has promised, the next one keeps. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DebateEntry, DebateReply } from '../../shared/api.ts'
import type { Store } from '../../server/store/index.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { launch, type ServerProcess, startServer } from './process.ts'
import { longThread } from './threads.ts'

const SLOWLY = 120_000

let folder: string
let server: ServerProcess | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-kill-'))
})
afterEach(async () => {
  await server?.end('SIGKILL')
  server = null
  rmSync(folder, { recursive: true })
})

const start = async (env: Record<string, string> = {}) => (server = await startServer({ DATA_DIR: folder, ...env }))
const look = () => openSqlite(join(folder, 'counterpoint.db'))

async function post(url: string, text: string): Promise<DebateEntry> {
  const body = JSON.stringify({ sources: [{ kind: 'text', text }] })
  const response = await fetch(`${url}/api/debates`, { method: 'POST', body })
  expect(response.status).toBe(202)
  return DebateEntry.parse(await response.json())
}

async function done(url: string, id: string): Promise<DebateReply> {
  const get = async () => DebateReply.parse(await (await fetch(`${url}/api/debates/${id}`)).json())
  await expect.poll(async () => (await get()).entry.status, { timeout: 90_000, interval: 200 }).toBe('done')
  return get()
}

/** Number of the batches that were told to the page as found. */
async function batchesFound(store: Store, id: string): Promise<number> {
  const events = await store.events(id, 0)
  return events.filter(({ progress }) => progress.type === 'found').length
}

/** Waits until the first batches of the analysis are kept. */
async function inTheMiddle(id: string): Promise<void> {
  const store = await look()
  await expect.poll(() => batchesFound(store, id), { timeout: 60_000, interval: 20 }).toBeGreaterThan(1)
  expect((await store.entry(id))?.status).toBe('running')
  await store.close()
}

/** What the threads of the server that run our code are ready to wait (setpriority(2)), the one that answers requests first. */
function patienceIn({ pid }: ServerProcess): number[] {
  const stats = readdirSync(`/proc/${pid}/task`).map((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8'),
  )
  // After the name, which may hold anything: state, and fifteen numbers further the niceness (proc(5)).
  return stats.map((stat) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]))
}

/** Changes a kept batch so that its claims can be told from those of a repeated analysis; answers with the mark. */
async function markKept(id: string): Promise<string> {
  const { default: Database } = await import('libsql')
  const database = new Database(join(folder, 'counterpoint.db'))
  const rows = database.prepare("select step, value from journal where debate = ? and step like 'extract/%'").all([id])
  const [row] = rows as { step: string; value: string }[]
  const mark = 'are marked by the test'
  const value = row?.value.replaceAll('are better for the town', mark)
  database.prepare('update journal set value = ? where debate = ? and step = ?').run([value, id, row?.step])
  database.close()
  return mark
}

test(
  'an analysis killed in the middle goes on, and repeats no finished batch; a correction outlives a kill, too',
  async () => {
    const first = await start()
    const { id } = await post(first.url, longThread(1200))
    await inTheMiddle(id)
    await first.end('SIGKILL')
    const killed = Date.now()
    const mark = await markKept(id)

    const second = await start()
    const { entry, debate } = await done(second.url, id)
    expect(entry).toMatchObject({ posts: 1200, people: 100, problem: null })
    expect(debate?.coverage.fates.filter(({ fate }) => fate === 'failed')).toEqual([])
    expect(debate?.coverage.fates).toHaveLength(1200)
    expect(Date.parse(debate?.provenance.startedAt ?? '')).toBeLessThan(killed)
    expect(debate?.claims.filter(({ statement }) => statement.includes(mark)).length).toBeGreaterThan(0)

    const change = { kind: 'restate', claim: { id: debate?.claims[0]?.id, passages: [] }, statement: 'Said by hand.' }
    const corrected = await fetch(`${second.url}/api/debates/${id}/corrections`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ change, by: null }),
    })
    await second.end('SIGKILL')
    expect(corrected.status).toBe(201)
    const store = await look()
    expect((await store.corrections(id)).map((one) => one.change)).toEqual([change])
    expect((await store.debate(id))?.claims.map(({ statement }) => statement)).toContain('Said by hand.')
    await store.close()
  },
  SLOWLY,
)

test(
  'a server told to stop ends soon and quietly, and the next one goes on',
  async () => {
    const first = await start()
    const { id } = await post(first.url, longThread(1200))
    await inTheMiddle(id)
    if (process.platform === 'linux') {
      const [requests, ...others] = patienceIn(first)
      expect(requests).toBe(0)
      expect(others.filter((patience) => patience > 0)).toEqual([5])
    }
    const stream = await fetch(`${first.url}/api/debates/${id}/events`)
    const begun = Date.now()
    expect(await first.end('SIGTERM')).toBe(0)
    expect(Date.now() - begun).toBeLessThan(8000)
    expect(first.said()).toBe(`Counterpoint is at ${first.url}\n`)
    await stream.text().catch(() => '')
    const store = await look()
    expect((await store.entry(id))?.status).toBe('running')
    await store.close()
    const second = await start()
    await done(second.url, id)
  },
  SLOWLY,
)

test(
  'whatever was acknowledged survives SIGKILL',
  async () => {
    const acknowledged = new Map<string, string>()
    for (let round = 0; round < 3; round++) {
      const running = await start({ JOBS: '1' })
      const write = async (writer: number): Promise<never> => {
        for (let n = 0; ; n++) {
          const text = `Ann: Round ${round}, writer ${writer}, text ${n}: trams are fast. ${'x'.repeat(n * 100)}`
          const entry = await post(running.url, text)
          acknowledged.set(entry.id, text)
        }
      }
      const writers = Promise.allSettled([write(1), write(2), write(3), write(4)])
      await new Promise((resolve) => setTimeout(resolve, 300 + round * 250))
      await running.end('SIGKILL')
      await writers
    }
    expect(acknowledged.size).toBeGreaterThan(20)
    const store = await look()
    for (const [id, text] of acknowledged) {
      expect((await store.request(id))?.sources).toEqual([{ kind: 'text', text }])
      expect((await store.entry(id))?.status).toMatch(/^(?:waiting|running|done)$/)
    }
    await store.close()
  },
  SLOWLY,
)

test(
  'stopping and removing reach a running analysis',
  async () => {
    const { url } = await start()
    const { id } = await post(url, longThread(1200))
    await inTheMiddle(id)
    await fetch(`${url}/api/debates/${id}/cancel`, { method: 'POST' })
    const get = async () => DebateReply.parse(await (await fetch(`${url}/api/debates/${id}`)).json())
    await expect.poll(async () => (await get()).entry.status, { timeout: 60_000, interval: 100 }).toBe('cancelled')
    const { debate } = await get()
    const fates = new Set(debate?.coverage.fates.map(({ fate }) => fate))
    expect(fates).toContain('failed')
    expect(debate?.claims.length).toBeGreaterThan(0)

    const again = await post(url, longThread(1200))
    await inTheMiddle(again.id)
    expect((await fetch(`${url}/api/debates/${again.id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await fetch(`${url}/api/debates/${again.id}`)).status).toBe(404)
    await done(url, (await post(url, 'Ann: Trams are fast because they have their own lanes.')).id)
  },
  SLOWLY,
)

test(
  'requests are answered while an analysis computes',
  async () => {
    const { url } = await start()
    const { id } = await post(url, longThread(1200))
    await inTheMiddle(id)
    const waits: number[] = []
    for (let n = 0; n < 40; n++) {
      const begun = performance.now()
      await (await fetch(`${url}/api/debates`)).text()
      waits.push(performance.now() - begun)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    waits.sort((a, b) => a - b)
    expect(waits[20]).toBeLessThan(60)
  },
  SLOWLY,
)

test(
  'a taken port that was asked for is said plainly',
  async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address()
        resolve(address !== null && typeof address === 'object' ? address.port : 0)
      })
    })
    const { exited, err } = launch('main', [], { DATA_DIR: folder, EXAMPLE: 'false', PORT: String(port) })
    expect(await exited).toBe(1)
    expect(err()).toContain(`Port ${port} is taken by another program.`)
    taken.close()
  },
  SLOWLY,
)

test(
  'wrong settings are named',
  async () => {
    const { exited, err } = launch('main', [], { DATA_DIR: folder, PORT: 'many', JOBS: '0' })
    expect(await exited).toBe(1)
    expect(err()).toMatch(/PORT: .+\nJOBS: /)
  },
  SLOWLY,
)
