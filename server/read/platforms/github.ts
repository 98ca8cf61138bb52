/** GitHub issues, pull requests and discussions: which requests a thread takes, and who reads what comes back. */
import type { Config } from '../../config.ts'
import { Problem } from '../../problem.ts'
import { unusable, usable } from '../answers.ts'
import type { Missing } from '../assemble.ts'
import { at, count, jsonOf, record, text } from '../json.ts'
import type { Answer, Ask, Platform, Step } from '../platform.ts'
import { announcedIn, byIssue, isComment, isIssue, listOf, thread, whole } from './github-answers.ts'
import { askDiscussion, readDiscussion, threadNode } from './github-discussions.ts'
import { isGitHubPage, readGitHubPage } from './github-pages.ts'

const PAGE = 100

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
    return byIssue(listOf(value)).map((values) => thread(values, [], announcedIn(values)))
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
