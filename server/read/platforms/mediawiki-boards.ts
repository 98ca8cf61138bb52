/** Talk pages of wikis that keep each post apart: Flow (Structured Discussions) as JSON or as a page, and LiquidThreads. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { htmlToText, nodesToText } from '../../text/html-to-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { at, list, record, text, truthy } from '../json.ts'
import { languageOf, ownAddress, siteOf, textIn, titleOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, elementsBelow, firstBelow, firstNamed, isNamed, nearestAbove } from '../select.ts'
import { treeToReadOf } from '../tree.ts'

const BOARD = { platform: 'mediawiki' } as const

/** The topics of an answer of `action=flow`: one (`view-topic`) or those of a page (`view-topiclist`). */
function topicsIn(value: unknown): unknown {
  return (
    at(value, 'flow', 'view-topic', 'result', 'topic') ?? at(value, 'flow', 'view-topiclist', 'result', 'topiclist')
  )
}

export const holdsFlow = (value: unknown) => record(at(topicsIn(value), 'revisions')) !== null

function wordsOf(revision: unknown): Prose {
  const words = text(revision, 'content', 'content') ?? ''
  return /html/.test(text(revision, 'content', 'format') ?? '') ? htmlToText(words) : plain(words)
}

/** "20200102030405", in UTC. */
function timeOf(revision: unknown): string | null {
  const stamp = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text(revision, 'timestamp') ?? '')
  return stamp === null ? null : `${stamp.slice(1, 4).join('-')}T${stamp.slice(4).join(':')}Z`
}

/** A locked topic can still be read. */
function stateOf(revision: unknown): Post['state'] {
  const moderated = text(revision, 'moderateState')
  if (moderated === 'hide') return 'hidden'
  if (moderated === 'delete' || moderated === 'suppress') return 'removed'
  return at(revision, 'isOriginalContent') === false || truthy(revision, 'lastEditId') ? 'edited' : 'ok'
}

/** The title of a topic is a post of its own there; here it heads the first that stands below it, which the others answer. */
export function readFlow(value: unknown, url: string | null): ReadThread {
  const topics = topicsIn(value)
  const revisionOf = (id: string) => at(topics, 'revisions', text(topics, 'posts', id, 0) ?? '')
  const posts: Post[] = []
  const titles: string[] = []
  const roots = list(topics, 'roots').filter((one) => typeof one === 'string')
  for (const root of roots) {
    const topic = revisionOf(root)
    const title = text(topic, 'content', 'plaintext') ?? wordsOf(topic).text
    if (title !== '') titles.push(title)
    const replies = (revision: unknown) =>
      list(revision, 'replies')
        .filter((one) => typeof one === 'string')
        .toReversed()
    const todo = replies(topic)
    const seen = new Set(todo)
    let opening: string | null = null
    for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
      const revision = revisionOf(id)
      const above = text(revision, 'replyToId')
      posts.push(
        post({
          id,
          parentId: opening === null ? null : above === root ? opening : above,
          author: text(revision, 'creator', 'name') ?? text(revision, 'author', 'name'),
          createdAt: timeOf(revision),
          title: opening === null ? title : null,
          body: wordsOf(revision),
          permalink: text(revision, 'links', 'post', 'url'),
          kind: opening === null ? 'opening' : 'comment',
          state: stateOf(revision),
        }),
      )
      opening ??= id
      for (const reply of replies(revision).filter((one) => !seen.has(one))) {
        seen.add(reply)
        todo.push(reply)
      }
    }
  }
  return assemble({
    ...BOARD,
    site: siteOf(url, 'A wiki'),
    url,
    title: titles.length === 1 ? (titles[0] ?? null) : text(revisionOf(roots[0] ?? ''), 'articleTitle'),
    posts,
  })
}

export const isFlowPage = ({ text: source }: Answer) => /class="flow-post[\s"]/.test(source)
export const isLiquidThreads = ({ text: source }: Answer) => /\bid="lqt_thread_id_\d+"/.test(source)

/** How a board's page is marked up. */
interface Board {
  posts: string
  /** Where the title of the posts that follow stands. */
  title: string
  /** Whichever of these is there names the writer; the later ones hold more than the name. */
  author: string[]
  words: string
  time: string
  gone: string
}

const FLOW: Board = {
  posts: '.flow-post',
  title: '.flow-topic-title',
  author: ['.flow-author .mw-userlink', '.flow-author'],
  words: '.flow-post-content',
  time: '.flow-timestamp',
  gone: '.flow-moderated-post-content',
}

const LIQUID_THREADS: Board = {
  posts: '.lqt_thread',
  title: '.lqt_header',
  author: ['.lqt-thread-user-signature a', '.lqt-thread-user-signature'],
  words: '.lqt-post-content, .lqt_post, .lqt-post',
  time: '.lqt-thread-toolbar-timestamp',
  gone: '.lqt-thread-deleted',
}

/** The number or name after the last "-" or "_" of an id. */
const idOf = (element: Element) =>
  element.attribs['data-flow-id'] ?? /[^-_]+$/.exec(element.attribs.id ?? '')?.[0] ?? ''

export function readBoardPage(answer: Answer): ReadThread {
  const $ = treeToReadOf(answer.text)
  const board = isFlowPage(answer) ? FLOW : LIQUID_THREADS
  const url = ownAddress($, answer)
  const isPost = (element: Element) => isNamed(element, board.posts)
  const titles: string[] = []
  let title: string | null = null
  let opening: string | null = null
  const posts = allBelow($.root().get(0), `${board.posts}, ${board.title}`).flatMap((element): Post[] => {
    if (!isPost(element)) {
      title = element.attribs['data-flow-topic-title'] ?? textIn(firstBelow(element, '.mw-headline')) ?? textIn(element)
      if (title !== null) titles.push(title)
      opening = null
      return []
    }
    const own = elementsBelow(element).filter((one) => nearestAbove(one, isPost) === element)
    const above = nearestAbove(element, isPost)
    const time = firstNamed(own, board.time)
    const [id, starts] = [idOf(element), opening === null && above === null]
    const said = post({
      id,
      parentId: above === null ? opening : idOf(above),
      parentVia: 'nesting',
      author: board.author.map((one) => textIn(firstNamed(own, one))).find((one) => one !== null) ?? null,
      createdAt: time?.attribs.datetime,
      age: textIn(time),
      title: starts ? title : null,
      body: nodesToText(firstNamed(own, board.words)?.children ?? [], { base: url }),
      permalink:
        url === null || element.attribs.id === undefined ? null : `${url.replace(/#.*$/, '')}#${element.attribs.id}`,
      kind: starts ? 'opening' : 'comment',
      state: firstNamed(own, board.gone) === null ? 'ok' : 'removed',
    })
    opening ??= id
    return [said]
  })
  return assemble({
    ...BOARD,
    site: siteOf(url, 'A wiki'),
    url,
    title: titles.length === 1 ? (titles[0] ?? null) : titleOf($),
    language: languageOf($),
    posts,
  })
}
