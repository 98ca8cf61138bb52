/** Flarum: a discussion and its posts as JSON:API documents; a mention of a post says which one is answered. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { refusal, usable } from '../answers.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, jsonOf, list, number, parse, text, truthy } from '../json.ts'
import { siteOf, textIn } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'
import { firstBelow, nearestAbove } from '../select.ts'
import { isFlarumPage, readFlarumPage } from './flarum-pages.ts'

const PAGE = 50

interface Gathered {
  posts: unknown[]
  users: Map<string, string>
}

const ofType = (values: unknown[], type: string) => values.filter((value) => text(value, 'type') === type)

function gather(value: unknown): Gathered {
  const all = [...(Array.isArray(at(value, 'data')) ? list(value, 'data') : []), ...list(value, 'included')]
  const users = new Map(
    ofType(all, 'users').map((user) => [
      text(user, 'id') ?? '',
      text(user, 'attributes', 'displayName') ?? text(user, 'attributes', 'username') ?? '',
    ]),
  )
  return { posts: ofType(all, 'posts').filter((one) => text(one, 'attributes', 'contentType') === 'comment'), users }
}

/** The mention a quote opens with says whose words follow. */
const isQuoteHead = (element: Element) =>
  /PostMention/.test(element.attribs.class ?? '') &&
  quoteHeadIn(nearestAbove(element, ({ name }) => name === 'blockquote')) === element

function quoteHeadIn(quote: Element | null): Element | null {
  const head = quote === null ? null : firstBelow(quote, 'a')
  return head !== null && /PostMention/.test(head.attribs.class ?? '') ? head : null
}

function quoteOf(element: Element): { author: string | null; ref: string | null } | null {
  const head = element.name === 'blockquote' ? quoteHeadIn(element) : null
  return head === null
    ? null
    : { author: textIn(head)?.replace(/^@/, '') ?? null, ref: head.attribs['data-id'] ?? null }
}

/** Votes where an extension counts them, else likes: their number, or who gave them. */
const scoreOf = (value: unknown): number | null =>
  number(value, 'attributes', 'votes') ??
  number(value, 'attributes', 'likesCount') ??
  (list(value, 'relationships', 'likes', 'data').length || null)

/** Posts with the post each first mentions. */
function read(value: unknown, users: Map<string, string>, title: string | null, url: string | null): Post {
  const attributes = at(value, 'attributes')
  const source = text(attributes, 'contentHtml') ?? ''
  const mentioned =
    /<a[^<>]+class="PostMention[^"]*"[^<>]*data-id="(\d+)"|<a[^<>]+data-id="(\d+)"[^<>]*class="PostMention/.exec(source)
  const nth = text(attributes, 'number')
  const opening = nth === '1'
  return post({
    id: text(value, 'id') ?? '',
    parentId: opening ? null : (mentioned?.[1] ?? mentioned?.[2] ?? null),
    parentVia: 'mention',
    author: users.get(text(value, 'relationships', 'user', 'data', 'id') ?? '') ?? null,
    createdAt: at(attributes, 'createdAt'),
    score: scoreOf(value),
    title: opening ? title : null,
    body: htmlToText(source, { base: url, drop: isQuoteHead, quote: quoteOf }),
    permalink: url === null || nth === null ? null : `${url}/${nth}`,
    kind: opening ? 'opening' : 'reply',
    state: truthy(attributes, 'isHidden') ? 'removed' : at(attributes, 'editedAt') == null ? 'ok' : 'edited',
  })
}

function thread(discussion: unknown, { posts, users }: Gathered, url: string | null, missing: Missing): ReadThread {
  const title = text(discussion, 'attributes', 'title')
  const sorted = posts.toSorted(
    (a, b) => (number(a, 'attributes', 'number') ?? 0) - (number(b, 'attributes', 'number') ?? 0),
  )
  return assemble({
    platform: 'flarum',
    site: siteOf(url, 'Flarum'),
    url,
    title,
    posts: sorted.map((one) => read(one, users, title, url)),
    expected: count(discussion, 'attributes', 'commentCount'),
    missing,
  })
}

