/** Tickets as the interfaces of trackers hand them out in JSON: Jira, Bugzilla, Redmine, Launchpad and Phabricator. */
import { Problem } from '../../problem.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { mailBody } from '../../text/mail-body.ts'
import { plain } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { at, count, jsonOf, list, number, record, text, truthy } from '../json.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'
import type { Draft } from '../post.ts'
import { bugWords, IN_REPLY } from './bug-words.ts'
import { jira } from './jira-json.ts'
import { COMMENTS_APART, REPORT, threadOf, type Ticket } from './tickets.ts'

// Bugzilla

const isBugComment = (value: unknown) =>
  text(value, 'bug_id') !== null &&
  text(value, 'creator') !== null &&
  (text(value, 'creation_time') ?? text(value, 'time')) !== null &&
  typeof at(value, 'text') === 'string'

function bugTicket(bug: unknown, comments: unknown[]): Ticket {
  const places = new Map(comments.map((one, index) => [number(one, 'count') ?? index, text(one, 'id')]))
  const isWhole = comments.length > 0 && (number(comments[0], 'count') ?? 0) === 0
  const [first] = comments
  const drafted = (one: unknown): Draft => {
    const source = text(one, 'text') ?? ''
    const answered = IN_REPLY.exec(source)?.[1]
    const above = answered === undefined ? null : (places.get(Number(answered)) ?? null)
    const isReport = isWhole && one === first
    return {
      id: isReport ? REPORT : (text(one, 'id') ?? ''),
      parentId: isReport ? null : isWhole && above !== null && above === text(first, 'id') ? REPORT : above,
      author: text(one, 'creator') ?? text(one, 'author'),
      createdAt: at(one, 'creation_time') ?? at(one, 'time'),
      body: bugWords(source),
      state: truthy(one, 'is_private') ? 'hidden' : 'ok',
    }
  }
  const id = text(bug, 'id') ?? text(first, 'bug_id')
  const title = text(bug, 'summary')
  const drafts = comments.map(drafted)
  return {
    tracker: 'Bugzilla',
    url: null,
    title: title ?? (id === null ? null : `Bug ${id}`),
    report: isWhole
      ? (drafts[0] ?? null)
      : title === null
        ? null
        : { author: text(bug, 'creator'), createdAt: at(bug, 'creation_time'), body: plain('') },
    comments: isWhole ? drafts.slice(1) : drafts,
    total: null,
  }
}

function bugzilla(value: unknown): ReadThread[] {
  const bugs = at(value, 'bugs')
  const records = Array.isArray(bugs) ? bugs : []
  const byId = Object.entries(record(bugs) ?? {})
  const tickets = [
    ...records.map((bug: unknown) => ({ bug, comments: list(bug, 'comments').filter(isBugComment) })),
    ...byId.map(([id, one]) => ({ bug: { id }, comments: list(one, 'comments').filter(isBugComment) })),
    { bug: undefined, comments: Object.values(record(at(value, 'comments')) ?? {}).filter(isBugComment) },
  ]
  return tickets
    .filter(({ comments }) => comments.length > 0)
    .map(({ bug, comments }) => threadOf(bugTicket(bug, comments), []))
}

// Redmine

const isRedmine = (value: unknown) =>
  text(value, 'subject') !== null &&
  text(value, 'author', 'name') !== null &&
  text(value, 'tracker', 'name') !== null &&
  at(value, 'created_on') !== undefined

/** Notes are numbered along with the changes that nobody put in words. */
function redmineTicket(issue: unknown): Ticket {
  const journals = list(issue, 'journals')
  const comments = journals.flatMap((one, index): Draft[] => {
    const source = text(one, 'notes')
    if (source === null || source.trim() === '') return []
    const answered = /\bwrote in #note-(\d{1,5}):?/.exec(source)?.[1]
    const above = answered === undefined ? null : text(journals[Number(answered) - 1], 'id')
    return [
      {
        id: text(one, 'id') ?? `note-${index + 1}`,
        parentId: above,
        author: text(one, 'user', 'name'),
        createdAt: at(one, 'created_on'),
        body: urlsInText(mailBody(source)),
        state: truthy(one, 'private_notes') ? 'hidden' : 'ok',
      },
    ]
  })
  return {
    tracker: 'Redmine',
    url: null,
    title: text(issue, 'subject'),
    report: {
      author: text(issue, 'author', 'name'),
      createdAt: at(issue, 'created_on'),
      body: urlsInText(quoteLines(plain((text(issue, 'description') ?? '').replace(/\r\n?/g, '\n').trim()))),
    },
    comments,
    total: null,
  }
}

const redmine = (value: unknown): ReadThread[] =>
  [at(value, 'issue'), ...list(value, 'issues')]
    .filter(isRedmine)
    .map((issue) => threadOf(redmineTicket(issue), Array.isArray(at(issue, 'journals')) ? [] : COMMENTS_APART))

