/** Stack Exchange: questions with answers and comments, from its API or a saved page. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { unusable } from '../answers.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, jsonOf, list, number, text, truthy } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'
import { isChatPage, readChatPage } from './stack-exchange-chat.ts'
import { isDump, itemsInDump } from './stack-exchange-dump.ts'
import { isStackExchangePage, readStackExchangePage } from './stack-exchange-pages.ts'

const API = 'https://api.stackexchange.com/2.3'

function body(value: unknown): Prose {
  const html = text(value, 'body')
  if (html !== null) return htmlToText(html)
  const markdown = text(value, 'body_markdown')
  return markdown === null ? plain('') : markdownToText(htmlToText(markdown).text, { tags: true })
}

/** Titles and names come with their entities escaped. */
const unescaped = (words: string | null) => (words === null ? null : htmlToText(words).text)

function read(value: unknown, more: Pick<Post, 'id' | 'parentId' | 'kind'> & { title?: string | null }): Post {
  return post({
    ...more,
    author: unescaped(text(value, 'owner', 'display_name')),
    createdAt: number(value, 'creation_date'),
    score: number(value, 'score'),
    body: body(value),
    permalink: text(value, 'link') ?? text(value, 'share_link'),
    state: number(value, 'last_edit_date') !== null || truthy(value, 'edited') ? 'edited' : 'ok',
  })
}

const questionId = (value: unknown) => `question-${text(value, 'question_id')}`

function comments(value: unknown, parentId: string | null): Post[] {
  return list(value, 'comments').map((one) =>
    read(one, { id: `comment-${text(one, 'comment_id')}-${parentId ?? ''}`, parentId, kind: 'comment' }),
  )
}

function answerPosts(value: unknown, parentId: string | null): Post[] {
  const id = text(value, 'answer_id') ?? ''
  return [read(value, { id, parentId, kind: 'answer' }), ...comments(value, id)]
}

/** Questions with what hangs below them; also answers or comments alone. */
function readItem(item: unknown): Post[] {
  if (text(item, 'comment_id') !== null) {
    return [read(item, { id: `comment-${text(item, 'comment_id')}`, parentId: text(item, 'post_id'), kind: 'comment' })]
  }
  if (text(item, 'answer_id') !== null && at(item, 'answers') === undefined) return answerPosts(item, questionId(item))
  const id = questionId(item)
  const opening = read(item, { id, parentId: null, kind: 'opening', title: unescaped(text(item, 'title')) })
  return [opening, ...comments(item, id), ...list(item, 'answers').flatMap((answer) => answerPosts(answer, id))]
}

/** Posts of questions as they count their answers and comments; null where one holds no count of either. */
function announcedIn(items: unknown[]): number | null {
  let sum = 0
  for (const item of items) {
    const answers = list(item, 'answers')
    const told = count(item, 'answer_count')
    if (told === null) return null
    const comments = [item, ...answers].map((one) =>
      Math.max(count(one, 'comment_count') ?? 0, list(one, 'comments').length),
    )
    sum += 1 + Math.max(told, answers.length) + comments.reduce((all, one) => all + one, 0)
  }
  return sum
}

function thread(posts: Post[], first: unknown, announced: number | null, missing: Missing): ReadThread {
  const url = text(first, 'link')
  const isQuestion = text(first, 'title') !== null
  return assemble({
    platform: 'stackexchange',
    site: siteOf(url, 'Stack Exchange'),
    url,
    title: unescaped(text(first, 'title')),
    root: questionId(first),
    posts,
    expected: isQuestion ? announced : null,
    missing: isQuestion ? missing : [...missing, { why: 'the question', count: 1, opening: true }],
  })
}

const itemsOf = (value: unknown) =>
  (Array.isArray(value) ? value : list(value, 'items')).filter(
    (item) => (text(item, 'question_id') ?? text(item, 'answer_id') ?? text(item, 'comment_id')) !== null,
  )

/** Tools that keep the items of an answer leave out what is around them. */
const holdsItems = (value: unknown) =>
  itemsOf(value).some((item) => at(value, 'quota_remaining') !== undefined || number(item, 'creation_date') !== null)

