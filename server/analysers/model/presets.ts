/** What is known of endpoints and of Anthropic's models: their profiles and prices. */
import { Problem } from '../../problem.ts'
import { type Prices, Profile } from './profile.ts'

const HAIKU: Prices = {
  input: 0.1,
  output: 0.5,
  cacheWrite: 0.125,
  cacheRead: 0.01,
  longPrompt: { above: 100_000, times: 5 },
}
const SONNET: Prices = { input: 2, output: 10, cacheWrite: 2.5, cacheRead: 0.1, longPrompt: null }
const OPUS: Prices = { input: 4, output: 20, cacheWrite: 5, cacheRead: 0.2, longPrompt: null }

/** What models cost at Anthropic's own service; others that serve them have their own prices. */
const ANTHROPIC_PRICES: Record<string, Prices> = {
  'claude-haiku-5-5': HAIKU,
  'claude-sonnet-5-5': SONNET,
  'claude-opus-5-5': OPUS,
}

/** What a model costs at an address; null where that is not known. */
export function knownPrices(baseURL: string, model: string): Prices | null {
  const known = PRESETS.find((profile) => profile.model === model && originOf(profile.baseURL) === originOf(baseURL))
  if (known !== undefined) return known.prices
  return originOf(baseURL) === ANTHROPIC.baseURL ? (ANTHROPIC_PRICES[model] ?? null) : null
}

/** The origin of an address; null for what is none. */
function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null
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
