/**
 * Signs that two statements do not say the same, however alike their words: one denies what the other asserts, they speak
 * of other numbers, other amounts or other names, or say of two things the reverse. Crude on purpose: it only ever keeps two
 * statements apart, so a wrong alarm costs a merge and a missed one is still judged by the analyser. Words are English and
 * German; negations and numbers also of some other languages.
 *
 * The signs are those of textual-entailment work: M.-C. de Marneffe, A. Rafferty, C. Manning, "Finding Contradictions in
 * Text", ACL 2008 (negation, antonymy, numeric mismatch, differing names).
 */
import { amountOf, amounts, needed } from './amounts.ts'
import { standsFor, withoutPronounLike } from './abbreviations.ts'
import { deniesWhole, isDenying, type Content, type Worded } from './denied-whole.ts'
import { eachWord } from './compared.ts'
import type { ContentStems } from './content-stems.ts'
import { akin } from './content-words.ts'
import { isSmall, spelled } from './neutral.ts'
import { interchangeable, opposed, type Pole, polesOf } from './opposites.ts'
import { quantities, type Quantity, sameQuantities, tellsQuantity } from './quantities.ts'
import { isPassive, type Ordered, reversed } from './reversed.ts'
import { stem } from './stem.ts'
import { type SmallWords, smallWords, turnedBySmallWords } from './small-words.ts'
import { facing, unturned } from './unturned.ts'

/** What keeps two statements apart, in words for a person. */
export type Odds =
  | 'one denies the other'
  | 'other numbers'
  | 'other amounts'
  | 'other names'
  | 'the other way round'
  | 'one asks'

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
  asks: boolean
}

const NEGATIONS = new Set(
  `not no never none nobody nothing nowhere neither without cannot cant wont dont doesnt didnt isnt arent wasnt werent
  hasnt havent hadnt wouldnt couldnt shouldnt mustnt neednt mightnt aint hardly barely scarcely lack lacks lacked lacking
  fail fails failed failing refuse refuses refused nicht kein keine keinen keiner keinem nie niemals niemand nichts
  nirgends weder keineswegs keinesfalls kaum ohne pas jamais sans
  doubt doubts doubted deny denies denied unlikely aucun aucune nunca sin ningun ninguna não nao sem non mai senza niet geen zonder`.split(
    /\s+/,
  ),
)

/** Content words a negation reaches. */
const REACH = 4
/** Words that begin a clause which a negation before them does not reach. */
const CLAUSE_WORDS = new Set(
  'but because although though while whereas which who when if since so unless until than and or'.split(' '),
)
/** Words that begin the clause which is denied: "it is not so that". */
const THAT = new Set(['that', 'dass', 'daß'])
/** What a word means wherever it stands. */
interface Meaning extends Content {
  /** Null where it carries no content. */
  stem: string | null
}

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
    asks: statement.trimEnd().endsWith('?'),
  }
}

function negates(words: readonly string[], at: number): boolean {
  const word = words[at] as string
  if (word === 'but') return words[at - 1] === 'anything'
  if (word === 'little') return /^d(?:o|oes|id)$/.test(words[at - 1] ?? '')
  return NEGATIONS.has(word) && !(word === 'not' && words[at + 1] === 'only')
}

/** Whether a text holds a word that denies. */
export function negated(text: string): boolean {
  const words: string[] = []
  eachWord(text, (word) => words.push(word))
  return words.some((_, at) => negates(words, at))
}

/**
 * The sign of every content word, 0 for the others: a negation reaches the next `REACH` of its clause, or, where none
 * follow, the last two.
 */
function signed(meant: readonly Meaning[], words: readonly string[], begins: readonly boolean[]): number[] {
  const content = meant.map(({ word, stem, poles }) => !NEGATIONS.has(word) && (stem !== null || poles.length > 0))
  const sign = content.map(Number)
  const turn = (at: number): void => {
    sign[at] = -(sign[at] as number)
  }
  words.forEach((_, at) => {
    if (!negates(words, at)) return
    let reached = 0
    for (let next = at + 1; next < words.length && reached < REACH; next++) {
      if (begins[next] === true && !(next === at + 1 && THAT.has(words[next] as string))) break
      if (content[next] !== true) continue
      turn(next)
      reached++
    }
    for (let before = at - 1; before >= 0 && reached === 0 && at - before <= 4; before--) {
      if (content[before] !== true) continue
      turn(before)
      reached++
    }
  })
  return sign
}

