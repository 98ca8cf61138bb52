/** GitLab's GraphQL answers: issues, merge requests and work items wherever a query put them, with the notes below them. */
import type { Post } from '../../../shared/thread.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, list, number, record, text, truthy } from '../json.ts'
import { siteOf } from '../page.ts'
import type { ReadThread } from '../platform.ts'
import { post } from '../post.ts'

/** "gid://gitlab/DiscussionNote/12" is note 12 of GitLab's other interfaces. */
const numberOf = (value: unknown) => /^gid:\/\/gitlab\/\w+\/(\w+)$/.exec(text(value, 'id') ?? '')?.[1] ?? null

/** What a list holds, asked for as nodes or as edges. */
const nodesOf = (value: unknown, key: string) => [
  ...list(value, key, 'nodes'),
  ...list(value, key, 'edges').map((edge) => at(edge, 'node')),
]

const isNote = (value: unknown) =>
  text(value, 'body') !== null && record(at(value, 'author')) !== null && text(value, 'createdAt') !== null

/** A work item is made of widgets, some of which hold its words and its talk. */
const partsOf = (noteable: unknown) => [noteable, ...list(noteable, 'widgets')]

/** Notes by the discussion they stand in; alone where a query asked for notes only. */
function discussionsOf(noteable: unknown): unknown[][] {
  return partsOf(noteable).flatMap((part) => [
    ...nodesOf(part, 'discussions').map((one) => nodesOf(one, 'notes').filter(isNote)),
    ...nodesOf(part, 'notes')
      .filter(isNote)
      .map((note) => [note]),
  ])
}

const isNoteable = (value: unknown) =>
  text(value, 'iid') === null
    ? // A query need not ask for more than the notes; ids of GitLab's tell whose they are.
      discussionsOf(value)
        .flat()
        .some((note) => numberOf(note) !== null)
    : (text(value, 'title') !== null && text(value, 'createdAt') !== null) || discussionsOf(value).flat().length > 0

/** Issues and what is like them, anywhere in an answer or a list of answers. */
export function noteablesIn(value: unknown): unknown[] {
  const found: unknown[] = []
  const todo = [value]
  while (todo.length > 0) {
    const one = todo.pop()
    if (typeof one !== 'object' || one === null) continue
    if (isNoteable(one)) found.push(one)
    else for (const inner of Object.values(one).toReversed()) todo.push(inner)
  }
  return found
}

const authorOf = (value: unknown) =>
  text(value, 'author', 'name') === 'Ghost User'
    ? null
    : (text(value, 'author', 'username') ?? text(value, 'author', 'name'))

function readOpening(value: unknown, id: string): Post {
  const words = partsOf(value).flatMap((part) => text(part, 'description') ?? [])
  const up = number(value, 'upvotes')
  return post({
    id,
    author: authorOf(value),
    createdAt: at(value, 'createdAt'),
    score: up === null ? null : up - (number(value, 'downvotes') ?? 0),
    title: text(value, 'title'),
    body: markdownToText(words[0] ?? '', { breaks: true, tags: true }),
    permalink: text(value, 'webUrl'),
    kind: 'opening',
  })
}

function readNote(value: unknown, id: string, parentId: string | null, url: string | null): Post {
  return post({
    id,
    parentId,
    author: authorOf(value),
    createdAt: at(value, 'createdAt'),
    body: markdownToText(text(value, 'body') ?? '', { breaks: true, tags: true }),
    permalink: text(value, 'url') ?? (url === null ? null : `${url}#note_${id}`),
    kind: truthy(value, 'system') ? 'system' : 'comment',
    state: text(value, 'lastEditedAt') === null ? 'ok' : 'edited',
  })
}

/** Notes of one discussion answer its first, also where they were asked for one by one and name their discussion. */
function readNotes(noteable: unknown, issueId: string): Post[] {
  const firsts = new Map<string, string>()
  const url = text(noteable, 'webUrl')
  let unnamed = 0
  return discussionsOf(noteable).flatMap((notes, nth) =>
    notes.map((note) => {
      const id = numberOf(note) ?? `${issueId}-note-${++unnamed}`
      const discussion = text(note, 'discussion', 'id') ?? String(nth)
      const first = firsts.get(discussion) ?? null
      if (first === null) firsts.set(discussion, id)
      return readNote(note, id, first, url)
    }),
  )
}

const isCut = (value: unknown, key: string) => truthy(value, key, 'pageInfo', 'hasNextPage')

function lackingIn(noteable: unknown): Missing {
  const cut = partsOf(noteable).some(
    (part) =>
      isCut(part, 'discussions') ||
      isCut(part, 'notes') ||
      nodesOf(part, 'discussions').some((one) => isCut(one, 'notes')),
  )
  return [
    ...(cut ? [{ why: 'further pages', count: null }] : []),
    ...(text(noteable, 'title') === null
      ? [{ why: 'the issue these comments belong to', count: 1, opening: true as const }]
      : []),
  ]
}

/** One thread for each issue that has words or talk. */
export function readGraphQl(value: unknown, from: string | null): ReadThread[] {
  return noteablesIn(value).map((noteable) => {
    const id = `issue-${text(noteable, 'iid') ?? ''}`
    const url = text(noteable, 'webUrl')
    const told = count(noteable, 'userNotesCount')
    return assemble({
      platform: 'gitlab',
      site: siteOf(url ?? from, 'GitLab'),
      url: url ?? from,
      key: numberOf(noteable),
      title: text(noteable, 'title'),
      posts: [...(text(noteable, 'title') === null ? [] : [readOpening(noteable, id)]), ...readNotes(noteable, id)],
      expected: told === null ? null : told + 1,
      missing: lackingIn(noteable),
    })
  })
}
