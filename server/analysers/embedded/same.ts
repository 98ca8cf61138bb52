/** Whether two statements are the same claim, by likeness of their words in the light of the whole debate. */
import { grams } from '../../text/grams.ts'
import { denies } from '../../text/negation.ts'
import { oneForAll } from '../../text/opposites.ts'
import { quantities, type Quantity, sameQuantities } from '../../text/quantities.ts'
import { remembering } from '../../text/stem.ts'
import { cosine, sharedTerms, type Terms, type Vector, vector, Weigh } from '../../text/tfidf.ts'
import { type Token, tokens } from '../../text/tokens.ts'
import { spelled } from '../../text/word-forms.ts'
import type { Pair } from '../index.ts'
import { LANGUAGES, languageOf } from './languages/index.ts'
import type { Language } from './languages/language.ts'

/** Above this share two statements never count as one although they differ in a number, a name or a negation, or share next to nothing. */
const KEPT_APART = 0.4
/** Content words two statements must share to be one, unless they share all. */
const FEWEST_SHARED = 3
/** Below this many shared content words two statements are not even similar: "the school is shut", "not past the school". */
const FEWEST_ALIKE = 2
const TOUCHING = 0.25
/** Runs of four letters: shorter ones add cost and find nothing more. */
const SIZES = [4]

interface Signs {
  denies: boolean
  asks: boolean
  quantities: readonly Quantity[]
  names: ReadonlySet<string>
}

interface Known {
  stems: Vector
  grams: Vector
  signs: Signs
}

export type Same = (pairs: readonly Pair[], statements: readonly string[]) => number[]

/**
 * A judge of likeness, 0 to 1 for every pair; `statements` are all claims of the debate, whose words are weighed by their
 * rarity there. What is known of a list of statements is kept as long as the list itself, since one debate asks often.
 */
export function comparer(): Same {
  const debates = new WeakMap<readonly string[], (text: string) => Known>()
  return (pairs, statements) => {
    const knownOf = debates.get(statements) ?? knower(statements)
    debates.set(statements, knownOf)
    return pairs.map(({ a, b }) => likeness(knownOf(a), knownOf(b)))
  }
}

function knower(statements: readonly string[]): (text: string) => Known {
  const first = LANGUAGES[0] as Language
  const language = languageOf(statements.slice(0, 200).flatMap(tokens), first) ?? first
  const [stemOf, meant] = [remembering(), remembering(oneWord)]
  const [byStem, byGram] = [new Weigh(), new Weigh()]
  const said = new Map<string, Said>()
  for (const text of statements) {
    if (said.has(text)) continue
    const { signs, stems, runs } = read(text, language, meant, stemOf)
    said.set(text, { signs, stems: byStem.count(stems), grams: byGram.count(runs) })
  }
  const known = new Map<string, Known>()
  return (text) => {
    const kept = known.get(text)
    if (kept !== undefined) return kept
    const { signs, stems, grams } = said.get(text) ?? unsaid(text)
    said.delete(text)
    const fresh = { signs, stems: vector(stems, byStem), grams: vector(grams, byGram) }
    known.set(text, fresh)
    return fresh
  }

  function unsaid(text: string): Said {
    const { signs, stems, runs } = read(text, language, meant, stemOf)
    return { signs, stems: byStem.terms(stems), grams: byGram.terms(runs) }
  }
}

interface Said {
  signs: Signs
  stems: Terms
  grams: Terms
}

/** The word that is compared for a word: of those that say the same, and of the ways to spell it, one. */
function oneWord(word: string): string {
  return oneForAll(spelled(word.replace(/'s$/, '')))
}

function read(text: string, language: Language, meant: (word: string) => string, stemOf: (word: string) => string) {
  const words = tokens(text)
  const contents = words.flatMap(({ lower }) => (language.functionWords.has(lower) ? [] : [meant(lower)]))
  const signs: Signs = {
    denies: denies(words, language.negations),
    asks: /[?？]["'”’)]*$/.test(text.trim()),
    quantities: quantities(text),
    names: names(text, words),
  }
  return { signs, stems: contents.map(stemOf), runs: grams(contents, SIZES) }
}

function likeness(a: Known, b: Known): number {
  const alike = (cosine(a.stems, b.stems) + 2 * cosine(a.grams, b.grams)) / 3
  if (alike > TOUCHING && shared(a, b) < FEWEST_ALIKE && !allShared(a, b)) return TOUCHING
  return alike > KEPT_APART && apart(a, b) ? KEPT_APART : alike
}

/** Whether two statements differ in what makes them different claims however alike they are worded. */
function apart(a: Known, b: Known): boolean {
  return differ(a.signs, b.signs) || (shared(a, b) < FEWEST_SHARED && !allShared(a, b))
}

function differ(a: Signs, b: Signs): boolean {
  if (a.denies !== b.denies || a.asks || b.asks || !agree(a.names, b.names)) return true
  return !sameQuantities(a.quantities, b.quantities)
}

function shared(a: Known, b: Known): number {
  return sharedTerms(a.stems, b.stems)
}

function allShared(a: Known, b: Known): boolean {
  return shared(a, b) === Math.max(a.stems.numbers.length, b.stems.numbers.length)
}

/** Shared by all statements that name nobody, most of them. */
const NOBODY: ReadonlySet<string> = new Set()

/** Capitalised words that do not open the statement, in lower case. */
function names(text: string, words: Token[]): ReadonlySet<string> {
  const found = words
    .slice(1)
    .filter(
      (word) =>
        /^\p{Lu}/u.test(text.slice(word.start, word.end)) && word.lower.length > 1 && !word.lower.startsWith("i'"),
    )
    .map((word) => word.lower.replace(/'s$/, ''))
  return found.length === 0 ? NOBODY : new Set(found)
}

/** False when each names somebody or something the other does not. */
function agree(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every((name) => b.has(name)) || [...b].every((name) => a.has(name))
}
