/** What every queue promises, asked of the embedded one and of pg-boss on a real PostgreSQL. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEmbeddedQueue } from '../../server/jobs/embedded.ts'
import type { Interrupts, Queue, QueueOptions, Work } from '../../server/jobs/index.ts'
import { openPgBossQueue } from '../../server/jobs/pg-boss.ts'
import { postgresOfGroup } from '../postgres.ts'

interface Kind {
  name: string
  /** Whether several queues share their jobs. */
  shared: boolean
  prepare(): Promise<string | null>
  /** Where the queues of one test live. */
  place(): Promise<{ open: (options: QueueOptions) => Promise<Queue> }>
  end(): Promise<void>
}

const embedded: Kind = {
  name: 'embedded',
  shared: false,
  prepare: () => Promise.resolve(null),
  place: () => Promise.resolve({ open: (options) => Promise.resolve(createEmbeddedQueue(options)) }),
  end: () => Promise.resolve(),
}

function pgBoss(): Kind {
  const { prepare, fresh, end } = postgresOfGroup()
  const place = async () => {
    const url = await fresh()
    return { open: (options: QueueOptions) => openPgBossQueue(url, options) }
  }
  return { name: 'pg-boss', shared: true, prepare, place, end }
}

test('the embedded queue runs once more what is added again after its debate ended, while its work still ends', async () => {
  const unfinished = new Set(['a'])
  let runs = 0
  const queue = createEmbeddedQueue({
    concurrency: 1,
    unfinished: () => Promise.resolve([...unfinished]),
    failed: (_, thrown) => expect.unreachable(String(thrown)),
  })
  await queue.start(async (id) => {
    runs++
    unfinished.delete(id)
    if (runs > 1) return
    unfinished.add(id)
    await queue.add(id)
  })
  await expect.poll(() => runs).toBe(2)
  await queue.stop()
  expect(unfinished).toEqual(new Set())
})

