/** What the thread view shows of a debate: posts with their depth, and which of their words say what. */
import type { Debate, Repeat } from '../../shared/debate.ts'
import type { Fate } from '../../shared/findings.ts'
import type { Post, Thread } from '../../shared/thread.ts'
import type { Span } from './spans.ts'

export interface PostEntry {
  post: Post
  thread: Thread
  /** Number in its thread, from 1. */
  at: number
  /** 0 for posts that answer no other. */
  depth: number
  parent: Post | null
  repeat: Repeat | null
  fate: Fate | null
  firstOfThread: boolean
}

/** What words of a post are: said for a claim, a concession, a question, words of someone else, the title; words that differ from the post repeated. */
export type PostMark =
  | { kind: 'claim'; claimId: string; evidence: boolean }
  | { kind: 'concession' | 'question'; id: string; open: boolean }
  | { kind: 'quote' }
  | { kind: 'differs' }
  | { kind: 'heading' }
  | { kind: 'code' }
  | { kind: 'link'; url: string }

/** All posts in the order of their threads. */
export function postEntries(debate: Debate): PostEntry[] {
  const repeats = new Map(debate.repeats.map((repeat) => [repeat.postId, repeat]))
  const fates = new Map(debate.coverage.fates.map((fate) => [fate.postId, fate]))
  return debate.threads.flatMap((thread) => {
    const byId = new Map(thread.posts.map((post) => [post.id, post]))
    const depths = new Map<string, number>()
    return thread.posts.map((post, at) => {
      const parent = post.parentId === null ? null : (byId.get(post.parentId) ?? null)
      const depth = parent === null ? 0 : (depths.get(parent.id) ?? 0) + 1
      depths.set(post.id, depth)
      return {
        post,
        thread,
        at: at + 1,
        depth,
        parent,
        repeat: repeats.get(post.id) ?? null,
        fate: fates.get(post.id) ?? null,
        firstOfThread: at === 0,
      }
    })
  })
}

/** Marks of each post that has any. */
export function postMarks(debate: Debate): Map<string, Span<PostMark>[]> {
  const marks = new Map<string, Span<PostMark>[]>()
  const add = (postId: string, span: Span<PostMark>): void => {
    const known = marks.get(postId)
    if (known === undefined) marks.set(postId, [span])
    else known.push(span)
  }
  for (const thread of debate.threads) {
    for (const post of thread.posts) {
      for (const quote of post.quotes) add(post.id, { start: quote.start, end: quote.end, value: { kind: 'quote' } })
      for (const code of post.code) add(post.id, { start: code.start, end: code.end, value: { kind: 'code' } })
      for (const link of post.links)
        add(post.id, { start: link.start, end: link.end, value: { kind: 'link', url: link.url } })
    }
  }
  for (const { postId, differences } of debate.repeats) {
    for (const { start, end } of differences?.post ?? []) add(postId, { start, end, value: { kind: 'differs' } })
  }
  for (const claim of debate.claims) {
    for (const { postId, start, end } of claim.mentions) {
      add(postId, { start, end, value: { kind: 'claim', claimId: claim.id, evidence: claim.kind === 'evidence' } })
    }
  }
  for (const { id, mention } of debate.concessions) {
    add(mention.postId, { start: mention.start, end: mention.end, value: { kind: 'concession', id, open: false } })
  }
  for (const { id, mention, answeredBy } of debate.questions) {
    add(mention.postId, {
      start: mention.start,
      end: mention.end,
      value: { kind: 'question', id, open: answeredBy.length === 0 },
    })
  }
  return marks
}
