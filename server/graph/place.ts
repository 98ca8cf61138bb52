/**
 * Where the map hangs every claim, each under one thing and never in a circle. In this order:
 *
 * 1. under the claim its surest link goes to;
 * 2. under the claim that stands for the post it is known to answer (the title's, else what most people say);
 * 3. under the issue as a position: the title's claim; one that takes a side in words or by agreeing or disagreeing with the
 *    opening post; the main claim of a post that answers the issue, where several people say it or others took it up (where
 *    that gives no position at all: of the posts with most hanging under it);
 * 4. under the main claim of its own post, or of the nearest post above that has one;
 * 5. under the issue without being a position of it.
 */
import type { Claim, Debate, Issue, Reply } from '../../shared/debate.ts'
import type { Stance } from '../../shared/findings.ts'
import { weights } from '../../shared/weight.ts'
import { copyOf, earlier, postOrder } from './claims.ts'
import { branches, byLinks, type Forest, join } from './forest.ts'
import { grouped } from './grouped.ts'
import { asks, type OpenIssue, titleTest } from './issues.ts'
import { openingOf } from './places.ts'

/** Positions of an issue that take no side: the heaviest ones; the others are told as further points. */
const MOST_UNSIDED = 12
/** Positions of an issue on which nobody took up what another said. */
const FEW = 5

export type Hanging = Pick<Debate, 'threads' | 'claims' | 'links' | 'replies' | 'repeats'> & { issues: OpenIssue[] }

export function hang(parts: Hanging): { claims: Claim[]; issues: Issue[] } {
  const around = surroundings(parts)
  const forest = byLinks(parts.claims, parts.links)
  hangReplies(parts, forest, around)
  const positions = positionsOf(parts, forest, around)
  hangByPost(parts, forest, around, positions)

  const claims = parts.claims.map((claim): Claim => {
    const issue = around.issueOf(claim)?.id ?? null
    if (positions.has(claim.id)) return { ...claim, place: { parent: issue, via: 'position', by: null } }
    return { ...claim, place: forest.get(claim.id) ?? { parent: issue, via: 'none', by: null } }
  })
  const weight = weights({ ...parts, claims })
  const heaviest = [...positions].sort(([a], [b]) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0))
  const under = grouped(heaviest, ([id]) => claims.find((claim) => claim.id === id)?.place.parent)
  return {
    claims,
    issues: parts.issues.map(({ id, question, source }) => ({
      id,
      question,
      source,
      positions: (under.get(id) ?? []).map(([claimId, stance]) => ({ claimId, stance })),
    })),
  }
}

/** What the posts around a claim say of its place. */
interface Surroundings {
  titleClaims: Set<string>
  /** For each post the claim that stands for it. */
  mainClaim: Map<string, string>
  /** The post above, folded posts passed over; null at the top. */
  above(postId: string): string | null
  isOpening(postId: string): boolean
  issueOf(claim: Claim): OpenIssue | undefined
  /** The first surest reply of each claim. */
  replyOf: Map<string, Reply>
}

function surroundings({ threads, claims, replies, repeats, issues }: Hanging): Surroundings {
  const inTitle = titleTest(threads)
  const titleClaims = new Set(claims.filter((claim) => claim.mentions.some(inTitle)).map((claim) => claim.id))
  const openings = new Set(threads.flatMap((thread) => openingOf(thread)?.id ?? []))
  const original = copyOf(repeats)
  const parents = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post.id, post.parentId])))
  const threadOf = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post.id, thread.id])))
  const byThread = new Map(issues.flatMap((issue) => issue.threadIds.map((id) => [id, issue])))
  const replyOf = new Map<string, Reply>()
  for (const reply of replies.toSorted((a, b) => b.confidence - a.confidence)) {
    if (!replyOf.has(reply.from)) replyOf.set(reply.from, reply)
  }
  return {
    titleClaims,
    mainClaim: mainClaims(claims, titleClaims),
    above(postId) {
      const parent = parents.get(postId) ?? null
      return parent === null ? null : (original.get(parent) ?? parent)
    },
    isOpening: (postId) => openings.has(postId),
    issueOf: (claim) => byThread.get(threadOf.get(claim.mentions[0]?.postId ?? '') ?? ''),
    replyOf,
  }
}

