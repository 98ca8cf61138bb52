/**
 * Whether a statement denies: an odd number of negation words. Counting is crude ("I see little reason to expect that it
 * isn't" fools it), so it is used only to keep two statements apart, never to read one as the denial of the other.
 */
import type { Token } from './tokens.ts'

/** True when `tokens` hold an odd number of the language's negation words (or of words ending in "n't"). */
export function denies(tokens: readonly Token[], negations: ReadonlySet<string>): boolean {
  let count = 0
  for (const token of tokens) if (negations.has(token.lower) || token.lower.endsWith("n't")) count += 1
  return count % 2 === 1
}
