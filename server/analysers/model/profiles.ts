/** How one Anthropic-compatible endpoint wants to be spoken to: a checked record, with presets for known ones. */
import { z } from 'zod'
import { Problem } from '../../problem.ts'
import type { Config } from '../../config.ts'
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

const HAIKU: Prices = {
  input: 0.1,
  output: 0.5,
  cacheWrite: 0.125,
  cacheRead: 0.01,
  longPrompt: { above: 100_000, times: 5 },
}
const SONNET: Prices = { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.1, longPrompt: null }
const OPUS: Prices = { input: 4, output: 20, cacheWrite: 5, cacheRead: 0.2, longPrompt: null }

/** Prices known for model ids wherever Anthropic serves them. */
const KNOWN_PRICES: Record<string, Prices> = {
  'claude-haiku-5-5': HAIKU,
  'claude-sonnet-5-5': SONNET,
  'claude-opus-5-5': OPUS,
}

const ANTHROPIC = {
  baseURL: 'https://api.anthropic.com',
  auth: 'bearer',
  structured: 'native',
  cache: 'explicit',
  countTokens: true,
  batches: true,
} as const
const COMPATIBLE_VERSION = '2023-06-01'
/** Weak or local models: short batches, one at a time, no paid tokens. */
const LOCAL = {
  auth: 'none',
  apiVersion: COMPATIBLE_VERSION,
  concurrency: 1,
  batchPosts: 5,
  batchCharacters: 4_000,
  contextTokens: 16_000,
  maxOutput: 6_000,
  timeoutMs: 600_000,
} as const

export const PRESETS: readonly Profile[] = [
  {
    ...ANTHROPIC,
    name: 'anthropic',
    about: 'Anthropic, Claude Haiku 5.5: the default, cheap and fast.',
    model: 'claude-haiku-5-5',
    effort: 'low',
    speed: { wait: 0.6, tokensPerSecond: 200 },
    prices: HAIKU,
  },
  {
    ...ANTHROPIC,
    name: 'anthropic-quality',
    about: 'Anthropic, Claude Sonnet 5.5: about twenty times the price, for maps that matter.',
    model: 'claude-sonnet-5-5',
    thinking: 'between_tools',
    effort: 'medium',
    speed: { wait: 1.2, tokensPerSecond: 80 },
    prices: SONNET,
  },
  {
    name: 'openrouter',
    about: 'OpenRouter: any model it lists, as vendor/model.',
    baseURL: 'https://openrouter.ai/api',
    auth: 'bearer',
    apiVersion: COMPATIBLE_VERSION,
    model: 'anthropic/claude-haiku-4.5',
    cache: 'explicit',
  },
  {
    name: 'deepseek',
    about:
      'DeepSeek V4.1 Flash (deepseek-v4-flash is its old name). Thinking is switched off, or it refuses forced tools.',
    baseURL: 'https://api.deepseek.com/anthropic',
    auth: 'x-api-key',
    apiVersion: COMPATIBLE_VERSION,
    model: 'deepseek-flash',
    structured: 'tool',
    thinking: 'disabled',
    maxOutput: 8_000,
  },
  {
    name: 'minimax',
    about: 'MiniMax M3. Needs its key as a bearer token.',
    baseURL: 'https://api.minimax.io/anthropic',
    auth: 'bearer',
    apiVersion: COMPATIBLE_VERSION,
    model: 'MiniMax-M3',
    structured: 'tool',
    cache: 'explicit',
  },
  {
    name: 'kimi',
    about: 'Moonshot Kimi K3, which always thinks and so refuses forced tools.',
    baseURL: 'https://api.moonshot.ai/anthropic',
    auth: 'bearer',
    apiVersion: COMPATIBLE_VERSION,
    model: 'kimi-k3',
    structured: 'tool-auto',
    effort: 'low',
  },
  {
    name: 'glm',
    about: 'Z.ai GLM 5.3.',
    baseURL: 'https://api.z.ai/api/anthropic',
    auth: 'bearer',
    apiVersion: COMPATIBLE_VERSION,
    model: 'glm-5.3-flash',
    structured: 'tool-auto',
  },
  {
    ...LOCAL,
    name: 'ollama',
    about: 'Ollama on this machine. It drops schemas and forced tools in silence; raise num_ctx to 16k or more.',
    baseURL: 'http://localhost:11434',
    model: 'qwen3-coder',
    structured: 'text',
  },
  {
    ...LOCAL,
    name: 'llama-cpp',
    about: 'llama.cpp server on this machine, started with --jinja.',
    baseURL: 'http://localhost:8080',
    model: 'default',
    structured: 'tool',
    countTokens: true,
  },
  {
    ...LOCAL,
    name: 'lm-studio',
    about: 'LM Studio (0.4.1 or later) on this machine.',
    baseURL: 'http://localhost:1234',
    model: 'default',
    structured: 'tool-auto',
  },
  {
    ...LOCAL,
    name: 'vllm',
    about: 'vLLM (0.22 or later), which binds answers to the schema itself.',
    baseURL: 'http://localhost:8000',
    model: 'default',
    structured: 'native',
    countTokens: true,
    concurrency: 6,
    batchPosts: 30,
    batchCharacters: 6_000,
    contextTokens: 32_000,
  },
  {
    name: 'litellm',
    about: 'A LiteLLM proxy; model is one of your aliases.',
    baseURL: 'http://localhost:4000',
    auth: 'bearer',
    apiVersion: COMPATIBLE_VERSION,
    model: 'claude-haiku-5-5',
    countTokens: true,
  },
  {
    name: 'bedrock',
    about: 'Amazon Bedrock, Messages endpoint with a Bedrock API key; set ANTHROPIC_BASE_URL to your region.',
    baseURL: 'https://bedrock-mantle.us-east-1.api.aws/anthropic',
    auth: 'x-api-key',
    apiVersion: COMPATIBLE_VERSION,
    model: 'anthropic.claude-haiku-5-5',
    structured: 'tool',
    thinking: 'disabled',
  },
  {
    name: 'compatible',
    about: 'Any other Anthropic-compatible endpoint: set ANTHROPIC_BASE_URL and MODEL.',
    baseURL: 'http://localhost:8000',
    auth: 'bearer',
    apiVersion: COMPATIBLE_VERSION,
    model: 'default',
  },
].map((preset) => Profile.parse(preset))

