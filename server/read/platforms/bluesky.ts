/** Bluesky: one thread in one answer, cut where it is wide or deep; cut branches are asked for again. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { join, plain } from '../../text/prose.ts'
import { refusal, usable } from '../answers.ts'
import { assemble, firstWords } from '../assemble.ts'
import { at, count, jsonOf, list, number, record, text, truthy } from '../json.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'
import { asksForSilence, quotedIn, quotedView, shownIn } from './bluesky-words.ts'

const API = 'https://public.api.bsky.app/xrpc'
const ADDRESS = /^\/profile\/([^/]+)\/post\/(\w+)/
/** Branches asked for again; beyond that their size is told. */
const MORE = 20

function permalink(uri: string): string | null {
  const [, did, key] = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)/.exec(uri) ?? []
  return did === undefined ? null : `https://bsky.app/profile/${did}/post/${key}`
}

function read(view: unknown, parentId: string | null): Post {
  const uri = text(view, 'uri') ?? ''
  const silent = asksForSilence(view)
  return post({
    id: uri,
    parentId,
    author: silent ? null : (text(view, 'author', 'handle') ?? text(view, 'author', 'did')),
    createdAt: at(view, 'record', 'createdAt') ?? at(view, 'indexedAt'),
    score: number(view, 'likeCount'),
    body: silent ? plain('') : join([shownIn(view), quotedIn(view)], '\n\n'),
    permalink: permalink(uri),
    kind: parentId === null ? 'opening' : 'reply',
    state: silent ? 'hidden' : 'ok',
    globalId: uri,
  })
}

/** A post that is not shown: its account blocks, or it is gone. */
function standIn(uri: string, parentId: string | null, type: string | null): Post {
  return post({
    id: uri,
    parentId,
    body: plain(''),
    permalink: permalink(uri),
    kind: 'reply',
    state: /blocked|NoUnauthenticated/i.test(type ?? '') ? 'hidden' : 'deleted',
  })
}

interface Walked {
  posts: Post[]
  /** Posts whose replies were not all handed out. */
  cut: { uri: string; count: number }[]
}

/** Answers the writer of a thread chose to fold away. */
const foldedIn = (value: unknown) =>
  new Set(list(value, 'threadgate', 'record', 'hiddenReplies').filter((uri) => typeof uri === 'string'))

function walk(root: unknown, folded: Set<string> = new Set()): Walked {
  const posts: Post[] = []
  const cut: Walked['cut'] = []
  const todo: { node: unknown; parentId: string | null }[] = [{ node: root, parentId: null }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { node, parentId } = next
    const view = at(node, 'post')
    const uri = text(view, 'uri') ?? text(node, 'uri')
    if (uri === null) continue
    if (record(view) === null) {
      posts.push(standIn(uri, parentId, text(node, '$type')))
      continue
    }
    const made = read(view, parentId ?? text(view, 'record', 'reply', 'parent', 'uri'))
    posts.push(folded.has(uri) ? { ...made, state: 'hidden' } : made)
    const replies = list(node, 'replies')
    const announced = count(view, 'replyCount') ?? 0
    if (announced > replies.length) cut.push({ uri, count: announced - replies.length })
    for (const reply of replies.toReversed()) todo.push({ node: reply, parentId: uri })
  }
  return { posts, cut }
}

/** The thread from its topmost ancestor down. */
function topOf(thread: unknown): unknown {
  let node = thread
  for (
    let above = at(node, 'parent'), depth = 0;
    record(at(above, 'post')) !== null && depth < 2000;
    above = at(above, 'parent'), depth++
  ) {
    node = {
      ...(above as object),
      replies: [
        ...list(above, 'replies').filter((one) => text(one, 'post', 'uri') !== text(node, 'post', 'uri')),
        node,
      ],
    }
  }
  return node
}

function finish(posts: Post[], cut: Walked['cut'], language: string | null = null): ReadThread {
  const first = posts[0]
  const missing = cut.reduce((sum, one) => sum + one.count, 0)
  return assemble({
    platform: 'bluesky',
    site: 'bsky.app',
    url: first?.permalink ?? null,
    title: firstWords(first?.text ?? ''),
    language,
    posts,
    missing: missing > 0 ? [{ why: 'replies Bluesky counts but does not show here', count: missing }] : [],
  })
}

