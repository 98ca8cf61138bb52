/** Which statements are worth comparing: found through the words they share, never by comparing all with all. */
import { eachWord } from '../text/compared.ts'
import { stem } from '../text/stem.ts'

/** Statements kept for each statement. */
export const BEST = 30
/** Up to this many statements every shared stem counts, so that every pair with a word in common is weighed. */
export const EVERY_STEM = 1500
/**
 * Beyond, stems in more statements than this do not bring pairs together. An absolute number: within one topic a share
 * (say a quarter of the statements) would lose the very words the topic is about.
 */
export const COMMON_STEM = 200

/** A pair of statement numbers, `a < b`, with the likeness of their words, 0 to 1. */
export interface CandidatePair {
  a: number
  b: number
  likeness: number
}

/**
 * For every statement the `best` others that share most of its rare stems (cosine of stem vectors weighted by inverse
 * document frequency among the statements themselves; G. Salton, C. Buckley, "Term-weighting approaches in automatic text
 * retrieval", 1988), through an inverted index. A pair is there once if either keeps the other. Ties go to the earlier.
 */
export function candidatePairs(statements: readonly string[], best: number = BEST): CandidatePair[] {
  const rows = statements.map(stems)
  const postings = new Map<string, number[]>()
  rows.forEach((row, at) => {
    for (const term of row) {
      const list = postings.get(term)
      if (list === undefined) postings.set(term, [at])
      else list.push(at)
    }
  })
  const cap = statements.length <= EVERY_STEM ? statements.length : COMMON_STEM
  const weight = (term: string): number => Math.log(1 + statements.length / (postings.get(term)?.length ?? 1))
  const lengths = rows.map((row) => Math.sqrt([...row].reduce((sum, term) => sum + weight(term) ** 2, 0)) || 1)
  const scores = new Float64Array(statements.length)
  const kept = new Map<number, CandidatePair>()
  rows.forEach((row, a) => {
    const seen: number[] = []
    for (const term of row) {
      const others = postings.get(term) as number[]
      if (others.length > cap || others.length < 2) continue
      const gain = weight(term) ** 2
      for (const b of others) {
        if (b === a) continue
        if (scores[b] === 0) seen.push(b)
        scores[b] = (scores[b] as number) + gain
      }
    }
    const likeness = (b: number): number => (scores[b] as number) / ((lengths[a] as number) * (lengths[b] as number))
    const top = seen.map((b) => ({ b, likeness: likeness(b) })).sort((x, y) => y.likeness - x.likeness || x.b - y.b)
    for (const { b, likeness } of top.slice(0, best)) {
      const [low, high] = a < b ? [a, b] : [b, a]
      kept.set(low * statements.length + high, { a: low, b: high, likeness })
    }
    for (const b of seen) scores[b] = 0
  })
  return [...kept.values()].sort((x, y) => x.a - y.a || x.b - y.b)
}

function stems(statement: string): Set<string> {
  const found = new Set<string>()
  eachWord(statement, (word) => found.add(stem(word)))
  return found
}
