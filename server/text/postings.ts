/** Lists of set numbers by 32-bit element, in typed arrays: an entry costs 12 bytes, whatever the number of elements. */
export class Postings {
  readonly #heads: Int32Array
  readonly #elements: Uint32Array
  readonly #sets: Int32Array
  readonly #next: Int32Array
  #size = 0

  /** `entries`: how many may be added in all. */
  constructor(entries: number) {
    const buckets = 1 << Math.min(26, Math.max(4, Math.ceil(Math.log2(entries + 1))))
    this.#heads = new Int32Array(buckets).fill(-1)
    this.#elements = new Uint32Array(entries)
    this.#sets = new Int32Array(entries)
    this.#next = new Int32Array(entries)
  }

  add(element: number, set: number): void {
    const bucket = element & (this.#heads.length - 1)
    const at = this.#size++
    this.#elements[at] = element
    this.#sets[at] = set
    this.#next[at] = this.#heads[bucket] as number
    this.#heads[bucket] = at
  }

  /** Calls `visit` for every set added under `element`, latest first, until it returns false. */
  each(element: number, visit: (set: number) => boolean | void): void {
    let at = this.#heads[element & (this.#heads.length - 1)] as number
    while (at >= 0) {
      if (this.#elements[at] === element && visit(this.#sets[at] as number) === false) return
      at = this.#next[at] as number
    }
  }
}
