/** Posts and comments as Lemmy (API v3 and v4) and PieFed hand them out: a comment's `path` names its ancestors. */
import type { Post } from '../../../shared/thread.ts'
import { clean } from '../../text/clean.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { join, plain } from '../../text/prose.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, jsonOf, list, number, parse, record, text, truthy } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

/** Name with the home server, as people write it there: local names alone would make two people one. */
function authorOf(creator: unknown): string | null {
  const name = text(creator, 'name') ?? text(creator, 'user_name')
  const home = text(creator, 'ap_id') ?? text(creator, 'actor_id')
  if (name === null || home === null) return name
  const host = siteOf(home, '')
  return host === '' ? name : `${name}@${host}`
}

function stateOf(thing: unknown): Post['state'] {
  if (truthy(thing, 'deleted')) return 'deleted'
  if (truthy(thing, 'removed')) return 'removed'
  return (text(thing, 'updated') ?? text(thing, 'updated_at') ?? text(thing, 'edited_at')) !== null ? 'edited' : 'ok'
}

const openingId = (id: string) => `post-${id}`

/** Text that is folded away stands between "::: spoiler Title" and ":::". */
function unfolded(markdown: string): string {
  return markdown.includes(':::')
    ? markdown.replace(/^[ \t]*:::[ \t]*spoiler[ \t]*(.*)$/gm, '\n$1\n').replace(/^[ \t]*:::[ \t]*$/gm, '\n')
    : markdown
}

function opening(view: unknown): Post {
  const thing = at(view, 'post')
  const body = text(thing, 'body')
  const choices = list(thing, 'poll', 'choices').flatMap((one) => text(one, 'choice_text') ?? [])
  return post({
    id: openingId(text(thing, 'id') ?? ''),
    author: authorOf(at(view, 'creator')),
    createdAt: at(thing, 'published_at') ?? at(thing, 'published'),
    score: number(thing, 'score') ?? number(view, 'counts', 'score'),
    title: text(thing, 'name') ?? text(thing, 'title'),
    body: join(
      [
        body === null ? plain('') : markdownToText(unfolded(body)),
        plain(clean(choices.map((choice) => `• ${choice}`).join('\n'))),
      ],
      '\n\n',
    ),
    permalink: text(thing, 'ap_id'),
    kind: 'opening',
    state: stateOf(thing),
    globalId: text(thing, 'ap_id'),
  })
}

/** The element before the last of "0.a.b.c" is the parent; 0 stands for the post itself. */
function parentOf(thing: unknown): string | null {
  const named = list(thing, 'path')
  const path = named.length > 0 ? named.map(String) : (text(thing, 'path') ?? '').split('.')
  const parent = path.at(-2)
  const story = text(thing, 'post_id')
  if (parent !== undefined && parent !== '0') return parent
  return story === null ? null : openingId(story)
}

function comment(view: unknown): Post {
  const thing = at(view, 'comment')
  const body = text(thing, 'content') ?? text(thing, 'body')
  return post({
    id: text(thing, 'id') ?? '',
    parentId: parentOf(thing),
    author: authorOf(at(view, 'creator')),
    createdAt: at(thing, 'published_at') ?? at(thing, 'published'),
    score: number(thing, 'score') ?? number(view, 'counts', 'score'),
    body: body === null ? plain('') : markdownToText(unfolded(body)),
    permalink: text(thing, 'ap_id'),
    kind: truthy(view, 'creator', 'bot_account') || truthy(view, 'creator', 'bot') ? 'system' : 'comment',
    state: stateOf(thing),
    globalId: text(thing, 'ap_id'),
  })
}

const isComment = (view: unknown) =>
  text(view, 'comment', 'id') !== null &&
  (text(view, 'comment', 'path') ?? text(view, 'comment', 'post_id') ?? text(view, 'comment', 'ap_id')) !== null

/** Views of comments wherever an answer has them; some nest the answers to a comment in it. */
export function commentsOf(value: unknown): unknown[] {
  const found: unknown[] = []
  const todo = [
    value,
    at(value, 'comment_view'),
    at(value, 'comment'),
    ...list(value, 'comments'),
    ...list(value, 'items'),
    ...list(value, 'results'),
    ...(Array.isArray(value) ? value : []),
  ].toReversed()
  for (let view = todo.pop(); view !== undefined || todo.length > 0; view = todo.pop()) {
    if (!isComment(view)) continue
    found.push(view)
    todo.push(...list(view, 'replies').toReversed(), ...list(view, 'children').toReversed())
  }
  return found
}

