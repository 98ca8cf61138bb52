/** A new analysis beside the map of before. */
import type { Debate } from '../shared/debate.ts'
import type { Config } from './config.ts'

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

/**
 * The limits of a reading after the one that made `before`: enough to get as far again, and, where it is to go `further`,
 * what a first reading may take on top.
 */
export function limitsAfter(before: Debate | null, further: boolean, config: Config): Config {
  const read = before?.threads.map(({ completeness }) => completeness) ?? []
  const [requests, posts] = [most(read.map((one) => one.requests ?? 0)), most(read.map(({ got }) => got))]
  const raised = (limit: number, used: number) => (further ? limit + used : Math.max(limit, used))
  const MAX_REQUESTS = raised(config.MAX_REQUESTS, requests)
  return {
    ...config,
    MAX_REQUESTS,
    MAX_POSTS: raised(config.MAX_POSTS, posts),
    MAX_READ_MS: config.MAX_READ_MS * Math.ceil(MAX_REQUESTS / config.MAX_REQUESTS),
  }
}

const most = (numbers: number[]) => numbers.reduce((high, one) => Math.max(high, one), 0)

function readIn({ coverage }: Debate): Set<string> {
  return new Set(coverage.fates.flatMap(({ postId, fate }) => (fate === 'failed' ? [] : [postId])))
}

function postsOf({ threads }: Debate): Set<string> {
  return new Set(threads.flatMap(({ posts }) => posts.map(({ id }) => id)))
}