/** The first sign that two statements are not the same claim, or null. */
export function atOdds(a: Sense, b: Sense): Odds | null {
  if (a.asks !== b.asks) return 'one asks'
  if (denies(a, b)) return 'one denies the other'
  if (otherNumbers(a, b)) return 'other numbers'
  if (otherAmounts(a, b) || otherNeed(a, b)) return 'other amounts'
  if (otherNames(a, b)) return 'other names'
  if (reversed(a, b) || turnedBySmallWords(a.small, b.small)) return 'the other way round'
  if (deniesWhole(a, b)) return 'one denies the other'
  return null
}

/**
 * Whether one says what the other denies: they share a word that only one of them denies, or hold words that are opposites,
 * and negations do not undo that ("not unsafe", "safe"); or each denies something that the other asserts.
 */
function denies(a: Sense, b: Sense): boolean {
  const [onlyA, onlyB] = [deniesSaid(a, b), deniesSaid(b, a)]
  if (onlyA && onlyB) return true
  if (standsOpposite(a, b) || turnedRound(a, b) || turnedRound(b, a) || faced(a, b)) return true
  return (onlyA || onlyB) && (a.negations + turns(a, b) - b.negations - turns(b, a)) % 2 !== 0
}

/** How many words of the first statement, like "impossible", hold a word that the other denies: "not possible". */
function turns(a: Sense, b: Sense): number {
  return a.turned.filter(({ bases }) => bases.some((base) => b.denied.has(stem(base)) && !a.content.has(stem(base))))
    .length
}

/** Whether one denies a word that the other holds and does not deny. */
function deniesSaid(one: Sense, { content, only, denied }: Sense): boolean {
  for (const word of one.denied) if ((content.has(word) || only.has(word)) && !denied.has(word)) return true
  return false
}

