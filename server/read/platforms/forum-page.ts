/** One page of a classic forum: its posts, and what stands around them. */
import { type AnyNode, type Element, isTag } from 'domhandler'
import { absolute } from '../../text/html-to-text.ts'
import { baseIn, languageOf, ownAddress, type Page, textIn, titleOf } from '../page.ts'
import type { Answer } from '../platform.ts'
import { allBelow, allNamed, firstBelow, firstNamed, isNamed, nearestAbove } from '../select.ts'
import { treeToReadOf } from '../tree.ts'
import type { Forum } from './forum.ts'
import { clockIn } from './forum-clock.ts'
import { announced } from './forum-count.ts'
import { PostReading, type ReadPosts, type Where, withoutSession } from './forum-posts.ts'
import { zoneIn } from './forum-zone.ts'

/** What a page says besides its posts. */
export interface Head {
  url: string | null
  /** What addresses of the page are relative to. */
  base: string | null
  title: string | null
  language: string | null
  site: string
  page: number
  next: string | null
  /** Whether a further page is linked, also where its address can't be told. */
  more: boolean
  first: string | null
  /** Posts the forum says the thread has. */
  expected: number | null
  /** Ids of posts that are listed on the page, of which it shows one, and the page that shows them all. */
  listed: string[]
  linear: string | null
}

export interface ReadPage extends ReadPosts {
  head: Head
}

interface Place extends Where {
  /** What ways to other pages are relative to. */
  from: string | null
}

/**
 * The page a forum answered with. Posts of pages longer than `large` are read while the tree grows, each when the next one
 * ends, and leave it then. Throws `unsupported` for what is nested or tangled beyond reason.
 */
export function readPage(answer: Answer, forum: Forum, large?: number): ReadPage {
  const posts: Element[] = []
  const waiting: Element[] = []
  let begun: { place: Place; reading: PostReading } | null = null
  const begin = (page: () => Page) => {
    const place = placeOf(page(), answer)
    return { place, reading: new PostReading(forum, place) }
  }
  const read = (post: Element, page: () => Page) => {
    begun ??= begin(page)
    begun.reading.read(post)
    posts.push(post)
  }
  const readWaiting = (page: () => Page) => {
    const post = waiting.pop()
    if (post === undefined) return
    for (const one of [post, ...allBelow(post, forum.post)]) read(one, page)
    // The title may stand in the first.
    if (posts[0] !== post) post.children = []
  }
  const closed = (element: Element, page: () => Page) => {
    if (!isNamed(element, forum.post) || nearestAbove(element, (one) => isNamed(one, forum.post)) !== null) return
    readWaiting(page)
    waiting.push(element)
  }
  const $ = treeToReadOf(answer.text, closed, large)
  readWaiting(() => $)
  if (posts.length === 0) for (const post of allBelow($.root().get(0), forum.post)) read(post, () => $)
  const { place, reading } = begun ?? begin(() => $)
  const outside = around($.root().get(0), posts)
  const told = reading.done({
    zone: () => zoneIn(outside, posts),
    clock: (written) => clockIn(outside, forum.clock, written),
  })
  return { head: headOf($, outside, posts[0], forum, place), ...told }
}

/** Elements of a page that are no part of its posts, in its order: pages are long, and what stands around the posts is not. */
function around(root: AnyNode | undefined, posts: Element[]): Element[] {
  const left = new Set<AnyNode>(posts)
  const found: Element[] = []
  const todo: AnyNode[] = root === undefined ? [] : [root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (left.has(node)) continue
    if (isTag(node)) found.push(node)
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as AnyNode)
  }
  return found
}

/** Set before the subjects of answers. */
const REPLY = /^(?:re|aw|sv|vs|odp|ynt|rif|res)\s*:\s*/i

/** Without the label a forum sets before titles ("Question", "Solved"). */
function titleIn(outside: Element[], firstPost: Element | undefined, forum: Forum): string | null {
  for (const wish of forum.title) {
    const around = firstNamed(outside, wish) ?? undefined
    const element = around ?? firstBelow(firstPost, wish)
    const whole = textIn(element)
    if (whole === null) continue
    const label = element === null || forum.label === undefined ? null : textIn(firstBelow(element, forum.label))
    const title = around === undefined ? whole.replace(REPLY, '') : whole
    return (label !== null && title.startsWith(label) ? title.slice(label.length).trim() : title) || whole
  }
  return null
}

function placeOf($: Page, answer: Answer): Place {
  const url = withoutSession(ownAddress($, answer))
  const named = baseIn($, answer)
  return {
    url,
    base: named ?? url,
    from: named ?? answer.url ?? url,
    language: languageOf($),
    readAt: answer.readAt ?? null,
  }
}

/** Number of the page an address leads to, as forums write it. */
function pageIn(address: string | null): string {
  return /(?:[?&](?:page|pageNo)=|\/page[-/]?)(\d{1,5})(?=[/?&#]|$)/.exec(address ?? '')?.[1] ?? '1'
}

/** Far from it, some list the first page as such and not by its number. */
const TO_FIRST = 'a[rel="start"], a[rel="first"], .pg a.first, .pagelink a[href*="st=0"], .pagelinklast a[href*="st=0"]'

function headOf(
  $: Page,
  outside: Element[],
  opening: Element | undefined,
  forum: Forum,
  { url, base, from, language }: Place,
): Head {
  const firstOf = (selector: string) => firstNamed(outside, selector)
  const shown = firstOf(forum.currentPage)
  const next = firstOf(forum.next)?.attribs.href
  const firstPage = allNamed(outside, forum.pages).find((element) => textIn(element) === '1') ?? firstOf(TO_FIRST)
  const first = absolute(firstPage?.attribs.href ?? shown?.attribs.url, from)
  const listed = forum.threaded?.listed(outside) ?? []
  const linear = listed.length === 0 ? undefined : firstOf(forum.threaded?.linear ?? '')?.attribs.href
  const current = Number(/\d+/.exec(shown?.attribs.page ?? textIn(shown) ?? '')?.[0] ?? pageIn(url))
  const last =
    forum.lastPage === undefined ? 1 : Number(/(\d+)\D*$/.exec(textIn(firstOf(forum.lastPage)) ?? '')?.[1] ?? 1)
  return {
    url,
    base,
    title: titleIn(outside, opening, forum) ?? titleOf($),
    language,
    site: forum.name,
    page: current,
    next: absolute(next, from),
    more: next === undefined ? current < last : !/^#|^javascript:/i.test(next),
    first: current === 1 ? null : first,
    expected: announced(outside, forum),
    listed,
    linear: absolute(linear, from),
  }
}
