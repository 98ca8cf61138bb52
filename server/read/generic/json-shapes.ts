/** JSON of unknown origin, by its shape: a list of records that hold a text and mostly a writer, an id or a parent. */
import type { Post } from '../../../shared/thread.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { clean } from '../../text/clean.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { assemble } from '../assemble.ts'
import { at, jsonOf, number, record, text } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const KEYS = {
  text: [
    'text',
    'body',
    'content',
    'comment',
    'message',
    'html',
    'raw',
    'cooked',
    'selftext',
    'comment_text',
    'contents',
    'raw_message',
    'note',
    'post',
    'description',
    'summary',
  ],
  author: [
    'author',
    'user',
    'username',
    'author_name',
    'by',
    'owner',
    'creator',
    'from',
    'sender',
    'handle',
    'name',
    'nick',
    'poster',
  ],
  id: ['id', 'ID', '_id', 'objectID', 'uid', 'pid', 'comment_id', 'post_id', 'uuid', 'key', 'no', 'number'],
  parent: [
    'parent_id',
    'parentId',
    'parent',
    'in_reply_to_id',
    'in_reply_to',
    'reply_to',
    'replyTo',
    'reply_to_id',
    'inReplyTo',
    'parent_comment',
    'parentCommentId',
    'replyId',
    'pid',
  ],
  time: [
    'created_at',
    'createdAt',
    'created_utc',
    'created',
    'published_at',
    'published',
    'datePublished',
    'date',
    'time',
    'timestamp',
    'posted_at',
    'postedAt',
    'added_at',
    'epoch',
    'creation_date',
  ],
  score: ['score', 'points', 'likes', 'votes', 'upvotes', 'like_count', 'likeCount', 'favourites_count'],
  title: ['title', 'subject', 'headline', 'topic'],
  url: ['permalink', 'url', 'link', 'html_url', 'web_url'],
  children: ['replies', 'children', 'comments', 'answers', 'posts', 'responses', 'thread'],
}

const pick = (value: unknown, keys: string[]) =>
  keys.map((key) => at(value, key)).find((one) => one !== undefined && one !== null && one !== '')

function wordsOf(value: unknown, keys: string[]): string | null {
  for (const key of keys) {
    const found = at(value, key)
    const words =
      typeof found === 'string' && found.trim() !== ''
        ? found
        : (text(found, 'rendered') ?? text(found, 'text') ?? text(found, 'html') ?? text(found, 'body'))
    if (words !== null && words !== undefined) return words
  }
  return null
}

/** Some wrap what a comment says in a record beside the answers to it. */
function unwrapped(value: unknown): unknown {
  const inner = record(at(value, 'comment')) ?? record(at(value, 'node'))
  return inner === null ? value : { ...record(value), comment: undefined, node: undefined, ...inner }
}

function authorOf(value: unknown): string | null {
  const found = pick(value, KEYS.author)
  if (typeof found === 'string' || typeof found === 'number')
    return String(found).replace(/(\S)\s*<[^<>]*@[^<>]*>$/, '$1')
  return (
    ['display_name', 'displayName', 'name', 'username', 'login', 'handle', 'acct']
      .map((key) => text(found, key))
      .find((one) => one !== null) ?? null
  )
}

const childrenOf = (value: unknown): unknown[] =>
  KEYS.children.flatMap((key): unknown[] => {
    const found = at(value, key)
    return Array.isArray(found)
      ? found.flatMap((one) => record(unwrapped(one)) ?? []).filter((one) => wordsOf(one, KEYS.text) !== null)
      : []
  })

/** How much a list looks like posts: records with words, each of which has a writer, an id, a time or a parent. */
function likeness(items: unknown[]): number {
  const records = items.flatMap((item) => record(unwrapped(item)) ?? [])
  const good = records.filter(
    (one) =>
      wordsOf(one, KEYS.text) !== null &&
      [KEYS.author, KEYS.id, KEYS.time, KEYS.parent].filter((keys) => pick(one, keys) !== undefined).length >= 2,
  )
  return good.length < items.length * 0.6 ? 0 : good.length
}

