/** What an analysis will take, told before it starts. */
import type { Repeat } from '../../../shared/debate.ts'
import type { Post, Thread } from '../../../shared/thread.ts'
import { batches } from '../batches.ts'
import type { Batch } from '../index.ts'
import { CHARACTERS_PER_TOKEN } from './need.ts'
import { answerTokens } from './ask-posts.ts'
import { partsOf } from './long.ts'
import { postData } from './posts.ts'
import { batchSize, type Profile } from './profile.ts'
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

/**
 * What comes after extraction, measured on made-up and captured threads: comparing, relating, naming the questions and summing
 * up. Shares of what extraction takes, calls that are always made, and posts that bring two more.
 */
const AFTERWARDS = { input: 0.4, output: 0.1, calls: 2, postsForTwo: 100 }
/** Rounds of requests after extraction. */
const ROUNDS_AFTERWARDS = 4

/** Posts that `repeats` finds elsewhere are not read again. */
export function estimate(
  threads: Thread[],
  profile: Profile,
  repeats: Repeat[] = [],
  prompts: Prompts = readPrompts(),
): Estimate {
  const work = batches(threads, repeats, batchSize(profile)).flatMap((batch) => requestsFor(batch, profile))
  const fixed =
    prompts.extract.instructions.length + prompts.extract.input.length + JSON.stringify(ANSWERS.extract).length
  const withheld = (): boolean => false
  const characters = work.reduce(
    (sum, { title, asked, around }) => sum + fixed + postData({ title, asked, around, withheld }).json.length,
    0,
  )
  const posts = new Set(work.flatMap(({ asked }) => asked.map(wholeId))).size
  const inputTokens = Math.ceil((characters / CHARACTERS_PER_TOKEN) * (1 + AFTERWARDS.input))
  const answers = work.reduce((sum, { asked }) => sum + answerTokens(asked), 0)
  const outputTokens = Math.ceil(answers * (1 + AFTERWARDS.output))
  const calls = work.length === 0 ? 0 : work.length + AFTERWARDS.calls + 2 * Math.ceil(posts / AFTERWARDS.postsForTwo)
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

/** The requests a batch is asked in: parts of long posts each in one of its own. */
function requestsFor(batch: Batch, profile: Profile): { title: string; asked: Post[]; around: Post[] }[] {
  const parts = batch.posts.map((post) => partsOf(post, profile.batchCharacters))
  const whole = parts.flatMap((own) => (own.length === 1 ? own : []))
  const groups = [
    ...(whole.length > 0 ? [whole] : []),
    ...parts.flatMap((own) => (own.length > 1 ? own.map((one) => [one]) : [])),
  ]
  return groups.map((asked) => ({ title: batch.title, asked, around: batch.context }))
}

/** The id of the post a part belongs to. */
function wholeId({ id }: Post): string {
  return id.replace(/#\d+$/, '')
}

/** Waves of requests, each as long as its answer; what comes after extraction waits for it. */
function secondsFor(profile: Profile, calls: number, outputTokens: number): number | null {
  if (profile.speed === null || calls === 0) return profile.speed === null ? null : 0
  const each = profile.speed.wait + outputTokens / calls / profile.speed.tokensPerSecond
  return Math.ceil((Math.ceil(calls / profile.concurrency) + ROUNDS_AFTERWARDS) * each)
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
