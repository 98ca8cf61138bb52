/** What tells the pages of each forum software apart, and where its posts keep what. To add one: a row here. */
import { type Element, isTag } from 'domhandler'
import { textIn } from '../page.ts'
import { allNamed } from '../select.ts'
import {
  attribute,
  before,
  digits,
  first,
  type Forum,
  has,
  headed,
  headIn,
  isHeadOfCode,
  postIn,
  wordsAt,
} from './forum.ts'
import { FORUMOTION } from './forum-forumotion.ts'
import { MYBB } from './forum-mybb.ts'
import { OLDER_FORUMS } from './forum-older.ts'
import { OTHER_FORUMS } from './forum-others.ts'
import { PRINTED } from './forum-print.ts'
import { VBULLETIN } from './forum-vbulletin.ts'

export const FORUMS: Forum[] = [
  ...PRINTED,
  ...OLDER_FORUMS,
  {
    kind: 'xenforo',
    name: 'XenForo',
    marker: /<html[^<>]+id="XF"|data-template="thread_view|XenForo/,
    postMarker: /class="message message--(?:post|article|question)|message--post js-post/,
    post: 'article.message--post, article.js-post[data-content], .message--deleted[data-content]',
    id: (block) => digits(block.element.attribs['data-content'] ?? block.element.attribs.id),
    author: (block) => block.element.attribs['data-author'] || wordsAt(block, '.message-name'),
    time: (block) =>
      attribute(block, '.message-attribution time[datetime], time.u-dt[datetime]', 'datetime') ??
      attribute(block, 'time[data-time]', 'data-time'),
    score: (block) => votes(attribute(block, '.js-voteCount[data-score]', 'data-score')),
    when: '.message-attribution time, .message-attribution',
    body: ['.message-body .bbWrapper', '.message-body', '.message-content'],
    permalink: '.message-attribution a[href*="post-"], a.message-attribution-gadget',
    anchor: (id) => `post-${id}`,
    title: ['h1.p-title-value', '.p-title h1'],
    label: '.label',
    next: 'a.pageNav-jump--next, link[rel="next"]',
    pages: '.pageNav-page a',
    currentPage: '.pageNav-page--current a',
    edited: '.message-lastEdit',
    gone: '.message--deleted, .messageNotice--deleted',
    drop: (element) =>
      has(
        element,
        /bbCodeBlock-(?:title|expandLink|shrinkLink)|message-signature|js-selectToQuoteEnd|bbCodeSpoiler-button|message-lastEdit|contentRow-(?:snippet|minor)/,
      ),
    quote(element) {
      if (element.name !== 'blockquote' || !has(element, /bbCodeBlock--quote/)) return null
      const head = headIn(first(element, (one) => has(one, /bbCodeBlock-title/)))
      return {
        author: element.attribs['data-quote'] || head.author,
        ref: /post:\s*(\d+)/.exec(element.attribs['data-source'] ?? '')?.[1] ?? head.ref,
      }
    },
  },
  ...FORUMOTION,
  {
    kind: 'phpbb',
    name: 'phpBB',
    marker: /phpBB|id="phpbb"|viewtopic\.php/,
    postMarker: /id="(?:p|post_content)\d+"/,
    post: 'div.post[id^="p"]',
    id: (block) => digits(/^p\d+$/.exec(block.element.attribs.id ?? '')?.[0]),
    author: (block) =>
      wordsAt(
        block,
        'p.author .username, p.author .username-coloured, .postprofile .username, .postprofile .username-coloured',
      ) ?? wordsAt(block, 'p.author strong, .postprofile dt strong'),
    time: (block) => attribute(block, 'p.author time[datetime], time[datetime]', 'datetime'),
    when: 'p.author, .post-time, .author',
    body: ['.content', '.postbody'],
    permalink: 'p.author a[href*="#p"], h3 a[href*="#p"]',
    title: ['h2.topic-title', 'h2 a[href*="viewtopic"]', 'h1'],
    next: '.pagination .next a, .pagination a[rel="next"], a.right-box.right, link[rel="next"]',
    pages: '.pagination a',
    currentPage: '.pagination .active span, .pagination strong',
    // "34 posts • Page 1 of 3"
    count: { at: '.pagination', which: 'first' },
    edited: '.notice',
    gone: '.deleted_post_info',
    drop: (element) =>
      element.name === 'cite' ||
      has(element, /signature|attachbox|inline-attachment|\bnotice\b|quote_citation|postauthor/) ||
      isHeadOfCode(element),
    quote: headed(
      (element) => element.name === 'blockquote',
      (one) => one.name === 'cite',
    ),
  },
  ...VBULLETIN,
  {
    kind: 'smf',
    name: 'Simple Machines',
    marker: /Simple Machines|simplemachines\.org|smf_/,
    postMarker: /id="msg_?\d+"/,
    post: '.post_wrapper',
    id: (block) => digits(attribute(block, '[id^="msg_"]', 'id') ?? idAbove(block.element)),
    author: (block) => textIn(allNamed(block.below, '.poster h4 a').at(-1) ?? null) ?? wordsAt(block, '.poster h4'),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    when: '.keyinfo .smalltext, .postinfo .smalltext, .postinfo, .page_number + a, .smalltext',
    body: ['.inner', '.post'],
    permalink:
      '.keyinfo h5 a, .postinfo a[href*="msg"], .subject_title a, a.smalltext[href*="msg"], [id^="subject_"] a',
    title: ['.display_title', '[id^="subject_"]', 'h1'],
    // The "next" of the head is the next topic.
    next: 'a.nav_page:has(.next_page), .pagelinks a[rel="next"], .pagelinks strong + a.navPages, link[rel="next"]:not([href*="prev_next"])',
    pages: '.pagelinks a',
    currentPage: '.pagelinks .current_page, .pagelinks strong',
    clock: '.user time, #inner_wrap time, .user li, #userarea',
    edited: '.modified',
    drop: (element) =>
      element.name === 'cite' ||
      has(element, /quoteheader|quotefooter|topslice_quote|botslice_quote|signature|codeheader|\bmodified\b/),
    quote(element) {
      if (element.name !== 'blockquote' && !has(element, /^quote$/)) return null
      const above = before(element)
      const inner = first(element, (one) => one.name === 'cite' || has(one, /quoteheader/))
      return headIn(inner ?? (above !== null && has(above, /quoteheader/) ? above : null))
    },
  },
  {
    kind: 'invision',
    name: 'Invision Community',
    marker: /data-role=["']breadcrumbList|Invision (?:Community|Power)|ipsComment/,
    postMarker: /id=["']elComment_\d+/,
    post: 'article[id^="elComment_"]',
    id: (block) => digits(block.element.attribs.id),
    author: (block) =>
      wordsAt(block, '.cAuthorPane_author a, .cAuthorPane_author') ??
      wordsAt(block, '.ipsComment_author [itemprop="name"], .ipsComment_author a, .ipsType_sectionHead') ??
      // Version 5 names its parts anew.
      wordsAt(block, '.ipsEntry__username a, .ipsEntry__username, .ipsEntry__author .ipsUsername'),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    score: (block) => votes(attribute(block, '[data-role="voteCount"]', 'data-votecount')),
    when: 'time',
    body: ['[data-role="commentContent"]', '.cPost_contentWrap', '.ipsEntry__content .ipsRichText'],
    permalink: 'a[href*="findComment"], a[href*="comment="]',
    title: ['h1.ipsType_pageTitle .ipsType_break', 'h1.ipsType_pageTitle', 'h1'],
    next: 'link[rel="next"], .ipsPagination_next a, .ipsPagination__next a',
    pages: '.ipsPagination_page a, .ipsPagination__page a',
    currentPage: '.ipsPagination_active a, .ipsPagination__active a',
    edited: '.ipsComment_edited, .ipsEdited, [data-excludequote]',
    gone: '.ipsComment_deleted',
    drop: (element) =>
      'data-excludequote' in element.attribs ||
      has(element, /ipsQuote_citation|ipsSpoiler_header|ipsSignature|ipsComment_edited|ipsEdited/),
    quote(element) {
      if (element.name !== 'blockquote' || !has(element, /ipsQuote/)) return null
      return {
        author: element.attribs['data-ipsquote-username'] ?? null,
        ref: element.attribs['data-ipsquote-contentcommentid'] ?? null,
      }
    },
  },
  {
    kind: 'proboards',
    name: 'ProBoards',
    marker: /proboards/i,
    postMarker: /id="post-\d+"/,
    post: 'tr[id^="post-"]',
    id: (block) => digits(block.element.attribs.id),
    author: (block) => wordsAt(block, 'a.o-user-link, .mini-profile .user-link, .user-guest'),
    time: (block) => attribute(block, 'abbr.time[data-timestamp], .time[data-timestamp]', 'data-timestamp'),
    when: '.info .date, .date',
    body: ['.message'],
    // Quotes lead to other posts.
    permalink: '.content-head a[href*="/post/"]',
    title: ['.title-heading .title', '.title-bar h1', 'h1'],
    next: '.next a[href], link[rel="next"]',
    pages: '.pagination a',
    currentPage: '.pagination .ui-pagination-page.state-selected',
    edited: '.edited_by',
    drop: (element) => has(element, /quote_header|signature|edited_by/),
    quote(element) {
      if (!has(element, /^quote$/)) return null
      const head = headIn(first(element, (one) => has(one, /quote_header/)))
      return {
        author: element.attribs.author?.replace(/^@/, '') || head.author,
        ref: /\/post\/(\d+)/.exec(element.attribs.source ?? '')?.[1] ?? head.ref,
      }
    },
  },
  ...MYBB,
  {
    kind: 'woltlab',
    name: 'WoltLab',
    marker: /WoltLab|woltlab/,
    postMarker: /data-post-id="\d+"|id="post\d+"/,
    post: 'article.wbbPost',
    id: (block) => block.element.attribs['data-post-id'] ?? digits(block.element.attribs.id),
    // Who took a post away is named in its place.
    author: (block) => wordsAt(block, '.messageAuthor .username, .messageSidebar .username'),
    time: (block) =>
      attribute(block, 'time[datetime]', 'datetime') ?? attribute(block, 'woltlab-core-date-time[date]', 'date'),
    when: '.messagePublicationTime, .messageHeader time',
    body: ['.messageText', '.messageBody'],
    permalink: '.messagePublicationTime a, a.permalink, a.messagePublicationTime',
    title: ['h1.contentTitle', '.boxHeadline h1'],
    label: '.badge',
    next: 'link[rel="next"], .pagination .skip a[rel="next"]',
    pages: '.pagination a, .pageNavigation a',
    currentPage: 'woltlab-core-pagination[page], .pagination .active span, .pageNavigation .active span',
    edited: '.messageFooterNote',
    gone: '.messageDeleted',
    drop: (element) => has(element, /quoteBoxIcon|messageSignature/) || isQuoteHead(element),
    quote(element) {
      if (!has(element, /quoteBox(?!\w)/) && element.name !== 'woltlab-quote') return null
      const head = headIn(first(element, isQuoteHead))
      // What the quote cites is an address, or a name where the writer gave none.
      const { cite } = element.attribs
      const named = cite === undefined || URL.canParse(cite) ? null : cite
      return {
        author: element.attribs['data-author'] || named || head.author,
        ref: postIn(element.attribs['data-link']) ?? postIn(cite) ?? head.ref,
      }
    },
  },
  ...OTHER_FORUMS,
]

/** "Quote from Ann", in a box of WoltLab's. */
function isQuoteHead(element: Element): boolean {
  const { parent } = element
  return (
    has(element, /quoteBoxTitle/) ||
    (element.name === 'header' && parent !== null && isTag(parent) && has(parent, /quoteBox/))
  )
}

function idAbove({ parent }: Element): string | undefined {
  return parent !== null && isTag(parent) ? parent.attribs.id : undefined
}

const votes = (said: string | null) => (said !== null && /^-?\d{1,9}$/.test(said) ? Number(said) : null)
