/**
 * An index that finds all sets sharing at least a given part of their elements, without looking at every pair. Elements are
 * ordered from rare to common; two sets that share at least the part `t` of the smaller one must share one of its first
 * `n - ⌈t·n⌉ + 1` elements, so only those rare ones are looked up (prefix filtering). Nothing that qualifies is missed, as
 * long as a query has at most `most` candidates; beyond, those with the most rare elements in common are kept.
 *
 * S. Chaudhuri, V. Ganti, R. Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning", ICDE 2006;
 * R. Bayardo, Y. Ma, R. Srikant, "Scaling Up All Pairs Similarity Search", WWW 2007.
 */
import { Postings } from './postings.ts'

const BUCKETS = 1 << 22

export class RarestIndex {
  readonly #sets: readonly Uint32Array[]
  readonly #part: number
  readonly #most: number
  readonly #frequency: Uint32Array
  readonly #rare: Postings
  readonly #all: Postings
  readonly #hits: Uint16Array

  /** `sets`: all that may ever be added or asked for; an index is filled with `add`. `part`: 0 to 1. */
  constructor(sets: readonly Uint32Array[], part: number, most: number) {
    this.#sets = sets
    this.#part = part
    this.#most = most
    this.#frequency = new Uint32Array(BUCKETS)
    let entries = 0
    let rare = 0
    for (const set of sets) {
      entries += set.length
      rare += this.#prefix(set.length)
      for (const element of set) this.#frequency[element & (BUCKETS - 1)]!++
    }
    this.#all = new Postings(entries)
    this.#rare = new Postings(rare)
    this.#hits = new Uint16Array(sets.length)
  }

  #prefix(size: number): number {
    return size === 0 ? 0 : size - Math.ceil(this.#part * size - 1e-9) + 1
  }

  #rarestOf(set: Uint32Array): Uint32Array {
    const keys = Float64Array.from(
      set,
      (element) => Math.min(this.#frequency[element & (BUCKETS - 1)] as number, 0xfffff) * 2 ** 32 + element,
    ).sort()
    return Uint32Array.from(keys.subarray(0, this.#prefix(set.length)), (key) => key % 2 ** 32)
  }

  /** Puts a set into the index. */
  add(number: number): void {
    const set = this.#sets[number] as Uint32Array
    for (const element of set) this.#all.add(element, number)
    for (const element of this.#rarestOf(set)) this.#rare.add(element, number)
  }

  /** Sets in the index that may share the part with this one, ascending; the caller verifies them. */
  candidates(number: number): number[] {
    const set = this.#sets[number] as Uint32Array
    const found: number[] = []
    const visit = (other: number): void => {
      if (this.#hits[other] === 0) found.push(other)
      this.#hits[other] = Math.min(0xffff, (this.#hits[other] as number) + 1)
    }
    for (const element of this.#rarestOf(set)) this.#all.each(element, visit)
    for (const element of set) this.#rare.each(element, visit)
    if (found.length > this.#most) {
      found.sort((a, b) => (this.#hits[b] as number) - (this.#hits[a] as number) || a - b)
    }
    for (const other of found) this.#hits[other] = 0
    return found.slice(0, this.#most).sort((a, b) => a - b)
  }
}
