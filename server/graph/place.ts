/**
 * Where the map hangs every claim: a forest. A claim hangs under what its surest link goes to; else under the post it
 * answers; else, where it answers the issue directly, under the issue; else it stands alone.
 */
import type { Claim, Issue, Link, Reply } from '../../shared/debate.ts'
import type { Stance } from '../../shared/findings.ts'
import type { Thread } from '../../shared/thread.ts'
import type { OpenIssue } from './issues.ts'
import { asks } from './issues.ts'
import { openingOf } from './places.ts'

export interface Hanging {
  threads: Thread[]
  issues: OpenIssue[]
  claims: Claim[]
  links: Link[]
  replies: Reply[]
}

interface Spot {
  parent: string
  via: 'link' | 'reply'
  by: string
}

export function hang(parts: Hanging): { claims: Claim[]; issues: Issue[] } {
  const { claims, issues, replies } = parts
  const forest = byLinks(claims, parts.links)
  const headings = headingsOf(parts.threads)
  const titleClaims = new Set(claims.filter((claim) => saidInHeading(claim, headings)).map((claim) => claim.id))
  const answered = answeredClaims(parts, titleClaims)
  const issueOf = issueFinder(parts)
  const answering = new Map<string, Reply>()
  for (const reply of replies) if (!answering.has(reply.from)) answering.set(reply.from, reply)
  const children = new Set([...forest.values()].map((spot) => spot.parent))
  const positions = new Map<string, Issue['positions']>(issues.map((issue) => [issue.id, []]))

  const placed = claims.map((claim): Claim => {
    const spot = forest.get(claim.id)
    if (spot !== undefined) return { ...claim, place: spot }
    const issue = issueOf(claim)
    const reply = answering.get(claim.id)
    const toIssue = reply !== undefined && headings.has(reply.toPost)
    const parent = titleClaims.has(claim.id) || reply === undefined ? undefined : answered.get(reply.toPost)
    if (parent !== undefined && parent !== claim.id && !(toIssue && issue !== undefined && asks(issue.question))) {
      if (join(forest, claim.id, { parent, via: 'reply', by: (reply as Reply).id })) {
        return { ...claim, place: forest.get(claim.id) as Spot }
      }
    }
    const stance = stanceOf(claim, titleClaims, toIssue ? reply : undefined)
    const counts = stance !== null || toIssue || claim.people > 1 || children.has(claim.id)
    if (issue === undefined || claim.kind === 'evidence' || !(counts || titleClaims.has(claim.id))) {
      return { ...claim, place: { parent: null, via: 'none', by: null } }
    }
    positions.get(issue.id)?.push({ claimId: claim.id, stance })
    return { ...claim, place: { parent: issue.id, via: 'position', by: null } }
  })
  return {
    claims: placed,
    issues: issues.map(({ id, question, source }) => ({ id, question, source, positions: positions.get(id) ?? [] })),
  }
}

/** Hangs claims by their surest links first, leaving out links that would close a circle. */
function byLinks(claims: Claim[], links: Link[]): Map<string, Spot> {
  const known = new Set(claims.map((claim) => claim.id))
  const byId = new Map(links.map((link) => [link.id, link]))
  const order = new Map(claims.map((claim, index) => [claim.id, index]))
  const forest = new Map<string, Spot>()
  const spots = links.flatMap((link) => {
    const parent = link.type === 'undercuts' ? byId.get(link.to)?.from : link.to
    return parent === undefined || !known.has(parent) || !known.has(link.from) ? [] : [{ link, parent }]
  })
  const back = ({ link, parent }: (typeof spots)[number]) =>
    (order.get(link.from) as number) > (order.get(parent) as number) ? 0 : 1
  spots.sort((a, b) => b.link.confidence - a.link.confidence || back(a) - back(b))
  for (const { link, parent } of spots) {
    if (!forest.has(link.from)) join(forest, link.from, { parent, via: 'link', by: link.id })
  }
  return forest
}

/** Hangs a claim unless its new parent hangs, however far down, under the claim itself. */
function join(forest: Map<string, Spot>, id: string, spot: Spot): boolean {
  for (let above: string | undefined = spot.parent; above !== undefined; above = forest.get(above)?.parent) {
    if (above === id) return false
  }
  forest.set(id, spot)
  return true
}

/** Opening posts with a title, by id, and the length of it. */
function headingsOf(threads: Thread[]): Map<string, number> {
  return new Map(
    threads.flatMap((thread) => {
      const opening = openingOf(thread)
      return opening === undefined ? [] : [[opening.id, opening.heading]]
    }),
  )
}

function saidInHeading(claim: Claim, headings: Map<string, number>): boolean {
  return claim.mentions.some((mention) => mention.start < (headings.get(mention.postId) ?? 0))
}

/** For each post the claim an answer to it is hung under: the title's, else the one most people say, else the first. */
function answeredClaims(parts: Hanging, titleClaims: Set<string>): Map<string, string> {
  const best = new Map<string, { claim: Claim; start: number }>()
  const rank = (claim: Claim) =>
    (titleClaims.has(claim.id) ? 1e6 : 0) + (claim.kind === 'claim' ? 1e3 : 0) + Math.min(claim.people, 999)
  for (const claim of parts.claims) {
    for (const { postId, start } of claim.mentions) {
      const other = best.get(postId)
      const more = other === undefined ? 1 : rank(claim) - rank(other.claim)
      if (more > 0 || (more === 0 && start < (other?.start ?? 0))) best.set(postId, { claim, start })
    }
  }
  return new Map([...best].map(([postId, { claim }]) => [postId, claim.id]))
}

function issueFinder({ threads, issues }: Hanging): (claim: Claim) => OpenIssue | undefined {
  const threadOf = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post.id, thread.id])))
  const byThread = new Map(issues.flatMap((issue) => issue.threadIds.map((id) => [id, issue])))
  return (claim) => byThread.get(threadOf.get(claim.mentions[0]?.postId ?? '') ?? '')
}

/** For or against: the title's claim is for itself; others as their words say, else as they answer the opening post. */
function stanceOf(claim: Claim, titleClaims: Set<string>, reply: Reply | undefined): Stance | null {
  if (titleClaims.has(claim.id)) return 'for'
  if (claim.stance != null) return claim.stance
  if (reply?.attitude === 'agrees') return 'for'
  return reply?.attitude === 'disagrees' ? 'against' : null
}
