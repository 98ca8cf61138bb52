/** Checks the sources of one debate from beginning to end, keeping nothing. */
import type { Debate } from '../../shared/debate.ts'
import type { CheckedSource } from '../../shared/sources.ts'
import type { Config } from '../config.ts'
import { createFetcher } from '../read/fetch.ts'
import { settled } from './check.ts'
import { citedIn, MOST } from './cited.ts'
import { openSources } from './open.ts'

/** Those that were looked at before `signal` said to stop. */
export async function checkSources(
  debate: Debate,
  config: Config,
  signal: AbortSignal,
  progress: (done: number, of: number) => void,
): Promise<CheckedSource[]> {
  const cited = citedIn(debate).slice(0, MOST)
  const read = new Map<string, CheckedSource>()
  const fetcher = createFetcher(config)
  try {
    await openSources(cited, { fetcher, config, signal }, (source) => {
      read.set(source.url, source)
      progress(read.size, cited.length)
    })
  } finally {
    await fetcher.close()
  }
  return settled(cited.flatMap(({ url }) => read.get(url) ?? []))
}
