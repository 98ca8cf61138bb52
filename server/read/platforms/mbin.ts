/** Mbin (and kbin before it): an entry and its comments, nested, page by page. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { refusal, usable } from '../answers.ts'
import { assemble, type Missing, type Parts } from '../assemble.ts'
import { at, count, jsonOf, list, number, record, text, truthy } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'
import { isMbinPage, nextMbinPage, readMbinPage } from './mbin-pages.ts'

/** Links with a title ("entries") and short posts are numbered apart. */
function root(value: unknown): string {
  const short = text(value, 'postId')
  return short === null ? `entry-${text(value, 'entryId') ?? ''}` : `post-${short}`
}

/** People of other servers have an "@" before their name. */
const nameOf = (value: unknown) => text(value, 'user', 'username')?.replace(/^@/, '') ?? null

function score(value: unknown): number | null {
  const up = number(value, 'favourites') ?? number(value, 'uv')
  return up === null
    ? null
    : up + (number(value, 'favourites') === null ? 0 : (number(value, 'uv') ?? 0)) - (number(value, 'dv') ?? 0)
}

const stateOf = (value: unknown): Post['state'] =>
  text(value, 'visibility') === 'soft_deleted'
    ? 'deleted'
    : text(value, 'visibility') === 'trashed'
      ? 'removed'
      : text(value, 'editedAt') === null
        ? 'ok'
        : 'edited'

function readEntry(value: unknown, url: string | null): Post {
  return post({
    id: root(value),
    author: nameOf(value),
    createdAt: at(value, 'createdAt'),
    score: score(value),
    title: text(value, 'title'),
    body: markdownToText(text(value, 'body') ?? ''),
    permalink: url ?? text(value, 'apId'),
    kind: 'opening',
    state: stateOf(value),
    globalId: text(value, 'apId'),
  })
}

function readComments(values: unknown[]): Post[] {
  const posts: Post[] = []
  const todo = values.toReversed()
  for (let value = todo.pop(); value !== undefined; value = todo.pop()) {
    posts.push(
      post({
        id: text(value, 'commentId') ?? '',
        parentId: text(value, 'parentId') ?? root(value),
        author: nameOf(value),
        createdAt: at(value, 'createdAt'),
        score: score(value),
        body: markdownToText(text(value, 'body') ?? ''),
        permalink: text(value, 'apId'),
        kind: truthy(value, 'user', 'isBot') ? 'system' : 'comment',
        state: stateOf(value),
        globalId: text(value, 'apId'),
      }),
    )
    todo.push(...list(value, 'children').toReversed())
  }
  return posts
}

const commentsIn = (value: unknown) =>
  [value, ...list(value, 'items')].filter((item) => text(item, 'commentId') !== null)
const isEntry = (value: unknown) =>
  text(value, 'commentId') === null &&
  ((text(value, 'entryId') !== null && text(value, 'title') !== null) ||
    (text(value, 'postId') !== null && record(at(value, 'magazine')) !== null && at(value, 'body') !== undefined))
const entriesIn = (value: unknown) => [value, ...list(value, 'items')].filter(isEntry)

/** `others`: further entries of a list. */
function thread(
  entry: unknown,
  comments: unknown[],
  url: string | null,
  missing: Missing,
  others: unknown[] = [],
): ReadThread {
  const announced = [entry, ...others].map((one) => count(one, 'numComments') ?? count(one, 'comments') ?? 0)
  const posts = readComments(comments)
  const main = root(entry ?? comments[0])
  return assemble({
    platform: 'mbin',
    site: siteOf(url, 'Mbin'),
    url,
    title: text(entry, 'title'),
    language: text(entry, 'lang'),
    articleUrl: text(entry, 'url'),
    key: main,
    root: main,
    posts:
      entry === undefined ? posts : [readEntry(entry, url), ...others.map((one) => readEntry(one, null)), ...posts],
    expected: entry === undefined ? null : announced.reduce((sum, one) => sum + one, announced.length),
    missing:
      entry === undefined
        ? [...missing, { why: 'the post these comments answer', count: 1, opening: true as const }]
        : missing,
  })
}

