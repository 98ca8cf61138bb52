/** GitHub discussions, which only its GraphQL interface hands out: two levels, comments and replies. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
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

function read(node: unknown, parentId: string | null, title: string | null): Post {
  return post({
    id: text(node, 'id') ?? '',
    parentId,
    author: text(node, 'author', 'login'),
    createdAt: at(node, 'createdAt'),
    score: number(node, 'upvoteCount'),
    title,
    body: htmlToText(text(node, 'bodyHTML') ?? '', { base: 'https://github.com/' }),
    permalink: text(node, 'url'),
    kind: title !== null ? 'opening' : truthy(node, 'isAnswer') ? 'answer' : 'comment',
    state: truthy(node, 'isMinimized') ? 'hidden' : at(node, 'lastEditedAt') != null ? 'edited' : 'ok',
  })
}

export function readDiscussion(value: unknown): ReadThread {
  const discussion = at(value, 'data', 'repository', 'discussion')
  if (record(discussion) === null) {
    throw new Problem('not-found', 'GitHub knows no such discussion, or the token may not read it.')
  }
  const top = read(discussion, null, text(discussion, 'title') ?? '')
  const posts = [top]
  let expected = 1 + (count(discussion, 'comments', 'totalCount') ?? 0)
  for (const comment of list(discussion, 'comments', 'nodes')) {
    posts.push(read(comment, top.id, null))
    expected += count(comment, 'replies', 'totalCount') ?? 0
    for (const reply of list(comment, 'replies', 'nodes')) posts.push(read(reply, text(comment, 'id'), null))
  }
  return assemble({
    platform: 'github',
    site: 'github.com',
    url: text(discussion, 'url'),
    title: text(discussion, 'title'),
    posts,
    expected,
  })
}
