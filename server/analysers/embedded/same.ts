/** Whether two statements are the same claim, by likeness of their words in the light of the whole debate. */
import { grams } from '../../text/grams.ts'
import { denies } from '../../text/negation.ts'
import { numbers } from '../../text/numbers.ts'
import { stem } from '../../text/stem.ts'
import { cosine, type Vector, vector, type Weigh, weigher } from '../../text/tfidf.ts'
import { type Token, tokens } from '../../text/tokens.ts'
import type { Pair } from '../index.ts'
import { LANGUAGES, languageOf } from './languages/index.ts'
import type { Language } from './languages/language.ts'

/** Above this share two statements never count as one although they differ in a number, a name or a negation. */
const KEPT_APART = 0.4
const SIZES = [3, 4]

interface Known {
  stems: Vector
  grams: Vector
  denies: boolean
  asks: boolean
  numbers: string
  names: ReadonlySet<string>
}

/** Likeness 0 to 1 of every pair; `statements` are all claims of the debate, whose words are weighed by their rarity there. */
export function same(pairs: readonly Pair[], statements: readonly string[]): number[] {
  const words = new Map<string, Token[]>()
  const wordsOf = (text: string): Token[] => {
    const kept = words.get(text)
    if (kept !== undefined) return kept
    const fresh = tokens(text)
    words.set(text, fresh)
    return fresh
  }
  const language =
    languageOf(statements.slice(0, 200).flatMap(wordsOf), LANGUAGES[0] as Language) ?? (LANGUAGES[0] as Language)
  const contents = (text: string) =>
    wordsOf(text)
      .map((word) => word.lower)
      .filter((word) => !language.functionWords.has(word))
  const byStem = weigher(statements.map((text) => contents(text).map(stem)))
  const byGram = weigher(statements.map((text) => grams(contents(text), SIZES)))
  const known = new Map<string, Known>()
  const knownOf = (text: string): Known => {
    const kept = known.get(text)
    if (kept !== undefined) return kept
    const fresh = know(text, wordsOf(text), contents(text), byStem, byGram, language)
    known.set(text, fresh)
    return fresh
  }
  return pairs.map(({ a, b }) => likeness(knownOf(a), knownOf(b)))
}

function know(
  text: string,
  words: Token[],
  contents: string[],
  byStem: Weigh,
  byGram: Weigh,
  language: Language,
): Known {
  return {
    stems: vector(contents.map(stem), byStem),
    grams: vector(grams(contents, SIZES), byGram),
    denies: denies(words, language.negations),
    asks: /[?？]["'”’)]*$/.test(text.trim()),
    numbers: [...numbers(text)].sort().join(' '),
    names: names(text, words),
  }
}

function likeness(a: Known, b: Known): number {
  const alike = (cosine(a.stems, b.stems) + 2 * cosine(a.grams, b.grams)) / 3
  const apart = a.denies !== b.denies || a.asks || b.asks || a.numbers !== b.numbers || !agree(a.names, b.names)
  return apart ? Math.min(KEPT_APART, alike) : alike
}

/** Capitalised words that do not open the statement, in lower case. */
function names(text: string, words: Token[]): Set<string> {
  return new Set(
    words
      .slice(1)
      .filter(
        (word) =>
          /^\p{Lu}/u.test(text.slice(word.start, word.end)) && word.lower.length > 1 && !word.lower.startsWith("i'"),
      )
      .map((word) => word.lower.replace(/'s$/, '')),
  )
}

/** False when each names somebody or something the other does not. */
function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every((name) => b.has(name)) || [...b].every((name) => a.has(name))
}
