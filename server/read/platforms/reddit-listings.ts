/** What Reddit's JSON holds: listings, comments and the stubs of what it folded away; also as archives hand it out. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { join, plain, type Prose } from '../../text/prose.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, list, number, record, text, truthy } from '../json.ts'
import type { ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { ORIGIN, redditKey } from './reddit-thread.ts'

/** The stubs "load more comments" (with ids) and "continue this thread" (without). */
export interface Stub {
  parent: string
  ids: string[]
  count: number
}

export interface Gathered {
  posts: Post[]
  stubs: Stub[]
  title: string | null
  url: string | null
  articleUrl: string | null
  /** Comments and the posts they answer. */
  announced: number | null
}

/** HTML is what readers saw; without `raw_json=1` it comes escaped once more. */
function body(html: string | null, markdown: string | null): Prose {
  if (html !== null) {
    const source = /^\s*&lt;/.test(html) ? htmlToText(html).text : html
    return htmlToText(source, { base: ORIGIN })
  }
  return markdown === null ? plain('') : markdownToText(markdown)
}

/** Without `raw_json=1` the three characters of markup are escaped in every text. */
function raw(words: string | null): string | null {
  return words?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') ?? null
}

function stateOf(data: unknown, words: string | null): Post['state'] {
  const gone = words === null ? null : /^\s*\[\s*(deleted|removed)\b[^\]]*\]\s*$/i.exec(words)?.[1]?.toLowerCase()
  const by = text(data, 'removed_by_category')
  // A post can be taken off its list and still be handed out with its words.
  if (gone === 'removed' || (by !== null && words === null && !/^(?:deleted|author)$/.test(by))) return 'removed'
  if (gone === 'deleted') return 'deleted'
  return at(data, 'edited') !== false && truthy(data, 'edited') ? 'edited' : 'ok'
}

function link(data: unknown): string | null {
  const path = text(data, 'permalink')
  if (path !== null) return new URL(path, ORIGIN).href
  // In an inbox a comment names the page it stands on, with what is around it.
  const context = text(data, 'context')
  if (context?.startsWith('/r/') === true) return new URL(context.replace(/\?.*/, ''), ORIGIN).href
  const story = text(data, 'link_id')?.replace('t3_', '')
  const id = text(data, 'id')
  return story === undefined || id === null ? null : `${ORIGIN}/comments/${story}/_/${id}/`
}

/** The choices of a poll, what is written below pictures, and the words of a post posted again stand beside its own. */
function besides(data: unknown): Prose[] {
  const choices = list(data, 'poll_data', 'options').flatMap((one) => raw(text(one, 'text')) ?? [])
  const captions = list(data, 'gallery_data', 'items').flatMap((one) => raw(text(one, 'caption')) ?? [])
  const [origin] = list(data, 'crosspost_parent_list')
  const told = body(text(origin, 'selftext_html'), raw(text(origin, 'selftext')))
  const author = text(origin, 'author')
  return [
    ...(told.text === '' ? [] : [{ ...told, quotes: [{ start: 0, end: told.text.length, author, ref: null }] }]),
    ...captions.map(plain),
    ...(choices.length === 0 ? [] : [plain(choices.map((choice) => `• ${choice}`).join('\n'))]),
  ]
}

function submission(data: unknown): Post {
  const words = raw(text(data, 'selftext'))
  return post({
    id: text(data, 'name') ?? `t3_${text(data, 'id') ?? ''}`,
    author: text(data, 'author'),
    createdAt: number(data, 'created_utc'),
    score: number(data, 'score'),
    title: raw(text(data, 'title')),
    body: join([body(text(data, 'selftext_html'), words), ...besides(data)], '\n\n'),
    permalink: link(data),
    kind: 'opening',
    state: stateOf(data, words),
  })
}

function comment(data: unknown): Post {
  const words = raw(text(data, 'body'))
  return post({
    id: text(data, 'name') ?? `t1_${text(data, 'id') ?? ''}`,
    parentId: text(data, 'parent_id'),
    author: text(data, 'author'),
    createdAt: number(data, 'created_utc'),
    score: truthy(data, 'score_hidden') ? null : number(data, 'score'),
    body: body(text(data, 'body_html'), words),
    permalink: link(data),
    kind: text(data, 'author') === 'AutoModerator' ? 'system' : 'comment',
    state: stateOf(data, words),
  })
}

/** Adds everything found in `things`: listings, submissions, comments with their replies, stubs; in reading order. */
export function gather(things: unknown[], into: Gathered): void {
  const todo = things.filter((thing) => record(thing) !== null).toReversed()
  for (let thing = todo.pop(); thing !== undefined; thing = todo.pop()) {
    const kind = text(thing, 'kind')
    const data = at(thing, 'data')
    if (record(data) === null) continue
    if (kind === 'Listing')
      todo.push(
        ...list(data, 'children')
          .filter((one) => record(one) !== null)
          .toReversed(),
      )
    else if (kind === 't3') {
      into.posts.push(submission(data))
      into.title ??= raw(text(data, 'title'))
      into.url ??= link(data)
      const announced = count(data, 'num_comments')
      if (announced !== null) into.announced = (into.announced ?? 0) + announced + 1
      const target = raw(text(data, 'url'))
      if (!truthy(data, 'is_self') && target !== null && !/reddit\.com|redd\.it/.test(target))
        into.articleUrl ??= target
    } else if (kind === 't1' || kind === 't4') {
      into.posts.push(comment(data))
      into.title ??= raw(text(data, 'link_title') ?? (kind === 't4' ? text(data, 'subject') : null))
      if (record(at(data, 'replies')) !== null) todo.push(at(data, 'replies'))
    } else if (kind === 'more') {
      into.stubs.push({
        parent: text(data, 'parent_id') ?? '',
        ids: list(data, 'children').filter((id) => typeof id === 'string'),
        count: count(data, 'count') ?? 0,
      })
    }
  }
}

