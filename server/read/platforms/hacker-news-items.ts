/** Items of Hacker News's official API: one by one, in lists, put into each other, of one story or of several. */
import type { Post } from '../../../shared/thread.ts'
import type { Missing } from '../assemble.ts'
import { at, count, list, number, text, truthy } from '../json.ts'
import type { ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { body, linkTo, thread } from './hacker-news-thread.ts'

export const isItem = (item: unknown): boolean =>
  text(item, 'id') !== null &&
  number(item, 'time') !== null &&
  /^(?:story|comment|poll|pollopt|job)$/.test(text(item, 'type') ?? '') &&
  // Another interface to the site nests whole comments.
  !Array.isArray(at(item, 'comments'))

const isStory = (item: unknown): boolean => /^(?:story|poll|job)$/.test(text(item, 'type') ?? '')

/** Ids of the items below one; some programs put the items themselves there. */
const kidsOf = (item: unknown): string[] => list(item, 'kids').map((kid) => text(kid, 'id') ?? String(kid))

/** Items of the official API with those that were put into them. */
export function unfolded(items: unknown[]): unknown[] {
  const found: unknown[] = []
  const todo = items.toReversed()
  while (todo.length > 0) {
    const item = todo.pop()
    found.push(item)
    todo.push(...list(item, 'kids').filter(isItem).reverse())
  }
  return found
}

/** `items` by the story they are below, where there are several. */
export function byStory(items: unknown[]): unknown[][] {
  const byId = new Map(items.map((item) => [text(item, 'id'), item]))
  const stories = items.filter(isStory)
  if (stories.length < 2) return [items]
  const storyOf = new Map<unknown, unknown>()
  const find = (start: unknown): unknown => {
    const way: unknown[] = []
    let item: unknown = start
    while (item !== undefined && !storyOf.has(item) && !isStory(item) && way.length < items.length) {
      way.push(item)
      item = byId.get(text(item, 'parent') ?? text(item, 'poll'))
    }
    const story = storyOf.get(item) ?? item
    for (const one of way) storyOf.set(one, story)
    return story
  }
  const parts = new Map<unknown, unknown[]>(stories.map((story) => [story, []]))
  for (const item of items) {
    const story = find(item)
    const part = parts.get(story) ?? []
    part.push(item)
    parts.set(story, part)
  }
  return [...parts.values()]
}

/** Items of the official API, in any order; the root is the one whose parent is not among them. */
export function readItems(items: unknown[], missing: Missing = []): ReadThread {
  const byId = new Map(items.flatMap((item) => (text(item, 'id') === null ? [] : [[text(item, 'id') as string, item]])))
  const tops = [...byId.values()].filter((item) => !byId.has(text(item, 'parent') ?? text(item, 'poll') ?? ''))
  const root = tops.find(isStory) ?? tops[0] ?? items[0]
  const posts: Post[] = []
  const seen = new Set<string>()
  // Items that nothing on the way from the root names as its kid are read, too.
  const todo = [...[...byId.keys()].reverse(), text(root, 'id') ?? '']
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    const item = byId.get(id)
    if (item === undefined || seen.has(id)) continue
    seen.add(id)
    posts.push(
      post({
        id,
        parentId: item === root ? null : (text(item, 'parent') ?? text(item, 'poll')),
        author: text(item, 'by'),
        createdAt: number(item, 'time'),
        score: number(item, 'score'),
        title: item === root ? text(item, 'title') : null,
        body: body(text(item, 'text')),
        permalink: linkTo(id),
        ...(isStory(item) ? { kind: 'opening' as const } : {}),
        state: truthy(item, 'deleted') ? 'deleted' : truthy(item, 'dead') ? 'removed' : 'ok',
      }),
    )
    todo.push(...kidsOf(item).reverse())
  }
  const announced = count(root, 'descendants')
  const choices = posts.filter(({ id }) => text(byId.get(id), 'type') === 'pollopt').length
  const expected = announced === null ? null : announced + 1 + choices
  return thread(posts, {
    id: text(root, 'id') ?? '',
    title: text(root, 'title'),
    url: text(root, 'url'),
    expected,
    missing: expected !== null && posts.length >= expected ? [] : missing,
  })
}

/** Answers of the official API kept in one file under their paths, or a story beside the list of its comments. */
export function itemsUnderNames(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  const byPath = Object.entries(value).flatMap(([path, item]) => (/item\/\d+(\.json)?$/.test(path) ? [item] : []))
  if (byPath.length > 0) return byPath
  const inside = Object.values(value).flatMap((one): unknown[] => (Array.isArray(one) ? one : [one]))
  return inside.filter((one) => typeof one === 'object' && one !== null)
}
