/**
 * Whether statements of nearly the same words differ in a word that is not known to change nothing. Two opposites are
 * mostly one sentence with a word exchanged, added or moved, and no list of such words is ever whole; so what may differ is
 * listed (`neutral.ts`), and all else keeps apart: "only", "until", "should" and "must", the order of those who do and suffer. Words are aligned
 * with those that introduce them, after B. MacCartney, C. Manning, "Modeling Semantic Containment and Exclusion in Natural
 * Language Inference", COLING 2008.
 */
import { standsFor, withoutPronounLike } from './abbreviations.ts'
import { words } from './compared.ts'
import { contentWords } from './content-words.ts'
import { isDecisive, isModal, isSmall, isSpared, isSubject, plainly, sameForm, small, spelled } from './neutral.ts'
import { interchangeable, type Pole, polesOf } from './opposites.ts'
import { tellsQuantity } from './quantities.ts'
import { isPassive } from './reversed.ts'
import { denials } from './unturned.ts'
import { isMovedAlike } from './word-order.ts'

/**
 * What the words say of two statements: that they differ in nothing that matters (`same`), in small words or an order that
 * matter though all words of content are the same, in words of which only somebody who knows what they mean can tell, or that
 * they share a few words of many (`much besides`).
 */
export type Wording = 'same' | 'other small words' | 'another order' | 'other words' | 'much besides'

/** A statement as far as this rule goes. */
export interface Phrased {
  /** All words in their order. */
  sequence: readonly string[]
  /** See `isPassive`. */
  passive: boolean
}

/** A statement as far as this rule goes, of its text. */
export function phrased(statement: string): Phrased {
  const sequence = words(withoutPronounLike(statement)).map(({ word }) => word)
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
  /** Whether it is said of something: "is fair", "seems unsafe". */
  isSaid: boolean
}

/** Number of a part and of its like in the other statement. */
export type Like = readonly [number, number]

/** Parts in one place for which others stand in the other statement, up to which it is that place that keeps them apart. */
const ONE_PLACE = 5

/**
 * A statement that has so many parts of its own, where less than this share of the parts of both is common to them, is about
 * something else. Measured in captured threads, where 16 of 22 pairs as alike as those that people call the same were not.
 */
const MUCH = { own: 4, common: 0.4 }

function isMuch(common: number, inA: number, inB: number): boolean {
  return Math.max(inA, inB) >= MUCH.own && common <= MUCH.common * (common + inA + inB)
}

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
  prefix(here.parts, there.parts)
  prefix(there.parts, here.parts)
  const pairs = joinedAlike(paired(here.parts, there.parts), here.parts, there.parts)
  const [inA, inB] = [here.parts.length - pairs.length, there.parts.length - pairs.length]
  const turned = a.passive !== b.passive
  if (inA > 0 && inB > 0) {
    const one = inA + inB === 2 || (inA + inB <= ONE_PLACE && inOnePlace(pairs, here.parts.length, there.parts.length))
    return one ? 'other words' : isMuch(pairs.length, inA, inB) ? 'much besides' : null
  }
  if (isMuch(pairs.length, inA, inB) || (inA > 0 && objects(a, b)) || (inB > 0 && objects(b, a))) return 'much besides'
  const introduced = [
    [here.modal, there.modal] as const,
    [here.rest, there.rest] as const,
    ...pairs.map(([x, y]) => [(here.parts[x] as Part).small, (there.parts[y] as Part).small] as const),
  ]
  if (inA + inB > 0 && compares(a) !== compares(b) && !isMovedAlike(pairs, a, b, here.parts, there.parts))
    return 'another order'
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
  if (otherOrder(a, b)) return 'another order'
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
const BEING = new Set('is are was were be been its thats isnt arent wasnt werent ist sind war waren sein'.split(' '))

function partsOf({ sequence, passive }: Phrased): Parts {
  const parts: (Part & { small: Set<string> })[] = []
  const modal = new Set<string>()
  let before = new Set<string>()
  let role: Part['role'] = null
  let isSaid = false
  for (const word of plainly(sequence)) {
    if (tellsQuantity(word)) continue
    if (isContent(word)) {
      parts.push({ word: spelled(word), poles: polesOf(word), small: before, role, past: word.endsWith('ed'), isSaid })
      before = new Set()
      role = null
      isSaid = false
      continue
    }
    role = ROLES.get(word) ?? role
    if (BEING.has(word)) isSaid = true
    const meant = small(word)
    if (meant !== null) (isModal(meant) ? modal : before).add(meant)
  }
  if ([...modal].some((word) => ADVICE.has(word))) anybody([...parts.map(({ small }) => small), before])
  // "Always back up" is what should be done. "Would" is a way to say what will be, unless something is said to hang on a condition.
  if (ADVISING.has(sequence[0] ?? '')) modal.add('should')
  if (sequence.some((word) => WOULD.has(word)) && sequence.some((word) => CONDITION.has(word))) modal.add('conditional')
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

/** "We should", "you should" and "one should" say what anybody should do. */
function anybody(all: readonly Set<string>[]): void {
  for (const small of all) {
    for (const word of ANYBODY) if (small.delete(word)) small.add('one')
  }
}

const ADVICE = new Set(['should', 'must', 'can'])
const ANYBODY = ['we', 'you', 'people', 'man']
const ADVISING = new Set(['always', 'never', 'dont', 'please'])
const WOULD = new Set(['would', 'wouldnt', 'würde', 'würden'])
const CONDITION = new Set(['if', 'unless', 'wenn', 'falls'])

/** Two words that the other statement writes as one become one, as do those for which it has the first letters. */
function join(parts: Part[], others: readonly Part[]): void {
  const names = parts.map(({ word }) => word)
  for (const { word } of others) {
    const at = names.findIndex((_, from) => standsFor(word, names, from) > 0)
    if (at >= 0) parts.splice(at, standsFor(word, names, at), { ...(parts[at] as Part), word, poles: [] })
    if (at >= 0) break
  }
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
  return added.length === 1 && said.some(([, less]) => !less.every((word) => isSpared(word) && !isSubject(word)))
    ? 'other words'
    : null
}

/** Whether a statement goes on to object where the other ends: "it is possible, but it takes long". */
function objects(a: Phrased, b: Phrased): boolean {
  return OBJECTING.some((word) => a.sequence.includes(word) && !b.sequence.includes(word))
}

const OBJECTING = ['but', 'however', 'although', 'though', 'yet', 'aber', 'jedoch', 'allerdings', 'obwohl']

/** "A weak position is better than women" does not say more of the same than "women have a weak position". */
function compares({ sequence }: Phrased): boolean {
  return sequence.includes('than') || sequence.includes('als')
}

/** Whether the quantities stand in another order: "from 200 to 300". */
function otherOrder(a: Phrased, b: Phrased): boolean {
  const inB = b.sequence.filter(tellsQuantity)
  return a.sequence.filter(tellsQuantity).some((word, at) => word !== inB[at] && inB.includes(word))
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
