/** Askbot: a question with answers page by page and short comments below both; its interface tells the question alone. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { absolute, htmlToText, nodesToText } from '../../text/html-to-text.ts'
import { cut, type Prose } from '../../text/prose.ts'
import { refusal } from '../answers.ts'
import { assemble, type Missing, type PageRead } from '../assemble.ts'
import { at, count, jsonOf, list, number, text } from '../json.ts'
import { languageOf, ownAddress, type Page, siteOf, textIn, titleOf, wordsOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, allNamed, elementsBelow, firstBelow, firstNamed, isNamed } from '../select.ts'
import { treeToReadOf } from '../tree.ts'

const POSTS =
  '.post.question, .post.answer, div.question[data-post-id], div.answer[data-post-id], .js-question, .js-answer'
const isOpening = (block: Element) => isNamed(block, '.question, .js-question')
const numberOf = (block: Element) =>
  block.attribs['data-post-id'] ??
  /\d+/.exec(block.attribs.id ?? firstBelow(block, '[id^="post-id-"]')?.attribs.id ?? '')?.[0] ??
  null

/** Who wrote it and when stands above the words, then who changed it. */
const isSignature = ({ attribs }: Element) =>
  /post-update-info|user-card|post-controls|\bcomments\b/.test(attribs.class ?? '')
const isCommentTail = ({ name, attribs }: Element) =>
  /(?:^|\s)(?:author|age|edit|delete|action-link|comment-votes|convert-comment|comment-meta|controls)(?:\s|$)/.test(
    attribs.class ?? '',
  ) || name === 'form'

function readComments(below: Element[], parentId: string, url: string | null): Post[] {
  const comments = allNamed(below, '.comment[id^="comment-"], .comment[data-comment-id], .js-comment')
  return comments.map((element, index) => {
    const id =
      element.attribs['data-comment-id'] ?? /\d+/.exec(element.attribs.id ?? '')?.[0] ?? `${parentId}-${index + 1}`
    const words = firstBelow(element, '.comment-body') ?? element
    return post({
      id: `comment-${id}`,
      parentId,
      parentVia: 'nesting',
      author: textIn(firstBelow(element, 'a.author, .author')),
      createdAt:
        firstBelow(element, '.timeago[title], abbr[title], time[datetime]')?.attribs.title ??
        firstBelow(element, 'time')?.attribs.datetime,
      score: number(/-?\d+/.exec(textIn(firstBelow(element, '.comment-votes .upvote')) ?? '')?.[0]),
      body: withoutDash(nodesToText(words.children, { base: url, drop: isCommentTail })),
      permalink: absolute(`#comment-${id}`, url),
      kind: 'comment',
    })
  })
}

/** A dash parts a comment from its writer. */
function withoutDash(prose: Prose): Prose {
  const words = prose.text.replace(/\s*[–—-]?\s*$/, '')
  return cut(prose, [{ start: words.length, end: prose.text.length }])
}

interface Read {
  posts: Post[]
  answers: number
}

function readBlocks($: Page, url: string | null, title: string | null): Read {
  const blocks = allBelow($.root().get(0), POSTS)
  const question = blocks.find(isOpening)
  const root = question === undefined ? null : numberOf(question)
  const posts = blocks.flatMap((block): Post[] => {
    const id = numberOf(block)
    if (id === null) return []
    const opening = isOpening(block)
    const below = elementsBelow(block)
    const first = (selector: string) => firstNamed(below, selector)
    const words = first('.post-body') ?? first('.snippet')
    const signatures = allNamed(below, '.post-update-info')
    const signature = signatures[0] ?? block
    const made = post({
      id,
      parentId: opening ? null : root,
      parentVia: 'nesting',
      author: textIn(firstBelow(signature, '.user-info a')),
      createdAt:
        firstBelow(signature, '.timeago[title], abbr[title]')?.attribs.title ??
        firstBelow(signature, 'time')?.attribs.datetime,
      score: number(textIn(first('.vote-number'))),
      title: opening ? title : null,
      body: words === null ? htmlToText('') : nodesToText(words.children, { base: url, drop: isSignature }),
      permalink: absolute(first('a.permant-link, .answer-permalink')?.attribs.href ?? `#post-id-${id}`, url),
      kind: opening ? 'opening' : 'answer',
      state: signatures.length > 1 ? 'edited' : 'ok',
    })
    return [made, ...readComments(below, id, url)]
  })
  return { posts, answers: blocks.length - (question === undefined ? 0 : 1) }
}

/** The site counts answers; comments come on top and are never announced. */
function missingOf(announced: number | null, read: Read, why: string): Missing {
  const left = announced === null ? 0 : announced - read.answers
  return left > 0 ? [{ why, count: left }] : []
}

interface Head {
  url: string | null
  title: string | null
  language: string | null
  announced: number | null
  pages: number
  at: number
}

function headOf($: Page, answer: Answer): Head {
  const pages = Number($('.paginator').first().attr('data-num-pages') ?? Number.NaN)
  return {
    url: ownAddress($, answer),
    title: wordsOf($('#post-title h1, .question-title, h1').first()) ?? titleOf($),
    language: languageOf($),
    announced: count(/\d+/.exec($('#questionCount').text())?.[0]),
    pages: Number.isSafeInteger(pages) ? pages : $('.paginator .next a[href*="page="]').length > 0 ? 2 : 1,
    at: Number($('.paginator .curr').attr('data-page') ?? 1) || 1,
  }
}