/** The list that looks most like posts, looking at most a few thousand records deep, and the record it stands in. */
function bestList(value: unknown): { items: unknown[]; within: unknown } | null {
  let best: { items: unknown[]; within: unknown; size: number } | null = null
  const todo: { here: unknown; within: unknown; depth: number }[] = [{ here: value, within: undefined, depth: 0 }]
  for (let steps = 0; steps < 5000; steps++) {
    const next = todo.shift()
    if (next === undefined) break
    const { here, within, depth } = next
    if (Array.isArray(here)) {
      const size = likeness(here)
      if (size > (best?.size ?? 0)) best = { items: here, within, size }
    }
    if (depth > 6 || typeof here !== 'object' || here === null) continue
    const below: unknown[] = Array.isArray(here) ? here.slice(0, 50) : Object.values(here)
    for (const one of below)
      if (typeof one === 'object')
        todo.push({ here: one, within: Array.isArray(here) ? within : here, depth: depth + 1 })
  }
  return best
}

function body(words: string): Prose {
  if (/<\/?[a-z][^>]*>|&(?:lt|gt|amp|quot|#\d+);/i.test(words)) return quoteLines(htmlToText(words))
  return urlsInText(quoteLines(plain(clean(words).trim())))
}

function parentOf(value: unknown): string | null {
  const found = pick(value, KEYS.parent)
  const id =
    typeof found === 'string' || typeof found === 'number' ? String(found) : (text(found, 'id') ?? text(found, 'ID'))
  return id === null || id === '0' ? null : id
}

function readOne(value: unknown, id: string, parentId: string | null, title: string | null): Post {
  const url = wordsOf(value, KEYS.url)
  return post({
    id,
    parentId,
    author: authorOf(value),
    createdAt: pick(value, KEYS.time),
    score: number(pick(value, KEYS.score)),
    title,
    body: body(wordsOf(value, KEYS.text) ?? ''),
    permalink: url?.startsWith('http') === true ? url : null,
  })
}

function readTree(items: unknown[], root: string | null): Post[] {
  const posts: Post[] = []
  const todo: { item: unknown; above: string | null }[] = items
    .map(unwrapped)
    .toReversed()
    .map((item) => ({ item, above: root }))
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { item, above } = next
    if (wordsOf(item, KEYS.text) === null) continue
    const own = pick(item, KEYS.id)
    const id = typeof own === 'string' || typeof own === 'number' ? String(own) : `p${posts.length + 1}`
    posts.push(readOne(item, id, parentOf(item) ?? above, null))
    todo.push(
      ...childrenOf(item)
        .toReversed()
        .map((child) => ({ item: child, above: id })),
    )
  }
  return posts
}

/** Null when nothing in the document looks like posts. */
export function readJsonShape(answer: Answer): ReadThread | null {
  const value = jsonOf(answer)
  if (typeof value !== 'object' || value === null) return null
  const found = bestList(value)
  const top = record(found === null ? value : found.within)
  const title = top === null ? null : wordsOf(top, KEYS.title)
  const hasOpening = top !== null && title !== null && (wordsOf(top, KEYS.text) !== null || found !== null)
  if (found === null && !(hasOpening && authorOf(top) !== null)) return null
  const topId = pick(top, KEYS.id)
  const rootId = typeof topId === 'string' || typeof topId === 'number' ? String(topId) : 'opening'
  const opening = hasOpening ? [{ ...readOne(top, rootId, null, title), kind: 'opening' as const }] : []
  const below = found === null ? [] : readTree(found.items, hasOpening ? rootId : null)
  const clash = below.some((one) => one.id === rootId)
  const posts = [
    ...(clash ? [] : opening),
    ...(clash
      ? below.map((one) => (one.parentId === rootId ? { ...one, parentId: null, parentVia: 'none' as const } : one))
      : below),
  ]
  if (posts.length === 0) return null
  const url = top === null ? null : wordsOf(top, KEYS.url)
  const address = url?.startsWith('http') === true ? url : answer.url
  return assemble({
    platform: 'json',
    site: siteOf(address, answer.fileName ?? 'A JSON file'),
    url: address,
    title,
    posts,
    notices: ['The form of this JSON is not known: what its posts are was told from their shape.'],
  })
}
