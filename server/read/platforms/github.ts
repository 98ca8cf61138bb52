/** GitHub issues, pull requests and discussions: the REST answers; pages are read in their own file. */
import type { Post } from '../../../shared/thread.ts'
import type { Config } from '../../config.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { unusable, usable } from '../answers.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, jsonOf, list, number, record, text, truthy } from '../json.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'
import { askDiscussion, readDiscussion, threadNode } from './github-discussions.ts'
import { isGitHubPage, readGitHubPage } from './github-pages.ts'

const PAGE = 100

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
  return new Set(updated.filter((_, at) => alone(minutes[at] as string)))
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

/** Reviews and issues say the same things under the same names; a deleted account is called "ghost". */
function read(
  value: unknown,
  { edited = false, ...more }: { id: string; title?: string | null; parentId?: string | null; edited?: boolean },
): Post {
  const login = text(value, 'user', 'login')
  const opening = more.title !== undefined
  return post({
    ...more,
    parentId: more.parentId ?? null,
    author: login === 'ghost' ? null : login,
    createdAt: at(value, 'created_at') ?? at(value, 'submitted_at'),
    score: reactions(value),
    body: words(value),
    permalink: text(value, 'html_url'),
    kind:
      login?.endsWith('[bot]') === true || text(value, 'user', 'type') === 'Bot'
        ? 'system'
        : opening
          ? 'opening'
          : 'comment',
    state: edited ? 'edited' : 'ok',
  })
}

const isIssue = (value: unknown) =>
  text(value, 'number') !== null &&
  text(value, 'title') !== null &&
  (/github/.test(text(value, 'html_url') ?? text(value, 'url') ?? '') ||
    /\/repos\/.+\/(?:issues|pulls)\/\d+/.test(text(value, 'url') ?? ''))
/** Comments on issues, lines, commits and gists; a timeline lists them among other events. */
const isComment = (value: unknown) =>
  text(value, 'id') !== null &&
  FORMS.some((form) => typeof at(value, form) === 'string') &&
  // A review without words only holds the comments on lines.
  (isWritten(value) || at(value, 'submitted_at') === undefined) &&
  ((text(value, 'issue_url') ?? text(value, 'pull_request_url')) !== null ||
    (text(value, 'event') === 'commented' && record(at(value, 'user')) !== null) ||
    /github.*#(?:gist|commit|issue)comment-|\/gists\/\w+\/comments\/\d+$|\/repos\/.+\/comments\/\d+$/.test(
      text(value, 'html_url') ?? text(value, 'url') ?? '',
    ))

function readOne(value: unknown, edited: boolean): Post[] {
  const id = text(value, 'id') ?? ''
  if (isIssue(value)) return [read(value, { id: `issue-${text(value, 'number')}`, title: text(value, 'title') })]
  if (!isComment(value)) return []
  return [read(value, { id, parentId: text(value, 'in_reply_to_id'), edited })]
}

function listOf(value: unknown): unknown[] {
  // A timeline lists the comments on lines of one review together; a hook tells of an issue and what was said of it.
  if (Array.isArray(value))
    return value.flatMap((one) => (text(one, 'event') === 'line-commented' ? list(one, 'comments') : [one]))
  const told = ['issue', 'pull_request', 'comment', 'review'].map((name) => at(value, name))
  if (text(value, 'action') !== null) return told.filter((one) => record(one) !== null)
  if (Array.isArray(at(value, 'items')) && at(value, 'total_count') !== undefined) return list(value, 'items')
  return value === undefined ? [] : (fromTool(value) ?? [value])
}

/** What GitHub's command line tool writes (`gh issue view --json …`), in the words of the REST interface. */
function fromTool(value: unknown): unknown[] | null {
  const url = text(value, 'url')
  if (text(value, 'title') === null || url === null || !/github\.com\/.*\/(?:issues|pull)\/\d+/.test(url)) return null
  if (text(value, 'author', 'login') === null && !Array.isArray(at(value, 'comments'))) return null
  const said = (one: unknown) => ({
    ...record(one),
    user: at(one, 'author'),
    created_at: at(one, 'createdAt') ?? at(one, 'submittedAt'),
    html_url: text(one, 'url') ?? url,
  })
  const issue = { ...said(value), number: at(value, 'number') ?? /\d+$/.exec(url)?.[0], comments: undefined }
  const answers = [...list(value, 'comments'), ...list(value, 'reviews')].filter((one) => text(one, 'body') !== null)
  return [issue, ...answers.map((one) => ({ ...said(one), issue_url: url }))]
}

/** How many posts issues say they have, themselves included; null where they do not say. */
function announcedIn(values: unknown[]): number | null {
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
  const own = text(value, 'html_url')
  return own === null ? null : own.replace(/#.*$/, '')
}

function thread(values: unknown[], missing: Missing, expected: number | null): ReadThread {
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

interface Place {
  owner: string
  repo: string
  kind: 'issues' | 'pull' | 'discussions'
  nth: string
}

function placeOf(url: URL): Place | null {
  const host = url.hostname.replace(/^www\./, '')
  if (host === 'api.github.com') {
    const found = /^\/repos\/([^/]+)\/([^/]+)\/(?:issues|pulls)\/(\d+)/.exec(url.pathname)
    return found === null
      ? null
      : { owner: found[1] as string, repo: found[2] as string, kind: 'issues', nth: found[3] as string }
  }
  if (host !== 'github.com') return null
  const found = /^\/([^/]+)\/([^/]+)\/(issues|pull|discussions)\/(\d+)/.exec(url.pathname)
  if (found === null) return null
  return {
    owner: found[1] as string,
    repo: found[2] as string,
    kind: found[3] as Place['kind'],
    nth: found[4] as string,
  }
}

export function headers(config: Config): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    ...(config.GITHUB_TOKEN === undefined ? {} : { authorization: `Bearer ${config.GITHUB_TOKEN}` }),
  }
}

