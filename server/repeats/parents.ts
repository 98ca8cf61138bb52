/** Whom a post answers, where the platform does not say it: from what it quotes and whom it names. */
import type { Post, Quote, Range, Thread } from '../../shared/thread.ts'
import { inTime } from './order.ts'
import { betweenMarks, fillsLines, shownQuotes, shownStart } from './own.ts'

/** "As I said": words before a quote that make it the writer's own. */
const AS_I_SAID =
  /\b(?:as|like|what) i(?:'ve|’ve)? (?:have )?(?:just |already |also )?(?:said|wrote|mentioned|noted|posted|explained|pointed out)\b[^.!?\n]{0,40}$/i

/** Names addressed in one post that are looked up. */
const MENTIONS = 20

/**
 * The threads with a parent for posts that have none: the post of their first quote that is by somebody else (`quote`; a
 * passage that nobody marked counts where it fills whole lines, for within a sentence two people may well use the same
 * eight words), else the last earlier post of somebody they address as `@name` (`mention`). In text without names a post that quotes
 * its own writer ("as I said …") answers the post before it (`order`, a guess). Everything else stays without a parent,
 * and parents known from the platform or from nesting are never changed. Parents stand before their children.
 */
export function answerParents(threads: Thread[]): Thread[] {
  return threads.map((thread) => {
    const order = inTime([thread]).map(({ post }) => post)
    const place = new Map(order.map((post, at) => [post.id, at]))
    const latest = new Map<string, Post>()
    const answers = new Map<string, { parentId: string; parentVia: Post['parentVia'] }>()
    order.forEach((post, at) => {
      const answer = needsParent(post, order[0]) ? parentOf(post, order, at, place, latest) : null
      if (answer !== null) answers.set(post.id, answer)
      if (post.author !== null) latest.set(post.author.toLowerCase(), post)
    })
    if (answers.size === 0) return thread
    return { ...thread, posts: parentsFirst(thread.posts.map((post) => ({ ...post, ...answers.get(post.id) }))) }
  })
}

function needsParent(post: Post, first: Post | undefined): boolean {
  if (post === first || post.kind === 'opening' || post.kind === 'article') return false
  return (
    post.parentVia === 'none' ||
    post.parentVia === 'quote' ||
    post.parentVia === 'mention' ||
    post.parentVia === 'order'
  )
}

function parentOf(
  post: Post,
  order: readonly Post[],
  at: number,
  place: ReadonlyMap<string, number>,
  latest: ReadonlyMap<string, Post>,
): { parentId: string; parentVia: Post['parentVia'] } | null {
  const shown = new Set(shownQuotes(post))
  const marks = marksIn(post)
  for (const quote of post.quotes) {
    if (!shown.has(quote) && !fillsLines(post, quote)) continue
    const from = quote.of === null ? undefined : place.get(quote.of.postId)
    if (from === undefined || from >= at) continue
    const source = order[from] as Post
    if (isOwn(post, quote, source, marks)) continue
    return { parentId: source.id, parentVia: 'quote' }
  }
  const mentioned = mention(post, latest)
  if (mentioned !== null) return { parentId: mentioned.id, parentVia: 'mention' }
  const answered = post.author === null && repeatsItself(post) ? lastOfOthers(order, at) : undefined
  return answered === undefined ? null : { parentId: answered.id, parentVia: 'order' }
}

function isOwn(post: Post, quote: Quote, source: Post, marks: readonly Range[]): boolean {
  if (post.author !== null) return source.author !== null && source.author.toLowerCase() === post.author.toLowerCase()
  return saysOwn(post, quote, marks)
}

function marksIn({ quotes, text }: Post): Range[] {
  return quotes.length === 0 ? [] : betweenMarks(text)
}

function saysOwn(post: Post, quote: Quote, marks: readonly Range[]): boolean {
  return AS_I_SAID.test(before(post.text, shownStart(marks, quote)))
}

function before(text: string, offset: number): string {
  return text.slice(Math.max(0, offset - 80), offset).replace(/[\s"“„«]+$/, '')
}

function repeatsItself(post: Post): boolean {
  const marks = marksIn(post)
  return post.quotes.some((quote) => quote.of !== null && saysOwn(post, quote, marks))
}

/** The post before a nameless one, not counting those in which the same writer goes on repeating themselves. */
function lastOfOthers(order: readonly Post[], at: number): Post | undefined {
  return order.slice(0, at).findLast((post) => !repeatsItself(post))
}

/** The last earlier post of the first person addressed as `@name`, the longest name that fits. */
function mention(post: Post, latest: ReadonlyMap<string, Post>): Post | null {
  let left = MENTIONS
  for (const found of post.text.matchAll(/(?<![\p{L}\p{N}.])@(?=[\p{L}\p{N}_])/gu)) {
    if (left-- === 0) return null
    if (post.quotes.some((quote) => quote.start <= found.index && found.index < quote.end)) continue
    const rest = post.text.slice(found.index + 1, found.index + 81).toLowerCase()
    for (let length = rest.length; length > 0; length--) {
      if (/[\p{L}\p{N}_]/u.test(rest[length] ?? ' ')) continue
      const named = latest.get(rest.slice(0, length))
      if (named !== undefined && named.author?.toLowerCase() !== post.author?.toLowerCase()) return named
    }
  }
  return null
}

/** The posts in the order given, but none before its parent. */
function parentsFirst(posts: Post[]): Post[] {
  const byId = new Map(posts.map((post) => [post.id, post]))
  const placed = new Set<string>()
  const sorted: Post[] = []
  for (const post of posts) {
    const line: Post[] = []
    for (let next: Post | undefined = post; next !== undefined && !placed.has(next.id); ) {
      placed.add(next.id)
      line.push(next)
      next = next.parentId === null ? undefined : byId.get(next.parentId)
    }
    sorted.push(...line.reverse())
  }
  return sorted
}
