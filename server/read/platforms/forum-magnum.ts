/** LessWrong, the EA Forum and the Alignment Forum: comments from their GraphQL interface, the article from a saved page. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { refusal, usable } from '../answers.ts'
import { assemble } from '../assemble.ts'
import { at, count, jsonOf, list, number, record, text, truthy } from '../json.ts'
import { languageOf, oneOf, ownAddress, type Page, pageOf, proseOf, siteOf, titleOf, wordsOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const HOSTS = /^(?:www\.)?(?:lesswrong\.com|greaterwrong\.com|alignmentforum\.org)$|^forum\.effectivealtruism\.org$/
const ADDRESS = /^\/(?:posts|s\/\w+\/p|events|lw)\/(\w{8,})/

const POST =
  'post(input:{selector:{documentId:$id}}){result{_id title pageUrl postedAt baseScore commentCount user{displayName} contents{html}}}'
const FIELDS = '_id parentCommentId postedAt baseScore deleted answer pageUrl user{displayName} contents{html}'

/** The form of the question changed over the years: the second is asked where the first is refused. */
const QUESTIONS = [
  `query($id:String!){${POST} comments(selector:{postCommentsNew:{postId:$id}},limit:1000){results{${FIELDS} extendedScore}}}`,
  `query($id:String!){${POST} comments(input:{terms:{view:"postCommentsNew",postId:$id,limit:1000}}){results{${FIELDS}}}}`,
]

/** The words in the richest form the question asked for. */
function wordsIn(value: unknown): Prose {
  const html = text(value, 'contents', 'html') ?? text(value, 'htmlBody')
  if (html !== null) return htmlToText(html)
  const markdown = text(value, 'contents', 'markdown')
  return markdown === null ? plain(text(value, 'contents', 'plaintextMainText') ?? '') : markdownToText(markdown)
}

function read(value: unknown, title: string | null): Post {
  const votes = number(value, 'extendedScore', 'agreement')
  return post({
    id: text(value, '_id') ?? '',
    parentId: text(value, 'parentCommentId'),
    author: text(value, 'user', 'displayName') ?? text(value, 'user', 'username') ?? text(value, 'author'),
    createdAt: at(value, 'postedAt'),
    score: number(value, 'baseScore'),
    agreement: votes,
    title,
    body: wordsIn(value),
    permalink: text(value, 'pageUrl'),
    kind: title !== null ? 'opening' : truthy(value, 'answer') ? 'answer' : 'comment',
    state:
      truthy(value, 'deleted') || truthy(value, 'deletedPublic')
        ? 'deleted'
        : text(value, 'lastEditedAt') === null
          ? 'ok'
          : 'edited',
  })
}

const isComment = (value: unknown) =>
  text(value, '_id') !== null && at(value, 'parentCommentId') !== undefined && at(value, 'postedAt') !== undefined
const isArticle = (value: unknown) => text(value, '_id') !== null && text(value, 'title') !== null

/** What a question asked for, under the names it gave: records, or lists of them. */
const resultsOf = (value: unknown): unknown[] =>
  Object.values(record(at(value, 'data')) ?? {}).flatMap((one) => [at(one, 'result'), ...list(one, 'results')])
const articleOf = (value: unknown) => resultsOf(value).find(isArticle)
const commentsIn = (value: unknown) => resultsOf(value).filter(isComment)

function thread(value: unknown, url: string | null): ReadThread {
  const article = articleOf(value)
  const comments = commentsIn(value).map((one) => read(one, null))
  if (article === undefined) return alone(comments, url)
  const opening = read(article, text(article, 'title') ?? '')
  const address = opening.permalink ?? url
  const announced = count(article, 'commentCount')
  return assemble({
    platform: 'lesswrong',
    site: siteOf(address, 'LessWrong'),
    url: address,
    title: text(article, 'title'),
    language: 'en',
    posts: [
      opening,
      ...comments.map(
        (one): Post => ({
          ...one,
          ...(one.parentId === null ? { parentId: opening.id, parentVia: 'platform' as const } : {}),
          permalink: one.permalink ?? (address === null ? null : `${address}?commentId=${one.id}`),
        }),
      ),
    ],
    expected: announced === null ? null : announced + 1,
  })
}

