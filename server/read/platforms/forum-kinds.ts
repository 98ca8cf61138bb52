/** What tells the pages of each forum software apart, and where its posts keep what. To add one: a row here. */
import { type Element, isTag, isText } from 'domhandler'
import type { HtmlReading } from '../../text/html-to-text.ts'
import { type Found, wordsOf } from '../page.ts'

export interface Forum {
  kind: string
  name: string
  marker: RegExp
  /** What the source must hold so that there is a post to find. */
  postMarker: RegExp
  post: string
  id(block: Found): string | null
  author(block: Found): string | null
  /** Exact times only; local and relative ones count as none. */
  time(block: Found): string | null
  body: string
  permalink: string
  title: string
  next: string
  pages: string
  currentPage: string
  drop: NonNullable<HtmlReading['drop']>
  quote: NonNullable<HtmlReading['quote']>
}

const has = (element: Element, name: RegExp) => name.test(element.attribs.class ?? '')

/** Text inside an element, for the short heads of quotes. */
function inside(element: Element): string {
  return element.children
    .map((child) => (isText(child) ? child.data : isTag(child) ? inside(child) : ''))
    .join('')
    .trim()
}

function first(element: Element, is: (element: Element) => boolean): Element | null {
  const todo = element.children.filter(isTag).reverse()
  for (let next = todo.pop(), seen = 0; next !== undefined && seen < 200; next = todo.pop(), seen++) {
    if (is(next)) return next
    todo.push(...next.children.filter(isTag).toReversed())
  }
  return null
}

/** "Ann wrote:", "Zitat von Ann", "Quote from: Ann on …": the name without the words around it. */
export function nameIn(head: string): string | null {
  const name = head
    .replace(/\s+/g, ' ')
    .replace(/^(?:quote(?: from)?:?|zitat(?: von)?:?|citation de:?|originally posted by|posted by|cita de:?)\s*/i, '')
    .replace(
      /\s*(?:(?:wrote|said|posted|hat geschrieben|schrieb|hat gesagt|a écrit|a dit|escribió|ha scritto|schreef|napisał\(?a?\)?|skrev|escreveu)\b.*|\bon \w+ \d.*|[↑:»]+.*)$/i,
      '',
    )
    .trim()
  return name === '' || name.length > 60 ? null : name
}

const digits = (value: string | undefined) => /\d+/.exec(value ?? '')?.[0] ?? null
const attribute = (block: Found, selector: string, name: string) => block.find(selector).first().attr(name) ?? null

