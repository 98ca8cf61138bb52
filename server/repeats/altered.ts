/** Whether a near copy of a post says something else than the post: which of its changes may be passed over, and which not. */
import { atOdds, type Odds, turned } from '../text/at-odds.ts'
import { eachWord, type Word, words } from '../text/compared.ts'
import { akin, contentWords } from '../text/content-words.ts'
import { changesInside } from '../text/differences.ts'
import { exchanged } from '../text/exchanged.ts'
import { mask } from '../text/mask.ts'
import { namesIn } from '../text/names.ts'
import { isDecisive, isSmall, small } from '../text/neutral.ts'
import type { Sense } from '../text/sense.ts'
import { sameForm, spelled } from '../text/word-forms.ts'
import { interchangeable, polesOf } from '../text/opposites.ts'
import { personal } from '../text/personal.ts'
import { tellsQuantity } from '../text/quantities.ts'
import { slip } from '../text/slip.ts'

/** Up to this many words a post is about what it names: with another name it is another post. */
export const SHORT_WORDS = 25
/** Up to this many words every word with content tells: with another in its place, or with two exchanged, it is another post. */
const TERSE_WORDS = 14
/** Of the words of the longer of two sentences, the part the other must have for it to be the same sentence changed. */
const CHANGED = 0.6
/** Changed sentences of a post that are looked for among those of the other. */
const LOOKED_AT = 40
/** What a changed sentence may say for the post around it to be another one. */
const TURNS: ReadonlySet<Odds | null> = new Set<Odds | null>([
  'one denies the other',
  'the other way round',
  'other amounts',
])
/** Small words of which one may stand for another: what puts one thing beside another, who is spoken of, what is to come. */
const EXCHANGEABLE = new Set(
  `and but und aber sowie will would one you they he she us we i our their his her my all ich wir man sie er uns unser unsere
  people leute`.split(/\s+/),
)

/** Says of fewer what is said, and of none the reverse. */
const NARROWS = new Set(['only'])
const OFF = new Set(['off', 'out', 'ab', 'aus'])
/** Words that count something in, as "except" and "instead of" leave it out. */
const COUNTS_IN = new Set('including included addition besides einschließlich inklusive samt zusätzlich'.split(' '))

/** A post as its changes are looked at; short posts have nothing that is personal. */
interface Version {
  /** Without what frames it. */
  text: string
  sentences: readonly Sentence[]
  isPersonal(word: Word): boolean
  /** Names it holds. */
  names(): ReadonlySet<string>
  /** Words the writer fills in about themselves. */
  filledIn(): ReadonlySet<string>
}

/** A sentence as it is written, and where. */
interface Sentence {
  written: string
  start: number
  /** Whether it is the first or the last of its post. */
  outer: { first: boolean; last: boolean }
}

/** A sentence as it reads, with its words. */
interface Read {
  text: string
  words: readonly Word[]
  outer: Sentence['outer']
}

/**
 * Whether of two near copies, given by their own words and the number of words of the longer, one says something else. What may be passed over: slips of the
 * keyboard, other forms and spellings, words that are known to say the same, sentences and words that are added, moved
 * sentences, and one unknown word for another; in a form letter also greeting, signature and what the writers tell of
 * themselves. What may not: a negation, number, amount or opposite that came or went within a sentence, a word that bounds
 * what is said ("only", "except", "before"), other small words ("on" for "off"), a name or a thing the post speaks of
 * elsewhere for another, two things that changed places. In short posts (`SHORT_WORDS`) every name counts, in terse ones
 * (`TERSE_WORDS`) every word with content.
 */
export function saysOther(one: string, other: string, length: number, senseOf: (sentence: string) => Sense): boolean {
  const short = length <= SHORT_WORDS
  const [a, b] = [versionOf(one, short), versionOf(other, short)]
  const [inA, inB] = ownSentences(a, b)
  const changes = changesOf(inA, inB)
  if (changes.some((change) => turns(change, a, b)) || turnsSentence(inA, inB, senseOf)) return true
  return short ? saysOtherShort(changes, a, b, length <= TERSE_WORDS) : namesOther(changes, a, b)
}

/** Words that gave way to others at one place, at the beginning or end of both posts (`edge`) or between what stays. */
interface Change {
  gone: readonly Word[]
  come: readonly Word[]
  edge: boolean
}

/** The sentences of each post that the other has not, wherever they stand in it. */
function ownSentences(a: Version, b: Version): [Read[], Read[]] {
  const own = <T>(all: readonly T[], others: readonly T[], text: (one: T) => string): T[] => {
    const known = new Set(others.map(text))
    return all.filter((one) => !known.has(text(one)))
  }
  const asWritten = ({ written }: Sentence): string => written
  const [inA, inB] = [own(a.sentences, b.sentences, asWritten), own(b.sentences, a.sentences, asWritten)].map((all) =>
    all.map(read),
  ) as [Read[], Read[]]
  const asRead = ({ text }: Read): string => text
  return [own(inA, inB, asRead), own(inB, inA, asRead)]
}

