/** Reddit: listings as JSON (fetched, saved or by an app's credentials); pages and feeds are read in their own files. */
import type { Post } from '../../../shared/thread.ts'
import type { Config } from '../../config.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { join, plain, type Prose } from '../../text/prose.ts'
import { refusal, unusable, usable } from '../answers.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, jsonOf, list, number, record, text, truthy } from '../json.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'
import { readRedditFeed, readRedditPage, redditKey, redditPageKind } from './reddit-pages.ts'

const ORIGIN = 'https://www.reddit.com'

/** The stubs "load more comments" (with ids) and "continue this thread" (without). */
interface Stub {
  parent: string
  ids: string[]
  count: number
}

interface Gathered {
  posts: Post[]
  stubs: Stub[]
  title: string | null
  url: string | null
  articleUrl: string | null
  /** Comments and the posts they answer. */
  announced: number | null
}

/** HTML is what readers saw; without `raw_json=1` it comes escaped once more. */
function body(html: string | null, markdown: string | null): Prose {
  if (html !== null) {
    const source = /^\s*&lt;/.test(html) ? htmlToText(html).text : html
    return htmlToText(source, { base: ORIGIN })
  }
  return markdown === null ? plain('') : markdownToText(markdown)
}

/** Without `raw_json=1` the three characters of markup are escaped in every text. */
function raw(words: string | null): string | null {
  return words?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') ?? null
}

function stateOf(data: unknown, words: string | null): Post['state'] {
  const gone = words === null ? null : /^\s*\[\s*(deleted|removed)\b[^\]]*\]\s*$/i.exec(words)?.[1]?.toLowerCase()
  const by = text(data, 'removed_by_category')
  // A post can be taken off its list and still be handed out with its words.
  if (gone === 'removed' || (by !== null && words === null && !/^(?:deleted|author)$/.test(by))) return 'removed'
  if (gone === 'deleted') return 'deleted'
  return at(data, 'edited') !== false && truthy(data, 'edited') ? 'edited' : 'ok'
}

function link(data: unknown): string | null {
  const path = text(data, 'permalink')
  if (path !== null) return new URL(path, ORIGIN).href
  const story = text(data, 'link_id')?.replace('t3_', '')
  const id = text(data, 'id')
  return story === undefined || id === null ? null : `${ORIGIN}/comments/${story}/_/${id}/`
}

/** The choices of a poll, and the words of the post that was posted again, stand beside the post's own. */
function besides(data: unknown): Prose[] {
  const choices = list(data, 'poll_data', 'options').flatMap((one) => raw(text(one, 'text')) ?? [])
  const [origin] = list(data, 'crosspost_parent_list')
  const told = body(text(origin, 'selftext_html'), raw(text(origin, 'selftext')))
  const author = text(origin, 'author')
  return [
    ...(told.text === '' ? [] : [{ ...told, quotes: [{ start: 0, end: told.text.length, author, ref: null }] }]),
    ...(choices.length === 0 ? [] : [plain(choices.map((choice) => `• ${choice}`).join('\n'))]),
  ]
}

function submission(data: unknown): Post {
  const words = raw(text(data, 'selftext'))
  return post({
    id: text(data, 'name') ?? `t3_${text(data, 'id') ?? ''}`,
    author: text(data, 'author'),
    createdAt: number(data, 'created_utc'),
    score: number(data, 'score'),
    title: raw(text(data, 'title')),
    body: join([body(text(data, 'selftext_html'), words), ...besides(data)], '\n\n'),
    permalink: link(data),
    kind: 'opening',
    state: stateOf(data, words),
  })
}

function comment(data: unknown): Post {
  const words = raw(text(data, 'body'))
  return post({
    id: text(data, 'name') ?? `t1_${text(data, 'id') ?? ''}`,
    parentId: text(data, 'parent_id'),
    author: text(data, 'author'),
    createdAt: number(data, 'created_utc'),
    score: truthy(data, 'score_hidden') ? null : number(data, 'score'),
    body: body(text(data, 'body_html'), words),
    permalink: link(data),
    kind: text(data, 'author') === 'AutoModerator' ? 'system' : 'comment',
    state: stateOf(data, words),
  })
}

