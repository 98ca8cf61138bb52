/** What each person did in the debate: sides taken, concessions, changes of mind, whom they answered and who answered them. */
import type { Claim, Debate, Link, Profile } from '../../shared/debate.ts'
import type { Stance } from '../../shared/findings.ts'
import type { Post } from '../../shared/thread.ts'
import { concededIn } from '../text/conceded.ts'
import { answeredPosts, recorded, unansweredQuestions } from './asked.ts'
import { earlier, postOrder } from './claims.ts'
import { grouped } from './grouped.ts'
import { isNamed } from './people.ts'

/** Links that are no more likely right than this say nothing about a change of mind: nobody is told of one by a guess. */
const GUESS = 0.5

interface Taken {
  attitude: Stance
  by: string
  /** How sure it is that the side was taken. */
  confidence: number
  mention: Claim['mentions'][number]
}

/** Profiles of the people known by name, and of the unnamed who said something on the map, in the order of `people`. */
export function profiles(debate: Debate): Profile[] {
  const claims = new Map(debate.claims.map((claim) => [claim.id, claim]))
  const links = new Map(debate.links.map((link) => [link.id, link]))
  const sides = sidesTaken(debate, claims)
  const { answered, answeredBy, answerers } = whoAnsweredWhom(debate, claims, links)
  const spoke = new Set(
    [...debate.claims.flatMap((claim) => claim.mentions), ...debate.concessions.map(({ mention }) => mention)].map(
      (mention) => mention.personId,
    ),
  )
  const yielded = yieldedIn(debate)
  const posts = written(debate)
  const asked = unansweredQuestions(debate, posts)
  const marks = recorded(posts)
  const own = new Map<string, string[]>()
  for (const claim of debate.claims) {
    if (claim.kind === 'evidence') continue
    for (const id of new Set(claim.mentions.map((mention) => mention.personId))) push(own, id, claim.id)
  }
  return debate.people
    .filter((person) => isNamed(person.id) || spoke.has(person.id))
    .map(({ id }) => {
      const mine = sides.get(id) ?? new Map<string, Taken[]>()
      const reached = answered.get(id) ?? new Set<string>()
      const back = answeredBy.get(id) ?? new Set<string>()
      return {
        personId: id,
        positions: [...mine].map(([claimId, [first]]) => ({
          claimId,
          attitude: (first as Taken).attitude,
          by: (first as Taken).by,
        })),
        concessions: debate.concessions.filter(({ mention }) => mention.personId === id).map((made) => made.id),
        yielded: yielded.get(id) ?? [],
        changed: [...mine].flatMap(([claimId, taken]) => {
          const sure = taken.filter(({ confidence }) => confidence > GUESS)
          const turn = sure.find((later) => later.attitude !== sure[0]?.attitude)
          return turn === undefined ? [] : [{ claimId, by: turn.by }]
        }),
        answered: [...reached],
        answeredBy: [...back],
        neverAnsweredBy: [...reached].filter((other) => !back.has(other)),
        unanswered: (own.get(id) ?? []).filter((claim) =>
          [...(answerers.get(claim) ?? [])].every((other) => other === id),
        ),
        ...asked.get(id),
        ...marks.get(id),
      }
    })
}

/** By person, the sentences in which they give in; in a copy of a post nobody does so again, and an opening post answers nobody. */
function yieldedIn(debate: Debate): Map<string, Profile['yielded']> {
  const folded = new Set(debate.repeats.flatMap(({ kind, postId }) => (kind === 'partial' ? [] : [postId])))
  const found = new Map<string, Profile['yielded']>()
  for (const [post, writer] of written(debate)) {
    if (folded.has(post.id)) continue
    for (const { start, end, changed } of concededIn(post.text, [...post.quotes, ...post.code])) {
      if (changed || post.kind !== 'opening') push(found, writer, { postId: post.id, start, end, changed })
    }
  }
  return found
}

