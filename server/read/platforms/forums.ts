/** Classic forums, by what their pages look like: flat posts on numbered pages; a quote block says whom a post answers. */
import type { Post } from '../../../shared/thread.ts'
import { refusal } from '../answers.ts'
import { assemble, type Missing, type PageRead } from '../assemble.ts'
import { beginningOf, siteOf } from '../page.ts'
import type { Answer, Platform, ReadThread, Step } from '../platform.ts'
import type { Forum } from './forum.ts'
import { FORUMS } from './forum-kinds.ts'
import { type Head, type ReadPage, readPage } from './forum-page.ts'

/** A thread's address without what tells its pages apart, in the ways forums write that. */
function threadKey(address: string | null): string | null {
  if (address === null) return null
  const url = new URL(address)
  for (const name of ['start', 'page', 'st', 'highlight', 'view', 'pageNo', 'p']) url.searchParams.delete(name)
  const path = url.pathname
    .replace(/\/(?:page-?|seite-?)?\d{1,4}\/?$/i, '/')
    .replace(/(?:-|\/page|\/index)\d{1,4}(\.html?)$/i, '$1')
    .replace(/^(\/t\d+)p\d+(-)/, '$1$2')
  const topic = url.searchParams.get('topic')?.replace(/\.\d+$/, '')
  if (topic !== undefined) url.searchParams.set('topic', topic)
  return `${url.hostname}${path.replace(/\/$/, '')}${url.search}`
}

/** Answers that were looked at: pages are told first and read then. */
const told = new WeakMap<Answer, Forum | null>()

function forumOf(answer: Answer): Forum | null {
  const before = told.get(answer)
  if (before !== undefined) return before
  const isPage = answer.text.trimStart().startsWith('<')
  const forum = isPage ? (forumIn(beginningOf(answer.text)) ?? forumIn(answer.text)) : null
  told.set(answer, forum)
  return forum
}

function forumIn(page: string): Forum | null {
  return FORUMS.find(({ marker, postMarker }) => marker.test(page) && postMarker.test(page)) ?? null
}

const ZONELESS = 'The times are those of the forum’s own clock, taken as UTC.'

const inZone = (zone: string | null) =>
  zone === null
    ? ZONELESS
    : `The times are those of the forum’s own clock, read in the zone the page says they are in (${zone}).`

/** "Yesterday at 3:04 pm" says when only to who knows the day it was looked at. */
function relativeTimes(count: number): string[] {
  if (count === 0) return []
  if (count === 1) return ['One post tells its time by the day it was looked at (“yesterday”), which is not known.']
  return [`${count} posts tell their times by the day they were looked at (“yesterday”), which is not known.`]
}

/** The whole thread: its first post carries the title; a post that quotes an earlier one of the thread answers it. */
function thread(forum: Forum, read: ReadPage[], head: Head, missing: Missing, pages: PageRead[] = []): ReadThread {
  const reads = read.flatMap((page) => [...page.reads.values()])
  const known = new Map<string, number>()
  for (const [index, { made }] of reads.entries()) if (!known.has(made.id)) known.set(made.id, index)
  const listed = [...new Set(read.flatMap((page) => page.head.listed))]
  const posts = reads.map(({ made, above, quoted }, index): Post => {
    const earlier = quoted !== null && (known.get(quoted) ?? reads.length) < index
    const linked: Post =
      above !== null
        ? { ...made, parentId: above, parentVia: 'nesting' }
        : earlier
          ? { ...made, parentId: quoted, parentVia: 'quote' }
          : made
    return index === 0 && head.page === 1 ? opened(linked, head.title) : linked
  })
  return assemble({
    platform: forum.kind,
    site: siteOf(head.url, head.site),
    url: head.url,
    title: head.title,
    language: head.language,
    posts,
    key: threadKey(head.url),
    pages,
    expected: head.expected,
    missing: [...missing, ...(listed.length === 0 ? [] : [{ why: LISTED, count: listed.length, ids: listed }])],
    notices: [
      ...new Set(read.flatMap(({ zones }) => [...zones].map(inZone))),
      ...relativeTimes(reads.filter(({ relative }) => relative).length),
    ],
  })
}

function opened(first: Post, title: string | null): Post {
  const { quotes, links, code, text, ...rest } = first
  const by = title === null || title === '' ? 0 : title.length + (text === '' ? 0 : 2)
  const moved = <R extends { start: number; end: number }>(ranges: R[]) =>
    ranges.map((range) => ({ ...range, start: range.start + by, end: range.end + by }))
  return {
    ...rest,
    text: by === 0 ? text : text === '' ? (title ?? '') : `${title}\n\n${text}`,
    heading: title?.length ?? 0,
    quotes: moved(quotes),
    links: moved(links),
    code: moved(code),
    kind: 'opening',
  }
}

