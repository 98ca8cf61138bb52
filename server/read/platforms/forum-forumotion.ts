/** Pages of Forumotion, whose forums wear looks of phpBB, PunBB and Invision and one of their own. */
import { attribute, digits, type Forum, has, headed, wordsAt } from './forum.ts'

export const FORUMOTION: Forum[] = [
  {
    kind: 'forumotion',
    name: 'Forumotion',
    marker: /forumotion|illiweb\.com|forumieren|servimg\.com/i,
    postMarker: /class="post[^"]*post--\d/,
    post: 'div.post[class*="post--"], tr.post[class*="post--"]',
    id: (block) =>
      block.element.attribs.id === 'p0'
        ? null
        : digits(block.element.attribs.id ?? postClass(block.element.attribs.class)),
    author: (block) =>
      wordsAt(block, 'p.author strong, .author strong, .name strong') ??
      wordsAt(block, '.postprofile strong, .username, .postprofile-name'),
    time: (block) => attribute(block, 'time[datetime]', 'datetime'),
    when: 'p.author, .topic-date, .postdate, .post-date, .posthead, .postbody-head, .postdetails, .author',
    // Votes stand before the words, and the note of an edit behind them.
    body: [
      '.entry-content > div:not(.vote)',
      '.post-entry > div',
      '.postbody .content',
      '.content',
      '.post-content',
      '.postbody',
    ],
    permalink: 'h3 a[href*="#"], .posthead h2 a[href*="#"], .topic-title a',
    title: [
      '.topic-title',
      'h1.page-title',
      'h2.topic-title',
      '.pun-crumbs strong',
      '.maintitle h1, .maintitle h2',
      'h1',
      'h3',
    ],
    next: 'link[rel="next"], .pagination .next a, a.pag-img[href*="-"]:has(img[alt*="next" i], [class*="right"])',
    pages: '.pagination a, .paging a',
    currentPage: '.pagination strong, .paging strong',
    drop: (element) => has(element, /signature|quote-title|attachbox/) || element.name === 'cite',
    quote: headed(
      (element) => element.name === 'blockquote' || has(element, /\bquote\b/),
      (one) => one.name === 'cite' || has(one, /quote-title/),
    ),
  },
]

function postClass(classes: string | undefined): string | undefined {
  return /post--\d+/.exec(classes ?? '')?.[0]
}