type State =
  | { stage: 'handle'; key: string }
  | { stage: 'thread'; rooted: boolean }
  | { stage: 'more'; posts: Post[]; cut: Walked['cut']; language: string | null }

const askThread = (uri: string): Ask => ({
  url: `${API}/app.bsky.feed.getPostThread?${new URLSearchParams({ uri, depth: '1000', parentHeight: '1000' }).toString()}`,
  purpose: 'the thread',
})
const uriOf = (did: string, key: string) => `at://${did}/app.bsky.feed.post/${key}`

/** What is not there comes with status 400. */
function known(answer: Answer): unknown {
  const value = answer.problem === undefined ? jsonOf(answer) : undefined
  if (
    answer.status === 400 &&
    /not ?found|unable to resolve/i.test(`${text(value, 'error')} ${text(value, 'message')}`)
  )
    throw new Problem('not-found', 'Bluesky knows no such post or person.')
  return jsonOf(usable(answer))
}

function afterThread(state: Extract<State, { stage: 'thread' }>, answer: Answer): Step<State> {
  const value = known(answer)
  const thread = at(value, 'thread')
  const root = text(thread, 'post', 'record', 'reply', 'root', 'uri')
  if (root !== null && !state.rooted) return { asks: [askThread(root)], state: { stage: 'thread', rooted: true } }
  if (record(at(thread, 'post')) === null) throw new Problem('not-found', 'Bluesky does not show this post.')
  const { posts, cut } = walk(thread, foldedIn(value))
  const again = cut.slice(0, MORE)
  const language = languageOf(at(thread, 'post'))
  if (again.length === 0) return { thread: finish(posts, [], language) }
  return { asks: again.map(({ uri }) => askThread(uri)), state: { stage: 'more', posts, cut, language } }
}

function afterMore(state: Extract<State, { stage: 'more' }>, answers: Answer[]): Step<State> {
  const known = new Set(state.posts.map((one) => one.id))
  const posts = [...state.posts]
  const cut = state.cut.slice(MORE)
  for (const [index, answer] of answers.entries()) {
    const asked = state.cut[index]
    const again = refusal(answer) === null ? at(jsonOf(answer), 'thread') : undefined
    const found =
      record(at(again, 'post')) !== null ? walk(again) : { posts: [], cut: asked === undefined ? [] : [asked] }
    for (const one of found.posts) {
      if (!known.has(one.id)) posts.push(one)
      known.add(one.id)
    }
    cut.push(...found.cut)
  }
  return { thread: finish(posts, cut, state.language) }
}

/** The newer answer is a flat list with a depth each, ancestors above zero. */
const isRow = (row: unknown) => text(row, 'uri')?.startsWith('at://') === true && record(at(row, 'value')) !== null

/** Posts that are gone or blocked have nothing but their depth to tell what they answer. */
function readRows(value: unknown): ReadThread {
  const above: string[] = []
  const cut: Walked['cut'] = []
  const rows = list(value, 'thread').filter(isRow)
  const top = Math.min(...rows.map((row) => number(row, 'depth') ?? 0))
  const posts = rows.map((row) => {
    const uri = text(row, 'uri') ?? ''
    const depth = Math.max(0, Math.min((number(row, 'depth') ?? 0) - top, above.length))
    above.splice(depth, above.length, uri)
    const parentId = above[depth - 1] ?? null
    const view = at(row, 'value', 'post')
    const more = count(row, 'value', 'moreReplies') ?? 0
    if (more > 0) cut.push({ uri, count: more })
    if (!isView(view)) return standIn(uri, parentId, text(row, 'value', '$type'))
    const made = read(view, text(view, 'record', 'reply', 'parent', 'uri') ?? parentId)
    return truthy(row, 'value', 'hiddenByThreadgate') ? { ...made, state: 'hidden' as const } : made
  })
  return finish(posts, cut, languageOf(at(rows[0], 'value', 'post')))
}

