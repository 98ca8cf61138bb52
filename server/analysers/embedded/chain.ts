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
    forward.push(before && step ? each((to) => own[to] + arriving(before, step, to)) : own)
  })
  const backward: Record<Type, number>[] = scores.map(() => NOTHING)
  for (let at = scores.length - 2; at >= 0; at -= 1) {
    const next = backward[at + 1] as Record<Type, number>
    const own = scores[at + 1] as Record<Type, number>
    const step = steps[at + 1] as Steps
    backward[at] = each((from) => leaving(step[from], own, next))
  }
  return forward.map((sofar, at) => {
    const both = each((type) => sofar[type] + (backward[at] as Record<Type, number>)[type])
    const whole = sum(both.claim, both.premise, both.none)
    return each((type) => Math.exp(both[type] - whole))
  })
}

const NOTHING: Record<Type, number> = { claim: 0, premise: 0, none: 0 }

const each = (of: (type: Type) => number): Record<Type, number> => ({
  claim: of('claim'),
  premise: of('premise'),
  none: of('none'),
})

function arriving(before: Record<Type, number>, step: Steps, to: Type): number {
  return sum(before.claim + step.claim[to], before.premise + step.premise[to], before.none + step.none[to])
}

function leaving(step: Record<Type, number>, own: Record<Type, number>, next: Record<Type, number>): number {
  return sum(
    step.claim + own.claim + next.claim,
    step.premise + own.premise + next.premise,
    step.none + own.none + next.none,
  )
}

/** Logarithm of the sum of what the three logarithms stand for. */
function sum(a: number, b: number, c: number): number {
  const most = Math.max(a, b, c)
  return most + Math.log(Math.exp(a - most) + Math.exp(b - most) + Math.exp(c - most))
}
