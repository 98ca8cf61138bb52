/** JSON of unknown origin, by its shape: a list of records that hold a text and mostly a writer, an id or a parent. */
import type { Post } from '../../../shared/thread.ts'
import { assemble } from '../assemble.ts'
import { at, jsonOf, number, record } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { dialogueIn, type Turn } from './dialogue.ts'
import { type Field, FIELDS, plainName } from './fields.ts'
import {
  accountOf,
  authorOf,
  childrenOf,
  fieldsOf,
  idOf,
  isEmptied,
  listOf,
  ownId,
  parentOf,
  PERSON,
  pick,
  unwrapped,
  wordsOf,
} from './json-records.ts'
import { unprefixed } from './prefixed.ts'
import { isSlackNote, slackPeople, withNames } from './slack.ts'
import { asProse } from './words.ts'

/** Records looked at in search of the list of posts, and how deep. */
const MOST_STEPS = 5000
const DEEPEST = 8
/** Records of one list that tell whether it holds posts. */
const MOST_LOOKED_AT = 2000

/** How much a list looks like posts: records with words, each of which has a writer, an id, a time or a parent. */
function likeness(items: unknown[]): number {
  const signs: Field[] = ['author', 'id', 'time', 'parent']
  const whole = items
    .slice(0, MOST_LOOKED_AT)
    .map(unwrapped)
    .filter((one) => !isEmptied(one))
  const good = whole.filter(
    (one) => wordsOf(one, 'text') !== null && signs.filter((field) => pick(one, field) !== undefined).length >= 2,
  )
  if (good.length < whole.length * 0.6) return 0
  return items.length > MOST_LOOKED_AT ? items.length * (good.length / MOST_LOOKED_AT) : good.length
}

interface Found {
  items: unknown[]
  /** The record the list stands in. */
  within: unknown
  /** Every list that looks like posts, this one among them. */
  lists: unknown[][]
}

/** The list that looks most like posts, and the record it stands in. A table of records by their ids is a list, too. */
function bestList(value: unknown): Found | null {
  let best: (Omit<Found, 'lists'> & { size: number }) | null = null
  const lists: unknown[][] = []
  const todo: { here: unknown; within: unknown; depth: number }[] = [{ here: value, within: undefined, depth: 0 }]
  for (let steps = 0; steps < MOST_STEPS && steps < todo.length; steps++) {
    const { here, within, depth } = todo[steps] as { here: unknown; within: unknown; depth: number }
    const items = Array.isArray(here) ? here : tableOf(here)
    const size = items.length === 0 ? 0 : likeness(items)
    if (size > 0) lists.push(items)
    if (size > (best?.size ?? 0)) best = { items, within, size }
    if (depth >= DEEPEST || typeof here !== 'object' || here === null) continue
    const below: unknown[] = Array.isArray(here) ? here.slice(0, 50) : Object.values(here).slice(0, 500)
    // What only frames a list does not hold it: the title stands further out.
    const frame = Array.isArray(here) || (pick(here, 'title') === undefined && within !== undefined)
    for (const one of below)
      if (typeof one === 'object') todo.push({ here: one, within: frame ? within : here, depth: depth + 1 })
  }
  return best === null ? null : { ...best, lists }
}

/** How many records of other lists have words under the same name as those that were read. */
function leftOut({ items, lists }: Found): number {
  const read = new Set<unknown>()
  const todo = items.map(unwrapped)
  for (let item = todo.pop(); item !== undefined; item = todo.pop()) {
    read.add(item)
    todo.push(...childrenOf(item))
  }
  const named = (item: unknown) => FIELDS.text.find((name) => typeof fieldsOf(item).get(name) === 'string')
  const name = items.map((item) => named(unwrapped(item))).find((one) => one !== undefined)
  const others = new Set(
    lists
      .filter((list) => !list.some((item) => read.has(unwrapped(item))))
      .flat()
      .map(unwrapped),
  )
  return [...others].filter((item) => named(item) === name && ownId(item) !== null).length
}

/** The records of a table whose names are their ids. */
function tableOf(value: unknown): unknown[] {
  const entries = Object.entries(record(value) ?? {})
  const isTable =
    entries.length >= 2 &&
    entries.every(([name, one]) => record(one) !== null && plainName(name) === plainName(idOf(unwrapped(one)) ?? name))
  return isTable ? entries.map(([id, one]) => ({ id, ...record(unwrapped(one)) })) : []
}

type People = Map<string, string>

/** A time without its zone or a day alone is known roughly. */
function timeOf(found: unknown): { createdAt: unknown; age: string | null } {
  return { createdAt: found, age: typeof found === 'string' ? found : null }
}

function readOne(
  value: unknown,
  id: string,
  parentId: string | null,
  title: string | null,
  people: People = new Map(),
): Post {
  const url = wordsOf(value, 'url')
  const words = wordsOf(value, 'text')
  const gone = /^\s*\[(deleted|removed)\]\s*$/i.exec(words ?? '')?.[1]?.toLowerCase()
  return post({
    id,
    parentId,
    author: authorOf(value),
    ...timeOf(pick(value, 'time')),
    score: number(pick(value, 'score')),
    title,
    body: asProse(withNames(words ?? '', people)),
    state: (words === null && title === null) || gone === 'deleted' ? 'deleted' : gone === 'removed' ? 'removed' : 'ok',
    permalink: url?.startsWith('http') === true ? url : null,
    ...(isSlackNote(value) ? { kind: 'system' as const } : {}),
  })
}

