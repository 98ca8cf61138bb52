/**
 * How much two sets have in common. Sets are ascending lists without doubles, as `shingles` makes them.
 *
 * Resemblance (Jaccard) and containment as in A. Z. Broder, "On the resemblance and containment of documents", 1997.
 */

/** Size of the intersection. */
export function common(a: Uint32Array, b: Uint32Array): number {
  let count = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as number
    const right = b[j] as number
    if (left === right) count++
    if (left <= right) i++
    if (right <= left) j++
  }
  return count
}

/** Intersection over union, 0 to 1; two empty sets have nothing in common. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  const shared = common(a, b)
  const union = a.length + b.length - shared
  return union === 0 ? 0 : shared / union
}

/** Share of each set that is also in the other: `smaller` is high for copies, `larger` alone when one contains the other. */
export function containment(a: Uint32Array, b: Uint32Array): { smaller: number; larger: number } {
  if (a.length === 0 || b.length === 0) return { smaller: 0, larger: 0 }
  const shared = common(a, b)
  return { smaller: shared / Math.max(a.length, b.length), larger: shared / Math.min(a.length, b.length) }
}
