/**
 * Whether statements of nearly the same words differ in a word that is not known to change nothing. Two opposites are
 * mostly one sentence with a word exchanged, added or moved, and no list of such words is ever whole; so what may differ is
 * listed (`neutral.ts`), and all else keeps apart: "only", "until", "should" and "must", the order of those who do and suffer. Words are aligned
 * with those that introduce them, after B. MacCartney, C. Manning, "Modeling Semantic Containment and Exclusion in Natural
 * Language Inference", COLING 2008.
 */
import { words } from './compared.ts'
import { contentWords } from './content-words.ts'
import { isDecisive, isModal, isSmall, isSpared, plainly, sameForm, small, spelled } from './neutral.ts'
import { interchangeable, type Pole, polesOf } from './opposites.ts'
import { tellsQuantity } from './quantities.ts'
import { isPassive } from './reversed.ts'
import { unturned } from './unturned.ts'
import { isMovedAlike } from './word-order.ts'

/**
 * What the words say of two statements: that they differ in nothing that matters (`same`), in small words or an order that
 * matter though all words of content are the same, or in words of which only somebody who knows what they mean can tell.
 */
export type Wording = 'same' | 'other small words' | 'another order' | 'other words'

/** A statement as far as this rule goes. */
export interface Phrased {
  /** All words in their order. */
  sequence: readonly string[]
  /** See `isPassive`. */
  passive: boolean
}

/** A statement as far as this rule goes, of its text. */
export function phrased(statement: string): Phrased {
  const sequence = words(statement).map(({ word }) => word)
  return { sequence, passive: isPassive(sequence) }
}

/** A word of content with the small words that introduce it. */
export interface Part {
  word: string
  poles: readonly Pole[]
  small: ReadonlySet<string>
  /** Whether a German article makes it who does it, or to whom it is done. */
  role: 'doer' | 'done to' | null
  past: boolean
}

/** Number of a part and of its like in the other statement. */
export type Like = readonly [number, number]

/** Parts in one place for which others stand in the other statement, up to which it is that place that keeps them apart. */
const ONE_PLACE = 5

/**
 * What the words alone say of two statements: `same` when they differ in nothing that matters; null when each says several
 * things of its own, or one says more, so that the words alone do not tell.
 */
export function wording(a: Phrased, b: Phrased): Wording | null {
  const [here, there] = [partsOf(a), partsOf(b)]
  join(here.parts, there.parts)
  join(there.parts, here.parts)
  undeny(here.parts, there.parts)
  undeny(there.parts, here.parts)
  const pairs = joinedAlike(paired(here.parts, there.parts), here.parts, there.parts)
  const [inA, inB] = [here.parts.length - pairs.length, there.parts.length - pairs.length]
  const turned = a.passive !== b.passive
  if (inA > 0 && inB > 0) {
    const one = inA + inB === 2 || (inA + inB <= ONE_PLACE && inOnePlace(pairs, here.parts.length, there.parts.length))
    return one ? 'other words' : null
  }
  const introduced = [
    [here.modal, there.modal] as const,
    [here.rest, there.rest] as const,
    ...pairs.map(([x, y]) => [(here.parts[x] as Part).small, (there.parts[y] as Part).small] as const),
  ]
  if (inA > 0)
    return saysMore(
      here.parts,
      pairs.map(([x]) => x),
      introduced,
      turned,
    )
  if (inB > 0)
    return saysMore(
      there.parts,
      pairs.map(([, y]) => y),
      introduced.map(([x, y]) => [y, x] as const),
      turned,
    )
  if (otherTense(here, there) || otherTense(there, here)) return 'other small words'
  if (otherCase(pairs, here, there)) return 'another order'
  if (!isMovedAlike(pairs, a, b, here.parts, there.parts)) {
    return sameWords(introduced) ? 'another order' : 'other words'
  }
  return introduced.every(([x, y]) => isAlike(x, y, turned)) ? 'same' : 'other small words'
}

interface Parts {
  parts: Part[]
  /** "Should", "may": what speaks of the whole. */
  modal: ReadonlySet<string>
  /** Small words behind the last part. */
  rest: ReadonlySet<string>
  tense: 'past' | 'future' | null
  passive: boolean
}

const ROLES = new Map<string, Part['role']>([
  ['der', 'doer'],
  ['ein', 'doer'],
  ['den', 'done to'],
  ['einen', 'done to'],
])
const PAST = new Set(
  'was were had did has have been theyve weve ive youve war waren hatte hatten wurde wurden'.split(' '),
)
const FUTURE = new Set(['will', 'shall', 'wont'])

