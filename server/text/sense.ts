/** What a statement says as far as signs tell whether another says the same (`at-odds.ts`): made once, compared often. */
import { isAscribed } from './ascribed.ts'
import { abbreviationsIn, withoutPronounLike } from './abbreviations.ts'
import { amounts, needed } from './amounts.ts'
import { eachWord } from './compared.ts'
import type { ContentStems } from './content-stems.ts'
import { CLAUSE_WORDS, negates, type Reached, signed } from './denied.ts'
import { type Content, isDenying, type Worded } from './denied-whole.ts'
import { isName } from './names.ts'
import { isSmall } from './neutral.ts'
import { polesOf } from './opposites.ts'
import { quantities, type Quantity, tellsQuantity } from './quantities.ts'
import { isPassive, type Ordered } from './reversed.ts'
import { type SmallWords, smallWords } from './small-words.ts'
import { unturned } from './unturned.ts'

/** A statement as far as these signs go; made once, compared often. */
export interface Sense extends Omit<Ordered, 'content'>, Worded {
  negations: number
  /** Of its content words and those of `only` the ones that a negation reaches, as their stems. */
  denied: ReadonlySet<string>
  /** Words without content that are opposites of others: "up", "before". */
  only: ReadonlySet<string>
  /** By set of opposites the poles its words stand at, in their order, denied words left out. */
  poles: ReadonlyMap<number, readonly number[]>
  /** What is left of its words without a part that turns them round ("unsafe", "careless"), with the sign of the word. */
  turned: readonly { bases: readonly string[]; sign: number }[]
  quantities: readonly Quantity[]
  amounts: ReadonlySet<number>
  /** Whether something is said to be needed, or only to be possible or allowed; null for both or neither. */
  needed: boolean | null
  small: SmallWords
  names: ReadonlySet<string>
  /** See `abbreviationsIn`. */
  abbreviations: ReadonlySet<string>
  asks: boolean
  /** See `isAscribed`. */
  ascribed: boolean
}

/** What a word means wherever it stands. */
type Meaning = Content & Reached

/** Shared by all statements that have none of something, most of them. */
const NONE: ReadonlySet<never> = new Set()

const NO_POLES: Sense['poles'] = new Map()

const NOT_TURNED: Sense['turned'] = []

/**
 * Makes the senses of a debate's statements; what a word means is worked out, and kept, once. `lower`: words the debate
 * writes in lower case somewhere; a capital at the start of a sentence makes a name only of other words.
 */
export function senses(lower: ReadonlySet<string>, stems: ContentStems): (statement: string) => Sense {
  const known = new Map<string, Meaning>()
  const meaningOf = (word: string): Meaning => {
    const found = known.get(word)
    if (found !== undefined) return found
    const stem = stems.stem(word)
    const poles = polesOf(word, stem ?? word)
    const meaning = { word, stem, poles, bases: unturned(word), counts: tellsQuantity(word) }
    known.set(word, meaning)
    return meaning
  }
  return (statement) => senseOf(statement, lower, meaningOf)
}

function senseOf(written: string, lower: ReadonlySet<string>, meaningOf: (word: string) => Meaning): Sense {
  const statement = withoutPronounLike(written)
  const meant: Meaning[] = []
  const names = new Set<string>()
  /** Whether a clause begins with the word. */
  const begins: boolean[] = []
  let last = 0
  eachWord(statement, (word, start, end) => {
    const close = start - last === 1 && statement[last] === ' '
    begins.push(CLAUSE_WORDS.has(word) || (!close && /[^\s\p{L}\p{N}'’"“”‘*_/-]/u.test(statement.slice(last, start))))
    last = end
    meant.push(meaningOf(word))
    if (!isSmall(word) && isName(statement, word, start, end, lower)) names.add(word.replace(/s$/, ''))
  })
  const words = meant.map(({ word }) => word)
  const signs = signed(meant, words, begins)
  const denied = new Set<string>()
  const only = new Set<string>()
  const poles = new Map<number, number[]>()
  const turned: { bases: readonly string[]; sign: number }[] = []
  const content = new Map<string, Content>()
  meant.forEach((meaning, at) => {
    const sign = signs[at] as number
    if (sign === 0) return
    const { word, stem, bases } = meaning
    if (sign < 0) denied.add(stem ?? word)
    else denied.delete(stem ?? word)
    if (stem === null) only.add(word)
    if (stem !== null && !content.has(stem)) content.set(stem, meaning)
    if (bases.length > 0) turned.push({ bases, sign })
    // What is denied stands at no pole: "not high" may be "low" or in between.
    if (sign < 0) return
    for (const { set, pole } of meaning.poles) {
      const known = poles.get(set)
      if (known === undefined) poles.set(set, [pole])
      else known.push(pole)
    }
  })
  const amount = amounts(words)
  return {
    sequence: words,
    negations: words.filter((_, at) => negates(words, at)).length,
    denied: denied.size === 0 ? NONE : denied,
    only: only.size === 0 ? NONE : only,
    poles: poles.size === 0 ? NO_POLES : poles,
    turned: turned.length === 0 ? NOT_TURNED : turned,
    content,
    denying: isDenying(words),
    quantities: quantities(statement),
    amounts: amount.size === 0 ? NONE : amount,
    needed: needed(words),
    passive: isPassive(words),
    small: smallWords(words),
    names: names.size === 0 ? NONE : names,
    abbreviations: abbreviationsIn(statement),
    asks: statement.trimEnd().endsWith('?'),
    ascribed: isAscribed(statement),
  }
}
