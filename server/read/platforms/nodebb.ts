/** NodeBB: topics page by page as JSON, and their pages with microdata. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { absolute, type HtmlReading, htmlToText } from '../../text/html-to-text.ts'
import { type Prose, quotedFirst } from '../../text/prose.ts'
import { refusal, usable } from '../answers.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, jsonOf, list, number, text, truthy } from '../json.ts'
import { baseIn, languageOf, oneOf, ownAddress, pageOf, proseOf, siteOf, textIn, wordsOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { type Draft, post } from '../post.ts'
import { firstBelow } from '../select.ts'
import { after, before } from './forum.ts'

/** People without an account share a name that stands for a translation. */
function nameOf(value: unknown): string | null {
  const name = text(value, 'user', 'username') ?? text(value, 'user', 'displayname')
  return name?.startsWith('[[') === true ? text(value, 'handle') : name
}

/** "@ada said in Ferries:" above a quote, with a link to the post it is from. */
function isQuoteHead(element: Element): boolean {
  const below = after(element)
  if (element.name !== 'p' || below?.name !== 'blockquote') return false
  return firstBelow(element, 'a[href*="/post/"]') !== null && /:\s*$/.test(textIn(element) ?? '')
}

const QUOTES: HtmlReading = {
  drop: isQuoteHead,
  quote(element) {
    const above = element.name === 'blockquote' ? before(element) : null
    if (above === null || !isQuoteHead(above)) return null
    return {
      author: textIn(firstBelow(above, 'a'))?.replace(/^@/, '') ?? null,
      ref: /\/post\/(\d+)/.exec(firstBelow(above, 'a[href*="/post/"]')?.attribs.href ?? '')?.[1] ?? null,
    }
  },
}

/** What a reply answers: the post it names, else the one its first quote is from, else the opening post. */
function answered(named: string | null, body: Prose, opening: string | null): Pick<Draft, 'parentId' | 'parentVia'> {
  const quoted = quotedFirst(body)
  return named === null && quoted !== null
    ? { parentId: quoted, parentVia: 'quote' }
    : { parentId: named ?? opening, parentVia: 'platform' }
}

function read(value: unknown, topic: unknown, base: string | null): Post {
  const id = text(value, 'pid') ?? ''
  const opening = id === text(topic, 'mainPid') || text(value, 'index') === '0'
  const body = htmlToText(text(value, 'content') ?? '', { base, ...QUOTES })
  return post({
    id,
    ...(opening ? {} : answered(text(value, 'toPid'), body, text(topic, 'mainPid'))),
    author: nameOf(value),
    createdAt: text(value, 'timestampISO') ?? number(value, 'timestamp'),
    score: number(value, 'votes'),
    title: opening ? htmlToText(text(topic, 'titleRaw') ?? text(topic, 'title') ?? '').text : null,
    body,
    permalink: base === null ? null : absolute(`post/${id}`, base),
    kind: opening ? 'opening' : 'reply',
    state: truthy(value, 'deleted') ? 'deleted' : truthy(value, 'edited') ? 'edited' : 'ok',
  })
}

/** The documented interface hands out the same topic in an envelope. */
const topicIn = (answer: Answer): unknown => {
  const value = jsonOf(answer)
  return at(value, 'response') ?? value
}

const isTopic = (value: unknown) =>
  text(value, 'tid') !== null && text(value, 'mainPid') !== null && text(value, 'posts', 0, 'pid') !== null

function thread(
  topic: unknown,
  values: unknown[],
  url: string | null,
  base: string | null,
  missing: Missing,
): ReadThread {
  return assemble({
    platform: 'nodebb',
    site: siteOf(url ?? base, 'NodeBB'),
    url,
    title: htmlToText(text(topic, 'titleRaw') ?? text(topic, 'title') ?? '').text,
    key: text(topic, 'slug') ?? text(topic, 'tid'),
    root: text(topic, 'mainPid'),
    posts: values.map((value) => read(value, topic, base)),
    expected: count(topic, 'postcount'),
    missing,
  })
}

function readPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const base = baseIn($, answer) ?? url
  const title = wordsOf(oneOf($, ['[component="topic/title"]', 'h1']))
  const first = $('[component="post"][data-pid][data-index="0"]').attr('data-pid') ?? null
  const posts = $('[component="post"][data-pid]')
    .toArray()
    .map((element) => {
      const one = $(element)
      const id = one.attr('data-pid') ?? ''
      const opening = one.attr('data-index') === '0'
      const named =
        one.find('[data-parent-pid]').first().attr('data-parent-pid') ??
        one.find('[component="post/parent"]').first().attr('data-topid') ??
        one.attr('data-topid')
      const body = proseOf(one.find('[component="post/content"]').first(), {
        base,
        ...QUOTES,
        drop: (element) => element.attribs.component === 'post/parent' || isQuoteHead(element),
      })
      const votes = one.find('[component="post/vote-count"]').first()
      const edited = (one.find('meta[itemprop="dateModified"]').attr('content') ?? '') !== ''
      return post({
        id,
        ...(opening ? {} : answered(named ?? null, body, first)),
        author: one.attr('data-username') ?? wordsOf(one.find('[itemprop="author"] [itemprop="name"]').first()),
        createdAt: one.find('meta[itemprop="datePublished"]').attr('content') ?? number(one.attr('data-timestamp')),
        score: number(votes.attr('data-votes') ?? wordsOf(votes)),
        title: opening ? title : null,
        body,
        permalink: absolute(`/post/${encodeURIComponent(id)}`, url),
        kind: opening ? 'opening' : 'reply',
        state: one.hasClass('deleted') ? 'deleted' : edited ? 'edited' : 'ok',
      })
    })
  const announced =
    count($('[component="topic/post-count"]').first().attr('title')) ??
    count(wordsOf($('[component="topic/post-count"]').first()))
  return assemble({
    platform: 'nodebb',
    site: siteOf(url, 'NodeBB'),
    url,
    title,
    language: languageOf($),
    key: /\/topic\/(\d+\/[^/?#]+)/.exec(url ?? '')?.[1] ?? null,
    posts,
    expected: announced,
  })
}

const ADDRESS = /^(.*?)\/topic\/(\d+)(?:\/([^/]+))?/

type State = { base: string; path: string; topic: unknown; values: unknown[]; pages: number }

function ask(base: string, path: string, page: number): Ask {
  return { url: `${base}api/topic/${path}?page=${page}`, purpose: `posts, page ${page}` }
}

export const nodebb: Platform<State> = {
  id: 'nodebb',
  name: 'NodeBB',
  recognise: (url) => (ADDRESS.test(url.pathname) ? 'maybe' : null),
  sniff: (answer) =>
    isTopic(topicIn(answer)) ||
    /component="post"[^<>]{0,1000}data-pid|data-pid="\d{1,12}"[^<>]{0,1000}component="post"/.test(answer.text) ||
    /<li component="post"[\s\S]{0,300}data-pid/.test(answer.text),
  file(answer) {
    const value = topicIn(answer)
    if (value === undefined) return [readPage(answer)]
    const base = answer.url === null ? null : new URL('/', answer.url).href
    return [thread(value, list(value, 'posts'), answer.url, base, [])]
  },
  begin(url) {
    const [, folder = '', id = '', slug = 'x'] = ADDRESS.exec(url.pathname) ?? []
    const base = `${url.origin}${folder}/`
    const path = `${id}/${/^\d+$/.test(slug) ? 'x' : slug}`
    return { asks: [ask(base, path, 1)], state: { base, path, topic: null, values: [], pages: 0 } }
  },
  resume(state, answers): Step<State> {
    const url = `${state.base}topic/${state.path}`
    if (state.topic !== null) {
      const problem = answers.map(refusal).find((one) => one !== null)
      const values = answers.flatMap((answer) => (refusal(answer) === null ? list(jsonOf(answer), 'posts') : []))
      const missing =
        problem === undefined || problem === null ? [] : [{ why: `some pages: ${problem.message}`, count: null }]
      return { thread: thread(state.topic, [...state.values, ...values], url, state.base, missing) }
    }
    const value = jsonOf(usable(answers[0]))
    if (!isTopic(value)) throw new Problem('not-a-thread', 'No NodeBB topic is at this address.')
    const pages = count(value, 'pagination', 'pageCount') ?? 1
    const values = list(value, 'posts')
    if (pages <= 1) return { thread: thread(value, values, url, state.base, []) }
    const asks = Array.from({ length: pages - 1 }, (_, index) => ask(state.base, state.path, index + 2))
    return { asks, state: { ...state, topic: { ...(value as object), posts: [] }, values, pages } }
  },
}
