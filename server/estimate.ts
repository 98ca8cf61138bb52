/** What an analysis would take, told before anything is spent. */
import type { AnalyserChoice, CreateDebate, Estimate } from '../shared/api.ts'
import type { Repeat } from '../shared/debate.ts'
import type { Post, Thread } from '../shared/thread.ts'
import type { Access } from './analysers/model/profile.ts'
import type { Config } from './config.ts'
import type { Fetcher } from './read/fetch.ts'
import { read } from './read/index.ts'
import { candidatePairs, type Kept } from './repeats/candidates.ts'
import { foldPosts } from './repeats/posts.ts'
import { resolveQuotes } from './repeats/quotes.ts'
import { mask } from './text/mask.ts'

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
      const taken = estimate(threads, access.profile, repeats, await likelyAlike(threads, repeats))
      return { analyser: 'model', model: access.profile.model, ...taken, cap }
    },
  }
}

/** Sentences of a post taken for its statements, and the least characters of one. */
const TAKEN = { most: 2, characters: 30 }
/** Candidates of each, as where every pair has its price. */
const FOR_A_PRICE: Kept = { letters: 4, words: 2, general: 0, least: 0.12 }

/** How many pairs of statements a model is likely to be asked to compare: told from the first sentences of posts. */
export async function likelyAlike(threads: Thread[], repeats: Repeat[]): Promise<number> {
  const { worthAsking } = await import('./analysers/model/likeness.ts')
  const folded = new Set(repeats.map(({ postId }) => postId))
  const statements = threads.flatMap(({ posts }) =>
    posts.flatMap((post) => (folded.has(post.id) ? [] : firstSentences(post))),
  )
  const pairs = candidatePairs(statements, FOR_A_PRICE)
  return worthAsking(
    pairs.map(({ a, b }) => ({ a: statements[a] as string, b: statements[b] as string })),
    statements,
  ).asked.length
}

function firstSentences({ text, quotes }: Post): string[] {
  const own = mask(text, quotes, ' ')
  const found = own.split(/(?<=[.!?])\s+/u).map((sentence) => sentence.trim())
  return found.filter((sentence) => sentence.length > TAKEN.characters).slice(0, TAKEN.most)
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
