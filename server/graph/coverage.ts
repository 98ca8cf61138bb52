/** What became of every post, and what was not read at all. */
import type { Coverage, Repeat } from '../../shared/debate.ts'
import type { Fate, Findings } from '../../shared/findings.ts'
import type { Post, Thread } from '../../shared/thread.ts'
import { asks } from './issues.ts'

/** `said`: posts whose words stand on the map. Every post of the threads gets exactly one fate. */
export function coverageOf(threads: Thread[], repeats: Repeat[], findings: Findings, said: Set<string>): Coverage {
  const folded = new Map(repeats.filter((repeat) => repeat.kind !== 'partial').map((repeat) => [repeat.postId, repeat]))
  const known = new Map(findings.fates.map((fate) => [fate.postId, fate]))
  return {
    fates: threads.flatMap((thread) =>
      thread.posts.map((post) => fateOf(post, folded.get(post.id), known.get(post.id), said)),
    ),
    notRead: threads.flatMap(notRead),
    dropped: findings.dropped,
  }
}

const FOLDED: Record<Repeat['kind'], string> = {
  exact: 'the same text as an earlier post',
  near: 'nearly the same text as an earlier post',
  partial: 'its text stands in another post',
  'cross-post': 'the same post, put up in another place',
}

function fateOf(post: Post, repeat: Repeat | undefined, found: Fate | undefined, said: Set<string>): Fate {
  const { id: postId } = post
  const by = found?.by ?? null
  if (repeat !== undefined) return { postId, fate: 'repeat', of: repeat.of, why: FOLDED[repeat.kind], by: null }
  if (said.has(postId)) return { postId, fate: 'mapped', of: null, why: found?.fate === 'mapped' ? found.why : '', by }
  if (found?.fate === 'mapped') return nothingShown(post, found)
  if (found !== undefined) return found
  const empty = withoutWords(post)
  if (empty !== null) return { postId, fate: 'no argument', of: null, why: empty, by: null }
  return { postId, fate: 'failed', of: null, why: 'no analyser reported on it', by: null }
}

/** The fate of a post of which nothing found came to stand on the map as a claim. */
function nothingShown({ kind, text, heading }: Post, found: Fate): Fate {
  if (found.why !== '') return { ...found, fate: 'failed' }
  const question = kind === 'opening' && asks(text.slice(0, heading))
  const why = question ? 'it asks the question, and puts nothing forward' : 'nothing found in it stood the check'
  return { ...found, fate: 'no argument', why }
}

function withoutWords(post: Post): string | null {
  if (post.kind === 'system') return 'written by the site, not by a person'
  if (post.kind === 'article') return 'the article discussed, read as context'
  if (post.text.trim() !== '') return null
  return post.state === 'ok' || post.state === 'edited' ? 'it holds no text' : `the post was ${post.state}`
}

function notRead({ id: threadId, completeness }: Thread): Coverage['notRead'] {
  const { expected, got, missing } = completeness
  if (missing.length > 0) return missing.map(({ why, count }) => ({ threadId, why, count }))
  if (expected === null || expected <= got) return []
  return [{ threadId, why: 'the site announced more than it gave', count: expected - got }]
}
