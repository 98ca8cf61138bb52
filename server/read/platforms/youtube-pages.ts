/** Saved pages of YouTube videos: the comments that were loaded, older and newer elements alike. Times are only "2 years ago". */
import type { Element } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { assemble } from '../assemble.ts'
import { type Found, languageOf, ownAddress, pageOf, proseOf, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const COMMENT = 'ytd-comment-view-model, ytd-comment-renderer'

export function isYouTubePage(answer: Answer): boolean {
  return /<ytd-comment-(?:view-model|renderer)[\s>]/.test(answer.text)
}

/** "1.2K" and "1,2 Tsd." are told shortened; only exact numbers count. */
function likes(words: string | null): number | null {
  return words !== null && /^\d{1,6}$/.test(words) ? Number(words) : null
}

const videoIn = (address: string | null | undefined) => /[?&]v=([\w-]{6,})/.exec(address ?? '')?.[1] ?? null

export function readYouTubePage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const told = ownAddress($, answer)
  const first = videoIn(told)
  // The head of a page stays that of the video it was opened with, whatever was watched on it since.
  const video =
    $('ytd-watch-flexy[video-id]').first().attr('video-id') ??
    videoIn($(COMMENT).find('a[href*="lc="]').first().attr('href')) ??
    first
  const url = video === null || video === first ? told : `https://www.youtube.com/watch?v=${video}`
  const title =
    wordsOf($('ytd-watch-metadata h1, #title h1, h1.title').first()) ??
    (video === first ? titleOf($) : wordsOf($('title').first()))?.replace(/ - YouTube$/, '') ??
    null
  const opening = post({
    id: 'video',
    author: wordsOf($('ytd-video-owner-renderer #channel-name a, #owner-name a, #upload-info a').first()),
    createdAt:
      video === first
        ? $('meta[itemprop="datePublished"], meta[itemprop="uploadDate"]').first().attr('content')
        : undefined,
    title,
    body: proseOf($('#description-inline-expander, ytd-text-inline-expander, #description').first(), { base: url }),
    permalink: url,
    kind: 'opening',
  })
  const ids = new Map<Element, string>()
  const posts = $<Element, string>(COMMENT)
    .toArray()
    .map((element, index): Post => {
      const one: Found = $(element)
      const link = one.find('a[href*="lc="]').first().attr('href') ?? ''
      const id = /[?&]lc=([\w.-]+)/.exec(link)?.[1] ?? `c${index + 1}`
      ids.set(element, id)
      // Answers may be threads of their own, inside the thread of what they answer.
      const above = one.closest('ytd-comment-replies-renderer, #replies').closest('ytd-comment-thread-renderer')
      const top = above.find(COMMENT).get(0)
      return post({
        id,
        parentId: top === undefined ? 'video' : (ids.get(top) ?? 'video'),
        parentVia: 'nesting',
        author: wordsOf(one.find('#author-text').first()),
        age: wordsOf(one.find('#published-time-text').first()),
        readAt: answer.readAt,
        body: proseOf(one.find('#content-text').first(), { base: 'https://www.youtube.com/' }),
        score: likes(wordsOf(one.find('#vote-count-middle').first())),
        permalink: video === null ? null : `https://www.youtube.com/watch?v=${video}&lc=${id}`,
        kind: 'comment',
        state: /\((?:edited|bearbeitet|modifié|editado|modificato)\)/.test(one.find('#published-time-text').text())
          ? 'edited'
          : 'ok',
      })
    })
  const announced = /\d[\d.,\u00A0\u202F]*/.exec(wordsOf($('ytd-comments-header-renderer #count').first()) ?? '')?.[0]
  return assemble({
    platform: 'youtube',
    site: 'youtube.com',
    url,
    title,
    language: languageOf($),
    posts: [opening, ...posts],
    expected: announced === undefined ? null : Number(announced.replace(/\D/g, '')) + 1,
  })
}