const languageOf = (view: unknown) => text(view, 'record', 'langs', 0)

/** Records as a repository keeps them: the words without who counts as liking them. */
function recordsOf(value: unknown): unknown[] {
  return [...list(value, 'records'), value].flatMap((one) => {
    const uri = text(one, 'uri')
    if (uri === null || !uri.includes('/app.bsky.feed.post/') || record(at(one, 'value')) === null) return []
    const did = /^at:\/\/([^/]+)/.exec(uri)?.[1] ?? null
    return [{ uri, record: at(one, 'value'), author: { did } }]
  })
}

/** Those who quote one post are a discussion of it: the answer names it, and each shows it below its own words. */
function quotesIn(value: unknown): ReadThread | null {
  const uri = text(value, 'uri')
  const posts = list(value, 'posts').filter(isView)
  const shown = posts.map(quotedView).find((view) => text(view, 'uri') === uri)
  if (uri === null || shown === undefined) return null
  const top = { ...record(shown), record: at(shown, 'value') }
  const quotes = posts.map((view) => ({ ...read(view, uri), parentVia: 'quote' as const }))
  return finish([read(top, null), ...quotes], [], languageOf(top))
}

const isGone = (value: unknown) => /#(?:notFound|blocked)Post$/.test(text(value, 'thread', '$type') ?? '')

const isView = (value: unknown) =>
  text(value, 'uri')?.startsWith('at://') === true && record(at(value, 'record')) !== null

export const bluesky: Platform<State> = {
  id: 'bluesky',
  name: 'Bluesky',
  recognise(url) {
    if (!ADDRESS.test(url.pathname)) return null
    return /(^|\.)bsky\.(app|dev)$|^deer\.social$|blacksky/.test(url.hostname) ? 'sure' : 'maybe'
  },
  sniff(answer) {
    const value = jsonOf(answer)
    return (
      isView(at(value, 'thread', 'post')) ||
      isGone(value) ||
      isView(value) ||
      list(value, 'thread').some(isRow) ||
      recordsOf(value).length > 0 ||
      list(value, 'feed').some((item) => isView(at(item, 'post'))) ||
      list(value, 'posts').some(isView)
    )
  },
  file(answer) {
    const value = jsonOf(answer)
    if (isView(at(value, 'thread', 'post'))) {
      const { posts, cut } = walk(topOf(at(value, 'thread')), foldedIn(value))
      return [finish(posts, cut, languageOf(at(value, 'thread', 'post')))]
    }
    if (list(value, 'thread').some(isRow)) return [readRows(value)]
    if (isGone(value)) throw new Problem('not-found', 'Bluesky does not show this post.')
    const quotedBy = quotesIn(value)
    if (quotedBy !== null) return [quotedBy]
    const views = [
      value,
      ...recordsOf(value),
      ...list(value, 'feed').map((item) => at(item, 'post')),
      ...list(value, 'posts'),
    ].filter(isView)
    return [
      finish(
        views.map((view) => read(view, text(view, 'record', 'reply', 'parent', 'uri'))),
        [],
        languageOf(views[0]),
      ),
    ]
  },
  begin(url) {
    const [, who = '', key = ''] = ADDRESS.exec(url.pathname) ?? []
    const handle = decodeURIComponent(who)
    if (handle.startsWith('did:'))
      return { asks: [askThread(uriOf(handle, key))], state: { stage: 'thread', rooted: false } }
    const query = new URLSearchParams({ handle }).toString()
    return {
      asks: [{ url: `${API}/com.atproto.identity.resolveHandle?${query}`, purpose: 'who that is' }],
      state: { stage: 'handle', key },
    }
  },
  resume(state, answers) {
    const answer = answers[0] as Answer
    if (state.stage === 'more') return afterMore(state, answers)
    if (state.stage === 'thread') return afterThread(state, answer)
    const did = text(known(answer), 'did')
    if (did === null) throw new Problem('not-found', 'Bluesky knows nobody by that name.')
    return { asks: [askThread(uriOf(did, state.key))], state: { stage: 'thread', rooted: false } }
  },
}
