import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { Health, ProblemReply, Settings } from '../../shared/api.ts'
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
  { colour: 'red' },
])('%j is refused, and nothing changes', async (change) => {
  await start()
  const before = await get()
  const response = await put(change)
  expect(response.status).toBe(400)
  const problem = ProblemReply.parse(await response.json())
  expect(problem.code).toBe('bad-request')
  expect(problem.detail).not.toContain('two words')
  expect(await get()).toEqual(before)
})

test('a broken settings file is named, not overwritten', async () => {
  await start()
  const file = join(serving.folder, 'settings.json')
  writeFileSync(file, '{broken')
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect((await put({ maxCost: 1 })).status).toBe(500)
  expect(readFileSync(file, 'utf8')).toBe('{broken')
})