function read({ written, start: from, outer }: Sentence): Read {
  const all: Word[] = []
  let text = ''
  eachWord(written, (word, start, end) => {
    // "The the" is a slip.
    if (word === all.at(-1)?.word) return
    all.push({ word, start: from + start, end: from + end })
    text += text === '' ? word : ` ${word}`
  })
  return { text, words: all, outer }
}

/** What was changed inside these sentences; what one post only adds at its beginning or end is no change. */
function changesOf(inA: readonly Read[], inB: readonly Read[]): Change[] {
  const [a, b] = [inA, inB].map((all) => all.flatMap((sentence) => sentence.words)) as [Word[], Word[]]
  const [atFirst, atLast] = [
    inA[0]?.outer.first === true || inB[0]?.outer.first === true,
    inA.at(-1)?.outer.last === true || inB.at(-1)?.outer.last === true,
  ]
  const [before, after] = [atFirst ? [] : [FENCE], atLast ? [] : [FENCE]]
  const shown = (all: readonly Word[]): string[] => [...before, ...all.map(({ word }) => word), ...after]
  const wordsAt = (all: readonly Word[], places: readonly number[]): Word[] =>
    places.map((place) => all[place - before.length] as Word)
  return changesInside(shown(a), shown(b))
    .map(({ gone, come, edge }) => ({ gone: wordsAt(a, gone), come: wordsAt(b, come), edge }))
    .filter(({ edge, gone, come }) => !edge || gone.length * come.length > 0)
}

/** Stands in both posts before and behind the sentences looked at, where others stand there. */
const FENCE = '\n'

