/** A table from 32-bit hashes to where each was first seen, in typed arrays: 24 bytes an entry, no object per entry. */
export class FirstSeen {
  #hashes: Uint32Array
  #where: Int32Array
  #places: Int32Array
  #size = 0

  constructor(expected = 1024) {
    const capacity = 1 << Math.ceil(Math.log2(Math.max(16, expected * 2)))
    this.#hashes = new Uint32Array(capacity)
    this.#where = new Int32Array(capacity).fill(-1)
    this.#places = new Int32Array(capacity)
  }

  #slot(hash: number): number {
    const last = this.#hashes.length - 1
    let slot = (hash ^ (hash >>> 15)) & last
    while (this.#where[slot] !== -1 && this.#hashes[slot] !== hash) slot = (slot + 1) & last
    return slot
  }

  /** Keeps where and at which place a hash was seen, unless it was seen before. */
  add(hash: number, where: number, place: number): void {
    if (this.#size * 2 >= this.#hashes.length) this.#grow()
    const slot = this.#slot(hash)
    if (this.#where[slot] !== -1) return
    this.#hashes[slot] = hash
    this.#where[slot] = where
    this.#places[slot] = place
    this.#size++
  }

  get(hash: number): { where: number; place: number } | null {
    const slot = this.#slot(hash)
    const where = this.#where[slot] as number
    return where === -1 ? null : { where, place: this.#places[slot] as number }
  }

  #grow(): void {
    const old = { hashes: this.#hashes, where: this.#where, places: this.#places }
    const capacity = old.hashes.length * 2
    this.#hashes = new Uint32Array(capacity)
    this.#where = new Int32Array(capacity).fill(-1)
    this.#places = new Int32Array(capacity)
    old.where.forEach((where, at) => {
      if (where === -1) return
      const slot = this.#slot(old.hashes[at] as number)
      this.#hashes[slot] = old.hashes[at] as number
      this.#where[slot] = where
      this.#places[slot] = old.places[at] as number
    })
  }
}