/** A quote whose head is its own element and may link the post it is from. */
function headed(
  is: (element: Element) => boolean,
  head: (element: Element) => boolean,
): NonNullable<HtmlReading['quote']> {
  return (element) => {
    if (!is(element)) return null
    const top = first(element, head)
    const link = top === null ? null : first(top, (one) => one.name === 'a' && one.attribs.href !== undefined)
    const href = link?.attribs.href ?? ''
    const strong = top === null ? null : first(top, (one) => one.name === 'strong' || one.name === 'b')
    const ref = /(?:#(?:p|post|msg|pid|entry|comment-?)?|[?&](?:p|pid)=|post)(\d+)(?!.*\d)/.exec(href)?.[1] ?? null
    return { author: top === null ? null : nameIn(inside(strong ?? top)), ref }
  }
}

const none: Pick<Forum, 'drop' | 'quote'> = { drop: () => false, quote: () => null }

export const FORUMS: Forum[] = [
  {
    kind: 'xenforo',
    name: 'XenForo',
    marker: /<html[^>]+id="XF"|data-template="thread_view|XenForo/,
    postMarker: /class="message message--post|message--post js-post/,
    post: 'article.message--post',
    id: (block) => digits(block.attr('data-content') ?? block.attr('id')),
    author: (block) => block.attr('data-author') || wordsOf(block.find('.message-name').first()),
    time: (block) => attribute(block, '.message-attribution time[datetime], time.u-dt[datetime]', 'datetime'),
    body: '.message-body .bbWrapper, .message-body',
    permalink: '.message-attribution a[href*="post-"], a.message-attribution-gadget',
    title: 'h1.p-title-value, .p-title h1',
    next: 'a.pageNav-jump--next, link[rel="next"]',
    pages: '.pageNav-page a',
    currentPage: '.pageNav-page--current a',
    drop: (element) =>
      has(
        element,
        /bbCodeBlock-(?:title|expandLink|shrinkLink)|message-signature|js-selectToQuoteEnd|bbCodeSpoiler-button/,
      ),
    quote(element) {
      if (element.name !== 'blockquote' || !has(element, /bbCodeBlock--quote/)) return null
      return {
        author: element.attribs['data-quote'] || null,
        ref: /post:\s*(\d+)/.exec(element.attribs['data-source'] ?? '')?.[1] ?? null,
      }
    },
  },
  {
    kind: 'forumotion',
    name: 'Forumotion',
    marker: /forumotion|illiweb\.com|forumieren|servimg\.com/i,
    postMarker: /class="post[^"]*post--\d/,
    post: 'div.post[class*="post--"]',
    id: (block) => (block.attr('id') === 'p0' ? null : digits(block.attr('id'))),
    author: (block) =>
      wordsOf(block.find('p.author strong, .author strong').first()) ??
      wordsOf(block.find('.postprofile strong').first()),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    body: '.post-entry > div, .content, .postbody .content',
    permalink: 'h3 a[href*="#"], .topic-title a',
    title: '.topic-title, h1.page-title, h2.topic-title, h1, h3',
    next: 'link[rel="next"], .pagination .next a, a.pag-img[href*="-"]:has(img[alt*="next" i])',
    pages: '.pagination a',
    currentPage: '.pagination strong',
    drop: (element) => has(element, /signature|quote-title|attachbox/) || element.name === 'cite',
    quote: headed(
      (element) => element.name === 'blockquote' || has(element, /\bquote\b/),
      (one) => one.name === 'cite' || has(one, /quote-title/),
    ),
  },
  {
    kind: 'phpbb',
    name: 'phpBB',
    marker: /phpBB|id="phpbb"|viewtopic\.php/,
    postMarker: /id="(?:p|post_content)\d+"/,
    post: 'div.post[id^="p"]',
    id: (block) => digits(/^p\d+$/.exec(block.attr('id') ?? '')?.[0]),
    author: (block) =>
      wordsOf(
        block
          .find(
            'p.author .username, p.author .username-coloured, .postprofile .username, .postprofile .username-coloured',
          )
          .first(),
      ),
    time: (block) => attribute(block, 'p.author time[datetime], time[datetime]', 'datetime'),
    body: '.content',
    permalink: 'p.author a[href*="#p"], h3 a[href*="#p"]',
    title: 'h2.topic-title, h2 a[href*="viewtopic"], h1',
    next: '.pagination .next a, .pagination a[rel="next"], link[rel="next"]',
    pages: '.pagination a',
    currentPage: '.pagination .active span, .pagination strong',
    drop: (element) => element.name === 'cite' || has(element, /signature|attachbox|\bnotice\b/),
    quote: headed(
      (element) => element.name === 'blockquote',
      (one) => one.name === 'cite',
    ),
  },
  {
    kind: 'vbulletin',
    name: 'vBulletin',
    marker: /vbulletin|vBulletin/,
    postMarker: /id="post_(?:message_)?\d+"/,
    post: 'li[id^="post_"], table[id^="post"]',
    id: (block) => digits(/^post_?\d+$/.exec(block.attr('id') ?? '')?.[0]),
    author: (block) => wordsOf(block.find('a.username, .username_container strong, a.bigusername').first()),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    body: '.postcontent, [id^="post_message_"]',
    permalink: 'a.postcounter',
    title: '.threadtitle a, .threadtitle, #pagetitle h1, h1',
    next: 'a[rel="next"], link[rel="next"]',
    pages: '.pagination a, .pagenav a',
    currentPage: '.pagination .selected a, .pagenav .alt2 strong',
    drop: (element) => has(element, /bbcode_postedby|signature|tapatalkSignatur|bbcode_quote_container/),
    quote: headed(
      (element) => has(element, /^bbcode_quote$/),
      (one) => has(one, /bbcode_postedby/),
    ),
  },
  {
    kind: 'vbulletin5',
    name: 'vBulletin',
    marker: /content="vBulletin 5|js-post__content-text/,
    postMarker: /b-post[^"]*"[^>]*data-node-id|data-node-id="\d+"/,
    post: 'li.b-post[data-node-id]',
    id: (block) => block.attr('data-node-id') ?? null,
    author: (block) => wordsOf(block.find('.author a, .author').first()),
    time: (block) => attribute(block, 'time[itemprop="dateCreated"]', 'datetime'),
    body: '.js-post__content-text',
    permalink: 'a.b-post__count',
    title: 'h1.main-title, h1',
    next: 'a.right-arrow, link[rel="next"]',
    pages: '.pagenav a',
    currentPage: '.pagenav .primary',
    drop: (element) => has(element, /bbcode_postedby|signature/),
    quote: headed(
      (element) => has(element, /bbcode_quote(?!_)/),
      (one) => has(one, /bbcode_postedby/),
    ),
  },
  {
    kind: 'smf',
    name: 'Simple Machines',
    marker: /Simple Machines|simplemachines\.org|smf_/,
    postMarker: /id="msg_?\d+"/,
    post: '.post_wrapper, #forumposts .windowbg, #forumposts .windowbg2',
    id: (block) => digits(block.find('[id^="msg_"]').first().attr('id') ?? block.parent().attr('id')),
    author: (block) => wordsOf(block.find('.poster h4 a, .poster h4').first()),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    body: '.inner',
    permalink: '.keyinfo h5 a, a.smalltext[href*="msg"]',
    title: '#top_subject, .display_title, h1, h5',
    next: 'a.nav_page:has(.next_page), .pagelinks a[rel="next"], link[rel="next"]',
    pages: '.pagelinks a',
    currentPage: '.pagelinks .current_page, .pagelinks strong',
    drop: (element) =>
      element.name === 'cite' || has(element, /quoteheader|topslice_quote|botslice_quote|signature|codeheader/),
    quote: headed(
      (element) => element.name === 'blockquote',
      (one) => one.name === 'cite' || has(one, /quoteheader/),
    ),
  },
  {
    kind: 'invision',
    name: 'Invision Community',
    marker: /data-role=["']breadcrumbList|Invision (?:Community|Power)|ipsComment/,
    postMarker: /id=["']elComment_\d+/,
    post: 'article[id^="elComment_"]',
    id: (block) => digits(block.attr('id')),
    author: (block) => wordsOf(block.find('.cAuthorPane_author a, .cAuthorPane_author').first()),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    body: '[data-role="commentContent"]',
    permalink: 'a[href*="findComment"], a[href*="comment="]',
    title: 'h1.ipsType_pageTitle, h1',
    next: 'link[rel="next"], .ipsPagination_next a',
    pages: '.ipsPagination_page a',
    currentPage: '.ipsPagination_active a',
    drop: (element) => has(element, /ipsQuote_citation|ipsSignature/),
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
    id: (block) => digits(block.attr('id')),
    author: (block) => wordsOf(block.find('a.o-user-link, .mini-profile .user-link').first()),
    time: (block) => attribute(block, 'abbr.time[data-timestamp]', 'data-timestamp'),
    body: '.message',
    permalink: 'a[href*="/post/"]',
    title: '.title-heading .title, h1',
    next: '.next a[href], link[rel="next"]',
    pages: '.pagination a',
    currentPage: '.pagination .ui-pagination-page.state-selected',
    drop: (element) => has(element, /quote_header|signature/),
    quote: headed(
      (element) => has(element, /^quote$/),
      (one) => has(one, /quote_header/),
    ),
  },
  {
    kind: 'mybb',
    name: 'MyBB',
    marker: /MyBB|mybb/,
    postMarker: /id="post_\d+"|id="pkind?\d+"/,
    post: 'div.post[id^="post_"]',
    id: (block) => digits(block.attr('id')),
    author: (block) => wordsOf(block.find('.post_author .largetext a, .post_author .largetext').first()),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    body: '.post_body',
    permalink: '.post_head a[href*="pid"], .post_head a',
    title: '.thead strong, h1',
    next: 'a.pagination_next, link[rel="next"]',
    pages: '.pagination a',
    currentPage: '.pagination_current',
    drop: (element) => element.name === 'cite' || has(element, /signature|post_edit/),
    quote: headed(
      (element) => element.name === 'blockquote' && has(element, /mycode_quote/),
      (one) => one.name === 'cite',
    ),
  },
  {
    kind: 'woltlab',
    name: 'WoltLab',
    marker: /WoltLab|woltlab/,
    postMarker: /data-post-id="\d+"|id="post\d+"/,
    post: 'article.wbbPost',
    id: (block) => block.attr('data-post-id') ?? digits(block.attr('id')),
    author: (block) => wordsOf(block.find('.messageAuthor .username, .username').first()),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    body: '.messageText',
    permalink: '.messagePublicationTime a, a.permalink',
    title: 'h1.contentTitle',
    next: 'link[rel="next"], .pagination .skip a[rel="next"]',
    pages: '.pagination a',
    currentPage: '.pagination .active span',
    drop: (element) => has(element, /quoteBoxIcon|quoteBoxTitle|messageSignature/),
    quote(element) {
      if (!has(element, /quoteBox/)) return null
      return {
        author: element.attribs['data-author'] ?? null,
        ref: /[?&]postID=(\d+)/.exec(element.attribs['data-link'] ?? '')?.[1] ?? null,
      }
    },
  },
  {
    kind: 'askbot',
    name: 'Askbot',
    marker: /askbot/,
    postMarker: /data-post-id="\d+"|id="post-id-\d+"/,
    post: '.post.question, .post.answer, div.question[data-post-id], div.answer[data-post-id], .js-question, .js-answer',
    id: (block) => digits(block.attr('data-post-id') ?? block.find('[id^="post-id-"]').first().attr('id')),
    author: (block) => wordsOf(block.find('.post-update-info .user-info a').first()),
    time: (block) => attribute(block, '.post-update-info abbr.timeago', 'title'),
    body: '.snippet, .post-body .js-editable-content',
    permalink: '.answer-permalink, a.permant-link',
    title: '#post-title h1, h1',
    next: '.paginator .next a, link[rel="next"]',
    pages: '.paginator .page a',
    currentPage: '.paginator .curr',
    ...none,
  },
]
