/** One page of a classic forum: its posts, and what stands around them. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { absolute, nodesToText } from '../../text/html-to-text.ts'
import { instant } from '../../text/instant.ts'
import { type LocalReading, localTime, orderIn } from '../../text/local-time.ts'
import { cut, plain, type Prose, quotedFirst, trim } from '../../text/prose.ts'
import { baseIn, languageOf, ownAddress, type Page, textIn, titleOf } from '../page.ts'
import type { Answer } from '../platform.ts'
import { type Draft, post } from '../post.ts'
import { allBelow, allNamed, elementsBelow, firstBelow, firstNamed, isNamed, nearestAbove } from '../select.ts'
import { treeToReadOf } from '../tree.ts'
import type { Block, Forum } from './forum.ts'

interface Read {
  made: Post
  /** Id of the post it stands in, as a comment on it. */
  above: string | null
  /** Id of the post its first quote block names. */
  quoted: string | null
  /** Whether its time is told by the day of looking at it only. */
  relative: boolean
}

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
}

export interface ReadPage {
  head: Head
  /** By their ids, in the order of the page. */
  reads: Map<string, Read>
  /** Whether a time was read from words that name no zone. */
  zoneless: boolean
}

/** The page a forum answered with. Throws `unsupported` for what is nested or tangled beyond reason. */
export function readPage(answer: Answer, forum: Forum): ReadPage {
  const $ = treeToReadOf(answer.text)
  const posts = allBelow($.root().get(0), forum.post)
  const head = headOf($, posts, forum, answer)
  return { head, ...readPosts(posts, forum, head) }
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
    const around = outside.find((element) => isNamed(element, wish))
    const element = around ?? firstBelow(firstPost, wish)
    const whole = textIn(element)
    if (whole === null) continue
    const label = element === null || forum.label === undefined ? null : textIn(firstBelow(element, forum.label))
    const title = around === undefined ? whole.replace(REPLY, '') : whole
    return (label !== null && title.startsWith(label) ? title.slice(label.length).trim() : title) || whole
  }
  return null
}

function headOf($: Page, posts: Element[], forum: Forum, answer: Answer): Head {
  const url = withoutSession(ownAddress($, answer))
  const named = baseIn($, answer)
  const base = named ?? answer.url ?? url
  const outside = around($.root().get(0), posts)
  const firstOf = (selector: string) => outside.find((element) => isNamed(element, selector)) ?? null
  const next = firstOf(forum.next)?.attribs.href
  const firstPage = outside.find((element) => isNamed(element, forum.pages) && textIn(element) === '1')
  const first = absolute(firstPage?.attribs.href, base)
  const current = Number(/\d+/.exec(textIn(firstOf(forum.currentPage)) ?? '')?.[0] ?? '1')
  return {
    url,
    base: named ?? url,
    title: titleIn(outside, posts[0], forum) ?? titleOf($),
    language: languageOf($),
    site: forum.name,
    page: current,
    next: absolute(next, base),
    more: next !== undefined && !/^#|^javascript:/i.test(next),
    first: current === 1 ? null : first,
  }
}

/**
 * What an element says of a time; where a word stands for a date ("today"), the date is its title. The software's note of
 * an edit tells another time.
 */
function saidTime(element: Element, edited: string | undefined): string {
  if (edited !== undefined && isNamed(element, edited)) return ''
  const title = element.attribs.title ?? ''
  let words = ''
  for (const child of element.children)
    words += ` ${isText(child) ? child.data : isTag(child) ? saidTime(child, edited) : ''}`
  if (!/\d{4}|\d[./-]\d/.test(title)) return words
  return /\d:\d/.test(title) || !/\d:\d/.test(words) ? title : `${title}, ${/\d{1,2}:\d{2}.*/.exec(words)?.[0] ?? ''}`
}

/**
 * The ways a post tells its time, the surest first: where one tells a time of day, what holds more is not asked, as it may
 * hold other times.
 */
