import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Later } from '../../../server/analysers/index.ts'
import { createModel } from '../../../server/analysers/model/index.ts'
import { preset } from '../../../server/analysers/model/presets.ts'
import { accessTo } from '../../messages-server/access.ts'
import { type MessagesServer, startMessagesServer } from '../../messages-server/server.ts'
import { asking, batch, memory, NIGHT_BUSES } from '../posts.ts'

let server: MessagesServer
beforeEach(async () => {
  server = await startMessagesServer({ batchTakes: 400 })
})
afterEach(() => server.close())

const overnight = { collect: 20, look: 15 }
const model = () => createModel({ ...accessTo(server, { cache: 'none' }), overnight })
const withoutBatches = (all: Map<string, string>) =>
  new Map([...all].filter(([, value]) => !value.startsWith('msgbatch_')))
const halves = [NIGHT_BUSES.slice(0, 2), NIGHT_BUSES.slice(2)]

describe('overnight', () => {
  test('requests are handed in together, answered in any order, and cost half', async () => {
    const one = asking()
    const analyser = model()
    const read = await Promise.all(halves.map((posts) => analyser.extract(batch(posts), one)))
    expect(server.batches).toEqual([2])
    expect(read.map(({ drafts }) => [...new Set(drafts.map((draft) => draft.postId))])).toEqual([
      ['op', 'a'],
      ['b', 'd'],
    ])
    const [usage] = one.usages
    const full = ((usage?.inputTokens ?? 0) * 0.1 + (usage?.outputTokens ?? 0) * 0.5) / 1_000_000
    expect(usage?.cost).toBeCloseTo(full / 2, 12)
  })

  test('a restart fetches what was ordered before', async () => {
    const calls = memory()
    const stop = new AbortController()
    const watch = setInterval(() => {
      if ([...calls.kept.keys()].some((key) => key.includes('overnight/'))) stop.abort(new Error('stopped'))
    }, 5)
    const first = model().extract(batch(NIGHT_BUSES), asking({ calls, signal: stop.signal }))
    await expect(first).rejects.toThrow('stopped')
    clearInterval(watch)
    const { drafts } = await model().extract(batch(NIGHT_BUSES), asking({ calls }))
    expect(drafts.length).toBeGreaterThanOrEqual(4)
    expect(server.batches).toEqual([1])
  })

  test('a batch that was ordered by a process that ended before it could remember it is found, not ordered anew', async () => {
    const calls = memory()
    const forgetful = { ...calls, put: (all: Map<string, string>) => calls.put(withoutBatches(all)) }
    const stop = new AbortController()
    const watch = setInterval(() => {
      if (server.batches.length > 0) stop.abort(new Error('killed'))
    }, 5)
    const killed = model().extract(batch(NIGHT_BUSES), asking({ calls: forgetful, signal: stop.signal }))
    await expect(killed).rejects.toThrow('killed')
    clearInterval(watch)
    await model().extract(batch(NIGHT_BUSES.slice(0, 1)), asking({ calls: memory() }))
    expect(server.batches).toEqual([1, 1])
    const { drafts } = await model().extract(batch(NIGHT_BUSES), asking({ calls }))
    expect(drafts.length).toBeGreaterThanOrEqual(4)
    expect(server.batches).toEqual([1, 1])
  })

  test('an order that never reached the service is made again', async () => {
    const calls = memory()
    const gone = createModel({
      ...accessTo(server, { cache: 'none', baseURL: 'http://127.0.0.1:9', retries: 0 }),
      service: server.url,
      overnight,
    })
    await gone.extract(batch(NIGHT_BUSES), asking({ calls })).catch(() => undefined)
    expect([...calls.kept.keys()].some((key) => key.includes('/order/'))).toBe(true)
    const { drafts } = await createModel({
      ...accessTo(server, { cache: 'none' }),
      service: server.url,
      overnight,
    }).extract(batch(NIGHT_BUSES), asking({ calls }))
    expect(drafts.length).toBeGreaterThanOrEqual(4)
    expect(server.batches).toEqual([1])
  })

  test('is not waited for longer than it may hold its place; later the answers are fetched', async () => {
    const calls = memory()
    const impatient = () =>
      createModel({ ...accessTo(server, { cache: 'none' }), overnight: { ...overnight, hold: 30, later: 70 } })
    const first = impatient().extract(batch(NIGHT_BUSES), asking({ calls }))
    await expect(first).rejects.toMatchObject({ name: 'Later', after: 70 })
    await expect(impatient().extract(batch(NIGHT_BUSES), asking({ calls }))).rejects.toBeInstanceOf(Later)
    await new Promise((resolve) => setTimeout(resolve, 500))
    const { drafts } = await impatient().extract(batch(NIGHT_BUSES), asking({ calls }))
    expect(drafts.length).toBeGreaterThanOrEqual(4)
    expect(server.batches).toEqual([1])
  })

  test('is only looked at when it was handed in before, so that many that wait take no place from others', async () => {
    const calls = memory()
    const holding = (hold: number) =>
      createModel({ ...accessTo(server, { cache: 'none' }), overnight: { ...overnight, hold } })
    await expect(holding(0).extract(batch(NIGHT_BUSES), asking({ calls }))).rejects.toBeInstanceOf(Later)
    const begun = performance.now()
    await expect(holding(10_000).extract(batch(NIGHT_BUSES), asking({ calls }))).rejects.toBeInstanceOf(Later)
    expect(performance.now() - begun).toBeLessThan(300)
    expect(server.batches).toEqual([1])
  })

  test.each([
    ['expired', 'the overnight batch ended without an answer about it'],
    ['canceled', 'the overnight batch ended without an answer about it'],
    ['overloaded', 'the model’s service was overloaded'],
    ['lost', 'the overnight batch ended without an answer about it'],
  ] as const)('a batch that %s is told, and ordered once more when asked for again', async (end, why) => {
    const calls = memory()
    await server.close()
    server = await startMessagesServer({ batchEnds: (at) => (at === 0 ? end : 'succeeded') })
    const first = await model().extract(batch(NIGHT_BUSES), asking({ calls }))
    expect(new Set(first.outcomes.map((one) => one.why))).toEqual(new Set([why]))
    expect(first.outcomes).toHaveLength(NIGHT_BUSES.length)
    const one = asking({ calls })
    const { drafts } = await model().extract(batch(NIGHT_BUSES), one)
    expect(drafts.length).toBeGreaterThanOrEqual(4)
    expect(server.batches).toEqual([1, 1])
    expect(one.usages).toHaveLength(1)
  })

  test('is refused where there are no batches', () => {
    const access = { profile: preset('ollama'), key: null }
    expect(() => createModel({ ...access, overnight })).toThrow('takes no requests overnight')
  })
})
