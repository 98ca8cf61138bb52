/** What two versions of a text have not in common, word by word. */
import type { Range } from '../../shared/thread.ts'
import { words } from './compared.ts'

/** Most words in a row that count as a change inside a text; longer stretches are additions of their own. */
const INSIDE = 4

/** One place where two texts differ: the numbers of the words of each, and whether it is the beginning or end of both. */
export interface Change {
  gone: readonly number[]
  come: readonly number[]
  edge: boolean
}

/**
 * Places changed inside a text that otherwise stays, in order: short stretches that differ between words both have, as
 * somebody changes who edits a sentence; not what is added as a sentence of its own.
 */
export function changesInside(a: readonly string[], b: readonly string[]): Change[] {
  const kept: [number, number][] = [[-1, -1], ...commonWords(a, b), [a.length, b.length]]
  const between = (from: number, to: number): number[] => Array.from({ length: to - from - 1 }, (_, k) => from + 1 + k)
  const found: Change[] = []
  for (let at = 1; at < kept.length; at++) {
    const [[i, j], [nextI, nextJ]] = [kept[at - 1], kept[at]] as [[number, number], [number, number]]
    if (nextI - i + nextJ - j === 2 || nextI - i - 1 > INSIDE || nextJ - j - 1 > INSIDE) continue
    found.push({ gone: between(i, nextI), come: between(j, nextJ), edge: at === 1 || at === kept.length - 1 })
  }
  return found
}

/**
 * The stretches of each text whose words the other does not have at that place, for showing two versions side by side.
 * Shortest edit script: E. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1, 1986, on words; two
 * texts with more than `MOST_EDITS` edits are shown as wholly different between their common beginning and end.
 */
export function differences(a: string, b: string): { a: Range[]; b: Range[] } {
  const [left, right] = [words(a), words(b)]
  const kept = commonWords(
    left.map(({ word }) => word),
    right.map(({ word }) => word),
  )
  const [inLeft, inRight] = [new Set(kept.map(([i]) => i)), new Set(kept.map(([, j]) => j))]
  return { a: stretches(left, inLeft), b: stretches(right, inRight) }
}

const MOST_EDITS = 2000

function stretches(all: readonly Range[], kept: ReadonlySet<number>): Range[] {
  const found: Range[] = []
  all.forEach(({ start, end }, at) => {
    if (kept.has(at)) return
    const last = found.at(-1)
    if (last !== undefined && at > 0 && !kept.has(at - 1)) last.end = end
    else found.push({ start, end })
  })
  return found
}

/** Pairs of positions of a longest common subsequence, ascending. */
function commonWords(a: readonly string[], b: readonly string[]): [number, number][] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const same = (count: number, i: number, j: number): [number, number][] =>
    Array.from({ length: count }, (_, k) => [i + k, j + k])
  const middle = myers(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return [
    ...same(head, 0, 0),
    ...middle.map(([i, j]): [number, number] => [i + head, j + head]),
    ...same(tail, a.length - tail, b.length - tail),
  ]
}

function myers(a: readonly string[], b: readonly string[]): [number, number][] {
  const most = Math.min(a.length + b.length, MOST_EDITS)
  const offset = most + 1
  const reach = new Int32Array(2 * most + 3)
  const steps: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    steps.push(reach.slice(offset - edits - 1, offset + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const [below, above] = [reach[offset + diagonal - 1] as number, reach[offset + diagonal + 1] as number]
      let x = diagonal === -edits || (diagonal !== edits && below < above) ? above : below + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      reach[offset + diagonal] = x
      if (x >= a.length && x - diagonal >= b.length) return walkBack(a, b, steps)
    }
  }
  return []
}

/** `steps`: how far each diagonal reached before so many edits, of those diagonals alone that the edits can lead to. */
function walkBack(a: readonly string[], b: readonly string[], steps: readonly Int32Array[]) {
  const kept: [number, number][] = []
  let [x, y] = [a.length, b.length]
  for (let edits = steps.length - 1; edits >= 0; edits--) {
    const reach = steps[edits] as Int32Array
    const offset = edits + 1
    const diagonal = x - y
    const [below, above] = [reach[offset + diagonal - 1] as number, reach[offset + diagonal + 1] as number]
    const from = diagonal === -edits || (diagonal !== edits && below < above) ? diagonal + 1 : diagonal - 1
    const startX = edits === 0 ? 0 : (reach[offset + from] as number)
    const startY = edits === 0 ? 0 : startX - from
    while (x > startX && y > startY && x > 0 && y > 0 && a[x - 1] === b[y - 1]) kept.push([--x, --y])
    ;[x, y] = [startX, startY]
  }
  return kept.reverse()
}
