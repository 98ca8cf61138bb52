/**
 * GitHub discussions, which only its GraphQL interface hands out: two levels, comments and replies. Issues and pull requests
 * asked for that way look alike.
 */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { at, count, list, number, record, text, truthy } from '../json.ts'
import type { Ask, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const FIELDS = 'id url createdAt lastEditedAt upvoteCount isMinimized bodyHTML author{login}'

const QUERY = `query($owner:String!,$repo:String!,$nth:Int!){repository(owner:$owner,name:$repo){discussion(number:$nth){
  id title url createdAt upvoteCount bodyHTML author{login}
  comments(first:100){totalCount nodes{${FIELDS} isAnswer replies(first:100){totalCount nodes{${FIELDS}}}}}}}}`

export function askDiscussion(owner: string, repo: string, nth: number, headers: Record<string, string>): Ask {
  return {
    url: 'https://api.github.com/graphql',
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { owner, repo, nth } }),
    purpose: 'the discussion',
  }
}

/** The discussion, issue or pull request an answer holds. */
export function threadNode(value: unknown): unknown {
  const repository = at(value, 'data', 'repository') ?? at(value, 'repository')
  const kinds = ['discussion', 'issue', 'pullRequest', 'issueOrPullRequest']
  return (
    kinds.map((kind) => at(repository, kind)).find((node) => text(node, 'title') !== null || holdsLines(node)) ?? null
  )
}

/** Programs that answer reviews ask for the threads on lines alone. */
const holdsLines = (node: unknown) =>
  nodesOf(node, 'reviewThreads').some((lines) => nodesOf(lines, 'comments').some((one) => text(one, 'body') !== null))

function words(node: unknown): Prose {
  const html = text(node, 'bodyHTML')
  if (html !== null) return htmlToText(html, { base: 'https://github.com/' })
  const markdown = text(node, 'body')
  if (markdown === null) return plain(text(node, 'bodyText') ?? '')
  return markdownToText(markdown, { breaks: true, tags: true, base: 'https://github.com/' })
}

/** A list is handed out as its nodes, or as edges that each hold one. */
export const nodesOf = (value: unknown, name: string) => [
  ...list(value, name, 'nodes'),
  ...list(value, name, 'edges').map((edge) => at(edge, 'node')),
]

/** Whoever asks may leave ids out; the address names a comment, too. */
const idOf = (node: unknown): string | null =>
  text(node, 'id') ?? text(node, 'databaseId') ?? /#(.+)$/.exec(text(node, 'url') ?? '')?.[1] ?? null

const isWritten = (node: unknown): boolean => ['body', 'bodyHTML', 'bodyText'].some((name) => text(node, name) !== null)

/** The comments of a list, each with an id: where none was asked for, its place in the list. */
const commentsOf = (value: unknown, name: string): unknown[] =>
  nodesOf(value, name).flatMap((node, place) => {
    if (idOf(node) !== null) return [node]
    return isWritten(node) ? [{ ...record(node), id: `${idOf(value) ?? ''}${name}-${place + 1}` }] : []
  })

/** A comment or an opening, which alone has a title. */
export function readNode(node: unknown, parentId: string | null, title: string | null): Post {
  return post({
    id: idOf(node) ?? 'opening',
    parentId,
    author: text(node, 'author', 'login') === 'ghost' ? null : text(node, 'author', 'login'),
    createdAt: at(node, 'createdAt') ?? at(node, 'submittedAt'),
    score: number(node, 'upvoteCount'),
    title,
    body: words(node),
    permalink: text(node, 'url'),
    kind:
      title !== null
        ? 'opening'
        : truthy(node, 'isAnswer')
          ? 'answer'
          : text(node, 'author', '__typename') === 'Bot'
            ? 'system'
            : 'comment',
    state: truthy(node, 'deletedAt')
      ? 'deleted'
      : truthy(node, 'isMinimized')
        ? 'hidden'
        : truthy(node, 'lastEditedAt')
          ? 'edited'
          : 'ok',
  })
}

/** Comments on a line answer the first of them. */
function onLines(lines: unknown): Post[] {
  const [first, ...answers] = commentsOf(lines, 'comments')
  if (first === undefined) return []
  return [readNode(first, null, null), ...answers.map((node) => readNode(node, idOf(first), null))]
}

export function readDiscussion(value: unknown): ReadThread {
  const discussion = threadNode(value)
  if (record(discussion) === null) {
    throw new Problem('not-found', 'GitHub knows no such discussion, or the token may not read it.')
  }
  const title = text(discussion, 'title')
  const top = title === null ? null : readNode(discussion, null, title)
  const posts = top === null ? [] : [top]
  let expected = 1 + (count(discussion, 'comments', 'totalCount') ?? 0)
  const written = [
    ...commentsOf(discussion, 'comments'),
    ...[...commentsOf(discussion, 'reviews'), ...commentsOf(discussion, 'timelineItems')].filter(
      (node) => words(node).text !== '',
    ),
  ]
  const flat = record(at(value, 'data', 'repository', 'discussion') ?? at(value, 'repository', 'discussion')) === null
  for (const comment of written) {
    posts.push(readNode(comment, flat ? text(comment, 'replyTo', 'id') : (top?.id ?? null), null))
    expected += count(comment, 'replies', 'totalCount') ?? 0
    for (const reply of commentsOf(comment, 'replies')) posts.push(readNode(reply, idOf(comment), null))
  }
  const lines = nodesOf(discussion, 'reviewThreads').map((one, place) => ({
    ...record(one),
    id: text(one, 'id') ?? `${place + 1}-`,
  }))
  posts.push(...lines.flatMap(onLines))
  return assemble({
    platform: 'github',
    site: 'github.com',
    url: text(discussion, 'url') ?? posts[0]?.permalink?.replace(/#.*$/, '') ?? null,
    title,
    posts,
    expected: top === null ? null : expected,
    missing: top === null ? [{ why: 'the issue these comments belong to', count: 1, opening: true }] : [],
  })
}
