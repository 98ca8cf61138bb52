/** What each call took, as it is kept with the debate. */
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createEmbedded } from '../../../server/analysers/embedded/index.ts'
import { createModel } from '../../../server/analysers/model/index.ts'
import { analyseThreads } from '../../../server/analyse.ts'
import { preset } from '../../../server/analysers/model/presets.ts'
import type { Prices, Profile } from '../../../server/analysers/model/profile.ts'
import { readConfig } from '../../../server/config.ts'
import { Asker } from '../../../server/asker.ts'
import { NOTHING_SPENT, possible, Purse } from '../../../server/purse.ts'
import type { Run } from '../../../server/run.ts'
import type { Call, Debate } from '../../../shared/debate.ts'
import { analyseWith } from '../../bench/model.ts'
import { synthetic } from '../../bench/synthetic.ts'
import { accessTo } from '../../messages-server/access.ts'
import type { Fault } from '../../messages-server/faults.ts'
import { type MessagesServer, type MessagesServerOptions, startMessagesServer } from '../../messages-server/server.ts'
import { asking, batch, memory, NIGHT_BUSES } from '../posts.ts'

let server: MessagesServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

const HAIKU = preset('anthropic').prices as Prices
const sum = (calls: Call[], of: (call: Call) => number) => calls.reduce((total, call) => total + of(call), 0)

test('a debate tells every request, and what was remembered as free', async () => {
  const calls = memory()
  const { debate, requests } = await analyseWith([synthetic(12)], {}, calls)
  const { asked, ...totals } = debate.provenance
  expect(asked).toHaveLength(requests.length)
  expect(new Set(asked.map(({ question }) => question))).toContain('extract')
  for (const call of asked) expect(call).toMatchObject({ cached: false, rung: 'native', tries: 1 })
  expect(sum(asked, ({ inputTokens }) => inputTokens)).toBe(totals.inputTokens)
  expect(sum(asked, ({ outputTokens }) => outputTokens)).toBe(totals.outputTokens)
  expect(sum(asked, ({ cost }) => cost ?? 0)).toBeCloseTo(totals.cost ?? 0, 10)

  const again = await analyseWith([synthetic(12)], {}, calls)
  expect(again.requests).toEqual([])
  expect(again.debate.provenance.asked.length).toBeGreaterThan(0)
  for (const call of again.debate.provenance.asked)
    expect(call).toMatchObject({ cached: true, inputTokens: 0, outputTokens: 0, cost: 0, tries: 0 })
})

test('what one service answered is not taken for the answer of another, nor of more effort', async () => {
  const calls = memory()
  server = await startMessagesServer()
  const other = await startMessagesServer()
  try {
    const ask = (at: MessagesServer, more: Partial<Profile> = {}) =>
      createModel(accessTo(at, more)).extract(batch(NIGHT_BUSES), asking({ calls }))
    await ask(server)
    await ask(server)
    await ask(server, { retries: 0, concurrency: 1 })
    expect(server.requests).toHaveLength(1)
    await ask(other)
    expect(other.requests).toHaveLength(1)
    await ask(server, { effort: 'high' })
    await ask(server, { thinking: 'adaptive' })
    await ask(server, { model: 'claude-sonnet-5-5' })
    expect(server.requests).toHaveLength(4)
  } finally {
    await other.close()
  }
})

test('a call tells how it was answered and after how many tries', async () => {
  server = await startMessagesServer({ fault: ({ index }) => (index === 0 ? '529' : null) })
  const analyser = createModel({ ...accessTo(server, { structured: 'tool' }), fallback: null })
  const one = asking()
  await analyser.extract(batch(NIGHT_BUSES), one)
  expect(one.usages).toMatchObject([
    { question: 'extract', about: NIGHT_BUSES.length, cached: false, rung: 'tool', tries: 2 },
  ])
})

const PLAIN: Call = {
  question: 'same',
  about: 3,
  cached: false,
  inputTokens: 700,
  cacheReadTokens: 500,
  outputTokens: 20,
  cost: 0.25,
  took: 900,
  rung: 'text',
  tries: 1,
}

const runOf = (steps = new Map<string, unknown>()): Run => ({
  id: 'r',
  journal: {
    get: (name) => Promise.resolve(steps.get(name)),
    put: (name, value) => Promise.resolve(void steps.set(name, value)),
  },
  calls: memory(),
  signal: new AbortController().signal,
  stop: new AbortController().signal,
  progress: () => Promise.resolve(),
})

