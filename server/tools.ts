/** What analyses are done with: the analysers the settings allow, and one fetcher for all. */
import type { AnalyserChoice, Health } from '../shared/api.ts'
import { createEmbedded } from './analysers/embedded/index.ts'
import type { Analyser } from './analysers/index.ts'
import type { OvernightOptions } from './analysers/model/overnight.ts'
import { profileFrom } from './analysers/model/access.ts'
import { type Access, unhurried } from './analysers/model/profile.ts'
import type { Config } from './config.ts'
import { Problem } from './problem.ts'
import { createFetcher, type Fetcher } from './read/fetch.ts'
import type { Turns } from './read/queue.ts'

/** Requests that come within moments are handed in together; whether a batch is done is looked up three times a minute. */
const OVERNIGHT = { collect: 2_000, look: 20_000 }

export interface Tools {
  embedded: Analyser
  fetcher: Fetcher
  /** The settings in force. */
  config(): Config
  /** The analyser of that choice. Throws a Problem when it asks for a model and none is set up, or for what it can't do. */
  analyser(choice: AnalyserChoice, overnight?: boolean): Promise<Analyser>
  /** How that choice reaches the model, at the prices it then has; null where the embedded analyser is to read. */
  access(choice: AnalyserChoice, overnight: boolean): Access | null
  close(): Promise<void>
}

/**
 * `current` answers with the settings in force; those of the model may change while the server runs. `hold`: milliseconds an
 * analysis overnight waits before it is postponed (`Later`); where nobody would take it up again, it waits to the end.
 * `turns`: the queue for each host, where others fetch, too.
 */
export function openTools(current: () => Config, hold = Infinity, turns?: Turns): Tools {
  const embedded = createEmbedded()
  const fetcher = createFetcher(current(), turns === undefined ? {} : { turns })
  const known = new Map<boolean, { access: string; model: Promise<Analyser> }>()

  /** One analyser for all debates of one service, which keeps within what that service bears at once. */
  function model(access: Access, overnight: boolean): Promise<Analyser> {
    const name = JSON.stringify(access)
    const last = known.get(overnight)
    if (last?.access === name) return last.model
    const fresh = { access: name, model: createWith(access, embedded, overnight ? { ...OVERNIGHT, hold } : null) }
    known.set(overnight, fresh)
    return fresh.model
  }

  return {
    embedded,
    fetcher,
    config: current,
    async analyser(choice, overnight = false) {
      const access = profileBy(current(), choice)
      if (access !== null && overnight) unhurried(access.profile)
      return access === null ? embedded : model(access, overnight)
    },
    access: (choice, overnight) => accessBy(current(), choice, overnight),
    close: () => fetcher.close(),
  }
}

/** What will read a thread, and whether it could do so overnight. Throws a Problem when the choice asks for a model and none is set up, or for one overnight that can't do so. */
export function readerBy(
  config: Config,
  choice: AnalyserChoice,
  overnight = false,
): Pick<Health, 'analyser' | 'model' | 'overnight'> {
  const access = accessBy(config, choice, overnight)
  if (access === null) return { analyser: 'embedded', model: null, overnight: false }
  return { analyser: 'model', model: access.profile.model, overnight: access.profile.batches }
}

function accessBy(config: Config, choice: AnalyserChoice, overnight: boolean): Access | null {
  const access = profileBy(config, choice)
  return access !== null && overnight ? { ...access, profile: unhurried(access.profile) } : access
}

function profileBy(config: Config, choice: AnalyserChoice): Access | null {
  const access = choice === 'embedded' ? null : profileFrom(config)
  if (access === null && choice === 'model') throw noModel()
  return access
}

/** Loaded when first used: the service's client takes longer to load than the rest of the server. */
async function createWith(access: Access, fallback: Analyser, overnight: OvernightOptions | null): Promise<Analyser> {
  const { createModel } = await import('./analysers/model/index.ts')
  return createModel({ ...access, fallback, overnight })
}

function noModel(): Problem {
  return new Problem('bad-request', 'No language model is set up here.', {
    remedy: 'Set ANTHROPIC_API_KEY (see “counterpoint models”), or choose the built-in analyser.',
  })
}
