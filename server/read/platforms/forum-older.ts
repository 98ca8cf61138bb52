/** Pages of forum software of the years before: XenForo 1, phpBB 2, PunBB and its heirs, Invision 3. */
import { wordsOf } from '../page.ts'
import { nearestAbove } from '../select.ts'
import { attribute, digits, first, type Forum, has, headed } from './forum.ts'

export const OLDER_FORUMS: Forum[] = [
  {
    kind: 'xenforo1',
    name: 'XenForo',
    marker: /<html[^>]+id="XenForo"/,
    postMarker: /<li id="post-\d+"/,
    post: 'li.message[id^="post-"]',
    id: (block) => digits(block.attr('id')),
    author: (block) => block.attr('data-author') || wordsOf(block.find('.username').first()),
    time: (block) => attribute(block, '.messageMeta abbr.DateTime[data-time]', 'data-time'),
    body: '.messageText',
    permalink: 'a.postNumber, a.datePermalink',
    title: '.titleBar h1, h1',
    next: 'link[rel="next"], .PageNav a.text:last-child',
    pages: '.PageNav nav a',
    currentPage: '.PageNav a.currentPage',
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
    id: (block) => block.find('.name a[name], a[name]').first().attr('name') ?? null,
    author: (block) => wordsOf(block.find('.name b, .name').first()),
    time: () => null,
    body: '.postbody',
    permalink: 'a[href*="viewtopic.php?p="]',
    title: 'a.maintitle, h1, h2',
    next: 'link[rel="next"]',
    pages: '.gensmall a[href*="start="], .nav a[href*="start="]',
    currentPage: '.nav b + b',
    drop: (element) => has(element, /genmed|gensmall|postdetails/),
    quote: headed(
      (element) => has(element, /^quote$/),
      () => false,
    ),
  },
  {
    kind: 'punbb',
    name: 'FluxBB',
    marker: /FluxBB|PunBB|class="pun"/,
    postMarker: /class="blockpost/,
    post: 'div.blockpost[id^="p"]',
    id: (block) => digits(block.attr('id')),
    author: (block) => wordsOf(block.find('.postleft dt strong, .postleft dt').first()),
    time: () => null,
    body: '.postmsg',
    permalink: 'h2 a[href*="#p"]',
    title: '.firstpost .postright h3',
    next: 'link[rel="next"], .pagelink a[rel="next"]',
    pages: '.pagelink a',
    currentPage: '.pagelink strong, .pagelink .item1',
    drop: (element) => element.name === 'cite' || has(element, /postedit|postsignature/),
    quote: headed(
      (element) => has(element, /quotebox/) || element.name === 'blockquote',
      (one) => one.name === 'cite',
    ),
  },
  {
    kind: 'invision3',
    name: 'Invision Community',
    marker: /ipboard|IP\.Board|Invision Power/,
    postMarker: /id=["']post_id_\d+/,
    post: '.post_block[id^="post_id_"]',
    id: (block) => digits(block.attr('id')),
    author: (block) => wordsOf(block.find('.author [itemprop="name"], .author a, .author').first()),
    time: (block) => attribute(block, 'abbr.published[title]', 'title'),
    body: '.post.entry-content, .entry-content',
    permalink: 'a[itemprop="replyToUrl"], a[href*="findpost"], a[rel="bookmark"]',
    title: 'h1.ipsType_pagetitle, h1',
    next: 'link[rel="next"], .pagination .next a',
    pages: '.pagination .page a',
    currentPage: '.pagination .active',
    drop: (element) => has(element, /citation|signature|edit\b/),
    quote: (element) =>
      element.name === 'blockquote' && has(element, /ipsBlockquote/)
        ? { author: element.attribs['data-author'] ?? null, ref: digits(element.attribs['data-cid']) }
        : null,
  },
]
