/** The work of checking what a debate cites, for whichever thread does it: pages are large, and looking for words in them takes long. */
import type { CheckedSource } from '../../shared/sources.ts'
import type { Store } from '../store/index.ts'
import { settled } from './check.ts'
import { citedIn, MOST } from './cited.ts'
import { type Opening, openSources } from './open.ts'

export interface SourceReader {
  /** The addresses the debate cites, each once; null when there is no map. */
  cited(id: string): Promise<string[] | null>
  /**
   * Opens the first `MOST` of them but those in `known`, of which the results are kept as they are, and keeps each result at
   * once. Ends early when the signal says so.
   */
  read(id: string, known: string[], signal: AbortSignal): Promise<void>
}

export function createSourceReader(store: Store, opening: Omit<Opening, 'signal'>): SourceReader {
  async function citedBy(id: string) {
    const debate = await store.debate(id)
    return debate === null ? null : citedIn(debate)
  }

  return {
    async cited(id) {
      return (await citedBy(id))?.map(({ url }) => url) ?? null
    },
    async read(id, known, signal) {
      const cited = (await citedBy(id))?.slice(0, MOST) ?? []
      const kept = new Set(known)
      const results = new Map<string, CheckedSource>()
      for (const source of await store.sources(id)) if (kept.has(source.url)) results.set(source.url, source)
      const left = cited.filter(({ url }) => !results.has(url))
      await openSources(left, { ...opening, signal }, async (source) => {
        results.set(source.url, source)
        await store.keepSources(id, settled(cited.flatMap(({ url }) => results.get(url) ?? [])))
      })
    },
  }
}
