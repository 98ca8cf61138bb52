/** What analyses are done with: the analysers the settings allow, and one fetcher for all. */
import type { AnalyserChoice } from '../shared/api.ts'
import { createEmbedded } from './analysers/embedded/index.ts'
import type { Analyser } from './analysers/index.ts'
import { type Access, profileFrom } from './analysers/model/profiles.ts'
import type { Config } from './config.ts'
import { Problem } from './problem.ts'
import { createFetcher, type Fetcher } from './read/fetch.ts'

export interface Tools {
  embedded: Analyser
  fetcher: Fetcher
  /** The settings in force. */
  config(): Config
  /** The analyser of that choice. Throws a Problem when it asks for a model and none is set up. */
  analyser(choice: AnalyserChoice): Promise<Analyser>
  close(): Promise<void>
}

/** `current` answers with the settings in force; those of the model may change while the server runs. */
export function openTools(current: () => Config): Tools {
  const embedded = createEmbedded()
  const fetcher = createFetcher(current())
  let known: { access: string; model: Promise<Analyser> } | null = null

  /** One analyser for all debates of one service, which keeps within what that service bears at once. */
  function model(access: Access): Promise<Analyser> {
    const name = JSON.stringify(access)
    if (known?.access !== name) known = { access: name, model: createWith(access, embedded) }
    return known.model
  }

  return {
    embedded,
    fetcher,
    config: current,
    async analyser(choice) {
      const access = accessBy(current(), choice)
      return access === null ? embedded : model(access)
    },
    close: () => fetcher.close(),
  }
}

/** What will read a thread with that choice. Throws a Problem when it asks for a model and none is set up. */
export function readerBy(
  config: Config,
  choice: AnalyserChoice,
): { analyser: 'model' | 'embedded'; model: string | null } {
  const access = accessBy(config, choice)
  return access === null ? { analyser: 'embedded', model: null } : { analyser: 'model', model: access.profile.model }
}

/** How to reach the model; null where the embedded analyser is to read. */
function accessBy(config: Config, choice: AnalyserChoice): Access | null {
  const access = choice === 'embedded' ? null : profileFrom(config)
  if (access === null && choice === 'model') throw noModel()
  return access
}

/** Loaded when first used: the service's client takes longer to load than the rest of the server. */
async function createWith(access: Access, fallback: Analyser): Promise<Analyser> {
  const { createModel } = await import('./analysers/model/index.ts')
  return createModel({ ...access, fallback })
}

function noModel(): Problem {
  return new Problem('bad-request', 'No language model is set up here.', {
    remedy: 'Set ANTHROPIC_API_KEY (see “counterpoint models”), or choose the built-in analyser.',
  })
}