/** For each post the title's claim, else the one most people say, else its first. */
function mainClaims(claims: Claim[], titleClaims: Set<string>): Map<string, string> {
  const rank = (claim: Claim) =>
    (titleClaims.has(claim.id) ? 1e6 : 0) + (claim.kind === 'claim' ? 1e3 : 0) + Math.min(claim.people, 999)
  const best = new Map<string, { claim: Claim; start: number }>()
  for (const claim of claims) {
    for (const { postId, start } of claim.mentions) {
      const other = best.get(postId)
      const more = other === undefined ? 1 : rank(claim) - rank(other.claim)
      if (more > 0 || (more === 0 && start < (other?.start ?? 0))) best.set(postId, { claim, start })
    }
  }
  return new Map([...best].map(([postId, { claim }]) => [postId, claim.id]))
}

/** An answer to an opening post that asks is an answer to the issue, not to what else that post says. */
function hangReplies({ claims }: Hanging, forest: Forest, around: Surroundings): void {
  for (const claim of claims) {
    const reply = around.replyOf.get(claim.id)
    if (reply === undefined || forest.has(claim.id) || around.titleClaims.has(claim.id)) continue
    const question = around.issueOf(claim)?.question
    if (around.isOpening(reply.toPost) && question !== undefined && asks(question)) continue
    const parent = around.mainClaim.get(reply.toPost)
    if (parent !== undefined && parent !== claim.id) join(forest, claim.id, { parent, via: 'reply', by: reply.id })
  }
}

/** The claims that answer the issue directly, each with its side. */
function positionsOf(parts: Hanging, forest: Forest, around: Surroundings): Map<string, Stance | null> {
  const roots = parts.claims.filter(
    (claim) => !forest.has(claim.id) && claim.kind === 'claim' && around.issueOf(claim) !== undefined,
  )
  const found = new Map<string, Stance | null>()
  for (const claim of roots) {
    const stance = stanceOf(claim, around)
    if (stance !== null) found.set(claim.id, stance)
  }
  const branch = branches(parts.claims, forest)
  const size = (claim: Claim) => branch.get(claim.id)?.size ?? 0
  const people = (claim: Claim) => branch.get(claim.id)?.people.size ?? 0
  const main = mainPoints(parts, roots, size, around).sort((a, b) => people(b) - people(a) || size(b) - size(a))
  const takenUp = main.filter((claim) => people(claim) > 1)
  const shown = found.size + takenUp.length > 0 ? takenUp.slice(0, MOST_UNSIDED) : main.slice(0, FEW)
  for (const claim of shown) if (!found.has(claim.id)) found.set(claim.id, null)
  return found
}

/** Of each post that answers the issue, the claim most hangs under; the first of equals. */
function mainPoints(
  { threads }: Hanging,
  roots: Claim[],
  size: (claim: Claim) => number,
  around: Surroundings,
): Claim[] {
  const order = postOrder(threads)
  const place = (claim: Claim) => claim.mentions[0] as Claim['mentions'][number]
  const inPost = grouped(
    roots.filter((claim) => isFirstLevel(place(claim).postId, around)),
    (claim) => place(claim).postId,
  )
  return [...inPost.values()].flatMap(
    (rivals) => rivals.sort((a, b) => size(b) - size(a) || earlier(order, place(a), place(b)))[0] ?? [],
  )
}

/** Whether a post opens the thread, answers the opening post, or answers nothing that is known. */
function isFirstLevel(postId: string, around: Surroundings): boolean {
  const above = around.above(postId)
  return above === null || around.isOpening(postId) || around.isOpening(above)
}

/** For or against: the title's claim is for itself; others as their words say, else as they answer the opening post. */
function stanceOf(claim: Claim, around: Surroundings): Stance | null {
  if (around.titleClaims.has(claim.id)) return 'for'
  if (claim.stance != null) return claim.stance
  const reply = around.replyOf.get(claim.id)
  if (reply === undefined || !around.isOpening(reply.toPost)) return null
  return reply.attitude === 'agrees' ? 'for' : reply.attitude === 'disagrees' ? 'against' : null
}

/** Hangs what is left under the main claim of its own post, else of the nearest post above, short of the opening one. */
function hangByPost(
  { claims }: Hanging,
  forest: Forest,
  around: Surroundings,
  positions: Map<string, Stance | null>,
): void {
  for (const claim of claims) {
    const own = claim.mentions[0]?.postId
    if (own === undefined || forest.has(claim.id) || positions.has(claim.id)) continue
    const beside = around.mainClaim.get(own)
    if (
      beside !== undefined &&
      beside !== claim.id &&
      join(forest, claim.id, { parent: beside, via: 'none', by: null })
    ) {
      continue
    }
    for (let post = around.above(own); post !== null && !around.isOpening(post); post = around.above(post)) {
      const parent = around.mainClaim.get(post)
      if (parent === undefined || parent === claim.id) continue
      if (join(forest, claim.id, { parent, via: 'reply', by: null })) break
    }
  }
}
