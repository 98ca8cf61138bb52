/** Which statements are worth comparing: found through the words they share, never by comparing all with all. */
import { normalised } from '../text/compared.ts'
import { ContentStems } from '../text/content-stems.ts'
import { contentWords } from '../text/content-words.ts'
import { grams } from '../text/grams.ts'
import { highest } from '../text/highest.ts'
import { InvertedIndex } from '../text/inverted.ts'

/**
 * How many candidates a statement keeps by each ranking. `letters`: those of whose runs of letters it shares the largest
 * part, which sees through endings and compounds. `words`: those with which it shares the rarest words, however long they
 * are. `general`: those with which it shares much for their length, the short ones first, for what one says at length
 * another says in five words. `least`: likeness below which a pair is left out, 0 to 1.
 */
export interface Kept {
  letters: number
  words: number
  general: number
  least: number
}

/**
 * Thirty for a statement. Most are general ones, since the right short statement is what the other rankings miss: with 12,
 * 8 and 10 for the shortest with any word in common, .69 of the pairs that people called the same in ArgKP (R. Friedman et
 * al., "Overview of the 2021 Key Point Analysis Shared Task", 2021) are candidates, with these shares .82. The few by
 * letters and words keep together what is said twice at length.
 */
export const KEPT: Kept = { letters: 8, words: 2, general: 20, least: 0 }

/** Up to this many statements every term counts, so that every pair with a word in common is weighed. */
const EVERY_TERM = 1500
/**
 * Beyond, terms in more statements than this do not bring pairs together. An absolute number: within one topic a share
 * (say a quarter of the statements) would lose the very words the topic is about.
 */
const COMMON = 200
/** Letters in a run. */
const SIZES = [4]
/** What a shared run of letters counts beside a shared word: little, for two forms of one word share several. */
const RUN = 0.05
/** Characters from which a statement counts as long, however long it is; a shorter one counts for more by the cube. */
const LONG = 100

/** A pair of statement numbers, `a < b`, with the likeness of their words, 0 to 1. */
interface CandidatePair {
  a: number
  b: number
  likeness: number
}

/** For every statement the others it should be compared with. A pair is there once if either keeps the other; ties go to the earlier. */
export function candidatePairs(
  statements: readonly string[],
  kept: Kept = KEPT,
  stems: ContentStems = new ContentStems(),
): CandidatePair[] {
  const count = statements.length
  const most = count <= EVERY_TERM ? count : COMMON
  const words = new InvertedIndex(
    each(statements, (statement) => termsOf(statement, stems)),
    most,
  )
  const letters = new InvertedIndex(each(statements, runsOf), most)
  const brevity = Float64Array.from(statements, (statement) => Math.min(statement.length, LONG) ** -3)
  const pairs = statements.map((): CandidatePair[] => [])
  const keptBy: number[][] = []
  const rank = new Float64Array(count)
  const taken = new Uint8Array(count)
  const all = new Int32Array(count)
  for (let a = 0; a < count; a++) {
    letters.sharing(a, (near, sharedLetters) =>
      words.sharing(a, (others, sharedWords) => {
        for (const b of near) rank[b] = (sharedLetters[b] as number) / letters.whole(b)
        const partners = highest(near, rank, kept.letters)
        for (const b of partners) taken[b] = 1
        for (const b of highest(others, sharedWords, kept.words, taken)) {
          taken[b] = 1
          partners.push(b)
        }
        let size = near.length
        all.set(near)
        for (const b of others) if (sharedLetters[b] === 0) all[size++] = b
        const either = all.subarray(0, size)
        for (const b of either) {
          rank[b] = ((sharedWords[b] as number) + RUN * (sharedLetters[b] as number)) * (brevity[b] as number)
        }
        partners.push(...highest(either, rank, kept.general, taken))
        for (const b of partners) {
          taken[b] = 0
          if (b < a && keptBy[b]?.includes(a) === true) continue
          const likeness = Math.max(
            (sharedLetters[b] as number) / Math.sqrt(letters.whole(a) * letters.whole(b) || 1),
            (sharedWords[b] as number) / Math.sqrt(words.whole(a) * words.whole(b) || 1),
          )
          if (likeness < kept.least) continue
          const [low, high] = [Math.min(a, b), Math.max(a, b)]
          pairs[low]?.push({ a: low, b: high, likeness: Math.min(1, likeness) })
        }
        keptBy.push(partners)
      }),
    )
  }
  return pairs.flatMap((some) => some.sort((x, y) => x.b - y.b))
}

/** One after the other, so that the terms of all are never there at once. */
function* each<T>(statements: readonly string[], work: (statement: string) => T): Generator<T> {
  for (const statement of statements) yield work(statement)
}

/** Stems of the content words; all words, where none carries content. */
function termsOf(statement: string, stems: ContentStems): Set<string> {
  const content = stems.of(statement)
  return content.size > 0 ? content : new Set(normalised(statement).split(' '))
}

/** Runs of letters inside the content words; inside all words, where none carries content. */
function runsOf(statement: string): Set<string> {
  const content = contentWords(statement)
  return new Set(grams(content.length > 0 ? content : normalised(statement).split(' '), SIZES))
}
