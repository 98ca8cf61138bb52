/**
 * Whether a statement denies: an odd number of negation words. Counting is crude ("I see little reason to expect that it
 * isn't" fools it), so it is used only to keep two statements apart, never to read one as the denial of the other.
 */
import type { Token } from './tokens.ts'

/** True when `tokens` hold an odd number of the language's negation words (or of words ending in "n't"); "than not" denies nothing. */
export function denies(tokens: readonly Token[], negations: ReadonlySet<string>): boolean {
  let count = 0
  tokens.forEach(({ lower }, at) => {
    if ((negations.has(lower) || lower.endsWith("n't")) && tokens[at - 1]?.lower !== 'than') count += 1
  })
  return count % 2 === 1
}
