/** Disqus, where blogs keep their comments: its interface lists them to those who have a key (DISQUS_KEY). */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { plain } from '../../text/prose.ts'
import { refusal, usable } from '../answers.ts'
import { articleIn } from '../article.ts'
import { assemble, type Missing } from '../assemble.ts'
import { readStructured } from '../generic/structured.ts'
import { at, count, jsonOf, list, number, parse, text, truthy } from '../json.ts'
import { languageOf, looksLikeHtml, ownAddress, pageOf, siteOf, titleOf } from '../page.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'
import { isExport, readExport } from './disqus-export.ts'

const API = 'https://disqus.com/api/3.0/threads/listPosts.json'
const ARTICLE = 'article'

function read(value: unknown, root: string | null): Post {
  const likes = number(value, 'likes')
  return post({
    id: text(value, 'id') ?? '',
    parentId: text(value, 'parent') ?? root,
    author: htmlToText(text(value, 'author', 'name') ?? text(value, 'author', 'username') ?? '').text,
    createdAt: at(value, 'createdAt'),
    score: likes === null ? null : likes - (number(value, 'dislikes') ?? 0),
    body: htmlToText(text(value, 'message') ?? text(value, 'raw_message') ?? ''),
    permalink: text(value, 'url'),
    kind: 'comment',
    state:
      truthy(value, 'isDeleted') || truthy(value, 'isDeletedByAuthor')
        ? 'deleted'
        : truthy(value, 'isSpam') || at(value, 'isApproved') === false
          ? 'removed'
          : truthy(value, 'isEdited')
            ? 'edited'
            : 'ok',
  })
}

/** The interface answers with the comments; what the frame in a page is given holds them beside the thread. */
const postsIn = (value: unknown): unknown[] =>
  [...list(value, 'response'), ...list(value, 'response', 'posts')].filter(
    (one) =>
      text(one, 'id') !== null &&
      text(one, 'forum') !== null &&
      typeof (at(one, 'message') ?? at(one, 'raw_message')) === 'string',
  )

const DATA = /<script\b[^>]{0,300}\bid="disqus-threadData"[^>]{0,300}>([^<]*(?:<(?!\/script)[^<]*)*)<\/script>/

/** What an answer is: the frame in a page is given its comments as JSON, before its program draws them. */
function valueOf(answer: Answer): unknown {
  const value = jsonOf(answer)
  const [, given] = value === undefined ? (DATA.exec(answer.text) ?? []) : []
  return given === undefined ? value : parse(given)
}

/** What the page that embeds the comments says of them. */
interface Embed {
  url: string | null
  forum: string
  /** How the page names its thread; without it the address does. */
  ident: string | null
  title: string | null
  language: string | null
  opening: Post
}

