/** Pages of forum software that is met less often: bbPress, Vanilla, Discuz!, YaBB, ElkArte, wpForo. */
import type { Element } from 'domhandler'
import { number } from '../json.ts'
import { nearestAbove } from '../select.ts'
import {
  after,
  attribute,
  before,
  digits,
  first,
  type Forum,
  has,
  headed,
  headIn,
  inside,
  nameIn,
  wordsAt,
} from './forum.ts'

export const OTHER_FORUMS: Forum[] = [
  {
    kind: 'bbpress',
    name: 'bbPress',
    marker: /class="[^"]*\bbbp-/,
    postMarker: /class="[^"]*\bbbp-(?:reply|topic)-content\b/,
    post: '.hentry[class*="type-reply"]:has(.bbp-reply-content), .hentry[class*="type-topic"]:has(.bbp-reply-content), .hentry[class*="type-topic"]:has(.bbp-topic-content)',
    head: (element) => bbPressHead(element),
    id: ({ element }) => digits(/\bpost-\d+/.exec(element.attribs.class ?? '')?.[0] ?? element.attribs.id),
    // Answers stand in a list below the post they answer.
    above(element) {
      const list = nearestAbove(element, (one) => has(one, /\bbbp-threaded-replies\b/))
      const answered = list === null ? null : before(list)
      return answered !== null && has(answered, /\bhentry\b/) ? answered : null
    },
    author: (block) =>
      wordsAt(block, '.bbp-author-name, .bbp-author-link .name') ??
      wordsAt(block, '.bbp-reply-author .bbp-author-link, .bbp-topic-author .bbp-author-link'),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    when: '.bbp-reply-post-date, .bbp-topic-post-date',
    body: ['.bbp-reply-content', '.bbp-topic-content'],
    permalink: 'a.bbp-reply-permalink, a.bbp-topic-permalink',
    title: ['h1.entry-title', '.bbp-breadcrumb-current', 'h1'],
    next: '.bbp-pagination-links a.next, link[rel="next"]',
    pages: '.bbp-pagination-links a',
    currentPage: '.bbp-pagination-links .current',
    // "Viewing 15 posts - 1 through 15 (of 33 total)"
    count: { at: '.bbp-pagination-count', which: 'last' },
    edited: '.bbp-reply-revision-log, .bbp-topic-revision-log',
    drop: (element) =>
      has(
        element,
        /\bbbp-(?:reply|topic)-revision-log\b|\bbbp-signature\b|\bbbp-attachments\b|\bd4p-bbt-quote-title\b/,
      ),
    quote: headed(
      (element) => element.name === 'blockquote' || has(element, /\bbbp-the-quote\b/),
      (one) => has(one, /\bd4p-bbt-quote-title\b/),
    ),
  },
  {
    kind: 'vanilla',
    name: 'Vanilla',
    marker: /class="[^"]*\bItem(?:Discussion|Comment)\b/,
    postMarker: /class="[^"]*\bItem(?:Discussion|Comment)\b/,
    post: '.ItemDiscussion, .ItemComment',
    // Discussions and comments are counted apart.
    id: ({ element: { attribs } }) =>
      /^(?:Discussion|Comment)_\d+$/.test(attribs.id ?? '') ? (attribs.id as string).toLowerCase() : null,
    author: (block) =>
      wordsAt(block, '.Author .Username, .AuthorWrap .Username') ?? attribute(block, '.Author a[title]', 'title'),
    time: (block) => attribute(block, '.DateCreated time[datetime], time[datetime]', 'datetime'),
    when: '.DateCreated',
    body: ['.Message'],
    permalink: '.DateCreated a, a.Permalink',
    title: ['.PageTitle h1', '#Item_0 h1', 'h1'],
    next: 'a.Next, link[rel="next"]',
    pages: '.Pager a',
    currentPage: '.Pager .Highlight',
    edited: '.DateUpdated',
    drop: (element) => has(element, /\bQuoteAuthor\b|\bUserSignature\b|\bSignature\b|\bQuoteFolding\b/),
    quote(element) {
      if (element.name !== 'blockquote' && !has(element, /^Quote$|\bUserQuote\b/)) return null
      const head = first(element, (one) => has(one, /\bQuoteAuthor\b/))
      const link = head === null ? null : first(head, (one) => /#?Comment_\d+/.test(one.attribs.href ?? ''))
      return {
        author: element.attribs.rel || headIn(head).author,
        ref: /Comment_\d+/.exec(link?.attribs.href ?? '')?.[0].toLowerCase() ?? null,
      }
    },
  },
  {
    kind: 'discuz',
    name: 'Discuz!',
    marker: /Discuz!|id="authorposton\d/,
    postMarker: /id="postmessage_\d+"/,
    post: 'div[id^="post_"]:has([id^="postmessage_"]), div[id^="post_"]:has(.locked)',
    id: ({ element }) => /^post_(\d+)$/.exec(element.attribs.id ?? '')?.[1] ?? null,
    author: (block) => wordsAt(block, '.pls .authi a, .authi a.xw1, .pi .authi a, .authi a'),
    time: () => null,
    when: '[id^="authorposton"]',
    body: ['[id^="postmessage_"]'],
    permalink: 'a[id^="postnum"]',
    title: ['#thread_subject', 'h1'],
    next: '.pg a.nxt, link[rel="next"]',
    pages: '.pg a',
    currentPage: '.pg strong',
    edited: 'i.pstatus',
    gone: '.locked',
    drop: (element) => has(element, /\bpstatus\b|\baimg_tip\b|\btip\b|\bjammer\b/) || isDiscuzHead(element),
    quote(element) {
      if (element.name !== 'blockquote') return null
      const head = first(element, isDiscuzHead)
      const link = first(element, (one) => /[?&]pid=\d+/.test(one.attribs.href ?? ''))
      const said = head === null ? null : /^(\S.*?)\s*(?:发表于|發表於|posted (?:on|at)|at)\s/u.exec(inside(head))
      return { author: said?.[1] ?? null, ref: /[?&]pid=(\d+)/.exec(link?.attribs.href ?? '')?.[1] ?? null }
    },
  },
  {
    kind: 'yabb',
    name: 'YaBB',
    marker: /YaBB/,
    postMarker: /class="message"/,
    post: '.displaycontainer:has(.message)',
    id: (block) => attribute(block, 'a[name]', 'name'),
    author: (block) => wordsAt(block, 'a[href*="action=viewprofile"]') ?? wordsAt(block, '.userinfo b'),
    time: () => null,
    when: '.catbg .small, span.small, .small',
    body: ['.message'],
    permalink: 'a[href*="num="]',
    title: ['.titlebg a', '.titlebg', 'h1'],
    next: 'link[rel="next"]',
    pages: '.catbg a[href*="num="]',
    currentPage: '.catbg b',
    drop: (element) => {
      const below = after(element)
      const quoted = below?.name === 'br' ? after(below) : below
      return quoted !== null && has(quoted, YABB_QUOTE) && yabbHead(quoted) === element
    },
    quote(element) {
      if (!has(element, YABB_QUOTE)) return null
      const link = yabbLink(yabbHead(element))
      return {
        author: link === null ? null : nameIn(inside(link)),
        ref: /#(\d+)$/.exec(link?.attribs.href ?? '')?.[1] ?? null,
      }
    },
  },
  {
    // It grew out of Simple Machines, and names its parts anew.
    kind: 'elkarte',
    name: 'ElkArte',
    marker: /ElkArte|\belk_/,
    postMarker: /class="postarea2?"/,
    post: 'div:has(> .postarea), div:has(> .postarea2)',
    id: (block) => digits(attribute(block, '.inner[id^="msg_"], .messageContent[id^="msg_"]', 'id') ?? undefined),
    author: (block) => wordsAt(block, '.poster .name, .poster .poster-name'),
    time: (block) => attribute(block, '.keyinfo time[data-timestamp]', 'data-timestamp'),
    when: '.keyinfo h5, .keyinfo',
    body: ['.inner[id^="msg_"]', '.messageContent[id^="msg_"]'],
    permalink: '.keyinfo h5 a[href*="msg"]',
    title: ['.category_header h1', '.post_subject'],
    next: '.pagelinks a[rel="next"], .pagelinks strong + a.navPages, .pagelinks .current_page + li a, link[rel="next"]:not([href*="prev_next"])',
    pages: '.pagelinks a',
    currentPage: '.pagelinks .current_page, .pagelinks strong',
    edited: '.modified',
    drop: (element) => has(element, /quoteheader|\bsignature\b|codeheader|\bmodified\b/),
    quote(element) {
      if (element.name !== 'blockquote') return null
      const above = before(element)
      const inner = first(element, (one) => has(one, /quoteheader/))
      return headIn(inner ?? (above !== null && has(above, /quoteheader/) ? above : null))
    },
  },
  {
    kind: 'wpforo',
    name: 'wpForo',
    marker: /wpforo/,
    postMarker: /class="wpforo-post-content/,
    post: '.post-wrap[id^="post-"]',
    id: (block) => digits(block.element.attribs.id),
    author: (block) => wordsAt(block, '.author-name a, .wpforo-post-author-name a') ?? wordsAt(block, '.author-name'),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    when: '.wpf-post-date, .wpforo-post-date, .wpforo-post-content-top > span',
    score: (block) => number(wordsAt(block, '.wpforo-post-votes-value, .votenum, .wpfvote-num')),
    body: ['.wpforo-post-content'],
    permalink: '.wpforo-post-content-top a[href*="#post-"], a.wpf-post-link',
    anchor: (id) => `post-${id}`,
    title: ['#wpforo-title', '.wpf-head-bar h1', 'h1'],
    next: 'a.wpf-next-button, link[rel="next"]',
    pages: '.wpf-navi a',
    currentPage: '.wpf-navi .wpf-page-info',
    edited: '.wpf-post-edit-wrap, .wpf-edited',
    drop: (element) => has(element, /wpforo-post-quote-author|wpforo-post-signature|wpf-post-edit/),
    quote(element) {
      if (element.name !== 'blockquote' && !has(element, /^wpforo-post-quote$/)) return null
      const { 'data-mention': named, 'data-postid': ref } = element.attribs
      const head = headIn(first(element, (one) => has(one, /wpforo-post-quote-author/)))
      return { author: named ?? head.author?.replace(/^@/, '') ?? null, ref: ref ?? head.ref }
    },
  },
]

