/** Parents named by kind and id ("t1_abc"), where the ids of posts stand bare. */
import type { Post } from '../../../shared/thread.ts'

/** The id of `parent` as posts with `ids` have it: exports of Reddit write what kind of thing a parent is before its id. */
export function bareParent(parent: string, ids: Set<string>): string {
  const bare = parent.replace(/^t\d_/, '')
  return ids.has(parent) || !ids.has(bare) ? parent : bare
}

/** `posts` with their parents named as the posts are. */
export function unprefixed(posts: Post[]): Post[] {
  const ids = new Set(posts.map(({ id }) => id))
  return posts.map((one) => (one.parentId === null ? one : { ...one, parentId: bareParent(one.parentId, ids) }))
}
