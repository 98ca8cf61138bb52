/** Which statements are worth comparing: found through the words they share, never by comparing all with all. */
import { normalised } from '../text/compared.ts'
import { ContentStems } from '../text/content-stems.ts'
import { highest } from '../text/highest.ts'

/** Statements kept for each statement. */
export const BEST = 30
/** Up to this many statements every shared stem counts, so that every pair with a word in common is weighed. */
const EVERY_STEM = 1500
/**
 * Beyond, stems in more statements than this do not bring pairs together. An absolute number: within one topic a share
 * (say a quarter of the statements) would lose the very words the topic is about.
 */
const COMMON_STEM = 200

/** A pair of statement numbers, `a < b`, with the likeness of their words, 0 to 1. */
interface CandidatePair {
  a: number
  b: number
  likeness: number
}

/**
 * For every statement the `best` others that share with it the content stems that are rarest among the statements (sum of
 * inverse document frequencies: K. Spärck Jones, "A statistical interpretation of term specificity and its application in
 * retrieval", Journal of Documentation 28, 1972), through an inverted index. The sum is not divided by lengths: long
 * statements that share more words are the better candidates, and the analyser judges them. A pair is there once if either
 * keeps the other; ties go to the earlier.
 */
export function candidatePairs(
  statements: readonly string[],
  best: number = BEST,
  stems: ContentStems = new ContentStems(),
): CandidatePair[] {
  const rows = statements.map((statement) => termsOf(statement, stems))
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
  const whole = rows.map((row) => [...row].reduce((sum, term) => sum + weight(term), 0))
  const shared = new Float64Array(statements.length)
  const kept = new Map<number, CandidatePair>()
  rows.forEach((row, a) => {
    const seen: number[] = []
    for (const term of row) {
      const others = postings.get(term) as number[]
      if (others.length > cap || others.length < 2) continue
      const gain = weight(term)
      for (const b of others) {
        if (b === a) continue
        if (shared[b] === 0) seen.push(b)
        shared[b] = (shared[b] as number) + gain
      }
    }
    for (const b of highest(seen, shared, best)) {
      const [low, high] = a < b ? [a, b] : [b, a]
      const likeness = (shared[b] as number) / Math.sqrt((whole[a] as number) * (whole[b] as number))
      kept.set(low * statements.length + high, { a: low, b: high, likeness: Math.min(1, likeness) })
    }
    for (const b of seen) shared[b] = 0
  })
  return [...kept.values()].sort((x, y) => x.a - y.a || x.b - y.b)
}

/** Stems of the content words; all words, where none carries content. */
function termsOf(statement: string, stems: ContentStems): Set<string> {
  const content = stems.of(statement)
  return content.size > 0 ? content : new Set(normalised(statement).split(' '))
}