// Launchpad

const isLaunchpad = (value: unknown) =>
  typeof at(value, 'content') === 'string' &&
  text(value, 'owner_link') !== null &&
  /\/comments\/\d+$/.test(text(value, 'self_link') ?? '')

function launchpad(value: unknown): ReadThread[] {
  const messages = list(value, 'entries').filter(isLaunchpad)
  const [first] = messages
  if (first === undefined) return []
  const placeOf = (link: string | null) => /\/comments\/(\d+)$/.exec(link ?? '')?.[1] ?? null
  // The first of them all is the report.
  const drafts = messages.map((one): Draft => {
    const parent = placeOf(text(one, 'parent_link'))
    return {
      id: placeOf(text(one, 'self_link')) ?? '',
      parentId: parent === '0' ? REPORT : parent,
      author: /~([^/]+)$/.exec(text(one, 'owner_link') ?? '')?.[1] ?? null,
      createdAt: at(one, 'date_created'),
      body: urlsInText(mailBody(text(one, 'content') ?? '')),
      permalink: text(one, 'web_link'),
    }
  })
  const isWhole = drafts[0]?.id === '0'
  const ticket: Ticket = {
    tracker: 'Launchpad',
    url: text(first, 'web_link')?.replace(/\/comments\/\d+$/, '') ?? null,
    title: text(first, 'subject'),
    report: isWhole ? { ...drafts[0], parentId: null, body: drafts[0]?.body ?? plain('') } : null,
    comments: isWhole ? drafts.slice(1) : drafts,
    total: null,
  }
  const more = (count(value, 'total_size') ?? 0) - messages.length - (count(value, 'start') ?? 0)
  return [threadOf(ticket, more > 0 ? [{ why: 'further pages of comments', count: more }] : [])]
}

// Phabricator

const isTransaction = (value: unknown) =>
  text(value, 'transactionPHID') !== null && text(value, 'authorPHID') !== null && text(value, 'taskID') !== null

/** Every change of a task is a transaction, the newest first: its title, its description and the comments are some of them. */
function phabricatorTicket(id: string, all: unknown[]): Ticket {
  const ordered = all.toSorted((one, other) => (number(one, 'dateCreated') ?? 0) - (number(other, 'dateCreated') ?? 0))
  const last = (type: string) =>
    ordered.findLast((one) => text(one, 'transactionType') === type && text(one, 'newValue') !== null)
  const described = last('description')
  const title = text(last('title'), 'newValue') ?? `Task ${id}`
  return {
    tracker: 'Phabricator',
    url: null,
    title,
    report:
      described === undefined
        ? null
        : {
            author: text(described, 'authorPHID'),
            createdAt: number(described, 'dateCreated'),
            body: urlsInText(quoteLines(plain(text(described, 'newValue') ?? ''))),
          },
    comments: ordered
      .filter((one) => text(one, 'comments') !== null)
      .map((one) => ({
        id: text(one, 'transactionID') ?? '',
        author: text(one, 'authorPHID'),
        createdAt: number(one, 'dateCreated'),
        body: urlsInText(quoteLines(plain(text(one, 'comments') ?? ''))),
      })),
    total: null,
  }
}

const phabricator = (value: unknown): ReadThread[] =>
  Object.entries(record(at(value, 'result')) ?? {})
    .map(([id, all]): [string, unknown[]] => [id, (Array.isArray(all) ? all : []).filter(isTransaction)])
    .map(([id, all]) => phabricatorTicket(id, all))
    .filter(({ report, comments }) => report !== null || comments.length > 0)
    .map((ticket) => threadOf(ticket, []))

const READERS = [jira, bugzilla, redmine, launchpad, phabricator]
/** Marks of which one stands in every such answer. */
const MARKS = /"(?:fields|updateAuthor|bug_id|journals|tracker|owner_link|transactionPHID)"\s*:|"type"\s*:\s*"doc"/

function ticketsIn(answer: Answer): ReadThread[] {
  if (!MARKS.test(answer.text)) return []
  const value = jsonOf(answer)
  if (typeof value !== 'object' || value === null) return []
  for (const read of READERS) {
    const tickets = read(value)
    if (tickets.length > 0) return tickets
  }
  return []
}

export const trackerJson: Platform = {
  id: 'tracker',
  name: 'Jira, Bugzilla, Redmine, Launchpad and Phabricator',
  recognise: () => null,
  sniff: (answer) => ticketsIn(answer).length > 0,
  file: ticketsIn,
  begin(url) {
    throw new Problem('unsupported', `${url.hostname} must be looked at first.`)
  },
  resume() {
    throw new Problem('not-a-thread', 'Tickets are read from files.')
  },
}
