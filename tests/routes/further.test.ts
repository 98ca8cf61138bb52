/** A thread longer than one reading may take, read on press by press. */
import { afterEach, expect, test } from 'vitest'
import { DebateEntry, DebateReply } from '../../shared/api.ts'
import { ANSWERS, FURTHER } from '../../server/store/index.ts'
import { openSettings } from '../../server/settings.ts'
import { readConfig } from '../../server/config.ts'
import { openTools } from '../../server/tools.ts'
import { createWork } from '../../server/work.ts'
import { startMessagesServer } from '../messages-server/server.ts'
import { type Asked, type Reply, type Replay, replay } from '../replay/server.ts'
import { type Serving, serve } from './serving.ts'

const T = '2026-05-01T09:00:00Z'
const POSTS = 90

const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const said = (id: number) => ({
  id,
  post_number: id,
  username: `u${id % 7}`,
  created_at: T,
  raw: `Line ${id} should stay, because nurses of ward ${id} need it. Nobody wants ${id} taxis.`,
  cooked: `<p>Line ${id} should stay, because nurses of ward ${id} need it. Nobody wants ${id} taxis.</p>`,
})

/** A topic of Discourse: its first ten posts, the others twenty at a time by their ids. */
function topic({ path }: Asked): Reply | null {
  const stream = Array.from({ length: POSTS }, (_, at) => at + 1)
  if (path.startsWith('/t/7.json')) {
    const posts = stream.slice(0, 10).map(said)
    return { json: { id: 7, title: 'Ferries', posts_count: POSTS, post_stream: { stream, posts } } }
  }
  const ids = [...decodeURIComponent(path).matchAll(/post_ids\[\]=(\d+)/g)].map((found) => Number(found[1]))
  return ids.length === 0 ? null : { json: { post_stream: { posts: ids.map(said) } } }
}

async function begun(settings: Record<string, string>, answer: (asked: Asked) => Reply | null = topic) {
  const site = await replay(answer)
  const limits = { ALLOW_HOSTS: site.host, READ_ARTICLES: 'false', EXAMPLE: 'false', MAX_REQUESTS: '2', ...settings }
  const serving = await serve({ settings: limits })
  open.push(serving, site)
  const sent = { sources: [{ kind: 'url', url: `${site.origin}/t/ferries/7` }] }
  const { id } = DebateEntry.parse(await (await serving.post('/api/debates', sent)).json())
  return { serving, site, id, limits }
}

async function ended(serving: Serving, id: string, status = 'done') {
  const get = async () => DebateReply.parse(await (await serving.request(`/api/debates/${id}`)).json())
  await expect.poll(async () => (await get()).entry.status, { timeout: 15_000 }).toBe(status)
  const { entry, debate } = await get()
  const completeness = debate?.threads[0]?.completeness
  return { entry, debate, got: completeness?.got, more: completeness?.more, missing: completeness?.missing }
}

async function press(serving: Serving, id: string) {
  expect((await serving.post(`/api/debates/${id}/further`, undefined)).status).toBe(202)
  return ended(serving, id)
}

const pathsOf = (site: Replay) => site.asked.map(({ path }) => path)
const twice = (all: string[]) => all.filter((one, nth) => all.indexOf(one) < nth)

test('each press goes on where reading ended, until nothing is missing; then nothing is kept', async () => {
  const { serving, site, id } = await begun({})
  const got = [await ended(serving, id)]
  while (got.at(-1)?.more === true) got.push(await press(serving, id))
  expect(got.map((one) => one.got)).toEqual([30, 70, 90])
  expect(got.at(-1)?.missing).toEqual([])
  expect(twice(pathsOf(site))).toEqual([])
  expect(Object.keys(got.at(-1)?.debate?.arrived ?? {})).toHaveLength(60)

  // Read again, it is all asked anew, and as much of it as before.
  site.asked.splice(0)
  await serving.post(`/api/debates/${id}/refresh`, undefined)
  expect((await ended(serving, id)).got).toBe(90)
  expect(pathsOf(site)).toHaveLength(5)
})

test('a site that asks to wait keeps what was there; the next press asks for what it refused', async () => {
  let refuses = true
  const refusing = (asked: Asked): Reply | null =>
    refuses && asked.path.includes('51')
      ? { status: 429, headers: { 'retry-after': '3600' }, body: 'slow down' }
      : topic(asked)
  const { serving, site, id } = await begun({ MAX_REQUESTS: '4' }, refusing)
  const first = await ended(serving, id)
  expect(first).toMatchObject({ more: true })
  const held = first.got ?? 0
  expect(held).toBeGreaterThan(9)
  refuses = false
  site.asked.splice(0)
  // The host is left alone for as long as it asked: nothing is lost meanwhile.
  const second = await press(serving, id)
  expect(second.got).toBe(held)
  expect(second.more).toBe(true)
  expect(JSON.stringify(second.missing)).toMatch(/wait \d+ seconds/)
  expect(site.asked).toEqual([])
})

test('a reading killed on the way asks for nothing again', async () => {
  let answered = 0
  let died = (): void => undefined
  const death = new Promise<void>((resolve) => (died = resolve))
  const slow = (asked: Asked): Reply | null => {
    answered += 1
    if (answered !== 3) return topic(asked)
    died()
    return () => undefined
  }
  const { serving, site, id, limits } = await begun({}, slow)
  await ended(serving, id)
  await serving.store.again(id, 'same')
  await serving.store.forget(id, '', ANSWERS)
  await serving.store.journal(id).put(FURTHER, true)
  const settings = openSettings(readConfig({ DATA_DIR: serving.folder, ...limits }))
  const tools = openTools(() => settings.current())
  open.push(tools)
  const work = createWork(serving.store, tools)
  const kill = new AbortController()
  const killed = work(id, { signal: kill.signal, stop: new AbortController().signal })
  await death
  kill.abort()
  await expect(killed).rejects.toThrow()
  await work(id, { signal: new AbortController().signal, stop: new AbortController().signal })
  expect((await ended(serving, id)).got).toBe(70)
  // Only the one that was not answered.
  expect(twice(pathsOf(site))).toHaveLength(1)
})

test('a model that read the first posts is asked about those that came', async () => {
  const model = await startMessagesServer({})
  const { serving, id } = await begun({ ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: model.url })
  open.push(model)
  await ended(serving, id)
  const read = () => model.requests.flatMap(({ data }) => postsIn(data))
  expect(read()).toHaveLength(30)
  expect((await press(serving, id)).got).toBe(70)
  expect(read()).toHaveLength(70)
  expect(new Set(read().map((post) => JSON.stringify(post))).size).toBe(70)
})

const postsIn = (data: unknown): unknown[] =>
  typeof data === 'object' && data !== null && 'posts' in data && Array.isArray(data.posts) ? data.posts : []

test('a thread cut at the posts it may have grows by as many', async () => {
  const { serving, site, id } = await begun({ MAX_REQUESTS: '60', MAX_POSTS: '40' })
  expect(await ended(serving, id)).toMatchObject({ got: 40, more: true })
  expect(await press(serving, id)).toMatchObject({ got: 80, more: true })
  expect(await press(serving, id)).toMatchObject({ got: 90, more: false })
  expect(twice(pathsOf(site))).toEqual([])
})
