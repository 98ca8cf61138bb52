/**
 * Shingles: the runs of `width` neighbouring words of a text, hashed to 32 bits. Comparing sets of them tells how much two
 * texts share, whatever their length. Two different runs get one hash with a chance of 1 in 4,000 million.
 *
 * A. Z. Broder, "On the resemblance and containment of documents", Compression and Complexity of Sequences, 1997.
 */

/** Mixes one more number into a 32-bit hash (finaliser of MurmurHash3, public domain, A. Appleby). */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** The shingle starting at each word, in order; a text shorter than `width` has none. `ids` are word numbers. */
export function runs(ids: ArrayLike<number>, width: number): Uint32Array {
  const count = Math.max(0, ids.length - width + 1)
  const hashes = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    let hash = 0x9e3779b9
    for (let next = at; next < at + width; next++) hash = mix(hash, (ids[next] as number) + 1)
    hashes[at] = hash
  }
  return hashes
}

/** The different values of a list, ascending: a set that can be compared by merging. The list is sorted in place. */
export function asSet(values: Uint32Array): Uint32Array {
  values.sort()
  let kept = 0
  for (let at = 0; at < values.length; at++) {
    if (at === 0 || values[at] !== values[at - 1]) values[kept++] = values[at] as number
  }
  return values.slice(0, kept)
}

/** The set of shingles of a text. A text shorter than `width` is one shingle, an empty one has none. */
export function shingles(ids: ArrayLike<number>, width: number): Uint32Array {
  return asSet(runs(ids, Math.min(width, Math.max(1, ids.length))))
}
