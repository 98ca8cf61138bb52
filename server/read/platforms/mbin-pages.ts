/** Saved pages of Mbin and kbin: an entry or a short post, and its comments in a row (templates/components of github.com/MbinOrg/mbin). */
import type { Post } from '../../../shared/thread.ts'
import { absolute } from '../../text/html-to-text.ts'
import { assemble } from '../assemble.ts'
import { byDepth, type Found, languageOf, ownAddress, type Page, pageOf, proseOf, siteOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const COMMENT = '[id^="entry-comment-"], [id^="post-comment-"]'
const OPENING = 'article.entry[id^="entry-"], .post[id^="post-"]:not([id^="post-comment-"])'

export const isMbinPage = ({ text }: Answer): boolean =>
  (/\bid="(?:entry|post)-comment-\d+"/.test(text) && /\bdata-subject-parent-value=|\bcomment-level--\d/.test(text)) ||
  (/\bpage-(?:entry|post)-single\b/.test(text) && /\bid="(?:entry|post)-\d+"/.test(text))

/** As the interface names people: those of the site itself without its host. */
function writerOf(block: Found, site: string): string | null {
  const link = block.find('.user-inline').first()
  const name = link.attr('data-mentions-username-param') ?? link.attr('title') ?? wordsOf(link)
  const bare = name?.trim().replace(/^@/, '') ?? null
  return bare?.endsWith(`@${site}`) === true ? bare.slice(0, -site.length - 1) : bare
}

function counted(block: Found, selector: string): number | null {
  const digits = /\d+/.exec(wordsOf(block.find(selector).first()) ?? '')?.[0]
  return digits === undefined ? null : Number(digits)
}

/** What is for a post, boosts among it, less what is against it; null where no votes are shown. */
function scoreOf(block: Found): number | null {
  const up = counted(block, '[data-subject-target="favCounter"], .vote__up')
  const boosts = counted(block, '[data-subject-target="upvoteCounter"]') ?? 0
  return up === null
    ? null
    : up + boosts - (counted(block, '[data-subject-target="downvoteCounter"], .vote__down') ?? 0)
}

/** Words in brackets stand in for those taken down, in the language of the page; only who did it tells the two apart. */
function stateOf(block: Found, standIn: Found): Post['state'] {
  const words = wordsOf(standIn.children('p.text-muted:only-child')) ?? ''
  if (/^\[[^[\]]+\]$/.test(words)) return /mod[eé]r|модер/i.test(words) ? 'removed' : 'deleted'
  return block.find('header time[datetime], .meta time[datetime]').length > 1 ? 'edited' : 'ok'
}

const isBot = (block: Found) => /^bot$/i.test(wordsOf(block.find('.user-badge').last()) ?? '')

/** What a comment and an opening are drawn alike with. */
function drawn(block: Found, url: string | null) {
  return {
    author: writerOf(block, siteOf(url, '')),
    createdAt: block.find('header time[datetime], .meta time[datetime]').first().attr('datetime'),
    score: scoreOf(block),
  }
}

function readOpening(block: Found, url: string | null): Post {
  const head = block.find('h1, h2').first().clone()
  head.find('small, .badge, .entry__domain').remove()
  return post({
    ...drawn(block, url),
    id: block.attr('id') ?? '',
    title: wordsOf(head),
    body: proseOf(block.find('.entry__body .content, .content').first(), { base: url }),
    permalink: url,
    kind: 'opening',
    state: stateOf(block, block.children('header, .content')),
  })
}

const numberIn = (id: string | undefined) => /\d+$/.exec(id ?? '')?.[0] ?? ''
const levelOf = (block: Found) => Number(/\bcomment-level--(\d+)/.exec(block.attr('class') ?? '')?.[1] ?? 1)

/** The comment answered is named; where a copy lost the name, the levels tell. */
function readComments($: Page, root: string | null, url: string | null): Post[] {
  const blocks = $(COMMENT).toArray()
  const rows = blocks.map((element) => ({ id: numberIn($(element).attr('id')), depth: levelOf($(element)) }))
  const above = byDepth(rows, root)
  return blocks.map((element, place) => {
    const block = $(element)
    const id = rows[place]?.id ?? ''
    const named = block.attr('data-subject-parent-value')
    const content = block.children('.content')
    return post({
      ...drawn(block, url),
      id,
      parentId: named === undefined ? (above.get(id) ?? null) : named === '' ? root : named,
      parentVia: named === undefined ? 'nesting' : 'platform',
      body: proseOf(content, { base: url }),
      permalink: url === null ? null : `${url.replace(/#.*$/, '')}#${block.attr('id') ?? ''}`,
      kind: isBot(block) ? 'system' : 'comment',
      state: stateOf(block, content),
    })
  })
}

/** What the opening is called where it is not on the page, as its address numbers it. */
function rootIn(url: string | null): string | null {
  const found = /\/m\/[^/]+\/([tp])\/(\d+)/.exec(url ?? '')
  return found === null ? null : `${found[1] === 't' ? 'entry' : 'post'}-${found[2] ?? ''}`
}

const NEXT = 'a.pagination__item--next-page, .pagination a[rel="next"]'

/** The page of comments to read after this one: the first of all where this is a later one; null where there is none. */
export function nextMbinPage(answer: Answer, begun: boolean): string | null {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  if (url === null) return null
  if (begun || pageIn($, url) === 1) return absolute($(NEXT).attr('href'), url)
  const first = new URL(url)
  first.searchParams.delete('p')
  first.hash = ''
  return first.href
}

const pageIn = ($: Page, url: string | null): number =>
  Number(wordsOf($('.pagination__item--current-page').first()) ?? /[?&]p=(\d+)/.exec(url ?? '')?.[1] ?? 1) || 1

export function readMbinPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const block = $(OPENING).first()
  const opening = block.length === 0 ? null : readOpening(block, url)
  const root = opening?.id ?? rootIn(url) ?? 'opening'
  const announced = counted(block, '[data-subject-target="commentsCounter"]')
  return assemble({
    platform: 'mbin',
    site: siteOf(url, 'Mbin'),
    url,
    title: opening === null ? null : opening.text.slice(0, opening.heading),
    language: languageOf($),
    articleUrl: absolute(block.find('.entry__domain a[href]').attr('href'), url),
    key: root,
    root,
    posts: [...(opening === null ? [] : [opening]), ...readComments($, root, url)],
    expected: announced === null ? null : announced + 1,
    pages: [{ at: pageIn($, url), more: $(NEXT).length > 0 }],
    missing: opening === null ? [{ why: 'the post these comments answer', count: 1, opening: true }] : [],
  })
}
