/** Threads of a wanted size to measure with: captured ones where they lie beside the checkout, made-up ones for the rest. */
import { readFileSync } from 'node:fs'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import type { Thread } from '../../shared/thread.ts'
import { beside } from '../beside.ts'
import { largeThread } from '../fixtures/large.ts'

/** Captured threads of different lengths and manners, none of which holds posts of another. */
const CAPTURED = [
  'hackernews/item-48350598.html',
  'discourse/delving-1509-posts.json',
  'discourse/cf-2108-posts.json',
  'discourse/cf-2108-posts-pn-41.json',
  'discourse/cf-2108-posts-pn-61.json',
  'discourse/cf-2108-posts-pn-81.json',
  'reddit/comments-n49rw.json',
  'reddit/morechildren-n49rw.json',
  'reddit/comments-6wmniq-permalink.json',
  'wikipedia/en-afd-page.parsoid.html',
]

/**
 * Threads with `posts` posts in all, and how many of these are captured rather than made up. Of every captured thread the
 * same share is taken, from its beginning, so that small mixes hold what large ones hold.
 */
export function mixed(posts: number): { threads: Thread[]; captured: number } {
  const whole = CAPTURED.flatMap(read).map((thread, at) => withIds(thread, `t${at + 1}`))
  const there = whole.reduce((sum, thread) => sum + thread.posts.length, 0)
  const threads = whole.map((thread) => {
    const count = Math.floor(thread.posts.length * Math.min(1, posts / there))
    return { ...thread, posts: thread.posts.slice(0, count) }
  })
  const captured = threads.reduce((sum, thread) => sum + thread.posts.length, 0)
  if (captured < posts) threads.push(withIds(largeThread(posts - captured, 1), `t${threads.length + 1}`))
  return { threads, captured }
}

/** The threads of a captured file; none where it is absent. */
function read(file: string): Thread[] {
  const path = beside(`payloads/${file}`)
  if (path === null) return []
  const name = file.split('/').at(-1) ?? file
  const found = preview({ kind: 'file', name, base64: readFileSync(path).toString('base64') }, readConfig({}))
  const rest = { id: '', readAt: '2026-01-01T00:00:00Z', article: null }
  return found.map(({ platform, url, site, title, language, posts, completeness, notices }) => {
    return { ...rest, platform, url, site, title, language, posts, completeness, notices }
  })
}

/** The thread named `id`, its posts named after it. */
function withIds(thread: Thread, id: string): Thread {
  const named = (post: string): string => `${id}-${post}`
  const posts = thread.posts.map((post) => ({
    ...post,
    id: named(post.id),
    parentId: post.parentId === null ? null : named(post.parentId),
  }))
  return { ...thread, id, posts }
}
