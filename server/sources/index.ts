/** Checks the sources a debate cites when a person asks for it: each address once, politely, and the results are kept. */
import robotsParser from 'robots-parser'
import type { CheckedSource, SourceChecks } from '../../shared/sources.ts'
import type { Config } from '../config.ts'
import { Problem } from '../problem.ts'
import { refusal } from '../read/answers.ts'
import type { Fetcher } from '../read/fetch.ts'
import type { Store } from '../store/index.ts'
import { checkSource, settled, unread } from './check.ts'
import { type Cited, citedIn } from './cited.ts'

export interface SourceChecker {
  /**
   * Begins to check what was not read yet, or all again where all was read; does nothing while a check is under way. Throws a Problem when there is no
   * map or it cites nothing.
   */
  start(id: string): Promise<void>
  /** How far the check is, and what is known so far. */
  state(id: string): Promise<SourceChecks>
  /** Stops what is under way and waits for it to end. */
  close(): Promise<void>
}

/** Most addresses of one debate that are opened. */
const MOST = 200
/** Addresses opened at once; each host is still asked one thing at a time. */
const AT_ONCE = 4

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
    const queue = cited.filter(({ url }) => read.get(url)?.state !== 'read')
    const rules = new Map<string, Promise<(url: string) => boolean>>()
    const worker = async (): Promise<void> => {
      for (let next = queue.shift(); next !== undefined && !stop.signal.aborted; next = queue.shift()) {
        const source = await one(next, rules)
        // Being stopped says nothing of the source.
        if (stop.signal.aborted) return
        read.set(next.url, source)
        progress.done += 1
        const all = cited.flatMap(({ url }) => read.get(url) ?? [])
        await store.keepSources(id, settled(all))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  }

  async function one(cited: Cited, rules: Map<string, Promise<(url: string) => boolean>>): Promise<CheckedSource> {
    const at = new Date().toISOString()
    try {
      const { origin, hostname } = new URL(cited.url)
      const allowed = rules.get(origin) ?? rulesOf(origin)
      rules.set(origin, allowed)
      if (!(await allowed)(cited.url)) {
        throw new Problem('robots-disallow', `${hostname} asks programs not to read this page.`)
      }
      return checkSource(cited, await fetcher.fetch({ url: cited.url, purpose: 'a cited source' }, stop.signal), at)
    } catch (thrown) {
      const problem = Problem.from(thrown)
      if (problem.code === 'internal') console.error(at, cited.url, problem.cause)
      return unread(cited, problem, at)
    }
  }

  /** What the site lets programs read; a site without rules lets them read everything. */
  async function rulesOf(origin: string): Promise<(url: string) => boolean> {
    if (config.IGNORE_ROBOTS) return () => true
    const address = `${origin}/robots.txt`
    const answer = await fetcher.fetch({ url: address, purpose: 'what the site lets programs read' }, stop.signal)
    const rules = refusal(answer) === null ? robotsParser(address, answer.text) : null
    return (url) => rules?.isAllowed(url, 'Counterpoint') !== false
  }

  return {
    async start(id) {
      if (running.has(id)) return
      const debate = await store.debate(id)
      if (debate === null) throw new Problem('not-finished', 'There is no map yet whose sources could be checked.')
      const all = citedIn(debate)
      const cited = all.slice(0, MOST)
      if (cited.length === 0) throw new Problem('bad-request', 'No claim of this debate cites an address.')
      const known = await store.sources(id)
      const fresh = new Set(cited.map(({ url }) => url))
      const had = known.filter(({ url, state }) => fresh.has(url) && state === 'read')
      const read = had.length === cited.length ? [] : had
      if (running.has(id)) return
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
