/** Saved pages of today's Reddit, drawn by components of its own, and the parts it loads later. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { count, number } from '../json.ts'
import { byDepth, type Found, languageOf, ownAddress, pageOf, proseOf, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { addressOf, listedAlone, ORIGIN, standIn, thread } from './reddit-thread.ts'

export function noComments(): Problem {
  return new Problem(
    'comments-elsewhere',
    'This saved Reddit page is only a shell: its comments were not loaded when it was saved.',
  )
}

function submission(top: Found, id: string): Post {
  return post({
    id,
    author: top.attr('author') ?? null,
    createdAt: top.attr('created-timestamp'),
    score: number(top.attr('score')),
    title: top.attr('post-title') ?? wordsOf(top.find('[slot="title"]')),
    body: proseOf(top.find('[slot="text-body"] .md, [slot="text-body"]').first(), { base: ORIGIN }),
    permalink: addressOf(top.attr('permalink')),
  })
}

/** The submissions of a page that lists them. */
function listed($: ReturnType<typeof pageOf>): ReadThread[] {
  const all = $('shreddit-post[id]')
    .toArray()
    .map((element) => $(element))
  const id = (one: Found) => one.attr('id') ?? ''
  return listedAlone(
    all.map((one) => submission(one, id(one))),
    new Map(all.map((one) => [id(one), count(one.attr('comment-count'))])),
  )
}

/** What is told beside the name has a second time where a comment was changed. */
const isEdited = (comment: Found) => comment.children('[slot="commentMeta"]').find('time').length > 1

export function readToday(answer: Answer): ReadThread[] {
  const $ = pageOf(answer)
  if ($('shreddit-post[id]').length > 1 && $('shreddit-comment').length === 0) return listed($)
  const top = $('shreddit-post').first()
  const topId = top.attr('id') ?? top.attr('thingid') ?? null
  const posts: Post[] = []
  if (topId !== null) {
    posts.push(submission(top, topId))
  }
  const comments = $('shreddit-comment')
  const parents = byDepth(
    comments.toArray().map((element, index) => ({ id: String(index), depth: Number($(element).attr('depth') ?? 0) })),
    null,
  )
  const idAt = (index: string) => $(comments.get(Number(index)) ?? '').attr('thingid') ?? `c${index}`
  comments.each((index, element) => {
    const one = $(element)
    const parent = parents.get(String(index)) ?? null
    const words = one.children('[slot="comment"]').first()
    const author = one.attr('author') ?? null
    posts.push(
      post({
        id: idAt(String(index)),
        parentId: one.attr('parentid') ?? (parent === null ? topId : idAt(parent)),
        parentVia: one.attr('parentid') === undefined ? 'nesting' : 'platform',
        author,
        createdAt: one.attr('created') ?? one.find('time[datetime]').first().attr('datetime'),
        score: number(one.attr('score')),
        body: proseOf(words, { base: ORIGIN }),
        permalink: addressOf(one.attr('permalink')),
        state: standIn(words) ?? (words.length === 0 ? 'deleted' : isEdited(one) ? 'edited' : 'ok'),
        kind: author === 'AutoModerator' ? 'system' : 'comment',
      }),
    )
  })
  if (comments.length === 0 && Number(top.attr('comment-count') ?? 1) > 0) throw noComments()
  const tree = $('shreddit-comment-tree').first()
  const announced = count(top.attr('comment-count') ?? tree.attr('totalcomments') ?? tree.attr('total-comments'))
  const target = top.attr('content-href')
  const folded = $('faceplate-partial[src*="more-comments"]').length
  // What is loaded later names the post it belongs to, but does not bring it along.
  const story = (topId ?? tree.attr('post-id') ?? tree.attr('postid') ?? comments.attr('postid'))?.replace(/^t3_/, '')
  const whole = thread({
    url: topId === null && story !== undefined ? `${ORIGIN}/comments/${story}/` : ownAddress($, answer),
    root: story === undefined ? null : `t3_${story}`,
    title: top.attr('post-title') ?? titleOf($),
    language: top.attr('post-language') ?? languageOf($),
    articleUrl: target?.startsWith('http') === true && !/reddit\.com|redd\.it/.test(target) ? target : null,
    posts,
    expected: announced === null ? null : announced + 1,
    missing: [
      ...(folded > 0 ? [{ why: 'folded away by Reddit behind “more replies”', count: null }] : []),
      ...(topId === null ? [{ why: 'the post these comments answer', count: 1, opening: true as const }] : []),
    ],
  })
  return [whole]
}
