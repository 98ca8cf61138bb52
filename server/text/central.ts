/**
 * How much a statement speaks of what its debate speaks of: after the centroid of D. Radev, H. Jing, M. Styś, D. Tam,
 * "Centroid-based summarization of multiple documents" (2004), where what stands nearest to all is told first.
 */
import { ContentStems } from './content-stems.ts'

/** Fewer statements than this are compared as if there were so many: where little is said every shared word is chance. */
const FEWEST = 20

/** Of a statement about the share of `all` statements that speak of at least one of the same things, itself left out, 0 to 1. */
export function centrality(all: readonly string[]): (statement: string) => number {
  const stems = new ContentStems()
  const said = new Map<string, number>()
  for (const one of all) for (const word of stems.of(one)) said.set(word, (said.get(word) ?? 0) + 1)
  const count = Math.max(FEWEST, all.length)
  return (statement) => {
    const elsewhere = [...stems.of(statement)].map((word) => ((said.get(word) ?? 1) - 1) / count)
    return 1 - elsewhere.reduce((none, share) => none * (1 - share), 1)
  }
}
