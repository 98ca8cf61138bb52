/** Tells those who watch a debate that it has new events. A wake-up carries no news; who wakes up reads the store. */
import { BroadcastChannel } from 'node:worker_threads'
import type { Transaction } from 'kysely'
import type { Tables } from './schema.ts'

export interface Wakes {
  /** Called inside the transaction that appends events. */
  inside(transaction: Transaction<Tables>, id: string): Promise<void>
  /** Called once that transaction is committed. */
  after(id: string): void
  watch(id: string, wake: () => void): () => void
  close(): Promise<void>
}

/** The watchers in this thread, by debate. */
export class Watchers {
  readonly #byDebate = new Map<string, Set<() => void>>()

  watch(id: string, wake: () => void): () => void {
    const watchers = this.#byDebate.get(id) ?? new Set()
    this.#byDebate.set(id, watchers.add(wake))
    return () => {
      watchers.delete(wake)
      if (watchers.size === 0 && this.#byDebate.get(id) === watchers) this.#byDebate.delete(id)
    }
  }

  wake(id: string): void {
    for (const wake of this.#byDebate.get(id) ?? []) wake()
  }

  wakeAll(): void {
    for (const id of this.#byDebate.keys()) this.wake(id)
  }
}

/** Wakes watchers in every thread of this process that has opened the same `file`. */
export function acrossThreads(file: string): Wakes {
  const watchers = new Watchers()
  const channel = new BroadcastChannel(`counterpoint ${file}`)
  channel.unref()
  channel.addEventListener('message', (message) => {
    if ('data' in message) watchers.wake(String(message.data))
  })
  return {
    inside: () => Promise.resolve(),
    after(id) {
      watchers.wake(id)
      channel.postMessage(id)
    },
    watch: (id, wake) => watchers.watch(id, wake),
    close() {
      channel.close()
      return Promise.resolve()
    },
  }
}