/** The line above a post of bbPress that tells its date, which stands outside of it. */
function bbPressHead(element: Element): Element | null {
  const above = before(element)
  if (above !== null && has(above, /\bbbp-(?:reply|topic)-header\b/)) return above
  const below = after(element)
  return below !== null && has(below, /\bbbp-(?:reply|topic)-footer\b/) ? below : null
}

const YABB_QUOTE = /^quote2?$/

/** "Ann wrote on …:", on a line of its own above what she wrote, with a link to where. */
function yabbHead(quote: Element): Element | null {
  const above = before(quote)
  const head = above?.name === 'br' ? before(above) : above
  return yabbLink(head) === null ? null : head
}

function yabbLink(head: Element | null): Element | null {
  const leads = (one: Element) => one.name === 'a' && /[?;&]num=\d+\/\d+/.test(one.attribs.href ?? '')
  if (head === null || !/^(?:a|b|i|span|strong)$/.test(head.name)) return null
  return leads(head) ? head : first(head, leads)
}

/** "Ann posted on …", in grey above the words quoted. */
const isDiscuzHead = (element: Element) =>
  element.name === 'font' && nearestAbove(element, ({ name }) => name === 'blockquote') !== null && isGrey(element)

const isGrey = ({ attribs }: Element) => /^#?999(?:999)?$/.test(attribs.color ?? '')
