/** Posts that say a claim in the very words of another post, and so make it heard more often without a word of their own. */
import type { Claim, Repeat } from './debate.ts'

/** By post, the posts folded into it that say nothing else. */
export function copiesByPost(repeats: readonly Repeat[]): Map<string, string[]> {
  const copies = new Map<string, string[]>()
  for (const { postId, of, kind } of repeats) {
    if (kind !== 'partial') copies.set(of, [...(copies.get(of) ?? []), postId])
  }
  return copies
}

/** How many of the posts that say a claim are copies. */
export function copiesOf({ mentions }: Pick<Claim, 'mentions'>, copies: ReadonlyMap<string, string[]>): number {
  const said = new Set(mentions.map(({ postId }) => postId))
  return new Set([...said].flatMap((postId) => copies.get(postId) ?? [])).size
}
