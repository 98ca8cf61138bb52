/** Correcting how a pasted text was split into posts. Every function answers with a new thread; no name is ever made up. */
import type { Source } from '../../shared/api.ts'
import type { SplitThread } from '../../shared/split.ts'
import type { Post, Range } from '../../shared/thread.ts'

/** What was split, and how it is split now. */
export interface Checked {
  of: string | File
  threads: SplitThread[]
  /** Whether a person changed anything. */
  changed: boolean
}

/** Larger files are not sent twice, once to look at and once to be analysed. */
const MOST_TO_CHECK = 5_000_000

/** Whether the split of a text or a file can be looked at. */
export function splittable(of: string | File): boolean {
  return typeof of === 'string' ? of.trim() !== '' : of.size > 0 && of.size <= MOST_TO_CHECK
}

/** Places of the posts that post `id` can't answer: itself and those that answer it, one after the other. */
function below(thread: SplitThread, id: string): Set<string> {
  const found = new Set([id])
  for (const post of thread.posts) if (post.parentId !== null && found.has(post.parentId)) found.add(post.id)
  return found
}

/**
 * The post answers the one at `place` (from 0), or nobody where that is null; what answers it stays with it. Null when it
 * can't: there is no such post, or it answers this one.
 */
export function answerTo(thread: SplitThread, id: string, place: number | null): SplitThread | null {
  const parent = place === null ? null : thread.posts[place]
  if (parent === undefined || (parent !== null && below(thread, id).has(parent.id))) return null
  const posts = thread.posts.map((post): Post => {
    if (post.id !== id) return post
    return { ...post, parentId: parent?.id ?? null, parentVia: parent === null ? 'none' : 'nesting' }
  })
  return { ...thread, posts }
}

/** The post goes on where the one above it ends, under that one's name. */
export function joinAbove(thread: SplitThread, id: string): SplitThread {
  const at = thread.posts.findIndex((post) => post.id === id)
  const above = thread.posts[at - 1]
  const post = thread.posts[at]
  if (above === undefined || post === undefined) return thread
  const joined: Post = { ...above, ...glued(above, post, '\n\n'), state: above.text === '' ? post.state : above.state }
  const kept = thread.posts.filter((each) => each !== post).map((each) => (each === above ? joined : each))
  return { ...thread, posts: adopted(kept, id, above) }
}

/** What stands from `offset` on becomes a post of its own, by the same writer until another name is given. */
export function splitAt(thread: SplitThread, id: string, offset: number): { thread: SplitThread; made: string | null } {
  const post = thread.posts.find((each) => each.id === id)
  if (post === undefined) return { thread, made: null }
  const before = part(post, 0, offset)
  const after = part(post, offset, post.text.length)
  if (before.text === '' || after.text === '') return { thread, made: null }
  const made = freshId(thread, id)
  const kind = post.kind === 'opening' ? 'comment' : post.kind
  const rest: Post = { ...post, ...after, id: made, createdAt: null, score: null, permalink: null, kind }
  const posts = thread.posts.flatMap((each) => (each === post ? [{ ...post, ...before }, rest] : [each]))
  return { thread: { ...thread, posts }, made }
}

/** Why a post is missing that a person left out; the server's phrase books know it. */
export const LEFT_OUT = 'left out by hand before the analysis: not a post'

/** The post is no post, or not to be read: what answers it answers what it answered, and the thread tells that it is missing. */
export function leaveOut(thread: SplitThread, id: string): SplitThread {
  const post = thread.posts.find((each) => each.id === id)
  if (post === undefined || thread.posts.length === 1) return thread
  const parent = thread.posts.find((each) => each.id === post.parentId) ?? null
  const { missing } = thread.completeness
  const before = missing.find(({ why }) => why === LEFT_OUT)?.count ?? 0
  return {
    ...thread,
    posts: adopted(
      thread.posts.filter((each) => each !== post),
      id,
      parent,
    ),
    completeness: {
      ...thread.completeness,
      missing: [...missing.filter(({ why }) => why !== LEFT_OUT), { why: LEFT_OUT, count: before + 1 }],
    },
  }
}

