/** Which statements of a debate are worded alike, found through the words they share: never all pairs. */
import { contentWords } from '../text/content-words.ts'
import { highest } from '../text/highest.ts'
import { stem } from '../text/stem.ts'
import { cosine, type Vector, vector, weigher } from '../text/tfidf.ts'

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
  const stems = new Map<string, string>()
  const stemOf = (word: string): string => {
    const known = stems.get(word)
    if (known !== undefined) return known
    const fresh = stem(word)
    stems.set(word, fresh)
    return fresh
  }
  const terms = statements.map((statement) => contentWords(statement).map(stemOf))
  const weigh = weigher(terms)
  const vectors = terms.map((list) => vector(list, weigh))
  const postings = postingsOf(vectors, Math.max(20, statements.length * COMMON))

  const shared = new Float64Array(statements.length)

  const similarity = (a: number, b: number) => cosine(vectors[a] ?? new Map(), vectors[b] ?? new Map())
  return {
    similarity,
    near(index, count, least) {
      const seen: number[] = []
      vectors[index]?.forEach((weight, term) => {
        for (const { statement, weight: other } of postings.get(term) ?? []) {
          if (statement === index) continue
          if (shared[statement] === 0) seen.push(statement)
          shared[statement] = (shared[statement] as number) + weight * other
        }
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

/** Where each term stands, but for terms that stand in more than `most` statements. */
function postingsOf(vectors: Vector[], most: number): Map<string, { statement: number; weight: number }[]> {
  const postings = new Map<string, { statement: number; weight: number }[]>()
  vectors.forEach((weights, statement) => {
    for (const [term, weight] of weights) {
      const list = postings.get(term)
      if (list === undefined) postings.set(term, [{ statement, weight }])
      else list.push({ statement, weight })
    }
  })
  for (const [term, list] of postings) if (list.length > most) postings.delete(term)
  return postings
}