function saidTimes({ below }: Block, forum: Forum): string[] {
  const all: string[] = []
  for (const selector of forum.when.split(', ')) {
    let exact = false
    const elements = allNamed(below, selector)
    for (let at = 0; at < elements.length && at < 8; at++) {
      const words = saidTime(elements[at] as Element, forum.edited)
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 300)
      if (/\d[:.h]\d\d/.test(words)) exact = true
      all.push(words)
    }
    if (exact) break
  }
  return all
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

/** The words of a post, from the first place the forum is known to keep them in. */
function wordsIn({ below }: Block, forum: Forum, base: string | null): Prose {
  for (const selector of forum.body) {
    const body = firstNamed(below, selector)
    if (body === null) continue
    const words = nodesToText(body.children, { base, drop: forum.drop, quote: forum.quote })
    const line = forum.signature === undefined ? -1 : words.text.search(forum.signature)
    return line < 0 ? words : trim(cut(words, [{ start: line, end: words.text.length }]))
  }
  return plain('')
}

/** A time of day, or how long ago. */
const CLOCK = /\d:\d\d|\d+ (?:minute|hour)|\d+ (?:Minute|Stunde)/

/** A post but for a time told in the words of the place: how to read those shows in all of them. */
interface Told extends Pick<Read, 'above' | 'quoted'> {
  draft: Draft
  said: string[]
}

function readPosts(posts: Element[], forum: Forum, { url, base, language }: Head): Omit<ReadPage, 'head'> {
  const told = new Map<string, Told>()
  const all: string[] = []
  const ids = new Map<Element, string | null>()
  for (const element of posts) {
    const outside = forum.head?.(element) ?? null
    const below = elementsBelow(element)
    const block = { element, below: outside === null ? below : [...elementsBelow(outside), ...below] }
    const exact = instant(forum.time(block))
    const said = exact === null ? saidTimes(block, forum) : []
    all.push(...said)
    const id = forum.id(block)
    ids.set(element, id)
    if (id === null || told.has(id)) continue
    const words = wordsIn(block, forum, base)
    const link = firstNamed(block.below, forum.permalink)?.attribs.href
    const draft: Draft = {
      id,
      author: forum.author(block),
      createdAt: exact,
      body: words,
      permalink:
        withoutSession(absolute(link, base)) ??
        (url === null ? null : `${url.replace(/#.*$/, '')}#${element.attribs.id ?? id}`),
      kind: 'reply',
      state: stateOf(block, forum),
    }
    const outer = forum.above === undefined ? nearestAbove(element, (one) => ids.has(one)) : forum.above(element)
    const quoted = quotedFirst(words)
    told.set(id, { draft, said, above: outer === null ? null : (ids.get(outer) ?? null), quoted })
  }
  return timed(told, { order: orderOf(all, language), language })
}

function timed(told: Map<string, Told>, reading: LocalReading): Omit<ReadPage, 'head'> {
  let zoneless = false
  const reads = new Map<string, Read>()
  for (const [id, { draft, said, above, quoted }] of told) {
    const local = firstTime(said, reading)
    if (local !== null) zoneless = true
    const made = post({ ...draft, createdAt: draft.createdAt ?? local })
    reads.set(id, { made, above, quoted, relative: made.createdAt === null && said.some((words) => CLOCK.test(words)) })
  }
  return { reads, zoneless }
}

function firstTime(said: string[], reading: LocalReading): string | null {
  for (const words of said) {
    const found = localTime(words, reading)
    if (found !== null) return found.at
  }
  return null
}

function stateOf({ element, below }: Block, { gone, edited }: Forum): Post['state'] {
  const bears = (mark: string | undefined) =>
    mark !== undefined && (isNamed(element, mark) || textIn(firstNamed(below, mark)) !== null)
  return bears(gone) ? 'removed' : bears(edited) ? 'edited' : 'ok'
}

/** Parts of an address that say who is looking, not what is looked at. */
function withoutSession(address: string | null): string | null {
  if (address === null || !/[?&](?:sid|s|PHPSESSID)=/.test(address)) return address
  const url = new URL(address)
  for (const name of ['sid', 's', 'PHPSESSID']) url.searchParams.delete(name)
  return url.href
}