type State =
  | { stage: 'issue'; place: Place }
  | { stage: 'comments'; issue: unknown; expected: number; values: unknown[]; missing: Missing; asked: string[] }
  | { stage: 'discussion' | 'page' }

function ask(place: Place, path: string, purpose: string, config: Config): Ask {
  return { url: `https://api.github.com/repos/${place.owner}/${place.repo}/${path}`, headers: headers(config), purpose }
}

function begin(url: URL, config: Config): Step<State> {
  const place = placeOf(url)
  if (place === null) throw new Problem('unsupported', 'That GitHub address is no issue, pull request or discussion.')
  if (place.kind === 'discussions') {
    // Discussions have no open programming interface; without a token the page itself is read.
    if (config.GITHUB_TOKEN === undefined)
      return { asks: [{ url: url.href, purpose: 'the discussion' }], state: { stage: 'page' } }
    return {
      asks: [askDiscussion(place.owner, place.repo, Number(place.nth), headers(config))],
      state: { stage: 'discussion' },
    }
  }
  return { asks: [ask(place, `issues/${place.nth}`, 'the issue', config)], state: { stage: 'issue', place } }
}

/** How many comments and reviews there are stands in the issue, so all pages are asked for at once. */
function afterIssue(place: Place, answer: Answer, config: Config): Step<State> {
  const issue = jsonOf(usable(answer))
  if (!isIssue(issue)) throw new Problem('not-a-thread', 'GitHub answered with something that is no issue.')
  const comments = count(issue, 'comments') ?? 0
  const asks: Ask[] = []
  for (let page = 1; (page - 1) * PAGE < comments; page++) {
    asks.push(
      ask(place, `issues/${place.nth}/comments?per_page=${PAGE}&page=${page}`, `comments, page ${page}`, config),
    )
  }
  if (record(at(issue, 'pull_request')) !== null) {
    asks.push(ask(place, `pulls/${place.nth}/comments?per_page=${PAGE}`, 'comments on the changes', config))
    asks.push(ask(place, `pulls/${place.nth}/reviews?per_page=${PAGE}`, 'reviews', config))
  }
  if (asks.length === 0) return { thread: thread([issue], [], 1) }
  const asked = asks.map(({ url }) => url)
  return { asks, state: { stage: 'comments', issue, expected: comments + 1, values: [], missing: [], asked } }
}

/** The next page of a list, as the answer's Link header (RFC 8288) names it. */
function nextPage(answer: Answer): string | null {
  const next = /<(https:\/\/api\.github\.com\/[^>]+)>;\s*rel="next"/.exec(answer.headers.link ?? '')
  return next?.[1] ?? null
}

function afterComments(state: Extract<State, { stage: 'comments' }>, answers: Answer[], config: Config): Step<State> {
  const missing = [...state.missing]
  const values = [...state.values]
  const asked = new Set(state.asked)
  const asks: Ask[] = []
  for (const answer of answers) {
    const problem = unusable(answer, Array.isArray(jsonOf(answer)))
    if (problem !== null) {
      missing.push({ why: problem.message, count: null })
      continue
    }
    values.push(...listOf(jsonOf(answer)))
    const url = nextPage(answer)
    if (url === null || asked.has(url)) continue
    asked.add(url)
    asks.push({ url, headers: headers(config), purpose: 'more comments' })
  }
  if (asks.length > 0) return { asks, state: { ...state, values, missing, asked: [...asked] } }
  return { thread: whole(state.issue, state.expected, values, missing) }
}

/** Comments, comments on lines and reviews in the order they were written. */
function whole(issue: unknown, expected: number, values: unknown[], missing: Missing): ReadThread {
  const reviews = values.filter((value) => truthy(value, 'submitted_at') && isWritten(value))
  const posts = [...values.filter(isComment), ...reviews.map((review) => ({ ...record(review), issue_url: '-' }))]
  const sorted = posts.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0))
  return thread([issue, ...sorted], missing, Math.max(expected, 1))
}

const timeOf = (value: unknown) => text(value, 'created_at') ?? text(value, 'submitted_at') ?? ''

const isLimit = (value: unknown) =>
  /rate limit|abuse detection/i.test(text(value, 'message') ?? '') && text(value, 'documentation_url') !== null

export const github: Platform<State> = {
  id: 'github',
  name: 'GitHub',
  recognise: (url) => (placeOf(url) === null ? null : 'sure'),
  sniff(answer) {
    const value = jsonOf(answer)
    if (value === undefined) return isGitHubPage(answer)
    return listOf(value).some((one) => isIssue(one) || isComment(one)) || isLimit(value) || threadNode(value) !== null
  },
  file(answer) {
    const value = jsonOf(answer)
    if (value === undefined) return [readGitHubPage(answer)]
    if (isLimit(value))
      throw new Problem('rate-limited', 'This is GitHub’s message that too many requests were made, not a thread.')
    if (threadNode(value) !== null) return [readDiscussion(value)]
    const values = listOf(value)
    return [thread(values, [], announcedIn(values))]
  },
  begin,
  resume(state, answers, config) {
    const answer = answers[0] as Answer
    if (answer.status === 401 && config.GITHUB_TOKEN !== undefined)
      throw new Problem('needs-key', 'GitHub did not accept GITHUB_TOKEN.')
    if (state.stage === 'issue') return afterIssue(state.place, answer, config)
    if (state.stage === 'comments') return afterComments(state, answers, config)
    if (state.stage === 'discussion') return { thread: readDiscussion(jsonOf(usable(answer))) }
    return { thread: readGitHubPage(usable(answer)) }
  },
}
