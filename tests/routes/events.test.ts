import { afterEach, expect, test } from 'vitest'
import { type Progress, ProgressEvent } from '../../shared/api.ts'
import { sampleDebate, sampleEntry } from '../store/samples.ts'
import { type Serving, serve } from './serving.ts'

let serving: Serving
afterEach(() => serving.close())

async function serveOne(): Promise<void> {
  serving = await serve({ work: () => Promise.resolve() })
  await serving.store.create(sampleEntry({ id: 'a', status: 'running' }), { sources: [], analyser: 'auto' })
}

const stage = (done: number): Progress => ({ type: 'stage', stage: 'extract', done, of: 9, note: '' })
const tell = (...numbers: number[]) =>
  numbers.reduce(async (before, n) => {
    await before
    await serving.store.append('a', stage(n))
  }, Promise.resolve())
const end = () => serving.store.finish('a', { status: 'done', debate: sampleDebate('a'), problem: null })

/** Reads a stream of events as they come. */
function reading(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  const seen: { id: number; event: ProgressEvent }[] = []
  let rest = ''
  const done = (async () => {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const blocks = `${rest}${decoder.decode(chunk.value, { stream: true })}`.split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const id = /^id: (.+)$/m.exec(block)?.[1]
        const data = /^data: (.+)$/m.exec(block)?.[1]
        if (id !== undefined && data !== undefined) {
          seen.push({ id: Number(id), event: ProgressEvent.parse(JSON.parse(data)) })
        }
      }
    }
  })()
  return { seen, done, leave: () => reader.cancel() }
}

test('what happened is told first, then what happens, until the end', async () => {
  await serveOne()
  await tell(1, 2)
  const response = await serving.request('/api/debates/a/events')
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const { seen, done } = reading(response)
  await expect.poll(() => seen.length, { timeout: 15_000 }).toBe(2)
  await tell(3)
  await expect.poll(() => seen.length, { timeout: 15_000 }).toBe(3)
  await end()
  await done
  expect(seen.map(({ id, event }) => [id, event.seq])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
  ])
  expect(seen.map(({ event }) => event.progress)).toEqual([
    stage(1),
    stage(2),
    stage(3),
    { type: 'end', status: 'done', problem: null },
  ])
})

test.each([
  ['the header Last-Event-ID', '', { 'last-event-id': '2' }],
  ['?after=', '?after=2', {}],
  ['the header rather than the address', '?after=1', { 'last-event-id': '2' }],
])('goes on after the number in %s', async (_where, query, headers) => {
  await serveOne()
  await tell(1, 2, 3)
  await end()
  const { seen, done } = reading(await serving.request(`/api/debates/a/events${query}`, { headers }))
  await done
  expect(seen.map(({ id }) => id)).toEqual([3, 4])
})

test('a number that is none starts from the beginning', async () => {
  await serveOne()
  await end()
  const { seen, done } = reading(await serving.request('/api/debates/a/events?after=soon'))
  await done
  expect(seen.map(({ id }) => id)).toEqual([1])
})

test('says that nothing more will come, so that pages stop asking', async () => {
  await serveOne()
  await tell(1)
  await end()
  expect((await serving.request('/api/debates/a/events?after=2')).status).toBe(204)
})

test('after trying again, only the new try is told', async () => {
  await serveOne()
  await tell(1)
  await end()
  await serving.store.again('a', 'same')
  const { seen, done } = reading(await serving.request('/api/debates/a/events'))
  await tell(7)
  await end()
  await done
  expect(seen.map(({ id, event }) => [id, event.progress.type])).toEqual([
    [3, 'stage'],
    [4, 'end'],
  ])
})

test('ends when the debate is removed', async () => {
  await serveOne()
  await tell(1)
  const { seen, done } = reading(await serving.request('/api/debates/a/events'))
  await expect.poll(() => seen.length, { timeout: 15_000 }).toBe(1)
  await serving.request('/api/debates/a', { method: 'DELETE' })
  await done
})

test('a thousand events reach every reader, in order, whenever it came', async () => {
  await serveOne()
  const readers = [reading(await serving.request('/api/debates/a/events'))]
  for (let n = 0; n < 10; n++) {
    await tell(...Array.from({ length: 100 }, (_, k) => n * 100 + k))
    readers.push(reading(await serving.request('/api/debates/a/events')))
  }
  await end()
  await Promise.all(readers.map(({ done }) => done))
  const all = Array.from({ length: 1001 }, (_, n) => n + 1)
  for (const { seen } of readers) expect(seen.map(({ id }) => id)).toEqual(all)
})
