/** The posts on one page of a classic forum. */
import { type Element, isTag, isText } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { absolute, nodesToText } from '../../text/html-to-text.ts'
import { onDayIn } from '../../text/age.ts'
import { instant } from '../../text/instant.ts'
import { type LocalReading, localTime, orderIn } from '../../text/local-time.ts'
import { cut, plain, type Prose, quotedFirst, trim } from '../../text/prose.ts'
import { offsetAhead, type StatedZone } from '../../text/stated-zone.ts'
import { textIn } from '../page.ts'
import { type Draft, post } from '../post.ts'
import { allNamed, elementsBelow, firstNamed, isNamed, nearestAbove } from '../select.ts'
import type { Block, Forum } from './forum.ts'
import { type PageClock, zoneOfClock } from './forum-clock.ts'

interface Read {
  made: Post
  /** Id of the post it stands in, as a comment on it. */
  above: string | null
  /** Id of the post its first quote block names. */
  quoted: string | null
  /** Whether its time is told by the day of looking at it only. */
  relative: boolean
}

export interface ReadPosts {
  /** By their ids, in the order of the page. */
  reads: Map<string, Read>
  /** Zones that times without one were read in, as the page names them; null where it names none. */
  zones: Set<string | null>
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

/** The words of a post, from the first place the forum is known to keep them in; null where it has none, as for writers the reader ignores. */
function wordsIn({ below }: Block, forum: Forum, base: string | null): Prose | null {
  for (const selector of forum.body) {
    const body = firstNamed(below, selector)
    if (body === null) continue
    const words = nodesToText(body.children, { base, drop: forum.drop, quote: forum.quote })
    const line = forum.signature === undefined ? -1 : words.text.search(forum.signature)
    return line < 0 ? words : trim(cut(words, [{ start: line, end: words.text.length }]))
  }
  return null
}

/** A place on a page; without one its page. */
function addressOf(url: string | null, anchor: string | null): string | null {
  if (url === null || anchor === null) return url
  return `${url.replace(/#.*$/, '')}#${anchor}`
}

/** A time of day, or how long ago. */
const CLOCK = /\d:\d\d|\d+ (?:minute|hour)|\d+ (?:Minute|Stunde)/

/** Marked for programs, and without a zone all the same. */
const ZONELESS = /^\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*$/

/** A post but for a time told in the words of the place: how to read those shows in all of them. */
interface Told extends Pick<Read, 'above' | 'quoted'> {
  draft: Draft
  said: string[]
}

/** What must be known of a page before its posts can be read. */
export interface Where {
  url: string | null
  /** What its addresses are relative to. */
  base: string | null
  language: string | null
  /** When it was looked at, ISO 8601. */
  readAt: string | null
}

/** Posts of one page, read one after the other in its order. */
export class PostReading {
  private readonly forum: Forum
  private readonly place: Where
  private readonly told = new Map<string, Told>()
  private readonly said: string[] = []
  private readonly ids = new Map<Element, string | null>()

  constructor(forum: Forum, place: Where) {
    this.forum = forum
    this.place = place
  }

  /** What stands around a post must be there, and a post that it stands in read before. */
  read(element: Element): void {
    const { forum, ids } = this
    const { url, base } = this.place
    const outside = forum.head?.(element) ?? null
    const below = elementsBelow(element)
    const block = { element, below: outside === null ? below : [outside, ...elementsBelow(outside), ...below] }
    const marked = forum.time(block)
    const bare = marked !== null && ZONELESS.test(marked)
    const exact = bare ? null : instant(marked)
    const said = bare ? [marked] : exact === null ? saidTimes(block, forum) : []
    this.said.push(...said)
    const id = forum.id(block)
    ids.set(element, id)
    if (id === null || this.told.has(id)) return
    const words = wordsIn(block, forum, base)
    const link = firstNamed(block.below, forum.permalink)?.attribs.href
    const draft: Draft = {
      id,
      author: forum.author(block),
      createdAt: exact,
      score: forum.score?.(block) ?? null,
      body: words ?? plain(''),
      permalink:
        withoutSession(absolute(link, base)) ??
        addressOf(url, forum.anchor === undefined ? (element.attribs.id ?? id) : forum.anchor(id)),
      kind: 'reply',
      state: stateOf(block, forum, words !== null),
    }
    const outer = forum.above === undefined ? nearestAbove(element, (one) => ids.has(one)) : forum.above(element)
    const above = outer === null ? null : (ids.get(outer) ?? null)
    this.told.set(id, { draft, said, above, quoted: words === null ? null : quotedFirst(words) })
  }

