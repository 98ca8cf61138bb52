/** Tildes: the page is the only way in; comments are nested articles. */
import type { Post } from '../../../shared/thread.ts'
import { absolute } from '../../text/html-to-text.ts'
import { usable } from '../answers.ts'
import { assemble } from '../assemble.ts'
import { number } from '../json.ts'
import { baseIn, languageOf, ownAddress, pageOf, proseOf, siteOf, wordsOf } from '../page.ts'
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
  const posts = $(COMMENT)
    .toArray()
    .map((element): Post => {
      const one = $(element)
      const id = (one.attr('id') ?? '').replace('comment-', '')
      const own = one.children('.comment-itself')
      const above = one.parents(COMMENT).first().attr('id')?.replace('comment-', '')
      const says = (mark: string) => one.hasClass(mark) || own.find(`.${mark}`).length > 0
      const gone = says('is-comment-deleted') ? 'deleted' : says('is-comment-removed') ? 'removed' : 'ok'
      return post({
        id,
        parentId: above ?? 'topic',
        parentVia: 'nesting',
        author: wordsOf(own.find('.comment-header .link-user').first()),
        createdAt: own.find('time[datetime]').first().attr('datetime'),
        score: number(/\d+/.exec(own.find('.comment-votes').first().text())?.[0]),
        body: proseOf(own.find('.comment-text').first(), { base }),
        permalink: absolute(`#comment-${id}`, url),
        state: gone === 'ok' && own.find('.comment-edited-time').length > 0 ? 'edited' : gone,
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