function partsOf({ sequence, passive }: Phrased): Parts {
  const parts: Part[] = []
  const modal = new Set<string>()
  let before = new Set<string>()
  let role: Part['role'] = null
  for (const word of plainly(sequence)) {
    if (tellsQuantity(word)) continue
    if (isContent(word)) {
      parts.push({ word: spelled(word), poles: polesOf(word), small: before, role, past: word.endsWith('ed') })
      before = new Set()
      role = null
      continue
    }
    role = ROLES.get(word) ?? role
    const meant = small(word)
    if (meant !== null) (isModal(meant) ? modal : before).add(meant)
  }
  // "Would" is a way to say what will be, unless something is said to hang on a condition.
  if (modal.has('would') && sequence.some((word) => CONDITION.has(word))) modal.add('conditional')
  const tense = sequence.some((word) => FUTURE.has(word))
    ? 'future'
    : sequence.some((word) => PAST.has(word))
      ? 'past'
      : null
  return { parts, modal, rest: before, tense, passive }
}

/** Needs are the content of many a claim. */
const NEED = /^need(?:s|ed)?$/

function isContent(word: string): boolean {
  return !isSmall(word) && (word.length < 3 || NEED.test(word) || contentWords(word).length > 0)
}

const CONDITION = new Set(['if', 'unless', 'wenn', 'falls'])

/** Two words that the other statement writes as one become one. */
function join(parts: Part[], others: readonly Part[]): void {
  for (let at = 0; at + 1 < parts.length; at++) {
    const [one, next] = [parts[at] as Part, parts[at + 1] as Part]
    const whole = one.word + next.word
    if (next.small.size > 0 || !others.some(({ word }) => sameForm(word, whole))) continue
    parts.splice(at, 2, { ...one, word: whole, poles: [] })
  }
}

/** "Not unsafe" becomes the "safe" of the other statement. */
function undeny(parts: Part[], others: readonly Part[]): void {
  parts.forEach((one, at) => {
    if (!one.small.has('not')) return
    const bases = unturned(one.word)
    const plain = others.find(({ word, small }) => !small.has('not') && bases.includes(word))
    if (plain === undefined) return
    parts[at] = {
      ...one,
      word: plain.word,
      poles: plain.poles,
      small: new Set([...one.small].filter((word) => word !== 'not')),
    }
  })
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

/** Whether all parts without a like stand in one place of both. */
function inOnePlace(pairs: readonly Like[], a: number, b: number): boolean {
  let places = 0
  let [x, y] = [-1, -1]
  for (const [nextX, nextY] of [...pairs, [a, b] as const]) {
    if (nextX > x + 1 || nextY !== y + 1) places++
    x = nextX
    y = nextY
  }
  return places === 1
}

type Introduced = readonly [ReadonlySet<string>, ReadonlySet<string>]

/**
 * Of a statement that says all the other does and more: what is added must not turn the rest, and beside one more word the
 * shorter statement may have no small word of its own, for which that word then stands.
 */
function saysMore(
  longer: readonly Part[],
  liked: readonly number[],
  introduced: readonly Introduced[],
  turned: boolean,
): Wording | null {
  const added = longer.filter((_, at) => !liked.includes(at))
  if (added.some(({ word }) => isDecisive(word))) return 'other words'
  const said = introduced.map(([more, less]) => [only(more, less, turned), only(less, more, turned)] as const)
  if (said.some(([more]) => more.some(isDecisive))) return 'other small words'
  return added.length === 1 && said.some(([, less]) => !less.every(isSpared)) ? 'other words' : null
}

/** Whether one speaks of what will be and the other of what was. */
function otherTense(a: Parts, b: Parts): boolean {
  if (a.tense !== 'future' || b.tense === 'future') return false
  return b.tense === 'past' || (b.parts.some(({ past }) => past) && !a.parts.some(({ past }) => past))
}

/** Whether by their German articles something does in one statement what is done to it in the other. */
function otherCase(pairs: readonly Like[], a: Parts, b: Parts): boolean {
  if (a.passive || b.passive) return false
  return pairs.some(([x, y]) => {
    const [one, other] = [a.parts[x]?.role ?? null, b.parts[y]?.role ?? null]
    return one !== null && other !== null && one !== other
  })
}

/** Whether the same small words were said somewhere. */
function sameWords(introduced: readonly Introduced[]): boolean {
  const all = (side: 0 | 1): string =>
    introduced
      .flatMap((both) => [...both[side]])
      .filter((word) => !isSpared(word))
      .sort()
      .join(' ')
  return all(0) === all(1)
}

/** Small words of the first only. `turned`: whether one statement is in the passive, so that "by" may be missing. */
function only(one: ReadonlySet<string>, other: ReadonlySet<string>, turned: boolean): string[] {
  return [...one].filter((word) => !other.has(word) && !(turned && word === 'by'))
}

/** Whether small words differ in none that matters; such as may be missing must not stand for each other. */
function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>, turned: boolean): boolean {
  const [inA, inB] = [only(a, b, turned), only(b, a, turned)]
  if (inA.length > 0 && inB.length > 0) return false
  // "Not all" is not "not".
  return [...inA, ...inB].every((word) => isSpared(word) && !(word === 'all' && a.has('not') && b.has('not')))
}
