/** From groups of units to claims with their mentions, counted by people and by posts. */
import type { Claim, Repeat, Standing } from '../../shared/debate.ts'
import type { ClaimGroup, Findings, Stance, Unit } from '../../shared/findings.ts'
import type { Passage, Thread } from '../../shared/thread.ts'
import { grouped } from './grouped.ts'
import { isNamed, type Who } from './people.ts'

/** Longest headline, in characters. */
const HEADLINE = 40

/** What a claim starts with; see `standing.ts`. */
export const UNASSESSED: Standing = { label: 'unchallenged', strength: 0.5, noEvidence: false, unanswered: false }

/** What is known of groups beyond their units. */
interface Beside {
  /** Where folded posts say the words of a unit again, by its id: mentions of their writers. */
  again: Map<string, Passage[]>
  /** Of units that say the same, the one whose statement stands for all. */
  clearest(units: readonly Unit[]): Unit
}

/** Claims of the groups, and the units whose words are not where they should be: those are not shown. */
export function claimsOf(
  groups: ClaimGroup[],
  threads: Thread[],
  repeats: Repeat[],
  writers: Who,
  beside: Beside,
): { claims: Claim[]; dropped: Findings['dropped'] } {
  const order = postOrder(threads)
  const lengths = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post.id, post.text.length])))
  const dropped: Findings['dropped'] = []
  const stands = (place: Passage) => place.start < place.end && place.end <= (lengths.get(place.postId) ?? -1)
  const claims = groups.flatMap((group) => {
    for (const unit of group.units) {
      if (stands(unit)) continue
      dropped.push({ postId: unit.postId, quote: unit.statement, why: 'its place is not in the post' })
    }
    const units = group.units.filter(stands).sort((a, b) => earlier(order, a, b))
    if (units.length === 0) return []
    const mentions = [...units, ...units.flatMap((unit) => beside.again.get(unit.id) ?? [])]
      .filter(stands)
      .map(({ postId, start, end }) => ({ postId, start, end, personId: writers.personOf(postId) }))
      .sort((a, b) => earlier(order, a, b))
    return [{ ...claimOf(group, units, beside.clearest(units)), mentions, people: 0, posts: 0 }]
  })
  return { claims: withCounts(claims, repeats), dropped }
}

/** All of a claim but where it is said; `clearest` of its units speaks for it. */
function claimOf(group: ClaimGroup, units: Unit[], clearest: Unit): Omit<Claim, 'mentions' | 'people' | 'posts'> {
  return {
    id: group.id,
    kind: group.kind,
    statement: clearest.statement,
    headline: headline(clearest.statement),
    verbatim: clearest.verbatim && clearest === units[0],
    saysMore: clearest.saysMore,
    evidenceType: units.find((unit) => unit.evidenceType !== null)?.evidenceType ?? null,
    sourceUrls: [...new Set(units.flatMap((unit) => (unit.sourceUrl === null ? [] : [unit.sourceUrl])))],
    standing: UNASSESSED,
    place: { parent: null, via: 'none', by: null },
    confidence: Math.max(...units.map((unit) => unit.confidence)),
    why: [...new Set(units.flatMap((unit) => unit.why))],
    stance: stanceOf(units),
  }
}

/** The side most of the units take on the issue. */
function stanceOf(units: Unit[]): Stance | null {
  const count = (side: Stance) => units.filter((unit) => unit.stance === side).length
  const [pro, con] = [count('for'), count('against')]
  return pro === con ? null : pro > con ? 'for' : 'against'
}

/**
 * Claims with the people known by name who say each, and the posts that say it: copies included, but for copies that are
 * told to say something themselves.
 */
export function withCounts(claims: Claim[], repeats: Repeat[]): Claim[] {
  const copies = copiesOf(repeats)
  const speaking = new Set(claims.flatMap(({ mentions }) => mentions.map(({ postId }) => postId)))
  const silent = (postId: string) => (copies.get(postId) ?? []).filter((copy) => !speaking.has(copy))
  return claims.map((claim) => {
    const posts = new Set(claim.mentions.flatMap(({ postId }) => [postId, ...silent(postId)]))
    const people = new Set(claim.mentions.map((mention) => mention.personId).filter(isNamed))
    return { ...claim, people: people.size, posts: posts.size }
  })
}

/** For each folded post the one it repeats. A post that holds another in part is not folded: it adds something. */
export function copyOf(repeats: Repeat[]): Map<string, string> {
  return new Map(repeats.filter((repeat) => repeat.kind !== 'partial').map((repeat) => [repeat.postId, repeat.of]))
}

/** The posts folded into each post. */
export function copiesOf(repeats: Repeat[]): Map<string, string[]> {
  const groups = grouped(copyOf(repeats), ([, of]) => of)
  return new Map([...groups].map(([of, copies]) => [of, copies.map(([copy]) => copy)]))
}

/** For every post its place in time; posts without a time stand where the thread has them. */
export function postOrder(threads: Thread[]): Map<string, { at: number | null; place: number }> {
  const order = new Map<string, { at: number | null; place: number }>()
  for (const thread of threads) {
    for (const post of thread.posts) {
      order.set(post.id, { at: post.createdAt === null ? null : Date.parse(post.createdAt), place: order.size })
    }
  }
  return order
}

/** Compares two passages by the time of their posts where both are known, else by their order in the threads. */
export function earlier(
  order: Map<string, { at: number | null; place: number }>,
  a: { postId: string; start: number },
  b: { postId: string; start: number },
): number {
  const first = order.get(a.postId)
  const second = order.get(b.postId)
  if (first === undefined || second === undefined || a.postId === b.postId) return a.start - b.start
  if (first.at !== null && second.at !== null && first.at !== second.at) return first.at - second.at
  return first.place - second.place
}

/** The statement in at most 40 characters, cut between words. */
export function headline(statement: string): string {
  const plain = statement.trim().replace(/\s+/gu, ' ').replace(/[.]$/u, '')
  if (plain.length <= HEADLINE) return plain
  const cut = plain.slice(0, HEADLINE - 1)
  const end = plain[HEADLINE - 1] === ' ' ? cut.length : cut.lastIndexOf(' ')
  const kept = (end > HEADLINE / 3 ? cut.slice(0, end) : cut).replace(/[\s,;:–—-]+$/u, '')
  return `${wholeCharacters(kept)}…`
}

/** Without half a character at the end. */
function wholeCharacters(text: string): string {
  return /[\ud800-\udbff]$/u.test(text) ? text.slice(0, -1) : text
}
