/** Who may speak to the server, what it says to everyone, and what it serves besides the API. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Health, Preview, ProblemReply } from '../../shared/api.ts'
import { type Serving, serve } from './serving.ts'

let serving: Serving
afterEach(() => serving.close())

const idle = (settings: Record<string, string> = {}) => serve({ work: () => Promise.resolve(), settings })

describe('host names', () => {
  test.each([
    'localhost',
    'localhost:4180',
    '127.0.0.1:4180',
    '[::1]:4180',
    '192.168.1.7',
    'dev.localhost',
    'map.example:80',
  ])('answers to %s', async (host) => {
    serving = await idle({ HOST_NAMES: 'map.example, other.example' })
    expect((await serving.request('/api/health', { headers: { host } })).status).toBe(200)
  })
  test.each(['evil.example', 'localhost.evil.example', 'map.example.evil', 'not a host'])('not to %s', async (host) => {
    serving = await idle({ HOST_NAMES: 'map.example' })
    const response = await serving.request('/api/health', { headers: { host } })
    expect(response.status).toBe(400)
    expect(ProblemReply.parse(await response.json()).remedy).toContain('HOST_NAMES')
  })
})

describe('changes', () => {
  const from = (headers: Record<string, string>) =>
    serving.request('/api/debates', {
      method: 'POST',
      headers: { host: 'localhost:4180', ...headers },
      body: JSON.stringify({ sources: [{ kind: 'text', text: 'Ann: Hi.' }] }),
    })

  test.each([
    {},
    { origin: 'http://localhost:4180', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://map.example', 'sec-fetch-site': 'same-origin' },
  ])('are taken with %j', async (headers) => {
    serving = await idle({ HOST_NAMES: 'map.example' })
    expect((await from(headers)).status).toBe(202)
  })

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:9999' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { origin: 'http://localhost:4180', 'sec-fetch-site': 'same-site' },
  ])('are refused with %j', async (headers) => {
    serving = await idle()
    expect((await from(headers)).status).toBe(400)
    expect((await serving.store.list({ limit: 1, offset: 0 })).total).toBe(0)
  })
})

test.each(['/api/health', '/api/nothing', '/', '/assets/none.js'])('%s says how it may be used', async (path) => {
  serving = await idle()
  const { headers } = await serving.request(path)
  expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('content-security-policy')).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})

describe('health', () => {
  test.each([
    [{}, { analyser: 'embedded', model: null, overnight: false }],
    [
      { ANTHROPIC_API_KEY: 'k', MODEL: 'some-model' },
      { analyser: 'model', model: 'some-model', overnight: true },
    ],
  ])('with %j', async (settings, reads) => {
    serving = await idle(settings)
    const health = Health.parse(await (await serving.request('/api/health')).json())
    expect(health).toEqual({ ok: true, version: '0.1.0', store: 'sqlite', ...reads })
  })
})

test('the OpenAPI document names every route', async () => {
  serving = await idle()
  const document: unknown = await (await serving.request('/api/openapi.json')).json()
  expect(Object.keys((document as { paths: object }).paths).sort()).toEqual([
    '/api/debates',
    '/api/debates/{id}',
    '/api/debates/{id}/cancel',
    '/api/debates/{id}/combine',
    '/api/debates/{id}/corrections',
    '/api/debates/{id}/corrections/{correction}',
    '/api/debates/{id}/events',
    '/api/debates/{id}/export',
    '/api/debates/{id}/further',
    '/api/debates/{id}/refresh',
    '/api/debates/{id}/related',
    '/api/debates/{id}/retry',
    '/api/debates/{id}/sources',
    '/api/debates/{id}/standing',
    '/api/estimate',
    '/api/health',
    '/api/pages',
    '/api/pages/tokens',
    '/api/pages/{id}',
    '/api/pages/{id}/analyse',
    '/api/preview',
    '/api/preview/whole',
    '/api/settings',
  ])
})

describe('a preview', () => {
  test('shows how a text would be split', async () => {
    serving = await idle()
    const response = await serving.post('/api/preview', {
      kind: 'text',
      text: 'Ann: I think trams are fine.\n\nBob: They are too loud.',
    })
    const { threads } = Preview.parse(await response.json())
    expect(threads[0]?.posts.map(({ author, text }) => [author, text])).toEqual([
      [null, 'Ann: I think trams are fine.'],
      [null, 'Bob: They are too loud.'],
    ])
    expect(threads[0]?.labels).toEqual({ names: ['Ann', 'Bob'], more: 0, parts: 2, are: 'words', asked: false })
    expect((await serving.store.list({ limit: 1, offset: 0 })).total).toBe(0)
  })
  test('is not made of addresses', async () => {
    serving = await idle()
    expect((await serving.post('/api/preview', { kind: 'url', url: 'https://a.example' })).status).toBe(400)
  })
})

describe('the page', () => {
  let web: string
  const SCRIPT = 'console.log("hello");\n'.repeat(100)
  beforeAll(() => {
    web = mkdtempSync(join(tmpdir(), 'counterpoint-web-'))
    mkdirSync(join(web, 'assets'))
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>Counterpoint</title>')
    writeFileSync(join(web, 'assets', 'main-1a2b.js'), SCRIPT)
    writeFileSync(join(web, '..', 'secret.txt'), 'secret')
  })
  afterAll(() => rmSync(web, { recursive: true }))
  const served = () => serve({ work: () => Promise.resolve(), web })

  test.each(['/', '/index.html', '/m/abc'])('%s is the page, checked for changes each time', async (path) => {
    serving = await served()
    const response = await serving.request(path)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toContain('<title>Counterpoint</title>')
    const tag = response.headers.get('etag') ?? ''
    expect((await serving.request(path, { headers: { 'if-none-match': tag } })).status).toBe(304)
  })

  test('assets are kept for a year, and compressed', async () => {
    serving = await served()
    const get = async (encoding: string) => {
      const response = await serving.request('/assets/main-1a2b.js', { headers: { 'accept-encoding': encoding } })
      expect(response.headers.get('cache-control')).toContain('immutable')
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(response.headers.get('content-length')).toBe(String(bytes.length))
      return [response.headers.get('content-encoding'), bytes] as const
    }
    const [br, brotli] = await get('gzip, deflate, br')
    const [gz, gzip] = await get('gzip')
    const [none, plain] = await get('identity')
    expect([br, gz, none]).toEqual(['br', 'gzip', null])
    expect(brotliDecompressSync(brotli).toString()).toBe(SCRIPT)
    expect(gunzipSync(gzip).toString()).toBe(SCRIPT)
    expect(plain.toString()).toBe(SCRIPT)
  })

  test.each([
    '/assets/none.js',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
  ])('%s is nowhere', async (path) => {
    serving = await served()
    expect((await serving.request(path)).status).toBe(404)
  })

  test('that was not built says what to do', async () => {
    serving = await idle()
    const response = await serving.request('/')
    expect(response.status).toBe(404)
    expect(ProblemReply.parse(await response.json()).remedy).toContain('npm run build')
  })
})