/** The answer to a question about what is not there. */
const holdsNothing = (value: unknown) =>
  at(value, 'quota_remaining') !== undefined && Array.isArray(at(value, 'items')) && list(value, 'items').length === 0

function problemIn(value: unknown): Problem | null {
  if (number(value, 'error_id') === null || text(value, 'error_name') === null) return null
  const message = (text(value, 'error_message') ?? 'it refused the request').replace(/\.$/, '')
  const name = text(value, 'error_name')
  if (name === 'throttle_violation') {
    const wait = /in (\d{1,6}) seconds/.exec(message)?.[1]
    return new Problem(
      'rate-limited',
      `Stack Exchange asks us to wait: ${message}.`,
      wait === undefined ? {} : { retryAfterSeconds: Number(wait) },
    )
  }
  if (/\bkey\b/.test(message))
    return new Problem('needs-key', `Stack Exchange did not accept STACK_EXCHANGE_KEY: ${message}.`)
  if (name === 'temporarily_unavailable' || name === 'internal_error')
    return new Problem('unreachable', `Stack Exchange says: ${message}.`)
  return new Problem('not-found', `Stack Exchange says: ${message}.`)
}

const HOSTS =
  /(?:^|\.)(?:stackexchange|stackoverflow|superuser|serverfault|askubuntu|mathoverflow|stackapps)\.(?:com|net)$/

/** Posts whose comments one request asks for, at most. */
const MOST_IDS = 100

/** Each question of a dump is a thread; answers and comments without theirs are one. */
function readDump(items: unknown[]): ReadThread[] {
  const questions = items.filter((item) => text(item, 'title') !== null)
  const others = items.filter((item) => text(item, 'title') === null)
  return [...questions.map((item) => [item]), ...(others.length === 0 ? [] : [others])].map((part) =>
    thread(part.flatMap(readItem), part[0], announcedIn(part), []),
  )
}

interface State {
  stage: 'answer' | 'question' | 'answers' | 'comments'
  site: string
  id: string
  question: unknown
  answers: unknown[]
  comments: unknown[]
  missing: Missing
  page: number
  /** Place of the first post whose comments are asked for now, the question being 0. */
  from: number
  key: string | null
}

function ask(state: State, path: string, purpose: string, more: Record<string, string>, wait: number): Ask {
  const query = new URLSearchParams({ site: state.site, filter: 'withbody', ...more })
  if (state.key !== null) query.set('key', state.key)
  return { url: `${API}/${path}?${query.toString()}`, purpose, ...(wait > 0 ? { wait } : {}) }
}

function next(state: State, wait: number): Step<State> {
  const page = { pagesize: '100', page: String(state.page) }
  if (state.stage === 'answer') return { asks: [ask(state, `answers/${state.id}`, 'the answer', {}, wait)], state }
  if (state.stage === 'question')
    return { asks: [ask(state, `questions/${state.id}`, 'the question', {}, wait)], state }
  if (state.stage === 'answers') {
    return {
      asks: [
        ask(
          state,
          `questions/${state.id}/answers`,
          `answers, page ${state.page}`,
          { ...page, sort: 'creation', order: 'asc' },
          wait,
        ),
      ],
      state,
    }
  }
  const ids = postIds(state)
    .slice(state.from, state.from + MOST_IDS)
    .join(';')
  return {
    asks: [
      ask(
        state,
        `posts/${ids}/comments`,
        `comments, page ${state.page}`,
        { ...page, sort: 'creation', order: 'asc' },
        wait,
      ),
    ],
    state,
  }
}

const postIds = (state: State) => [state.id, ...state.answers.flatMap((answer) => text(answer, 'answer_id') ?? [])]

/** Items of one list are different questions, also where their numbers were made equal to hide them. */
function apart(items: Post[][]): Post[] {
  const seen = new Set<string>()
  return items.flatMap((posts) => {
    const mark = posts.some((one) => seen.has(one.id)) ? `~${seen.size}` : ''
    for (const one of posts) seen.add(one.id)
    return posts.map((one) => ({
      ...one,
      id: one.id + mark,
      parentId: one.parentId === null ? null : one.parentId + mark,
    }))
  })
}

