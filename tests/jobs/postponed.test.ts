/** An analysis that waits overnight: how often it is looked at again counts for nothing, and it ends like any other. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEmbedded } from '../../server/analysers/embedded/index.ts'
import { type Analyser, Later } from '../../server/analysers/index.ts'
import { readConfig } from '../../server/config.ts'
import { followed } from '../../server/open.ts'
import { newEntry } from '../../server/routes/debates.ts'
import type { Store } from '../../server/store/index.ts'
import { openStore } from '../../server/store/open.ts'
import { openTools } from '../../server/tools.ts'
import { createWork } from '../../server/work.ts'

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-postponed-'))
  store = await openStore(readConfig({ DATA_DIR: folder }))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const interrupts = () => ({ signal: new AbortController().signal, stop: new AbortController().signal })
const text = 'ida: The bus should stay because nurses need it.\n\nben: It costs too much for nine people a night.'

test.each([[true], [false]])('its map says so where it was asked for: %s', async (overnight) => {
  const model: Analyser = { ...createEmbedded(), name: 'model', model: 'm' }
  const tools = { ...openTools(() => readConfig({})), analyser: () => Promise.resolve(model) }
  const entry = newEntry('')
  await store.create(entry, { sources: [{ kind: 'text', text }], analyser: 'model', overnight })
  await createWork(store, tools)(entry.id, interrupts())
  expect((await store.debate(entry.id))?.provenance.overnight).toBe(overnight ? true : undefined)
  await tools.close()
})

test('it is taken up as often as it takes, and then done', async () => {
  const embedded = createEmbedded()
  let looks = 0
  const patient: Analyser = {
    ...embedded,
    extract: (batch, asking) => {
      looks += 1
      if (looks <= 12) throw new Later(1000, 'not yet')
      return embedded.extract(batch, asking)
    },
  }
  const tools = { ...openTools(() => readConfig({})), analyser: () => Promise.resolve(patient) }
  const work = createWork(store, tools)
  const entry = newEntry('')
  await store.create(entry, { sources: [{ kind: 'text', text }], analyser: 'embedded' })
  for (let turn = 0; turn < 12; turn += 1) {
    expect(await work(entry.id, interrupts())).toEqual({ after: 1000 })
    expect((await store.entry(entry.id))?.status).toBe('running')
  }
  expect(await work(entry.id, interrupts())).toBeUndefined()
  expect((await store.entry(entry.id))?.status).toBe('done')
  await tools.close()
})

test('starts cut short in quick succession count as few, and one that ends its process each time is given up', async () => {
  const tools = openTools(() => readConfig({}))
  const entry = newEntry('')
  await store.create(entry, { sources: [{ kind: 'text', text }], analyser: 'embedded' })
  let starts = 0
  /** A process that is ended as soon as it has taken the analysis up. */
  const process = async () => {
    const ended = new AbortController()
    const request = () => {
      starts += 1
      ended.abort()
      return Promise.reject(new Error('ended'))
    }
    const work = createWork({ ...store, request }, tools)
    await work(entry.id, { ...interrupts(), signal: ended.signal }).catch(() => undefined)
  }
  const begun: number[] = []
  const first = Date.now()
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    for (let second = 0; second <= 200; second += 2) {
      vi.setSystemTime(first + second * 1000)
      const before = starts
      await process()
      if (starts > before) begun.push(second)
    }
  } finally {
    vi.useRealTimers()
  }
  expect(begun).toEqual([0, 2, 12, 42, 132])
  expect((await store.entry(entry.id))?.problem?.detail).toContain('interrupted 5 times')
  await tools.close()
})

test('one that keeps an answer at each start is not given up, however often it is ended', async () => {
  const embedded = createEmbedded()
  const tools = openTools(() => readConfig({}))
  const entry = newEntry('')
  await store.create(entry, { sources: [{ kind: 'text', text }], analyser: 'embedded' })
  for (let start = 0; start < 8; start += 1) {
    const ended = new AbortController()
    const analyser: Analyser = {
      ...embedded,
      async extract(_, { calls }) {
        await calls.put(new Map([[`answer ${start}`, 'kept']]))
        ended.abort()
        throw new Error('ended')
      },
    }
    const work = createWork(store, { ...tools, analyser: () => Promise.resolve(analyser) })
    await expect(work(entry.id, { ...interrupts(), signal: ended.signal })).rejects.toThrow()
    expect(await store.started(entry.id)).toMatchObject({ starts: 0 })
  }
  const work = createWork(store, tools)
  expect(await work(entry.id, interrupts())).toBeUndefined()
  expect((await store.entry(entry.id))?.status).toBe('done')
  await tools.close()
})

test.each([[true], [false]])('it is taken up again also where what it cites is to be checked: %s', async (wanted) => {
  const ends = [{ after: 1000 }, undefined]
  const checked: string[] = []
  const entry = { ...newEntry(''), status: 'done' as const }
  const work = followed(
    () => Promise.resolve(ends.shift()),
    { entry: () => Promise.resolve(entry) },
    { follow: (id) => Promise.resolve(void checked.push(id)) },
    () => wanted,
  )
  expect(await work(entry.id, interrupts())).toEqual({ after: 1000 })
  expect(checked).toEqual([])
  expect(await work(entry.id, interrupts())).toBeUndefined()
  expect(checked).toEqual(wanted ? [entry.id] : [])
})