/** The post itself, in the answers that hold one: get post (v3, v4), resolve object. */
export function postView(value: unknown): unknown {
  const view =
    at(value, 'post_view') ??
    (record(at(value, 'post', 'post')) !== null
      ? at(value, 'post')
      : text(value, 'type_') === 'post' && !isComment(value)
        ? value
        : list(value, 'results').find((one) => text(one, 'type_') === 'post'))
  return text(view, 'post', 'id') === null ? undefined : view
}

/** Posts as a community or a search lists them, without their comments. */
export function listedPosts(value: unknown): unknown[] {
  return [...list(value, 'posts'), ...list(value, 'items')].filter(
    (view) => text(view, 'post', 'id') !== null && text(view, 'post', 'ap_id') !== null && !isComment(view),
  )
}

/** What the page of an instance was drawn from, as its script keeps it: the post with the comments that were loaded. */
function inPage(answer: Answer): unknown {
  const from = /window\.isoData\s*=\s*/.exec(answer.text)
  if (from === null) return undefined
  const start = from.index + from[0].length
  const end = answer.text.indexOf('</script>', start)
  const source = answer.text.slice(start, end < 0 ? undefined : end).replace(/;\s*$/, '')
  const data = at(parse(source.replace(/:\s*undefined\b/g, ':null')), 'routeData')
  const inside = (key: string) => at(data, key, 'data') ?? at(data, key)
  const view = at(inside('postRes') ?? inside('postResponse'), 'post_view')
  const comments = inside('commentsRes') ?? inside('commentsResponse')
  return view === undefined
    ? undefined
    : { post_view: view, comments: [...list(comments, 'comments'), ...list(comments, 'items')] }
}

/** What an answer holds: JSON, or what a page was drawn from. */
export const valueOf = (answer: Answer): unknown => jsonOf(answer) ?? inPage(answer)

/** Whether an answer holds posts or comments. */
export function holdsThread(value: unknown): boolean {
  return postView(value) !== undefined || commentsOf(value).length > 0 || listedPosts(value).length > 0
}

/** What was gathered of a thread so far. */
export interface Gathered {
  view: unknown
  /** Further posts of a list. */
  others?: unknown[]
  comments: unknown[]
  missing: Missing
  url: string | null
}

/**
 * Comments arrive by score; a parent may follow its child. Comments name the post they belong to, so a list alone still
 * has its title.
 */
export function thread({ view, others = [], comments, missing, url }: Gathered): ReadThread {
  const first = comments[0]
  const about = at(view, 'post') ?? at(first, 'post')
  const openings = view === undefined ? [] : [view, ...others]
  const posts = [...openings.map(opening), ...comments.map(comment)]
  const announced = openings.map((one) => count(one, 'post', 'comments') ?? count(one, 'counts', 'comments') ?? 0)
  const alone = count(about, 'comments')
  const address = text(about, 'ap_id') ?? url
  return assemble({
    platform: text(first ?? view, 'creator', 'user_name') === null ? 'lemmy' : 'piefed',
    site: siteOf(url ?? address, 'Lemmy'),
    url: address,
    title: text(about, 'name') ?? text(about, 'title'),
    articleUrl: text(about, 'url'),
    root: openingId(text(about, 'id') ?? text(first, 'comment', 'post_id') ?? ''),
    posts,
    expected:
      view !== undefined
        ? announced.reduce((sum, one) => sum + one, openings.length)
        : alone === null
          ? null
          : alone + 1,
    missing: [
      ...missing,
      ...(view === undefined ? [{ why: 'the post these comments answer', count: 1, opening: true as const }] : []),
    ],
  })
}

/** Answers that comments count below them, but that are not among those handed out. */
export function uncovered(comments: unknown[]): number {
  const below = new Map<string, number>()
  const shown = new Set(comments.map((view) => text(view, 'comment', 'id') ?? ''))
  const pathOf = (view: unknown) => (text(view, 'comment', 'path') ?? '').split('.')
  for (const view of comments) for (const id of pathOf(view).slice(1, -1)) below.set(id, (below.get(id) ?? 0) + 1)
  return comments
    .filter((view) =>
      pathOf(view)
        .slice(1, -1)
        .every((id) => !shown.has(id)),
    )
    .reduce<number>((sum, view) => {
      const told = count(view, 'comment', 'child_count') ?? count(view, 'counts', 'child_count') ?? 0
      return sum + Math.max(0, told - (below.get(text(view, 'comment', 'id') ?? '') ?? 0))
    }, 0)
}
