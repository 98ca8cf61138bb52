/** Decidim and Consul, where people deliberate with their town: GraphQL or their pages; Decidim's comments say which side they take. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { refusal, usable } from '../answers.ts'
import { assemble } from '../assemble.ts'
import { at, count, jsonOf, list, number, record, text, truthy } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { exportedComments, isExported } from './decidim-exports.ts'
import { isDeliberation, readDeliberation } from './decidim-pages.ts'

/** Titles come as one text or as one for each language. */
function words(value: unknown, key: string): string | null {
  return text(value, key) ?? text(value, key, 'translation') ?? text(value, key, 'translations', 0, 'text')
}

const SIDES: Record<string, Post['stance']> = { '1': 'pro', '0': 'neutral', '-1': 'con' }

function opening(value: unknown, url: string | null): Post {
  return post({
    id: `opening-${text(value, 'id') ?? ''}`,
    author: text(value, 'author', 'name') ?? text(value, 'public_author', 'username'),
    createdAt: at(value, 'createdAt') ?? at(value, 'public_created_at'),
    score: number(value, 'voteCount') ?? votes(value),
    title: words(value, 'title'),
    body: htmlToText(words(value, 'body') ?? words(value, 'description') ?? ''),
    permalink: url,
    kind: 'opening',
  })
}

/** What became of a comment; one without words has lost them. */
function stateOf(item: unknown): Post['state'] {
  const told = (name: string) => truthy(item, name) || text(item, `${name}At`) !== null
  if (told('hidden') || text(item, 'hidden_at') !== null) return 'removed'
  return told('deleted') || text(item, 'deleted_at') !== null || text(item, 'body') === null ? 'deleted' : 'ok'
}

/** Comments that have answers which were not handed out, being too deep. */
function cutBelow(of: unknown): number {
  return list(of, 'comments').reduce((sum: number, item) => {
    const below = list(item, 'comments')
    return sum + (below.length === 0 && truthy(item, 'hasComments') ? 1 : 0) + cutBelow(item)
  }, 0)
}

function readComments(of: unknown, root: string): Post[] {
  const posts: Post[] = []
  const todo = list(of, 'comments')
    .toReversed()
    .map((item) => ({ item, parentId: root }))
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { item, parentId } = next
    const id = text(item, 'id') ?? `${posts.length}`
    const up = number(item, 'upVotes')
    posts.push(
      post({
        id,
        parentId,
        author: text(item, 'author', 'name'),
        createdAt: at(item, 'createdAt'),
        score: up === null ? null : up - (number(item, 'downVotes') ?? 0),
        body: htmlToText(text(item, 'body') ?? ''),
        kind: 'comment',
        state: stateOf(item),
        stance: SIDES[text(item, 'alignment') ?? ''] ?? null,
      }),
    )
    todo.push(
      ...list(item, 'comments')
        .toReversed()
        .map((child) => ({ item: child, parentId: id })),
    )
  }
  return posts
}

const votes = (item: unknown) => {
  const up = number(item, 'cached_votes_up')
  return up === null ? null : up - (number(item, 'cached_votes_down') ?? 0)
}

/** Consul hands comments out flat, each with the ids of those above it: "12/34". */
function readConsul(comments: unknown[], root: string): Post[] {
  return comments.map((item) =>
    post({
      id: text(item, 'id') ?? '',
      parentId: text(item, 'ancestry')?.split('/').at(-1) ?? root,
      author: text(item, 'public_author', 'username'),
      createdAt: at(item, 'public_created_at'),
      score: votes(item),
      body: htmlToText(text(item, 'body') ?? ''),
      kind: 'comment',
      state: stateOf(item),
    }),
  )
}

/** Records looked at in search of what is under discussion. */
const MOST_STEPS = 5000

const hasComments = (value: unknown) => Array.isArray(at(value, 'comments')) || record(at(value, 'comments')) !== null

/** The proposals and debates in an answer, wherever a query put them: records with comments and a title, or with comments alone. */
function subjectsIn(value: unknown): unknown[] {
  const found: unknown[] = []
  const todo: unknown[] = [at(value, 'data')]
  for (let steps = 0; steps < todo.length && steps < MOST_STEPS; steps++) {
    const here = todo[steps]
    const isAlone = steps > 0 && number(here, 'totalCommentsCount') !== null
    if (hasComments(here) && (words(here, 'title') !== null || isAlone)) found.push(here)
    else if (Array.isArray(here)) todo.push(...(here as unknown[]))
    else todo.push(...Object.values(record(here) ?? {}))
  }
  return found
}