/** For each person and position the sides taken, earliest first: by saying it, supporting it, rebutting or conceding it. */
function sidesTaken(debate: Debate, claims: Map<string, Claim>): Map<string, Map<string, Taken[]>> {
  const positions = new Set(debate.issues.flatMap((issue) => issue.positions.map((position) => position.claimId)))
  const sides = new Map<string, Map<string, Taken[]>>()
  const take = (position: string, attitude: Stance, by: string, mention: Taken['mention'], confidence = 1) => {
    const mine = sides.get(mention.personId) ?? new Map<string, Taken[]>()
    sides.set(mention.personId, mine)
    push(mine, position, { attitude, by, confidence, mention })
  }
  for (const id of positions) {
    for (const mention of claims.get(id)?.mentions ?? []) take(id, 'for', id, mention)
  }
  for (const link of debate.links) {
    if (link.type === 'undercuts' || !positions.has(link.to)) continue
    const attitude = link.type === 'supports' ? 'for' : 'against'
    for (const mention of claims.get(link.from)?.mentions ?? [])
      take(link.to, attitude, link.from, mention, link.confidence)
  }
  for (const { claimId, mention, id } of debate.concessions) {
    if (claimId !== null && positions.has(claimId)) take(claimId, 'for', id, mention)
  }
  const order = postOrder(debate.threads)
  for (const mine of sides.values()) {
    for (const taken of mine.values()) taken.sort((a, b) => earlier(order, a.mention, b.mention))
  }
  return sides
}

/**
 * Answers between people, one's own left out: a post answers whom it replies to and whom it quotes, and a claim said there
 * those who had said what it links to, as `whoseWords` finds them. So what a hundred people said and a hundred others denied
 * is not taken for ten thousand answers.
 */
function whoAnsweredWhom(debate: Debate, claims: Map<string, Claim>, links: Map<string, Link>) {
  const answered = new Map<string, Set<string>>()
  const answeredBy = new Map<string, Set<string>>()
  /** By claim, who linked or replied to it. */
  const answerers = new Map<string, Set<string>>()
  const mentions = (id: string | undefined) => claims.get(id ?? '')?.mentions ?? []
  const meet = (from: string | undefined, to: string | undefined) => {
    if (from === undefined || to === undefined || from === to) return
    add(answered, from, to)
    add(answeredBy, to, from)
  }
  const writers = writersOf(debate)
  const posts = new Map(debate.threads.flatMap(({ posts }) => posts.map((post) => [post.id, post])))
  for (const post of posts.values()) {
    for (const id of answeredPosts(post)) meet(writers.get(post.id), writers.get(id))
  }
  const order = postOrder(debate.threads)
  for (const link of debate.links) {
    const target = link.type === 'undercuts' ? links.get(link.to)?.from : link.to
    if (target === undefined) continue
    const spoken = mentions(target)
    for (const mention of mentions(link.from)) {
      add(answerers, target, mention.personId)
      meet(mention.personId, whoseWords(mention, spoken, posts, order))
    }
  }
  const repliers = grouped(debate.replies, (reply) => reply.toPost)
  for (const claim of debate.claims) {
    const replies = claim.mentions.flatMap((mention) => repliers.get(mention.postId) ?? [])
    for (const mention of replies.flatMap((reply) => mentions(reply.from))) add(answerers, claim.id, mention.personId)
  }
  return { answered, answeredBy, answerers }
}

/** Of those who said what `mention` answers: who did so nearest above it or in words it quotes, or else who said it first, before. */
function whoseWords(
  mention: Claim['mentions'][number],
  spoken: Claim['mentions'],
  posts: Map<string, Post>,
  order: ReturnType<typeof postOrder>,
): string | undefined {
  const speakers = new Map(spoken.map(({ postId, personId }) => [postId, personId]))
  const seen = new Set<string>()
  for (let at = posts.get(mention.postId); at !== undefined && !seen.has(at.id); at = posts.get(at.parentId ?? '')) {
    seen.add(at.id)
    const near = [at.id, ...answeredPosts(at)].find((id) => speakers.has(id))
    if (near !== undefined) return speakers.get(near)
  }
  const [first] = spoken
  return first !== undefined && earlier(order, first, mention) < 0 ? first.personId : undefined
}

/** The person behind every post whose writer is among the people. */
function writersOf(debate: Debate): Map<string, string> {
  return new Map(written(debate).map(([post, id]) => [post.id, id]))
}

function written(debate: Debate): [Post, string][] {
  const ids = new Map(debate.people.map((person) => [`${person.site}/${person.name ?? ''}`, person.id]))
  return debate.threads.flatMap((thread) =>
    thread.posts.flatMap((post): [Post, string][] => {
      const id = post.author === null ? undefined : ids.get(`${thread.site}/${post.author}`)
      return id === undefined ? [] : [[post, id]]
    }),
  )
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set === undefined) map.set(key, new Set([value]))
  else set.add(value)
}
