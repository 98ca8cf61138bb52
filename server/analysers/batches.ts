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
 * along as context. An answer to a repeat is handed on as one to the post it repeats, whose claims are known. The id of a
 * batch depends on its posts' words alone. Repeats in `keptApart` (ids) come in batches of their own, behind the others,
 * which so stay what they were and are not asked about again.
 */
export function batches(
  threads: Thread[],
  repeats: Repeat[],
  size: BatchSize,
  keptApart: ReadonlySet<string> = NOBODY,
): Batch[] {
  const folded = new Set(repeats.filter((repeat) => repeat.kind !== 'partial').map((repeat) => repeat.postId))
  return threads.flatMap((thread) => {
    const left = new Set([...withoutText(thread).map(({ post }) => post.id), ...folded])
    const original = originalsIn(thread, repeats)
    const ordered = inReplyOrder(thread.posts)
    const apart = ordered.filter(({ id }) => keptApart.has(id) && folded.has(id))
    return [
      ...cut(
        ordered.filter((post) => !left.has(post.id)),
        size,
      ),
      ...apart.map((post) => [post]),
    ].map((posts) =>
      batchOf(
        thread,
        posts.map((post) => answering(post, original)),
      ),
    )
  })
}

const NOBODY: ReadonlySet<string> = new Set()

/** By the id of a repeat the post it repeats, where that stands in the same thread. */
function originalsIn(thread: Thread, repeats: Repeat[]): Map<string, string> {
  const own = new Set(thread.posts.map((post) => post.id))
  const folded = repeats.filter(({ kind, postId, of }) => kind !== 'partial' && own.has(postId) && own.has(of))
  return new Map(folded.map(({ postId, of }) => [postId, of]))
}

