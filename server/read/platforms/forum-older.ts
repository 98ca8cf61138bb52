/** Pages of forum software of the years before: XenForo 1, phpBB 2 and its looks in 3, PunBB and its heirs, Invision 2 and 3, WoltLab 3, Simple Machines 1. */
import { type Element, isTag } from 'domhandler'
import { nearestAbove } from '../select.ts'
import { attribute, before, digits, first, type Forum, has, headed, headIn, inside, wordsAt } from './forum.ts'

export const OLDER_FORUMS: Forum[] = [
  {
    kind: 'xenforo1',
    name: 'XenForo',
    marker: /<html[^<>]+id="XenForo"/,
    postMarker: /<li id="post-\d+"/,
    post: 'li.message[id^="post-"]',
    id: (block) => digits(block.element.attribs.id),
    author: (block) => block.element.attribs['data-author'] || wordsAt(block, '.username'),
    time: (block) => attribute(block, '.messageMeta abbr.DateTime[data-time]', 'data-time'),
    when: '.messageMeta .DateTime',
    body: ['.messageText'],
    permalink: 'a.postNumber, a.datePermalink',
    title: ['.titleBar h1', 'h1'],
    label: '.prefix',
    next: 'link[rel="next"], .PageNav a.text:last-child',
    pages: '.PageNav nav a',
    currentPage: '.PageNav a.currentPage',
    edited: '.editDate',
    gone: 'li.deleted',
    drop: (element) => has(element, /\battribution\b|messageTextEndMarker|quoteExpand|signature/),
    quote(element) {
      if (!has(element, /quoteContainer/)) return null
      const whole = nearestAbove(element, (above) => has(above, /bbCodeQuote/))
      const link = whole === null ? null : first(whole, (one) => has(one, /AttributionLink/))
      return {
        author: whole?.attribs['data-author'] || null,
        ref: digits(/post\?id=\d+|#post-\d+/.exec(link?.attribs.href ?? '')?.[0]),
      }
    },
  },
  {
    kind: 'phpbb2',
    name: 'phpBB',
    marker: /class="forumline"/,
    postMarker: /class="postbody"/,
    post: 'table.forumline tr:has(.postbody):has(.name)',
    id: (block) => attribute(block, '.name a[name], a[name]', 'name') ?? null,
    author: (block) => wordsAt(block, '.name b, .name'),
    time: () => null,
    when: 'td.row1 .postdetails, td.row2 .postdetails, .postdetails',
    // Words stand in several of these, around tables that hold quotes.
    body: ['td:has(> .postbody)', '.postbody'],
    permalink: 'a[href*="viewtopic.php?p="]',
    title: ['a.maintitle', 'h1', 'h2'],
    next: 'link[rel="next"], .gensmall b b + a[href*="start="], .nav b + a[href*="start="]',
    pages: '.gensmall a[href*="viewtopic"], .nav a[href*="viewtopic"]',
    // "Goto page 1, 2, 3", and "Page 1 of 3" below.
    currentPage: '.gensmall b b, .nav b',
    edited: 'td:has(> .postbody) > .gensmall',
    signature: /^_{8,}$/m,
    drop: (element) => has(element, /genmed|gensmall|postdetails/),
    quote(element) {
      if (!has(element, /^quote$/)) return null
      const table = nearestAbove(element, (one) => one.name === 'table')
      return headIn(table === null ? null : first(table, (one) => has(one, /genmed/)))
    },
  },
  {
    kind: 'phpbb-subsilver',
    name: 'phpBB',
    marker: /class="tablebg"/,
    postMarker: /class="postauthor"/,
    post: 'table.tablebg:has(.postauthor)',
    id: (block) => digits(attribute(block, 'a[name^="p"]', 'name') ?? undefined),
    author: (block) => wordsAt(block, '.postauthor'),
    time: () => null,
    when: 'td.gensmall div + div, td.gensmall',
    body: ['.postbody'],
    permalink: 'a[href*="#p"]',
    title: ['a.titles', 'h2'],
    next: 'td.gensmall strong + a[href*="start="], link[rel="next"]',
    pages: 'td.gensmall a[href*="viewtopic"]',
    currentPage: 'td.nav strong',
    edited: '.postbody ~ .gensmall',
    drop: (element) => has(element, /quotetitle|codetitle|attachtitle|attachcontent/),
    quote(element) {
      if (!has(element, /^quotecontent$/)) return null
      const above = before(element)
      return headIn(above !== null && has(above, /quotetitle/) ? above : null)
    },
  },
  {
    kind: 'punbb',
    name: 'FluxBB',
    marker: /FluxBB|PunBB|class="pun"/,
    postMarker: /class="blockpost/,
    post: 'div.blockpost[id^="p"]',
    id: (block) => digits(block.element.attribs.id),
    author: (block) => wordsAt(block, '.postleft dt strong, .postleft dt'),
    time: () => null,
    when: 'h2 a, h2',
    body: ['.postmsg'],
    permalink: 'h2 a[href*="#p"]',
    title: ['.firstpost .postright h3'],
    next: 'link[rel="next"], .pagelink a[rel="next"]',
    pages: '.pagelink a',
    currentPage: '.pagelink strong, .pagelink .item1',
    edited: '.postedit',
    drop: (element) => element.name === 'cite' || has(element, /postedit|postsignature/),
    quote: boxed,
  },
  {
    kind: 'punbb14',
    name: 'PunBB',
    marker: /PunBB|id="brd-viewtopic"/,
    postMarker: /class="posthead"[\s\S]*class="entry-content"/,
    post: 'div.post:has(.entry-content)',
    id: (block) => digits(attribute(block, '.posthead[id^="p"]', 'id') ?? undefined),
    author: (block) => wordsAt(block, '.author-ident .username, .post-byline strong, .post-byline a'),
    time: () => null,
    when: '.post-link',
    body: ['.entry-content'],
    permalink: 'a.permalink',
    title: ['.main-title', 'h1'],
    next: 'link[rel="next"], .paging a[rel="next"]',
    pages: '.paging a',
    currentPage: '.paging strong',
    edited: '.lastedit',
    drop: (element) => element.name === 'cite' || has(element, /lastedit|sig-content/),
    quote: boxed,
  },
  {
    kind: 'invision2',
    name: 'Invision Power Board',
    marker: /ipbwrapper|ipbtable|IP\.Board|Invision Power/,
    postMarker: /class=["']postcolor["']/,
    post: 'table:has(> tbody > tr > td > .postcolor), table:has(> tr > td > .postcolor)',
    id: (block) => digits(attribute(block, '.postcolor[id^="post-"]', 'id') ?? undefined),
    author: (block) => wordsAt(block, '.normalname a, .normalname, .unreg'),
    time: () => null,
    when: '.postdetails',
    body: ['.postcolor'],
    permalink: 'a[href*="findpost"]',
    title: ['.maintitle b', '.maintitle'],
    next: 'link[rel="next"], .pagecurrent + .pagelink a',
    pages: '.pagelink a',
    currentPage: '.pagecurrent',
    clock: '#gfooter',
    edited: '.edit',
    drop: (element) => has(element, /quotetop|codetop|^edit$/),
    quote(element) {
      if (!has(element, /quotemain/)) return null
      const above = before(element)
      if (above === null || !has(above, /quotetop/)) return { author: null, ref: null }
      // "QUOTE(Ann @ May 1 2026, 09:00 AM)"
      return { author: /\(([^()@]+?)\s*@/.exec(inside(above))?.[1] ?? null, ref: headIn(above).ref }
    },
  },
  {
    kind: 'invision3',
    name: 'Invision Community',
    marker: /ipboard|IP\.Board|Invision Power/,
    postMarker: /id=["']post_id_\d+/,
    post: '.post_block[id^="post_id_"]',
    id: (block) => digits(block.element.attribs.id),
    author: (block) => wordsAt(block, '.author [itemprop="name"], .author a, .author'),
    time: (block) => attribute(block, 'abbr.published[title]', 'title'),
    when: '.published, .posted_info',
    body: ['.post.entry-content', '.entry-content'],
    permalink: 'a[itemprop="replyToUrl"], a[href*="findpost"], a[rel="bookmark"]',
    title: ['h1.ipsType_pagetitle', 'h1'],
    next: 'link[rel="next"], .pagination .next a, a[rel="next"]',
    pages: '.pagination .page a',
    currentPage: '.pagination .active',
    edited: 'p.edit',
    drop: (element) => has(element, /citation|signature|edit\b/),
    quote(element) {
      if (!has(element, /ipsBlockquote|^blockquote$/)) return null
      const above = before(element)
      const head = above !== null && has(above, /citation/) ? above : null
      // "Ann, on 01 May 2026 - 09:00 AM, said:"
      const said = head === null ? null : /^(.+?), on /.exec(inside(head))?.[1]
      return {
        author: element.attribs['data-author'] ?? said ?? null,
        ref: digits(element.attribs['data-cid']) ?? headIn(head).ref,
      }
    },
  },
  {
    kind: 'woltlab3',
    name: 'WoltLab',
    marker: /Burning Board|WoltLab|woltlab/,
    postMarker: /id="postRow\d+"/,
    post: 'div[id^="postRow"]',
    id: (block) => digits(block.element.attribs.id),
    author: (block) => wordsAt(block, '.userName'),
    time: () => null,
    when: '.messageHeader .light, .messageHeader',
    body: ['[id^="postText"]', '.messageBody'],
    permalink: 'a.messageNumber',
    title: ['.headlineContainer h2 a', '.headlineContainer h2', '.messageTitle'],
    next: 'link[rel="next"], .pageNavigation .active + li a',
    pages: '.pageNavigation a',
    currentPage: '.pageNavigation .active span',
    edited: '.editNote',
    drop: (element) => has(element, /quoteHeader|signature|editNote/),
    quote: headed(
      (element) => has(element, /quoteBox/),
      (one) => has(one, /quoteHeader/),
    ),
  },
  {
    kind: 'smf1',
    name: 'Simple Machines',
    marker: /Simple Machines|simplemachines\.org|smf_/,
    postMarker: /^(?![\s\S]*class="post_wrapper")[\s\S]*id="subject_\d+"/,
    post: 'td.windowbg > table:has([id^="subject_"]), td.windowbg2 > table:has([id^="subject_"])',
    id: (block) => digits(attribute(block, '[id^="subject_"]', 'id') ?? undefined),
    author: (block) => wordsAt(block, 'td b a, td b'),
    time: () => null,
    when: '[id^="subject_"] + .smalltext, .smalltext',
    body: ['.post'],
    permalink: '[id^="subject_"] a',
    title: ['[id^="subject_"]', '#top_subject', 'h1'],
    // The "next" of the head is the next topic.
    next: '.middletext b + a.navPages, link[rel="next"]:not([href*="prev_next"])',
    pages: '.middletext a.navPages, a.navPages',
    currentPage: '.middletext b',
    clock: '.titlebg2, .middletext, td.smalltext',
    edited: '[id^="modified_"]',
    drop: (element) => has(element, /quoteheader|signature|codeheader/),
    quote(element) {
      if (!has(element, /^quote$/)) return null
      const above = before(element)
      return headIn(above !== null && has(above, /quoteheader/) ? above : null)
    },
  },
]

/** A quote in a box, whose head stands beside the quoted words. */
function boxed(element: Element): { author: string | null; ref: string | null } | null {
  const above = element.name === 'blockquote' ? element.parent : null
  const box = above !== null && isTag(above) && has(above, /quotebox/) ? above : element
  if (box === element && element.name !== 'blockquote' && !has(element, /quotebox/)) return null
  return headIn(first(box, (one) => one.name === 'cite'))
}