function thread(head: Head, read: Read, pages: PageRead[], missing: Missing): ReadThread {
  return assemble({
    platform: 'askbot',
    site: siteOf(head.url, 'Askbot'),
    url: head.url,
    title: head.title,
    language: head.language,
    key: /\/question\/(\d+)/.exec(head.url ?? '')?.[0] ?? head.url,
    posts: read.posts,
    pages,
    missing,
  })
}

function readPage(answer: Answer): ReadThread {
  const $ = treeToReadOf(answer.text)
  const head = headOf($, answer)
  const read = readBlocks($, head.url, head.title)
  return thread(
    head,
    read,
    [{ at: head.at, more: head.at < head.pages }],
    head.pages > 1 ? [] : missingOf(head.announced, read, 'answers the page does not show'),
  )
}

const isQuestion = (value: unknown) =>
  text(value, 'id') !== null && Array.isArray(at(value, 'answer_ids')) && text(value, 'title') !== null
const isComment = (value: unknown) => text(value, 'comment_added_at') !== null && text(value, 'html') !== null

function readQuestion(value: unknown): ReadThread {
  const url = text(value, 'url')
  const answers = count(value, 'answer_count') ?? list(value, 'answer_ids').length
  return assemble({
    platform: 'askbot',
    site: siteOf(url, 'Askbot'),
    url,
    title: text(value, 'title'),
    key: /\/question\/(\d+)/.exec(url ?? '')?.[0] ?? url,
    posts: [
      post({
        id: text(value, 'id') ?? '',
        author: text(value, 'author', 'username'),
        createdAt: at(value, 'added_at'),
        score: number(value, 'score'),
        title: text(value, 'title'),
        body: htmlToText(text(value, 'text') ?? text(value, 'summary') ?? ''),
        permalink: url,
        kind: 'opening',
      }),
    ],
    missing: answers > 0 ? [{ why: 'answers, which the interface of the site does not hand out', count: answers }] : [],
  })
}

function readComment(value: unknown): Post {
  return post({
    id: `comment-${text(value, 'id') ?? ''}`,
    parentId: text(value, 'object_id'),
    author: text(value, 'user_display_name'),
    createdAt: at(value, 'comment_added_at'),
    score: number(value, 'score') ?? number(value, 'points'),
    body: htmlToText(text(value, 'html') ?? ''),
    kind: 'comment',
  })
}

const commentsIn = (value: unknown): unknown[] => (Array.isArray(value) ? value.filter(isComment) : [])

interface State {
  head: Head
  read: Read
}

function askPage(url: string, page: number): Ask {
  const address = new URL(url)
  address.searchParams.set('page', String(page))
  address.hash = ''
  return { url: address.href, purpose: `answers, page ${page}` }
}

export const askbot: Platform<State> = {
  id: 'askbot',
  name: 'Askbot',
  recognise: () => null,
  sniff(answer) {
    const value = jsonOf(answer)
    if (value !== undefined) return isQuestion(value) || commentsIn(value).length > 0
    return (
      /askbot/.test(answer.text) &&
      /id="post-id-\d+"|data-post-id="\d+"/.test(answer.text) &&
      firstBelow(treeToReadOf(answer.text).root().get(0), POSTS) !== null
    )
  },
  file(answer) {
    const value = jsonOf(answer)
    if (value === undefined) return [readPage(answer)]
    if (isQuestion(value)) return [readQuestion(value)]
    const root = text(commentsIn(value)[0], 'object_id')
    return [
      assemble({
        platform: 'askbot',
        site: siteOf(answer.url, 'Askbot'),
        url: answer.url,
        root,
        posts: commentsIn(value).map(readComment),
        missing: [{ why: 'the post these comments answer', count: 1, opening: true }],
      }),
    ]
  },
  page(answer) {
    const $ = treeToReadOf(answer.text)
    const head = headOf($, answer)
    const read = readBlocks($, head.url, head.title)
    const { url } = head
    if (url === null || head.pages <= 1) return { thread: readPage(answer) }
    const others = Array.from({ length: head.pages }, (_, index) => index + 1).filter((page) => page !== head.at)
    return { asks: others.map((page) => askPage(url, page)), state: { head, read } }
  },
  begin(url) {
    throw new Problem('unsupported', `${url.hostname} must be looked at first.`)
  },
  resume({ head, read }, answers) {
    const problem = answers.map(refusal).find((one) => one !== null)
    const known = new Set(read.posts.map(({ id }) => id))
    const whole: Read = { posts: [...read.posts], answers: read.answers }
    for (const answer of answers.filter((one) => refusal(one) === null)) {
      const more = readBlocks(treeToReadOf(answer.text), head.url, head.title)
      const fresh = more.posts.filter(({ id }) => !known.has(id))
      for (const { id } of fresh) known.add(id)
      whole.posts.push(...fresh)
      whole.answers += fresh.filter(({ kind }) => kind === 'answer').length
    }
    const why = problem?.message ?? 'answers the site counts but did not show'
    return { thread: thread(head, whole, [], missingOf(head.announced, whole, why)) }
  },
}
