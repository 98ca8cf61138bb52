/**
 * The usual way to find near copies in large collections, for comparison: MinHash signatures, and sets that agree in a
 * whole band of them as candidates.
 *
 * A. Broder, "On the resemblance and containment of documents", 1997; P. Indyk, R. Motwani, "Approximate nearest neighbors:
 * towards removing the curse of dimensionality", STOC 1998; J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive
 * Datasets", chapter 3.
 */
import { mix } from '../../server/text/shingles.ts'

const BANDS = 32
const ROWS = 4

export class MinHashIndex {
  readonly #sets: readonly Uint32Array[]
  readonly #bands = Array.from({ length: BANDS }, () => new Map<number, number[]>())

  constructor(sets: readonly Uint32Array[]) {
    this.#sets = sets
  }

  add(number: number): void {
    this.#keys(number).forEach((key, band) => {
      const known = this.#bands[band]?.get(key)
      if (known === undefined) this.#bands[band]?.set(key, [number])
      else known.push(number)
    })
  }

  candidates(number: number): number[] {
    const found = new Set<number>()
    this.#keys(number).forEach((key, band) => {
      for (const other of this.#bands[band]?.get(key) ?? []) found.add(other)
    })
    return [...found].sort((a, b) => a - b)
  }

  /** One number per band; a set and its copy agree in a band with the fourth power of their resemblance. */
  #keys(number: number): number[] {
    const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
    for (const element of this.#sets[number] as Uint32Array) {
      for (let row = 0; row < least.length; row++) {
        const hash = mix(row + 1, element)
        if (hash < (least[row] as number)) least[row] = hash
      }
    }
    return Array.from({ length: BANDS }, (_, band) =>
      least.subarray(band * ROWS, (band + 1) * ROWS).reduce((key, value) => mix(key, value), band),
    )
  }
}
