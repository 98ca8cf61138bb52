/** Decidim and Consul, where people deliberate with their town: GraphQL; Decidim's comments say which side they take. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { usable } from '../answers.ts'
import { assemble } from '../assemble.ts'
import { at, count, jsonOf, list, number, record, text, truthy } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

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
    missing: truthy(subject, 'comments', 'pageInfo', 'hasNextPage')
      ? [{ why: 'further pages of comments', count: null }]
      : [],
  })
}

const FIELDS = 'id body createdAt alignment upVotes downVotes author{name}'
const NESTED = `comments{${FIELDS} comments{${FIELDS} comments{${FIELDS} comments{${FIELDS}}}}}`
const ADDRESS = /\/(processes|assemblies)\/[^/]+\/f\/(\d+)\/(proposals|debates)\/(\d+)/

function askDecidim(url: URL): Ask {
  const [, , component = '', kind = 'proposals', id = ''] = ADDRESS.exec(url.pathname) ?? []
  const [type, field] = kind === 'debates' ? ['Debates', 'debate'] : ['Proposals', 'proposal']
  const text = (name: string) => `${name}{translation(locale:"en") translations{text}}`
  const query = `{component(id:${component}){... on ${type}{${field}(id:${id}){id ${text('title')} ${kind === 'debates' ? text('description') : text('body')} createdAt totalCommentsCount ${NESTED}}}}}`
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

export const decidim: Platform<{ url: string }> = {
  id: 'decidim',
  name: 'Decidim or Consul',
  recognise: (url) => (ADDRESS.test(url.pathname) ? 'maybe' : null),
  sniff: (answer) =>
    OWN_FIELDS.test(answer.text) &&
    record(at(jsonOf(answer), 'data')) !== null &&
    subjectIn(jsonOf(answer)) !== undefined,
  file: (answer: Answer) => [thread(jsonOf(answer), answer.url)],
  begin: (url) => ({ asks: [askDecidim(url)], state: { url: url.href } }),
  resume: (state, answers) => ({ thread: thread(jsonOf(usable(answers[0])), state.url) }),
}
