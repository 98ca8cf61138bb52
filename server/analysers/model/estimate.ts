/** What an analysis will take, told before it starts. */
import type { Repeat } from '../../../shared/debate.ts'
import type { Thread } from '../../../shared/thread.ts'
import { batches } from '../batches.ts'
import { ANSWER_TOKENS } from './ask-posts.ts'
import { postData } from './posts.ts'
import type { Profile } from './profiles.ts'
import { type Prompts, readPrompts } from './prompts.ts'
import { ANSWERS } from './shapes.ts'
import { price } from './usage.ts'

export interface Estimate {
  posts: number
  calls: number
  inputTokens: number
  outputTokens: number
  /** US dollars; null when the profile has no prices. */
  cost: number | null
  /** Null when the profile does not know its speed. */
  seconds: number | null
}

/** Characters of a token, taken low: languages and tokenizers differ, and an estimate should not fall short. */
const CHARACTERS_PER_TOKEN = 3
/**
 * What comes after extraction, as shares of what extraction takes, measured on made-up threads: comparing, relating and
 * summing up. Calls besides those are few.
 */
const AFTERWARDS = { input: 0.35, output: 0.2, calls: 0.35, leastCalls: 3 }

/** Posts that `repeats` finds elsewhere are not read again. */
export function estimate(
  threads: Thread[],
  profile: Profile,
  repeats: Repeat[] = [],
  prompts: Prompts = readPrompts(),
): Estimate {
  const work = batches(threads, repeats, { posts: profile.batchPosts, characters: profile.batchCharacters })
  const fixed =
    prompts.extract.instructions.length + prompts.extract.input.length + JSON.stringify(ANSWERS.extract).length
  const characters = work.reduce(
    (sum, batch) =>
      sum +
      fixed +
      postData({ title: batch.title, asked: batch.posts, around: batch.context, withheld: () => false }).json.length,
    0,
  )
  const posts = work.reduce((sum, batch) => sum + batch.posts.length, 0)
  const inputTokens = Math.ceil((characters / CHARACTERS_PER_TOKEN) * (1 + AFTERWARDS.input))
  const outputTokens = Math.ceil(
    (posts * ANSWER_TOKENS.post + work.length * ANSWER_TOKENS.call) * (1 + AFTERWARDS.output),
  )
  const calls =
    work.length === 0 ? 0 : work.length + Math.max(AFTERWARDS.leastCalls, Math.ceil(work.length * AFTERWARDS.calls))
  const cost =
    profile.prices === null
      ? null
      : price(
          { fresh: inputTokens, written: 0, read: 0, output: outputTokens },
          { ...profile.prices, longPrompt: null },
        )
  const seconds = secondsFor(profile, calls, outputTokens)
  return { posts, calls, inputTokens, outputTokens, cost, seconds }
}

/** Waves of requests, each as long as its answer; what comes after extraction waits for it. */
function secondsFor(profile: Profile, calls: number, outputTokens: number): number | null {
  if (profile.speed === null || calls === 0) return profile.speed === null ? null : 0
  const each = profile.speed.wait + outputTokens / calls / profile.speed.tokensPerSecond
  return Math.ceil((Math.ceil(calls / profile.concurrency) + AFTERWARDS.leastCalls) * each)
}

/** One sentence with all of it, for a person. */
export function sentenceOf({ model, ...figures }: Estimate & { model: string | null }): string {
  const thousands = (count: number) => `${Math.max(1, Math.round(count / 1000))}k`
  const money = figures.cost === null ? `at a price not known for ${model}` : `for about $${rounded(figures.cost)}`
  const time = figures.seconds === null ? '' : `, in about ${minutes(figures.seconds)}`
  return `${figures.posts} posts in about ${figures.calls} requests to ${model}: ${thousands(figures.inputTokens)} tokens in, ${thousands(figures.outputTokens)} out, ${money}${time}.`
}

function rounded(dollars: number): string {
  return dollars < 0.1 ? Math.max(0.001, dollars).toFixed(3) : dollars.toFixed(2)
}

function minutes(seconds: number): string {
  return seconds < 90 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`
}
