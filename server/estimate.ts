/** What an analysis would take, told before anything is spent. */
import type { AnalyserChoice, CreateDebate, Estimate } from '../shared/api.ts'
import type { Access } from './analysers/model/profile.ts'
import type { Config } from './config.ts'
import type { Fetcher } from './read/fetch.ts'
import { read } from './read/index.ts'
import { foldPosts } from './repeats/posts.ts'
import { resolveQuotes } from './repeats/quotes.ts'

/** Tells what an analysis of what was sent would take. */
export interface Estimator {
  /** Reads the threads and folds their repeats, and asks no model. Throws the Problem the analysis would end with. */
  estimate(request: CreateDebate, signal: AbortSignal): Promise<Estimate>
}

interface EstimatorParts {
  config: () => Config
  fetcher: Fetcher
  /** How to reach the model; null where the embedded analyser is to read. */
  access: (choice: AnalyserChoice, overnight: boolean) => Access | null
}

export function createEstimator({ config, fetcher, access: accessBy }: EstimatorParts): Estimator {
  return {
    async estimate({ sources, analyser, overnight = false }, signal) {
      const settings = config()
      const access = accessBy(analyser, overnight)
      const threads = resolveQuotes(
        await read(sources, fetcher, { config: settings, signal, progress: () => undefined }),
      )
      const repeats = foldPosts(threads)
      const cap = settings.MAX_COST
      if (access === null) return { ...FREE, posts: threads.reduce((sum, { posts }) => sum + posts.length, 0), cap }
      const { estimate } = await import('./analysers/model/estimate.ts')
      return { analyser: 'model', model: access.profile.model, ...estimate(threads, access.profile, repeats), cap }
    },
  }
}

const FREE = {
  analyser: 'embedded',
  model: null,
  calls: 0,
  inputTokens: 0,
  outputTokens: 0,
  cost: 0,
  seconds: null,
} as const
