/** Lemmy (API v3 and v4) and PieFed (its "alpha" API): which interface an instance has, and the pages of its comments. */
import { Problem } from '../../problem.ts'
import { refusal } from '../answers.ts'
import type { Missing } from '../assemble.ts'
import { jsonOf, text } from '../json.ts'
import type { Answer, Ask, Platform, Step } from '../platform.ts'
import { isLemmyPage, readLemmyPage } from './lemmy-pages.ts'
import { isPieFedPage, readPieFedPage } from './piefed-pages.ts'
import {
  commentsOf,
  type Gathered,
  holdsThread,
  listedPosts,
  postView,
  thread,
  uncovered,
  valueOf,
} from './threadiverse-thread.ts'

const PAGE = 50

type Api = 'v4' | 'v3' | 'alpha'

type State =
  | { stage: 'post'; api: Api; origin: string; id: string; kind: 'post' | 'comment' }
  | { stage: 'comments'; api: Api; origin: string; id: string; page: number; gathered: Gathered }

const NEXT: Record<Api, Api | null> = { v4: 'v3', v3: 'alpha', alpha: null }

function askPost(origin: string, api: Api, kind: 'post' | 'comment', id: string): Ask {
  return { url: `${origin}/api/${api}/${kind}?id=${id}`, purpose: `the ${kind}` }
}

function askComments(origin: string, api: Api, id: string, page: number, cursor: string | null): Ask {
  const query = new URLSearchParams({ post_id: id, limit: String(PAGE), sort: api === 'v4' ? 'old' : 'Old' })
  if (api !== 'alpha') query.set('type_', api === 'v4' ? 'all' : 'All')
  if (cursor !== null) query.set('page_cursor', cursor)
  else if (api !== 'v4') query.set('page', String(page))
  return { url: `${origin}/api/${api}/comment/list?${query.toString()}`, purpose: `comments, page ${page}` }
}

function afterPost(state: Extract<State, { stage: 'post' }>, answer: Answer): Step<State> {
  const problem = refusal(answer)
  const value = problem === null ? jsonOf(answer) : undefined
  if (state.kind === 'comment') {
    const story = text(value, 'comment_view', 'comment', 'post_id')
    if (story !== null)
      return { asks: [askPost(state.origin, state.api, 'post', story)], state: { ...state, kind: 'post', id: story } }
  }
  const view = postView(value)
  if (view === undefined) {
    const next = NEXT[state.api]
    if (problem !== null && !['not-found', 'gone', 'unreachable'].includes(problem.code)) throw problem
    if (next === null) throw problem ?? new Problem('not-a-thread', 'No Lemmy or PieFed post is at this address.')
    return { asks: [askPost(state.origin, next, state.kind, state.id)], state: { ...state, api: next } }
  }
  const id = text(view, 'post', 'id') ?? state.id
  const gathered = { view, comments: [], missing: [], url: answer.url }
  return {
    asks: [askComments(state.origin, state.api, id, 1, null)],
    state: { stage: 'comments', api: state.api, origin: state.origin, id, page: 1, gathered },
  }
}

function afterComments(state: Extract<State, { stage: 'comments' }>, answer: Answer): Step<State> {
  const problem = refusal(answer)
  const value = problem === null ? jsonOf(answer) : undefined
  const page = commentsOf(value)
  const known = new Set(state.gathered.comments.map((view) => text(view, 'comment', 'id')))
  const fresh = page.filter((view) => !known.has(text(view, 'comment', 'id')))
  const gathered: Gathered = {
    ...state.gathered,
    comments: [...state.gathered.comments, ...fresh],
    missing: problem === null ? [] : [{ why: `comments from page ${state.page} on: ${problem.message}`, count: null }],
  }
  const cursor = text(value, 'next_page')
  const goesOn = state.api === 'v4' ? cursor !== null : page.length >= PAGE
  if (problem !== null || fresh.length === 0 || !goesOn) return { thread: thread(gathered) }
  const next = state.page + 1
  return {
    asks: [askComments(state.origin, state.api, state.id, next, state.api === 'v4' ? cursor : null)],
    state: { ...state, page: next, gathered },
  }
}

/** What a person wrote in several threads, by thread; nothing where all comments belong to one, or there are none. */
function storiesOf(views: unknown[], comments: unknown[]): Pick<Gathered, 'view' | 'comments'>[] {
  const storyOf = (view: unknown) => text(view, 'comment', 'post_id') ?? text(view, 'post', 'id')
  const ids = new Set([...comments, ...views].map(storyOf))
  if (comments.length === 0 || ids.has(null)) return []
  return [...ids].map((id) => ({
    view: views.find((view) => text(view, 'post', 'id') === id),
    comments: comments.filter((view) => storyOf(view) === id),
  }))
}

const ADDRESS = /^\/(?:(post|comment)\/(\d+)(?:\/(\d+))?|c\/[^/]+\/p\/(\d+))(?:\/|$)/

export const threadiverse: Platform<State> = {
  id: 'lemmy',
  name: 'Lemmy or PieFed',
  recognise: (url) => (ADDRESS.test(url.pathname) ? 'maybe' : null),
  sniff: (answer) => holdsThread(valueOf(answer)) || isPieFedPage(answer) || isLemmyPage(answer),
  file(answer) {
    const value = valueOf(answer)
    if (value === undefined) return [isPieFedPage(answer) ? readPieFedPage(answer) : readLemmyPage(answer)]
    const views = postView(value) === undefined ? listedPosts(value) : [postView(value)]
    const [first, ...others] = views
    const comments = commentsOf(value)
    const stories = storiesOf(views, comments)
    if (stories.length > 1) return stories.map((story) => thread({ ...story, missing: [], url: answer.url }))
    const missing: Missing = text(value, 'next_page') === null ? [] : [{ why: 'further pages', count: null }]
    const lost = first === undefined ? uncovered(comments) : 0
    if (lost > 0) missing.push({ why: 'answers the server counts but did not hand out', count: lost })
    return [thread({ view: first, others, comments, missing, url: answer.url })]
  },
  begin(url) {
    const [, kind, plainId, , pieId] = ADDRESS.exec(url.pathname) ?? []
    const id = pieId ?? plainId ?? ''
    const what = kind === 'comment' ? 'comment' : 'post'
    const api = pieId === undefined ? 'v4' : 'alpha'
    return {
      asks: [askPost(url.origin, api, what, id)],
      state: { stage: 'post', api, origin: url.origin, id, kind: what },
    }
  },
  resume(state, answers) {
    const answer = answers[0] as Answer
    return state.stage === 'post' ? afterPost(state, answer) : afterComments(state, answer)
  },
}
