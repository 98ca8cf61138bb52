/** Which of two posts is the earlier one, whatever order they were handed over in. */
import type { Post, Thread } from '../../shared/thread.ts'

const natural = new Intl.Collator('en', { numeric: true })

/** A post with the thread it stands in. */
export interface Placed {
  post: Post
  thread: Thread
}

/**
 * All posts of all threads, earliest first: what is answered before its answers, whatever their times say; else by time; a post without an exact time after those with one; then by id, read
 * as people count ("p2" before "p10"), since platforms and readers number posts as they come. The order in which threads
 * and posts are given plays no part.
 */
export function inTime(threads: readonly Thread[]): Placed[] {
  const placed = threads
    .flatMap((thread) => thread.posts.map((post) => ({ post, thread, time: timeOf(post) })))
    .sort((a, b) => compareTimes(a.time, b.time) || compareIds(a.post.id, b.post.id))
    .map(({ post, thread }) => ({ post, thread }))
  return answeredFirst(placed)
}

/** Moves posts before the first of their answers where they stand behind it; a ring of answers stays in the given order. */
function answeredFirst(placed: Placed[]): Placed[] {
  if (placed.every(({ post }) => post.parentId === null)) return placed
  const byId = new Map(placed.map((one) => [one.post.id, one]))
  const seen = new Set<string>()
  const ordered: Placed[] = []
  for (const one of placed) {
    const waiting: Placed[] = []
    for (
      let at: Placed | undefined = one;
      at !== undefined && !seen.has(at.post.id);
      at = byId.get(at.post.parentId ?? '')
    ) {
      seen.add(at.post.id)
      waiting.push(at)
    }
    for (let at = waiting.length - 1; at >= 0; at--) ordered.push(waiting[at] as Placed)
  }
  return ordered
}

function compareTimes(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Order of ids, numbers in them read as numbers. */
function compareIds(a: string, b: string): number {
  return natural.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

function timeOf(post: Post): number {
  const time = post.createdAt === null ? Number.NaN : Date.parse(post.createdAt)
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time
}

/** The person behind a post: the name on its site, or null where no name is given. */
export function personOf({ post, thread }: Placed): string | null {
  return post.author === null ? null : `${thread.site}\n${post.author.toLowerCase()}`
}