describe('a question without an answer is told as one', () => {
  test.each<[Fault, Partial<Profile>, Partial<Call>, boolean]>([
    ['stalled-body', { timeoutMs: 100, retries: 0 }, { failed: 'the model did not answer in time', tries: 1 }, true],
    ['dropped', { retries: 1 }, { failed: 'the model’s service could not be reached', tries: 2 }, true],
    ['cut-body', { retries: 0 }, { failed: 'the connection to the model’s service broke', tries: 1 }, true],
    ['500', { retries: 1 }, { failed: 'the model’s service failed (500)', tries: 2 }, false],
    ['401', {}, { failed: 'The model’s service refused the key (401).', tries: 1 }, false],
  ])('%s', async (fault, more, expected, mayCost) => {
    server = await startMessagesServer({ fault: () => fault })
    const one = asking()
    await createModel(accessTo(server, more))
      .extract(batch(NIGHT_BUSES), one)
      .catch(() => null)
    expect(one.usages.length).toBeGreaterThan(0)
    for (const call of one.usages) {
      expect(call).toMatchObject({ question: 'extract', cached: false, inputTokens: 0, cost: 0, ...expected })
      expect((call.mayCost ?? 0) > 0).toBe(mayCost)
    }
  })
  test('so is one that nobody waits for any more', async () => {
    server = await startMessagesServer({ fault: () => 'slow-headers' })
    const stop = new AbortController()
    const one = asking({ signal: stop.signal })
    setTimeout(() => stop.abort(new Error('stopped')), 50)
    await expect(createModel(accessTo(server)).extract(batch(NIGHT_BUSES), one)).rejects.toThrow('stopped')
    expect(one.usages).toMatchObject([{ failed: 'the analysis was stopped before the answer came', tries: 1 }])
  })
  test('tries lost before an answer came may cost beside it', async () => {
    server = await startMessagesServer({ fault: ({ index }) => (index === 0 ? 'dropped' : null) })
    const one = asking()
    await createModel(accessTo(server)).extract(batch(NIGHT_BUSES), one)
    const [call] = one.usages
    expect(call?.failed).toBeUndefined()
    expect(call?.tries).toBe(2)
    expect(call?.mayCost).toBeGreaterThan(0)
    expect(call?.cost).toBeGreaterThan(0)
  })
})

test('what was paid and lost is known after a killed process, also of work it had not finished', async () => {
  const steps = new Map<string, unknown>()
  const lost: Call = { ...PLAIN, inputTokens: 0, outputTokens: 0, cost: 0, failed: 'it broke', mayCost: 0.5 }
  const first = await Purse.of(runOf(steps), 1)
  const { asking: one } = first.open(runOf(steps), new AbortController().signal)
  await Promise.all([one.spent(PLAIN), one.spent(lost), one.spent({ ...PLAIN, cached: true })])
  const second = await Purse.of(runOf(steps), 1)
  expect(second.spent.asked).toEqual([PLAIN, lost])
  expect(second.spent).toMatchObject({ calls: 2, cost: 0.25 })
  expect(possible(second.spent.asked)).toBe(0.5)
  const { asking: two } = second.open(runOf(steps), new AbortController().signal)
  expect((await two.afford({ least: 0.1, most: 0.9 }))?.most).toBeCloseTo(0.25)
})

test('an analysis taken up again knows what its finished stages have cost', async () => {
  const run = runOf()
  const call = PLAIN
  const embedded = createEmbedded()
  const runOnce = async (): Promise<Purse> => {
    const purse = await Purse.of(run, 0)
    const asker = new Asker('basis', null, { analyser: embedded, fallback: embedded }, run, purse)
    const answer = await asker.ask('merge', z.string(), async (_, asked) => {
      await asked.spent(call)
      return 'merged'
    })
    expect(answer).toBe('merged')
    return purse
  }
  const expected = { ...NOTHING_SPENT, calls: 1, inputTokens: 700, outputTokens: 20, cost: 0.25, asked: [call] }
  expect((await runOnce()).spent).toEqual(expected)
  expect((await runOnce()).spent).toEqual(expected)
})

/** What a service that keeps nothing would bill for everything it was sent. */
const billed = ({ requests }: MessagesServer): number =>
  requests.reduce((all, one) => all + one.inputTokens * HAIKU.input + one.outputTokens * HAIKU.output, 0) / 1e6

