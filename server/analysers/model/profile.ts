/** How one Anthropic-compatible endpoint wants to be spoken to: a checked record. */
import { z } from 'zod'
import { Problem } from '../../problem.ts'
import type { BatchSize } from '../index.ts'

/** US dollars per million tokens. */
export const Prices = z.strictObject({
  input: z.number().min(0),
  output: z.number().min(0),
  cacheWrite: z.number().min(0),
  cacheRead: z.number().min(0),
  /** Prompts above this many tokens cost `times` as much, answer included. */
  longPrompt: z
    .strictObject({ above: z.int().min(1), times: z.number().min(1) })
    .nullable()
    .default(null),
})
export type Prices = z.infer<typeof Prices>

export const Profile = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  /** For a person: what this is and what it needs. */
  about: z.string(),
  /** Address up to, not including, `/v1/messages`. */
  baseURL: z.url({ protocol: /^https?$/ }),
  /** How the key is sent; `none` sends none and needs none. */
  auth: z.enum(['bearer', 'x-api-key', 'both', 'none']),
  /** Value of the `anthropic-version` header; null for that of the SDK. */
  apiVersion: z.string().nullable().default(null),
  model: z.string().min(1),
  /** How structured answers are asked for; `auto` begins with `native` and learns. */
  structured: z.enum(['auto', 'native', 'tool', 'tool-auto', 'text']).default('auto'),
  thinking: z.enum(['omit', 'disabled', 'between_tools', 'adaptive']).default('omit'),
  effort: z.enum(['low', 'medium', 'high']).nullable().default(null),
  /** Most tokens of one answer. */
  maxOutput: z.int().min(256).default(16_000),
  /** Most tokens of one request, question and answer together. */
  contextTokens: z.int().min(2_000).default(90_000),
  cache: z.enum(['explicit', 'none']).default('none'),
  countTokens: z.boolean().default(false),
  /** Whether the Message Batches API (half price, hours) is there. */
  batches: z.boolean().default(false),
  /** Requests at once. */
  concurrency: z.int().min(1).max(64).default(6),
  /** Longest wait for one answer with all its retries, in milliseconds. */
  timeoutMs: z.int().min(100).default(180_000),
  /** Times a request is sent again after an overload or a broken connection. */
  retries: z.int().min(0).max(10).default(2),
  /** Most posts, and characters of posts, in one request: the time and size of an answer grow with the characters. */
  batchPosts: z.int().min(1).max(100).default(90),
  batchCharacters: z.int().min(500).default(10_000),
  /** Rough speed, for estimates: seconds until an answer begins, and tokens a second. */
  speed: z
    .strictObject({ wait: z.number().min(0), tokensPerSecond: z.number().min(0.1) })
    .nullable()
    .default(null),
  prices: Prices.nullable().default(null),
  /** Added to every request body. */
  extraBody: z.record(z.string(), z.unknown()).default({}),
})
export type Profile = z.infer<typeof Profile>

/** Posts in the first batch, so that the map begins to fill in soon. */
const FIRST_POSTS = 4

/** The batches a profile wants to be given: as many as it may ask about at once, after a small first one. */
export function batchSize({ batchPosts, batchCharacters, concurrency }: Profile): BatchSize {
  const first = { batches: 1, posts: Math.min(batchPosts, FIRST_POSTS) }
  return { posts: batchPosts, characters: batchCharacters, lanes: concurrency, first }
}

/** A profile with the key it needs; null where `auth` is `none`. */
export interface Access {
  profile: Profile
  key: string | null
}

/** Requests in work at once when they are handed in together. */
const OVERNIGHT = 1_000

/**
 * The profile for requests that are handed in together: all at once, at half the price, and nobody knows when. Throws a
 * Problem `bad-request` where the service takes no batches.
 */
export function unhurried(profile: Profile): Profile {
  if (!profile.batches) {
    throw new Problem('bad-request', `The service of ${profile.model} takes no requests overnight.`, {
      remedy: 'Start the analysis without “overnight”, or use a profile of Anthropic’s own service.',
    })
  }
  const { prices } = profile
  const half = (price: number): number => price / 2
  return {
    ...profile,
    concurrency: OVERNIGHT,
    speed: null,
    prices: prices && {
      ...prices,
      input: half(prices.input),
      output: half(prices.output),
      cacheWrite: half(prices.cacheWrite),
      cacheRead: half(prices.cacheRead),
    },
  }
}
