/**
 * Who wrote what: one person per name and site. The posts of a thread that carry no name stand together under one id, but
 * nobody knows how many wrote them: they are counted as posts, never as people.
 */
import type { Claim, Person } from '../../shared/debate.ts'
import type { Post, Thread } from '../../shared/thread.ts'

const UNNAMED = '/?'

export interface Who {
  /** Without their claims counted; see `withClaims`. */
  people: Person[]
  personOf(postId: string): string
}

export function who(threads: Thread[]): Who {
  const people = new Map<string, Person>()
  const writers = new Map<string, string>()
  for (const thread of threads) {
    for (const post of thread.posts) {
      const id = post.author === null ? `${thread.id}${UNNAMED}` : `${thread.site}/${post.author}`
      writers.set(post.id, id)
      if (!isWritten(post)) continue
      const known = people.get(id)
      if (known === undefined) people.set(id, { id, name: post.author, site: thread.site, posts: 1, claims: 0 })
      else known.posts++
    }
  }
  return { people: [...people.values()], personOf: (postId) => writers.get(postId) ?? '?' }
}

/** Whether a person wrote it and it is still there to read, under a name or not. */
function isWritten(post: Post): boolean {
  return post.kind !== 'system' && post.kind !== 'article' && (post.author !== null || post.text !== '')
}

/** Whether the id stands for somebody known by name. */
export function isNamed(personId: string): boolean {
  return !personId.endsWith(UNNAMED)
}

/** Who speaks, as far as sides are told apart: nobody knows of unnamed posts whether one person wrote them, so each is another's. */
export function speakerOf({ personId, postId }: { personId: string; postId: string }): string {
  return isNamed(personId) ? personId : `${personId} ${postId}`
}

export function withClaims(people: Person[], claims: Claim[]): Person[] {
  const counts = new Map<string, number>()
  for (const claim of claims) {
    for (const id of new Set(claim.mentions.map((mention) => mention.personId)))
      counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return people.map((person) => ({ ...person, claims: counts.get(person.id) ?? 0 }))
}