/** Adds everything found in `things`: listings, submissions, comments with their replies, stubs; in reading order. */
function gather(things: unknown[], into: Gathered): void {
  const todo = things.filter((thing) => record(thing) !== null).toReversed()
  for (let thing = todo.pop(); thing !== undefined; thing = todo.pop()) {
    const kind = text(thing, 'kind')
    const data = at(thing, 'data')
    if (record(data) === null) continue
    if (kind === 'Listing')
      todo.push(
        ...list(data, 'children')
          .filter((one) => record(one) !== null)
          .toReversed(),
      )
    else if (kind === 't3') {
      into.posts.push(submission(data))
      into.title ??= raw(text(data, 'title'))
      into.url ??= link(data)
      const announced = count(data, 'num_comments')
      if (announced !== null) into.announced = (into.announced ?? 0) + announced + 1
      const target = raw(text(data, 'url'))
      if (!truthy(data, 'is_self') && target !== null && !/reddit\.com|redd\.it/.test(target))
        into.articleUrl ??= target
    } else if (kind === 't1') {
      into.posts.push(comment(data))
      into.title ??= raw(text(data, 'link_title'))
      if (record(at(data, 'replies')) !== null) todo.push(at(data, 'replies'))
    } else if (kind === 'more') {
      into.stubs.push({
        parent: text(data, 'parent_id') ?? '',
        ids: list(data, 'children').filter((id) => typeof id === 'string'),
        count: count(data, 'count') ?? 0,
      })
    }
  }
}

/** Archives of Reddit hand out its records bare, in a list under `data`. */
function archivedIn(value: unknown): unknown[] {
  const rows = Array.isArray(value) ? value : list(value, 'data')
  return rows.flatMap((data) => {
    if (text(data, 'id') === null || record(data) === null || text(data, 'kind') !== null) return []
    if (text(data, 'link_id')?.startsWith('t3_') === true && text(data, 'body') !== null) return [{ kind: 't1', data }]
    return text(data, 'subreddit') !== null && text(data, 'title') !== null ? [{ kind: 't3', data }] : []
  })
}

/** What the answers of a file hold: one listing, several, recorded exchanges or the flat answers to "more". */
function thingsOf(value: unknown): unknown[] {
  const bare = archivedIn(value)
  if (bare.length > 0) return bare
  const whole = Array.isArray(value) ? value : [value]
  return whole.flatMap((one): unknown[] => {
    const inner = at(one, 'response') ?? one
    const flat = list(inner, 'json', 'data', 'things')
    if (flat.length > 0) return flat
    const archived = archivedIn(inner)
    if (archived.length > 0) return archived
    return Array.isArray(inner) ? inner : /^(Listing|t1|t3|more)$/.test(text(inner, 'kind') ?? '') ? [inner] : []
  })
}

function holdsReddit(value: unknown): boolean {
  return thingsOf(value).some((thing) => {
    const kind = text(thing, 'kind')
    const data = at(thing, 'data')
    if (kind === 'Listing')
      return (
        Array.isArray(at(data, 'children')) &&
        (list(data, 'children').length === 0 || /^(t1|t3|more)$/.test(text(data, 'children', 0, 'kind') ?? ''))
      )
    return (kind === 't1' || kind === 't3') && text(data, 'id') !== null
  })
}

function missingOf(stubs: Stub[]): Missing {
  return stubs.map(({ parent, ids, count: hidden }) =>
    hidden > 0
      ? { why: 'folded away by Reddit behind “load more comments”', count: hidden, ids: ids.map((id) => `t1_${id}`) }
      : { why: 'branches that Reddit continues on pages of their own', count: null, below: parent },
  )
}

/** Throws `not-found` for listings that are empty. */
function threadOf(gathered: Gathered): ReadThread {
  if (gathered.posts.length === 0 && gathered.stubs.length === 0)
    throw new Problem('not-found', 'Reddit has nothing there: what was at this address was deleted, or never was.')
  const { announced } = gathered
  const orphan = gathered.posts.find((one) => one.permalink !== null)?.permalink ?? null
  const url = gathered.url ?? orphan?.replace(/(\/comments\/\w+)\/.*/, '$1/') ?? null
  return assemble({
    platform: 'reddit',
    site: 'reddit.com',
    url,
    key: redditKey(url),
    title: gathered.title,
    articleUrl: gathered.articleUrl,
    posts: gathered.posts,
    expected: announced,
    missing: [
      ...missingOf(gathered.stubs),
      ...(gathered.posts.some((one) => one.kind === 'opening')
        ? []
        : [{ why: 'the post these comments answer', count: 1, opening: true as const }]),
    ],
  })
}

const nothing = (): Gathered => ({ posts: [], stubs: [], title: null, url: null, articleUrl: null, announced: null })

function readListings(value: unknown): ReadThread {
  const gathered = nothing()
  gather(thingsOf(value), gathered)
  return threadOf(gathered)
}

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
    if (value !== undefined) return [readListings(value)]
    return [redditPageKind(answer) === 'feed' ? readRedditFeed(answer) : readRedditPage(answer)]
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
