/**
 * Whether statements of nearly the same words differ in a word that is not known to change nothing. Two opposites are
 * mostly one sentence with a word exchanged, added or moved, and no list of such words is ever whole; so what may differ is
 * listed (`neutral.ts`), and all else keeps apart: "only", "until", "should" and "must", the order of those who do and suffer.
 * Words are aligned with those that introduce them, after B. MacCartney, C. Manning, "Modeling Semantic Containment and Exclusion in Natural
 * Language Inference", COLING 2008.
 */
import { type Like, likes } from './likes.ts'
import { isDecisive, isSpared, isSubject } from './neutral.ts'
import { type Part, type Parts, partsOf, type Phrased } from './parts.ts'
import { tellsQuantity } from './quantities.ts'
import { isMovedAlike } from './word-order.ts'

/**
 * What the words say of two statements: that they differ in nothing that matters (`same`), in small words or an order that
 * matter though all words of content are the same, in words of which only somebody who knows what they mean can tell, or that
 * they share a few words of many (`much besides`).
 */
export type Wording = 'same' | 'other small words' | 'another order' | 'other words' | 'much besides'

/** Parts in one place for which others stand in the other statement, up to which it is that place that keeps them apart. */
const ONE_PLACE = 5

/**
 * A statement that has so many parts of its own, where no more than this share of the parts of both is common to them, is
 * about something else. Measured in captured threads, where 16 of 22 pairs as alike as those that people call the same were
 * not, and on people's arguments: of pairs that share half or less every third was not the same, and every ninth the contrary.
 */
const MUCH = { own: 2, common: 0.5 }

function isMuch(common: number, inA: number, inB: number): boolean {
  return Math.max(inA, inB) >= MUCH.own && common <= MUCH.common * (common + inA + inB)
}

/**
 * What the words alone say of two statements: `same` when they differ in nothing that matters; null when each says several
 * things of its own, or one says more, so that the words alone do not tell.
 */
export function wording(a: Phrased, b: Phrased): Wording | null {
  const [here, there] = [partsOf(a), partsOf(b)]
  const pairs = likes(here, there)
  const [inA, inB] = [here.parts.length - pairs.length, there.parts.length - pairs.length]
  const besides = isMuch(pairs.length, inA, inB) ? 'much besides' : null
  const turned = a.passive !== b.passive
  if (inA > 0 && inB > 0) {
    const one = inA + inB === 2 || (inA + inB <= ONE_PLACE && inOnePlace(pairs, here.parts.length, there.parts.length))
    return one ? 'other words' : besides
  }
  if ((inA > 0 && objects(a, b)) || (inB > 0 && objects(b, a))) return 'much besides'
  const introduced = [
    [here.modal, there.modal] as const,
    [here.rest, there.rest] as const,
    ...pairs.map(([x, y]) => [(here.parts[x] as Part).small, (there.parts[y] as Part).small] as const),
  ]
  if (inA + inB > 0 && compares(a) !== compares(b) && !isMovedAlike(pairs, a, b, here.parts, there.parts))
    return besides ?? 'another order'
  if (inA > 0) {
    const liked = pairs.map(([x]) => x)
    return saysMore(here.parts, liked, introduced, turned) ?? besides
  }
  if (inB > 0) {
    const liked = pairs.map(([, y]) => y)
    const turnedRound = introduced.map(([x, y]) => [y, x] as const)
    return saysMore(there.parts, liked, turnedRound, turned) ?? besides
  }
  if (otherOrder(a, b)) return 'another order'
  if (otherTense(here, there) || otherTense(there, here)) return 'other small words'
  if (otherCase(pairs, here, there)) return 'another order'
  if (!isMovedAlike(pairs, a, b, here.parts, there.parts)) {
    return sameWords(introduced) ? 'another order' : 'other words'
  }
  return introduced.every(([x, y]) => isAlike(x, y, turned)) ? 'same' : 'other small words'
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
