/**
 * Likeness of short texts by weighted words: cosine of term vectors whose weights are the inverse document frequency
 * (Salton & Buckley, "Term-weighting approaches in automatic text retrieval", 1988). The documents that are counted are
 * the statements of the one debate: words everybody there uses say nothing about which claim is meant.
 */

/** How rare a term is among the counted documents. */
export type Weigh = (term: string) => number

/** A text as its terms and their weights, scaled to length 1; empty when the text has no term. */
export type Vector = ReadonlyMap<string, number>

/** Smoothed inverse document frequency over `documents`, each given as its terms. A term never seen weighs most. */
export function weigher(documents: Iterable<readonly string[]>): Weigh {
  const frequency = new Map<string, number>()
  let count = 0
  for (const terms of documents) {
    count += 1
    for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  }
  return (term) => Math.log((count + 1) / ((frequency.get(term) ?? 0) + 0.5))
}

/** Terms with their weights; a term said twice counts 1 + log 2 times. */
export function vector(terms: readonly string[], weigh: Weigh): Vector {
  const times = new Map<string, number>()
  for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1)
  let square = 0
  for (const [term, n] of times) {
    const weight = Math.max(0, weigh(term)) * (1 + Math.log(n))
    times.set(term, weight)
    square += weight * weight
  }
  if (square === 0) return new Map()
  const length = Math.sqrt(square)
  for (const [term, weight] of times) times.set(term, weight / length)
  return times
}

/** 0 (no term in common) to 1 (the same terms). */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let sum = 0
  small.forEach((weight, term) => {
    sum += weight * (large.get(term) ?? 0)
  })
  return Math.min(1, sum)
}