/** Whether they stand at different poles of a set of opposites, at the same ones in another order, or as often at others. */
function standsOpposite(a: Sense, b: Sense): boolean {
  for (const [set, here] of a.poles) {
    const there = b.poles.get(set)
    if (there === undefined) continue
    if (!here.some((pole) => there.includes(pole))) return true
    if (here.length !== there.length) continue
    if (here.every((pole, at) => pole !== there[at])) return true
    if (sum(here) !== sum(there)) return true
  }
  return false
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

/** Whether one holds a word ("unsafe") without whose turning part the other holds it ("safe"), and no negation undoes that. */
function turnedRound(a: Sense, b: Sense): boolean {
  for (const { bases, sign } of a.turned) {
    for (const [stem, other] of b.content) {
      if (other.bases.length > 0 || !bases.some((base) => akin(base, other.word))) continue
      if ((b.denied.has(stem) ? -1 : 1) === sign && !a.content.has(stem)) return true
    }
  }
  return false
}

/** Whether one holds "overheated" where the other holds "underheated". */
function faced(a: Sense, b: Sense): boolean {
  const own = (one: Sense, other: Sense): Content[] =>
    [...one.content].flatMap(([stem, content]) => (other.content.has(stem) ? [] : [content]))
  const inB = own(b, a)
  return inB.length > 0 && own(a, b).some(({ word }) => inB.some((other) => facing(word, other.word)))
}

/**
 * Whether words that were changed inside an otherwise equal text may turn its sense: a negation or number came or went, or
 * a word gave way to its opposite or to another amount.
 */
export function turned(gone: ReadonlySet<string>, come: ReadonlySet<string>): boolean {
  const amounts = (words: ReadonlySet<string>): number[] => [...words].flatMap((word) => amountOf(word) ?? [])
  const [before, after] = [amounts(gone), amounts(come)]
  if (before.length > 0 && after.length > 0 && !before.some((amount) => after.includes(amount))) return true
  const decides = (word: string): boolean => NEGATIONS.has(word) || tellsQuantity(word)
  const isTurned = (word: string, into: ReadonlySet<string>): boolean => unturned(word).some((base) => into.has(base))
  const meant = (words: ReadonlySet<string>): (readonly Pole[])[] =>
    [...words].map((word) => polesOf(word)).filter((poles) => poles.length > 0)
  const facing = (): boolean => {
    const others = meant(come)
    return meant(gone).some((one) => others.some((other) => opposed(one, other)))
  }
  const denied = (words: ReadonlySet<string>): boolean =>
    [...words].some(decides) || (words.has('anything') && words.has('but'))
  return (
    denied(gone) ||
    denied(come) ||
    [...gone].some((word) => isTurned(word, come)) ||
    [...come].some((word) => isTurned(word, gone)) ||
    facing()
  )
}

/** Numbers differ; a small count in words ("in ten years") may also be missing on one side. */
function otherNumbers(a: Sense, b: Sense): boolean {
  if (sameQuantities(a.quantities, b.quantities)) return false
  const [less, more] = a.quantities.length <= b.quantities.length ? [a, b] : [b, a]
  return less.quantities.length > 0 || more.quantities.some((one) => !one.passing)
}

function otherAmounts(a: Sense, b: Sense): boolean {
  if (a.amounts.size === 0 && b.amounts.size === 0) return false
  const [less, more] = a.amounts.size <= b.amounts.size ? [a, b] : [b, a]
  if (less.amounts.size === 0) return [...more.amounts].some((amount) => amount < 0.5)
  return [...less.amounts].some((amount) => !more.amounts.has(amount)) || less.amounts.size !== more.amounts.size
}

/** "Must" and "may", where nothing is denied: "must not" is "may not". */
function otherNeed(a: Sense, b: Sense): boolean {
  return a.negations + b.negations === 0 && a.needed !== null && b.needed !== null && a.needed !== b.needed
}

function otherNames(a: Sense, b: Sense): boolean {
  if (a.names.size === 0 || b.names.size === 0) return false
  const missing = (one: Sense, other: Sense): boolean =>
    [...one.names].some(
      (name) =>
        !other.names.has(name) && !other.sequence.includes(name) && !hasForm(other, name) && !isShort(name, one, other),
    )
  return missing(a, b) && missing(b, a)
}

/** Whether a statement holds a form of a name, or what says the same: German writes every noun like a name. */
function hasForm({ sequence, names }: Sense, name: string): boolean {
  const [poles, spelling] = [polesOf(name), spelled(name)]
  if ([...names].some((word) => isInside(word, name))) return true
  return sequence.some(
    (word) => akin(word, name) || spelled(word) === spelling || interchangeable(polesOf(word), poles),
  )
}

/** Letters of a name from which it is looked for in a word of which it is a part. */
const PART = 4

/** Whether one of two words is the beginning or end of the other, as in German compounds. */
function isInside(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= PART && (long.startsWith(short) || long.endsWith(short))
}

/** Whether a name is short for words of the other statement, or one of the words the other has a short name for. */
function isShort(name: string, one: Sense, other: Sense): boolean {
  return (
    other.sequence.some((_, at) => standsFor(name, other.sequence, at) > 0) ||
    [...other.names].some((short) =>
      one.sequence.some((_, at) =>
        one.sequence.slice(at, at + standsFor(short, one.sequence, at)).some((word) => word.replace(/s$/, '') === name),
      ),
    )
  )
}

/** Words of a text, in their compared form, that are written with a capital where no sentence begins. */
export function namesIn(text: string): Set<string> {
  const found = new Set<string>()
  eachWord(text, (word, start, end) => {
    if (/^\p{Lu}/u.test(text.slice(start, start + 2)) && isName(text, word, start, end, ANY)) found.add(word)
  })
  return found
}

const ANY = { has: () => true }

function isName(
  text: string,
  word: string,
  start: number,
  end: number,
  lower: { has(word: string): boolean },
): boolean {
  // Most words are plain and in lower case, which takes no expression to see.
  const first = text.charCodeAt(start)
  if (first >= 0x61 && first <= 0x7a) return false
  const written = text.slice(start, end)
  if (!/^\p{Lu}/u.test(written) || written === 'I' || /^I['’]/u.test(written)) return false
  const startsSentence = /(?:^|[.!?:…\n]["”’)]*\s+|\n)["“‘(]*$/u.test(text.slice(Math.max(0, start - 12), start))
  return startsSentence ? !lower.has(word) && !word.endsWith('ing') : true
}
