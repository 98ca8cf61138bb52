/** Saved pages of PieFed: a post and its comments, each in the one it answers (app/templates/post of codeberg.org/rimu/pyfedi). */
import type { Post } from '../../../shared/thread.ts'
import { absolute } from '../../text/html-to-text.ts'
import { assemble } from '../assemble.ts'
import { type Found, languageOf, ownAddress, type Page, pageOf, proseOf, siteOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const COMMENT = '.comment[id^="comment_"]'

export const isPieFedPage = ({ text }: Answer): boolean =>
  /\bclass="[^"]*\bpost_full\b/.test(text) && /\bdata-base-url="\/(?:post|comment)\/\d+"/.test(text)

const digitsIn = (words: string | undefined | null) => /\d+/.exec(words ?? '')?.[0] ?? ''

/** With the home server, as the interface names people. */
function writerOf(block: Found, url: string | null): string | null {
  const link = block.find('a[href*="/u/"]').first().attr('href') ?? ''
  const name = /^(?:https?:\/\/[^/]+)?\/u\/([^/?#]+)$/.exec(link)?.[1]
  if (name === undefined) return null
  return name.includes('@') || url === null ? name : `${name}@${siteOf(url, '')}`
}

/** Votes for and against stand in the title of their difference. */
function scoreOf(block: Found): number | null {
  const [, up, down] = /^(\d+), (\d+)$/.exec(block.find('[title]').first().attr('title') ?? '') ?? []
  return up === undefined ? null : Number(up) - Number(down)
}

/** The time is that of writing, also where it is said to be edited. */
const wasEdited = (line: Found) => /\bedited\b/i.test(line.text()) || line.find('time').length > 1

function readOpening($: Page, url: string | null): Post {
  const block = $('.post_full').first()
  const title = block.find('h1.post_title').first().clone()
  title.find('.warning_badge').remove()
  const head = block.find('.microblog_header, small:has(time)').first()
  return post({
    id: `post-${digitsIn(block.find('[data-base-url^="/post/"]').attr('data-base-url'))}`,
    author: writerOf(head, url),
    createdAt: head.find('time').first().attr('datetime'),
    score: scoreOf(block.find('.voting_buttons_new').first()),
    title: wordsOf(title),
    body: proseOf(block.find('.post_body').first(), { base: url }),
    permalink: url?.replace(/#.*$/, '') ?? null,
    kind: 'opening',
    state: wasEdited(head) ? 'edited' : 'ok',
  })
}

function readComment(block: Found, root: string, url: string | null): Post {
  const own = (selector: string) => block.children(selector).add(block.children('details').children(selector))
  const head = own('.row').children('.comment_author').first()
  const body = own('.comment_body').children().first()
  const by = wordsOf(body.children('p:only-child')) ?? ''
  const gone = head.find('.fe-delete').length > 0
  const above = block.parent().closest(COMMENT)
  return post({
    id: digitsIn(block.attr('id')),
    parentId: above.length === 0 ? root : digitsIn(above.attr('id')),
    parentVia: 'nesting',
    author: writerOf(head, url),
    createdAt: head.find('time').first().attr('datetime'),
    score: scoreOf(own('.comment_actions').find('.voting_buttons_new').first()),
    body: proseOf(body, { base: url }),
    permalink: absolute(head.find('.comment_time a').attr('href'), url),
    kind: 'comment',
    state: gone ? (/moder/i.test(by) ? 'removed' : 'deleted') : wasEdited(head.find('.comment_time')) ? 'edited' : 'ok',
  })
}

export function readPieFedPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const opening = readOpening($, url)
  // Those below come from other communities the same link was posted to, and answer other posts.
  const comments = $(COMMENT).not($('#more_replies').find(COMMENT)).toArray()
  const elsewhere = $('#more_replies').find(COMMENT).length
  const announced = digitsIn(wordsOf($('.post_reply_count_text').first()))
  const continued = $('a[href*="/discussion/"], a[hx-post*="/continue"]').length
  return assemble({
    platform: 'piefed',
    site: siteOf(url, 'PieFed'),
    url,
    title: opening.text.slice(0, opening.heading),
    language: languageOf($),
    articleUrl: absolute($('.post_full a.post_link').first().attr('href'), url),
    key: opening.id,
    root: opening.id,
    posts: [opening, ...comments.map((element) => readComment($(element), opening.id, url))],
    expected: announced === '' ? null : Number(announced) + 1,
    missing: [
      ...(elsewhere === 0 ? [] : [{ why: 'comments on the same link in other communities', count: elsewhere }]),
      ...(continued === 0 ? [] : [{ why: 'answers deeper than the site was asked for', count: null }]),
    ],
  })
}