function answering(post: Post, original: Map<string, string>): Post {
  const of = original.get(post.parentId ?? '')
  return of === undefined || of === post.id ? post : { ...post, parentId: of }
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

/** Rounds of batches, of which one more is begun only where it is needed by more than this share of a round; batches alike. */
const ROUNDING = 0.2

/** Share of the size asked for that a batch has at least, where a smaller one would use more requests at once. */
const LEAST = 0.8

/** Up to this many batches of the size asked for a thread is cut finer: waiting for it counts more than what it costs. */
const FEW = 2.5

/** Share of the size asked for that a batch of such a thread has at least. */
const LEAST_OF_FEW = 0.5

/**
 * Requests a thread should take: one for so many posts, of which the questions that follow take their part, if not more than
 * half. Where posts are long, batches are larger for its sake, at most `larger` times.
 */
const REQUESTS = { posts: 5, others: 6, larger: 3 }

/** Most batches of `count` posts of `total` characters. */
function mostOf(count: number, total: number, characters: number): number {
  const { posts, others, larger } = REQUESTS
  const wanted = Math.max(count / posts / 2, count / posts - others)
  return Math.max(Math.floor(wanted), Math.ceil(total / (larger * characters)))
}

/** How many batches `rest` is cut into: as `size` says, or one more or fewer where that fills all rounds. */
function countOf(rest: Post[], size: BatchSize): number {
  const total = rest.reduce((sum, post) => sum + ownLength(post), 0)
  const { characters, lanes } = size
  const least = Math.max(1, Math.ceil(rest.length / size.posts))
  if (lanes === undefined) return Math.max(least, Math.ceil(total / characters))
  const most = lanes === 1 ? Infinity : mostOf(rest.length, total, characters)
  return Math.max(least, Math.min(most, inRounds(total, { ...size, lanes })))
}

function inRounds(total: number, { characters, lanes, first, afterOpening }: BatchSize & { lanes: number }): number {
  // Batches that others wait for take no place beside them.
  const early = afterOpening === true ? 0 : (first?.batches ?? 0)
  const share = total / characters <= FEW ? LEAST_OF_FEW : LEAST
  if (total / characters <= lanes - early) {
    return Math.max(
      Math.ceil(total / characters - ROUNDING),
      Math.min(lanes - early, Math.floor(total / characters / share)),
    )
  }
  return Math.max(1, Math.ceil(total / characters / lanes - ROUNDING)) * lanes - early
}

/** What a post adds to an answer, however short it is, in characters: a unit or a reason, with the names of its fields. */
const EACH = 480

/** What asking about a post takes, in characters: its answer grows with its own words. */
export function weightOf(post: Post): number {
  return EACH + ownLength(post)
}

function weightOfAll(posts: Post[]): number {
  return posts.reduce((sum, post) => sum + weightOf(post), 0)
}

/** Without what it quotes, which is not sent. */
function ownLength(post: Post): number {
  return Math.max(
    0,
    post.quotes.reduce((left, { start, end }) => left - (end - start), post.text.length),
  )
}

function cut(posts: Post[], size: BatchSize): Post[][] {
  const parts: Post[][] = []
  let start = 0
  for (let batch = 0; batch < (isShortList(posts) ? 0 : (size.first?.batches ?? 0)); batch += 1) {
    const part = soon(firstOf(posts.slice(start), size), size.characters)
    parts.push(part)
    start += part.length
  }
  const rest = evenly(posts.slice(start), size)
  // The longest first, so that none of them is begun when the others are done.
  if (size.lanes !== undefined) rest.sort((a, b) => weightOfAll(b) - weightOfAll(a))
  return [...parts, ...rest].filter((part) => part.length > 0)
}

/** Characters up to which a list of remarks is asked about in one go: two requests would send more than they are about. */
const SHORT_LIST = 6_000

/** Whether posts of which none answers another, nor opens a discussion, are few and short. */
function isShortList(posts: Post[]): boolean {
  const total = posts.reduce((sum, post) => sum + ownLength(post), 0)
  return total <= SHORT_LIST && posts.every(({ parentId, kind }) => parentId === null && kind !== 'opening')
}

/** An opening post that all others wait for keeps them waiting for nothing but itself, unless there are only a few. */
function firstOf(posts: Post[], { first, afterOpening }: BatchSize): Post[] {
  const most = first?.posts ?? 0
  const alone = afterOpening === true && posts[0]?.kind === 'opening' && posts.length > most
  return posts.slice(0, alone ? 1 : most)
}

/** Of the first posts those that no more characters than this hold; one at least. */
function soon(posts: Post[], characters: number): Post[] {
  let left = characters
  return posts.filter((post, at) => (left -= ownLength(post)) >= 0 || at === 0)
}

/** Share of a batch by which it may be larger or smaller for the sake of a branch that is not cut. */
const SLACK = 0.08

/** Batches of about the same weight, cut where the reply tree is least deep. */
function evenly(posts: Post[], size: BatchSize): Post[][] {
  const depths = depthsOf(posts)
  let left = weightOfAll(posts)
  let count = countOf(posts, size)
  const parts: Post[][] = []
  for (let start = 0; start < posts.length; ) {
    const wanted = left / Math.max(1, count)
    const end =
      count <= 1 ? Math.min(posts.length, start + size.posts) : endOf(posts, start, wanted, size.posts, depths)
    parts.push(posts.slice(start, end))
    left -= weightOfAll(posts.slice(start, end))
    count -= 1
    start = end
  }
  return parts
}

/** Where a batch that begins at `start` ends: after about the weight `wanted`, before a post as near the root as there is one. */
function endOf(posts: Post[], start: number, wanted: number, most: number, depths: number[]): number {
  let weight = 0
  let best = { end: start + 1, depth: Infinity, off: Infinity }
  const last = Math.min(posts.length, start + most)
  for (let end = start + 1; end <= last; end += 1) {
    weight += weightOf(posts[end - 1] as Post)
    const off = Math.abs(weight - wanted)
    const depth = off > wanted * SLACK ? Infinity : (depths[end] ?? 0)
    if (depth < best.depth || (depth === best.depth && off < best.off)) best = { end, depth, off }
  }
  return best.end
}

/** How deep each post stands below the first posts of the list, its parents counted only where they are in it. */
function depthsOf(posts: Post[]): number[] {
  const depth = new Map<string, number>()
  return posts.map((post) => {
    const above = depth.get(post.parentId ?? '')
    const own = above === undefined ? 0 : above + 1
    depth.set(post.id, own)
    return own
  })
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
