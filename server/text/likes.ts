/** Which parts of two statements say the same: equal words, forms and synonyms, and one word for several or for a denied one. */
import { standsFor } from './abbreviations.ts'
import { interchangeable, polesOf } from './opposites.ts'
import type { Part, Parts } from './parts.ts'
import { denials } from './unturned.ts'
import { sameForm } from './word-forms.ts'

/** Number of a part and of its like in the other statement. */
export type Like = readonly [number, number]

/**
 * The parts of two statements that say the same, each once, in the order of the first. Changes the parts: words that the
 * other statement writes as one become one, and what is denied in one form takes the form of the other.
 */
export function likes(a: Parts, b: Parts): Like[] {
  const [here, there] = [a.parts, b.parts]
  shorten(here, b)
  shorten(there, a)
  for (const liken of [join, undeny, prefix]) {
    liken(here, there)
    liken(there, here)
  }
  return joinedAlike(paired(here, there), here, there)
}

/** Words for which the other statement has their first letters become one. */
function shorten(parts: Part[], { abbreviations }: Parts): void {
  if (abbreviations.size === 0) return
  const names = parts.map(({ word }) => word)
  for (const word of abbreviations) {
    const at = names.findIndex((_, from) => standsFor(word, names, from) > 0)
    if (at < 0) continue
    parts.splice(at, standsFor(word, names, at), { ...(parts[at] as Part), word, poles: [] })
    return
  }
}

/** Two words that the other statement writes as one become one. */
function join(parts: Part[], others: readonly Part[]): void {
  for (let at = 0; at + 1 < parts.length; at++) {
    const [one, next] = [parts[at] as Part, parts[at + 1] as Part]
    const whole = others.find(({ word }) => isWhole(word, one, next))?.word
    if (whole === undefined) continue
    parts.splice(at, 2, { ...one, word: whole, poles: [] })
  }
}

/** What stands between two German words that are one: "Steuer auf Benzin", "Benzinsteuer". */
const COMPOUNDED = new Set(['at', 'for', 'by', 'of', 'to'])

/** Whether a word is two others in one: "barkeeper", "Benzinsteuer" for "Steuer auf Benzin", "Jungärzte" for "junge Ärzte". */
function isWhole(word: string, one: Part, next: Part): boolean {
  if (next.small.size === 0) {
    return (
      sameForm(word, one.word + next.word) ||
      (LONG < word.length && word === one.word.replace(/e[nrs]?$/, '') + next.word)
    )
  }
  if (next.small.size > 1 || ![...next.small].every((small) => COMPOUNDED.has(small))) return false
  const rest = word.length - next.word.length - one.word.length
  return word.startsWith(next.word) && word.endsWith(one.word) && rest >= 0 && rest <= 2
}

/** Letters beyond which a German word of two is told from one with an ending. */
const LONG = 6

/** "Is not fair" becomes the "is unfair" of the other statement. */
function prefix(parts: Part[], others: readonly Part[]): void {
  parts.forEach((one, at) => {
    if (!one.isSaid || !one.small.has('not')) return
    const denied = others.find(
      (other) => other.isSaid && !other.small.has('not') && denials(other.word).some((base) => isBase(base, one)),
    )
    if (denied !== undefined)
      parts[at] = { ...one, word: denied.word, poles: denied.poles, small: without(one.small, 'not') }
  })
}

function isBase(base: string, { word, poles }: Part): boolean {
  return sameForm(base, word) || interchangeable(polesOf(base), poles)
}

/** "Not unsafe" becomes the "safe" of the other statement. */
function undeny(parts: Part[], others: readonly Part[]): void {
  parts.forEach((one, at) => {
    if (!one.small.has('not')) return
    const bases = denials(one.word)
    const plain = others.find(({ word, small }) => !small.has('not') && bases.includes(word))
    if (plain === undefined) return
    parts[at] = {
      ...one,
      word: plain.word,
      poles: plain.poles,
      small: without(one.small, 'not'),
    }
  })
}

function without(all: ReadonlySet<string>, word: string): ReadonlySet<string> {
  return new Set([...all].filter((one) => one !== word))
}

const LIKE: readonly ((a: Part, b: Part) => boolean)[] = [
  (a, b) => a.word === b.word,
  (a, b) => sameForm(a.word, b.word),
  (a, b) => interchangeable(a.poles, b.poles),
]

/** Parts that say the same, each once, in the order of the first statement; the surest likes first. */
function paired(here: readonly Part[], there: readonly Part[]): Like[] {
  const found = new Map<number, number>()
  const taken = new Set<number>()
  for (const alike of LIKE) {
    here.forEach((one, x) => {
      if (found.has(x)) return
      const y = there.findIndex((other, at) => !taken.has(at) && alike(one, other))
      if (y < 0) return
      found.set(x, y)
      taken.add(y)
    })
  }
  return [...found].sort((p, q) => p[0] - q[0])
}

/** The pairs when "salt and pepper" is taken for "pepper and salt". */
function joinedAlike(pairs: Like[], here: readonly Part[], there: readonly Part[]): Like[] {
  for (let at = 0; at + 1 < pairs.length; at++) {
    const [[x, y], [nextX, nextY]] = [pairs[at] as Like, pairs[at + 1] as Like]
    if (nextX !== x + 1 || nextY !== y - 1 || !isJoined(here[nextX]) || !isJoined(there[y])) continue
    pairs[at] = [x, nextY]
    pairs[at + 1] = [nextX, y]
  }
  return pairs
}

function isJoined(part: Part | undefined): boolean {
  return part?.small.size === 1 && (part.small.has('and') || part.small.has('or'))
}
