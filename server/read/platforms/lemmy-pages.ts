/** Saved pages of Lemmy without what they were drawn from: a post and its comments, each in the one it answers. */
import type { Post } from '../../../shared/thread.ts'
import { absolute } from '../../text/html-to-text.ts'
import { localTime } from '../../text/local-time.ts'
import { offsetAhead } from '../../text/stated-zone.ts'
import { assemble } from '../assemble.ts'
import { count, number } from '../json.ts'
import { type Found, languageOf, ownAddress, pageOf, proseOf, siteOf, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const COMMENT = '.comment-node[id^="comment-"]'

export const isLemmyPage = ({ text }: Answer): boolean =>
  /class="[^"]*\bpost-listing\b/.test(text) && /class="[^"]*\bperson-listing\b/.test(text)

/** With the home server, as the interface names people. */
function writerOf(block: Found, url: string | null): string | null {
  const link = block.find('a.person-listing[href*="/u/"]').first().attr('href') ?? ''
  const name = /\/u\/([^/?#]+)$/.exec(link)?.[1]
  if (name === undefined) return null
  return name.includes('@') || url === null ? name : `${name}@${siteOf(url, '')}`
}

/** When it was written: the whole time stands where the age is pointed at, above that of the last change. */
function timeOf(block: Found): string | null {
  const told = block.find('.moment-time').first().attr('data-tippy-content')?.split('\n')[0] ?? ''
  const [, words = told, zone = ''] = /^(.*?)\s*((?:GMT|UTC)\S*)$/.exec(told) ?? []
  return localTime(words, { offset: offsetAhead(zone) ?? 0 })?.at ?? null
}

const isChanged = (block: Found) => block.find('.moment-time').first().is('.fst-italic')

/** What stands for words that were taken away. */
function stateOf(words: string, block: Found): Post['state'] {
  if (/^deleted(?: by creator)?$/i.test(words)) return 'deleted'
  if (/^removed(?: by mod)?$/i.test(words)) return 'removed'
  return isChanged(block) ? 'edited' : 'ok'
}

export function readLemmyPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const listing = $('.post-listing').first()
  const link = listing.find('.post-title a, h1 a').first()
  const title = wordsOf(listing.find('.post-title h1, h1').first()) ?? titleOf($)
  const id = `post-${/\/post\/(\d+)/.exec(url ?? '')?.[1] ?? ''}`
  const opening = post({
    id,
    author: writerOf(listing, url),
    createdAt: timeOf(listing),
    score: number(wordsOf(listing.find('.post-score').first())),
    title,
    body: proseOf($('#postContent .md-div, #postContent').first(), { base: url }),
    permalink: url,
    kind: 'opening',
    state: isChanged(listing) ? 'edited' : 'ok',
  })
  const comments = $(COMMENT)
    .toArray()
    .map((element): Post => {
      const one = $(element)
      const own = (one.attr('id') ?? '').replace('comment-', '')
      // The list of answers stands beside what they answer.
      const above = one.closest('li').parent().closest('li').children(COMMENT).attr('id')
      const body = one.find('.comment-content .md-div, .comment-content').first()
      return post({
        id: own,
        parentId: above?.replace('comment-', '') ?? id,
        parentVia: 'nesting',
        author: writerOf(one, url),
        createdAt: timeOf(one),
        age: wordsOf(one.find('.moment-time').first()),
        readAt: answer.readAt,
        score: number(wordsOf(one.find('[aria-label].fw-bold, .me-lg-5 .mx-2').first())),
        body: proseOf(body, { base: url }),
        permalink: absolute(`/comment/${own}`, url),
        state: stateOf(wordsOf(body) ?? '', one),
      })
    })
  const announced = count(
    /\d+/.exec(wordsOf(listing.find('.post-comments-count, a[href*="scrollToComments"]').first()) ?? '')?.[0],
  )
  // "3 more replies", in the place of them.
  const unopened = $('div.comment-node > button')
    .toArray()
    .reduce((sum, element) => sum + Number(/\d+/.exec($(element).text())?.[0] ?? 0), 0)
  return assemble({
    platform: 'lemmy',
    site: siteOf(url, 'Lemmy'),
    url,
    title,
    language: languageOf($),
    articleUrl: link.attr('href')?.startsWith('http') === true ? absolute(link.attr('href'), url) : null,
    posts: [opening, ...comments],
    expected: announced === null ? null : announced + 1,
    missing: unopened > 0 ? [{ why: 'answers that were not opened when the page was saved', count: unopened }] : [],
  })
}
