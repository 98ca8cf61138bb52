/** What GitHub's REST interface answers, its command line tool writes and its hooks send, read as posts. */
import type { Post } from '../../../shared/thread.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, list, number, record, text, truthy } from '../json.ts'
import type { ReadThread } from '../platform.ts'
import { post } from '../post.ts'

/** Thumbs up less thumbs down; null where reactions are not told. */
function reactions(value: unknown): number | null {
  const up = number(value, 'reactions', '+1')
  return up === null ? null : up - (number(value, 'reactions', '-1') ?? 0)
}

/** Only of comments on issues: other things are updated by more than their words. */
const isUpdated = (value: unknown) =>
  text(value, 'issue_url') !== null && (text(value, 'updated_at') ?? '') > (text(value, 'created_at') ?? '')

/** The comments people edited: a program that brings in another tracker's comments updates many within one minute. */
function editedAmong(values: unknown[]): Set<unknown> {
  const updated = values.filter(isUpdated)
  const minutes = updated.map((value) => (text(value, 'updated_at') ?? '').slice(0, 'YYYY-MM-DDThh:mm'.length))
  const alone = (minute: string) => minutes.indexOf(minute) === minutes.lastIndexOf(minute)
  const told = values.filter((value) => truthy(value, 'includesCreatedEdit'))
  return new Set([...told, ...updated.filter((_, at) => alone(minutes[at] as string))])
}

const BASE = 'https://github.com/'

/** Asked for so, GitHub hands out what was written as Markdown, HTML or bare text, each under a name of its own. */
const FORMS = ['body', 'body_html', 'body_text']

function words(value: unknown): Prose {
  const [markdown, html, bare] = FORMS.map((form) => text(value, form))
  if (markdown != null) return markdownToText(markdown, { breaks: true, tags: true, base: BASE })
  return html == null ? plain(bare ?? '') : htmlToText(html, { base: BASE })
}

const isWritten = (value: unknown) => FORMS.some((form) => text(value, form) !== null)

/** The address of the page: GraphQL, and the tool that asks by it, call that `url`, and the time `createdAt`. */
const pageOf = (value: unknown): string | null =>
  text(value, 'html_url') ?? (at(value, 'createdAt') === undefined ? null : text(value, 'url'))

/** Reviews and issues say the same things under the same names; a deleted account is called "ghost". */
function read(
  value: unknown,
  { edited = false, ...more }: { id: string; title?: string | null; parentId?: string | null; edited?: boolean },
): Post {
  const login = text(value, 'user', 'login') ?? text(value, 'author', 'login')
  const opening = more.title !== undefined
  return post({
    ...more,
    parentId: more.parentId ?? null,
    author: login === 'ghost' ? null : login,
    createdAt: at(value, 'created_at') ?? at(value, 'submitted_at') ?? at(value, 'createdAt'),
    score: reactions(value),
    body: words(value),
    permalink: pageOf(value),
    kind:
      login?.endsWith('[bot]') === true || text(value, 'user', 'type') === 'Bot'
        ? 'system'
        : opening
          ? 'opening'
          : 'comment',
    state: truthy(value, 'isMinimized') ? 'hidden' : edited ? 'edited' : 'ok',
  })
}

export const isIssue = (value: unknown) =>
  text(value, 'number') !== null &&
  text(value, 'title') !== null &&
  (/github/.test(text(value, 'html_url') ?? text(value, 'url') ?? '') ||
    /\/repos\/.+\/(?:issues|pulls)\/\d+/.test(text(value, 'url') ?? ''))
/** Comments on issues, lines, commits and gists; a timeline lists them among other events. */
export const isComment = (value: unknown) =>
  text(value, 'id') !== null &&
  FORMS.some((form) => typeof at(value, form) === 'string') &&
  // A review without words only holds the comments on lines.
  (isWritten(value) || at(value, 'submitted_at') === undefined) &&
  ((text(value, 'issue_url') ?? text(value, 'pull_request_url')) !== null ||
    (text(value, 'event') === 'commented' && record(at(value, 'user')) !== null) ||
    /github.*#(?:gist|commit|issue|discussion)comment-|\/gists\/\w+\/comments\/\d+$|\/repos\/.+\/comments\/\d+$/.test(
      text(value, 'html_url') ?? text(value, 'url') ?? '',
    ))

function readOne(value: unknown, edited: boolean): Post[] {
  const id = text(value, 'id') ?? ''
  if (isIssue(value)) return [read(value, { id: `issue-${text(value, 'number')}`, title: text(value, 'title') })]
  if (!isComment(value)) return []
  return [read(value, { id, parentId: text(value, 'in_reply_to_id') ?? text(value, 'parent_id'), edited })]
}

/** The issue a hook or an event tells of, and what was said of it. */
const toldIn = (value: unknown): unknown[] =>
  ['issue', 'pull_request', 'comment', 'review'].map((name) => at(value, name)).filter((one) => record(one) !== null)

const isEvent = (value: unknown) => text(value, 'repo', 'name') !== null && record(at(value, 'payload')) !== null

/** What events tell of, each issue once and as it was told last. */
function toldByEvents(events: unknown[]): unknown[] {
  const told = events.flatMap((event) => toldIn(at(event, 'payload')))
  return [...new Map(told.map((one) => [text(one, 'url') ?? one, one])).values()]
}