/** Marks between the thousands of a number. */
const THOUSANDS = /(?<=\d)[.,'’\u00a0\u202f](?=\d{3}(?!\d))/g

function versionOf(written: string, short: boolean): Version {
  const plain = written.replace(THOUSANDS, '')
  const { frame, self } = short ? NOTHING_PERSONAL : personal(plain)
  const text = mask(plain, frame, ' ')
  return {
    text,
    sentences: sentencesOf(text),
    isPersonal: ({ start, end }) => self.some((range) => range.start <= start && end <= range.end),
    names: () => namesIn(text),
    filledIn: () => {
      const passages = [...frame, ...self].map(({ start, end }) => plain.slice(start, end))
      return new Set(passages.flatMap(words).map(({ word }) => word))
    },
  }
}

const NOTHING_PERSONAL = { frame: [], self: [] }

/** A mark that ends a sentence, or a blank line. */
const BETWEEN = /[.!?…]\s+|\n\s*\n/g

function sentencesOf(text: string): Sentence[] {
  const found: { written: string; start: number }[] = []
  let start = 0
  const close = (end: number): void => {
    const written = text.slice(start, end)
    if (written.trim() !== '') found.push({ written, start })
    start = end
  }
  for (const { 0: mark, index } of text.matchAll(BETWEEN)) close(index + mark.length)
  close(text.length)
  return found.map((one, at) => ({ ...one, outer: { first: at === 0, last: at === found.length - 1 } }))
}

/** Whether what was changed at one place turns what the sentence says. */
function turns({ gone, come, edge }: Change, a: Version, b: Version): boolean {
  const outside = (version: Version, changed: readonly Word[], others: readonly Word[]): string[] =>
    changed
      .filter((one) => !version.isPersonal(one) || (polesOf(one.word).length > 0 && !tellsQuantity(one.word)))
      .map(({ word }) => word)
      .filter((word) => !others.some((other) => isSlip(word, other.word)))
  const [before, after] = [outside(a, gone, come), outside(b, come, gone)]
  return turned(new Set(before), new Set(after)) || (!edge && otherSmallWords(before, after))
}

/** Whether one of two words is the other without umlauts, or with a slip that does not make it a word with another meaning. */
function isSlip(a: string, b: string): boolean {
  if (slip(a, b)) return polesOf(a).length === 0 || polesOf(b).length === 0
  return UMLAUT.test(a + b) && a.replace(UMLAUTS, bare) === b.replace(UMLAUTS, bare)
}

const UMLAUT = /[äöüß]/
const UMLAUTS = /[äöü]/g
const bare = (letter: string): string => letter.normalize('NFD').charAt(0) + 'e'

/** Whether, where not one phrase with content gave way to another, a word that bounds came or went, or small words did. */
function otherSmallWords(before: readonly string[], after: readonly string[]): boolean {
  const meant = (all: readonly string[]): string[] => all.flatMap((word) => small(word) ?? [])
  const [here, there] = [meant(before), meant(after)]
  const bounds = (one: string[], other: string[]): boolean =>
    one.some((word) => (isDecisive(word) || word === 'anstelle') && !NARROWS.has(word) && !other.includes(word))
  const phrases = [before, after].every((all) =>
    all.some((word) => !COUNTS_IN.has(word) && contentWords(word).length > 0),
  )
  if (!phrases && (bounds(here, there) || bounds(there, here))) return true
  if (![...here, ...there].every((word) => isSmall(word) || OFF.has(word))) return false
  const [inA, inB] = [here, there].map((all) => all.filter((word) => !EXCHANGEABLE.has(word))) as [string[], string[]]
  return inA.length > 0 && inB.length > 0 && !inA.some((word) => inB.includes(word))
}

/** Whether a name gave way to another, or one thing the post speaks of ("the council") to another of which it speaks, too. */
function namesOther(changes: readonly Change[], a: Version, b: Version): boolean {
  const content = (changed: readonly Word[], version: Version): string[] =>
    changed.flatMap((one) => (version.isPersonal(one) ? [] : contentWords(one.word)))
  return changes.some(({ edge, gone, come }) => {
    const written = isCapital(gone, a) && isCapital(come, b)
    const things = gone.length === 1 && come.length === 1 && isThing(gone[0] as Word, a) && isThing(come[0] as Word, b)
    if (edge || !(written || things)) return false
    const [before, after] = [content(gone, a), content(come, b)]
    const lost = before.filter((word) => !after.some((other) => isLike(word, other)))
    const won = after.filter((word) => !before.some((other) => isLike(word, other)))
    if (lost.length === 0 || won.length === 0) return false
    const [inA, inB] = [a.filledIn(), b.filledIn()]
    if (lost.every((word) => inA.has(word)) && won.every((word) => inB.has(word))) return false
    const named = (all: readonly string[], version: Version): boolean => {
      const names = version.names()
      return all.some((word) => names.has(word))
    }
    return things || (named(lost, a) && named(won, b))
  })
}

function isCapital(all: readonly Word[], { text }: Version): boolean {
  return all.some(({ start }) => /\p{Lu}/u.test(text.slice(start, start + 2)))
}

/** Whether a word names what a post speaks of more than once: "the council". */
function isThing({ word, start }: Word, { text }: Version): boolean {
  if (!/the\s$/i.test(text.slice(Math.max(0, start - 4), start))) return false
  return text.toLowerCase().split(`the ${word}`).length > 2
}

/** Whether two words are forms or spellings of one, or known to say the same; "bad" for "freibad" is the same told shorter. */
function isLike(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return (
    akin(a, b) ||
    isSlip(a, b) ||
    sameForm(spelled(a), spelled(b)) ||
    (short.length > 2 && long.endsWith(short)) ||
    (short.length > 3 && long.startsWith(short)) ||
    interchangeable(polesOf(a), polesOf(b))
  )
}

/** Whether in a short post a name, or in a terse one any word with content, gave way to another. */
function saysOtherShort(changes: readonly Change[], a: Version, b: Version, terse: boolean): boolean {
  const gone = new Set(changes.flatMap((change) => change.gone.map(({ word }) => word)))
  const come = new Set(changes.flatMap((change) => change.come.map(({ word }) => word)))
  if (gone.size === 0 || come.size === 0) return false
  if (terse && saysAnother(gone, come)) return true
  const [inA, inB] = [a.names(), b.names()]
  return [...gone].some((word) => inA.has(word)) && [...come].some((word) => inB.has(word))
}

/** Whether a word with content gave way to another one, or two of them changed places. */
function saysAnother(gone: ReadonlySet<string>, come: ReadonlySet<string>): boolean {
  const [before, after] = [gone, come].map((all) => contentWords([...all].join(' '))) as [string[], string[]]
  if (before.filter((word) => after.includes(word)).length > 1) return true
  const isForm = (word: string): boolean => after.some((other) => akin(word, other) || slip(word, other))
  return after.length > 0 && before.some((word) => !isForm(word))
}

/** Whether a sentence that was changed says the reverse of what it said, or of two things the one for the other. */
function turnsSentence(gone: readonly Read[], come: readonly Read[], senseOf: (sentence: string) => Sense): boolean {
  const others = come.slice(0, LOOKED_AT)
  return gone.slice(0, LOOKED_AT).some((one) =>
    others.some((other) => {
      if (!isChanged(one, other)) return false
      const meant = mended(other, one)
      return TURNS.has(atOdds(senseOf(one.text), senseOf(meant))) || exchanged(one.text.split(' '), meant.split(' '))
    }),
  )
}

/** What a sentence reads without the slips of the keyboard by which its words are not those of the other. */
function mended(sentence: Read, other: Read): string {
  const here = new Set(sentence.words.map(({ word }) => word))
  const there = new Set(other.words.map(({ word }) => word))
  const missing = [...there].filter((word) => !here.has(word))
  let { text } = sentence
  for (const word of here) {
    const meant = there.has(word) ? undefined : missing.find((one) => isSlip(word, one))
    if (meant !== undefined) text = ` ${text} `.replaceAll(` ${word} `, ` ${meant} `).trim()
  }
  return text
}

function isChanged(one: Read, other: Read): boolean {
  const others = new Set(other.words.map(({ word }) => word))
  const common = one.words.filter(({ word }) => others.has(word)).length
  return common >= CHANGED * Math.max(one.words.length, others.size)
}
