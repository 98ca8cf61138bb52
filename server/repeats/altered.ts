/** Whether a near copy of a post says something else than the post: which of its changes may be passed over, and which not. */
import { atOdds, type Odds, turned } from '../text/at-odds.ts'
import type { Word } from '../text/compared.ts'
import { akin, contentWords } from '../text/content-words.ts'
import { changesInside } from '../text/differences.ts'
import { exchanged } from '../text/exchanged.ts'
import { isDecisive, isSmall, small } from '../text/neutral.ts'
import type { Sense } from '../text/sense.ts'
import { sameForm, spelled } from '../text/word-forms.ts'
import { interchangeable, polesOf } from '../text/opposites.ts'
import { tellsQuantity } from '../text/quantities.ts'
import { slip } from '../text/slip.ts'
import type { Read, Version } from './version.ts'

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
  `and but und aber sowie will would one you they he she us we i our their his her my all each every ich wir man sie er uns unser unsere
  people leute`.split(/\s+/),
)

/** Says of fewer what is said, and of none the reverse. */
const NARROWS = new Set(['only'])
const OFF = new Set(['off', 'out', 'ab', 'aus'])
/** Words that count something in, as "except" and "instead of" leave it out. */
const COUNTS_IN = new Set('including included addition besides einschließlich inklusive samt zusätzlich'.split(' '))

/**
 * Whether of two near copies, given with the number of words of the longer, one says something else. What may be passed over: slips of the keyboard, other forms and spellings, words that are known to say the same, sentences and words that are added, moved
 * sentences, and one unknown word for another; in a form letter also greeting, signature and what the writers tell of
 * themselves. What may not: a negation, number, amount or opposite that came or went within a sentence, a word that bounds
 * what is said ("only", "except", "before"), other small words ("on" for "off"), a name or a thing the post speaks of
 * elsewhere for another, two things that changed places. In short posts (`SHORT_WORDS`) every name counts, in terse ones
 * (`TERSE_WORDS`) every word with content.
 */
export function saysOther(a: Version, b: Version, length: number, senseOf: (sentence: string) => Sense): boolean {
  const short = length <= SHORT_WORDS
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
  const unwritten = (one: Version, other: Version): Read[] =>
    one.sentences.filter(({ written }) => !other.holds(written)).map((sentence) => sentence.read())
  const [inA, inB] = [unwritten(a, b), unwritten(b, a)]
  const unread = (all: readonly Read[], others: readonly Read[]): Read[] => {
    const known = new Set(others.map(({ text }) => text))
    return all.filter(({ text }) => !known.has(text))
  }
  return [unread(inA, inB), unread(inB, inA)]
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
      if (meant === one.text) return false
      const sense = meant === other.text ? other.sense() : senseOf(meant)
      if (TURNS.has(atOdds(one.sense(), sense))) return true
      return one.words.length === other.words.length && exchanged(one.text.split(' '), meant.split(' '))
    }),
  )
}

/** What a sentence reads without the slips of the keyboard by which its words are not those of the other. */
function mended(sentence: Read, other: Read): string {
  const [here, there] = [sentence.known, other.known]
  const missing = [...there].filter((word) => !here.has(word))
  let { text } = sentence
  for (const word of here) {
    const meant = there.has(word) ? undefined : missing.find((one) => isSlip(word, one))
    if (meant !== undefined) text = ` ${text} `.replaceAll(` ${word} `, ` ${meant} `).trim()
  }
  return text
}

function isChanged(one: Read, other: Read): boolean {
  const needed = CHANGED * Math.max(one.words.length, other.known.size)
  return one.words.length >= needed && one.words.filter(({ word }) => other.known.has(word)).length >= needed
}
