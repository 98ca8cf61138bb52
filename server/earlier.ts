/** A new analysis beside the map of before. */
import type { Debate } from '../shared/debate.ts'

/** Whether posts that the map of before had read are missing from the new one, or not read in it. */
export function leavesOut(now: Debate, before: Debate): boolean {
  const read = readIn(now)
  return [...readIn(before)].some((id) => !read.has(id))
}

/** The new analysis, saying of each post that was not there before when it came in. */
export function withArrivals(now: Debate, before: Debate): Debate {
  const known = postsOf(before)
  const at = now.provenance.finishedAt ?? now.provenance.startedAt
  const arrived = [...postsOf(now)].flatMap((id) => {
    const when = known.has(id) ? before.arrived?.[id] : at
    return when === undefined ? [] : [[id, when] as const]
  })
  return arrived.length === 0 ? now : { ...now, arrived: Object.fromEntries(arrived) }
}

function readIn({ coverage }: Debate): Set<string> {
  return new Set(coverage.fates.flatMap(({ postId, fate }) => (fate === 'failed' ? [] : [postId])))
}

function postsOf({ threads }: Debate): Set<string> {
  return new Set(threads.flatMap(({ posts }) => posts.map(({ id }) => id)))
}
