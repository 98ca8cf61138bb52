/** Which statements of a debate are worded alike, found through the words they share: never all pairs. */
import { contentWords } from '../text/content-words.ts'
import { stem } from '../text/stem.ts'
import { cosine, vector, weigher } from '../text/tfidf.ts'

/** A word found in more than this share of the statements is too common to look others up by (it still counts in the cosine). */
const COMMON = 0.1

export interface Alike {
  /** The `count` statements most like the one numbered `index`, best first, none below `least`. */
  near(index: number, count: number, least: number): { index: number; similarity: number }[]
  /** Likeness of two statements by number, 0 to 1. */
  similarity(a: number, b: number): number
}

export function alike(statements: string[]): Alike {
  const terms = statements.map((statement) => contentWords(statement).map(stem))
  const weigh = weigher(terms)
  const vectors = terms.map((list) => vector(list, weigh))
  const postings = new Map<string, number[]>()
  vectors.forEach((weights, index) => {
    for (const term of weights.keys()) {
      const list = postings.get(term)
      if (list === undefined) postings.set(term, [index])
      else list.push(index)
    }
  })
  const most = Math.max(20, statements.length * COMMON)

  const similarity = (a: number, b: number) => cosine(vectors[a] ?? new Map(), vectors[b] ?? new Map())
  return {
    similarity,
    near(index, count, least) {
      const seen = new Set<number>()
      for (const term of vectors[index]?.keys() ?? []) {
        const sharing = postings.get(term) ?? []
        if (sharing.length <= most) for (const other of sharing) seen.add(other)
      }
      seen.delete(index)
      return [...seen]
        .map((other) => ({ index: other, similarity: similarity(index, other) }))
        .filter((found) => found.similarity >= least)
        .sort((a, b) => b.similarity - a.similarity || a.index - b.index)
        .slice(0, count)
    },
  }
}
