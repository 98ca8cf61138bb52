import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ProblemReply } from '../../shared/api.ts'
import type { Debate } from '../../shared/debate.ts'
import { SourceChecks } from '../../shared/sources.ts'
import { sampleDebate, sampleEntry } from '../store/samples.ts'
import { type Serving, serve } from './serving.ts'

const QUOTED = 'trams carried twice as many people as buses'

let site: Server
let asked: string[]
let base: string
let serving: Serving
beforeEach(async () => {
  asked = []
  site = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('content-type', 'text/html')
    if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /secret')
    else if (request.url === '/gone') response.writeHead(410).end()
    else
      response.end(
        `<!doctype html><title>Trams in Ghent</title><p>The city counted: in 2019 ${QUOTED}, on every line of the town.</p>`,
      )
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
})
afterEach(async () => {
  await serving.close()
  site.closeAllConnections()
  site.close()
})

/** A debate whose first claim cites `urls` in a post with these words. */
async function debateCiting(urls: string[], text: string): Promise<void> {
  const debate: Debate = sampleDebate('a')
  const [claim] = debate.claims
  const post = debate.threads[0]?.posts[0]
  if (claim === undefined || post === undefined) throw new Error('the sample has a claim and a post')
  claim.sourceUrls = urls
  post.text = text
  await serving.store.create(sampleEntry({ id: 'a' }), { sources: [{ kind: 'text', text }], analyser: 'auto' })
  await serving.store.finish('a', { status: 'done', debate, problem: null })
}

const get = async () => SourceChecks.parse(await (await serving.request('/api/debates/a/sources')).json())

async function checked(): Promise<SourceChecks> {
  expect((await serving.request('/api/debates/a/sources', { method: 'POST' })).status).toBe(202)
  await expect.poll(async () => (await get()).running, { timeout: 15_000 }).toBe(false)
  return get()
}

describe('where the operator allows this host', () => {
  beforeEach(async () => {
    serving = await serve({ settings: { ALLOW_HOSTS: '127.0.0.1' } })
  })

  test('each source is opened once, when asked for, and the words quoted from it are looked for', async () => {
    await debateCiting([`${base}/ghent`], `As the study says, “${QUOTED}”, and “buses carried nobody at all”.`)
    expect(await get()).toEqual({ running: false, done: 0, of: 1, left: 0, sources: [] })
    expect(asked).toEqual([])

    const { sources, done } = await checked()
    expect(done).toBe(1)
    expect(sources).toMatchObject([{ url: `${base}/ghent`, state: 'read', title: 'Trams in Ghent', site: '127.0.0.1' }])
    expect(sources[0]?.quotes.map(({ result }) => result)).toEqual(['found', 'not found'])
    expect(asked.toSorted()).toEqual(['/ghent', '/robots.txt'])

    const summary = await (await serving.request('/api/debates/a/export?format=json')).text()
    expect(summary).toContain('Trams or buses?')
  })

  test('every form of export that tells of sources says what was found', async () => {
    await debateCiting([`${base}/ghent`, `${base}/gone`], `As the study says, “${QUOTED}”.`)
    const exported = async (format: string) => (await serving.request(`/api/debates/a/export?format=${format}`)).text()
    expect(JSON.parse(await exported('json'))).not.toHaveProperty('sources')
    expect(await exported('html')).not.toContain('Sources checked')
    await checked()
    const { sources } = JSON.parse(await exported('json')) as { sources: { state: string }[] }
    expect(sources.map(({ state }) => state)).toEqual(['read', 'not reached'])
    expect(await exported('html')).toMatch(/Sources checked.*Trams in Ghent.*can be read.*not reachable/s)
    expect(await exported('csv')).toMatch(/"can be read, Trams in Ghent.* \| not reachable/)
  })

  test('after an analysis nothing is opened again that was read, and nothing where nothing is cited', async () => {
    await debateCiting([`${base}/ghent`], `“${QUOTED}”`)
    await serving.sources.follow('a')
    await expect.poll(async () => (await get()).done, { timeout: 15_000 }).toBe(1)
    await serving.sources.follow('a')
    expect((await get()).running).toBe(false)
    expect(asked.filter((path) => path === '/ghent')).toHaveLength(1)
    await expect(serving.sources.follow('nobody')).resolves.toBeUndefined()
  })

  test('what could not be read is said, and tried again; what was read is not', async () => {
    await debateCiting([`${base}/gone`, `${base}/secret`, `${base}/ghent`], 'They say so.')
    const { sources } = await checked()
    expect(sources.map(({ state }) => state)).toEqual(['not reached', 'not read', 'read'])
    expect(sources[1]?.why).toMatch(/asks programs not to read/)
    expect(asked).not.toContain('/secret')
    await checked()
    expect(asked.filter((path) => path === '/ghent')).toHaveLength(1)
    expect(asked.filter((path) => path === '/gone')).toHaveLength(2)
  })

  test('a debate that cites nothing has nothing to check', async () => {
    await debateCiting(['javascript:alert(1)'], 'They say so.')
    const reply = await serving.request('/api/debates/a/sources', { method: 'POST' })
    expect(ProblemReply.parse(await reply.json()).code).toBe('bad-request')
  })
})

test('private addresses are refused', async () => {
  serving = await serve()
  await debateCiting([`${base}/ghent`], `“${QUOTED}”`)
  const { sources } = await checked()
  expect(sources).toMatchObject([{ state: 'not read', title: null, quotes: [{ result: 'not read' }] }])
  expect(sources[0]?.why).toMatch(/private network/)
  expect(asked).toEqual([])
})
