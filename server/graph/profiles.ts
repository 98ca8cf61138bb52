/** What each person did in the debate: sides taken, concessions, changes of mind, whom they answered and who answered them. */
import type { Claim, Debate, Link, Profile } from '../../shared/debate.ts'
import type { Stance } from '../../shared/findings.ts'
import { earlier, postOrder } from './claims.ts'
import { grouped } from './grouped.ts'

interface Taken {
  attitude: Stance
  by: string
  mention: Claim['mentions'][number]
}

/** Profiles of the people who said something on the map, in the order of `people`. */
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
  const own = new Map<string, string[]>()
  for (const claim of debate.claims) {
    if (claim.kind === 'evidence') continue
    for (const id of new Set(claim.mentions.map((mention) => mention.personId))) push(own, id, claim.id)
  }
  return debate.people
    .filter((person) => spoke.has(person.id))
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
        changed: [...mine].flatMap(([claimId, taken]) => {
          const turn = taken.find((later) => later.attitude !== taken[0]?.attitude)
          return turn === undefined ? [] : [{ claimId, by: turn.by }]
        }),
        answered: [...reached],
        answeredBy: [...back],
        neverAnsweredBy: [...reached].filter((other) => !back.has(other)),
        unanswered: (own.get(id) ?? []).filter((claim) =>
          [...(answerers.get(claim) ?? [])].every((other) => other === id),
        ),
      }
    })
}

/** For each person and position the sides taken, earliest first: by saying it, supporting it, rebutting or conceding it. */
function sidesTaken(debate: Debate, claims: Map<string, Claim>): Map<string, Map<string, Taken[]>> {
  const positions = new Set(debate.issues.flatMap((issue) => issue.positions.map((position) => position.claimId)))
  const sides = new Map<string, Map<string, Taken[]>>()
  const take = (position: string, attitude: Stance, by: string, mention: Taken['mention']) => {
    const mine = sides.get(mention.personId) ?? new Map<string, Taken[]>()
    sides.set(mention.personId, mine)
    push(mine, position, { attitude, by, mention })
  }
  for (const id of positions) {
    for (const mention of claims.get(id)?.mentions ?? []) take(id, 'for', id, mention)
  }
  for (const link of debate.links) {
    if (link.type === 'undercuts' || !positions.has(link.to)) continue
    const attitude = link.type === 'supports' ? 'for' : 'against'
    for (const mention of claims.get(link.from)?.mentions ?? []) take(link.to, attitude, link.from, mention)
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

/** Answers between people: posts that answer posts, and claims that answer claims, one's own left out. */
function whoAnsweredWhom(debate: Debate, claims: Map<string, Claim>, links: Map<string, Link>) {
  const answered = new Map<string, Set<string>>()
  const answeredBy = new Map<string, Set<string>>()
  /** By claim, who linked or replied to it. */
  const answerers = new Map<string, Set<string>>()
  const people = (id: string | undefined) => (claims.get(id ?? '')?.mentions ?? []).map((mention) => mention.personId)
  const meet = (from: string, to: string) => {
    if (from === to) return
    add(answered, from, to)
    add(answeredBy, to, from)
  }
  const writers = writersOf(debate)
  for (const thread of debate.threads) {
    for (const post of thread.posts) {
      const from = writers.get(post.id)
      const to = post.parentId === null ? undefined : writers.get(post.parentId)
      if (from !== undefined && to !== undefined) meet(from, to)
    }
  }
  for (const link of debate.links) {
    const target = link.type === 'undercuts' ? links.get(link.to)?.from : link.to
    if (target === undefined) continue
    for (const from of people(link.from)) {
      add(answerers, target, from)
      for (const to of people(target)) meet(from, to)
    }
  }
  const repliers = grouped(debate.replies, (reply) => reply.toPost)
  for (const claim of debate.claims) {
    const replies = claim.mentions.flatMap((mention) => repliers.get(mention.postId) ?? [])
    for (const from of replies.flatMap((reply) => people(reply.from))) {
      add(answerers, claim.id, from)
      for (const to of people(claim.id)) meet(from, to)
    }
  }
  return { answered, answeredBy, answerers }
}

/** The person behind every post whose writer is among the people. */
function writersOf(debate: Debate): Map<string, string> {
  const ids = new Map(debate.people.map((person) => [`${person.site}/${person.name ?? ''}`, person.id]))
  return new Map(
    debate.threads.flatMap((thread) =>
      thread.posts.flatMap((post): [string, string][] => {
        const id = post.author === null ? undefined : ids.get(`${thread.site}/${post.author}`)
        return id === undefined ? [] : [[post.id, id]]
      }),
    ),
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
