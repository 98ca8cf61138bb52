/** The `count` of `numbers` with the highest `values`, highest first; of equals the lower numbers. Sorts no more than it must. */
export function highest(numbers: readonly number[], values: Float64Array, count: number): number[] {
  let kept: readonly number[] = numbers
  if (numbers.length > count) {
    const sorted = Float64Array.from(numbers, (number) => values[number] as number).sort()
    const floor = sorted[sorted.length - count] as number
    kept = numbers.filter((number) => (values[number] as number) >= floor)
  }
  return kept.toSorted((a, b) => (values[b] as number) - (values[a] as number) || a - b).slice(0, count)
}
