/** Lobsters: a story with its comments as one JSON document, or its page. */
import { isText } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { absolute, htmlToText } from '../../text/html-to-text.ts'
import { Problem } from '../../problem.ts'
import { instant } from '../../text/instant.ts'
import { usable } from '../answers.ts'
import { assemble } from '../assemble.ts'
import { at, count, jsonOf, list, number, text, truthy } from '../json.ts'
import { byDepth, type Found, languageOf, ownAddress, type Page, pageOf, proseOf, siteOf, wordsOf } from '../page.ts'
import type { Answer, Platform, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const isStory = (value: unknown) =>
  text(value, 'short_id') !== null && Array.isArray(at(value, 'comments')) && text(value, 'title') !== null
const isComment = (value: unknown) =>
  text(value, 'short_id') !== null && typeof (at(value, 'comment') ?? at(value, 'comment_plain')) === 'string'
/** Comments alone, as one of them or a writer's own are handed out. */
const commentsIn = (value: unknown) => (Array.isArray(value) ? value : [value]).filter(isComment)

/** Older versions hand a user out as a record, newer ones as a name. */
const userOf = (value: unknown, key: string) => text(value, key) ?? text(value, key, 'username')

/** Newer versions tell when a comment was last changed: at first when it was written. */
function isEdited(value: unknown): boolean {
  const changed = instant(at(value, 'last_edited_at') ?? at(value, 'updated_at'))
  return changed !== null && changed !== instant(at(value, 'created_at'))
}

function readComments(comments: unknown[], id: string, address: string | null): Post[] {
  const rows = comments.map((one, index) => ({
    id: text(one, 'short_id') ?? `c${index}`,
    depth: number(one, 'depth') ?? number(one, 'indent_level') ?? 0,
  }))
  const parents = byDepth(rows, id)
  return comments.map((one, index): Post => {
    const own = rows[index]?.id ?? ''
    return post({
      id: own,
      parentId: text(one, 'parent_comment') ?? parents.get(own) ?? id,
      parentVia: at(one, 'parent_comment') === undefined ? 'nesting' : 'platform',
      author: userOf(one, 'commenting_user'),
      createdAt: at(one, 'created_at'),
      score: number(one, 'score'),
      body: htmlToText(text(one, 'comment') ?? text(one, 'comment_plain') ?? ''),
      permalink: text(one, 'short_id_url') ?? text(one, 'url') ?? absolute(`/c/${own}`, address),
      state: truthy(one, 'is_deleted')
        ? 'deleted'
        : truthy(one, 'is_moderated')
          ? 'removed'
          : isEdited(one)
            ? 'edited'
            : 'ok',
    })
  })
}

function readAlone(comments: unknown[], url: string | null): ReadThread {
  const address = url ?? text(comments[0], 'short_id_url') ?? text(comments[0], 'url')
  return assemble({
    platform: 'lobsters',
    site: siteOf(address, 'lobste.rs'),
    url: address,
    language: 'en',
    root: 'story',
    posts: readComments(comments, 'story', address),
    missing: [{ why: 'the story these comments are about', count: 1, opening: true }],
  })
}

function readStory(value: unknown, url: string | null): ReadThread {
  const id = `story-${text(value, 'short_id')}`
  const address = text(value, 'short_id_url') ?? url
  const opening = post({
    id,
    author: userOf(value, 'submitter_user'),
    createdAt: at(value, 'created_at'),
    score: number(value, 'score'),
    title: text(value, 'title'),
    body: htmlToText(text(value, 'description') ?? ''),
    permalink: address,
    kind: 'opening',
  })
  const posts = readComments(list(value, 'comments'), id, address)
  const announced = count(value, 'comment_count')
  return assemble({
    platform: 'lobsters',
    site: siteOf(address, 'lobste.rs'),
    url: address,
    title: text(value, 'title'),
    language: 'en',
    articleUrl: absolute(text(value, 'url') ?? undefined),
    posts: [opening, ...posts],
    expected: announced === null ? null : announced + 1,
  })
}

/** Links to people beside what they wrote; saved pages hold them as whole addresses. */
const people = ($: Page, one: Found): Found =>
  one
    .find('.byline a:not([aria-hidden])')
    .filter(
      (_, link) =>
        /^(?:https?:\/\/[^/]+)?\/(?:~|u\/)[^/]+$/.test($(link).attr('href') ?? '') && wordsOf($(link)) !== null,
    )

/** Exact where the page marks it for programs; before, it stands where the age is pointed at. */
function timeOf(one: Found): number | string | null {
  const time = one.find('time').first()
  return (
    number(time.attr('data-at-unix')) ??
    time.attr('datetime') ??
    one.find('.byline span[title]').first().attr('title') ??
    null
  )
}

/** Votes stand in the arrow, before 2023 below it. */
const scoreOf = (one: Found) => number(wordsOf(one.find('.upvoter').first()) ?? wordsOf(one.find('.score').first()))

/** Said beside the name, which may itself be that word. */
const wasEdited = (one: Found) =>
  /\bedited\b/.test(
    one
      .find('.byline')
      .first()
      .contents()
      .filter((_, node) => isText(node))
      .text(),
  )

function readPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const story = $('.story[data-shortid]').first()
  const id = `story-${story.attr('data-shortid') ?? ''}`
  const title = wordsOf(story.find('.link a, a.u-url').first())
  const opening = post({
    id,
    author: wordsOf(people($, story).last()),
    createdAt: timeOf(story),
    score: scoreOf(story),
    title,
    body: proseOf($('.story_content .story_text').first(), { base: url }),
    permalink: url,
    kind: 'opening',
  })
  const posts = $('.comment[data-shortid]')
    .toArray()
    .flatMap((element): Post[] => {
      const one = $(element)
      const own = one.attr('data-shortid') ?? ''
      const words = one.find('.comment_text').first()
      if (own === '' || words.length === 0) return []
      const above = one.parents('ol.comments').first().prevAll('.comment[data-shortid]').first().attr('data-shortid')
      const gone = /^\s*(?:comment removed by|\[?comment deleted)/i.test(words.text())
      return [
        post({
          id: own,
          parentId: above ?? id,
          parentVia: 'nesting',
          author: wordsOf(people($, one).first()),
          createdAt: timeOf(one),
          score: scoreOf(one),
          body: proseOf(words, { base: url }),
          permalink: absolute(`/c/${own}`, url),
          state: gone ? 'removed' : wasEdited(one) ? 'edited' : 'ok',
        }),
      ]
    })
  const announced = /(\d+)\s+comments?/.exec(story.find('.comments_label').text())?.[1]
  return assemble({
    platform: 'lobsters',
    site: siteOf(url, 'lobste.rs'),
    url,
    title,
    language: languageOf($),
    articleUrl: absolute(story.find('a.u-url').attr('href'), url),
    posts: [opening, ...posts],
    expected: announced === undefined ? null : Number(announced) + 1,
  })
}

const ADDRESS = /^\/s\/(\w{4,8})(?:\/|$)/

export const lobsters: Platform<{ url: string }> = {
  id: 'lobsters',
  name: 'Lobsters',
  recognise: (url) => (!ADDRESS.test(url.pathname) ? null : url.hostname === 'lobste.rs' ? 'sure' : 'maybe'),
  sniff: (answer) =>
    isStory(jsonOf(answer)) ||
    commentsIn(jsonOf(answer)).length > 0 ||
    /id="story_\w+"\s+data-shortid=/.test(answer.text),
  file(answer) {
    const value = jsonOf(answer)
    if (value === undefined) return [readPage(answer)]
    return [isStory(value) ? readStory(value, answer.url) : readAlone(commentsIn(value), answer.url)]
  },
  begin: (url) => ({
    asks: [
      { url: `${url.origin}/s/${ADDRESS.exec(url.pathname)?.[1] ?? ''}.json`, purpose: 'the story with its comments' },
    ],
    state: { url: url.href },
  }),
  resume(state, answers) {
    const value = jsonOf(usable(answers[0]))
    if (!isStory(value)) throw new Problem('not-a-thread', 'No story is at this address.')
    return { thread: readStory(value, state.url) }
  },
}
