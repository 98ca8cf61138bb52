/** The `count` of `numbers` with the highest `values`, highest first; of equals the lower numbers. One pass, nothing is sorted whole. `except`: 1 at the numbers that are passed over. */
export function highest(
  numbers: readonly number[],
  values: Float64Array,
  count: number,
  except: Uint8Array | null = null,
): number[] {
  const kept: number[] = []
  for (const number of numbers) {
    if (except !== null && except[number] === 1) continue
    if (kept.length === count && (count === 0 || !above(number, kept[count - 1] as number, values))) continue
    let at = Math.min(kept.length, count - 1)
    while (at > 0 && above(number, kept[at - 1] as number, values)) {
      kept[at] = kept[at - 1] as number
      at--
    }
    kept[at] = number
  }
  return kept
}

function above(a: number, b: number, values: Float64Array): boolean {
  const [first, second] = [values[a] as number, values[b] as number]
  return first > second || (first === second && a < b)
}
