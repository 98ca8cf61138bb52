/** What 10 % more posts cost of the first run's tokens, over several made-up threads, answered at once: no clock is needed to tell. */
import type { Figure, Measured } from './figures.ts'
import { growing } from './model.ts'

const SIZES = [50, 200, 500]
/** The first is the thread the model's bench measures. */
const SEEDS = [7, 1, 2, 3, 4]
const AT_ONCE = { wait: 0, token: 0 }

export async function bench(): Promise<Measured> {
  const figures: Figure[] = []
  for (const size of SIZES) {
    const shares: number[] = []
    for (const seed of SEEDS) {
      const [, grown] = await growing(size, AT_ONCE, seed)
      shares.push(grown?.tokensOfFirstRun ?? Infinity)
    }
    const [unit, sorted] = ['of the first run', shares.toSorted((a, b) => a - b)]
    figures.push(
      {
        what: `synthetic ${size} grown: tokens, the middle of ${SEEDS.length}`,
        value: middle(sorted),
        unit,
        most: 0.15,
      },
      { what: `synthetic ${size} grown: tokens, the worst of ${SEEDS.length}`, value: sorted.at(-1) ?? Infinity, unit },
    )
  }
  return { figures, details: { seeds: SEEDS } }
}

function middle(sorted: number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? Infinity
}
