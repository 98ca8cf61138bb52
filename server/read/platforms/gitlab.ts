/** GitLab issues and merge requests: notes in discussions; what the system logged is no talk. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { refusal, usable } from '../answers.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, jsonOf, list, number, record, text, truthy } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'
import { noteablesIn, readGraphQl } from './gitlab-graphql.ts'
import { isGitLabPage, readGitLabPage } from './gitlab-pages.ts'

const isIssue = (value: unknown) =>
  text(value, 'iid') !== null &&
  text(value, 'title') !== null &&
  record(at(value, 'author')) !== null &&
  text(value, 'project_id') !== null
/** The page's own interface calls the words `note`. */
const isNote = (value: unknown) =>
  text(value, 'noteable_type') !== null && typeof (at(value, 'body') ?? at(value, 'note')) === 'string'

const votes = (value: unknown) =>
  number(value, 'upvotes') === null ? null : (number(value, 'upvotes') ?? 0) - (number(value, 'downvotes') ?? 0)

/** What deleted accounts wrote is kept under the name of a ghost. */
const authorOf = (value: unknown) =>
  text(value, 'author', 'name') === 'Ghost User' ? null : text(value, 'author', 'username')

function readIssue(value: unknown): Post {
  return post({
    id: `issue-${text(value, 'iid')}`,
    author: authorOf(value),
    createdAt: at(value, 'created_at'),
    score: votes(value),
    title: text(value, 'title'),
    body: markdownToText(text(value, 'description') ?? '', { breaks: true, tags: true }),
    permalink: text(value, 'web_url'),
    kind: 'opening',
  })
}

function readNote(value: unknown, parentId: string | null, url: string | null): Post {
  const id = text(value, 'id') ?? ''
  return post({
    id,
    parentId,
    author: authorOf(value),
    createdAt: at(value, 'created_at'),
    body: markdownToText(text(value, 'body') ?? text(value, 'note') ?? '', { breaks: true, tags: true }),
    permalink: url === null ? null : `${url}#note_${id}`,
    kind: truthy(value, 'system') ? 'system' : 'comment',
    state: text(value, 'last_edited_at') === null ? 'ok' : 'edited',
  })
}

/** Notes of one discussion answer its first; the first answers the issue only where it says so by standing in it. */
function readDiscussion(value: unknown, url: string | null): Post[] {
  const notes = list(value, 'notes').filter(isNote)
  const first = text(notes[0], 'id')
  return notes.map((note, index) => readNote(note, index === 0 ? null : first, url))
}

function thread(
  issues: unknown[],
  notes: Post[],
  url: string | null,
  missing: Missing,
  key: string | null = null,
): ReadThread {
  const issue = issues[0]
  const announced = issues.length === 1 ? count(issue, 'user_notes_count') : null
  const address = text(issue, 'web_url') ?? url
  return assemble({
    platform: 'gitlab',
    site: siteOf(address, 'GitLab'),
    url: address,
    key,
    title: text(issue, 'title'),
    posts: [...issues.map(readIssue), ...notes],
    expected: announced === null ? null : announced + 1,
    missing,
  })
}

const ADDRESS = /^\/(.+?)\/(?:-\/)?(issues|merge_requests|work_items)\/(\d+)/

interface State {
  api: string
  url: string
  issue: unknown
  notes: Post[]
  page: number
}

const askPage = (api: string, page: number): Ask => ({
  url: `${api}/discussions?per_page=100&page=${page}`,
  purpose: `comments, page ${page}`,
})

/** Names of fields as GraphQL has them: what is large and from elsewhere is not gone through. */
const isGraphQl = (answer: Answer) =>
  /"iid"|gid:\/\/gitlab\//.test(answer.text) &&
  /"createdAt"/.test(answer.text) &&
  noteablesIn(jsonOf(answer)).length > 0

export const gitlab: Platform<State> = {
  id: 'gitlab',
  name: 'GitLab',
  recognise(url) {
    if (!ADDRESS.test(url.pathname) || /(?:^|\.)github\.com$/.test(url.hostname)) return null
    return url.pathname.includes('/-/') || /gitlab/.test(url.hostname) ? 'sure' : null
  },
  sniff(answer) {
    const value = jsonOf(answer)
    if (value === undefined) return isGitLabPage(answer)
    const all = Array.isArray(value) ? value : [value]
    return all.some((one) => isIssue(one) || isNote(one) || list(one, 'notes').some(isNote)) || isGraphQl(answer)
  },
  file(answer) {
    const value = jsonOf(answer)
    if (value === undefined) return [readGitLabPage(answer)]
    if (isGraphQl(answer)) return readGraphQl(value, answer.url)
    const all = Array.isArray(value) ? value : [value]
    const notes = all.flatMap((one) => (isNote(one) ? [readNote(one, null, null)] : readDiscussion(one, null)))
    return [
      thread(
        all.filter(isIssue),
        notes,
        answer.url,
        all.some(isIssue) ? [] : [{ why: 'the issue these comments belong to', count: 1, opening: true }],
        text(all.find(isIssue), 'id') ?? text(all[0], 'noteable_id') ?? text(all[0], 'notes', 0, 'noteable_id'),
      ),
    ]
  },
  begin(url) {
    const [, project = '', kind = 'issues', id = ''] = ADDRESS.exec(url.pathname) ?? []
    const api = `${url.origin}/api/v4/projects/${encodeURIComponent(project)}/${kind === 'merge_requests' ? kind : 'issues'}/${id}`
    return {
      asks: [{ url: api, purpose: 'the issue' }, askPage(api, 1)],
      state: { api, url: url.href, issue: null, notes: [], page: 1 },
    }
  },
  resume(state, answers): Step<State> {
    const issue = state.issue ?? jsonOf(usable(answers[0]))
    if (!isIssue(issue)) throw new Problem('not-a-thread', 'GitLab has no issue or merge request at this address.')
    const answer = answers.at(-1) as Answer
    const problem = refusal(answer)
    const url = text(issue, 'web_url')
    const value = problem === null ? jsonOf(answer) : []
    const discussions: unknown[] = Array.isArray(value) ? value : []
    const notes = [...state.notes, ...discussions.flatMap((one) => readDiscussion(one, url))]
    if (problem === null && discussions.length === 100) {
      return { asks: [askPage(state.api, state.page + 1)], state: { ...state, issue, notes, page: state.page + 1 } }
    }
    const talk = notes.filter((note) => note.kind !== 'system')
    return { thread: thread([issue], talk, state.url, problem === null ? [] : [{ why: problem.message, count: null }]) }
  },
}
