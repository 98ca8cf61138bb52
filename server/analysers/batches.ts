/** Cuts threads into batches along the reply tree, so that replies sit beside what they answer. */
import { createHash } from 'node:crypto'
import type { Repeat } from '../../shared/debate.ts'
import type { Post, Thread } from '../../shared/thread.ts'
import type { Batch, BatchSize } from './index.ts'

/** Ancestors given as context to a post whose parents are in another batch. */
const ANCESTORS = 3

/** Posts that hold nothing to analyse, each with the reason for the coverage. */
export function withoutText(thread: Thread): { post: Post; why: string }[] {
  return thread.posts.flatMap((post) => {
    const why = emptyBecause(post)
    return why === null ? [] : [{ post, why }]
  })
}

function emptyBecause(post: Post): string | null {
  if (post.state === 'deleted' || post.state === 'removed') return `the post was ${post.state}`
  if (post.kind === 'system') return 'a message of the platform or its moderators'
  if (post.text.trim() === '') return 'the post has no text'
  return null
}

/**
 * The posts of all threads to be analysed, in batches of at most `size.posts` posts and about `size.characters`
 * characters. Every post stands in exactly one batch, but for those without text and those whose words `repeats` finds
 * elsewhere (a partial repeat has words of its own and stays in). Ancestors outside a batch and the opening post come
 * along as context. The id of a batch depends on its posts' words alone.
 */
export function batches(threads: Thread[], repeats: Repeat[], size: BatchSize): Batch[] {
  const folded = new Set(repeats.filter((repeat) => repeat.kind !== 'partial').map((repeat) => repeat.postId))
  return threads.flatMap((thread) => {
    const left = new Set([...withoutText(thread).map(({ post }) => post.id), ...folded])
    return cut(
      inReplyOrder(thread.posts).filter((post) => !left.has(post.id)),
      size,
    ).map((posts) => batchOf(thread, posts))
  })
}

/** Depth first, so that a branch stays together. Posts whose parent is not in the thread are roots. */
function inReplyOrder(posts: Post[]): Post[] {
  const known = new Set(posts.map((post) => post.id))
  const children = new Map<string | null, Post[]>()
  for (const post of posts) {
    const parent = post.parentId !== null && known.has(post.parentId) ? post.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), post])
  }
  const ordered: Post[] = []
  const waiting = [...(children.get(null) ?? [])].reverse()
  while (waiting.length > 0) {
    const post = waiting.pop() as Post
    ordered.push(post)
    waiting.push(...[...(children.get(post.id) ?? [])].reverse())
  }
  return ordered
}

/** Rounds of batches, of which one more is begun only where it is needed by more than this share of a round. */
const ROUNDING = 0.2

/** Share of the size asked for that a batch has at least, where a smaller one would use more requests at once. */
const LEAST = 0.75

/** Characters of a batch: as `size` says, or so many more or fewer that all rounds are full. */
function evened(posts: Post[], { characters, lanes, first, afterOpening }: BatchSize): number {
  const sum = (some: Post[]): number => some.reduce((total, post) => total + ownLength(post), 0)
  const begun = first?.batches ?? 0
  const rest = sum(posts.slice(begun * (first?.posts ?? 0)))
  // Batches that others wait for take no place beside them.
  const early = afterOpening === true ? 0 : begun
  if (lanes === undefined) return characters
  if (rest / characters <= lanes - early)
    return Math.min(characters, Math.max(LEAST * characters, rest / (lanes - early)))
  const rounds = Math.max(1, Math.ceil(rest / characters / lanes - ROUNDING))
  return rest / (rounds * lanes - early)
}

/** Without what it quotes, which is not sent. */
function ownLength(post: Post): number {
  return Math.max(
    0,
    post.quotes.reduce((left, { start, end }) => left - (end - start), post.text.length),
  )
}

function cut(posts: Post[], size: BatchSize): Post[][] {
  const wanted = evened(posts, size)
  const parts: Post[][] = []
  let part: Post[] = []
  let characters = 0
  for (const post of posts) {
    const most = parts.length < (size.first?.batches ?? 0) ? (size.first?.posts ?? size.posts) : size.posts
    if (part.length > 0 && (part.length >= most || characters + ownLength(post) / 2 > wanted)) {
      parts.push(part)
      part = []
      characters = 0
    }
    part.push(post)
    characters += ownLength(post)
  }
  if (part.length > 0) parts.push(part)
  return parts
}

/** A batch of `posts` of `thread` with the context they need. */
export function batchOf(thread: Thread, posts: Post[]): Batch {
  const inside = new Set(posts.map((post) => post.id))
  const context = contextOf(thread, posts).filter((post) => !inside.has(post.id))
  const words = posts.map((post) => [post.id, post.text, post.quotes.map(({ start, end }) => [start, end])])
  const id = createHash('sha256')
    .update(JSON.stringify([thread.title, words]))
    .digest('hex')
    .slice(0, 16)
  return { id, title: thread.title, language: thread.language, posts, context }
}

function contextOf(thread: Thread, posts: Post[]): Post[] {
  const byId = new Map(thread.posts.map((post) => [post.id, post]))
  const wanted = new Set<Post>()
  const opening = thread.posts.find((post) => post.kind === 'opening')
  if (opening !== undefined) wanted.add(opening)
  for (const post of posts) {
    let parent = post.parentId === null ? undefined : byId.get(post.parentId)
    for (let steps = 0; parent !== undefined && steps < ANCESTORS; steps += 1) {
      wanted.add(parent)
      parent = parent.parentId === null ? undefined : byId.get(parent.parentId)
    }
  }
  return thread.posts.filter((post) => wanted.has(post))
}
