/**
 * Whether the same words in another order still say the same: a phrase came to the front, the sentence is in the passive,
 * an adverb moved, "ticket prices" are "the price of tickets". Any other order may say who does what to whom the other way.
 */
import type { Like } from './likes.ts'
import type { Part, Phrased } from './parts.ts'

/** Words for anybody, whom the passive leaves out. */
const ANYBODY = new Set('we you they one people man wir'.split(' '))
const PASSIVE = new Set('is are was were be been being gets get wird werden wurde wurden worden'.split(' '))
/** Parts with the like part of the other statement, in the order of the first. */
type Likes = readonly Like[]

/** Whether the like parts of two statements stand in an order that says the same of them; `pairs` are all parts of both. */
export function isMovedAlike(
  pairs: Likes,
  a: Phrased,
  b: Phrased,
  here: readonly Part[],
  there: readonly Part[],
): boolean {
  if (inOrder(pairs)) return true
  if (a.passive !== b.passive) return agentFirst(here, there, pairs)
  const steady = pairs.filter(([x, y]) => !isAdverb(here[x] as Part) && !isAdverb(there[y] as Part))
  const bound = steady.filter(([x, y]) => !isFree(here[x] as Part) || !isFree(there[y] as Part))
  if (inOrder(steady) || inOrder(bound)) return true
  if ((isFree(there[0]) && isInverted(bound)) || (isFree(here[0]) && isInverted(turnedOver(bound)))) return true
  if (isLastVerb(steady, a, here) || isLastVerb(turnedOver(steady), b, there)) return true
  if (isHad(steady, a, b) || isHad(turnedOver(steady), b, a)) return true
  const moved = withoutEnds(steady)
  if (isGerund(moved, here, there) || isGerund(turnedOver(moved), there, here)) return true
  if (isCompound(moved, here, there) || isCompound(turnedOver(moved), there, here)) return true
  const unnamed = leavesOut(a, b) || leavesOut(b, a)
  const inB = moved.toSorted((p, q) => p[1] - q[1])
  return moved.some((_, at) => {
    const [first, second] = [moved.slice(0, at), moved.slice(at)]
    const movable = unnamed || isPhrase(first[0], here, there) || isPhrase(second[0], here, there)
    if (at === 0 || !movable) return false
    // Behind a phrase in front the German verb stands before its subject.
    const orders = [
      [...second, ...first],
      [...inverted(second), ...first],
      [...second, ...inverted(first)],
    ]
    return orders.some((order) => order.every((one, nth) => one === inB[nth]))
  })
}

function isAdverb({ word }: Part): boolean {
  return /..ly$/.test(word)
}

/** Whether a part says where, when or how often, which may stand anywhere. */
function isFree(part: Part | undefined): boolean {
  return part !== undefined && part.small.size === 1 && (part.small.has('at') || part.small.has('all'))
}

/** The same pairs, seen from the other statement. */
function turnedOver(pairs: Likes): Likes {
  return pairs.map(([x, y]): Like => [y, x]).sort((p, q) => p[0] - q[0])
}

/** Whether the second statement has the verb before its subject and is otherwise in the order of the first. */
function isInverted(pairs: Likes): boolean {
  const inB = pairs.toSorted((p, q) => p[1] - q[1])
  const verb = inB[0]
  return (
    verb !== undefined &&
    inOrder(pairs.filter((pair) => pair !== verb)) &&
    inB.length > 2 &&
    inB.at(-1) === pairs.at(-1)
  )
}

function inOrder(pairs: Likes): boolean {
  return pairs.every(([, y], nth) => nth === 0 || y > (pairs[nth - 1] as Like)[1])
}

/** The pairs between the first and the last that are not where they would be in order. */
function withoutEnds(pairs: Likes): Likes {
  const sorted = pairs.map(([, y]) => y).sort((p, q) => p - q)
  const isMoved = ([, y]: Like, at: number): boolean => y !== sorted[at]
  return pairs.slice(pairs.findIndex(isMoved), pairs.findLastIndex(isMoved) + 1)
}

