/** The `count` of `numbers` with the highest `values`, highest first; of equals the lower numbers. One pass, nothing is sorted whole. `except`: 1 at the numbers that are passed over. */
export function highest(
  numbers: ArrayLike<number>,
  values: Float64Array,
  count: number,
  except: Uint8Array | null = null,
): number[] {
  const kept: number[] = []
  if (count === 0) return kept
  // The value and number of the last one kept, once there are enough: most numbers are told by these alone.
  let [least, last] = [-Infinity, Infinity]
  for (let nth = 0; nth < numbers.length; nth++) {
    const number = numbers[nth] as number
    const value = values[number] as number
    if (value < least || (value === least && number > last)) continue
    if (except !== null && except[number] === 1) continue
    let at = Math.min(kept.length, count - 1)
    for (; at > 0; at--) {
      const before = kept[at - 1] as number
      const other = values[before] as number
      if (other > value || (other === value && before < number)) break
      kept[at] = before
    }
    kept[at] = number
    if (kept.length < count) continue
    last = kept[count - 1] as number
    least = values[last] as number
  }
  return kept
}
