/** Tokens and money of an answer. */
import type { Call } from '../../../shared/debate.ts'
import type { Prices } from './profile.ts'
import type { Envelope } from './rungs.ts'

export type Usage = Pick<Call, 'inputTokens' | 'cacheReadTokens' | 'outputTokens' | 'cost'>

/** A call answered without asking. */
export function free(question: Call['question'], about: number): Call {
  const nothing = { inputTokens: 0, cacheReadTokens: 0, outputTokens: 0, cost: 0, took: 0 }
  return { question, about, cached: true, ...nothing, rung: null, tries: 0 }
}

/** Of a question no message answered: nothing that is known of. */
export function untold(prices: Prices | null): Usage {
  return { inputTokens: 0, cacheReadTokens: 0, outputTokens: 0, cost: prices === null ? null : 0 }
}

/** What a message cost; servers that tell no usage count as 0 tokens of unknown price. */
export function usageOf(message: Envelope, prices: Prices | null): Usage {
  const told = message.usage
  const fresh = told?.input_tokens ?? 0
  const written = told?.cache_creation_input_tokens ?? 0
  const read = told?.cache_read_input_tokens ?? 0
  const outputTokens = told?.output_tokens ?? 0
  const inputTokens = fresh + written + read
  const known = prices !== null && inputTokens > 0
  return {
    inputTokens,
    cacheReadTokens: read,
    outputTokens,
    cost: known ? price({ fresh, written, read, output: outputTokens }, prices) : null,
  }
}

/** US dollars for these numbers of tokens in one request. */
export function price(
  tokens: { fresh: number; written: number; read: number; output: number },
  prices: Prices,
): number {
  const sum =
    tokens.fresh * prices.input +
    tokens.written * prices.cacheWrite +
    tokens.read * prices.cacheRead +
    tokens.output * prices.output
  const long = prices.longPrompt
  const times = long !== null && tokens.fresh + tokens.written + tokens.read > long.above ? long.times : 1
  return (sum * times) / 1_000_000
}
