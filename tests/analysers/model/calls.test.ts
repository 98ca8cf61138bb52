/** What each call took, as it is kept with the debate. */
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createEmbedded } from '../../../server/analysers/embedded/index.ts'
import { createModel } from '../../../server/analysers/model/index.ts'
import { Asker } from '../../../server/asker.ts'
import { NOTHING_SPENT, Purse, type Run } from '../../../server/run.ts'
import type { Call } from '../../../shared/debate.ts'
import { analyseWith } from '../../bench/model.ts'
import { synthetic } from '../../bench/synthetic.ts'
import { accessTo } from '../../messages-server/access.ts'
import { type MessagesServer, startMessagesServer } from '../../messages-server/server.ts'
import { asking, batch, memory, NIGHT_BUSES } from '../posts.ts'

let server: MessagesServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

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

test('a call tells how it was answered and after how many tries', async () => {
  server = await startMessagesServer({ fault: ({ index }) => (index === 0 ? '529' : null) })
  const analyser = createModel({ ...accessTo(server, { structured: 'tool' }), fallback: null })
  const one = asking()
  await analyser.extract(batch(NIGHT_BUSES), one)
  expect(one.usages).toMatchObject([
    { question: 'extract', about: NIGHT_BUSES.length, cached: false, rung: 'tool', tries: 2 },
  ])
})

test('an analysis taken up again knows what its finished stages have cost', async () => {
  const steps = new Map<string, unknown>()
  const run: Run = {
    id: 'r',
    journal: {
      get: (name) => Promise.resolve(steps.get(name)),
      put: (name, value) => Promise.resolve(void steps.set(name, value)),
    },
    calls: memory(),
    signal: new AbortController().signal,
    stop: new AbortController().signal,
    progress: () => Promise.resolve(),
  }
  const call: Call = {
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
  const embedded = createEmbedded()
  const runOnce = async (): Promise<Purse> => {
    const purse = new Purse(0)
    const asker = new Asker('basis', null, { analyser: embedded, fallback: embedded }, run, purse)
    const answer = await asker.ask('merge', z.string(), (_, asked) => {
      asked.spent(call)
      return Promise.resolve('merged')
    })
    expect(answer).toBe('merged')
    return purse
  }
  const expected = { ...NOTHING_SPENT, calls: 1, inputTokens: 700, outputTokens: 20, cost: 0.25, asked: [call] }
  expect((await runOnce()).spent).toEqual(expected)
  expect((await runOnce()).spent).toEqual(expected)
})

test('a cap holds although an answer does not tell what it used', async () => {
  server = await startMessagesServer({ fault: ({ index }) => (index === 0 ? 'no-usage' : null) })
  const analyser = createModel(accessTo(server))
  const purse = new Purse(0.0001)
  const run: Run = {
    id: 'capped',
    journal: { get: () => Promise.resolve(undefined), put: () => Promise.resolve() },
    calls: memory(),
    signal: new AbortController().signal,
    stop: new AbortController().signal,
    progress: () => Promise.resolve(),
  }
  const ask = async () =>
    analyser.extract(batch(NIGHT_BUSES), { ...purse.open(run, run.signal).asking, calls: memory() })
  await ask()
  await ask()
  expect(purse.spent.cost).toBeNull()
  await expect(ask()).rejects.toThrow('The spending cap of $0.0001 for one debate was reached.')
  expect(server.requests).toHaveLength(2)
})
