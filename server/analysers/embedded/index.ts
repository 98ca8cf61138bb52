/**
 * The embedded analyser: no key, no network, no chance. It reads by rules a person can look up: phrases per language
 * (`languages/`), one table of weights (`weights.ts`), a few rules for links. Every finding says which signs led to it.
 */
import type { Analyser } from '../index.ts'
import { reader } from './extract.ts'
import { foreignNotice } from './foreign.ts'
import { relater } from './relate.ts'
import { comparer } from './same.ts'
import { summariser } from './summarise.ts'

/** Changed whenever a rule, a phrase or a weight changes, so that a kept analysis says by which rules it was made. */
const RULES = '24'

export function createEmbedded(): Analyser {
  const read = reader()
  const relate = relater()
  const same = comparer()
  const summarise = summariser()
  return {
    name: 'embedded',
    model: null,
    prompts: { rules: RULES },
    batch: { posts: 100, characters: 200_000, atOnce: 1 },
    mergeAt: 0.405,
    similarAt: 0.28,
    extract: async (batch, asking) => {
      asking.signal.throwIfAborted()
      const found = read(batch)
      const foreign = foreignNotice(found.outcomes)
      if (foreign !== null) asking.notice?.(foreign)
      return found
    },
    same: async (pairs, { statements }) => same(pairs, statements),
    relate: async (questions) => questions.map(relate),
    summarise: async (outline) => summarise(outline),
  }
}
