/** Saved pages of old Reddit. */
import { type Element, isTag } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import { plain } from '../../text/prose.ts'
import { count, number } from '../json.ts'
import { languageOf, ownAddress, pageOf, textIn } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, elementsBelow, firstBelow, firstNamed, isNamed, nearestAbove } from '../select.ts'
import { addressOf, listedAlone, ORIGIN, standIn, thread } from './reddit-thread.ts'

/** How many comments a submission has, in the words of the link to them; else as its own value. */
function announcedOf(submission: Element | null): number | null {
  const counted = allBelow(submission ?? undefined, 'a.comments')
    .map((link) => textIn(link))
    .join(' ')
  const told = /(\d[\d,]*)\s+comment/.exec(counted)?.[1] ?? submission?.attribs['data-comments-count']
  return told === undefined ? null : Number(told.replaceAll(',', ''))
}

/** A comment's depth is how many other comments it is inside of. */
export function readOld(answer: Answer): ReadThread[] {
  const $ = pageOf(answer)
  const things = allBelow($.root().get(0), '.thing.link, .thing.comment, .thing[data-fullname]').filter(
    (thing) => !isNamed(thing, '.promoted, .morechildren, .morerecursion'),
  )
  const top = things.find((thing) => isNamed(thing, '.link')) ?? null
  const posts = things.flatMap((thing): Post[] => {
    const id = fullName(thing) ?? ''
    const opening = id.startsWith('t3_')
    if (!opening && !id.startsWith('t1_')) return []
    const { attribs } = thing
    const entry = thing.children.flatMap((one) => (isTag(one) && isNamed(one, '.entry') ? elementsBelow(one) : []))
    const first = (selector: string) => firstNamed(entry, selector)
    const words = first('.usertext-body .md')
    const gone = words === null ? null : standIn($(words))
    const state =
      gone ??
      (isNamed(thing, '.deleted') || (words === null && !opening)
        ? 'deleted'
        : first('time.edited-timestamp') !== null
          ? 'edited'
          : 'ok')
    const author = textIn(first('.tagline .author'))
    const score = first('.score.unvoted')
    return [
      post({
        id,
        parentId: opening
          ? null
          : (fullName(nearestAbove(thing, (one) => isNamed(one, '.thing.comment'))) ?? fullName(top)),
        parentVia: 'nesting',
        author: attribs['data-author'] ?? author,
        createdAt: first('.tagline time[datetime]')?.attribs.datetime ?? Number(attribs['data-timestamp']),
        age: textIn(first('.tagline time')),
        readAt: answer.readAt,
        score:
          number(score?.attribs.title ?? attribs['data-score']) ??
          number(/^-?\d+(?= points?)/.exec(textIn(score) ?? '')?.[0]),
        title: opening ? textIn(firstBelow(thing, 'a.title')) : null,
        body: words === null ? plain('') : nodesToText(words.children, { base: ORIGIN }),
        permalink: addressOf(attribs['data-permalink'] ?? first('a.bylink')?.attribs.href),
        state,
        ...(author === 'AutoModerator' ? { kind: 'system' as const } : {}),
      }),
    ]
  })
  const target = top?.attribs['data-url']
  // Each stub says how many it stands for: "load more comments (4 replies)".
  const folded = $('.morecomments a')
    .toArray()
    .map((element) => count(/\((\d[\d,]*)/.exec($(element).text())?.[1]?.replaceAll(',', '')))
  const announced = announcedOf(top)
  if (posts.length > 1 && posts.every(({ kind }) => kind === 'opening'))
    return listedAlone(posts, new Map(things.map((thing) => [fullName(thing) ?? '', announcedOf(thing)])))
  const whole = thread({
    url: ownAddress($, answer),
    title: textIn(firstBelow(top ?? undefined, 'a.title')),
    language: languageOf($),
    articleUrl: target?.startsWith('http') === true && !/reddit\.com|redd\.it/.test(target) ? target : null,
    posts,
    expected: announced === null ? null : announced + 1,
    missing: [
      ...(isOfOne(answer.url) || $('.commentarea > .infobar a[href*="/comments/"]').length > 0
        ? [{ why: 'the rest of the thread: this is one comment with the answers to it', count: null }]
        : []),
      ...folded.map((comments) => ({ why: 'folded away by Reddit behind “load more comments”', count: comments })),
      ...($('.deepthread a').length > 0
        ? [{ why: 'branches that Reddit continues on pages of their own', count: null }]
        : []),
    ],
  })
  return [whole]
}

/** Whether an address is that of one comment. */
const isOfOne = (url: string | null) => /\/comments\/\w+\/[^/]*\/\w+/.test(url ?? '')

/** Number of a thing with its kind; pages that were worked over by other programs keep it in its address only. */
function fullName(thing: Element | null): string | null {
  const told = thing?.attribs['data-fullname'] ?? /t[13]_\w+/.exec(thing?.attribs.id ?? '')?.[0]
  if (told !== undefined) return told
  const [, story, comment] = /\/comments\/(\w+)\/[^/]*\/(\w+)?/.exec(thing?.attribs['data-permalink'] ?? '') ?? []
  if (comment !== undefined) return `t1_${comment}`
  return story === undefined ? null : `t3_${story}`
}
