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

/** The proposal or debate in an answer, wherever a query put it: the record with a title and comments. */
function subjectIn(value: unknown): unknown {
  const todo: unknown[] = [at(value, 'data')]
  for (let steps = 0; todo.length > 0 && steps < 50; steps++) {
    const here = todo.shift()
    if (words(here, 'title') !== null && (Array.isArray(at(here, 'comments')) || record(at(here, 'comments')) !== null))
      return here
    const inside = record(here)
    if (inside !== null) todo.push(...Object.values(inside))
  }
  return undefined
}

function thread(value: unknown, url: string | null): ReadThread {
  const subject = subjectIn(value)
  if (subject === undefined) throw new Problem('not-a-thread', 'No proposal and no debate was found there.')
  const first = opening(subject, url)
  const flat = [
    ...list(subject, 'comments', 'edges').map((edge) => at(edge, 'node')),
    ...list(subject, 'comments', 'nodes'),
  ].filter((item) => record(item) !== null)
  const isConsul = record(at(subject, 'comments')) !== null
  const announced = count(subject, 'totalCommentsCount') ?? count(subject, 'comments_count')
  return assemble({
    platform: isConsul ? 'consul' : 'decidim',
    site: siteOf(url, 'A participation site'),
    url,
    title: words(subject, 'title'),
    posts: [first, ...(isConsul ? readConsul(flat, first.id) : readComments(subject, first.id))],
    expected: announced === null ? null : announced + 1,
    missing: [
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
    (OWN_FIELDS.test(answer.text) &&
      record(at(jsonOf(answer), 'data')) !== null &&
      subjectIn(jsonOf(answer)) !== undefined),
  file: (answer: Answer) => [isDeliberation(answer) ? readDeliberation(answer) : thread(jsonOf(answer), answer.url)],
  begin: (url) => ({
    asks: [ADDRESS.test(url.pathname) ? askDecidim(url) : askConsul(url.href, null)],
    state: { url: url.href, edges: [] },
  }),
  resume(state, [answer]) {
    // What was read stays when a later page can't be had: the thread says that more follows.
    const failed = state.edges.length > 0 && answer !== undefined && refusal(answer) !== null
    if (failed) return { thread: thread(state.last, state.url) }
    const value = joined(jsonOf(usable(answer)), state.edges)
    const after = cursorIn(value)
    if (after === null || edgesIn(value).length === state.edges.length) return { thread: thread(value, state.url) }
    return { asks: [askConsul(state.url, after)], state: { url: state.url, edges: edgesIn(value), last: value } }
  },
}
