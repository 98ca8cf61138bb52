/** A thread from the posts a platform found: one post per id, parents first, and what is missing said. */
import type { Completeness, Post } from '../../shared/thread.ts'
import { Problem } from '../problem.ts'
import type { ReadThread } from './platform.ts'
import { titleText } from './post.ts'

/** Something a thread lacks, with what would show that another part of the same thread brought it. */
interface Gap {
  why: string
  count: number | null
  /** Ids of posts that are lacking, as far as they are named. */
  ids?: string[]
  /** The post whose answers are lacking. */
  below?: string
  /** It is the opening post that is lacking. */
  opening?: true
}
export type Missing = Gap[]

/** A numbered page of a thread: which one, and whether another follows. */
export interface PageRead {
  at: number
  more: boolean
}

export interface Parts {
  platform: string
  site: string
  url?: string | null
  title?: string | null
  language?: string | null
  articleUrl?: string | null
  /** With the parents the platform names, also those that were not read. */
  posts: Post[]
  /** What names the thread, the same in all parts of it; without it `url` does. */
  key?: string | null
  /** Id of the opening post. Answers to it stand on their own where it was not read, and nothing needs to be said. */
  root?: string | null
  pages?: PageRead[]
  /** Posts the platform announces, the opening post included. */
  expected?: number | null
  missing?: Missing
  notices?: string[]
  reach?: Reach
}

/** How far a reading got: requests made, and whether one that goes on may bring what is missing. */
export type Reach = Pick<Completeness, 'requests' | 'more'>

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

/** Gaps that `byId` does not fill, those of one reason as one. */
function gapsLeft(gaps: Gap[], byId: Map<string, Post>): Completeness['missing'] {
  const posts = [...byId.values()]
  const answered = new Set(gaps.some((gap) => gap.below !== undefined) ? posts.map(({ parentId }) => parentId) : [])
  const opened = posts.some(({ kind }) => kind === 'opening')
  const left = new Map<string, number | null>()
  for (const { why, count, ids = [], below, opening } of gaps) {
    const found = ids.filter((id) => byId.has(id)).length
    if ((opening === true && opened) || (below !== undefined && answered.has(below))) continue
    if (ids.length > 0 && found === ids.length) continue
    const rest = count === null ? null : count - found
    const before = left.get(why) ?? 0
    // Several parts may lack the one post that opens their thread.
    const all = rest === null || before === null ? null : opening === true ? Math.max(before, rest) : before + rest
    if (rest === null || rest > 0) left.set(why, all)
  }
  return [...left].map(([why, count]) => ({ why, count }))
}

/** What pages that were not read are called. */
const EARLIER = 'earlier pages of the thread'
const BETWEEN = 'pages of the thread between those that were read'
const LATER = 'later pages of the thread'
/** Gaps that are pages of the list a site counts: what is left of the count stands on them. */
const OF_PAGES = [EARLIER, BETWEEN, LATER, 'further pages', 'further pages of comments']

/** Numbered pages that were not among those read. */
function pagesLeft(pages: PageRead[]): Gap[] {
  const read = new Set(pages.map(({ at }) => at))
  const last = pages.reduce<PageRead | null>((high, page) => (high === null || page.at > high.at ? page : high), null)
  const first = Math.min(...read)
  const gap = (why: string): Gap => ({ why, count: null })
  return last === null
    ? []
    : [
        ...(first > 1 ? [gap(EARLIER)] : []),
        ...(last.at - first >= read.size ? [gap(BETWEEN)] : []),
        ...(last.more ? [gap(LATER)] : []),
      ]
}

/** Throws `not-a-thread` when there is no post. */
export function assemble(parts: Parts): ReadThread {
  const byId = onePerId(parts.posts)
  let orphans = 0
  for (const [id, post] of byId) {
    if (post.parentId === null || (post.parentId !== id && byId.has(post.parentId))) continue
    if (post.parentId !== parts.root) orphans++
    byId.set(id, { ...post, parentId: null, parentVia: 'none' })
  }
  const posts = parentsFirst(byId)
  if (posts.length === 0) throw new Problem('not-a-thread', 'No post was found there.')
  const missing = gapsLeft([...(parts.missing ?? []), ...pagesLeft(parts.pages ?? [])], byId)
  const expected = parts.expected ?? null
  const told = missing.reduce((sum, { count }) => sum + (count ?? 0), 0)
  if (expected !== null && expected > posts.length + told) {
    const count = expected - posts.length - told
    const uncounted = missing.filter((gap) => gap.count === null)
    const [only] = uncounted
    // What else is lacking may hold fewer: sites also count posts that were taken down.
    if (only !== undefined && uncounted.length === 1 && OF_PAGES.includes(only.why)) only.count = count
    else if (!uncounted.some(({ why }) => OF_PAGES.includes(why)))
      missing.push({ why: 'the site announces them but did not hand them out', count })
  }
  const title = titleText(parts.title ?? '')
  return {
    parts,
    url: parts.url ?? null,
    platform: parts.platform,
    site: parts.site,
    title: title === '' ? firstWords(posts.find((post) => post.text !== '')?.text ?? '') : title,
    language: parts.language ?? null,
    articleUrl: parts.articleUrl ?? null,
    posts,
    completeness: {
      // What a site announces goes stale: where more came than that, what is known to be lacking comes on top.
      expected: expected === null ? null : Math.max(expected, posts.length + (posts.length > expected ? told : 0)),
      got: posts.length,
      missing,
      ...reachOf(parts.reach, missing),
    },
    notices: [
      ...(parts.notices ?? []),
      ...(posts.some((post) => post.text !== '') ? [] : ['None of these posts has any words.']),
      ...(orphans > 0
        ? [`${orphans === 1 ? 'One post answers a post' : `${orphans} posts answer posts`} that could not be read.`]
        : []),
    ],
  }
}

function reachOf(reach: Reach | undefined, missing: Completeness['missing']): Reach {
  return reach === undefined ? {} : { ...reach, more: reach.more === true && missing.length > 0 }
}

/** `thread`, saying how far its reading got, also when it becomes a part of another. */
export function reached(thread: ReadThread, reach: Reach): ReadThread {
  const { completeness } = thread
  return {
    ...thread,
    parts: { ...thread.parts, reach },
    completeness: { ...completeness, ...reachOf(reach, completeness.missing) },
  }
}

/** `thread` with more to tell of how it was read, also when it becomes a part of another. */
export function noted(thread: ReadThread, more: string[]): ReadThread {
  if (more.length === 0) return thread
  const parts = { ...thread.parts, notices: [...(thread.parts.notices ?? []), ...more] }
  return { ...thread, parts, notices: [...thread.notices, ...more] }
}
