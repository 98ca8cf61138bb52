/** Reddit: threads by their address, in public or with an app's credentials; what its answers hold is read in files of their own. */
import type { Config } from '../../config.ts'
import { Problem } from '../../problem.ts'
import { refusal, unusable, usable } from '../answers.ts'
import { jsonOf, text } from '../json.ts'
import type { Answer, Ask, Platform, Step } from '../platform.ts'
import {
  gather,
  type Gathered,
  holdsReddit,
  nothing,
  readListings,
  type Stub,
  thingsOf,
  threadOf,
} from './reddit-listings.ts'
import { readRedditPage, redditPageKind } from './reddit-pages.ts'
import { ORIGIN } from './reddit-thread.ts'

/** Id of the thread an address names; '' for a share link, which only Reddit can resolve; null for other addresses. */
function idOf(url: URL): string | null {
  if (url.hostname === 'redd.it') return /^\/(\w+)/.exec(url.pathname)?.[1] ?? null
  if (!/(^|\.)reddit\.com$/.test(url.hostname)) return null
  if (/^\/(?:r|u|user)\/[^/]+\/s\/\w+/.test(url.pathname)) return ''
  return /\/comments\/(\w+)/.exec(url.pathname)?.[1] ?? null
}

type State =
  | { stage: 'share' }
  | { stage: 'token' | 'public'; id: string }
  | { stage: 'listing'; id: string; token: string | null }
  | { stage: 'more'; id: string; token: string; gathered: Gathered; asked: Stub[] }

function begin(id: string, config: Config): Step<State> {
  if (config.REDDIT_APP === undefined) {
    const ask = { url: `${ORIGIN}/comments/${id}.json?raw_json=1&limit=500`, purpose: 'the thread' }
    return { asks: [ask], state: { stage: 'public', id } }
  }
  const ask: Ask = {
    url: `${ORIGIN}/api/v1/access_token`,
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(config.REDDIT_APP).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
    purpose: 'leave to read',
  }
  return { asks: [ask], state: { stage: 'token', id } }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

function listing(id: string, token: string): Step<State> {
  const url = `https://oauth.reddit.com/comments/${id}?raw_json=1&limit=500&sort=confidence`
  return { asks: [{ url, headers: bearer(token), purpose: 'the thread' }], state: { stage: 'listing', id, token } }
}

/** Asks for what is behind the stubs with ids, a hundred at a time; done when none is left or an answer failed. */
function more(id: string, token: string, gathered: Gathered): Step<State> {
  const open = gathered.stubs.filter((stub) => stub.ids.length > 0)
  if (open.length === 0) return { thread: threadOf(gathered) }
  const ids = open.flatMap((stub) => stub.ids)
  const asks: Ask[] = []
  for (let from = 0; from < ids.length; from += 100) {
    asks.push({
      url: 'https://oauth.reddit.com/api/morechildren?raw_json=1',
      method: 'POST',
      headers: { ...bearer(token), 'content-type': 'application/x-www-form-urlencoded' },
      body: `api_type=json&link_id=t3_${id}&sort=confidence&children=${ids.slice(from, from + 100).join('%2C')}`,
      purpose: `more comments, ${from + 1} to ${Math.min(from + 100, ids.length)}`,
      gap: 600,
    })
  }
  const rest = gathered.stubs.filter((stub) => stub.ids.length === 0)
  return { asks, state: { stage: 'more', id, token, gathered: { ...gathered, stubs: rest }, asked: open } }
}

function afterMore(state: Extract<State, { stage: 'more' }>, answers: Answer[]): Step<State> {
  const gathered = { ...state.gathered, posts: [...state.gathered.posts], stubs: [...state.gathered.stubs] }
  const before = gathered.posts.length
  let failed = false
  for (const answer of answers) {
    if (refusal(answer) === null) gather(thingsOf(jsonOf(answer)), gathered)
    else failed = true
  }
  if (!failed && gathered.posts.length > before) return more(state.id, state.token, gathered)
  const found = new Set(gathered.posts.map((one) => one.id))
  const left = state.asked.flatMap((stub) => stub.ids).filter((id) => !found.has(`t1_${id}`)).length
  const unread = left > 0 ? [{ parent: '', ids: [], count: left }] : []
  return { thread: threadOf({ ...gathered, stubs: [...gathered.stubs, ...unread] }) }
}

/** The way out stands in the Problem's remedy; here stands what happened. */
function honest(problem: Problem): Problem {
  if (problem.code !== 'blocked-by-site' && problem.code !== 'login-required') return problem
  return new Problem(
    'blocked-by-site',
    'Reddit refuses automatic readers; Counterpoint tried once and was turned away.',
    {
      cause: problem,
      remedy:
        'Open the thread in your browser, add .json to its address, save that page and drop the file here. A saved page or the copied conversation works, too.',
    },
  )
}

export const reddit: Platform<State> = {
  id: 'reddit',
  name: 'Reddit',
  recognise: (url) => (idOf(url) === null ? null : 'sure'),
  sniff: (answer) => holdsReddit(jsonOf(answer)) || redditPageKind(answer) !== null,
  file(answer) {
    const value = jsonOf(answer)
    if (value !== undefined) return readListings(value)
    return readRedditPage(answer)
  },
  begin(url, config) {
    const id = idOf(url) ?? ''
    if (id !== '') return begin(id, config)
    return { asks: [{ url: url.href, purpose: 'where the share link leads' }], state: { stage: 'share' } }
  },
  resume(state, answers, config) {
    const answer = answers[0] as Answer
    if (state.stage === 'share') {
      const id = answer.url === null ? null : idOf(new URL(answer.url))
      if (id !== null && id !== '') return begin(id, config)
      throw honest(refusal(answer) ?? new Problem('not-found', 'That share link leads nowhere.'))
    }
    if (state.stage === 'token') {
      const said = jsonOf(answer.status === 401 ? answer : usable(answer))
      const token = text(said, 'access_token')
      const turned = answer.status === 401 || text(said, 'error') !== null
      if (token === null && !turned) throw unusable(answer, false) as Problem
      if (token === null) throw new Problem('needs-key', 'Reddit did not accept the credentials in REDDIT_APP.')
      return listing(state.id, token)
    }
    if (state.stage === 'more') return afterMore(state, answers)
    const problem = refusal(answer)
    if (problem !== null) throw honest(problem)
    const value = jsonOf(answer)
    if (!holdsReddit(value)) throw honest(new Problem('blocked-by-site', 'Reddit answered with something else.'))
    const gathered = nothing()
    gather(thingsOf(value), gathered)
    return state.stage === 'listing' && state.token !== null
      ? more(state.id, state.token, gathered)
      : { thread: threadOf(gathered) }
  },
}
