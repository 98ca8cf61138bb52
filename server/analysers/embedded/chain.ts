/**
 * Types of segments in a row: what stands beside a segment says something about it, since people give several reasons in
 * a row, and a sentence seldom changes its part half way. Forward–backward over a chain (Rabiner, "A Tutorial on Hidden
 * Markov Models", 1989), with scores set by hand in place of trained probabilities.
 */
import type { Type } from './typing.ts'

export const TYPES = ['claim', 'premise', 'none'] as const

/** What a step from one segment to the next is worth, for each type before and after it: logarithms, added to scores. */
export type Steps = Record<Type, Record<Type, number>>

/** Shares of the three types at each place. `scores`: the logarithms of each place; `steps[at]`: those from `at - 1` to `at`. */
export function shares(scores: readonly Record<Type, number>[], steps: readonly Steps[]): Record<Type, number>[] {
  const forward: Record<Type, number>[] = []
  scores.forEach((own, at) => {
    const before = forward[at - 1]
    const step = steps[at]
    forward.push(each((to) => own[to] + (before && step ? sum((from) => before[from] + step[from][to]) : 0)))
  })
  const backward: Record<Type, number>[] = scores.map(() => NOTHING)
  for (let at = scores.length - 2; at >= 0; at -= 1) {
    const next = backward[at + 1] as Record<Type, number>
    const own = scores[at + 1] as Record<Type, number>
    const step = steps[at + 1] as Steps
    backward[at] = each((from) => sum((to) => step[from][to] + own[to] + next[to]))
  }
  return forward.map((sofar, at) => {
    const both = each((type) => sofar[type] + (backward[at] as Record<Type, number>)[type])
    const whole = sum((type) => both[type])
    return each((type) => Math.exp(both[type] - whole))
  })
}

const NOTHING: Record<Type, number> = { claim: 0, premise: 0, none: 0 }

const each = (of: (type: Type) => number): Record<Type, number> => ({
  claim: of('claim'),
  premise: of('premise'),
  none: of('none'),
})

/** Logarithm of the sum of what the three logarithms stand for. */
function sum(of: (type: Type) => number): number {
  const all = TYPES.map(of)
  const most = Math.max(...all)
  return most + Math.log(all.reduce((so, one) => so + Math.exp(one - most), 0))
}
