/**
 * Collects links and replies between claims and keeps the laws: known ends, no link to itself, none against the order of
 * time, one link for the same two ends. Where an attack is only inferred from where words stand, nobody attacks what they
 * said themselves, and a post attacks a claim once: not every sentence of a rebuttal rebuts. Undercuts wait until the
 * links they may end at are known.
 */
import type { Link, Reply } from '../../shared/debate.ts'
import type { Basis, ClaimGroup, UnitLink } from '../../shared/findings.ts'
import type { Passage } from '../../shared/thread.ts'
import type { Places } from './places.ts'

/** A link between claims as proposed: `to` of an undercut is the claim from which the doubted step starts, `step` where it leads. */
export interface Proposal extends UnitLink {
  passage: Passage | null
  /** The post in whose words the link was found. */
  postId: string
}

/** Surest first: said in words, judged, pinned by a quote, by the reply structure, by likeness. */
const BASES: Basis[] = ['correction', 'platform', 'connective', 'model', 'quote', 'reply', 'title', 'nearby', 'similar']

/** Bases that rest on the words themselves, not on where they stand. */
const SPOKEN = new Set<Basis>(['correction', 'platform', 'connective', 'model'])

export interface Ledger {
  link(proposal: Proposal): void
  /** Whether two claims are joined by a link so far, either way. */
  joins(a: string, b: string): boolean
  reply(reply: Omit<Reply, 'id'>): void
  close(): { links: Link[]; replies: Reply[] }
}

export function ledger(at: Places): Ledger {
  const links = new Map<string, Link>()
  const replies = new Map<string, Reply>()
  const undercuts: Proposal[] = []
  const inferred = new Map<string, Proposal>()

  const keep = (link: Link) => {
    const key = `${link.from} ${link.to}`
    const other = links.get(key)
    links.set(key, other === undefined ? link : better(other, link))
  }
  const reply = (found: Omit<Reply, 'id'>) => {
    const toPost = at.original(found.toPost)
    if (at.group(found.from) === undefined || at.post(toPost) === undefined) return
    const next = { ...found, toPost, id: `r.${found.from}.${toPost}` }
    const other = replies.get(next.id)
    replies.set(next.id, other === undefined || surer(next, other) ? next : other)
  }

  const put = (proposal: Proposal) => {
    if (proposal.type === 'undercuts') undercuts.push(proposal)
    else keep(linkOf(proposal, proposal.to))
  }

  return {
    link(proposal) {
      const { from, to } = proposal
      const target = at.group(to)
      if (from === to || at.group(from) === undefined || target === undefined) return
      if (!at.mayAnswer(proposal.postId, target)) return
      if (proposal.type === 'supports' || SPOKEN.has(proposal.basis)) put(proposal)
      else if (!ownWords(proposal.postId, target, at)) {
        const key = `${proposal.postId} ${to}`
        const other = inferred.get(key)
        if (other === undefined || surer(proposal, other)) inferred.set(key, proposal)
      }
    },
    joins: (a, b) =>
      links.has(`${a} ${b}`) ||
      links.has(`${b} ${a}`) ||
      [...inferred.values()].some(({ from, to }) => (from === a && to === b) || (from === b && to === a)),
    reply,
    close() {
      for (const proposal of inferred.values()) put(proposal)
      const outgoing = strongestOutgoing([...links.values()])
      for (const proposal of undercuts) {
        const step = proposal.step === null ? undefined : links.get(`${proposal.to} ${proposal.step}`)
        const target = step ?? outgoing.get(proposal.to)
        if (target !== undefined && target.from !== proposal.from) keep(linkOf(proposal, target.id))
        else reply(disagreement(proposal, at))
      }
      return { links: [...links.values()], replies: withoutLinked([...replies.values()], [...links.values()], at) }
    },
  }
}

/** Whether all of a claim was said by the writer of a post: nobody attacks that, unless in so many words. */
function ownWords(postId: string, group: ClaimGroup, at: Places): boolean {
  const author = at.post(postId)?.author ?? null
  return author !== null && group.units.every((unit) => at.post(unit.postId)?.author === author)
}

function linkOf(proposal: Proposal, to: string): Link {
  const { from, type, basis, confidence, passage, why } = proposal
  return { id: `l.${from}.${type}.${to}`, from, to, type, basis, confidence, passage, why }
}

/** The surer of two links with the same ends, telling the reasons of both. */
function better(a: Link, b: Link): Link {
  const [best, other] = surer(b, a) ? [b, a] : [a, b]
  const doubt = best.type === other.type ? [] : [`also read as “${other.type}”`]
  return {
    ...best,
    passage: best.passage ?? (best.type === other.type ? other.passage : null),
    why: [...new Set([...best.why, ...(doubt.length > 0 ? doubt : other.why)])],
  }
}

function surer(a: { basis: Basis; confidence: number }, b: { basis: Basis; confidence: number }): boolean {
  const rank = BASES.indexOf(a.basis) - BASES.indexOf(b.basis)
  return rank < 0 || (rank === 0 && a.confidence > b.confidence)
}

/** For each claim its surest link to another claim. */
export function strongestOutgoing(links: Link[]): Map<string, Link> {
  const best = new Map<string, Link>()
  for (const link of links) {
    const other = best.get(link.from)
    if (other === undefined || link.confidence > other.confidence) best.set(link.from, link)
  }
  return best
}

/** An undercut of a claim that leads nowhere: that it disagrees with the post is all that can be said. */
function disagreement(proposal: Proposal, at: Places): Omit<Reply, 'id'> {
  const target = at.group(proposal.to)
  const post = at.post(proposal.postId)
  const answered = target?.units.find((unit) => unit.postId === post?.parentId) ?? target?.units[0]
  return {
    from: proposal.from,
    toPost: answered?.postId ?? proposal.postId,
    attitude: 'disagrees',
    basis: proposal.basis,
    confidence: proposal.confidence,
    why: [...proposal.why, 'doubts a step from that claim, but the claim leads to no other'],
  }
}

/** Replies by claims that have no link to what the answered post says: a link says the same, better. */
function withoutLinked(replies: Reply[], links: Link[], at: Places): Reply[] {
  const ends = new Map(links.map((link) => [link.id, link]))
  const answered = new Map<string, Set<string>>()
  for (const link of links) {
    const target = link.type === 'undercuts' ? ends.get(link.to)?.from : link.to
    const posts = answered.get(link.from) ?? new Set()
    answered.set(link.from, posts)
    for (const unit of target === undefined ? [] : (at.group(target)?.units ?? [])) posts.add(unit.postId)
  }
  return replies.filter((reply) => !answered.get(reply.from)?.has(reply.toPost))
}
