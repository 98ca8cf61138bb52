/** Classic forums, by what their pages look like: flat posts on numbered pages; a quote block says whom a post answers. */
import { type Element, isTag, isText } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { absolute, nodesToText } from '../../text/html-to-text.ts'
import { instant } from '../../text/instant.ts'
import { localTime, orderIn } from '../../text/local-time.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { refusal } from '../answers.ts'
import { assemble, type Missing, type PageRead } from '../assemble.ts'
import { baseIn, type Found, languageOf, ownAddress, type Page, siteOf, textIn, titleOf } from '../page.ts'
import type { Answer, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, firstBelow, isNamed } from '../select.ts'
import { treeToReadOf } from '../tree.ts'
import type { Forum } from './forum.ts'
import { FORUMS } from './forum-kinds.ts'

/** Parts of an address that say who is looking, not what is looked at. */
function withoutSession(address: string | null): string | null {
  if (address === null) return null
  const url = new URL(address)
  for (const name of ['sid', 's', 'PHPSESSID']) url.searchParams.delete(name)
  return url.href
}

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

function forumOf(answer: Answer): Forum | null {
  if (!answer.text.trimStart().startsWith('<')) return null
  return FORUMS.find((forum) => forum.marker.test(answer.text) && forum.postMarker.test(answer.text)) ?? null
}

interface Read {
  made: Post
  /** Id of the post its first quote block names. */
  quoted: string | null
}

/**
 * What an element says of a time; where a word stands for a date ("today"), the date is its title. The software's note of
 * an edit tells another time.
 */
function saidTime(element: Element, edited: string | undefined): string {
  if (edited !== undefined && isNamed(element, edited)) return ''
  const title = element.attribs.title ?? ''
  const words = element.children
    .map((child) => (isText(child) ? child.data : isTag(child) ? saidTime(child, edited) : ''))
    .join(' ')
  if (!/\d{4}|\d[./-]\d/.test(title)) return words
  return /\d:\d/.test(title) || !/\d:\d/.test(words) ? title : `${title}, ${/\d{1,2}:\d{2}.*/.exec(words)?.[0] ?? ''}`
}

/** The ways a post tells its time, shortest first: what holds much else may hold other dates. */
function saidTimes(block: Found, forum: Forum): string[] {
  return forum.when.split(', ').flatMap((selector) =>
    block
      .find(selector)
      .toArray()
      .slice(0, 8)
      .map((element) => saidTime(element, forum.edited).replace(/\s+/g, ' ').trim().slice(0, 300)),
  )
}

/** Dates of numbers only: whether the day or the month stands first shows in any post of the page that leaves no doubt. */
function orderOf(said: string[], language: string | null): 'day' | 'month' | null {
  for (const words of said) {
    const order = orderIn(words)
    if (order !== null) return order
  }
  if (language === null || /^en$/i.test(language))
    return said.some((words) => /\d\s?[ap]m\b/i.test(words)) ? 'month' : null
  return /^en-us$/i.test(language) ? 'month' : 'day'
}

interface ReadPage {
  /** By their ids, in the order of the page. */
  reads: Map<string, Read>
  /** Whether a time was read from words that name no zone. */
  zoneless: boolean
}

/** The words of a post, from the first place the forum is known to keep them in. */
function wordsIn(element: Element, forum: Forum, base: string | null): Prose {
  for (const selector of forum.body) {
    const body = firstBelow(element, selector)
    if (body !== null) return nodesToText(body.children, { base, drop: forum.drop, quote: forum.quote })
  }
  return plain('')
}

function readPosts($: Page, forum: Forum, { url, base, language }: Pick<Head, 'url' | 'base' | 'language'>): ReadPage {
  const blocks = allBelow($.root().get(0), forum.post).map((element) => {
    const block = $(element)
    const exact = instant(forum.time(block))
    return { element, block, exact, said: exact === null ? saidTimes(block, forum) : [] }
  })
  const order = orderOf(
    blocks.flatMap(({ said }) => said),
    language,
  )
  let zoneless = false
  const reads = new Map<string, Read>()
  for (const { element, block, exact, said } of blocks) {
    const id = forum.id(block)
    if (id === null || reads.has(id)) continue
    const words = wordsIn(element, forum, base)
    const local = exact === null ? (said.flatMap((one) => localTime(one, { order, language }) ?? [])[0] ?? null) : null
    if (local !== null) zoneless = true
    const link = firstBelow(element, forum.permalink)?.attribs.href
    const quoted = words.quotes.find((quote) => quote.ref !== null)?.ref ?? null
    const made = post({
      id,
      parentId: null,
      author: forum.author(block),
      createdAt: exact ?? local?.at ?? null,
      score: null,
      body: words,
      permalink:
        withoutSession(absolute(link, base)) ??
        (url === null ? null : `${url.replace(/#.*$/, '')}#${block.attr('id') ?? id}`),
      kind: 'reply',
      state: shows(element, forum.gone) ? 'removed' : shows(element, forum.edited) ? 'edited' : 'ok',
    })
    reads.set(id, { made, quoted })
  }
  return { reads, zoneless }
}

