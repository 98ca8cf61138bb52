/**
 * Signs that two statements do not say the same, however alike their words: one denies what the other asserts, they speak
 * of other numbers, other amounts or other names, say of two things the reverse, or one tells what others say. Crude on purpose: it only ever keeps two
 * statements apart, so a wrong alarm costs a merge and a missed one is still judged by the analyser.
 *
 * The signs are those of textual-entailment work: M.-C. de Marneffe, A. Rafferty, C. Manning, "Finding Contradictions in
 * Text", ACL 2008 (negation, antonymy, numeric mismatch, differing names).
 */
import { amountOf } from './amounts.ts'
import { akin } from './content-words.ts'
import { NEGATIONS } from './denied.ts'
import { type Content, deniesWhole } from './denied-whole.ts'
import { opposed, type Pole, polesOf } from './opposites.ts'
import { otherNames } from './other-names.ts'
import { sameQuantities, tellsQuantity } from './quantities.ts'
import { reversed } from './reversed.ts'
import type { Sense } from './sense.ts'
import { turnedBySmallWords } from './small-words.ts'
import { stem } from './stem.ts'
import { facing, unturned } from './unturned.ts'

/** What keeps two statements apart, in words for a person. */
export type Odds =
  | 'one denies the other'
  | 'other numbers'
  | 'other amounts'
  | 'other names'
  | 'the other way round'
  | 'one asks'
  | 'one tells what others say'

/** The first sign that two statements are not the same claim, or null. */
export function atOdds(a: Sense, b: Sense): Odds | null {
  if (a.asks !== b.asks) return 'one asks'
  if (denies(a, b)) return 'one denies the other'
  if (otherNumbers(a, b)) return 'other numbers'
  if (otherAmounts(a, b) || otherNeed(a, b)) return 'other amounts'
  if (otherNames(a, b)) return 'other names'
  if (reversed(a, b) || turnedBySmallWords(a.small, b.small)) return 'the other way round'
  if (deniesWhole(a, b)) return 'one denies the other'
  if (a.ascribed !== b.ascribed) return 'one tells what others say'
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

/** Whether they stand at different poles of a set of opposites, or as often, but at others or in another order. */
function standsOpposite(a: Sense, b: Sense): boolean {
  for (const [set, here] of a.poles) {
    const there = b.poles.get(set)
    if (there === undefined) continue
    if (!here.some((pole) => there.includes(pole))) return true
    if (here.length === there.length && here.some((pole, at) => pole !== there[at])) return true
  }
  return false
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