/** The comments of one answer that were handed out without what they are about. */
const commentsAlone = (value: unknown): unknown[] =>
  list(value, 'data', 'comments', 'edges')
    .map((edge) => at(edge, 'node'))
    .concat(list(value, 'data', 'comments', 'nodes'))
    .filter((item) => record(item) !== null)

function aloneThreads(value: unknown, url: string | null): ReadThread[] {
  const comments = commentsAlone(value)
  const subjects = new Map<string, unknown[]>()
  for (const one of comments) {
    const of = `${text(one, 'commentable_type') ?? ''} ${text(one, 'commentable_id') ?? ''}`.trim()
    subjects.set(of, [...(subjects.get(of) ?? []), one])
  }
  const follows = truthy(value, 'data', 'comments', 'pageInfo', 'hasNextPage')
  return [...subjects].map(([of, some]) =>
    assemble({
      platform: 'consul',
      site: siteOf(url, 'A participation site'),
      url,
      title: of === '' ? null : of,
      key: of === '' ? null : of,
      root: ROOT,
      posts: readConsul(some, ROOT),
      missing: [
        { why: 'what these comments are about', count: 1, opening: true },
        ...(follows ? [{ why: 'further pages of comments', count: null }] : []),
      ],
    }),
  )
}

const ROOT = 'opening'

function threads(value: unknown, url: string | null): ReadThread[] {
  const subjects = subjectsIn(value)
  const found = subjects.length > 0 ? subjects.map((one) => thread(one, url)) : aloneThreads(value, url)
  if (found.length === 0) throw new Problem('not-a-thread', 'No proposal and no debate was found there.')
  return found
}

/** The one that an answer to a request for one holds. */
function onlyThread(value: unknown, url: string | null): ReadThread {
  const [only] = subjectsIn(value)
  if (only === undefined) throw new Problem('not-a-thread', 'No proposal and no debate was found there.')
  return thread(only, url)
}

function thread(subject: unknown, url: string | null): ReadThread {
  const first = opening(subject, url)
  const flat = [
    ...list(subject, 'comments', 'edges').map((edge) => at(edge, 'node')),
    ...list(subject, 'comments', 'nodes'),
  ].filter((item) => record(item) !== null)
  const isConsul = record(at(subject, 'comments')) !== null
  const isNamed = words(subject, 'title') !== null
  const announced = count(subject, 'totalCommentsCount') ?? count(subject, 'comments_count')
  return assemble({
    platform: isConsul ? 'consul' : 'decidim',
    site: siteOf(url, 'A participation site'),
    url,
    title: words(subject, 'title'),
    posts: [...(isNamed ? [first] : []), ...(isConsul ? readConsul(flat, first.id) : readComments(subject, first.id))],
    root: first.id,
    expected: announced === null ? null : announced + 1,
    missing: [
      ...(isNamed ? [] : [{ why: 'what these comments are about', count: 1, opening: true as const }]),
      ...(truthy(subject, 'comments', 'pageInfo', 'hasNextPage')
        ? [{ why: 'further pages of comments', count: null }]
        : []),
      ...(announced === null && cutBelow(subject) > 0
        ? [{ why: 'answers deeper than the site was asked for', count: null }]
        : []),
    ],
  })
}

const FIELDS = 'id body createdAt alignment upVotes downVotes hasComments author{name}'
const NESTED = `comments{${FIELDS} comments{${FIELDS} comments{${FIELDS} comments{${FIELDS}}}}}`
const ADDRESS =
  /\/(processes|assemblies|conferences|initiatives)\/[^/]+\/f\/(\d+)\/(proposals|debates|meetings|posts)\/(\d+)/
/** Of each kind of thing under discussion: the type of its component, its field there, and where its words stand. */
const KINDS: Record<string, [type: string, field: string, words: string]> = {
  proposals: ['Proposals', 'proposal', 'body'],
  debates: ['Debates', 'debate', 'description'],
  meetings: ['Meetings', 'meeting', 'description'],
  posts: ['Blogs', 'post', 'body'],
}