/** The issues, comments and reviews a value holds, in its order. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value) && value.some(isEvent)) return toldByEvents(value)
  // A timeline lists the comments on lines of one review together.
  if (Array.isArray(value))
    return value.flatMap((one) => (text(one, 'event') === 'line-commented' ? list(one, 'comments') : [one]))
  if (isEvent(value)) return toldByEvents([value])
  if (text(value, 'action') !== null) return toldIn(value)
  if (Array.isArray(at(value, 'items')) && at(value, 'total_count') !== undefined) return list(value, 'items')
  return value === undefined ? [] : (fromTool(value) ?? [value])
}

const THUMBS: Record<string, string> = { THUMBS_UP: '+1', THUMBS_DOWN: '-1' }
/** What GitHub's command line tool writes (`gh issue view --json …`), in the words of the REST interface. */
function fromTool(value: unknown): unknown[] | null {
  const url = text(value, 'url')
  if (text(value, 'title') === null || url === null || !/github\.com\/.*\/(?:issues|pull)\/\d+/.test(url)) return null
  if (text(value, 'author', 'login') === null && !Array.isArray(at(value, 'comments'))) return null
  const said = (one: unknown) => ({
    ...record(one),
    reactions: Object.fromEntries(
      list(one, 'reactionGroups').map((group) => [
        THUMBS[text(group, 'content') ?? ''] ?? '',
        count(group, 'users', 'totalCount') ?? 0,
      ]),
    ),
    user: at(one, 'author'),
    created_at: at(one, 'createdAt') ?? at(one, 'submittedAt'),
    html_url: text(one, 'url') ?? url,
  })
  const issue = { ...said(value), number: at(value, 'number') ?? /\d+$/.exec(url)?.[0], comments: undefined }
  const answers = [...list(value, 'comments'), ...list(value, 'reviews')].filter((one) => text(one, 'body') !== null)
  return [issue, ...answers.map((one) => ({ ...said(one), issue_url: url }))]
}

/** How many posts issues say they have, themselves included; null where they do not say. */
export function announcedIn(values: unknown[]): number | null {
  const counts = values.filter(isIssue).map((issue) => {
    const comments = count(issue, 'comments')
    return comments === null ? null : comments + (count(issue, 'review_comments') ?? 0)
  })
  return counts.length === 0 || counts.includes(null)
    ? null
    : counts.reduce<number>((sum, one) => sum + (one ?? 0), counts.length)
}

/** Address of the thread a comment belongs to. */
function threadAddress(value: unknown): string | null {
  const own = pageOf(value)
  return own === null ? null : own.replace(/#.*$/, '')
}

/** The thread of `values`, as `listOf` gives them; they may lack the issue they belong to. */
export function thread(values: unknown[], missing: Missing, expected: number | null): ReadThread {
  const issue = values.find(isIssue)
  const address = threadAddress(issue ?? values.find(isComment))
  const [, owner = '', repo = '', , nth = ''] =
    /github\.com\/([^/]+)\/([^/]+)\/(issues|pull)\/(\d+)/.exec(address ?? '') ?? []
  const edited = editedAmong(values)
  const posts = values.flatMap((value) => readOne(value, edited.has(value)))
  return assemble({
    platform: 'github',
    site: 'github.com',
    url: address,
    title: text(issue, 'title') ?? (repo === '' ? null : `${owner}/${repo} #${nth}`),
    posts,
    expected,
    missing: [
      ...missing,
      ...(issue === undefined ? [{ why: 'the issue these comments belong to', count: 1, opening: true as const }] : []),
    ],
  })
}

/** The issue a value is or belongs to, by its repository and number. */
function placeOf(value: unknown): string | null {
  const addresses = ['html_url', 'issue_url', 'pull_request_url', 'url'].map((name) => text(value, name))
  for (const address of addresses) {
    const [, repo, nth] = /([^/]+\/[^/]+)\/(?:issues|pulls?|discussions)\/(\d+)/.exec(address ?? '') ?? []
    if (repo !== undefined && nth !== undefined) return `${repo}/${nth}`
  }
  return null
}

/** `values` by the issue they are or belong to. */
export function byIssue(values: unknown[]): unknown[][] {
  const parts = new Map<string | null, unknown[]>()
  for (const value of values.filter((one) => isIssue(one) || isComment(one))) {
    const place = placeOf(value)
    const part = parts.get(place) ?? []
    part.push(value)
    parts.set(place, part)
  }
  return parts.size < 2 || parts.has(null) ? [values] : [...parts.values()]
}

/** Comments, comments on lines and reviews in the order they were written. */
export function whole(issue: unknown, expected: number, values: unknown[], missing: Missing): ReadThread {
  const reviews = values.filter((value) => truthy(value, 'submitted_at') && isWritten(value))
  const posts = [...values.filter(isComment), ...reviews.map((review) => ({ ...record(review), issue_url: '-' }))]
  const sorted = posts.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0))
  return thread([issue, ...sorted], missing, Math.max(expected, 1))
}

const timeOf = (value: unknown) => text(value, 'created_at') ?? text(value, 'submitted_at') ?? ''
