/** Hacker News: Algolia's tree in one answer, the official item API as fallback, and its pages. */
import type { Post } from '../../../shared/thread.ts'
import { refusal, usable } from '../answers.ts'
import { at, count, jsonOf, list, number, text } from '../json.ts'
import type { Answer, Ask, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { isOldHackerNews, readOldHackerNews } from './hacker-news-old.ts'
import { byStory, isItem, itemsUnderNames, readItems, unfolded } from './hacker-news-items.ts'
import { readPage } from './hacker-news-pages.ts'
import { body, isTakenDown, linkTo, SITE, thread } from './hacker-news-thread.ts'

/** The tree of `hn.algolia.com/api/v1/items/N`: children nested, deleted items empty. */
function readAlgolia(root: unknown): ReadThread {
  const posts: Post[] = []
  const todo: { item: unknown; parentId: string | null }[] = [{ item: root, parentId: null }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { item, parentId } = next
    const id = text(item, 'id')
    if (id === null) continue
    const title = parentId === null ? text(item, 'title') : null
    const source = text(item, 'text')
    posts.push(
      post({
        id,
        parentId,
        author: text(item, 'author'),
        createdAt: number(item, 'created_at_i') ?? at(item, 'created_at'),
        score: number(item, 'points'),
        title,
        body: body(source),
        permalink: linkTo(id),
        state: source === null && title === null ? 'deleted' : isTakenDown(source) ? 'removed' : 'ok',
      }),
    )
    for (const child of list(item, 'children').toReversed()) todo.push({ item: child, parentId: id })
  }
  return thread(posts, {
    id: text(root, 'id') ?? '',
    title: text(root, 'title'),
    url: text(root, 'url'),
    expected: null,
    root: text(root, 'story_id'),
    missing:
      text(root, 'type') === 'comment'
        ? [{ why: 'the story this comment is about', count: 1, opening: true as const }]
        : [],
  })
}

/** Answers of Algolia's search: flat comments that name their parent and their story. */
function readHits(hits: unknown[], found: number | null): ReadThread {
  const story = hits.find((hit) => text(hit, 'title') !== null)
  const id = text(hits[0], 'story_id') ?? text(story, 'objectID') ?? ''
  const posts = hits.map((hit) => {
    const own = text(hit, 'objectID') ?? ''
    return post({
      id: own,
      parentId: own === id ? null : text(hit, 'parent_id'),
      author: text(hit, 'author'),
      createdAt: at(hit, 'created_at') ?? number(hit, 'created_at_i'),
      score: number(hit, 'points'),
      title: own === id ? text(hit, 'title') : null,
      body: body(text(hit, 'comment_text') ?? text(hit, 'story_text')),
      permalink: linkTo(own),
    })
  })
  return thread(posts, {
    id,
    root: id,
    title: text(story, 'title') ?? text(hits[0], 'story_title'),
    url: text(story, 'url') ?? text(hits[0], 'story_url'),
    expected: null,
    missing: [
      ...(story === undefined ? [{ why: 'the story these comments are about', count: 1, opening: true as const }] : []),
      ...(found !== null && found > hits.length ? [{ why: 'further pages', count: found - hits.length }] : []),
    ],
  })
}

/** What a search finds may be of many stories; how many more it found says nothing of any one of them. */
function hitsByStory(answer: Answer, hits: unknown[]): ReadThread[] {
  const parts = new Map<string | null, unknown[]>()
  for (const hit of hits) {
    const story = text(hit, 'title') === null ? text(hit, 'story_id') : text(hit, 'objectID')
    const part = parts.get(story) ?? []
    part.push(hit)
    parts.set(story, part)
  }
  const found = parts.size === 1 ? count(jsonOf(answer), 'nbHits') : null
  return [...parts.values()].map((part) => readHits(part, found))
}

const hitsIn = (value: unknown): unknown[] =>
  list(value, 'hits').filter((hit) => text(hit, 'objectID') !== null && text(hit, 'author') !== null)

const NOT_HANDED_OUT = 'items the site did not hand out, and the answers to them'

type Shape = 'algolia' | 'items' | 'page' | 'old' | 'hits' | null

function shapeOf(answer: Answer): { shape: Shape; value: unknown } {
  const value = jsonOf(answer)
  if (value !== undefined) {
    if (text(value, 'id') !== null && Array.isArray(at(value, 'children')) && at(value, 'created_at') !== undefined) {
      return { shape: 'algolia', value }
    }
    if (hitsIn(value).length > 0) return { shape: 'hits', value: hitsIn(value) }
    const items = Array.isArray(value) ? value : text(value, 'type') !== null ? [value] : itemsUnderNames(value)
    // The official API answers with null for what is not (or not yet) there.
    const known = items.filter((item) => item !== null)
    return known.length > 0 && known.every(isItem) ? { shape: 'items', value: items } : { shape: null, value }
  }
  const isPage = /class="fatitem"|class="(?:athing|comtr)/.test(answer.text) && /hnuser|hnmain/.test(answer.text)
  return { shape: isPage ? 'page' : isOldHackerNews(answer) ? 'old' : null, value }
}

function fileOf(answer: Answer): ReadThread[] {
  const { shape, value } = shapeOf(answer)
  if (shape === 'algolia') return [readAlgolia(value)]
  if (shape === 'hits') return hitsByStory(answer, value as unknown[])
  if (shape === 'items') {
    const items = value as unknown[]
    const unknown = items.filter((item) => item === null).length
    const missing = unknown > 0 ? [{ why: NOT_HANDED_OUT, count: unknown }] : []
    const parts = byStory(unfolded(items.filter((item) => item !== null)))
    return parts.map((part, nth) => readItems(part, nth === 0 ? missing : []))
  }
  return [shape === 'old' ? readOld(answer) : readPage(answer)]
}

function readOld(answer: Answer): ReadThread {
  const { id, title, url, announced, posts } = readOldHackerNews(answer)
  return thread(posts, {
    id: id ?? '',
    title,
    url,
    expected: announced === null ? null : announced + 1,
    missing: title === null ? [{ why: 'the story these comments are about', count: 1, opening: true as const }] : [],
  })
}

type State =
  | { stage: 'algolia' | 'page'; id: string }
  | { stage: 'items'; id: string; items: unknown[]; failed: number }

const askAlgolia = (id: string): Ask => ({
  url: `https://hn.algolia.com/api/v1/items/${id}`,
  purpose: 'the whole thread',
})
const askItem = (id: string): Ask => ({
  url: `https://hacker-news.firebaseio.com/v0/item/${id}.json`,
  purpose: `item ${id}`,
  gap: 0,
})

function idOf(url: URL): string | null {
  if (url.hostname === SITE && url.pathname === '/item')
    return /^\d+/.exec(url.searchParams.get('id') ?? '')?.[0] ?? null
  if (url.hostname === 'hn.algolia.com') return /\/items\/(\d+)/.exec(url.pathname)?.[1] ?? null
  if (url.hostname === 'hacker-news.firebaseio.com') return /\/item\/(\d+)/.exec(url.pathname)?.[1] ?? null
  return null
}

export const hackerNews: Platform<State> = {
  id: 'hackernews',
  name: 'Hacker News',
  recognise: (url) => (idOf(url) === null ? null : 'sure'),
  sniff: (answer) => shapeOf(answer).shape !== null,
  file: fileOf,
  begin(url) {
    const id = idOf(url) ?? ''
    return { asks: [askAlgolia(id)], state: { stage: 'algolia', id } }
  },
  resume(state, answers) {
    if (state.stage === 'page') return { thread: fileOf(usable(answers[0]))[0] as ReadThread }
    if (state.stage === 'items') return walk(state, answers)
    const answer = answers[0] as Answer
    const value = refusal(answer) === null ? jsonOf(answer) : undefined
    // Algolia lags minutes behind and now and then fails: the official API knows every item.
    if (text(value, 'id') === null)
      return { asks: [askItem(state.id)], state: { stage: 'items', id: state.id, items: [], failed: 0 } }
    const story = text(value, 'story_id')
    if (story !== null && story !== state.id && text(value, 'type') === 'comment') {
      return { asks: [askAlgolia(story)], state: { stage: 'algolia', id: story } }
    }
    return { thread: readAlgolia(value) }
  },
}

/** One level of the tree per step; items that fail are counted, not waited for. */
function walk(state: Extract<State, { stage: 'items' }>, answers: Answer[]): ReturnType<Platform<State>['resume']> {
  const values = answers.map((answer) => (refusal(answer) === null ? jsonOf(answer) : undefined))
  const items = values.filter((value) => text(value, 'id') !== null)
  if (state.items.length === 0) {
    if (items.length === 0)
      return { asks: [{ url: linkTo(state.id), purpose: 'the page' }], state: { stage: 'page', id: state.id } }
    const parent = text(items[0], 'parent')
    if (parent !== null) return { asks: [askItem(parent)], state: { ...state, id: parent } }
  }
  const failed = state.failed + values.length - items.length
  const kids = items.flatMap((item) => [...list(item, 'parts'), ...list(item, 'kids')].map(String))
  const all = [...state.items, ...items]
  if (kids.length > 0) return { asks: kids.map(askItem), state: { ...state, items: all, failed } }
  const missing = failed > 0 ? [{ why: NOT_HANDED_OUT, count: null }] : []
  return { thread: readItems(all, missing) }
}
