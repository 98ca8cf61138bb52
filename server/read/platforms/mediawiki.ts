/** Talk pages of Wikipedia and other wikis: DiscussionTools' list of comments, else the page cut at its signatures. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { refusal, usable } from '../answers.ts'
import { assemble } from '../assemble.ts'
import { at, jsonOf, list, text } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { holdsFlow, isFlowPage, isLiquidThreads, readBoardPage, readFlow } from './mediawiki-boards.ts'
import { isMarkedPage, readMarkedPage } from './mediawiki-marked.ts'
import { isSignedPage, isStruck, readSignedPage, struckNotices, voteOf } from './mediawiki-pages.ts'
import { withoutSignature } from './mediawiki-signatures.ts'
import { holdsSource, lacksTold, pageFromSource } from './mediawiki-source.ts'
import { isTool } from './mediawiki-tools.ts'

const baseOf = (url: string | null) => (url === null ? 'https://en.wikipedia.org/wiki/' : new URL('/wiki/', url).href)

interface Item {
  item: unknown
  parentId: string | null
  /** Heading of the section, for the comment that opens it. */
  title: string | null
}

function readItems(headings: unknown[], url: string | null): Post[] {
  const posts: Post[] = []
  const todo: Item[] = headings.map((item) => ({ item, parentId: null, title: null })).toReversed()
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { item, parentId, title } = next
    const id = text(item, 'id') ?? `item-${posts.length}`
    const isComment = text(item, 'type') === 'comment'
    if (isComment) {
      const source = text(item, 'html') ?? ''
      const words = withoutSignature(
        htmlToText(source, { base: baseOf(url), drop: (element) => isStruck(element) || isTool(element) }),
      )
      const note = /^Note:\s+This discussion has been included/.test(words.text)
      posts.push(
        post({
          id,
          parentId,
          author: text(item, 'author'),
          createdAt: at(item, 'timestamp'),
          title,
          body: words,
          permalink: url === null ? null : `${url.replace(/#.*$/, '')}#${id}`,
          kind: note ? 'system' : title !== null ? 'opening' : 'comment',
          stance: note ? null : voteOf(source),
        }),
      )
    }
    const heading = isComment ? null : htmlToText(text(item, 'html') ?? '').text || null
    const replies = list(item, 'replies')
    for (const [index, reply] of [...replies.entries()].reverse()) {
      todo.push({ item: reply, parentId: isComment ? id : null, title: index === 0 ? heading : null })
    }
  }
  return posts
}

function itemsIn(value: unknown): unknown[] {
  const items = Array.isArray(value) ? value : list(value, 'discussiontoolspageinfo', 'threaditemshtml')
  const all = items.length > 0 ? items : list(value, 'threaditemshtml')
  return all.every((item) => text(item, 'type') === 'heading' || text(item, 'type') === 'comment') ? all : []
}

const flat = (words: string) =>
  words
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim()

/** Whether a heading is the one an address points at: by its id, or by its words with blanks as underscores. */
function isSection(heading: unknown, fragment: string): boolean {
  if ([text(heading, 'id'), text(heading, 'name')].includes(fragment)) return true
  return flat(htmlToText(text(heading, 'html') ?? '').text) === flat(fragment)
}

function holdsComment(heading: unknown, id: string): boolean {
  const todo = [...list(heading, 'replies')]
  for (let item = todo.pop(); item !== undefined; item = todo.pop()) {
    if (text(item, 'id') === id) return true
    todo.push(...list(item, 'replies'))
  }
  return false
}

/** One page holds many debates: an address that names a section or a comment means that one. */
function thread(items: unknown[], url: string | null, title: string | null): ReadThread {
  const fragment =
    url === null ? '' : decodeURIComponent(new URL(url).hash.slice(1).replace(/%(?![\dA-F]{2})/gi, '%25'))
  const chosen =
    fragment === '' ? [] : items.filter((item) => isSection(item, fragment) || holdsComment(item, fragment))
  const read = chosen.length > 0 ? chosen : items
  const headings = read.filter((item) => list(item, 'replies').length > 0)
  const only = headings.length === 1 ? htmlToText(text(headings[0], 'html') ?? '').text : ''
  return assemble({
    platform: 'mediawiki',
    site: siteOf(url, 'A wiki'),
    url,
    title: only !== '' ? only : title,
    posts: readItems(read, url),
    notices: [
      ...(headings.length > 1
        ? [`This page holds ${headings.length} discussions; the address of a section reads that one alone.`]
        : []),
      ...struckNotices(JSON.stringify(read)),
    ],
  })
}

