/** Tildes: the page is the only way in; comments are nested articles. */
import type { Post } from '../../../shared/thread.ts'
import { absolute } from '../../text/html-to-text.ts'
import { usable } from '../answers.ts'
import { assemble } from '../assemble.ts'
import { number } from '../json.ts'
import { baseIn, byDepth, type Found, languageOf, ownAddress, pageOf, proseOf, siteOf, wordsOf } from '../page.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const COMMENT = 'article[id^="comment-"]'

function read(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const base = baseIn($, answer) ?? url
  const topic = $('article.topic-full').first()
  const title = wordsOf(topic.find('h1').first())
  const opening = post({
    id: 'topic',
    author: wordsOf(topic.find('.topic-full-byline .link-user').first()),
    createdAt: topic.find('time[datetime]').first().attr('datetime'),
    score: number(wordsOf(topic.find('.topic-voting-votes').first())),
    title,
    body: proseOf(topic.find('.topic-full-text').first(), { base }),
    permalink: url,
    kind: 'opening',
  })
  const idOf = (one: Found) => (one.attr('id') ?? '').replace('comment-', '')
  const comments = $(COMMENT).toArray()
  const depths = comments.map((element) => ({
    id: idOf($(element)),
    depth: number($(element).attr('data-comment-depth')) ?? 0,
  }))
  const above = byDepth(depths, 'topic')
  const posts = comments.map((element): Post => {
    const one = $(element)
    const id = idOf(one)
    const itself = one.children('.comment-itself')
    // Answers may stand inside of what they answer.
    const find = (mark: string) =>
      itself.length > 0 ? itself.find(mark) : one.find(mark).filter((_, part) => $(part).closest(COMMENT).is(one))
    const around = one.parents(COMMENT).first()
    const says = (mark: string) => one.hasClass(mark) || find(`.${mark}`).length > 0
    const gone = says('is-comment-deleted') ? 'deleted' : says('is-comment-removed') ? 'removed' : 'ok'
    return post({
      id,
      parentId: around.length > 0 ? idOf(around) : (above.get(id) ?? 'topic'),
      parentVia: 'nesting',
      // Those named in its words are others.
      author: wordsOf(find('.link-user').not('.comment-text .link-user').first()),
      createdAt: find('time[datetime]').first().attr('datetime'),
      score: number(/\d+/.exec(find('.comment-votes').first().text())?.[0]),
      body: proseOf(find('.comment-text').first(), { base }),
      permalink: absolute(`#comment-${id}`, url),
      state: gone === 'ok' && find('.comment-edited-time').length > 0 ? 'edited' : gone,
    })
  })
  const announced = /(\d+)\s+comments?/.exec($('.topic-comments-header h2').text())?.[1]
  return assemble({
    platform: 'tildes',
    site: siteOf(url, 'tildes.net'),
    url,
    title,
    language: languageOf($),
    articleUrl: absolute(topic.find('.topic-full-link a').attr('href'), base),
    posts: [opening, ...posts],
    expected: announced === undefined ? null : Number(announced) + 1,
  })
}

export const tildes: Platform<null> = {
  id: 'tildes',
  name: 'Tildes',
  recognise: (url) => (url.hostname === 'tildes.net' && /^\/~[\w.]+\/\w+/.test(url.pathname) ? 'sure' : null),
  sniff: (answer) => /<article[^<>]+class="topic-full/.test(answer.text),
  file: (answer) => [read(answer)],
  begin: (url) => ({ asks: [{ url: url.href, purpose: 'the page' }], state: null }),
  resume: (_, answers) => ({ thread: read(usable(answers[0])) }),
}
