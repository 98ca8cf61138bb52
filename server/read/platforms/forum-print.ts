/** What forums show to be printed, and to programs that search: all posts of a page, bare, without numbers and links of their own. */
import { type Element, isTag } from 'domhandler'
import { textIn } from '../page.ts'
import { allNamed } from '../select.ts'
import { after, before, type Block, first, type Forum, has, headed, headIn, isQuoteLabel, wordsAt } from './forum.ts'

/** Nothing numbers these posts: they are told apart by who wrote them when, and where on the page. */
const told = (block: Block, author: string | null, when: string) =>
  [placeOf(block.element), wordsAt(block, when) ?? '', author ?? ''].join(' ').trim().replace(/\s+/g, '_')

/** How many elements stand before it, beside it. */
function placeOf(element: Element): number {
  let place = 0
  for (let node = element.prev; node !== null; node = node.prev) if (isTag(node)) place++
  return place
}

const cited = headed(
  (element) => element.name === 'blockquote',
  (one) => one.name === 'cite',
)

/** What all of them lack: marked times, links to single posts. */
const BARE = { time: () => null, permalink: '.no-link', anchor: () => null, pages: '.no-pages' }

export const PRINTED: Forum[] = [
  {
    ...BARE,
    kind: 'phpbb-print',
    name: 'phpBB',
    marker: /id="phpbb"/,
    postMarker: /class="page-number"/,
    post: '#page-body > div.post',
    id: (block) => told(block, wordsAt(block, '.author strong'), '.date strong'),
    author: (block) => wordsAt(block, '.author strong'),
    when: '.date',
    body: ['.content'],
    title: ['#page-header h2'],
    next: 'link[rel="next"]',
    currentPage: '.page-number strong',
    lastPage: '.page-number',
    drop: (element) => element.name === 'cite',
    quote: cited,
  },
  {
    ...BARE,
    kind: 'smf-print',
    name: 'Simple Machines',
    marker: /Simple Machines|simplemachines|\bSMF\b|ElkArte/,
    postMarker: /class="postheader"/,
    post: '.postheader',
    // The words stand after it, beside it.
    head: after,
    id: (block) => told(block, named(block), '.postheader > strong + strong'),
    author: named,
    when: 'strong',
    body: ['.postbody'],
    title: ['.postheader > strong'],
    next: 'link[rel="next"]',
    currentPage: '.no-pages',
    drop: (element) => element.name === 'cite' || has(element, /quoteheader|quotefooter|codeheader/),
    quote(element) {
      if (element.name !== 'blockquote') return null
      const above = before(element)
      const inner = first(element, (one) => one.name === 'cite' || has(one, /quoteheader/))
      return headIn(inner ?? (above !== null && has(above, /quoteheader/) ? above : null))
    },
  },
  {
    ...BARE,
    kind: 'vbulletin3-print',
    name: 'vBulletin',
    marker: /vBulletin/,
    postMarker: /<td class="page">/,
    post: 'table:has(> tbody > tr > td.page), table:has(> tr > td.page)',
    id: (block) => told(block, writer(block), '.smallfont'),
    author: writer,
    when: '.smallfont',
    // The first may hold a title.
    body: ['.page > div + div', '.page > div'],
    title: ['a[href*="showthread"] strong'],
    next: 'a[rel="next"], link[rel="next"]',
    pages: '.pagenav a',
    currentPage: '.pagenav .alt2 strong',
    drop: isQuoteLabel,
    quote: (element) =>
      element.name === 'td' && has(element, /\balt2\b/) ? headIn(first(element, (one) => one.name === 'div')) : null,
  },
  {
    ...BARE,
    kind: 'vbulletin4-print',
    name: 'vBulletin',
    marker: /vBulletin/,
    postMarker: /class="postbit blockbody"/,
    post: 'li.postbit.blockbody',
    id: (block) => /^post_(\d+)$/.exec(block.element.attribs.id ?? '')?.[1] ?? told(block, null, '.datetime'),
    author: (block) => wordsAt(block, '.header .username'),
    when: '.datetime',
    body: ['.content > .restore', '.content'],
    anchor: (id) => `post${id}`,
    title: ['#pagetitle h1'],
    next: 'a[rel="next"], link[rel="next"]',
    pages: '.pagination a',
    currentPage: '.pagination .selected a',
    drop: isPrintedHead,
    quote: (element) => (has(element, /^bbcode_quote printable$/) ? headIn(first(element, isPrintedHead)) : null),
  },
  {
    ...BARE,
    kind: 'vbulletin-archive',
    name: 'vBulletin',
    marker: /vBulletin/,
    postMarker: /class="posttop"/,
    post: 'div.post:has(> .posttop)',
    id: (block) => told(block, wordsAt(block, '.username'), '.date'),
    author: (block) => wordsAt(block, '.posttop .username'),
    when: '.posttop .date',
    body: ['.posttext'],
    title: ['p.largefont a'],
    next: '#pagenumbers b ~ b + a, link[rel="next"]',
    pages: '#pagenumbers a',
    currentPage: '#pagenumbers b ~ b',
    drop: () => false,
    quote: () => null,
  },
  {
    ...BARE,
    kind: 'mybb-archive',
    name: 'MyBB',
    marker: /MyBB|mybb/,
    postMarker: /class="dateline"/,
    post: 'div.post:has(> .message)',
    id: (block) => told(block, wordsAt(block, '.author'), '.dateline'),
    author: (block) => wordsAt(block, '.header .author'),
    when: '.header .dateline',
    body: ['.message'],
    title: ['#fullversion a'],
    next: '.multipage .pagination_current + a, .multipage strong ~ strong + a',
    pages: '.multipage a',
    currentPage: '.multipage .pagination_current, .multipage strong ~ strong',
    drop: (element) => element.name === 'cite',
    quote: cited,
  },
]

/** "Title: Ferries", "Post by: Ann on May 1, 2026": a title, a name and a time. */
function named({ element, below }: Block): string | null {
  return textIn(allNamed(below, '.postheader > strong').filter(({ parent }) => parent === element)[1] ?? null)
}

function writer(block: Block): string | null {
  return wordsAt(block, '.page table td')
}

/** "Originally Posted by Ann", between two lines. */
function isPrintedHead(element: Element): boolean {
  const { parent } = element
  return (
    element.name === 'div' &&
    parent !== null &&
    isTag(parent) &&
    has(parent, /^bbcode_quote printable$/) &&
    after(element) !== null &&
    !has(element, /message/)
  )
}
