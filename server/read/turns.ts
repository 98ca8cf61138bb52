/**
 * The queue for each host, shared by threads: one thread keeps it, the others ask it for their turns over a port each. Two
 * debates on one site wait for each other so, and what the site said of waiting to one of them counts for both.
 */
import type { MessagePort } from 'node:worker_threads'
import { HostQueue, type Turns } from './queue.ts'

/** What a thread says of its turns, which it numbers. One is done, too, when it is waited for no longer. */
type Said =
  | { ask: number; host: string; gap: number | undefined; patience: number }
  | { done: number }
  | { quiet: string; seconds: number }
/** What it hears: that its turn has come, or that the host wants to be left alone for too long. */
type Heard = { granted: number } | { refused: number; seconds: number }

class TooLong extends Error {
  readonly seconds: number
  constructor(seconds: number) {
    super(`${seconds} seconds`)
    this.seconds = seconds
  }
}

/** Gives turns of `queue` to the thread at the other end of `port`; a thread that ends gives up all of its own. */
export function giveTurns(port: MessagePort, queue: HostQueue): void {
  const waiting = new Map<number, { stop: AbortController; done: () => void }>()
  const tell = (heard: Heard): void => port.postMessage(heard)

  async function give({ ask, host, gap, patience }: Extract<Said, { ask: number }>): Promise<void> {
    const stop = new AbortController()
    const ended = new Promise<void>((resolve) => waiting.set(ask, { stop, done: resolve }))
    const refuse = (seconds: number): never => {
      throw new TooLong(seconds)
    }
    const turn = (): Promise<void> => {
      tell({ granted: ask })
      return ended
    }
    await queue.run(host, gap, stop.signal, { seconds: patience, refuse }, turn).catch((thrown: unknown) => {
      if (thrown instanceof TooLong) tell({ refused: ask, seconds: thrown.seconds })
    })
    waiting.delete(ask)
  }

  function end(number: number): void {
    const turn = waiting.get(number)
    turn?.stop.abort()
    turn?.done()
  }

  port.on('message', (said: Said) => {
    if ('ask' in said) void give(said)
    else if ('done' in said) end(said.done)
    else queue.quiet(said.quiet, said.seconds)
  })
  port.on('close', () => {
    for (const number of waiting.keys()) end(number)
  })
  port.unref()
}

/** The turns that whoever keeps the queue gives over `port`. */
export function turnsOver(port: MessagePort): Turns {
  const waiting = new Map<number, (heard: Heard) => void>()
  let asked = 0
  const tell = (said: Said): void => port.postMessage(said)
  port.on('message', (heard: Heard) => waiting.get('granted' in heard ? heard.granted : heard.refused)?.(heard))
  port.unref()

  return {
    async run(host, gap, signal, { seconds, refuse }, work) {
      signal.throwIfAborted()
      const number = asked++
      let stop = (): void => undefined
      const answer = new Promise<Heard>((resolve, reject) => {
        waiting.set(number, resolve)
        stop = () => reject(signal.reason as Error)
      })
      signal.addEventListener('abort', stop)
      tell({ ask: number, host, gap, patience: seconds })
      try {
        const heard = await answer
        if ('refused' in heard) return refuse(heard.seconds)
        return await work()
      } finally {
        signal.removeEventListener('abort', stop)
        waiting.delete(number)
        tell({ done: number })
      }
    },
    quiet: (host, seconds) => tell({ quiet: host, seconds }),
  }
}
