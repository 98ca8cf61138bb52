/** Checks the sources a debate cites, when a person asks for it or after every analysis: each address once, and the results are kept. */
import type { CheckedSource, SourceChecks } from '../../shared/sources.ts'
import type { Config } from '../config.ts'
import { Problem } from '../problem.ts'
import type { Fetcher } from '../read/fetch.ts'
import type { Store } from '../store/index.ts'
import { settled } from './check.ts'
import { type Cited, citedIn, MOST } from './cited.ts'
import { openSources } from './open.ts'

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
  done: number
  of: number
  left: number
  ended: Promise<void>
}

export function createSourceChecker(
  store: Store,
  fetcher: Fetcher,
  config: Pick<Config, 'IGNORE_ROBOTS'>,
): SourceChecker {
  const running = new Map<string, Running>()
  const stop = new AbortController()

  async function run(id: string, cited: Cited[], known: CheckedSource[], progress: Running): Promise<void> {
    const read = new Map(known.map((source) => [source.url, source]))
    const left = cited.filter(({ url }) => read.get(url)?.state !== 'read')
    await openSources(left, { fetcher, config, signal: stop.signal }, async (source) => {
      read.set(source.url, source)
      progress.done += 1
      await store.keepSources(id, settled(cited.flatMap(({ url }) => read.get(url) ?? [])))
    })
  }

  /** `again`: whether all are read again where all were read. */
  async function begin(id: string, all: Cited[], again: boolean): Promise<void> {
    const cited = all.slice(0, MOST)
    const known = await store.sources(id)
    const fresh = new Set(cited.map(({ url }) => url))
    const had = known.filter(({ url, state }) => fresh.has(url) && state === 'read')
    if (running.has(id) || (had.length === cited.length && !again)) return
    const read = had.length === cited.length ? [] : had
    const progress: Running = {
      done: read.length,
      of: cited.length,
      left: all.length - cited.length,
      ended: Promise.resolve(),
    }
    running.set(id, progress)
    progress.ended = run(id, cited, read, progress)
      .catch((thrown: unknown) => console.error(new Date().toISOString(), 'checking sources of', id, thrown))
      .finally(() => running.delete(id))
  }

  return {
    async start(id) {
      if (running.has(id)) return
      const debate = await store.debate(id)
      if (debate === null) throw new Problem('not-finished', 'There is no map yet whose sources could be checked.')
      const all = citedIn(debate)
      if (all.length === 0) throw new Problem('bad-request', 'No claim of this debate cites an address.')
      await begin(id, all, true)
    },
    async follow(id) {
      const debate = running.has(id) || stop.signal.aborted ? null : await store.debate(id)
      const all = debate === null ? [] : citedIn(debate)
      if (all.length > 0) await begin(id, all, false)
    },
    async state(id) {
      const progress = running.get(id)
      const sources = await store.sources(id)
      if (progress !== undefined) {
        const { done, of, left } = progress
        return { running: true, done, of, left, sources }
      }
      const debate = await store.debate(id)
      const all = debate === null ? 0 : citedIn(debate).length
      const of = Math.min(all, MOST)
      return { running: false, done: Math.min(sources.length, of), of, left: all - of, sources }
    },
    async close() {
      stop.abort()
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}
