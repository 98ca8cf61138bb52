import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import { Health, ProblemReply, Settings, SiteKey } from '../../shared/api.ts'
import { readConfig } from '../../server/config.ts'
import { createEstimator } from '../../server/estimate.ts'
import { openSettings, withSiteKeys } from '../../server/settings.ts'
import { type Serving, serve } from './serving.ts'

let serving: Serving
afterEach(() => serving.close())

const start = async (settings: Record<string, string> = {}) => {
  serving = await serve({ work: () => Promise.resolve(), settings })
}
const get = async () => Settings.parse(await (await serving.request('/api/settings')).json())
const put = (change: unknown) =>
  serving.request('/api/settings', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
const reader = async () => {
  const { analyser, model } = Health.parse(await (await serving.request('/api/health')).json())
  return [analyser, model]
}

test('without anything set, a key is missing and the built-in analyser reads', async () => {
  await start()
  expect(await get()).toMatchObject({ profile: 'anthropic', key: null, needsKey: true, maxCost: 5 })
  expect(await reader()).toEqual(['embedded', null])
})

test('whether sources are checked after every analysis is kept, and can be left to the environment again', async () => {
  await start({ CHECK_SOURCES: 'true' })
  expect(await get()).toMatchObject({ checkSources: true })
  expect(Settings.parse(await (await put({ checkSources: false })).json())).toMatchObject({ checkSources: false })
  expect(Settings.parse(await (await put({ checkSources: null })).json())).toMatchObject({ checkSources: true })
})

test('an entered key is used, kept where only its owner reads, and never sent back or logged', async () => {
  await start()
  const logged = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')]
  const response = await put({ key: 'sk-secret-1', model: 'some-model', maxCost: 0.5 })
  const text = await response.text()
  expect(text).not.toContain('sk-secret-1')
  expect(Settings.parse(JSON.parse(text))).toMatchObject({ key: 'entered', model: 'some-model', maxCost: 0.5 })
  expect(await reader()).toEqual(['model', 'some-model'])
  const file = join(serving.folder, 'settings.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toContain('sk-secret-1')
  for (const path of ['/api/settings', '/api/health', '/api/debates']) {
    expect(await (await serving.request(path)).text()).not.toContain('sk-secret-1')
  }
  expect(logged.flatMap((spy) => spy.mock.calls)).toEqual([])
})

/** Where the key of each site comes from. */
const sites = async () => Object.fromEntries((await get()).siteKeys.map(({ name, from }) => [name, from]))
const NONE = Object.fromEntries(SiteKey.options.map((name) => [name, null]))

test('the entered key of a site is kept where only its owner reads, and never sent back or logged', async () => {
  await start({ GITHUB_TOKEN: 'ghp-environment' })
  const logged = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')]
  const response = await put({ siteKeys: { YOUTUBE_KEY: 'yt-secret', REDDIT_APP: 'app:secret-2' } })
  const texts = [await response.text()]
  for (const path of ['/api/settings', '/api/health', '/api/debates', '/api/openapi.json']) {
    texts.push(await (await serving.request(path)).text())
  }
  expect(texts.join()).not.toMatch(/yt-secret|secret-2|ghp-environment/)
  expect(logged.flatMap((spy) => spy.mock.calls)).toEqual([])
  expect(await sites()).toEqual({
    ...NONE,
    GITHUB_TOKEN: 'environment',
    YOUTUBE_KEY: 'entered',
    REDDIT_APP: 'entered',
  })
  const file = join(serving.folder, 'settings.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    siteKeys: { YOUTUBE_KEY: 'yt-secret', REDDIT_APP: 'app:secret-2' },
  })
})

test('an entered key of a site stands over the environment’s until it is removed, and others stay', async () => {
  await start({ DISQUS_KEY: 'from-environment' })
  const config = readConfig({ DATA_DIR: serving.folder, DISQUS_KEY: 'from-environment' })
  await put({ siteKeys: { DISQUS_KEY: 'entered', GITHUB_TOKEN: 'ghp' } })
  await put({ maxCost: 1 })
  expect(openSettings(config).current()).toMatchObject({ DISQUS_KEY: 'entered', GITHUB_TOKEN: 'ghp', MAX_COST: 1 })
  await put({ siteKeys: { DISQUS_KEY: null } })
  expect(await sites()).toEqual({ ...NONE, DISQUS_KEY: 'environment', GITHUB_TOKEN: 'entered' })
  expect(openSettings(config).current()).toMatchObject({ DISQUS_KEY: 'from-environment', GITHUB_TOKEN: 'ghp' })
  await put({ siteKeys: { GITHUB_TOKEN: null } })
  expect(openSettings(config).current().GITHUB_TOKEN).toBeUndefined()
})

test('the command takes the entered keys of sites, and the model of the environment', async () => {
  await start()
  await put({ siteKeys: { GITHUB_TOKEN: 'ghp' }, key: 'sk-entered' })
  const { GITHUB_TOKEN, ANTHROPIC_API_KEY } = withSiteKeys(readConfig({ DATA_DIR: serving.folder }))
  expect([GITHUB_TOKEN, ANTHROPIC_API_KEY]).toEqual(['ghp', undefined])
})

test('the next read uses the key that was entered', async () => {
  await start()
  const { current } = openSettings(readConfig({ DATA_DIR: serving.folder }))
  const asked: string[] = []
  const estimator = createEstimator({
    config: current,
    fetcher: {
      fetch({ url }) {
        asked.push(url)
        const status = 500
        return Promise.resolve({ status, url, headers: {}, contentType: 'text/plain', text: '', bytes: Buffer.of() })
      },
      close: () => Promise.resolve(),
    },
    access: () => null,
  })
  const read = () =>
    estimator.estimate(
      { sources: [{ kind: 'url', url: 'https://youtu.be/abcdefghijk' }], analyser: 'embedded' },
      new AbortController().signal,
    )
  await expect(read()).rejects.toMatchObject({
    code: 'needs-key',
    remedy: expect.stringContaining('settings page') as string,
  })
  await put({ siteKeys: { YOUTUBE_KEY: 'yt-1' } })
  await expect(read()).rejects.not.toMatchObject({ code: 'needs-key' })
  expect(asked.map((url) => new URL(url).searchParams.get('key'))).toEqual(['yt-1', 'yt-1'])
})

test('null goes back to what the environment says', async () => {
  await start({ ANTHROPIC_API_KEY: 'sk-environment', MODEL: 'from-environment', MAX_COST: '2' })
  await put({ key: 'sk-entered', model: 'entered', maxCost: 9 })
  expect(await get()).toMatchObject({ key: 'entered', model: 'entered', maxCost: 9 })
  await put({ key: null, model: null, maxCost: null })
  expect(await get()).toMatchObject({ key: 'environment', model: 'from-environment', maxCost: 2 })
})

test('the key of the environment never goes to an entered address', async () => {
  await start({ ANTHROPIC_API_KEY: 'sk-environment' })
  await put({ baseUrl: 'https://other.example' })
  expect(await get()).toMatchObject({ baseUrl: 'https://other.example', key: null })
  expect(await reader()).toEqual(['embedded', null])
  await put({ baseUrl: null })
  expect(await get()).toMatchObject({ key: 'environment' })
})

test.each([{ baseUrl: 'https://other.example' }, { profile: 'kimi' }])(
  'an entered key is forgotten when %j moves on, unless one comes along',
  async (move) => {
    await start()
    await put({ key: 'sk-1' })
    await put(move)
    expect((await get()).key).toBeNull()
    await put({ ...move, key: 'sk-2' })
    await put({ model: 'another' })
    expect(await get()).toMatchObject({ key: 'entered', model: 'another' })
  },
)

test('another service keeps neither address nor model of the one before, but takes what comes along', async () => {
  await start()
  await put({ profile: 'compatible', baseUrl: 'https://own.example', model: 'own', key: 'sk-1' })
  expect(await get()).toMatchObject({ baseUrl: 'https://own.example', model: 'own', key: 'entered' })
  await put({ profile: 'deepseek', key: 'sk-2' })
  expect(await get()).toMatchObject({ baseUrl: 'https://api.deepseek.com/anthropic', model: 'deepseek-flash' })
  await put({ profile: 'bedrock', baseUrl: 'https://bedrock.example/anthropic', key: 'sk-3' })
  expect(await get()).toMatchObject({ baseUrl: 'https://bedrock.example/anthropic', key: 'entered' })
})

test('a service on this machine needs no key', async () => {
  await start()
  await put({ profile: 'ollama' })
  expect(await get()).toMatchObject({ profile: 'ollama', needsKey: false, key: null })
  expect((await reader())[0]).toBe('model')
})

test.each([
  { profile: 'nobody' },
  { baseUrl: 'ftp://files.example' },
  { baseUrl: 'not an address' },
  { key: 'two words' },
  { key: '' },
  { maxCost: -1 },
  { siteKeys: { GITHUB_TOKEN: 'two words' } },
  { siteKeys: { GITHUB_TOKEN: '' } },
  { siteKeys: { REDDIT_APP: 'no-secret' } },
  { siteKeys: { PORT: '80' } },
  { siteKeys: null },
  { colour: 'red' },
])('%j is refused, and nothing changes', async (change) => {
  await start()
  const before = await get()
  const response = await put(change)
  expect(response.status).toBe(400)
  const problem = ProblemReply.parse(await response.json())
  expect(problem.code).toBe('bad-request')
  expect(problem.detail).not.toMatch(/two words|no-secret/)
  expect(await get()).toEqual(before)
})

test('a key may be long, but not endless', async () => {
  await start()
  expect((await put({ siteKeys: { GITHUB_TOKEN: 'x'.repeat(2000) } })).status).toBe(200)
  expect((await put({ siteKeys: { GITHUB_TOKEN: 'x'.repeat(2001) } })).status).toBe(400)
})

test('a broken settings file is named, not overwritten, and its text is not logged', async () => {
  await start()
  const file = join(serving.folder, 'settings.json')
  writeFileSync(file, '{"key":sk-1')
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect((await put({ maxCost: 1 })).status).toBe(500)
  expect(inspect(logged.mock.calls)).toContain('settings.json can’t be read')
  expect(inspect(logged.mock.calls)).not.toContain('sk-1')
  expect(readFileSync(file, 'utf8')).toBe('{"key":sk-1')
})
