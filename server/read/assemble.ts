/** A thread from the posts a platform found: one post per id, parents first, and what is missing said. */
import type { Completeness, Post } from '../../shared/thread.ts'
import { Problem } from '../problem.ts'
import type { ReadThread } from './platform.ts'
import { titleText } from './post.ts'

export type Missing = Completeness['missing']

export interface Parts {
  platform: string
  site: string
  url?: string | null
  title?: string | null
  language?: string | null
  articleUrl?: string | null
  posts: Post[]
  /** Posts the platform announces, the opening post included. */
  expected?: number | null
  missing?: Missing
  notices?: string[]
}

/** The first post of each id; pages that overlap hold some twice. */
function onePerId(posts: Post[]): Map<string, Post> {
  const byId = new Map<string, Post>()
  for (const post of posts) if (!byId.has(post.id)) byId.set(post.id, post)
  return byId
}

/** Posts with their parents before them, otherwise in the order given; a circle of parents is cut where it closes. */
function parentsFirst(byId: Map<string, Post>): Post[] {
  const placed = new Set<string>()
  const order: Post[] = []
  for (const first of byId.values()) {
    const chain: Post[] = []
    const onChain = new Set<string>()
    let post: Post | undefined = first
    while (post !== undefined && !placed.has(post.id) && !onChain.has(post.id)) {
      chain.push(post)
      onChain.add(post.id)
      post = post.parentId === null ? undefined : byId.get(post.parentId)
    }
    const top = chain.at(-1)
    if (post !== undefined && top !== undefined && onChain.has(post.id)) {
      chain[chain.length - 1] = { ...top, parentId: null, parentVia: 'none' }
    }
    for (const next of chain.reverse()) {
      placed.add(next.id)
      order.push(next)
    }
  }
  return order
}

/** First words of a text, for threads that have no title. */
export function firstWords(text: string, most = 90): string {
  const line =
    text
      .split('\n')
      .find((one) => one.trim() !== '')
      ?.trim() ?? ''
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Throws `not-a-thread` when there is no post. */
export function assemble(parts: Parts): ReadThread {
  const byId = onePerId(parts.posts)
  let orphans = 0
  for (const [id, post] of byId) {
    if (post.parentId === null || (post.parentId !== id && byId.has(post.parentId))) continue
    orphans++
    byId.set(id, { ...post, parentId: null, parentVia: 'none' })
  }
  const posts = parentsFirst(byId)
  if (posts.length === 0) throw new Problem('not-a-thread', 'No post was found there.')
  const missing = [...(parts.missing ?? [])]
  const expected = parts.expected ?? null
  const told = missing.reduce((sum, { count }) => sum + (count ?? 0), 0)
  if (expected !== null && expected > posts.length + told) {
    missing.push({ why: 'the site announces them but did not hand them out', count: expected - posts.length - told })
  }
  const title = titleText(parts.title ?? '')
  return {
    url: parts.url ?? null,
    platform: parts.platform,
    site: parts.site,
    title: title === '' ? firstWords(posts.find((post) => post.text !== '')?.text ?? '') : title,
    language: parts.language ?? null,
    articleUrl: parts.articleUrl ?? null,
    posts,
    completeness: { expected: expected === null ? null : Math.max(expected, posts.length), got: posts.length, missing },
    notices: [
      ...(parts.notices ?? []),
      ...(posts.some((post) => post.text !== '') ? [] : ['None of these posts has any words.']),
      ...(orphans > 0
        ? [`${orphans === 1 ? 'One post answers a post' : `${orphans} posts answer posts`} that could not be read.`]
        : []),
    ],
  }
}