/** Where the object `script` begins with ends: braces inside of strings do not count. */
function endOfObject(script: string): number {
  let depth = 0
  for (const { 0: mark, index } of script.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (mark === '{') depth++
    else if (mark === '}' && --depth === 0) return index + 1
  }
  return script.length
}

/** The document a page was drawn from, which it carries along in a script; not that of another discussion it was at first. */
function inPage(answer: Answer): unknown {
  const { text: source } = answer
  const mark = source.search(/flarum-json-payload|app\.(?:load|boot)\(\{/)
  if (mark < 0) return undefined
  const from = source.indexOf('{', mark)
  const script = source.slice(from, source.indexOf('</script>', from))
  const value = parse(script) ?? parse(script.slice(0, endOfObject(script)))
  const document = at(value, 'apiDocument') ?? at(value, 'document')
  const here = /\/d\/(\d+)/.exec(answer.url ?? '')?.[1]
  return here === undefined || text(document, 'data', 'id') === here ? document : undefined
}

const valueOf = (answer: Answer): unknown => jsonOf(answer) ?? inPage(answer)

const isDiscussion = (value: unknown) => text(value, 'data', 'type') === 'discussions'
const ADDRESS = /^(.*?)\/d\/(\d+)(-[^/]*)?/

interface State {
  base: string
  id: string
  url: string
  discussion: unknown
  gathered: Gathered
}

function askPosts(base: string, id: string, offset: number): Ask {
  const query = `filter%5Bdiscussion%5D=${id}&page%5Boffset%5D=${offset}&page%5Blimit%5D=${PAGE}&sort=createdAt`
  return { url: `${base}/api/posts?${query}`, purpose: `posts from ${offset + 1}` }
}

export const flarum: Platform<State> = {
  id: 'flarum',
  name: 'Flarum',
  recognise: (url) => (ADDRESS.test(url.pathname) ? 'maybe' : null),
  sniff: (answer) =>
    isDiscussion(valueOf(answer)) ||
    ofType(list(jsonOf(answer), 'data'), 'posts').some((one) => text(one, 'attributes', 'contentHtml') !== null) ||
    isFlarumPage(answer),
  file(answer) {
    const value = valueOf(answer)
    if (jsonOf(answer) === undefined && !isDiscussion(value))
      return [readFlarumPage(answer, { drop: isQuoteHead, quote: quoteOf })]
    return [thread(isDiscussion(value) ? at(value, 'data') : undefined, gather(value), answer.url, [])]
  },
  begin(url) {
    const [path = '', folder = '', id = ''] = ADDRESS.exec(url.pathname) ?? []
    const base = url.origin + folder
    const state: State = {
      base,
      id,
      url: url.origin + path,
      discussion: null,
      gathered: { posts: [], users: new Map() },
    }
    return { asks: [{ url: `${base}/api/discussions/${id}`, purpose: 'the discussion' }], state }
  },
  resume(state, answers): Step<State> {
    if (state.discussion === null) {
      const value = jsonOf(usable(answers[0]))
      if (!isDiscussion(value)) throw new Problem('not-a-thread', 'No Flarum discussion is at this address.')
      const total =
        count(value, 'data', 'attributes', 'lastPostNumber') ??
        count(value, 'data', 'attributes', 'commentCount') ??
        PAGE
      const asks = Array.from({ length: Math.max(1, Math.ceil(total / PAGE)) }, (_, page) =>
        askPosts(state.base, state.id, page * PAGE),
      )
      return { asks, state: { ...state, discussion: at(value, 'data'), gathered: gather(value) } }
    }
    const pages = answers.filter((answer: Answer) => refusal(answer) === null).map((answer) => gather(jsonOf(answer)))
    const problem = answers.map(refusal).find((one) => one !== null)
    const users = new Map([...state.gathered.users, ...pages.flatMap((page) => [...page.users])])
    const posts = [...state.gathered.posts, ...pages.flatMap((page) => page.posts)]
    const missing = problem === undefined || problem === null ? [] : [{ why: problem.message, count: null }]
    return { thread: thread(state.discussion, { posts, users }, state.url, missing) }
  },
}