function inverted<T>([first, second, ...rest]: readonly T[]): T[] {
  return first === undefined || second === undefined ? [] : [second, first, ...rest]
}

/** Whether the first says of anybody what the second says in the passive: "we should plant trees". */
function leavesOut(a: Phrased, b: Phrased): boolean {
  return a.sequence.some((word) => ANYBODY.has(word)) && b.sequence.some((word) => PASSIVE.has(word))
}

/** Whether the same small words introduce a part in both statements, so that it begins a phrase which may move. */
function isPhrase(pair: Like | undefined, here: readonly Part[], there: readonly Part[]): boolean {
  if (pair === undefined) return false
  const [a, b] = [(here[pair[0]] as Part).small, (there[pair[1]] as Part).small]
  return a.size > 0 && a.size === b.size && [...a].every((word) => b.has(word))
}

/** "The price of tickets" and "ticket prices", "the line to the airport" and "the airport line". */
function isCompound(moved: Likes, here: readonly Part[], there: readonly Part[]): boolean {
  const last = moved.at(-1)
  if (last === undefined || !['of', 'to', 'for', 'at', 'from'].some((word) => here[last[0]]?.small.has(word) === true))
    return false
  const inFront = moved.every(([, y]) => y >= last[1]) && inOrder(moved.slice(0, -1))
  return inFront && there[(moved[0] as Like)[1]]?.small.size === 0
}

const AUXILIARY = new Set('hat haben hatte hatten ist sind war waren wird werden'.split(' '))

/** Whether only the verb moved that stands last behind a German auxiliary: "hat den Brief geschrieben", "schrieb den Brief". */
function isLastVerb(pairs: Likes, { sequence }: Phrased, parts: readonly Part[]): boolean {
  const last = pairs.at(-1)
  if (last === undefined || !sequence.some((word) => AUXILIARY.has(word))) return false
  return (
    /(?:t|en)$/.test(parts[last[0]]?.word ?? '') &&
    inOrder(pairs.slice(0, -1)) &&
    last[1] === 1 &&
    last[0] === pairs.length - 1
  )
}

const IS = new Set('is are was were'.split(' '))
const HAS = new Set('has have had'.split(' '))

/** "Rust's curve is steep" and "Rust has a steep curve": of something that is another's is said how it is. */
function isHad(pairs: Likes, a: Phrased, b: Phrased): boolean {
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (first === undefined || last === undefined || pairs.length < 3 || first[1] !== 0 || last[1] !== 1) return false
  const owner = b.sequence.findIndex((word) => HAS.has(word))
  const owned = owner > 0 && a.sequence.includes(`${b.sequence[owner - 1]}s`)
  return owned && a.sequence.some((word) => IS.has(word)) && inOrder(pairs.slice(0, -1))
}

/** "Producing meat" and "meat production". */
function isGerund(moved: Likes, here: readonly Part[], there: readonly Part[]): boolean {
  const [verb, object] = [moved[0], moved[1]]
  if (verb === undefined || object === undefined || moved.length !== 2) return false
  const isNext = object[0] === verb[0] + 1 && verb[1] === object[1] + 1
  return isNext && (here[verb[0]]?.word.endsWith('ing') ?? false) && there[verb[1]]?.small.size === 0
}

/** Whether who does it, named behind "by", stands in front of what it is done to where the other is not in the passive. */
function agentFirst(here: readonly Part[], there: readonly Part[], pairs: Likes): boolean {
  const by = (part: Part | undefined): boolean => part?.small.has('by') === true
  const agent = pairs.find(([x, y]) => by(here[x]) !== by(there[y]))
  if (agent === undefined) return true
  const byB = pairs.toSorted((p, q) => p[1] - q[1])
  return by(here[agent[0]]) ? agent[1] < (pairs[0] as Like)[1] : agent[0] < (byB[0] as Like)[0]
}