/** Comments without the post they answer. */
function alone(comments: Post[], url: string | null): ReadThread {
  const address = url ?? comments[0]?.permalink ?? null
  return assemble({
    platform: 'lesswrong',
    site: siteOf(address, 'LessWrong'),
    url: address,
    language: 'en',
    posts: comments,
    missing: [{ why: 'the post these comments answer', count: 1, opening: true }],
  })
}

const COMMENTS = '.comments-node, li.comment-item[id^="comment-"]'

const TAKEN_DOWN =
  '.CommentDeletedMetadata-root, .comments-item-deleted-info, .CommentsItem-deleted, .DeletedCommentBody, .deleted-comment'

/** Nodes on the page of one comment have no id of their own, but the comment's address. */
function idOf($: Page, element: Element): string {
  const own = $(element).attr('id')?.replace('comment-', '')
  const link = $(element)
    .find('a[href*="commentId="]')
    .filter((_, inner) => $(inner).closest(COMMENTS).get(0) === element)
    .first()
    .attr('href')
  return own ?? /commentId=(\w+)/.exec(link ?? '')?.[1] ?? `comment-${$(COMMENTS).index(element) + 1}`
}

/** Comments of a page that was saved after they were drawn, and of GreaterWrong, which draws them without scripts. */
function drawn($: Page, url: string | null, root: string): Post[] {
  return $<Element, string>(COMMENTS)
    .toArray()
    .flatMap((element): Post[] => {
      const one = $(element)
      const own = (selector: string) =>
        one
          .find(selector)
          .filter((_, inner) => $(inner).closest(COMMENTS).get(0) === element)
          .first()
      const bare = own('.CommentBody-root, .CommentBody-commentStyling, .comment-body')
      const told = bare.length > 0 ? bare : own('.CommentsItem-body')
      // Who took it down, and why, stands in its place.
      const words = own(TAKEN_DOWN).length > 0 ? told.slice(0, 0) : told
      const id = idOf($, element)
      const gone = words.length === 0
      if (gone && one.find(COMMENTS).length === 0) return []
      const above = one.parents(COMMENTS).get(0)
      return [
        post({
          id,
          parentId: above === undefined ? root : idOf($, above),
          parentVia: 'nesting',
          author: wordsOf(own('.CommentUserName-author, .UsersNameDisplay-userName, .comment-meta .author, a.author')),
          createdAt: own('time[datetime]').attr('datetime') ?? own('.date[data-js-date]').attr('data-js-date'),
          score: number(
            /-?\d+/.exec(own('.OverallVoteAxis-voteScore, .OverallVoteAxisSmall-voteScore, .karma-value').text())?.[0],
          ),
          agreement: number(
            /-?\d+/.exec(own('.AgreementVoteAxis-agreementScore, .agreement .karma-value').text())?.[0],
          ),
          body: proseOf(words, { base: url }),
          permalink: url === null ? null : `${url.replace(/[?#].*$/, '')}?commentId=${id}`,
          state: gone ? 'deleted' : 'ok',
        }),
      ]
    })
}

