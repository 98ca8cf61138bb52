/** Long chains of replies, told in parts: far from where it began, a discussion is about something of its own. */
import type { Claim } from '../../shared/debate.ts'
import type { Forest } from './forest.ts'
import { grouped } from './grouped.ts'

/** Replies in a row from a root down to where a part may begin. */
const FAR_DOWN = 3
/** People a part needs. */
const SEVERAL = 3
/** Claims looked through for that many people. */
const LOOKED_THROUGH = 200

/**
 * The tops of such parts: claims known only to answer a post, far down, with several people below. The lowest are found
 * first, and what hangs under them no longer counts for those above.
 */
export function partsOfChains(claims: Claim[], forest: Forest): Set<string> {
  const depth = repliesAbove(claims, forest)
  const deepest = claims
    .filter((claim) => claim.kind === 'claim' && forest.get(claim.id)?.via === 'reply')
    .filter((claim) => (depth.get(claim.id) ?? 0) >= FAR_DOWN)
    .sort((a, b) => (depth.get(b.id) ?? 0) - (depth.get(a.id) ?? 0))
  const people = new Map(claims.map((claim) => [claim.id, claim.mentions.map((mention) => mention.personId)]))
  const children = grouped(forest, ([, spot]) => spot.parent)
  const tops = new Set<string>()
  const isLively = (top: string): boolean => {
    const met = new Set<string>()
    const waiting = [top]
    for (let looked = 0; looked < LOOKED_THROUGH && met.size < SEVERAL; looked++) {
      const id = waiting.pop()
      if (id === undefined) break
      for (const person of people.get(id) ?? []) met.add(person)
      for (const [child] of children.get(id) ?? []) if (!tops.has(child)) waiting.push(child)
    }
    return met.size >= SEVERAL
  }
  for (const claim of deepest) if (isLively(claim.id)) tops.add(claim.id)
  return tops
}

/** For every claim how many replies stand between it and its root. */
function repliesAbove(claims: Claim[], forest: Forest): Map<string, number> {
  const depth = new Map<string, number>()
  for (const claim of claims) {
    const path: string[] = []
    let at: string | undefined = claim.id
    for (; at !== undefined && !depth.has(at); at = forest.get(at)?.parent) path.push(at)
    let above = at === undefined ? 0 : (depth.get(at) as number)
    for (const id of path.reverse()) {
      if (forest.get(id)?.via === 'reply') above++
      depth.set(id, above)
    }
  }
  return depth
}