function askDecidim(url: URL): Ask {
  const [, , component = '', kind = '', id = ''] = ADDRESS.exec(url.pathname) ?? []
  const [type, field, body] = KINDS[kind] ?? ['Proposals', 'proposal', 'body']
  const text = (name: string) => `${name}{translation(locale:"en") translations{text}}`
  const query = `{component(id:${component}){... on ${type}{${field}(id:${id}){id ${text('title')} ${text(body)} createdAt totalCommentsCount ${NESTED}}}}}`
  return {
    url: `${url.origin}/api`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    purpose: 'the proposal with its comments',
  }
}

/** Many programs hand out something with a title and comments; these fields are asked of these two only. */
const OWN_FIELDS =
  /"(?:alignment|upVotes|translations?|totalCommentsCount|public_author|public_created_at|ancestry|cached_votes_up)"\s*:/

const OF_CONSUL = /^\/(?:[a-z]{2}\/)?(debate|proposal)s\/(\d+)(?:-[^/]*)?\/?$/

/** Consul hands out 25 comments at a time, in answer to GET, too (its documentation of GraphQL). */
function askConsul(address: string, after: string | null): Ask {
  const url = new URL(address)
  const [, kind = 'debate', id = ''] = OF_CONSUL.exec(url.pathname) ?? []
  const who = 'public_author{username} public_created_at cached_votes_up'
  const from = after === null ? '' : `,after:${JSON.stringify(after)}`
  const query = `{${kind}(id:${id}){id title description comments_count ${who} comments(first:25${from}){pageInfo{hasNextPage endCursor} edges{node{id body ancestry cached_votes_down ${who}}}}}}`
  return { url: `${url.origin}/graphql?query=${encodeURIComponent(query)}`, purpose: 'the debate with its comments' }
}

/** An answer with the comments of those before it. */
function joined(value: unknown, before: unknown[]): unknown {
  const kind = text(value, 'data', 'debate', 'title') === null ? 'proposal' : 'debate'
  const subject = record(at(value, 'data', kind))
  const comments = record(at(subject, 'comments'))
  if (subject === null || comments === null) return value
  const edges = [...before, ...list(comments, 'edges')]
  return { data: { [kind]: { ...subject, comments: { ...comments, edges } } } }
}

const cursorIn = (value: unknown) => {
  const page = ['debate', 'proposal'].map((kind) => at(value, 'data', kind, 'comments', 'pageInfo')).find(record)
  return truthy(page, 'hasNextPage') ? text(page, 'endCursor') : null
}

const edgesIn = (value: unknown) =>
  ['debate', 'proposal'].flatMap((kind) => list(value, 'data', kind, 'comments', 'edges'))

interface State {
  url: string
  /** Comments of Consul that were handed out before. */
  edges: unknown[]
  /** The answer that held the last of them, with all of them in it. */
  last?: unknown
}

export const decidim: Platform<State> = {
  id: 'decidim',
  name: 'Decidim or Consul',
  recognise: (url) => (ADDRESS.test(url.pathname) || OF_CONSUL.test(url.pathname) ? 'maybe' : null),
  sniff: (answer) =>
    isDeliberation(answer) ||
    isExported(answer) ||
    (OWN_FIELDS.test(answer.text) &&
      record(at(jsonOf(answer), 'data')) !== null &&
      (subjectsIn(jsonOf(answer)).length > 0 || commentsAlone(jsonOf(answer)).length > 0)),
  file(answer: Answer) {
    if (isDeliberation(answer)) return [readDeliberation(answer)]
    return isExported(answer) ? exportedComments(answer) : threads(jsonOf(answer), answer.url)
  },
  begin: (url) => ({
    asks: [ADDRESS.test(url.pathname) ? askDecidim(url) : askConsul(url.href, null)],
    state: { url: url.href, edges: [] },
  }),
  resume(state, [answer]) {
    // What was read stays when a later page can't be had: the thread says that more follows.
    const failed = state.edges.length > 0 && answer !== undefined && refusal(answer) !== null
    if (failed) return { thread: onlyThread(state.last, state.url) }
    const value = joined(jsonOf(usable(answer)), state.edges)
    const after = cursorIn(value)
    if (after === null || edgesIn(value).length === state.edges.length) return { thread: onlyThread(value, state.url) }
    return { asks: [askConsul(state.url, after)], state: { url: state.url, edges: edgesIn(value), last: value } }
  },
}
