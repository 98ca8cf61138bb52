/** Saved pages of old Reddit. */
import type { Post } from '../../../shared/thread.ts'
import { count, number } from '../json.ts'
import { type Found, languageOf, ownAddress, pageOf, proseOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { addressOf, ORIGIN, standIn, thread } from './reddit-thread.ts'

/** A comment's depth is how many other comments it is inside of. */
export function readOld(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const things = $('.thing.link, .thing.comment, .thing[data-fullname]').filter(
    (_, element) => !$(element).is('.promoted, .morechildren, .morerecursion'),
  )
  const posts = things.toArray().flatMap((element): Post[] => {
    const thing = $(element)
    const id = fullName(thing) ?? ''
    const opening = id.startsWith('t3_')
    if (!opening && !id.startsWith('t1_')) return []
    const entry = thing.children('.entry')
    const words = entry.find('.usertext-body .md').first()
    const gone = standIn(words)
    const state =
      gone ??
      (thing.hasClass('deleted') || words.length + Number(opening) === 0
        ? 'deleted'
        : entry.find('time.edited-timestamp').length > 0
          ? 'edited'
          : 'ok')
    const path = thing.attr('data-permalink') ?? entry.find('a.bylink').attr('href')
    return [
      post({
        id,
        parentId: opening ? null : (fullName(thing.parents('.thing.comment').first()) ?? openingId(things)),
        parentVia: 'nesting',
        author: thing.attr('data-author') ?? wordsOf(entry.find('.tagline .author')),
        createdAt:
          entry.find('.tagline time[datetime]').first().attr('datetime') ?? Number(thing.attr('data-timestamp')),
        age: wordsOf(entry.find('.tagline time').first()),
        readAt: answer.readAt,
        score:
          number(entry.find('.score.unvoted').first().attr('title') ?? thing.attr('data-score')) ??
          number(/^-?\d+(?= points?)/.exec(wordsOf(entry.find('.score.unvoted').first()) ?? '')?.[0]),
        title: opening ? wordsOf(thing.find('a.title')) : null,
        body: proseOf(words, { base: ORIGIN }),
        permalink: addressOf(path),
        state,
        ...(wordsOf(entry.find('.tagline .author')) === 'AutoModerator' ? { kind: 'system' as const } : {}),
      }),
    ]
  })
  const top = things.filter('.link').first()
  const target = top.attr('data-url')
  // Each stub says how many it stands for: "load more comments (4 replies)".
  const folded = $('.morecomments a')
    .toArray()
    .map((element) => count(/\((\d[\d,]*)/.exec($(element).text())?.[1]?.replaceAll(',', '')))
  const announced = /(\d[\d,]*)\s+comment/.exec(top.find('a.comments').text())?.[1] ?? top.attr('data-comments-count')
  return thread({
    url: ownAddress($, answer),
    title: wordsOf(top.find('a.title')),
    language: languageOf($),
    articleUrl: target?.startsWith('http') === true && !/reddit\.com|redd\.it/.test(target) ? target : null,
    posts,
    expected: announced === undefined ? null : Number(announced.replaceAll(',', '')) + 1,
    missing: [
      ...folded.map((comments) => ({ why: 'folded away by Reddit behind “load more comments”', count: comments })),
      ...($('.deepthread a').length > 0
        ? [{ why: 'branches that Reddit continues on pages of their own', count: null }]
        : []),
    ],
  })
}

function openingId(things: Found): string | null {
  return fullName(things.filter('.link').first())
}

/** Number of a thing with its kind; pages that were worked over by other programs keep it in its address only. */
function fullName(thing: Found): string | null {
  const told = thing.attr('data-fullname') ?? /t[13]_\w+/.exec(thing.attr('id') ?? '')?.[0]
  if (told !== undefined) return told
  const [, story, comment] = /\/comments\/(\w+)\/[^/]*\/(\w+)?/.exec(thing.attr('data-permalink') ?? '') ?? []
  if (comment !== undefined) return `t1_${comment}`
  return story === undefined ? null : `t3_${story}`
}
