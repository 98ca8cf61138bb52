/** Parts of one thread that came as several files or addresses, put together again. */
import type { Post } from '../../shared/thread.ts'
import { assemble, type Parts } from './assemble.ts'
import type { ReadThread } from './platform.ts'

/** A thread and what it was read from, as a person would say it. */
export interface ReadFrom {
  thread: ReadThread
  source: string
}

/** Ids that are the same for one post only: long numbers, addresses, keys. Short ones count within a thread or a forum. */
const isTelling = (id: string) => /^\d{6,}$|@|:\/\//.test(id) || (id.length >= 12 && /\d/.test(id))

const isOpened = (posts: Post[]) => posts.some(({ kind }) => kind === 'opening')

function hostOf(url: string | null | undefined): string | null {
  return url === null || url === undefined || !URL.canParse(url) ? null : new URL(url).host.replace(/^www\./, '')
}

/** Address of a thread as people paste it in different ways: without scheme, "www.", fragment and last slash. */
function addressKey(url: string | null | undefined): string | null {
  if (url === null || url === undefined || !URL.canParse(url)) return null
  const { host, pathname, search } = new URL(url)
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`
}

/** What one group of parts is known by. */
interface Group<From extends ReadFrom> {
  members: From[]
  platform: string
  host: string | null
  keys: Set<string>
  ids: Set<string>
  /** Parents its posts name that are not among its posts. */
  wanted: Set<string>
}

function groupOf<From extends ReadFrom>(member: From): Group<From> {
  const { parts } = member.thread
  const ids = new Set(parts.posts.map(({ id }) => id))
  const wanted = parts.posts.flatMap(({ parentId }) => (parentId === null || ids.has(parentId) ? [] : [parentId]))
  const key = parts.key ?? addressKey(parts.url)
  return {
    members: [member],
    platform: parts.platform,
    host: hostOf(parts.url),
    keys: new Set(key === null ? [] : [key]),
    ids: new Set([...ids].filter(isTelling)),
    wanted: new Set(wanted.filter(isTelling)),
  }
}

/** Same platform and same name of the thread, or posts of one that stand in the other or answer posts of it. */
function belong(one: Group<ReadFrom>, other: Group<ReadFrom>): boolean {
  if (one.platform !== other.platform) return false
  if (one.host !== null && other.host !== null && one.host !== other.host) return false
  const share = (some: Set<string>, others: Set<string>) => [...some].some((value) => others.has(value))
  return (
    share(one.keys, other.keys) ||
    share(one.ids, other.ids) ||
    share(one.wanted, other.ids) ||
    share(other.wanted, one.ids)
  )
}

function united<From extends ReadFrom>(one: Group<From>, other: Group<From>): Group<From> {
  const ids = new Set([...one.ids, ...other.ids])
  return {
    members: [...one.members, ...other.members],
    platform: one.platform,
    host: one.host ?? other.host,
    keys: new Set([...one.keys, ...other.keys]),
    ids,
    wanted: new Set([...one.wanted, ...other.wanted].filter((id) => !ids.has(id))),
  }
}

/** The same words by the same person at the same time: one post that two forms of a thread number differently. */
const twinKey = ({ author, createdAt, text }: Post) =>
  author === null || createdAt === null || text === '' ? null : `${author}\n${createdAt.slice(0, 16)}\n${text}`

/** Ids of one form that each name one post only: two of them are two posts, whatever they say. */
const isCounted = (one: string, other: string) =>
  isTelling(one) && isTelling(other) && one.replace(/\d+/g, '0') === other.replace(/\d+/g, '0')

/** Read alone an answer opens its thread and carries the title; among the others it does neither. */
function asReply(post: Post): Post {
  const after = post.text.slice(post.heading)
  const by = post.heading + after.length - after.trimStart().length
  const moved = <R extends { start: number; end: number }>(ranges: R[]) =>
    ranges
      .filter((range) => range.start >= by)
      .map((range) => ({ ...range, start: range.start - by, end: range.end - by }))
  return {
    ...post,
    kind: 'reply',
    text: post.text.slice(by),
    heading: 0,
    quotes: moved(post.quotes),
    links: moved(post.links),
    code: moved(post.code),
  }
}

/** The posts of all parts under one id each; the first part that knows a post decides what it says. */
function postsOf(parts: Parts[]): Post[] {
  const twins = new Map<string, string>()
  const renamed = new Map<string, string>()
  const byId = new Map<string, Post>()
  for (const [index, part] of parts.entries()) {
    for (const post of part.posts) {
      const twin = twinKey(post)
      const same = index === 0 || twin === null ? undefined : twins.get(twin)
      const isTwin = same !== undefined && same !== post.id && !isCounted(same, post.id)
      if (isTwin && !byId.has(post.id)) renamed.set(post.id, same)
      else if (byId.get(post.id)?.text === '' && post.text !== '') byId.set(post.id, post)
      else if (!byId.has(post.id)) byId.set(post.id, post)
      if (twin !== null && !twins.has(twin)) twins.set(twin, post.id)
    }
  }
  return [...byId.values()].map((post) => {
    const parent = post.parentId === null ? undefined : renamed.get(post.parentId)
    const placed = parent === undefined || parent === post.id ? post : { ...post, parentId: parent }
    return placed.kind === 'opening' && byId.has(placed.parentId ?? '') ? asReply(placed) : placed
  })
}

const startOf = (parts: Parts): string =>
  parts.posts.reduce((first, { createdAt }) => (createdAt !== null && createdAt < first ? createdAt : first), '~')

/** The part with the opening post first, then by page, then by time. */
function inOrder(members: ReadFrom[]): Parts[] {
  const page = (parts: Parts) => parts.pages?.[0]?.at ?? 0
  const start = new Map(members.map(({ thread }) => [thread.parts, startOf(thread.parts)]))
  return members
    .map(({ thread }) => thread.parts)
    .toSorted(
      (a, b) =>
        Number(isOpened(b.posts)) - Number(isOpened(a.posts)) ||
        page(a) - page(b) ||
        ((start.get(a) ?? '') < (start.get(b) ?? '') ? -1 : 1),
    )
}

function joined<From extends ReadFrom>(group: Group<From>): From {
  const [only] = group.members
  if (only === undefined || group.members.length === 1) return only as From
  const parts = inOrder(group.members)
  const [main] = parts as [Parts, ...Parts[]]
  const from = [...new Set(group.members.map(({ source }) => source))]
  const announced = parts.flatMap(({ expected }) => expected ?? [])
  const thread = assemble({
    ...main,
    articleUrl: parts.find(({ articleUrl }) => articleUrl != null)?.articleUrl ?? null,
    language: parts.find(({ language }) => language != null)?.language ?? null,
    posts: postsOf(parts),
    pages: parts.flatMap(({ pages }) => pages ?? []),
    missing: parts.flatMap(({ missing }) => missing ?? []),
    expected: announced.length === 0 ? null : Math.max(...announced),
    ...reachOfAll(parts),
    notices: [
      ...new Set(parts.flatMap(({ notices }) => notices ?? [])),
      `Put together from ${group.members.length} parts of the same thread: ${from.join(', ')}.`,
    ],
  })
  const article = group.members.find((member) => member.thread.article != null)?.thread.article ?? null
  return { ...only, thread: { ...thread, article }, source: from.join(', ') }
}

function reachOfAll(parts: Parts[]): Pick<Parts, 'reach'> {
  const reaches = parts.flatMap(({ reach }) => reach ?? [])
  if (reaches.length === 0) return {}
  const requests = Math.max(...reaches.map((reach) => reach.requests ?? 0))
  return { reach: { requests, more: reaches.some(({ more }) => more) } }
}

/** One thread for all parts of the same one; each stands where its first part stood. */
export function together<From extends ReadFrom>(read: From[]): From[] {
  const groups: Group<From>[] = []
  for (const member of read) {
    let group = groupOf(member)
    const kin = groups.filter((other) => belong(other, group))
    const [first, ...others] = kin
    for (const one of kin.toReversed()) group = united(one, group)
    if (first === undefined) groups.push(group)
    else groups[groups.indexOf(first)] = group
    for (const one of others) groups.splice(groups.indexOf(one), 1)
  }
  return groups.map(joined)
}