/** Archives of Reddit hand out its records bare, in a list under `data`. */
function archivedIn(value: unknown): unknown[] {
  const rows = Array.isArray(value) ? value : list(value, 'data')
  return rows.flatMap((data) => {
    if (text(data, 'id') === null || record(data) === null || text(data, 'kind') !== null) return []
    if (text(data, 'link_id')?.startsWith('t3_') === true && text(data, 'body') !== null) return [{ kind: 't1', data }]
    return text(data, 'subreddit') !== null && text(data, 'title') !== null ? [{ kind: 't3', data }] : []
  })
}

/** What the answers of a file hold: one listing, several, recorded exchanges or the flat answers to "more". */
export function thingsOf(value: unknown): unknown[] {
  const bare = archivedIn(value)
  if (bare.length > 0) return bare
  const whole = Array.isArray(value) ? value : [value]
  return whole.flatMap((one): unknown[] => {
    const inner = at(one, 'response') ?? one
    const flat = list(inner, 'json', 'data', 'things')
    if (flat.length > 0) return flat
    const archived = archivedIn(inner)
    if (archived.length > 0) return archived
    return Array.isArray(inner) ? inner : /^(Listing|t1|t3|t4|more)$/.test(text(inner, 'kind') ?? '') ? [inner] : []
  })
}

/** Whether a value is an answer of Reddit's. */
export function holdsReddit(value: unknown): boolean {
  return thingsOf(value).some((thing) => {
    const kind = text(thing, 'kind')
    const data = at(thing, 'data')
    if (kind === 'Listing')
      return (
        Array.isArray(at(data, 'children')) &&
        (list(data, 'children').length === 0 || /^(t1|t3|t4|more)$/.test(text(data, 'children', 0, 'kind') ?? ''))
      )
    return (kind === 't1' || kind === 't3' || kind === 't4') && text(data, 'id') !== null
  })
}

function missingOf(stubs: Stub[]): Missing {
  return stubs.map(({ parent, ids, count: hidden }) =>
    hidden > 0
      ? { why: 'folded away by Reddit behind “load more comments”', count: hidden, ids: ids.map((id) => `t1_${id}`) }
      : { why: 'branches that Reddit continues on pages of their own', count: null, below: parent },
  )
}

/** Letters between people stand in an inbox beside answers to what they posted. */
const isFirstLetter = ({ id, parentId }: Post) => id.startsWith('t4_') && parentId === null

/** Throws `not-found` for listings that are empty. */
export function threadOf(gathered: Gathered): ReadThread {
  if (gathered.posts.length === 0 && gathered.stubs.length === 0)
    throw new Problem('not-found', 'Reddit has nothing there: what was at this address was deleted, or never was.')
  const { announced } = gathered
  const orphan = gathered.posts.find((one) => one.permalink !== null)?.permalink ?? null
  const url = gathered.url ?? orphan?.replace(/(\/comments\/\w+)\/.*/, '$1/') ?? null
  return assemble({
    platform: 'reddit',
    site: 'reddit.com',
    url,
    key: redditKey(url),
    title: gathered.title,
    articleUrl: gathered.articleUrl,
    posts: gathered.posts,
    expected: announced,
    missing: [
      ...missingOf(gathered.stubs),
      ...(gathered.posts.some((one) => one.kind === 'opening' || isFirstLetter(one))
        ? []
        : [{ why: 'the post these comments answer', count: 1, opening: true as const }]),
    ],
  })
}

export const nothing = (): Gathered => ({
  posts: [],
  stubs: [],
  title: null,
  url: null,
  articleUrl: null,
  announced: null,
})

/** The threads of a file: one, unless comments of several stand in one list, as on a person's page, or submissions without any. Throws `not-found`. */
export function readListings(value: unknown): ReadThread[] {
  return apart(thingsOf(value)).map((things) => {
    const gathered = nothing()
    gather(things, gathered)
    return threadOf(gathered)
  })
}

/** `things` by the thread they belong to, where there are comments of more than one, or submissions and no comment. */
function apart(things: unknown[]): unknown[][] {
  const single = things.flatMap((thing) =>
    text(thing, 'kind') === 'Listing' ? list(thing, 'data', 'children') : [thing],
  )
  const commented = new Set(single.filter((thing) => /^t[14]$/.test(text(thing, 'kind') ?? '')).map(storyOf))
  const submitted = new Set(single.filter((thing) => text(thing, 'kind') === 't3').map(storyOf))
  const listed = commented.size === 0 && submitted.size > 1
  if (!listed && (commented.size < 2 || commented.has(null))) return [things]
  const parts = new Map<string | null, unknown[]>()
  let last: string | null = null
  for (const thing of single) {
    last = storyOf(thing) ?? last
    parts.set(last, [...(parts.get(last) ?? []), thing])
  }
  return [...parts.values()]
}

/** The name of the submission a comment is about, or of a submission itself; null for stubs. */
function storyOf(thing: unknown): string | null {
  const kind = text(thing, 'kind')
  if (kind === 't1') return text(thing, 'data', 'link_id') ?? storyIn(text(thing, 'data', 'context'))
  if (kind === 't4') return text(thing, 'data', 'first_message_name') ?? text(thing, 'data', 'name')
  return kind === 't3' ? (text(thing, 'data', 'name') ?? `t3_${text(thing, 'data', 'id')}`) : null
}

function storyIn(path: string | null): string | null {
  const [, id] = /\/comments\/(\w+)\//.exec(path ?? '') ?? []
  return id === undefined ? null : `t3_${id}`
}
