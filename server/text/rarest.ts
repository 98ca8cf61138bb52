/**
 * An index that finds all sets sharing at least a given part of their elements, without looking at every pair. Elements are
 * ordered from rare to common; two sets that share at least the part `t` of the smaller one must share one of its first
 * `n - ⌈t·n⌉ + 1` elements, so only those rare ones are looked up (prefix filtering). Nothing that qualifies is missed, as
 * long as a query meets at most `most` sets (and ten times as many entries); beyond, those with the most rare elements in
 * common are kept, so that a flood of texts made of the same pieces costs no more than others.
 *
 * S. Chaudhuri, V. Ganti, R. Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning", ICDE 2006;
 * R. Bayardo, Y. Ma, R. Srikant, "Scaling Up All Pairs Similarity Search", WWW 2007.
 */
import { Postings } from './postings.ts'

/** Buckets elements are counted in: so many for each entry, and no more than that. */
const BUCKETS = { each: 16, most: 1 << 22 }
/** Entries looked at for one candidate that may be kept. */
const LOOKS = 10

export class RarestIndex {
  readonly #sets: readonly Uint32Array[]
  readonly #part: number
  readonly #most: number
  readonly #frequency: Uint32Array
  readonly #rare: Postings
  readonly #all: Postings
  readonly #hits: Uint16Array
  /** Room for sorting, and the last answer of `#rarestOf`: a set is asked about and then added. */
  #keys = new Float64Array(256)
  #rarest = new Uint32Array(0)
  #rarestNumber = -1

  /** `sets`: all that may ever be added or asked for; an index is filled with `add`. `part`: 0 to 1. */
  constructor(sets: readonly Uint32Array[], part: number, most: number) {
    this.#sets = sets
    this.#part = part
    this.#most = most
    let entries = 0
    let rare = 0
    for (const set of sets) {
      entries += set.length
      rare += this.#prefix(set.length)
    }
    const buckets = 2 ** Math.ceil(Math.log2(entries * BUCKETS.each + 1))
    this.#frequency = new Uint32Array(Math.min(BUCKETS.most, buckets))
    for (const set of sets) for (const element of set) this.#frequency[element & (this.#frequency.length - 1)]!++
    this.#all = new Postings(entries)
    this.#rare = new Postings(rare)
    this.#hits = new Uint16Array(sets.length)
  }

  #prefix(size: number): number {
    return size === 0 ? 0 : size - Math.ceil(this.#part * size - 1e-9) + 1
  }

  /** In how many sets an element is, or more where others share its bucket. */
  #count(element: number): number {
    return this.#frequency[element & (this.#frequency.length - 1)] as number
  }

  /** Whether an element is in more than one of all sets; the others bring nothing together. */
  #occurs(element: number): boolean {
    return this.#count(element) > 1
  }

  /** The rare elements of a set that are looked up, rarest first. */
  #rarestOf(number: number): Uint32Array {
    if (this.#rarestNumber === number) return this.#rarest
    const set = this.#sets[number] as Uint32Array
    if (this.#keys.length < set.length) this.#keys = new Float64Array(set.length * 2)
    const keys = this.#keys.subarray(0, set.length)
    for (let at = 0; at < set.length; at++) {
      const element = set[at] as number
      keys[at] = this.#count(element) * 2 ** 32 + element
    }
    keys.sort()
    this.#rarest = new Uint32Array(this.#prefix(set.length))
    for (let at = 0; at < this.#rarest.length; at++) this.#rarest[at] = (keys[at] as number) % 2 ** 32
    this.#rarestNumber = number
    return this.#rarest
  }

  /** Puts a set into the index. */
  add(number: number): void {
    const set = this.#sets[number] as Uint32Array
    for (const element of set) if (this.#occurs(element)) this.#all.add(element, number)
    for (const element of this.#rarestOf(number)) if (this.#occurs(element)) this.#rare.add(element, number)
  }

  /** Sets in the index that may share the part with this one, ascending; the caller verifies them. */
  candidates(number: number): number[] {
    const found: number[] = []
    let left = this.#most * LOOKS
    const visit = (other: number): boolean => {
      if (this.#hits[other] === 0) found.push(other)
      this.#hits[other] = Math.min(0xffff, (this.#hits[other] as number) + 1)
      return --left > 0
    }
    const looksFor = (element: number): boolean => left > 0 && this.#occurs(element)
    for (const element of this.#rarestOf(number)) if (looksFor(element)) this.#all.each(element, visit)
    for (const element of this.#sets[number] as Uint32Array) if (looksFor(element)) this.#rare.each(element, visit)
    if (found.length > this.#most) {
      found.sort((a, b) => (this.#hits[b] as number) - (this.#hits[a] as number) || a - b)
    }
    for (const other of found) this.#hits[other] = 0
    return found.slice(0, this.#most).sort((a, b) => a - b)
  }
}
