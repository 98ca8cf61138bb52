/** Pages of Flarum without what they were drawn from: posts as a browser shows them, or as those without scripts are given them. */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import type { HtmlReading } from '../../text/html-to-text.ts'
import { assemble } from '../assemble.ts'
import {
  type Found,
  languageOf,
  oneOf,
  ownAddress,
  type Page,
  pageOf,
  proseOf,
  siteOf,
  titleOf,
  wordsOf,
} from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

type Quoting = Pick<HtmlReading, 'drop' | 'quote'>

/** Posts stand in these; events of the discussion (renamed, closed) stand in others. */
const POST = '.PostStream-item[data-type="comment"]'
const PLAIN = '#flarum-content article:has(.Post-body)'

export const isFlarumPage = ({ text }: Answer): boolean =>
  /\bid="flarum-(?:content|loading)"/.test(text) && /\bclass="Post-body"/.test(text)

function drawn(block: Found, url: string | null, title: string | null, reading: Quoting): Post {
  const number = block.attr('data-number') ?? ''
  const opening = number === '1'
  const body = block.find('.Post-body').first()
  const mention = body.find('a.PostMention[data-id], a.PostMention[href*="/d/"]').first()
  const article = block.find('article').first()
  return post({
    id: block.attr('data-id') ?? number,
    parentId: opening ? null : (mention.attr('data-id') ?? null),
    parentVia: 'mention',
    author: wordsOf(block.find('.PostUser .username').first()) ?? wordsOf(block.find('.PostUser-name').first()),
    createdAt: block.attr('data-time') ?? block.find('time[datetime]').first().attr('datetime'),
    title: opening ? title : null,
    body: proseOf(body, { base: url, ...reading }),
    permalink: url === null ? null : `${addressOf(url)}/${number}`,
    kind: opening ? 'opening' : 'reply',
    state: article.hasClass('Post--hidden') ? 'removed' : block.find('.PostEdited').length > 0 ? 'edited' : 'ok',
  })
}

interface Where {
  url: string | null
  page: number
}

/** Without scripts, posts come by name and words only, twenty to a page. */
function written($: Page, { url, page }: Where, title: string | null, reading: Quoting): Post[] {
  return $(PLAIN)
    .toArray()
    .map((element: Element, index) => {
      const opening = page === 1 && index === 0
      return post({
        id: `${page}-${index + 1}`,
        author: wordsOf($(element).find('.PostUser-name').first()),
        title: opening ? title : null,
        body: proseOf($(element).find('.Post-body').first(), { base: url, ...reading }),
        kind: opening ? 'opening' : 'reply',
      })
    })
}

const addressOf = (url: string) => url.replace(/[?#].*$/, '').replace(/(\/d\/[^/]+)\/\d+$/, '$1')
const pageIn = (url: string | null) => Number(/[?&]page=(\d{1,5})/.exec(url ?? '')?.[1] ?? 1)

export function readFlarumPage(answer: Answer, reading: Quoting): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  // The address a page gives itself may be that of the whole discussion.
  const page = Math.max(pageIn(url), pageIn(answer.url))
  const title = wordsOf(oneOf($, ['.DiscussionHero-title', '#flarum-content h1', 'h1'])) ?? titleOf($)
  const blocks = $(POST).toArray()
  const more = $('#flarum-content a[href*="page="]')
    .toArray()
    .some((link) => pageIn($(link).attr('href') ?? '') > page)
  const announced = /\d+\D+(\d+)/.exec(wordsOf($('.Scrubber-info').first()) ?? '')?.[1]
  return assemble({
    platform: 'flarum',
    site: siteOf(url, 'Flarum'),
    url: url === null ? null : addressOf(url),
    title,
    language: languageOf($),
    posts:
      blocks.length > 0
        ? blocks.map((element) => drawn($(element), url, title, reading))
        : written($, { url, page }, title, reading),
    pages: blocks.length > 0 ? [] : [{ at: page, more }],
    expected: announced === undefined ? null : Number(announced),
  })
}