/** A saved page holds the article; its comments mostly come from scripts. */
function readPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const words = $(
    ['#postContent', '.PostsPage-postContent', '#postBody', '.post-body'].find((one) => $(one).length > 0) ??
      '.body-text',
  ).first()
  /** The first that is no part of a comment, which may stand above the post. */
  const ofPost = (selector: string) =>
    $(selector)
      .filter((_, element) => $(element).closest(COMMENTS).length === 0)
      .first()
  const title = wordsOf(oneOf($, ['.PostsPageTitle-root', 'h1.post-title', 'h1'])) ?? titleOf($)
  // Beside it stand other numbers: the element that holds it alone tells it.
  const announced = $(
    '.PostsPagePostHeader-root, .PostsPagePostHeader-secondaryInfo, a[href="#comments"], a.comment-count',
  )
    .find('*')
    .addBack()
    .toArray()
    .flatMap((element) => /^(\d+)\s+comments?$/i.exec(wordsOf($(element)) ?? '')?.[1] ?? [])[0]
  const opening = post({
    id: ADDRESS.exec(url === null ? '' : new URL(url).pathname)?.[1] ?? 'article',
    author:
      $('meta[name="author"]').attr('content') ??
      wordsOf(ofPost('.PostsAuthors-authorName, .UsersNameDisplay-userName, .post-meta .author')),
    createdAt:
      $('meta[property="article:published_time"]').attr('content') ??
      ofPost('time[datetime]').attr('datetime') ??
      ofPost('[data-date], .date[data-js-date]').attr('data-js-date'),
    score: number(/-?\d+/.exec(ofPost('.PostsVoteDefault-voteScore, .karma-value').text())?.[0]),
    title,
    body: proseOf(words, {
      base: url,
      drop: ({ attribs }) => /footnote-back-link|CommentOnSelection/.test(attribs.class ?? ''),
    }),
    permalink: url,
    kind: 'opening',
  })
  const comments = drawn($, url, opening.id)
  return assemble({
    platform: 'lesswrong',
    site: siteOf(url, 'LessWrong'),
    url,
    title,
    language: languageOf($),
    posts: [opening, ...comments],
    expected: comments.length > 0 && announced !== undefined ? Number(announced) + 1 : null,
    missing:
      comments.length > 0
        ? []
        : [
            {
              why: 'comments, which the page loads by its scripts',
              count: announced === undefined ? null : Number(announced),
            },
          ],
  })
}

interface State {
  origin: string
  id: string
  url: string
  form: number
}

function ask({ origin, id, form }: State): Ask {
  return {
    url: `${origin}/graphql`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUESTIONS[form], variables: { id } }),
    purpose: 'the post with its comments',
  }
}

export const forumMagnum: Platform<State> = {
  id: 'lesswrong',
  name: 'LessWrong or a forum like it',
  recognise: (url) => (HOSTS.test(url.hostname) && ADDRESS.test(url.pathname) ? 'sure' : null),
  sniff(answer) {
    const value = jsonOf(answer)
    if (value !== undefined) return articleOf(value) !== undefined || commentsIn(value).length > 0
    return (
      /PostsPage-|PostsPageTitle|ForumMagnum|lesswrong\.com\/static|class="comment-item\b/.test(
        answer.text.slice(0, 600_000),
      ) && /postBody|postContent|PostsPage|post-body|comment-item/.test(answer.text)
    )
  },
  file: (answer) => [jsonOf(answer) === undefined ? readPage(answer) : thread(jsonOf(answer), answer.url)],
  begin(url) {
    const host = url.hostname
      .replace(/^(?:www\.)?greaterwrong\.com$/, 'www.lesswrong.com')
      .replace(/^(lesswrong|alignmentforum)/, 'www.$1')
    const state: State = {
      origin: `${url.protocol}//${host}`,
      id: ADDRESS.exec(url.pathname)?.[1] ?? '',
      url: url.href,
      form: 0,
    }
    return { asks: [ask(state)], state }
  },
  resume(state, answers) {
    const answer = answers[0] as Answer
    const value = refusal(answer) === null ? jsonOf(answer) : undefined
    if (record(articleOf(value)) !== null && record(at(value, 'data', 'comments')) !== null)
      return { thread: thread(value, state.url) }
    const next = { ...state, form: state.form + 1 }
    if (next.form < QUESTIONS.length) return { asks: [ask(next)], state: next }
    usable(answer)
    throw new Problem('not-found', 'The forum knows no such post.')
  },
}
