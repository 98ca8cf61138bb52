/**
 * Clusters in which every two members are alike: agglomerative clustering by complete linkage, so that no chain of small
 * steps joins what is far apart (T. Sørensen, "A method of establishing groups of equal amplitude in plant sociology",
 * 1948). A pair never judged counts as not alike.
 */

/** Likeness of two members, 0 to 1; undefined when they were never compared. */
export type Judged = (a: number, b: number) => number | undefined

/** A join that only pairs never compared stood in the way of. */
interface Linked {
  /** Members ascending, clusters by first member. */
  clusters: number[][]
  /** Pairs (`a < b`) whose comparison could join two more clusters. */
  unknown: [number, number][]
}

/** Clusters of the members `0 … count - 1`; `pairs` are the compared ones, joined most alike first, ties by number. */
export function completeLinkage(
  count: number,
  pairs: readonly { a: number; b: number; likeness: number }[],
  judged: Judged,
  atLeast: number,
): Linked {
  const members = Array.from({ length: count }, (_, at) => [at])
  const cluster = Array.from({ length: count }, (_, at) => at)
  const unknown = new Map<string, [number, number]>()
  const alike = pairs
    .filter((pair) => pair.likeness >= atLeast)
    .sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)
  for (const { a, b } of alike) {
    const [into, from] = [cluster[a] as number, cluster[b] as number].sort((x, y) => x - y) as [number, number]
    if (into === from) continue
    const missing = standInTheWay(members[into] as number[], members[from] as number[], judged, atLeast)
    if (missing === null) continue
    for (const [x, y] of missing) unknown.set(`${x} ${y}`, [x, y])
    if (missing.length > 0) continue
    for (const member of members[from] as number[]) cluster[member] = into
    members[into] = [...(members[into] as number[]), ...(members[from] as number[])].sort((x, y) => x - y)
    members[from] = []
  }
  return { clusters: members.filter((one) => one.length > 0), unknown: [...unknown.values()] }
}

/** Pairs across two clusters that were never compared; null when a compared pair is not alike. */
function standInTheWay(
  one: readonly number[],
  other: readonly number[],
  judged: Judged,
  atLeast: number,
): [number, number][] | null {
  const missing: [number, number][] = []
  for (const x of one) {
    for (const y of other) {
      const likeness = judged(x, y)
      if (likeness === undefined) missing.push([Math.min(x, y), Math.max(x, y)])
      else if (likeness < atLeast) return null
    }
  }
  return missing
}
