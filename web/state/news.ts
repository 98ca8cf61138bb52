/** What reading a debate again brought: posts and claims that were not there, corrections that lost what they were about. */
import type { Debate } from '../../shared/debate.ts'

export interface News {
  posts: number
  claims: number
  /** Corrections that applied before and find no longer what they are about. */
  lost: number
}

export function newsOf(before: Debate, now: Debate): News {
  const added = (old: string[], all: string[]): number => {
    const known = new Set(old)
    return all.filter((id) => !known.has(id)).length
  }
  const lost = ({ notApplied }: Debate): string[] => notApplied.map(({ id }) => id)
  return {
    posts: added(postsOf(before), postsOf(now)),
    claims: added(claimsOf(before), claimsOf(now)),
    lost: added(lost(before), lost(now)),
  }
}

function postsOf({ threads }: Debate): string[] {
  return threads.flatMap(({ posts }) => posts.map(({ id }) => id))
}

function claimsOf({ claims }: Debate): string[] {
  return claims.map(({ id }) => id)
}