/** The preset of that name. Throws a Problem `bad-request` listing the names when there is none. */
export function preset(name: string): Profile {
  const found = PRESETS.find((profile) => profile.name === name)
  if (found !== undefined) return found
  const names = PRESETS.map((profile) => profile.name).join(', ')
  throw new Problem('bad-request', `There is no model profile "${name}".`, { remedy: `Use one of: ${names}.` })
}

export type ModelSettings = Pick<
  Config,
  'ANTHROPIC_API_KEY' | 'ANTHROPIC_BASE_URL' | 'MODEL' | 'MODEL_PROFILE' | 'MODEL_AUTH'
>

/**
 * The profile the settings ask for, with its key; null when they ask for no model: no key, and no profile or auth form that
 * goes without one. Throws a Problem `bad-request` when a profile or address is not usable.
 */
export function profileFrom(config: ModelSettings): Access | null {
  const base = preset(config.MODEL_PROFILE ?? (config.ANTHROPIC_BASE_URL === undefined ? 'anthropic' : 'compatible'))
  const auth =
    config.MODEL_AUTH ?? (config.ANTHROPIC_API_KEY !== undefined && base.auth === 'none' ? 'bearer' : base.auth)
  if (auth !== 'none' && config.ANTHROPIC_API_KEY === undefined) return null
  const profile = Profile.safeParse({
    ...base,
    ...(config.MODEL === undefined ? {} : withModel(base, config.MODEL)),
    ...(config.ANTHROPIC_BASE_URL === undefined ? {} : { baseURL: plainAddress(config.ANTHROPIC_BASE_URL) }),
    auth,
  })
  if (!profile.success) {
    throw new Problem('bad-request', `The model settings can’t be used: ${z.prettifyError(profile.error)}`, {
      remedy: 'Correct ANTHROPIC_BASE_URL and MODEL.',
    })
  }
  return { profile: profile.data, key: auth === 'none' ? null : (config.ANTHROPIC_API_KEY ?? null) }
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

/** What changes in a profile when another model is used there: what is known of that model, else nothing is assumed. */
function withModel(base: Profile, model: string): Partial<Profile> {
  if (model === base.model) return {}
  const known = PRESETS.find((profile) => profile.baseURL === base.baseURL && profile.model === model)
  if (known !== undefined) {
    return { model, thinking: known.thinking, effort: known.effort, prices: known.prices, speed: known.speed }
  }
  return { model, prices: KNOWN_PRICES[model] ?? null, speed: null, thinking: 'omit', effort: null, structured: 'auto' }
}

/** Without `/v1`, `/v1/messages` or slashes at the end, which people copy and the SDK adds itself. */
function plainAddress(address: string): string {
  return address
    .trim()
    .replace(/\/+$/, '')
    .replace(/\/v1(\/messages)?$/, '')
}
