/** Checks the sources a debate cites, when a person asks for it or after every analysis: each address once, and the results are kept. */
import type { SourceChecks } from '../../shared/sources.ts'
import { Problem } from '../problem.ts'
import type { Store } from '../store/index.ts'
import { MOST } from './cited.ts'
import type { SourceReader } from './reader.ts'

export interface SourceChecker {
  /**
   * Begins to check what was not read yet, or all again where all was read; does nothing while a check is under way. Throws a Problem when there is no
   * map or it cites nothing.
   */
  start(id: string): Promise<void>
  /** The same after an analysis, by setting: what was read before is not read again, and a debate that cites nothing is none to tell of. */
  follow(id: string): Promise<void>
  /** How far the check is, and what is known so far. */
  state(id: string): Promise<SourceChecks>
  /** Stops what is under way and waits for it to end. */
  close(): Promise<void>
}

interface Running {
  /** Addresses read before, which are not opened again. */
  known: Set<string>
  /** ISO 8601 in UTC. */
  begunAt: string
  of: number
  left: number
  ended: Promise<void>
}

export function createSourceChecker(store: Pick<Store, 'sources'>, reader: SourceReader): SourceChecker {
  const running = new Map<string, Running>()
  const stop = new AbortController()

  /** `again`: whether all are read again where all were read. */
  async function begin(id: string, all: string[], again: boolean): Promise<void> {
    const cited = all.slice(0, MOST)
    const fresh = new Set(cited)
    const had = (await store.sources(id)).filter(({ url, state }) => fresh.has(url) && state === 'read')
    if (running.has(id) || (had.length === cited.length && !again)) return
    const known = had.length === cited.length ? [] : had.map(({ url }) => url)
    const progress: Running = {
      known: new Set(known),
      begunAt: new Date().toISOString(),
      of: cited.length,
      left: all.length - cited.length,
      ended: Promise.resolve(),
    }
    running.set(id, progress)
    progress.ended = reader
      .read(id, known, stop.signal)
      .catch((thrown: unknown) => {
        if (!stop.signal.aborted) console.error(new Date().toISOString(), 'checking sources of', id, thrown)
      })
      .finally(() => running.delete(id))
  }

  return {
    async start(id) {
      if (running.has(id)) return
      const all = await reader.cited(id)
      if (all === null) throw new Problem('not-finished', 'There is no map yet whose sources could be checked.')
      if (all.length === 0) throw new Problem('bad-request', 'No claim of this debate cites an address.')
      await begin(id, all, true)
    },
    async follow(id) {
      const all = running.has(id) || stop.signal.aborted ? null : await reader.cited(id)
      if (all !== null && all.length > 0) await begin(id, all, false)
    },
    async state(id) {
      const progress = running.get(id)
      if (progress !== undefined) {
        const { known, begunAt, of, left } = progress
        const sources = await store.sources(id)
        const done = sources.filter(({ url, checkedAt }) => known.has(url) || checkedAt >= begunAt).length
        return { running: true, done, of, left, sources }
      }
      const all = (await reader.cited(id))?.length ?? 0
      const sources = await store.sources(id)
      const of = Math.min(all, MOST)
      return { running: false, done: Math.min(sources.length, of), of, left: all - of, sources }
    },
    async close() {
      stop.abort()
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}
