/** Which pairs of statements are like enough in their words to be worth asking a model about. */
import { contentWords } from '../../text/content-words.ts'
import type { Pair } from '../index.ts'

/**
 * Least likeness, and most pairs, nearest first, that are asked about one statement. Measured in five captured threads: of 34
 * pairs from .36 to .42 three were the same, of 75 from .30 to .36 two, and those make a request more in short threads.
 */
const LEAST = 0.36
const NEAREST = 2
/** Likeness from which two statements share more than their subject: of 29 such pairs in those threads seven were the same. */
const PLAIN = 0.42
/** Letters by which forms of a word are taken for one. */
const STEM = 6

/**
 * The pairs worth asking: each among the nearest of one of its two statements. `faint`: those of them that may share no more
 * than their subject. Likeness is Dice's coefficient (L. R. Dice, "Measures of the amount of ecologic association between
 * species", Ecology 26, 1945) over content words, rare ones weighing more (K. Spärck Jones, "A statistical interpretation of
 * term specificity", J. Documentation 28, 1972).
 */
export function worthAsking(pairs: Pair[], statements: string[]): { asked: Pair[]; faint: Set<Pair> } {
  const stems = new Map<string, Set<string>>()
  const stemsOf = (text: string): Set<string> => {
    const known = stems.get(text) ?? new Set(contentWords(text).map((word) => word.slice(0, STEM)))
    stems.set(text, known)
    return known
  }
  const all = new Set([...statements, ...pairs.flatMap(({ a, b }) => [a, b])])
  const counts = new Map<string, number>()
  for (const text of all) for (const stem of stemsOf(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const weight = (stem: string): number => Math.log(1 + all.size / (counts.get(stem) ?? 1))
  const sum = (some: Iterable<string>): number => [...some].reduce((total, stem) => total + weight(stem), 0)
  const likeness = ({ a, b }: Pair): number => {
    const [left, right] = [stemsOf(a), stemsOf(b)]
    const common = [...left].filter((stem) => right.has(stem))
    return (2 * sum(common)) / Math.max(sum(left) + sum(right), Number.EPSILON)
  }
  const scored = pairs.map((pair) => ({ pair, value: likeness(pair) })).filter(({ value }) => value >= LEAST)
  const taken = new Map<string, number>()
  const free = (text: string): boolean => (taken.get(text) ?? 0) < NEAREST
  const chosen = new Set<Pair>()
  const faint = new Set<Pair>()
  for (const { pair, value } of scored.toSorted((x, y) => y.value - x.value)) {
    if (!free(pair.a) && !free(pair.b)) continue
    chosen.add(pair)
    if (value < PLAIN) faint.add(pair)
    for (const text of [pair.a, pair.b]) taken.set(text, (taken.get(text) ?? 0) + 1)
  }
  // In their first order, in which pairs of one statement stand together and share it in a request.
  return { asked: pairs.filter((pair) => chosen.has(pair)), faint }
}
