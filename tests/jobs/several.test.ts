/** Two servers on one PostgreSQL: what one does the other sees, stops and goes on with. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { DebateEntry, DebateReply, Health } from '../../shared/api.ts'
import { postgresOfGroup } from '../postgres.ts'
import { type ServerProcess, startServer } from './process.ts'
import { longThread } from './threads.ts'

const SLOWLY = 120_000

const postgres = postgresOfGroup()
let why: string | null = null
let folder: string
let env: Record<string, string>
const servers: ServerProcess[] = []

beforeAll(async () => {
  why = await postgres.prepare()
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-several-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await postgres.end()
})
beforeEach(async (ctx) => {
  if (why !== null) ctx.skip(why)
  env = { DATABASE_URL: await postgres.fresh(), DATA_DIR: folder }
})
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.end('SIGKILL')))
})

async function start(): Promise<ServerProcess> {
  const server = await startServer(env)
  servers.push(server)
  return server
}

async function post(server: ServerProcess, text: string): Promise<string> {
  const body = JSON.stringify({ sources: [{ kind: 'text', text }] })
  return DebateEntry.parse(await (await fetch(`${server.url}/api/debates`, { method: 'POST', body })).json()).id
}

async function get(server: ServerProcess, id: string): Promise<DebateReply> {
  return DebateReply.parse(await (await fetch(`${server.url}/api/debates/${id}`)).json())
}

/** Follows the events of a debate on `server` until `enough` of them were told, or the end. */
async function follow(server: ServerProcess, id: string, enough: number): Promise<string[]> {
  const response = await fetch(`${server.url}/api/debates/${id}/events`)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    text += decoder.decode(chunk.value, { stream: true })
    if ((text.match(/"type":"found"/g)?.length ?? 0) >= enough) break
  }
  await reader.cancel()
  return [...text.matchAll(/"type":"(\w+)"/g)].map((found) => found[1] as string)
}

test(
  'a debate whose server was killed is finished by another',
  async () => {
    const first = await start()
    expect(Health.parse(await (await fetch(`${first.url}/api/health`)).json()).store).toBe('postgres')
    const id = await post(first, longThread(2500))
    await follow(first, id, 1)
    await first.end('SIGKILL')
    const second = await start()
    expect((await get(second, id)).entry.status).toBe('running')
    const told = await follow(second, id, Infinity)
    expect(told.at(-1)).toBe('end')
    const { entry, debate } = await get(second, id)
    expect(entry).toMatchObject({ status: 'done', posts: 2500, problem: null })
    expect(debate?.coverage.fates).toHaveLength(2500)
  },
  SLOWLY,
)

test(
  'what was sent to one server is followed and stopped through the other',
  async () => {
    const first = await start()
    const second = await start()
    const id = await post(first, longThread(4000))
    expect(await follow(second, id, 1)).toContain('found')
    await fetch(`${second.url}/api/debates/${id}/cancel`, { method: 'POST' })
    await expect.poll(async () => (await get(first, id)).entry.status, { timeout: 60_000 }).toBe('cancelled')
    expect((await get(second, id)).debate?.claims.length).toBeGreaterThan(0)
  },
  SLOWLY,
)
