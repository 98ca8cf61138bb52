/** What a request may cost, reckoned before it is sent. */
import type { Need } from '../index.ts'
import type { Prices, Profile } from './profile.ts'
import type { Wanted } from './rungs.ts'
import { price } from './usage.ts'

/** Characters a token stands for at least, over languages and JSON. */
export const CHARACTERS_PER_TOKEN = 2.5
/** Room for an answer, in times of what is expected, without which it is not worth asking. */
const ENOUGH = 1.5

export interface Reckoned extends Need {
  /** With an answer as long as expected. */
  likely: number
  /** For so many tokens of answer. */
  cost: (output: number) => number
}

/** For an answer of `expected` tokens; null where the profile has no prices. */
export function needOf(wanted: Wanted, expected: number, { prices, cache, maxOutput }: Profile): Reckoned | null {
  if (prices === null) return null
  const input = Math.ceil(charactersOf(wanted) / CHARACTERS_PER_TOKEN)
  const cost = (output: number): number => costOf(input, output, cache === 'explicit', prices)
  const room = Math.min(maxOutput, wanted.maxTokens)
  const most = cost(room)
  return { least: Math.min(most, cost(expected * ENOUGH)), most, likely: cost(Math.min(room, expected)), cost }
}

/** What is wanted with as much room for its answer as `allowed` US dollars pay for. */
export function within(allowed: number | undefined, need: Reckoned | null, wanted: Wanted): Wanted {
  if (allowed === undefined || need === null || allowed >= need.most) return wanted
  const [question, each] = [need.cost(0), need.cost(1) - need.cost(0)]
  const tokens = each === 0 ? wanted.maxTokens : Math.floor((allowed - question) / each)
  return { ...wanted, maxTokens: Math.max(1, Math.min(wanted.maxTokens, tokens)) }
}

/** Characters a model reads of a request. */
export function charactersOf({ instructions, input, schema }: Omit<Wanted, 'maxTokens'>): number {
  return instructions.length + input.length + JSON.stringify(schema).length
}

/** All of the question is reckoned at the dearest rate it may be billed at. */
function costOf(input: number, output: number, cached: boolean, prices: Prices): number {
  const written = cached && prices.cacheWrite > prices.input
  return price({ fresh: written ? 0 : input, written: written ? input : 0, read: 0, output }, prices)
}
