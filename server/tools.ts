/** What analyses are done with: the analysers the settings allow, and one fetcher for all. */
import type { AnalyserChoice } from '../shared/api.ts'
import { createEmbedded } from './analysers/embedded/index.ts'
import type { Analyser } from './analysers/index.ts'
import { profileFrom } from './analysers/model/profiles.ts'
import type { Config } from './config.ts'
import { Problem } from './problem.ts'
import { createFetcher, type Fetcher } from './read/fetch.ts'

export interface Tools {
  embedded: Analyser
  fetcher: Fetcher
  config: Config
  /** The analyser of that choice. Throws a Problem when it asks for a model and none is set up. */
  analyser(choice: AnalyserChoice): Promise<Analyser>
  close(): Promise<void>
}

export function openTools(config: Config): Tools {
  const embedded = createEmbedded()
  const fetcher = createFetcher(config)
  let model: Promise<Analyser> | null = null
  return {
    embedded,
    fetcher,
    config,
    async analyser(choice) {
      if (readerBy(config, choice).analyser === 'embedded') return embedded
      return (model ??= modelBy(config, embedded))
    },
    close: () => fetcher.close(),
  }
}

/** What will read a thread with that choice. Throws a Problem when it asks for a model and none is set up. */
export function readerBy(
  config: Config,
  choice: AnalyserChoice,
): { analyser: 'model' | 'embedded'; model: string | null } {
  const access = choice === 'embedded' ? null : profileFrom(config)
  if (access !== null) return { analyser: 'model', model: access.profile.model }
  if (choice === 'model') throw noModel()
  return { analyser: 'embedded', model: null }
}

/** Loaded when first used: the service's client takes longer to load than the rest of the server. */
async function modelBy(config: Config, fallback: Analyser): Promise<Analyser> {
  const access = profileFrom(config)
  if (access === null) throw noModel()
  const { createModel } = await import('./analysers/model/index.ts')
  return createModel({ ...access, fallback })
}

function noModel(): Problem {
  return new Problem('bad-request', 'No language model is set up here.', {
    remedy: 'Set ANTHROPIC_API_KEY (see “counterpoint models”), or choose the built-in analyser.',
  })
}
