/** WordPress: an article with threaded comments, from its REST interface, a saved page or the comment feed. */
import { load } from 'cheerio/slim'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { absolute, htmlToText } from '../../text/html-to-text.ts'
import { refusal, unusable, usable } from '../answers.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, jsonOf, list, number, record, text } from '../json.ts'
import { pageOf, siteOf, wordsOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'
import { isExport, readExport } from './wordpress-export.ts'
import { ARTICLE, isWordPressPage, readWordPressPage } from './wordpress-pages.ts'

const PAGE = 100

/** Why an interface that answers others did not answer now. */
const MAY_OPEN = new Set(['rate-limited', 'timeout', 'unreachable', 'too-large'])

const isComment = (value: unknown) =>
  text(value, 'id') !== null &&
  typeof at(value, 'content', 'rendered') === 'string' &&
  typeof at(value, 'author_name') === 'string'
const isArticle = (value: unknown) =>
  text(value, 'id') !== null &&
  typeof at(value, 'title', 'rendered') === 'string' &&
  typeof at(value, 'content', 'rendered') === 'string'

/** WordPress.com names the same things differently. */
function fromHosted(value: unknown): unknown {
  return {
    id: at(value, 'ID'),
    post: text(value, 'post', 'ID'),
    parent: text(value, 'parent', 'ID') ?? '0',
    author_name: text(value, 'author', 'name') ?? '',
    date_gmt: at(value, 'date'),
    content: { rendered: at(value, 'content') },
    link: at(value, 'URL'),
    title: htmlToText(text(value, 'post', 'title') ?? '').text,
    type: at(value, 'type'),
    likes: at(value, 'like_count'),
  }
}

const isHosted = (value: unknown) =>
  text(value, 'ID') !== null && typeof at(value, 'content') === 'string' && text(value, 'URL') !== null

function readComment(value: unknown): Post {
  const parent = text(value, 'parent')
  const url = text(value, 'link')
  return post({
    id: text(value, 'id') ?? '',
    parentId: parent === null || parent === '0' ? ARTICLE : parent,
    author: htmlToText(text(value, 'author_name') ?? '').text,
    createdAt: text(value, 'date_gmt') ?? at(value, 'date'),
    score: number(value, 'likes'),
    body: htmlToText(text(value, 'content', 'rendered') ?? '', { base: url }),
    permalink: url,
    // Another site that links here is announced among the comments.
    kind: /^(?:pingback|trackback)$/.test(text(value, 'type') ?? '') ? 'system' : 'comment',
  })
}

function readArticle(value: unknown, id = ARTICLE): Post {
  const url = text(value, 'link')
  return post({
    id,
    author: text(value, '_embedded', 'author', 0, 'name'),
    createdAt: text(value, 'date_gmt') ?? at(value, 'date'),
    title: htmlToText(text(value, 'title', 'rendered') ?? '').text,
    body: htmlToText(text(value, 'content', 'rendered') ?? '', { base: url }),
    permalink: url,
    kind: 'opening',
  })
}

/** `article` undefined: comments alone; they stand on their own. */
function thread(article: unknown, comments: unknown[], expected: number | null, missing: Missing): ReadThread {
  const first = article === undefined ? null : readArticle(article)
  const url = (first?.permalink ?? text(comments[0], 'link'))?.replace(/#.*$/, '') ?? null
  const posts = comments.map(readComment)
  return assemble({
    platform: 'wordpress',
    site: siteOf(url, 'WordPress'),
    url,
    title: first === null ? text(comments[0], 'title') : first.text.slice(0, first.heading),
    posts: first === null ? posts : [first, ...posts],
    root: ARTICLE,
    expected,
    missing: [
      ...missing,
      ...(first === null ? [{ why: 'the article these comments are about', count: 1, opening: true as const }] : []),
    ],
  })
}

/** The feed holds the newest comments only, newest first; "In reply to" names the one that is answered. */
function readFeed(answer: Answer): ReadThread {
  const $ = load(answer.text, { xml: true })
  const url = wordsOf($('channel > link').first())
  const posts = $('item')
    .toArray()
    .map((element) => {
      const item = $(element)
      const link = wordsOf(item.children('link'))
      const source = item.children('content\\:encoded').text() || item.children('description').text()
      const answered = /^\s*<p>[^<]{0,40}<a href="[^"]*#comment-(\d+)"[^>]*>[^<]*<\/a>\.?\s*<\/p>/.exec(source)
      return post({
        id: /#comment-(\d+)/.exec(link ?? '')?.[1] ?? link ?? wordsOf(item.children('guid')) ?? '',
        parentId: answered?.[1] ?? ARTICLE,
        author: wordsOf(item.children('dc\\:creator')),
        createdAt: wordsOf(item.children('pubDate')),
        body: htmlToText(answered === null ? source : source.slice(answered[0].length), { base: url }),
        permalink: link,
        kind: 'comment',
      })
    })
  return assemble({
    platform: 'wordpress',
    site: siteOf(url, 'WordPress'),
    url,
    title: wordsOf($('channel > title').first())?.replace(/^[^:]{3,30}:\s+/, '') ?? null,
    posts: posts.reverse(),
    root: ARTICLE,
    missing: [{ why: 'a feed holds the newest comments only', count: null }],
  })
}

const isFeed = (answer: Answer) =>
  /<rss[\s>]/.test(answer.text.slice(0, 2000)) && /#comment-\d+<\/(?:link|guid)>/.test(answer.text)

type State =
  | { stage: 'first'; root: string; article: string; page: Answer }
  | { stage: 'rest'; article: unknown; comments: unknown[]; total: number }

function askComments(root: string, article: string, page: number): Ask {
  return {
    url: `${root}wp/v2/comments?post=${article}&per_page=${PAGE}&order=asc&page=${page}`,
    purpose: `comments, page ${page}`,
  }
}

/** Where the page says its programming interface is and which post it shows. */
function begin(answer: Answer): Step<State> {
  const $ = pageOf(answer)
  const root = absolute($('link[rel="https://api.w.org/"]').attr('href'), answer.url)
  const article =
    /[?&]p=(\d+)/.exec($('link[rel="shortlink"]').attr('href') ?? '')?.[1] ??
    /posts\/(\d+)/.exec($('link[rel="alternate"][type="application/json"]').attr('href') ?? '')?.[1] ??
    /postid-(\d+)/.exec($('body').attr('class') ?? '')?.[1]
  if (root === null || article === undefined) return { thread: readWordPressPage(answer) }
  return {
    asks: [{ url: `${root}wp/v2/posts/${article}`, purpose: 'the article' }, askComments(root, article, 1)],
    state: { stage: 'first', root, article, page: answer },
  }
}

/** Articles as a site lists them. */
const articlesIn = (value: unknown): unknown[] =>
  (Array.isArray(value) ? value : []).filter(
    (one) => isArticle(one) && !isComment(one) && text(one, 'link') !== null && text(one, 'type') !== null,
  )

const listOf = (value: unknown): unknown[] => {
  const all = Array.isArray(value) ? value : list(value, 'comments')
  return all.flatMap((one) => (isComment(one) ? [one] : isHosted(one) ? [fromHosted(one)] : []))
}

/** A list of the newest comments of a site holds those of many articles. */
function byArticle(comments: unknown[]): unknown[][] {
  const articles = new Map<string, unknown[]>()
  for (const one of comments) {
    const of = text(one, 'post') ?? ''
    const known = articles.get(of)
    if (known === undefined) articles.set(of, [one])
    else known.push(one)
  }
  return [...articles.values()]
}

export const wordpress: Platform<State> = {
  id: 'wordpress',
  name: 'WordPress',
  recognise: () => null,
  sniff(answer) {
    const value = jsonOf(answer)
    if (value !== undefined)
      return (
        listOf(value).length > 0 ||
        articlesIn(value).length > 0 ||
        (isArticle(value) && record(at(value, '_links')) !== null) ||
        isComment(value)
      )
    return isExport(answer) || isFeed(answer) || isWordPressPage(answer)
  },
  file(answer) {
    const value = jsonOf(answer)
    if (isExport(answer)) return readExport(answer)
    if (value === undefined) return [isFeed(answer) ? readFeed(answer) : readWordPressPage(answer)]
    const embedded = list(value, '_embedded', 'replies').flatMap(listOf)
    if (isArticle(value) && !isComment(value))
      return [thread(value, embedded, null, [{ why: 'the comments below this article', count: null, below: ARTICLE }])]
    const articles = articlesIn(value)
    if (articles.length > 0)
      return articles.map((one) =>
        thread(one, [], null, [{ why: 'the comments below this article', count: null, below: ARTICLE }]),
      )
    const comments = isComment(value) ? [value] : listOf(value)
    const more = (count(value, 'found') ?? 0) - comments.length
    const missing = more > 0 ? [{ why: 'further pages of comments', count: more }] : []
    return byArticle(comments).map((some) => thread(undefined, some, null, missing))
  },
  page: begin,
  begin(url) {
    throw new Problem('unsupported', `${url.hostname} must be looked at first.`)
  },
  resume(state, answers) {
    if (state.stage === 'rest') {
      const comments = [
        ...state.comments,
        ...answers.flatMap((answer) => (refusal(answer) === null ? listOf(jsonOf(answer)) : [])),
      ]
      const refused = answers.map((answer) => unusable(answer, Array.isArray(jsonOf(answer))))
      const missing = refused.flatMap((problem) =>
        problem === null ? [] : [{ why: `some pages: ${problem.message}`, count: null }],
      )
      return { thread: thread(state.article, comments, state.total + 1, missing) }
    }
    const [articleAnswer, commentsAnswer] = answers as [Answer, Answer]
    const article = refusal(articleAnswer) === null ? jsonOf(articleAnswer) : undefined
    // A site may keep its interface closed: then the page that led here is all there is.
    const closed =
      unusable(commentsAnswer, Array.isArray(jsonOf(commentsAnswer))) ?? unusable(articleAnswer, isArticle(article))
    if (closed !== null) {
      const why = `The comments were read from the page alone, which may not show all: ${closed.message}`
      const page = usable(state.page)
      if (!MAY_OPEN.has(closed.code)) return { thread: readWordPressPage(page, { notices: [why] }) }
      return { thread: readWordPressPage(page, { missing: [{ why, count: null }] }) }
    }
    const comments = listOf(jsonOf(commentsAnswer))
    const total = number(commentsAnswer.headers['x-wp-total']) ?? comments.length
    const pages = number(commentsAnswer.headers['x-wp-totalpages']) ?? 1
    if (pages <= 1) return { thread: thread(article, comments, total + 1, []) }
    const asks = Array.from({ length: pages - 1 }, (_, index) => askComments(state.root, state.article, index + 2))
    return { asks, state: { stage: 'rest', article, comments, total } }
  },
}