describe('a spending cap', () => {
  /** Six requests at once about a thread that takes many, for a debate that may cost so much. */
  async function capped(cap: number, options: MessagesServerOptions = {}, more: Partial<Profile> = {}) {
    server = await startMessagesServer({ latency: { wait: 5, token: 0 }, ...options })
    const access = accessTo(server, { batchPosts: 2, cache: 'none', ...more })
    const fallback = createEmbedded()
    const analyser = createModel({ ...access, fallback })
    const config = readConfig({ MAX_COST: String(cap) })
    const debate = await analyseThreads([synthetic(24)], { analyser, fallback, config }, runOf())
    return { debate, server }
  }
  const failed = ({ coverage }: Debate) => coverage.fates.filter(({ fate }) => fate === 'failed')

  test('is not passed by requests that are under way at once, and nearly used up', async () => {
    const whole = await capped(0)
    for (const share of [0.4, 0.8]) {
      await server?.close()
      const cap = share * (whole.debate.provenance.cost ?? 0)
      const { debate } = await capped(cap)
      expect(debate.provenance.cost).toBeGreaterThan(0.5 * cap)
      expect(debate.provenance.cost).toBeLessThanOrEqual(cap)
      expect(failed(debate).every(({ why }) => why.startsWith('The spending cap of $'))).toBe(true)
      expect(debate.notices.join()).toContain('The spending cap of $')
    }
  })
  test.each<Fault>(['401', '402', '404'])(
    'and likewise a service that turns everything away half-way (%s) leaves what was read',
    async (fault) => {
      const { debate } = await capped(0, { fault: ({ index }) => (index >= 4 ? fault : null) })
      const read = debate.coverage.fates.filter(({ fate }) => fate === 'mapped')
      expect(read.length).toBeGreaterThan(0)
      expect(failed(debate).length).toBeGreaterThan(0)
      expect(new Set(failed(debate).map(({ why }) => why)).size).toBe(1)
      expect(debate.notices.join()).toContain(failed(debate)[0]?.why)
      expect(debate.summary.by).toBe('embedded')
    },
  )
  test('that is not near lets six requests work at once', async () => {
    const { asking: one } = new Purse(5).open(runOf(), new AbortController().signal)
    const granted = await Promise.all(Array.from({ length: 6 }, async () => one.afford({ least: 0.2, most: 0.8 })))
    expect(granted.map((allowance) => allowance?.most)).toEqual(Array(6).fill(0.8))
  })
  test('with nothing left for one request sends none', async () => {
    const { server: at, debate } = await capped(0.00001)
    expect(at.requests).toEqual([])
    expect(debate.provenance.cost).toBe(0)
  })
  test.each<Fault>(['no-usage', 'stalled-body', 'nonsense'])(
    'counts requests that tell no price or bring no answer: %s',
    async (fault) => {
      const cap = 0.006
      const { debate, server: at } = await capped(cap, { fault: () => fault }, { timeoutMs: 150, retries: 0 }).catch(
        (thrown: unknown) => ({ debate: null, server: server as MessagesServer, thrown }),
      )
      expect(billed(at)).toBeLessThanOrEqual(cap)
      expect(at.requests.length).toBeGreaterThan(0)
      if (debate !== null && fault === 'no-usage')
        expect(debate.notices.join()).toContain('brought no answer that tells its price')
    },
  )
  test('holds although an answer does not tell what it used', async () => {
    server = await startMessagesServer({ fault: ({ index }) => (index === 0 ? 'no-usage' : null) })
    const analyser = createModel(accessTo(server, { maxOutput: 1_000, cache: 'none' }))
    const purse = new Purse(0.002)
    const run = runOf()
    const ask = async () =>
      analyser.extract(batch(NIGHT_BUSES), { ...purse.open(run, run.signal).asking, calls: memory() })
    await ask()
    await ask()
    expect(purse.spent.cost).toBeNull()
    await expect(
      (async () => {
        for (let i = 0; i < 10; i += 1) await ask()
      })(),
    ).rejects.toThrow('The spending cap of $0.002 for one debate was reached.')
    expect(billed(server)).toBeLessThanOrEqual(0.002)
  })
  test('lets a call wait for what others leave, and end when it is told to', async () => {
    const purse = new Purse(1)
    const stop = new AbortController()
    const { asking: one } = purse.open(runOf(), stop.signal)
    const first = await one.afford({ least: 0.2, most: 0.7 })
    const second = one.afford({ least: 0.2, most: 0.7 })
    const third = one.afford({ least: 0.5, most: 0.7 })
    void one.spent({ ...PLAIN, cost: 0, failed: 'the model did not answer in time', mayCost: 0.6 })
    first?.settle()
    expect((await second)?.most).toBeCloseTo(0.4)
    stop.abort(new Error('stopped'))
    await expect(third).rejects.toThrow('stopped')
  })
})
