/** What an analysis will take, told before it starts. */
import type { Repeat } from '../../../shared/debate.ts'
import type { Post, Thread } from '../../../shared/thread.ts'
import { batches } from '../batches.ts'
import type { Batch } from '../index.ts'
import { partsOf } from './long.ts'
import { postData } from './posts.ts'
import { batchSize, type Profile } from './profile.ts'
import { type Prompts, readPrompts } from './prompts.ts'
import { groupsOf } from './same.ts'
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

/** Tokens of an answer about posts, as they mostly come: for the answer, for each post, for each character of its text. */
const ANSWER = { call: 40, post: 24, character: 1 / 14 }

/**
 * What the questions after extraction hold beside their instructions, in characters, and how long their answers are, in
 * tokens: by pair of like statements, by post, or as a whole. Measured on made-up and captured threads.
 */
const AFTERWARDS = {
  same: { characters: 165, tokens: 2 },
  relate: { characters: 40, tokens: 2 },
  issues: { characters: 2_400, tokens: 100 },
  summarise: { characters: 4_000, tokens: 400 },
}
/** Characters a token mostly stands for; fewer are reckoned where a cap must hold. */
const CHARACTERS_PER_TOKEN = 2.75
/** Rounds of requests after extraction. */
const ROUNDS_AFTERWARDS = 4
/** Shorter beginnings of a request are not kept by a service, in tokens. */
const LEAST_KEPT = 512

/** `repeats`: posts found elsewhere, which are not read again. `alike`: pairs of statements likely to be compared. */
export function estimate(
  threads: Thread[],
  profile: Profile,
  repeats: Repeat[] = [],
  alike = 0,
  prompts: Prompts = readPrompts(),
): Estimate {
  const work = batches(threads, repeats, batchSize(profile)).flatMap((batch) => requestsFor(batch, profile))
  if (work.length === 0) return { posts: 0, calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, seconds: 0 }
  const withheld = (): boolean => false
  const shown = work.reduce(
    (sum, { title, asked, around }) => sum + postData({ title, asked, around, withheld }).json.length,
    0,
  )
  const posts = new Set(work.flatMap(({ asked }) => asked.map(wholeId))).size
  const compared = groupsOf(alike, profile.concurrency)
  const asked: { question: keyof Prompts; calls: number; characters: number; tokens: number }[] = [
    { question: 'extract', calls: work.length, characters: shown, tokens: sumOf(work, (one) => answerOf(one.asked)) },
    ...(compared === 0 ? [] : [{ question: 'same' as const, calls: compared, ...times(alike, AFTERWARDS.same) }]),
    { question: 'relate', calls: Math.max(1, compared), ...times(posts, AFTERWARDS.relate) },
    { question: 'issues', calls: 1, ...AFTERWARDS.issues },
    { question: 'summarise', calls: 1, ...AFTERWARDS.summarise },
  ]
  const calls = sumOf(asked, (one) => one.calls)
  const characters = sumOf(asked, (one) => one.characters + one.calls * fixedOf(one.question, prompts))
  const inputTokens = Math.ceil(characters / CHARACTERS_PER_TOKEN)
  const outputTokens = Math.ceil(sumOf(asked, ({ tokens }) => tokens))
  const read = keptTokens(profile, prompts) * (work.length - 1)
  const cost =
    profile.prices === null
      ? null
      : price(
          { fresh: inputTokens - read, written: 0, read, output: outputTokens },
          { ...profile.prices, longPrompt: null },
        )
  return { posts, calls, inputTokens, outputTokens, cost, seconds: secondsFor(profile, calls, outputTokens) }
}

function sumOf<T>(items: T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0)
}

function times(count: number, each: { characters: number; tokens: number }): { characters: number; tokens: number } {
  return { characters: count * each.characters, tokens: count * each.tokens }
}

/** Tokens of a likely answer about posts. */
function answerOf(posts: Post[]): number {
  return ANSWER.call + sumOf(posts, ({ text }) => ANSWER.post + ANSWER.character * text.length)
}

/** What every request of a question begins with, in characters. */
function fixedOf(question: keyof Prompts, prompts: Prompts): number {
  const { instructions, input } = prompts[question]
  return instructions.length + input.length + JSON.stringify(ANSWERS[question]).length
}

/** Tokens at the beginning of a request about posts that the service keeps from the one before. */
function keptTokens({ cache }: Profile, { extract }: Prompts): number {
  const tokens = Math.floor(extract.instructions.length / CHARACTERS_PER_TOKEN)
  return cache === 'explicit' && tokens >= LEAST_KEPT ? tokens : 0
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
