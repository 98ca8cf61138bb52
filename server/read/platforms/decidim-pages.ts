/** Pages of Decidim and Consul with their comments in them: both nest an element of class "comment" for each. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { localTime } from '../../text/local-time.ts'
import { articleIn } from '../article.ts'
import { assemble } from '../assemble.ts'
import { languageOf, ownAddress, type Page, pageOf, proseOf, siteOf, textIn, titleOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, firstBelow, nearestAbove } from '../select.ts'

const DECIDIM = /class="[^"]*\bcomment__(?:header|content)\b/
const CONSUL = /class="[^"]*\bcomment-info\b[\s\S]*class="[^"]*\bcomment-user\b/

/** Whether a page holds comments of one of the two. */
export function isDeliberation({ text }: Answer): boolean {
  return /id="comment_\d+"/.test(text) && ((/decidim/i.test(text) && DECIDIM.test(text)) || CONSUL.test(text))
}

/** What stands in a comment itself, not in one that answers it. */
function own(comment: Element, selector: string): Element | null {
  return allBelow(comment, selector).find((one) => nearestAbove(one, isComment) === comment) ?? null
}

const isComment = ({ attribs }: Element) => /^comment_\d+$/.test(attribs.id ?? '')

/** Decidim says by a badge which side a comment takes. */
function stanceOf(comment: Element): Post['stance'] {
  const badge = own(comment, '.alignment')?.attribs.class ?? ''
  return /\bsuccess\b/.test(badge) ? 'pro' : /\balert\b/.test(badge) ? 'con' : null
}

function votesIn(comment: Element): number | null {
  const figure = (selectors: string) => /\d+/.exec(textIn(own(comment, selectors)) ?? '')?.[0]
  const up = figure('.comment__votes--up, .js-comment__votes--up, .votes .in_favor')
  const down = figure('.comment__votes--down, .js-comment__votes--down, .votes .against')
  return up === undefined ? null : Number(up) - Number(down ?? 0)
}

function commentOf($: Page, comment: Element, root: string | null, url: string | null): Post {
  const words = own(comment, '.comment__content, .comment-user')
  const above = nearestAbove(comment, isComment)
  const time = own(comment, '.comment__header time, time')?.attribs.datetime
  // Consul writes the time as words of a place: day first, but for years that stand before.
  const said = textIn(own(comment, '.comment-info a[href*="/comments/"]'))
  return post({
    id: comment.attribs.id ?? '',
    parentId: above?.attribs.id ?? root,
    parentVia: 'nesting',
    author: textIn(own(comment, '.author__name, .comment-info .user-name, .comment__header .font-bold')),
    createdAt: time ?? null,
    age: said === null ? null : (localTime(said, { order: 'day' })?.at ?? said),
    score: votesIn(comment),
    body: proseOf($(words === null ? [] : [words]), {
      base: url,
      drop: ({ attribs }) => /\balignment\b/.test(attribs.class ?? ''),
    }),
    permalink: url === null ? null : `${url.replace(/#.*$/, '')}#${comment.attribs.id}`,
    kind: 'comment',
    state: words === null ? 'deleted' : 'ok',
    stance: stanceOf(comment),
  })
}

export function readDeliberation(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const root = $.root().get(0)
  const url = ownAddress($, answer)
  const comments = allBelow(root, '[id]').filter(isComment)
  const title = textIn(firstBelow(root, 'h1')) ?? titleOf($)
  const posts = comments.map((comment) => commentOf($, comment, 'opening', url))
  for (const { parent, next, prev } of comments.filter((one) => nearestAbove(one, isComment) === null)) {
    if (parent !== null) parent.children = parent.children.filter((one) => !comments.includes(one as Element))
    if (prev !== null) prev.next = next
    if (next !== null) next.prev = prev
  }
  const article = articleIn({ ...answer, text: $.html() })
  const described = firstBelow(
    root,
    '.debate-description, .proposal-description, [class$="-description"], .editor-content, .rich-text-display',
  )
  const words = proseOf($(described === null ? [] : [described]), { base: url })
  const opening = post({
    id: 'opening',
    author: article?.author ?? null,
    title,
    body: article === null || article.body.text.length < words.text.length ? words : article.body,
    permalink: url,
    kind: 'opening',
  })
  return assemble({
    platform: DECIDIM.test(answer.text) ? 'decidim' : 'consul',
    site: siteOf(url, answer.fileName ?? 'A participation site'),
    url,
    title,
    language: languageOf($),
    posts: [opening, ...posts],
  })
}