  /** All that were read, their times by what all of them tell and, where that is not enough, by what stands around them. */
  done(around: Around): ReadPosts {
    const { language, readAt } = this.place
    return timed(this.told, { order: orderOf(this.said, language), language }, readAt, around)
  }
}

/** What the page says of its times besides its posts. */
export interface Around {
  zone(): StatedZone | null
  clock(reading: LocalReading): PageClock | null
}

function timed(told: Map<string, Told>, reading: LocalReading, readAt: string | null, around: Around): ReadPosts {
  const zones: ReadPosts['zones'] = new Set()
  // The page is searched once, also where it tells nothing.
  let clock: PageClock | null | undefined
  let zone: StatedZone | null | undefined
  const clockOf = () => {
    if (clock === undefined) clock = around.clock(reading)
    return clock
  }
  const zoneOf = () => {
    if (zone === undefined) zone = around.zone() ?? zoneOfClock(clockOf(), readAt)
    return zone
  }
  const elsewhere = () => {
    zones.add(zoneOf()?.name ?? null)
    return zoneOf()?.offset ?? 0
  }
  const byDay = (said: string) => {
    const now = clockOf()?.local ?? localOf(readAt, zoneOf())
    const local = now === null ? null : onDayIn(said, now)
    if (local === null) return null
    const offset = elsewhere()
    return new Date(local - (typeof offset === 'function' ? offset(local) : offset) * 60_000).toISOString()
  }
  const reads = new Map<string, Read>()
  for (const [id, { draft, said, above, quoted }] of told) {
    const words = said.join('\n')
    const createdAt = draft.createdAt ?? firstTime(said, reading, elsewhere) ?? byDay(words)
    const age = createdAt === null && readAt !== null ? words : null
    const made = post({ ...draft, createdAt, age, readAt })
    const unknown = made.createdAt === null && made.createdAbout === undefined
    reads.set(id, { made, above, quoted, relative: unknown && said.some((words) => CLOCK.test(words)) })
  }
  return { reads, zones }
}

/** What a clock of the zone showed at a time, as if it were UTC. */
function localOf(at: string | null, zone: StatedZone | null): number | null {
  if (at === null || zone === null) return null
  const time = Date.parse(at)
  const { offset } = zone
  return time + (typeof offset === 'function' ? offset(time) : offset) * 60_000
}

function firstTime(
  said: string[],
  reading: LocalReading,
  elsewhere: () => NonNullable<LocalReading['offset']>,
): string | null {
  for (const words of said) {
    const found = localTime(words, reading)
    if (found === null) continue
    const offset = offsetAhead(words.slice(found.end).trimStart()) ?? elsewhere()
    return offset === 0 ? found.at : (localTime(words, { ...reading, offset })?.at ?? null)
  }
  return null
}

function stateOf({ element, below }: Block, { gone, edited }: Forum, shown: boolean): Post['state'] {
  const bears = (mark: string | undefined) =>
    mark !== undefined && (isNamed(element, mark) || textIn(firstNamed(below, mark)) !== null)
  return bears(gone) ? 'removed' : !shown ? 'hidden' : bears(edited) ? 'edited' : 'ok'
}

/** Parts of an address that say who is looking, not what is looked at. */
export function withoutSession(address: string | null): string | null {
  if (address === null || !/[?&](?:sid|s|PHPSESSID)=/.test(address)) return address
  const url = new URL(address)
  for (const name of ['sid', 's', 'PHPSESSID']) url.searchParams.delete(name)
  return url.href
}
