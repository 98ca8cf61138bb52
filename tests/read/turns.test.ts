/** Threads that share the queue for each host, played by ports of one process. */
import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { HostQueue, type Turns } from '../../server/read/queue.ts'
import { giveTurns, turnsOver } from '../../server/read/turns.ts'

const never = new AbortController().signal
const patience = {
  seconds: 10,
  refuse: (seconds: number) => {
    throw new Error(`wait ${Math.round(seconds)}`)
  },
}
const open: MessageChannel[] = []
afterEach(() => {
  for (const { port1 } of open.splice(0)) port1.close()
})

/** Turns of as many threads, and what ends the first of them. */
function threads(count: number): { turns: Turns[]; endFirst: () => void } {
  const queue = new HostQueue()
  const channels = Array.from({ length: count }, () => new MessageChannel())
  open.push(...channels)
  for (const { port1 } of channels) giveTurns(port1, queue)
  // A test has nothing else to wait for.
  for (const { port1, port2 } of channels) [port1, port2].map((port) => port.ref())
  return { turns: channels.map(({ port2 }) => turnsOver(port2)), endFirst: () => channels[0]?.port2.close() }
}

/** Work that tells when it runs, and ends when told. */
function work(name: string, ran: string[]) {
  let end: () => void = () => undefined
  const ended = new Promise<string>((resolve) => {
    end = () => resolve(name)
  })
  return {
    end: () => end(),
    run: () => {
      ran.push(name)
      return ended
    },
  }
}

test('one request at a time to a host, whichever thread asks; other hosts do not wait', async () => {
  const ran: string[] = []
  const { turns } = threads(2)
  const [a, b, other] = [work('a', ran), work('b', ran), work('other', ran)]
  const first = turns[0]?.run('x.example', 0, never, patience, a.run)
  await expect.poll(() => ran).toEqual(['a'])
  const second = turns[1]?.run('x.example', 0, never, patience, b.run)
  const third = turns[1]?.run('y.example', 0, never, patience, other.run)
  await expect.poll(() => ran).toEqual(['a', 'other'])
  a.end()
  expect(await first).toBe('a')
  await expect.poll(() => ran).toEqual(['a', 'other', 'b'])
  b.end()
  other.end()
  expect([await second, await third]).toEqual(['b', 'other'])
})

test('what a host said to one thread counts for all', async () => {
  const { turns } = threads(2)
  await turns[0]?.run('x.example', 0, never, patience, () => Promise.resolve(turns[0]?.quiet('x.example', 3600)))
  await expect(turns[1]?.run('x.example', 0, never, patience, () => Promise.resolve())).rejects.toThrow('wait 3600')
})

test('a failure of the work is its own, and a caller that stops gives its place up', async () => {
  const ran: string[] = []
  const { turns } = threads(1)
  const [one] = turns
  await expect(one?.run('x.example', 0, never, patience, () => Promise.reject(new Error('mine')))).rejects.toThrow(
    'mine',
  )
  const held = work('held', ran)
  const first = one?.run('x.example', 0, never, patience, held.run)
  const stop = new AbortController()
  const second = one?.run('x.example', 0, stop.signal, patience, work('stopped', ran).run)
  stop.abort(new Error('stopped'))
  await expect(second).rejects.toThrow('stopped')
  const third = one?.run('x.example', 0, never, patience, () => Promise.resolve('third'))
  held.end()
  expect([await first, await third]).toEqual(['held', 'third'])
  expect(ran).toEqual(['held'])
})

test('a thread that ends in its turn holds nobody up', async () => {
  const ran: string[] = []
  const { turns, endFirst } = threads(2)
  void turns[0]?.run('x.example', 0, never, patience, work('lost', ran).run)
  await expect.poll(() => ran).toEqual(['lost'])
  const next = turns[1]?.run('x.example', 0, never, patience, () => Promise.resolve('next'))
  endFirst()
  expect(await next).toBe('next')
})
