/** Saved question pages of Stack Exchange sites. */
import type { Post } from '../../../shared/thread.ts'
import { absolute } from '../../text/html-to-text.ts'
import { assemble } from '../assemble.ts'
import { count, number } from '../json.ts'
import { type Found, languageOf, ownAddress, proseOf, siteOf, textIn, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { allBelow, firstBelow } from '../select.ts'
import { treeToReadOf } from '../tree.ts'

export function isStackExchangePage(answer: Answer): boolean {
  return /id="question"/.test(answer.text) && /js-post-body|class="post-text"/.test(answer.text)
}

/** The last signature below a post is its writer's, the ones before are editors'. */
function signature(block: Found): { author: string | null; time: string | undefined } {
  const cell = block.find('.post-signature').last()
  const time =
    firstBelow(block.get(0), 'time[itemprop="dateCreated"]')?.attribs.datetime ??
    firstBelow(cell.get(0), '.relativetime[title]')?.attribs.title
  // What a community owns is signed with how often it was changed, and with who wrote most of it.
  const named = allBelow(cell.get(0), '.user-details a, .s-user-card--link').find(
    ({ attribs }) => !(attribs.href ?? '').endsWith('/revisions'),
  )
  const owned = cell.find('.community-wiki, .user-details a[href$="/revisions"]').length > 0
  // Nobody's account is linked where a writer is gone; what else stands beside a name is their reputation.
  const author =
    textIn(named ?? null) ??
    (owned
      ? null
      : (textIn(firstBelow(cell.get(0), '.user-details [itemprop="name"]')) ??
        textIn(firstBelow(cell.get(0), '.user-details'))))
  return { author, time }
}

/** What the site says above a question (that it was answered elsewhere, or is closed) is not said by who asks. */
const isNotice = ({ attribs }: { attribs: Record<string, string> }) =>
  /(?:^|\s)(?:s-notice|post-notice|question-status|question-originals-of-duplicate)(?:\s|$)/.test(attribs.class ?? '')

/** What the site says of a question in its title. */
const MARKS = /\s*\[(?:closed|duplicate|on hold|migrated|locked)\]$/i

function comments(block: Found, parentId: string, base: string | null): Post[] {
  return block
    .find('li.comment, tr.comment')
    .toArray()
    .map((element) => {
      const one = block.find(element)
      const id = one.attr('data-comment-id') ?? one.attr('id')?.replace('comment-', '') ?? ''
      return post({
        id: `comment-${id}`,
        parentId,
        parentVia: 'nesting',
        author: textIn(firstBelow(one.get(0), '.comment-user')),
        createdAt: firstBelow(one.get(0), '.comment-date [title]')?.attribs.title?.split(',')[0],
        score: number(
          one.attr('data-comment-score') ?? textIn(firstBelow(one.get(0), '.comment-score span')) ?? undefined,
        ),
        body: proseOf(one.find('.comment-copy').first(), { base }),
        permalink: absolute(`#comment${id}_${parentId.replace('question-', '')}`, base),
        kind: 'comment',
        state: firstBelow(one.get(0), '.js-comment-edits, [title*="edited"]') !== null ? 'edited' : 'ok',
      })
    })
}

export function readStackExchangePage(answer: Answer): ReadThread {
  const $ = treeToReadOf(answer.text)
  const url = ownAddress($, answer)
  const title = wordsOf($('#question-header h1 a, #question-header h1').first())?.replace(MARKS, '') ?? null
  const question = $('#question').first()
  const questionId = `question-${question.attr('data-questionid') ?? /\/questions\/(\d+)/.exec(url ?? '')?.[1] ?? ''}`
  const read = (block: Found, id: string): Post => {
    const { author, time } = signature(block)
    const opening = id === questionId
    return post({
      id,
      parentId: opening ? null : questionId,
      parentVia: 'nesting',
      author,
      createdAt: time,
      score: number(
        firstBelow(block.get(0), '.js-vote-count, .vote-count-post')?.attribs['data-value'] ??
          textIn(firstBelow(block.get(0), '.js-vote-count, .vote-count-post')),
      ),
      title: opening ? title : null,
      body: proseOf(block.find('.js-post-body, .post-text').first(), { base: url, drop: isNotice }),
      permalink: opening ? url : absolute(`/a/${id}`, url),
      kind: opening ? 'opening' : 'answer',
      state: block.is('.deleted-answer') ? 'deleted' : block.find('.post-signature').length > 1 ? 'edited' : 'ok',
    })
  }
  const answers = $('.answer')
    .toArray()
    .flatMap((element) => {
      const block = $(element)
      const id = block.attr('data-answerid') ?? block.attr('id')?.replace('answer-', '') ?? ''
      return [read(block, id), ...comments(block, id, url)]
    })
  const counted = $('[data-remaining-comments-count]')
    .toArray()
    .map((element) => Number($(element).attr('data-remaining-comments-count')) || 0)
  // The oldest pages tell it only in the link that shows them: "show 2 more comments".
  const linked = $('.comments-link b')
    .toArray()
    .map((element) => Number($(element).text()) || 0)
  const hidden = (counted.length > 0 ? counted : linked).reduce((sum, one) => sum + one, 0)
  const told = count(
    $('#answers-header [data-answercount]').attr('data-answercount') ??
      wordsOf($('#answers-header [itemprop="answerCount"], [itemprop="answerCount"]').first()) ??
      $('[itemprop="answerCount"]').attr('content') ??
      /^\d+/.exec(wordsOf($('#answers-header h2').first()) ?? '')?.[0],
  )
  const shown = $('.answer').length
  return assemble({
    platform: 'stackexchange',
    site: siteOf(url, 'Stack Exchange'),
    url,
    title,
    language: languageOf($),
    posts: [read(question, questionId), ...comments(question, questionId, url), ...answers],
    missing: [
      ...(told !== null && told > shown
        ? [{ why: 'answers on other pages of the question', count: told - shown }]
        : []),
      ...(hidden > 0 ? [{ why: 'comments that were not loaded when the page was saved', count: hidden }] : []),
    ],
  })
}