/** An empty name is none. */
export function nameAuthor(thread: SplitThread, id: string, name: string): SplitThread {
  const author = name.trim() === '' ? null : name.trim()
  return { ...thread, posts: thread.posts.map((post) => (post.id === id ? { ...post, author } : post)) }
}

/** The line is the thread's title: it stays at the start of the first post, and is taken out of any other place. */
export function entitle(thread: SplitThread, id: string, line: Range): SplitThread {
  const post = thread.posts.find((each) => each.id === id)
  if (post === undefined) return thread
  const title = post.text.slice(line.start, line.end).trim()
  const plain = thread.posts.map((each) => ({ ...each, heading: 0 }))
  if (post === thread.posts[0] && post.text.slice(0, line.start).trim() === '') {
    return { ...thread, title, posts: plain.map((each) => (each.id === id ? { ...each, heading: line.end } : each)) }
  }
  const rest = glued(part(post, 0, line.start), part(post, line.end, post.text.length), '\n')
  const left = plain.map((each) => (each.id === id ? { ...each, ...rest, heading: 0 } : each))
  if (rest.text !== '' || left.length === 1) return { ...thread, title, posts: left }
  const parent = left.find((each) => each.id === post.parentId) ?? null
  const remaining = left.filter((each) => each.id !== id)
  return { ...thread, title, posts: adopted(remaining, id, parent) }
}

/** The lines with something in them. */
export function linesOf(text: string): Range[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter(([line]) => line.trim() !== '')
    .map((found) => ({ start: found.index, end: found.index + found[0].length }))
}

/** The threads as a file in the server's own form. `notice` tells readers of the map what was done. */
export function sourceOfSplit({ threads }: Checked, notice: string): Source {
  const sent = threads.map((thread) => ({
    ...thread,
    completeness: {
      ...thread.completeness,
      // What a site announced is not what remains after posts were joined or parted by hand.
      expected: thread.completeness.got === thread.posts.length ? thread.completeness.expected : null,
      got: thread.posts.length,
    },
    notices: [...thread.notices, notice],
  }))
  const bytes = new TextEncoder().encode(JSON.stringify({ threads: sent }))
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return { kind: 'file', name: threads[0]?.title.slice(0, 200) || 'thread', base64: btoa(binary) }
}

type Words = Pick<Post, 'text' | 'heading' | 'quotes' | 'links' | 'code'>

/** The words of a stretch without the blanks around it, with whatever is marked in it. */
function part(post: Words, start: number, end: number): Words {
  const raw = post.text.slice(start, end)
  const from = start + raw.length - raw.trimStart().length
  const to = Math.max(from, start + raw.trimEnd().length)
  const inside = <R extends Range>(ranges: R[]): R[] =>
    ranges
      .filter((range) => range.start < to && range.end > from)
      .map((range) => ({ ...range, start: Math.max(range.start, from) - from, end: Math.min(range.end, to) - from }))
  return {
    text: post.text.slice(from, to),
    heading: from === 0 ? Math.min(post.heading, to) : 0,
    quotes: inside(post.quotes),
    links: inside(post.links),
    code: inside(post.code),
  }
}

function glued(a: Words, b: Words, between: string): Words {
  if (a.text === '' || b.text === '') return a.text === '' ? b : a
  const by = a.text.length + between.length
  const moved = <R extends Range>(ranges: R[]): R[] =>
    ranges.map((range) => ({ ...range, start: range.start + by, end: range.end + by }))
  return {
    text: `${a.text}${between}${b.text}`,
    heading: a.heading,
    quotes: [...a.quotes, ...moved(b.quotes)],
    links: [...a.links, ...moved(b.links)],
    code: [...a.code, ...moved(b.code)],
  }
}

/** What answered a post that is gone answers `parent` instead. */
function adopted(posts: Post[], gone: string, parent: Post | null): Post[] {
  return posts.map((post) => {
    if (post.parentId !== gone) return post
    return parent === null ? { ...post, parentId: null, parentVia: 'none' } : { ...post, parentId: parent.id }
  })
}

function freshId(thread: SplitThread, id: string): string {
  const taken = new Set(thread.posts.map((post) => post.id))
  let n = 2
  while (taken.has(`${id}.${n}`)) n += 1
  return `${id}.${n}`
}
