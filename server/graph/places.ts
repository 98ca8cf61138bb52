/** Where things stand in the threads: posts by id, their authors and times, and which claim group was said where. */
import type { Repeat } from '../../shared/debate.ts'
import type { ClaimGroup, Unit } from '../../shared/findings.ts'
import type { Post, Thread } from '../../shared/thread.ts'
import { copyOf } from './claims.ts'
import { grouped } from './grouped.ts'

export interface Places {
  post(id: string): Post | undefined
  /** The post itself, or the one it repeats where it was folded. */
  original(id: string): string
  /** Groups said in a post, with the unit that says it, in the order of the text. */
  saidIn(postId: string): { group: ClaimGroup; unit: Unit }[]
  groupOf(unitId: string): ClaimGroup | undefined
  group(id: string): ClaimGroup | undefined
  /** The claim a thread's title makes, where it makes one. */
  titleClaim(postId: string): ClaimGroup | undefined
  isOpening(postId: string): boolean
  /**
   * Whether words of `postId` may answer what `group` says: it was said before, or by the same person, or the times
   * are not known.
   */
  mayAnswer(postId: string, group: ClaimGroup): boolean
}

export function places(groups: ClaimGroup[], threads: Thread[], folded: Repeat[]): Places {
  const posts = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post.id, post])))
  const threadOf = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post.id, thread])))
  const repeats = copyOf(folded)
  const byId = new Map(groups.map((group) => [group.id, group]))
  const byUnit = new Map(groups.flatMap((group) => group.units.map((unit) => [unit.id, group])))
  const byPost = grouped(
    groups.flatMap((group) => group.units.map((unit) => ({ group, unit }))),
    ({ unit }) => unit.postId,
  )
  for (const said of byPost.values()) said.sort((a, b) => a.unit.start - b.unit.start)
  const openings = new Map(threads.map((thread) => [thread, openingOf(thread)]))

  return {
    post: (id) => posts.get(id),
    original: (id) => repeats.get(id) ?? id,
    saidIn: (postId) => byPost.get(postId) ?? [],
    groupOf: (unitId) => byUnit.get(unitId),
    group: (id) => byId.get(id),
    titleClaim(postId) {
      const thread = threadOf.get(postId)
      const opening = thread && openings.get(thread)
      if (opening === undefined) return undefined
      return byPost.get(opening.id)?.find(({ unit }) => unit.start < opening.heading)?.group
    },
    isOpening(postId) {
      const thread = threadOf.get(postId)
      return thread !== undefined && openings.get(thread)?.id === postId
    },
    mayAnswer(postId, group) {
      const asking = posts.get(postId)
      if (asking?.createdAt == null) return true
      const at = Date.parse(asking.createdAt)
      return group.units.some((unit) => {
        const said = posts.get(unit.postId)
        if (said?.createdAt == null || Date.parse(said.createdAt) <= at) return true
        return said.author !== null && said.author === asking.author
      })
    },
  }
}

/** The post that opens a thread, where it has one. */
export function openingOf(thread: Thread): Post | undefined {
  return thread.posts.find((post) => post.kind === 'opening')
}
