/** Pages of vBulletin: 5, 4 and 3, whose posts are tables. */
import type { Element } from 'domhandler'
import { allNamed } from '../select.ts'
import { attribute, digits, first, type Forum, has, headed, headIn, inside, isQuoteLabel, wordsAt } from './forum.ts'

export const VBULLETIN: Forum[] = [
  {
    kind: 'vbulletin5',
    name: 'vBulletin',
    marker: /content="vBulletin 5|js-post__content-text/,
    postMarker: /b-post[^"<>]{0,200}"[^<>]{0,1000}data-node-id|data-node-id="\d+"/,
    // Comments on a post stand inside it.
    post: 'li.b-post[data-node-id], li[class*="comment"][data-node-id]',
    id: (block) => block.element.attribs['data-node-id'] ?? null,
    // What is marked as the author holds all that is told of them.
    author: (block) =>
      wordsAt(block, '.author a') ??
      wordsAt(block, '.author') ??
      wordsAt(block, '[itemprop="author"] [itemprop="name"]'),
    time: (block) => attribute(block, 'time[itemprop="dateCreated"], time[datetime]', 'datetime'),
    when: '.b-post__timestamp, time',
    body: [
      '.js-post__content-text',
      '[class*="comment__content-text"]',
      '[itemprop="text"]',
      '[class*="comment__content"]',
    ],
    permalink: 'a.b-post__count[href*="p"]',
    anchor: (id) => `post${id}`,
    title: ['h1.main-title', 'h1'],
    next: 'a.right-arrow, a.js-pagenav-next-button, link[rel="next"]',
    pages: '.pagenav a',
    currentPage: '.js-pagenav-current-button, .pagenav .primary',
    edited: '.post-edited, .b-post__edit',
    gone: '.b-post--deleted',
    drop: (element) => has(element, /bbcode_postedby|signature|post-edited|b-post__edit/),
    quote: headed(
      (element) => has(element, /bbcode_quote(?!_)/),
      (one) => has(one, /bbcode_postedby/),
    ),
  },
  {
    kind: 'vbulletin',
    name: 'vBulletin',
    marker: /vbulletin|vBulletin/,
    postMarker: /id="post_?(?:message_)?\d+"/,
    // One theme draws the tables as elements without meaning.
    post: 'li[id^="post_"], table[id^="post"], div[id^="post"]:has(> .tpost)',
    id: (block) => digits(/^post_?\d+$/.exec(block.element.attribs.id ?? '')?.[0]),
    author: (block) =>
      wordsAt(block, 'a.username, .username_container .username, .username_container strong, a.bigusername') ??
      wordsAt(block, '[id^="postmenu_"]'),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    when: '.postdate .date, .postdate, .date, td.thead, .thead .tcell, .thead .normal, .userstats dd',
    body: ['.postcontent', '[id^="post_message_"]'],
    permalink: 'a.postcounter, a[title="Link to this Post"], a[id^="postcount"]',
    title: ['.threadtitle a', '.threadtitle', '.navbar strong', 'h1:not(:has(.threadtitle))'],
    next: 'a[rel="next"], link[rel="next"]',
    pages: '.pagination a, .pagenav a',
    currentPage: '.pagination .selected a, .pagenav .alt2 strong',
    // "Results 1 to 20 of 693"
    count: { at: '.postpagestats, .pagenav .alt2 [title]', which: 'last' },
    threaded: { listed: listedIn, linear: 'a[href*="mode=linear"]' },
    edited: '.lastedited, [id^="td_post_"] .smallfont .time',
    gone: '.postbitdeleted',
    drop: (element) =>
      has(element, /bbcode_postedby|signature|tapatalkSignatur|bbcode_quote_container|lastedited/) ||
      isQuoteLabel(element),
    quote(element) {
      if (has(element, /^bbcode_quote$/)) return headIn(first(element, (one) => has(one, /bbcode_postedby/)))
      return /^(?:td|div)$/.test(element.name) && has(element, /\balt2\b/) ? headIn(first(element, isQuoteLabel)) : null
    },
  },
]

/** In threaded and hybrid mode a script draws the list, a line per post: `writeLink(12, 1, 0, 3, "T", "Re: Ferries", …)`. */
function listedIn(outside: Element[]): string[] {
  return allNamed(outside, 'script').flatMap((script) =>
    [...inside(script).matchAll(/\bwriteLink\(\s*"?(\d{1,12})"?\s*,/g)].map(([, id]) => id as string),
  )
}
