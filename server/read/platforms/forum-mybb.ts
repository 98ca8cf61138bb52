/** Pages of MyBB, whose forums may show a thread as a list with one post of it. */
import type { Element } from 'domhandler'
import { allNamed, firstBelow } from '../select.ts'
import { attribute, digits, type Forum, has, headed, isHeadOfCode, postIn, wordsAt } from './forum.ts'

export const MYBB: Forum[] = [
  {
    kind: 'mybb',
    name: 'MyBB',
    marker: /MyBB|mybb/,
    postMarker: /id="post_\d+"|id="pkind?\d+"/,
    post: 'div.post[id^="post_"], table[id^="post_"]',
    id: (block) => digits(block.element.attribs.id),
    author: (block) =>
      wordsAt(block, '.post_author .largetext a') ?? wordsAt(block, '.post_author .largetext, .post_author strong'),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    when: '.post_date, .post_head, .tcat .smalltext',
    body: ['.post_body'],
    permalink: '.post_head a[href*="pid"], .post_head a, .tcat a[href*="pid"]',
    title: ['.thead > div > strong', '.thead > strong', 'h1'],
    next: 'a.pagination_next, link[rel="next"]',
    pages: '.pagination a',
    currentPage: '.pagination_current',
    clock: '#current_time, #panel > span',
    threaded: { listed: listedIn, linear: 'a[href*="mode=linear"]' },
    edited: '.edited_post, .tcat .smalltext .smalltext',
    gone: '.post_deleted, .deleted_post_hidden',
    drop: (element) =>
      element.name === 'cite' || has(element, /signature|post_edit|edited_post/) || isHeadOfCode(element),
    quote: headed(
      (element) => element.name === 'blockquote',
      (one) => one.name === 'cite',
    ),
  },
]

/** "RE: Ferries - by Ann - 05-01-2026, 09:00 AM", further in the deeper it stands. */
function listedIn(outside: Element[]): string[] {
  return allNamed(outside, 'div[style*="margin-left"]:has(> .smalltext)').flatMap((line) => {
    const id = postIn(firstBelow(line, 'a[href*="#pid"]')?.attribs.href)
    return id === null ? [] : [id]
  })
}
