/** Whether two things changed places in an otherwise equal sentence: "more teachers than parents", "more parents than teachers". */

/** Words that join things of which the same is said: their order is of no account. */
const JOINING = new Set('and or und oder'.split(' '))

/** Words between the first and the last that differ, up to which two stretches are looked for. */
const LOOKED_AT = 40

/** Whether the second row of words is the first with two stretches exchanged over words that do not only join them. */
export function exchanged(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  let head = 0
  while (head < a.length && a[head] === b[head]) head++
  let tail = a.length
  while (tail > head && a[tail - 1] === b[tail - 1]) tail--
  const [here, there] = [a.slice(head, tail), b.slice(head, tail)]
  if (here.length > LOOKED_AT || here.toSorted().join(' ') !== there.toSorted().join(' ')) return false
  const between = middle(here, there)
  return between !== null && between.length > 0 && !between.some((word) => JOINING.has(word))
}

/** The words between two stretches that changed places, or null where they are not the first row with two stretches exchanged. */
function middle(here: readonly string[], there: readonly string[]): readonly string[] | null {
  const length = here.length
  for (let first = 1; first < length; first++) {
    for (let last = 1; first + last <= length; last++) {
      const [left, between, right] = [here.slice(0, first), here.slice(first, length - last), here.slice(length - last)]
      if (same([...right, ...between, ...left], there)) return between
    }
  }
  return null
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.every((word, at) => word === b[at])
}
