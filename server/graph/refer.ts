/** Finds again what a correction is about: by its id, else by a place where it was said. */
import type { ClaimRef, LinkTarget } from '../../shared/corrections.ts'
import type { Claim, Debate, Link } from '../../shared/debate.ts'
import type { Passage } from '../../shared/thread.ts'
import { strongestOutgoing } from './ledger.ts'

/** Why a correction does not apply, in words for a person: thrown by its own steps and caught where the log is applied. */
export class NoLonger extends Error {
  override name = 'NoLonger'
}

/**
 * The claim with that id; else the one claim said at one of the passages (half of either stretch in common). Throws
 * `NoLonger` when there is none, or when the passages point to several.
 */
export function claimOf(debate: Debate, ref: ClaimRef): Claim {
  const byId = debate.claims.find((claim) => claim.id === ref.id)
  if (byId !== undefined) return byId
  const found = debate.claims.filter((claim) =>
    claim.mentions.some((mention) => ref.passages.some((passage) => samePlace(mention, passage))),
  )
  if (found[0] === undefined) throw new NoLonger('the claim it is about is not on the map any more')
  if (found.length > 1) throw new NoLonger('what it is about is now more than one claim')
  return found[0]
}

/** Whether two stretches have at least half of the shorter one in common. */
export function samePlace(a: Passage, b: Passage): boolean {
  if (a.postId !== b.postId) return false
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common > 0 && common * 2 >= Math.min(a.end - a.start, b.end - b.start)
}

/** What a link with that target ends at: a claim's id, or for an undercut the id of the link it doubts. */
export function endOf(debate: Debate, target: LinkTarget): string {
  const to = claimOf(debate, target.to)
  if (target.type !== 'undercuts') return to.id
  const steps = debate.links.filter((link) => link.from === to.id && link.type !== 'undercuts')
  const step = target.step === null ? undefined : claimOf(debate, target.step)
  const link = step === undefined ? strongestOutgoing(steps).get(to.id) : steps.find((found) => found.to === step.id)
  if (link === undefined) throw new NoLonger('the step it doubts is not on the map any more')
  return link.id
}

export function linkTo(debate: Debate, from: Claim, target: LinkTarget): Link {
  const end = endOf(debate, target)
  const link = debate.links.find((found) => found.from === from.id && found.to === end && found.type === target.type)
  if (link === undefined) throw new NoLonger('the link it is about is not on the map any more')
  return link
}
