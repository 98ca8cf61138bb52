/** Issues of Jira and their comments, in the second and the third version of its interface (REST API 2 and 3). */
import { at, count, list, number, record, text } from '../json.ts'
import type { ReadThread } from '../platform.ts'
import type { Draft } from '../post.ts'
import { isDocument, jiraWords } from './jira-words.ts'
import { COMMENTS_APART, NO_REPORT, threadOf, type Ticket } from './tickets.ts'

/** An address of the interface tells where people look at the same. */
const originOf = (address: string | null): string | null =>
  address !== null && URL.canParse(address) ? new URL(address).origin : null

const isJiraIssue = (value: unknown) =>
  text(value, 'key') !== null && record(at(value, 'fields')) !== null && text(value, 'fields', 'summary') !== null
const isJiraComment = (value: unknown) =>
  text(value, 'created') !== null &&
  (typeof at(value, 'body') === 'string' || isDocument(at(value, 'body'))) &&
  (/\/rest\/api\/[^/]+\/issue\//.test(text(value, 'self') ?? '') || isDocument(at(value, 'body')))
const jiraName = (value: unknown) => text(value, 'displayName') ?? text(value, 'name')

function jiraComment(value: unknown, index: number): Draft {
  const parent = text(value, 'parentId')
  const created = at(value, 'created')
  const updated = at(value, 'updated')
  return {
    id: text(value, 'id') ?? `c${index + 1}`,
    parentId: parent,
    author: jiraName(at(value, 'author')),
    createdAt: created,
    body: jiraWords(at(value, 'body'), text(value, 'renderedBody')),
    state: updated !== undefined && updated !== created ? 'edited' : 'ok',
  }
}

function jiraTicket(value: unknown): Ticket {
  const fields = at(value, 'fields')
  const rendered = at(value, 'renderedFields')
  const origin = originOf(text(value, 'self'))
  const shown = list(rendered, 'comment', 'comments')
  return {
    tracker: 'Jira',
    url: origin === null ? null : `${origin}/browse/${text(value, 'key')}`,
    title: text(fields, 'summary'),
    report: {
      author: jiraName(at(fields, 'reporter')) ?? jiraName(at(fields, 'creator')),
      createdAt: at(fields, 'created'),
      score: number(fields, 'votes', 'votes'),
      body: jiraWords(at(fields, 'description'), text(rendered, 'description')),
    },
    comments: list(fields, 'comment', 'comments').map((one, index) =>
      jiraComment({ renderedBody: text(shown[index], 'body'), ...record(one) }, index),
    ),
    total: count(fields, 'comment', 'total'),
  }
}

/** The issues in an answer, or its comments alone; none where it is no answer of Jira. */
export function jira(value: unknown): ReadThread[] {
  const issues = [value, ...list(value, 'issues'), ...(Array.isArray(value) ? value : [])].filter(isJiraIssue)
  if (issues.length > 0)
    return issues.map((one) =>
      threadOf(jiraTicket(one), at(one, 'fields', 'comment') === undefined ? COMMENTS_APART : []),
    )
  const comments = [...list(value, 'comments'), ...(Array.isArray(value) ? value : [])].filter(isJiraComment)
  if (comments.length === 0) return []
  const url = originOf(text(comments[0], 'self'))
  const ticket = { tracker: 'Jira', url, title: null, report: null, comments: comments.map(jiraComment) }
  return [threadOf({ ...ticket, total: count(value, 'total') }, NO_REPORT)]
}