function readTree(items: unknown[], root: string | null, people: People): Post[] {
  const posts: Post[] = []
  const todo: { item: unknown; above: string | null }[] = items
    .map(unwrapped)
    .toReversed()
    .map((item) => ({ item, above: root }))
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { item, above } = next
    const children = childrenOf(item)
    // Without words and answers there is nothing to keep a place for.
    if (wordsOf(item, 'text') === null && !(isEmptied(item) && children.length > 0)) continue
    const id = ownId(item) ?? `p${posts.length + 1}`
    posts.push(readOne(item, id, parentOf(item) ?? above, null, people))
    for (const child of children.toReversed()) todo.push({ item: child, above: id })
  }
  return posts
}

/** Names of people by their ids, where the document lists them beside the posts. */
function peopleIn(value: unknown): Map<string, string> {
  const lists = ['users', 'members', 'people', 'authors', 'profiles', 'participants', 'commenters'].map(
    (name) => at(value, name) ?? at(value, 'includes', name),
  )
  const people = lists.flatMap((list) =>
    Array.isArray(list) ? list : Object.entries(record(list) ?? {}).map(([id, one]) => ({ id, ...record(one) })),
  )
  return new Map(
    [...people, ...lists.filter((list) => !Array.isArray(list)).flatMap(listOf)].flatMap((one): [string, string][] => {
      const id = idOf(one) ?? accountOf(one)
      const name = PERSON.map((key) => fieldsOf(one).get(key)).find((word) => typeof word === 'string' && word !== '')
      return id === null || typeof name !== 'string' ? [] : [[id, name]]
    }),
  )
}

const named = (posts: Post[], people: People): Post[] =>
  posts.map((one) => ({ ...one, author: people.get(one.author ?? '') ?? one.author }))

const COUNTS = [
  'commentcount',
  'commentscount',
  'totalcount',
  'total',
  'numcomments',
  'replycount',
  'postscount',
  'count',
]

/** How many comments the record that holds the list, or the list's frame, announces. */
function announced(top: unknown): number | null {
  for (const holder of [top, ...FIELDS.children.map((name) => fieldsOf(top).get(name))]) {
    const count = COUNTS.map((name) => number(fieldsOf(holder).get(name))).find((one) => one !== null)
    if (count !== undefined && count !== null && Number.isSafeInteger(count) && count >= 0) return count
  }
  return null
}

/** Turns with a program, each said to answer the one before. */
function readDialogue(answer: Answer, value: unknown, turns: Turn[]): ReadThread {
  return assemble({
    platform: 'json',
    site: siteOf(answer.url, answer.fileName ?? 'A JSON file'),
    url: answer.url,
    title: wordsOf(value, 'title'),
    posts: turns.map(({ role, text, time }, index) =>
      post({
        id: String(index + 1),
        parentId: index === 0 ? null : String(index),
        parentVia: 'order',
        author: role,
        ...timeOf(time),
        body: asProse(text),
        kind: role === 'system' ? 'system' : 'comment',
      }),
    ),
    notices: ['This is a conversation with a program: each turn was taken to answer the one before.'],
  })
}

/** Null when nothing in the document looks like posts. */
export function readJsonShape(answer: Answer): ReadThread | null {
  const value = jsonOf(answer)
  if (typeof value !== 'object' || value === null) return null
  const dialogue = dialogueIn(value)
  if (dialogue !== null) return readDialogue(answer, value, dialogue)
  const found = bestList(value)
  const top = record(unwrapped(found === null ? value : found.within))
  const title = top === null ? null : wordsOf(top, 'title')
  const hasOpening = top !== null && title !== null && (wordsOf(top, 'text') !== null || found !== null)
  if (found === null && !(hasOpening && authorOf(top) !== null)) return null
  const rootId = idOf(top) ?? 'opening'
  const opening = hasOpening ? [{ ...readOne(top, rootId, null, title), kind: 'opening' as const }] : []
  const people = new Map([...slackPeople(found?.items ?? []), ...peopleIn(value)])
  const below =
    found === null ? [] : named(unprefixed(readTree(found.items, hasOpening ? rootId : null, people)), people)
  const clash = below.some((one) => one.id === rootId)
  const posts = clash
    ? below.map((one) => (one.parentId === rootId ? { ...one, parentId: null, parentVia: 'none' as const } : one))
    : [...opening, ...below]
  if (posts.length === 0) return null
  const url = top === null ? null : wordsOf(top, 'url')
  const address = url?.startsWith('http') === true ? url : answer.url
  const count = announced(top)
  return assemble({
    platform: 'json',
    site: siteOf(address, answer.fileName ?? 'A JSON file'),
    url: address,
    title,
    posts,
    expected: count === null ? null : count + (clash ? 0 : opening.length),
    notices: [
      'The form of this JSON is not known: what its posts are was told from their shape.',
      ...more(top),
      ...(found === null ? [] : untold(found)),
    ],
  })
}

/** Lists that come in pages say whether another follows. */
function more(top: unknown): string[] {
  const lists = [top, ...FIELDS.children.map((name) => fieldsOf(top).get(name))]
  const follows = lists.some(
    (one) => at(one, 'pageInfo', 'hasNextPage') === true || at(one, 'has_more') === true || at(one, 'hasMore') === true,
  )
  return follows ? ['The file says that more follows after what is in it.'] : []
}

/** Two discussions may stand in one file; one of them is read. */
function untold(found: Found): string[] {
  const count = leftOut(found)
  return count === 0
    ? []
    : [`Other lists in this file look like posts, too, and were left out (posts in them: ${count}).`]
}
