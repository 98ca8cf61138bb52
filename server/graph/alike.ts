/** Which statements of a debate are worded alike, found through the words they share: never all pairs. */
import { contentWords } from '../text/content-words.ts'
import { highest } from '../text/highest.ts'
import { remembering } from '../text/stem.ts'
import { cosine, type Vector, vector, Weigh } from '../text/tfidf.ts'

/** A word found in more than this share of the statements is too common to look others up by (it still counts in the cosine). */
const COMMON = 0.05
/** Statements compared in full, of those that share the rarest words. */
const COMPARED = 24

export interface Alike {
  /** The `count` statements most like the one numbered `index`, best first, none below `least`. */
  near(index: number, count: number, least: number): { index: number; similarity: number }[]
  /** Likeness of two statements by number, 0 to 1. */
  similarity(a: number, b: number): number
}

export function alike(statements: string[]): Alike {
  const stemOf = remembering()
  const weigh = new Weigh()
  const terms = statements.map((statement) => weigh.count(contentWords(statement).map(stemOf)))
  const vectors = terms.map((list) => vector(list, weigh))
  const postings = postingsOf(vectors, Math.max(20, statements.length * COMMON))
  const shared = new Float64Array(statements.length)

  const similarity = (a: number, b: number) => cosine(vectors[a] as Vector, vectors[b] as Vector)
  return {
    similarity,
    near(index, count, least) {
      const seen: number[] = []
      const { numbers, weights } = vectors[index] as Vector
      numbers.forEach((term, at) => {
        const weight = weights[at] as number
        const { statements: others, weights: theirs } = postings[term] as Posting
        others.forEach((statement, nth) => {
          if (statement === index) return
          if (shared[statement] === 0) seen.push(statement)
          shared[statement] = (shared[statement] as number) + weight * (theirs[nth] as number)
        })
      })
      const best = highest(seen, shared, COMPARED)
      for (const statement of seen) shared[statement] = 0
      return best
        .map((other) => ({ index: other, similarity: similarity(index, other) }))
        .filter((found) => found.similarity >= least)
        .sort((a, b) => b.similarity - a.similarity || a.index - b.index)
        .slice(0, count)
    },
  }
}

/** Where a term stands, and with what weight. */
interface Posting {
  statements: number[]
  weights: number[]
}

/** By number of the term; nothing for terms that stand in more than `most` statements. */
function postingsOf(vectors: readonly Vector[], most: number): Posting[] {
  const postings: Posting[] = []
  vectors.forEach(({ numbers, weights }, statement) => {
    numbers.forEach((term, at) => {
      const posting = (postings[term] ??= { statements: [], weights: [] })
      posting.statements.push(statement)
      posting.weights.push(weights[at] as number)
    })
  })
  return postings.map((posting) => (posting.statements.length > most ? { statements: [], weights: [] } : posting))
}
