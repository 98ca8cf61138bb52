/** What is to be measured with, and the product's own way from a thread to a debate. */
import type { Debate } from '../../shared/debate.ts'
import type { Thread } from '../../shared/thread.ts'
import { type Parts, analyseThreads } from '../../server/analyse.ts'

export interface Task {
  parts: Omit<Parts, 'fetcher'>
  /** Folder of the corpora, and of the scorer. */
  folder: string
  /** Most records read of a file. */
  limit: number
  /** Folder to write predictions to, in the scorer's form; none are written when null. */
  out: string | null
  /** Told what is being done. */
  say(line: string): void
}

/** The debate of one thread: everything the product does after reading. */
export function debateOf(thread: Thread, parts: Omit<Parts, 'fetcher'>): Promise<Debate> {
  const never = new AbortController().signal
  return analyseThreads([thread], parts, {
    id: thread.id,
    journal: { get: async () => undefined, put: async () => {} },
    calls: { get: async () => null, put: async () => {} },
    signal: never,
    stop: never,
    progress: async () => {},
  })
}