interface Listed {
  api: string
  url: string
  entry: unknown
  comments: unknown[]
  page: number
}

/** Pages of the site itself, where it answers with those alone. */
interface Drawn {
  read: Parts[]
  asked: string[]
}

type State = Listed | Drawn

function together(read: Parts[], lacking: Missing): ReadThread {
  const at = ({ pages }: Parts) => pages?.[0]?.at ?? 1
  const inOrder = read.toSorted((a, b) => at(a) - at(b))
  return assemble({
    ...(inOrder[0] as Parts),
    posts: inOrder.flatMap(({ posts }) => posts),
    // What is lacking is told by its reason.
    pages: inOrder.flatMap(({ pages = [] }) =>
      pages.map((page) => (lacking.length > 0 ? { ...page, more: false } : page)),
    ),
    missing: [...inOrder.flatMap(({ missing }) => missing ?? []), ...lacking],
  })
}

function goOn(answer: Answer, { read, asked }: Drawn): Step<State> {
  const here = readMbinPage(answer).parts
  const next = nextMbinPage(answer, asked.length > 0)
  const whole = [...read.filter(({ pages }) => pages?.[0]?.at !== here.pages?.[0]?.at), here]
  if (next === null || asked.includes(next)) return { thread: together(whole, []) }
  return {
    asks: [{ url: next, purpose: `comments, page ${asked.length + 2}` }],
    state: { read: whole, asked: [...asked, next] },
  }
}

const ask = (api: string, page: number): Ask => ({
  url: `${api}/comments?p=${page}&perPage=100&sort=oldest`,
  purpose: `comments, page ${page}`,
})
const ADDRESS = /^\/m\/[^/]+\/t\/(\d+)/

export const mbin: Platform<State> = {
  id: 'mbin',
  name: 'Mbin',
  recognise: (url) => (ADDRESS.test(url.pathname) ? 'maybe' : null),
  sniff: (answer) =>
    entriesIn(jsonOf(answer)).length > 0 || commentsIn(jsonOf(answer)).length > 0 || isMbinPage(answer),
  file(answer) {
    const value = jsonOf(answer)
    if (value === undefined) return [readMbinPage(answer)]
    const [first, ...others] = entriesIn(value)
    const more = (count(value, 'pagination', 'maxPage') ?? 1) > (count(value, 'pagination', 'currentPage') ?? 1)
    const missing = more ? [{ why: 'further pages', count: null }] : []
    return [thread(first, commentsIn(value), answer.url, missing, others)]
  },
  page: (answer) => goOn(answer, { read: [], asked: [] }),
  begin(url) {
    const api = `${url.origin}/api/entry/${ADDRESS.exec(url.pathname)?.[1] ?? ''}`
    return {
      asks: [{ url: api, purpose: 'the post' }, ask(api, 1)],
      state: { api, url: url.href, entry: undefined, comments: [], page: 1 },
    }
  },
  resume(state, answers): Step<State> {
    if ('read' in state) {
      const problem = refusal(answers[0] as Answer)
      if (problem === null) return goOn(answers[0] as Answer, state)
      return { thread: together(state.read, [{ why: `further pages: ${problem.message}`, count: null }]) }
    }
    const entry = state.entry ?? jsonOf(usable(answers[0]))
    if (!isEntry(entry)) throw new Problem('not-a-thread', 'No Mbin thread is at this address.')
    const answer = answers.at(-1) as Answer
    const problem = refusal(answer)
    const value = problem === null ? jsonOf(answer) : undefined
    const comments = [...state.comments, ...commentsIn(value)]
    if (state.page < (count(value, 'pagination', 'maxPage') ?? 1)) {
      return { asks: [ask(state.api, state.page + 1)], state: { ...state, entry, comments, page: state.page + 1 } }
    }
    return {
      thread: thread(entry, comments, state.url, problem === null ? [] : [{ why: problem.message, count: null }]),
    }
  },
}