const LISTED = 'posts the page lists without showing them'

interface State {
  forum: string
  read: ReadPage[]
  head: Head
  /** Addresses asked for, so that paging that runs in circles ends. */
  asked: string[]
  /** What came first and showed one post of those it listed. */
  threaded?: ReadPage
}

/** How a thread begins to be read from one of its pages: from a page that shows its posts, and from the first of those. */
function begun(forum: Forum, page: ReadPage, asked: string[], threaded?: ReadPage): Step<State> {
  const { head } = page
  const state: State = { forum: forum.kind, read: [], head, asked, ...(threaded === undefined ? {} : { threaded }) }
  if (head.linear !== null && threaded === undefined)
    return { asks: [{ url: head.linear, purpose: 'all posts' }], state: { ...state, asked: [], threaded: page } }
  if (head.first !== null && !asked.includes(head.first)) {
    const first = inLine(state, head.first)
    return { asks: [{ url: first, purpose: 'page 1' }], state: { ...state, asked: [head.first] } }
  }
  return goOn(forum, { ...state, read: [page] }, page.reads.size === 0 ? null : head.next, [])
}

/** The address of a further page, of a forum that must be asked to show posts one after the other. */
function inLine({ threaded }: State, address: string): string {
  if (threaded === undefined) return address
  const url = new URL(address)
  url.searchParams.set('mode', 'linear')
  return url.href
}

function goOn(forum: Forum, state: State, next: string | null, missing: Missing): Step<State> {
  if (next === null || state.asked.includes(next)) {
    // Where the way to the first page is not shown, it was begun with another.
    const { page } = state.head
    return { thread: thread(forum, state.read, state.head, missing, page > 1 ? [{ at: page, more: false }] : []) }
  }
  return {
    asks: [{ url: inLine(state, next), purpose: `page ${state.asked.length + 1}` }],
    state: { ...state, asked: [...state.asked, next] },
  }
}

function named(id: string): Forum {
  return FORUMS.find((forum) => forum.kind === id) ?? (FORUMS[0] as Forum)
}

export const forums: Platform<State> = {
  id: 'forum',
  name: 'A classic forum',
  recognise: () => null,
  sniff: (answer) => forumOf(answer) !== null,
  file(answer) {
    const forum = forumOf(answer) ?? (FORUMS[0] as Forum)
    const page = readPage(answer, forum)
    const { head } = page
    return [thread(forum, [page], head, [], [{ at: head.page, more: head.more }])]
  },
  /** Any page may be pasted: the first one is read first, then one after the other. */
  page(answer) {
    const forum = forumOf(answer) ?? (FORUMS[0] as Forum)
    return begun(forum, readPage(answer, forum), answer.url === null ? [] : [answer.url])
  },
  begin: (url) => ({
    asks: [{ url: url.href, purpose: 'the page' }],
    state: { forum: '', read: [], head: NO_HEAD, asked: [url.href] },
  }),
  resume(state, answers) {
    const answer = answers[0] as Answer
    const forum = named(state.forum)
    const problem = refusal(answer)
    const { read, threaded } = state
    const instead =
      read.length === 0 && threaded !== undefined ? { thread: thread(forum, [threaded], threaded.head, []) } : null
    if (problem !== null) {
      if (instead !== null) return instead
      if (read.length === 0) throw problem
      return { thread: thread(forum, read, state.head, [{ why: `further pages: ${problem.message}`, count: null }]) }
    }
    const page = readPage(answer, forum)
    if (read.length === 0)
      return instead !== null && page.reads.size === 0 ? instead : begun(forum, page, state.asked, threaded)
    const { head } = page
    const fresh = [...page.reads.keys()].some((id) => read.every(({ reads }) => !reads.has(id)))
    const grown = { ...state, read: [...read, page] }
    const empty = page.reads.size === 0
    return goOn(forum, grown, fresh ? head.next : null, empty ? [{ why: NO_POSTS, count: null }] : [])
  },
}

const NO_POSTS = 'further pages: the next one came without posts'

const NO_HEAD: Head = {
  url: null,
  base: null,
  title: null,
  language: null,
  site: '',
  page: 1,
  next: null,
  more: false,
  first: null,
  expected: null,
  listed: [],
  linear: null,
}