/** Comments are handed out for many posts at once and are hung below theirs here. */
function done(state: State): Step<State> {
  const of = (id: string | null) => state.comments.filter((comment) => text(comment, 'post_id') === id)
  const answers = state.answers.map((answer) => ({ ...(answer as object), comments: of(text(answer, 'answer_id')) }))
  const whole = { ...(state.question as object), comments: of(state.id), answers }
  return { thread: thread(readItem(whole), state.question, announcedIn([whole]), state.missing) }
}

const lackingOf = (stage: 'answers' | 'comments', { message }: Problem) =>
  stage === 'answers' ? `some answers: ${message}` : `some comments: ${message}`

function resume(state: State, answers: Answer[]): Step<State> {
  const answer = answers[0] as Answer
  const value = answer.problem === undefined ? jsonOf(answer) : undefined
  const problem = problemIn(value) ?? unusable(answer, Array.isArray(at(value, 'items')))
  const items = itemsOf(value)
  const wait = (number(value, 'backoff') ?? 0) * 1000
  if (state.stage === 'answer' || state.stage === 'question') {
    if (problem !== null) throw problem
    const id = text(items[0], 'question_id')
    if (id === null) throw new Problem('not-found', 'Stack Exchange knows no such question.')
    return state.stage === 'answer'
      ? next({ ...state, stage: 'question', id }, wait)
      : next({ ...state, stage: 'answers', id, question: items[0] }, wait)
  }
  const missing =
    problem === null ? state.missing : [...state.missing, { why: lackingOf(state.stage, problem), count: null }]
  const grown: State = { ...state, missing, [state.stage]: [...state[state.stage], ...items] }
  if (problem === null && truthy(value, 'has_more')) return next({ ...grown, page: state.page + 1 }, wait)
  if (state.stage === 'answers') return next({ ...grown, stage: 'comments', page: 1 }, wait)
  const from = state.from + MOST_IDS
  return from < postIds(grown).length && problem === null ? next({ ...grown, page: 1, from }, wait) : done(grown)
}

export const stackExchange: Platform<State> = {
  id: 'stackexchange',
  name: 'Stack Exchange',
  recognise: (url) => (HOSTS.test(url.hostname) && /^\/(?:questions|q|a)\/\d+/.test(url.pathname) ? 'sure' : null),
  sniff: (answer) =>
    holdsItems(jsonOf(answer)) ||
    holdsNothing(jsonOf(answer)) ||
    problemIn(jsonOf(answer)) !== null ||
    isDump(answer) ||
    isStackExchangePage(answer) ||
    isChatPage(answer),
  file(answer) {
    if (isDump(answer)) return readDump(itemsInDump(answer))
    const value = jsonOf(answer)
    if (value === undefined) return [isChatPage(answer) ? readChatPage(answer) : readStackExchangePage(answer)]
    const items = itemsOf(value)
    const problem = problemIn(value)
    if (problem !== null) throw problem
    if (items.length === 0) throw new Problem('not-found', 'Stack Exchange found nothing there.')
    return [
      thread(
        apart(items.map(readItem)),
        items[0],
        announcedIn(items),
        truthy(value, 'has_more') ? [{ why: 'further pages', count: null }] : [],
      ),
    ]
  },
  begin(url, config) {
    const [, kind, id = ''] = /^\/(questions|q|a)\/(\d+)/.exec(url.pathname) ?? []
    const site = url.hostname
      .replace(/^www\./, '')
      .replace(/\.stackexchange\.com$/, '')
      .replace(/^(stackoverflow|superuser|serverfault|askubuntu|stackapps)\.com$/, '$1')
    return next(
      {
        stage: kind === 'a' ? 'answer' : 'question',
        site,
        id,
        question: null,
        answers: [],
        comments: [],
        missing: [],
        page: 1,
        from: 0,
        key: config.STACK_EXCHANGE_KEY ?? null,
      },
      0,
    )
  },
  resume,
}
