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

/**
 * Buckets elements are counted in: so many for each entry, and no more than that. Elements that share a bucket look more
 * frequent than they are and are looked up for nothing; with fewer buckets than entries most do, and work grows faster
 * than the number of sets.
 */
const BUCKETS = { each: 4, most: 1 << 26 }
/** Up to what elements are counted; all beyond are equally common. */
const COUNTED = 0xff
/** Entries looked at for one candidate that may be kept. */
const LOOKS = 10

export class RarestIndex {
  readonly #sets: readonly Uint32Array[]
  readonly #part: number
  readonly #most: number
  readonly #frequency: Uint8Array
  readonly #rare: Postings
  readonly #all: Postings
  readonly #hits: Uint16Array
  /** Room for sorting, and what was last found out of a set: a set is asked about and then added. */
  #keys = new Float64Array(256)
  #shared = new Uint32Array(256)
  #sharedCount = 0
  #rarestCount = 0
  #last = -1

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
    const frequency = new Uint8Array(Math.min(BUCKETS.most, buckets))
    const mask = frequency.length - 1
    let shared = 0
    for (const set of sets) {
      for (let at = 0; at < set.length; at++) {
        const bucket = (set[at] as number) & mask
        const count = frequency[bucket] as number
        if (count < COUNTED) frequency[bucket] = count + 1
        else shared++
      }
    }
    for (let bucket = 0; bucket <= mask; bucket++) {
      const count = frequency[bucket] as number
      if (count > 1) shared += count
    }
    this.#frequency = frequency
    this.#all = new Postings(shared)
    this.#rare = new Postings(Math.min(rare, shared))
    this.#hits = new Uint16Array(sets.length)
  }

  #prefix(size: number): number {
    return size === 0 ? 0 : size - Math.ceil(this.#part * size - 1e-9) + 1
  }

  /**
   * Puts the elements of a set that occur in other sets, too, into `#shared`, the others bring nothing together: first the
   * `#rarestCount` of them that are among its rare ones, rarest first.
   */
  #look(number: number): void {
    if (this.#last === number) return
    this.#last = number
    const set = this.#sets[number] as Uint32Array
    if (this.#keys.length < set.length) {
      this.#keys = new Float64Array(set.length * 2)
      this.#shared = new Uint32Array(set.length * 2)
    }
    const [frequency, keys, shared] = [this.#frequency, this.#keys, this.#shared]
    const mask = frequency.length - 1
    let count = 0
    for (let at = 0; at < set.length; at++) {
      const element = set[at] as number
      const times = frequency[element & mask] as number
      if (times > 1) keys[count++] = times * 2 ** 32 + element
    }
    keys.subarray(0, count).sort()
    for (let at = 0; at < count; at++) shared[at] = (keys[at] as number) % 2 ** 32
    this.#sharedCount = count
    this.#rarestCount = Math.max(0, this.#prefix(set.length) - (set.length - count))
  }

  /** Puts a set into the index. */
  add(number: number): void {
    this.#look(number)
    for (let at = 0; at < this.#sharedCount; at++) this.#all.add(this.#shared[at] as number, number)
    for (let at = 0; at < this.#rarestCount; at++) this.#rare.add(this.#shared[at] as number, number)
  }

  /** Sets in the index that may share the part with this one, ascending; the caller verifies them. */
  candidates(number: number): number[] {
    const found: number[] = []
    const looks = { left: this.#most * LOOKS }
    const visit = (other: number): boolean => {
      if (this.#hits[other] === 0) found.push(other)
      this.#hits[other] = Math.min(0xffff, (this.#hits[other] as number) + 1)
      return --looks.left > 0
    }
    this.#look(number)
    for (let at = 0; at < this.#rarestCount && looks.left > 0; at++) this.#all.each(this.#shared[at] as number, visit)
    for (let at = 0; at < this.#sharedCount && looks.left > 0; at++) this.#rare.each(this.#shared[at] as number, visit)
    if (found.length > this.#most) {
      found.sort((a, b) => (this.#hits[b] as number) - (this.#hits[a] as number) || a - b)
    }
    for (const other of found) this.#hits[other] = 0
    return found.slice(0, this.#most).sort((a, b) => a - b)
  }
}