/** Whether a post bears a mark, or holds one that says something. */
function shows(element: Element, mark: string | undefined): boolean {
  return mark !== undefined && (isNamed(element, mark) || textIn(firstBelow(element, mark)) !== null)
}

const ZONELESS = 'The times are those of the forum’s own clock, taken as UTC.'

/** The whole thread: its first post carries the title; a post that quotes an earlier one of the thread answers it. */
function thread(forum: Forum, read: ReadPage[], head: Head, missing: Missing, pages: PageRead[] = []): ReadThread {
  const reads = read.flatMap((page) => [...page.reads.values()])
  const known = new Map<string, number>()
  for (const [index, { made }] of reads.entries()) if (!known.has(made.id)) known.set(made.id, index)
  const posts = reads.map(({ made, quoted }, index): Post => {
    const linked: Post =
      quoted === null || (known.get(quoted) ?? -1) >= index ? made : { ...made, parentId: quoted, parentVia: 'quote' }
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
    missing,
    notices: read.some(({ zoneless }) => zoneless) ? [ZONELESS] : [],
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

interface Head {
  url: string | null
  /** What addresses of the page are relative to. */
  base: string | null
  title: string | null
  language: string | null
  site: string
  page: number
  next: string | null
  first: string | null
}

/** Without the label a forum sets before titles ("Question", "Solved"). */
function titleIn(element: Element | null, forum: Forum): string | null {
  const whole = textIn(element)
  const label = element === null || forum.label === undefined ? null : textIn(firstBelow(element, forum.label))
  if (whole === null || label === null || !whole.startsWith(label)) return whole
  return whole.slice(label.length).trim() || whole
}

function headOf($: Page, forum: Forum, answer: Answer): Head {
  const url = withoutSession(ownAddress($, answer))
  const named = baseIn($, answer)
  const base = named ?? answer.url ?? url
  // Looked for together: a page of many posts is long.
  const found = allBelow($.root().get(0), `${forum.next}, ${forum.pages}, ${forum.currentPage}, ${forum.title}`)
  const firstOf = (selector: string) => found.find((element) => isNamed(element, selector)) ?? null
  const next = absolute(firstOf(forum.next)?.attribs.href, base)
  const firstPage = found.find((element) => isNamed(element, forum.pages) && textIn(element) === '1')
  const first = absolute(firstPage?.attribs.href, base)
  const current = Number(/\d+/.exec(textIn(firstOf(forum.currentPage)) ?? '')?.[0] ?? '1')
  const title = titleIn(firstOf(forum.title), forum) ?? titleOf($)
  return {
    url,
    base: named ?? url,
    title,
    language: languageOf($),
    site: forum.name,
    page: current,
    next,
    first: current === 1 ? null : first,
  }
}

interface State {
  forum: string
  read: ReadPage[]
  head: Head
  /** Addresses asked for, so that paging that runs in circles ends. */
  asked: string[]
}

function goOn(forum: Forum, state: State, next: string | null, missing: Missing): Step<State> {
  if (next === null || state.asked.includes(next)) return { thread: thread(forum, state.read, state.head, missing) }
  return {
    asks: [{ url: next, purpose: `page ${state.asked.length + 1}` }],
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
    const $ = treeToReadOf(answer.text)
    const head = headOf($, forum, answer)
    return [thread(forum, [readPosts($, forum, head)], head, [], [{ at: head.page, more: head.next !== null }])]
  },
  /** Any page may be pasted: the first one is read first, then one after the other. */
  page(answer) {
    const forum = forumOf(answer) ?? (FORUMS[0] as Forum)
    const $ = treeToReadOf(answer.text)
    const head = headOf($, forum, answer)
    if (head.first !== null) {
      return {
        asks: [{ url: head.first, purpose: 'page 1' }],
        state: { forum: forum.kind, read: [], head, asked: [head.first] },
      }
    }
    return goOn(
      forum,
      { forum: forum.kind, read: [readPosts($, forum, head)], head, asked: answer.url === null ? [] : [answer.url] },
      head.next,
      [],
    )
  },
  begin: (url) => ({
    asks: [{ url: url.href, purpose: 'the page' }],
    state: { forum: '', read: [], head: NO_HEAD, asked: [url.href] },
  }),
  resume(state, answers) {
    const answer = answers[0] as Answer
    const forum = named(state.forum)
    const problem = refusal(answer)
    if (problem !== null) {
      if (state.read.length === 0) throw problem
      return {
        thread: thread(forum, state.read, state.head, [{ why: `further pages: ${problem.message}`, count: null }]),
      }
    }
    const $ = treeToReadOf(answer.text)
    const head = headOf($, forum, answer)
    const page = readPosts($, forum, head)
    const fresh = [...page.reads.keys()].some((id) => state.read.every(({ reads }) => !reads.has(id)))
    const grown = { ...state, read: [...state.read, page], head: state.read.length === 0 ? head : state.head }
    const empty = page.reads.size === 0 && state.read.length > 0
    return goOn(forum, grown, fresh ? head.next : null, empty ? [{ why: NO_POSTS, count: null }] : [])
  },
}

const NO_POSTS = 'further pages: the next one came without posts'

const NO_HEAD: Head = { url: null, base: null, title: null, language: null, site: '', page: 1, next: null, first: null }