/** The page inside an answer of `action=parse`, as a page of its own. */
function parsedPage(answer: Answer): Answer | null {
  const parsed = at(jsonOf(answer), 'parse')
  const html = text(parsed, 'text') ?? text(parsed, 'text', '*')
  const title = htmlToText(text(parsed, 'title') ?? '').text.replaceAll('<', '')
  return html === null
    ? null
    : {
        ...answer,
        text: `<!doctype html><html><head><title>${title}</title></head><body${title.includes(':') ? ' class="ns-talk"' : ''}>${html}</body></html>`,
      }
}

const isBoard = (answer: Answer) => isFlowPage(answer) || isLiquidThreads(answer)
const isPage = (answer: Answer) => isBoard(answer) || isMarkedPage(answer) || isSignedPage(answer)
function readPage(answer: Answer): ReadThread {
  if (isBoard(answer)) return readBoardPage(answer)
  return isMarkedPage(answer) ? readMarkedPage(answer) : readSignedPage(answer)
}

interface State {
  stage: 'items' | 'page'
  url: string
  title: string
}

const WIKIS =
  /(?:^|\.)(?:wikipedia|wikimedia|wiktionary|wikibooks|wikinews|wikiquote|wikisource|wikiversity|wikivoyage|wikidata|mediawiki)\.org$/

function pageName(url: URL): string | null {
  const path = /^\/wiki\/(.+)$/.exec(url.pathname)?.[1]
  const name =
    path === undefined ? url.searchParams.get('title') : decodeURIComponent(path.replace(/%(?![\dA-F]{2})/gi, '%25'))
  return name === null || !name.includes(':') ? null : name
}

export const mediawiki: Platform<State> = {
  id: 'mediawiki',
  name: 'Wikipedia or another wiki',
  recognise(url) {
    if (pageName(url) === null) return null
    return WIKIS.test(url.hostname) ? 'sure' : /^\/wiki\/|\/index\.php$/.test(url.pathname) ? 'maybe' : null
  },
  sniff(answer) {
    const page = parsedPage(answer)
    if (page !== null) return isPage(page)
    if (holdsFlow(jsonOf(answer))) return true
    const items = itemsIn(jsonOf(answer))
    return items.some((item) => text(item, 'type') === 'heading') || isPage(answer) || holdsSource(answer)
  },
  file(answer: Answer) {
    const value = jsonOf(answer)
    if (holdsFlow(value)) return [readFlow(value, answer.url)]
    const page = parsedPage(answer)
    if (page !== null) return [readPage(page)]
    const source = isPage(answer) ? null : pageFromSource(answer)
    if (source !== null) return [lacksTold(readPage(source.page), source)]
    return [value === undefined ? readPage(answer) : thread(itemsIn(value), answer.url, null)]
  },
  begin(url) {
    const title = pageName(url) ?? ''
    const query = new URLSearchParams({
      action: 'discussiontoolspageinfo',
      page: title,
      prop: 'threaditemshtml',
      excludesignatures: '1',
      format: 'json',
    })
    const oldid = url.searchParams.get('oldid')
    if (oldid !== null) query.set('oldid', oldid)
    const api = `${url.origin}/w/api.php?${query.toString()}`
    return { asks: [{ url: api, purpose: 'the comments' }], state: { stage: 'items', url: url.href, title } }
  },
  resume(state, answers) {
    const answer = answers[0] as Answer
    if (state.stage === 'page') return { thread: readPage({ ...usable(answer), url: state.url }) }
    const items = refusal(answer) === null ? itemsIn(jsonOf(answer)) : []
    if (items.some((item) => list(item, 'replies').length > 0))
      return { thread: thread(items, state.url, state.title.replaceAll('_', ' ')) }
    const missing = text(jsonOf(answer), 'error', 'code')
    if (missing === 'missingtitle') throw new Problem('not-found', 'The wiki has no page of that name.')
    return { asks: [{ url: state.url, purpose: 'the page' }], state: { ...state, stage: 'page' } }
  },
}