describe.each([embedded, pgBoss()])('the queue $name', (kind) => {
  let why: string | null = null
  let place: Awaited<ReturnType<Kind['place']>>
  const opened: Queue[] = []
  beforeAll(async () => {
    why = await kind.prepare()
  })
  afterAll(() => kind.end())
  beforeEach(async (ctx) => {
    if (why !== null) ctx.skip(why)
    place = await kind.place()
  })
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((queue) => queue.stop()))
  })

  /** A queue whose debates end when their work does. */
  async function open(library: Library, concurrency = 2): Promise<Queue> {
    const queue = await place.open({
      concurrency,
      unfinished: () => Promise.resolve([...library.unfinished]),
      failed: (id) => void library.failed.push(id),
    })
    opened.push(queue)
    return queue
  }

  /** A queue at work, and what it works on. */
  async function atWork(concurrency = 2): Promise<{ library: Library; queue: Queue }> {
    const library = new Library()
    const queue = await open(library, concurrency)
    await queue.start(library.working())
    return { library, queue }
  }

  /** The same in the middle of the job "a", which waits until it is released. */
  async function inTheMiddle(concurrency = 2): Promise<{ library: Library; queue: Queue } & Interrupts> {
    const { library, queue } = await atWork(concurrency)
    library.hold('a')
    await library.add(queue, 'a')
    return { library, queue, ...(await library.started('a')) }
  }

  test('runs what is added, each once', async () => {
    const { library, queue } = await atWork()
    for (const id of ['a', 'b', 'c']) await library.add(queue, id)
    await expect.poll(() => library.ended.sort(), PATIENTLY).toEqual(['a', 'b', 'c'])
  })

  test('adding again what is queued or running changes nothing', async () => {
    const { library, queue } = await inTheMiddle(1)
    await library.add(queue, 'b')
    for (const id of ['a', 'b', 'a', 'b']) await queue.add(id)
    library.release('a')
    await expect.poll(() => library.ended, PATIENTLY).toEqual(['a', 'b'])
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(library.ended).toEqual(['a', 'b'])
  })

  test('runs no more jobs at once than it may', async () => {
    const { library, queue } = await atWork()
    const ids = ['a', 'b', 'c', 'd']
    for (const id of ids) library.hold(id)
    for (const id of ids) await library.add(queue, id)
    await expect.poll(() => library.running.size, PATIENTLY).toBe(2)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(library.running.size).toBe(2)
    for (const id of ids) library.release(id)
    await expect.poll(() => library.ended.length, PATIENTLY).toBe(4)
    expect(library.most).toBe(2)
  })

  test('takes up at its start what was left unfinished', async () => {
    const library = new Library()
    for (const id of ['left running', 'left waiting']) library.unfinished.add(id)
    const queue = await open(library)
    await queue.start(library.working())
    await expect.poll(() => library.ended.sort(), PATIENTLY).toEqual(['left running', 'left waiting'])
  })

  test('a running job that is cancelled is told to stop, not to end at once', async () => {
    const { library, queue, signal, stop } = await inTheMiddle()
    await queue.cancel('a')
    await expect.poll(() => stop.aborted, PATIENTLY).toBe(true)
    expect(signal.aborted).toBe(false)
    library.release('a')
    await expect.poll(() => library.ended, PATIENTLY).toEqual(['a'])
  })

  test('a queued job that is cancelled is run at once, already stopped', async () => {
    const { library, queue } = await inTheMiddle(1)
    await library.add(queue, 'b')
    await queue.cancel('b')
    expect((await library.started('b')).stop.aborted).toBe(true)
    expect(library.ended).toEqual(['b'])
    library.release('a')
    await expect.poll(() => library.ended, PATIENTLY).toEqual(['b', 'a'])
  })

  test('cancelling what is nowhere changes nothing', async () => {
    const { library, queue } = await atWork()
    await queue.cancel('nobody')
    expect(library.ended).toEqual([])
  })

  test('what is added again while it stops is run again', async () => {
    const { library, queue, stop } = await inTheMiddle()
    await queue.cancel('a')
    await expect.poll(() => stop.aborted, PATIENTLY).toBe(true)
    await queue.add('a')
    library.keepUnfinished('a')
    library.release('a')
    await expect.poll(() => library.ended, PATIENTLY).toEqual(['a', 'a'])
    expect((await library.started('a')).stop.aborted).toBe(false)
  })

  test('a job that throws is reported and holds up no other', async () => {
    const library = new Library()
    const queue = await open(library, 1)
    const work = library.working()
    await queue.start((id, interrupts) =>
      id === 'broken' && library.failed.length === 0 ? Promise.reject(new Error('broken')) : work(id, interrupts),
    )
    await library.add(queue, 'broken')
    await library.add(queue, 'b')
    await expect.poll(() => library.ended, PATIENTLY).toContain('b')
    expect(library.failed).toEqual(['broken'])
  })

  test('a postponed job gives its place to others and is run again after a while', async () => {
    const queue = await open(new Library(), 1)
    const runs: string[] = []
    await queue.start((id) => {
      runs.push(id)
      return Promise.resolve(id === 'a' && runs.length === 1 ? { after: 1500 } : undefined)
    })
    await queue.add('a')
    await queue.add('b')
    await expect.poll(() => runs, PATIENTLY).toEqual(['a', 'b'])
    await expect.poll(() => runs, PATIENTLY).toEqual(['a', 'b', 'a'])
  })

  test('a postponed job that is cancelled is run at once, already stopped', async () => {
    const queue = await open(new Library(), 1)
    const runs: boolean[] = []
    await queue.start((_, { stop }) => {
      runs.push(stop.aborted)
      return Promise.resolve(stop.aborted ? undefined : { after: 600_000 })
    })
    await queue.add('a')
    await expect.poll(() => runs, PATIENTLY).toEqual([false])
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await queue.cancel('a')
    await expect.poll(() => runs, PATIENTLY).toEqual([false, true])
  })

  test('stopping interrupts the running ones, which the next start takes up', async () => {
    const { library, queue, signal, stop } = await inTheMiddle()
    await queue.stop()
    expect(signal.aborted).toBe(true)
    expect(stop.aborted).toBe(false)
    expect(library.failed).toEqual([])
    library.release('a')
    const second = await open(library)
    await second.start(library.working())
    await expect.poll(() => library.ended, PATIENTLY).toEqual(['a'])
  })

  const together = async (): Promise<void> => {
    const library = new Library()
    const queues = [await open(library, 1), await open(library, 1)] as const
    const by = new Map<Queue, string[]>(queues.map((queue) => [queue, []]))
    for (const queue of queues) {
      const work = library.working()
      await queue.start((id, interrupts) => {
        by.get(queue)?.push(id)
        return work(id, interrupts)
      })
    }
    for (const id of ['a', 'b']) library.hold(id)
    for (const id of ['a', 'b']) await library.add(queues[0], id)
    await expect.poll(() => library.running.size, PATIENTLY).toBe(2)
    expect(queues.map((queue) => by.get(queue)?.length)).toEqual([1, 1])
    const theirs = by.get(queues[1])?.[0] ?? ''
    await queues[0].cancel(theirs)
    await expect.poll(async () => (await library.started(theirs)).stop.aborted, PATIENTLY).toBe(true)
    for (const id of ['a', 'b']) library.release(id)
    await expect.poll(() => library.ended.sort(), PATIENTLY).toEqual(['a', 'b'])
  }
  if (kind.shared) test('several share the jobs, each done by one, and stop each other’s', together)
})

const PATIENTLY = { timeout: 15_000, interval: 20 }

/** Stands for the store: knows which debates have not ended, and watches the work done on them. */
class Library {
  readonly unfinished = new Set<string>()
  readonly running = new Set<string>()
  readonly ended: string[] = []
  readonly failed: string[] = []
  most = 0
  readonly #held = new Map<string, { gate: Promise<void>; open: () => void }>()
  readonly #interrupts = new Map<string, Interrupts>()
  readonly #kept = new Set<string>()

  async add(queue: Queue, id: string): Promise<void> {
    this.unfinished.add(id)
    await queue.add(id)
  }

  /** Makes the job of `id` wait in the middle until it is released or interrupted. */
  hold(id: string): void {
    const { promise, resolve } = withResolvers()
    this.#held.set(id, { gate: promise, open: resolve })
  }

  release(id: string): void {
    this.#held.get(id)?.open()
    this.#held.delete(id)
  }

  /** Leaves `id` unfinished once more when its running job ends. */
  keepUnfinished(id: string): void {
    this.#kept.add(id)
  }

  async started(id: string): Promise<Interrupts> {
    await expect.poll(() => this.#interrupts.has(id), PATIENTLY).toBe(true)
    return this.#interrupts.get(id) as Interrupts
  }

  working(): Work {
    return async (id, interrupts) => {
      this.running.add(id)
      this.most = Math.max(this.most, this.running.size)
      this.#interrupts.set(id, interrupts)
      try {
        if (!interrupts.stop.aborted) await Promise.race([this.#held.get(id)?.gate, aborted(interrupts.signal)])
        interrupts.signal.throwIfAborted()
        if (!this.#kept.delete(id)) this.unfinished.delete(id)
        this.ended.push(id)
      } finally {
        this.running.delete(id)
      }
    }
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