const FORUM =
  /disqus_shortname\s*[=:]\s*["']([\w-]+)["']|(?:\/\/|["'])([\w-]+)\.disqus\.com\/(?:embed|count)\.js|data-disqus-shortname=["']([\w-]+)["']/
const IDENT = /(?:disqus_identifier|page\.identifier)\s*=\s*["']([^"'\n]{1,300})["']/
const ADDRESS = /(?:disqus_url|page\.url)\s*=\s*["'](https?:[^"'\n]{1,600})["']/

function forumOf(answer: Answer): string | null {
  return (
    FORUM.exec(answer.text)
      ?.slice(1)
      .find((one) => one !== undefined && one !== 'www') ?? null
  )
}

function embedIn(answer: Answer, forum: string): Embed {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const article = articleIn(answer)
  const title = article?.title ?? titleOf($)
  return {
    url: ADDRESS.exec(answer.text)?.[1] ?? url,
    forum,
    ident: IDENT.exec(answer.text)?.[1] ?? null,
    title,
    language: languageOf($),
    opening: post({
      id: ARTICLE,
      author: article?.author ?? null,
      createdAt: article?.publishedAt ?? null,
      title,
      body: article?.body ?? plain(''),
      permalink: url,
      kind: 'opening',
    }),
  }
}

/** `about`: what Disqus itself says of the thread, where it does. */
function thread(embed: Embed | null, values: unknown[], missing: Missing, about?: unknown): ReadThread {
  const root = embed === null ? null : ARTICLE
  const posts = values.map((value) => read(value, root))
  const link = text(about, 'link')
  const announced = count(about, 'posts')
  return assemble({
    platform: 'disqus',
    site: siteOf(embed?.url ?? link, 'Disqus'),
    url: embed?.url ?? link,
    title: embed?.title ?? text(about, 'clean_title') ?? text(about, 'title'),
    language: embed?.language ?? null,
    articleUrl: link,
    expected: announced === null ? null : announced + 1,
    posts: embed === null ? posts : [embed.opening, ...posts],
    missing:
      embed === null
        ? [...missing, { why: 'the article these comments are about', count: 1, opening: true as const }]
        : missing,
  })
}

interface State {
  embed: Embed
  values: unknown[]
  page: number
}

function ask({ embed, page }: State, key: string, cursor: string | null): Ask {
  const query = new URLSearchParams({ api_key: key, forum: embed.forum, limit: '100', order: 'asc' })
  if (embed.ident !== null) query.set('thread:ident', embed.ident)
  else if (embed.url !== null) query.set('thread:link', embed.url)
  if (cursor !== null) query.set('cursor', cursor)
  return { url: `${API}?${query.toString()}`, purpose: `comments, page ${page}` }
}

/** Disqus says what is wrong by a number. */
function problemIn(value: unknown): Problem | null {
  const code = number(value, 'code')
  if (code === null || code === 0) return null
  const said = text(value, 'response') ?? `error ${code}`
  if (code === 13 || code === 14) return new Problem('rate-limited', `Disqus asks us to wait: ${said}`)
  if (code === 5 || code === 11 || code === 12)
    return new Problem('needs-key', `Disqus did not accept DISQUS_KEY: ${said}`)
  return new Problem('not-found', `Disqus says: ${said}`)
}

const WAYS_OUT =
  'With a key of Disqus they can be read here: enter it on the settings page, or set DISQUS_KEY. Or open the page in your browser, scroll until the comments are shown, then copy them and paste the text here.'

function elsewhere(): Problem {
  return new Problem('comments-elsewhere', 'The comments of this page are kept by Disqus and are not part of it.', {
    remedy: WAYS_OUT,
  })
}

export const disqus: Platform<State> = {
  id: 'disqus',
  name: 'Disqus',
  recognise: () => null,
  sniff(answer) {
    if (isExport(answer)) return true
    const value = valueOf(answer)
    if (value !== undefined) return postsIn(value).length > 0
    // A saved page may hold the comments as they were shown; only of a fetched one it is sure that it does not.
    return (
      answer.fileName === undefined &&
      looksLikeHtml(answer.text) &&
      forumOf(answer) !== null &&
      readStructured(answer) === null
    )
  },
  file(answer) {
    if (isExport(answer)) return readExport(answer)
    const value = valueOf(answer)
    if (value === undefined) throw elsewhere()
    const more = truthy(value, 'cursor', 'hasNext') ? [{ why: 'further pages of comments', count: null }] : []
    return [thread(null, postsIn(value), more, at(value, 'response', 'thread'))]
  },
  page(answer, config) {
    const forum = forumOf(answer)
    if (forum === null || config.DISQUS_KEY === undefined) throw elsewhere()
    const state: State = { embed: embedIn(answer, forum), values: [], page: 1 }
    return { asks: [ask(state, config.DISQUS_KEY, null)], state }
  },
  begin(url) {
    throw new Problem('unsupported', `${url.hostname} must be looked at first.`)
  },
  resume(state, answers, config): Step<State> {
    const answer = answers[0] as Answer
    const value = answer.problem === undefined ? jsonOf(answer) : undefined
    const problem = problemIn(value) ?? refusal(answer)
    if (problem !== null) {
      if (state.page === 1) throw problem
      return { thread: thread(state.embed, state.values, [{ why: problem.message, count: null }]) }
    }
    if (!Array.isArray(at(usable(answer) && value, 'response')))
      throw new Problem('not-a-thread', 'Disqus answered with something that is no list of comments.')
    const grown: State = { ...state, values: [...state.values, ...postsIn(value)], page: state.page + 1 }
    const cursor = text(value, 'cursor', 'next')
    return truthy(value, 'cursor', 'hasNext') && cursor !== null
      ? { asks: [ask(grown, config.DISQUS_KEY ?? '', cursor)], state: grown }
      : { thread: thread(grown.embed, grown.values, []) }
  },
}
