/**
 * Where the words of one passage stand in another text, although some were changed, dropped (with or without an ellipsis)
 * or added: the runs of words both have are found through their word pairs and chained in order, so that long runs count
 * for more than strays and far jumps cost. Words between two chained runs are compared by longest common subsequence.
 *
 * Chaining of exact matches: M. Abouelhoda, E. Ohlebusch, "Chaining algorithms for multiple genome comparison", Journal of
 * Discrete Algorithms 3, 2005. Costs the number of matching pairs, and the square of the number of runs.
 */

/** A stretch `[start, end)` of the text, in words, and how many words of the passage stand in it in their order. */
interface Match {
  start: number
  end: number
  matched: number
}

/** A text prepared for `match`: its words as numbers, negative where a word must not be matched. */
export interface Matchable {
  ids: Int32Array
  /** Positions of each word. */
  places: ReadonlyMap<number, number[]>
}

/** A run of equal words: `length` of them, from `from` in the passage and `at` in the text. */
interface Run {
  from: number
  at: number
  length: number
}

/** Words a jump costs at most; so a run of more than that is worth any distance. */
const JUMP = 2
/** Longest stretch between two runs whose single words are compared. */
const GAP = 12
/** Runs that are chained; a passage has more only when it is made of a few words over and over. */
const RUNS = 300
/** Occurrences of a word that are followed up; more frequent words only continue runs. */
const OCCURRENCES = 200

export function matchable(ids: Int32Array): Matchable {
  const places = new Map<number, number[]>()
  ids.forEach((id, at) => {
    if (id < 0) return
    const known = places.get(id)
    if (known === undefined) places.set(id, [at])
    else known.push(at)
  })
  return { ids, places }
}

/** The best place of `passage` in `text`, or null when they share no word pair (no word, for a passage of one word). */
export function match(passage: Int32Array, text: Matchable): Match | null {
  const runs = commonRuns(passage, text)
  const chain = chained(runs)
  const first = chain[0]
  const last = chain.at(-1)
  if (first === undefined || last === undefined) return null
  let matched = 0
  chain.forEach((run, k) => {
    const before = chain[k - 1]
    matched += run.length
    if (before !== undefined) {
      const [i, j] = [before.from + before.length, before.at + before.length]
      if (run.at - j <= GAP) matched += inCommon(passage, i, run.from, text.ids, j, run.at).count
    }
  })
  const head = Math.min(first.from, GAP)
  const before = inCommon(passage, first.from - head, first.from, text.ids, Math.max(0, first.at - head - 2), first.at)
  const tail = Math.min(passage.length - last.from - last.length, GAP)
  const [i, j] = [last.from + last.length, last.at + last.length]
  const after = inCommon(passage, i, i + tail, text.ids, j, Math.min(text.ids.length, j + tail + 2))
  return {
    start: before.count > 0 ? before.first : first.at,
    end: after.count > 0 ? after.last + 1 : last.at + last.length,
    matched: matched + before.count + after.count,
  }
}

function commonRuns(passage: Int32Array, text: Matchable): Run[] {
  const least = Math.min(2, passage.length)
  const covered = new Map<number, number>()
  const runs: Run[] = []
  passage.forEach((id, from) => {
    const places = text.places.get(id)
    if (places === undefined || places.length > OCCURRENCES) return
    for (const at of places) {
      if ((covered.get(at - from) ?? 0) > from) continue
      const run = whole(passage, text.ids, from, at)
      covered.set(at - from, run.from + run.length)
      if (run.length >= least) runs.push(run)
    }
  })
  return runs
}

/** The run through these two equal words, as far as it goes both ways. */
function whole(passage: Int32Array, text: Int32Array, from: number, at: number): Run {
  let back = 0
  while (from - back > 0 && at - back > 0 && same(passage, from - back - 1, text, at - back - 1)) back++
  let length = back
  while (from - back + length < passage.length && at - back + length < text.length) {
    if (!same(passage, from - back + length, text, at - back + length)) break
    length++
  }
  return { from: from - back, at: at - back, length }
}

function same(a: Int32Array, i: number, b: Int32Array, j: number): boolean {
  return a[i] === b[j] && (a[i] as number) >= 0
}

/** The runs, cut where they overlap, that follow each other in both texts and together weigh most. */
function chained(all: readonly Run[]): Run[] {
  const longest =
    all.length > RUNS ? all.toSorted((a, b) => b.length - a.length || a.from - b.from).slice(0, RUNS) : all
  const runs = longest.toSorted((a, b) => a.from - b.from || a.at - b.at)
  const weight = runs.map((run) => run.length)
  const previous = runs.map(() => -1)
  const cut = runs.map(() => 0)
  runs.forEach((run, k) => {
    for (let before = 0; before < k; before++) {
      const other = runs[before] as Run
      if (other.at >= run.at) continue
      const overlap = Math.max(0, other.from + other.length - run.from, other.at + other.length - run.at)
      if (overlap >= run.length) continue
      const jump = Math.abs(run.at - other.at - (run.from - other.from))
      const total = (weight[before] as number) + run.length - overlap - Math.min(JUMP, jump * 0.1)
      if (total <= (weight[k] as number)) continue
      weight[k] = total
      previous[k] = before
      cut[k] = overlap
    }
  })
  const chain: Run[] = []
  for (let k = weight.indexOf(Math.max(...weight)); k >= 0; k = previous[k] as number) {
    const [run, overlap] = [runs[k] as Run, cut[k] as number]
    chain.unshift({ from: run.from + overlap, at: run.at + overlap, length: run.length - overlap })
  }
  return chain
}

/** Longest common subsequence of `a[i, iEnd)` and `b[j, jEnd)`: its length, and the first and last of its places in `b`. */
function inCommon(
  a: Int32Array,
  i: number,
  iEnd: number,
  b: Int32Array,
  j: number,
  jEnd: number,
): { count: number; first: number; last: number } {
  const [rows, columns] = [Math.min(iEnd - i, GAP), Math.min(jEnd - j, GAP + 2)]
  if (rows <= 0 || columns <= 0) return { count: 0, first: -1, last: -1 }
  const counts = Array.from({ length: rows + 1 }, () => new Uint8Array(columns + 1))
  for (let r = rows - 1; r >= 0; r--) {
    for (let c = columns - 1; c >= 0; c--) {
      const [row, next] = [counts[r] as Uint8Array, counts[r + 1] as Uint8Array]
      row[c] = same(a, i + r, b, j + c)
        ? (next[c + 1] as number) + 1
        : Math.max(next[c] as number, row[c + 1] as number)
    }
  }
  let [first, last] = [-1, -1]
  for (let r = 0, c = 0; r < rows && c < columns; ) {
    const [row, next] = [counts[r] as Uint8Array, counts[r + 1] as Uint8Array]
    if (same(a, i + r, b, j + c)) {
      if (first < 0) first = j + c
      last = j + c
      r++
      c++
    } else if ((next[c] as number) >= (row[c + 1] as number)) r++
    else c++
  }
  return { count: (counts[0] as Uint8Array)[0] as number, first, last }
}
