import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Estimate, Health, ProblemReply } from '../../shared/api.ts'
import { serve, type Serving } from './serving.ts'

const TEXT = Array.from(
  { length: 12 },
  (_, at) => `Person${at}: Trams number ${at} are better than buses because they never wait in traffic.`,
).join('\n\n')
const SOURCES = { sources: [{ kind: 'text', text: TEXT }] }

async function serving(settings: Record<string, string>): Promise<Serving> {
  const given = await serve({ settings, work: () => Promise.resolve() })
  open.push(given)
  return given
}
const open: Serving[] = []
afterAll(() => Promise.all(open.map((one) => one.close())))

describe('with a model whose price is known', () => {
  let server: Serving
  beforeAll(async () => {
    server = await serving({ MODEL_PROFILE: 'anthropic', ANTHROPIC_API_KEY: 'key', MAX_COST: '0.5' })
  })
  const told = async (more = {}) =>
    Estimate.parse(await (await server.post('/api/estimate', { ...SOURCES, ...more })).json())

  test('tells posts, tokens, price, time and cap', async () => {
    const found = await told()
    expect(found).toMatchObject({ analyser: 'model', model: 'claude-haiku-5-5', posts: 12, cap: 0.5 })
    expect(found.inputTokens).toBeGreaterThan(TEXT.length / 4)
    expect(found.cost).toBeGreaterThan(0)
    expect(found.seconds).toBeGreaterThan(0)
  })
  test('overnight it is half the price, and nobody knows when', async () => {
    const [now, later] = [await told(), await told({ overnight: true })]
    expect(later.cost).toBeCloseTo((now.cost ?? 0) / 2, 10)
    expect(later.seconds).toBeNull()
  })
  test('folded repeats cost nothing', async () => {
    const twice = `${TEXT}\n\nPerson12: Trams number 3 are better than buses because they never wait in traffic.`
    expect((await told({ sources: [{ kind: 'text', text: twice, labels: 'writers' }] })).posts).toBe(12)
  })
  test('the built-in analyser costs nothing', async () => {
    expect(await told({ analyser: 'embedded' })).toMatchObject({ analyser: 'embedded', posts: 12, cost: 0, calls: 0 })
  })
  test('nothing is kept', async () => {
    await told()
    expect(await (await server.request('/api/debates')).json()).toMatchObject({ total: 0 })
  })
  test('health says that it can work overnight', async () => {
    expect(Health.parse(await (await server.request('/api/health')).json()).overnight).toBe(true)
  })
  test('what can’t be read is a problem', async () => {
    const reply = await server.post('/api/estimate', { sources: [{ kind: 'text', text: ' ' }] })
    expect(ProblemReply.parse(await reply.json()).code).toBe('empty-input')
  })
})

describe('with a model that takes no batches', () => {
  test.each(['/api/estimate', '/api/debates'])('%s refuses to work overnight', async (path) => {
    const server = await serving({ MODEL_PROFILE: 'ollama' })
    const reply = await server.post(path, { ...SOURCES, overnight: true })
    expect(reply.status).toBe(400)
    expect(ProblemReply.parse(await reply.json()).detail).toContain('overnight')
    expect(Health.parse(await (await server.request('/api/health')).json()).overnight).toBe(false)
  })
  test.each([
    ['at a service whose prices are its own', { MODEL_PROFILE: 'ollama' }],
    [
      'of a model that Anthropic serves, at another address',
      // Nothing listens there: an estimate that asked the model would fail.
      { MODEL_PROFILE: 'anthropic', ANTHROPIC_API_KEY: 'key', ANTHROPIC_BASE_URL: 'http://127.0.0.1:9' },
    ],
  ])('says that the price is not known %s', async (_, settings) => {
    const server = await serving(settings)
    expect(await (await server.post('/api/estimate', SOURCES)).json()).toMatchObject({ cost: null })
  })
})
