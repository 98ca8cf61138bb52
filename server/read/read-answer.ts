/** One answer, fetched or dropped, to threads: by the platform whose marks it bears, else by what it looks like. */
import type { Config } from '../config.ts'
import type { ProblemCode } from '../../shared/api.ts'
import { Problem } from '../problem.ts'
import { looksBinary } from '../text/charset.ts'
import { isTooDeep } from '../text/html-depth.ts'
import { bareRefusal, blockPage, emptyPage, refusalInFrame } from './answers.ts'
import { articleIn, isBeyondArticles, longerThanArticles } from './article.ts'
import { assemble, firstWords, noted } from './assemble.ts'
import { orInFrames } from './frames.ts'
import { commentsElsewhere, commentsRemark } from './generic/elsewhere.ts'
import { looksLikeXml, readFeed } from './generic/feeds.ts'
import { readJsonShape } from './generic/json-shapes.ts'
import { readSiblings } from './generic/siblings.ts'
import { readStructured } from './generic/structured.ts'
import { isTable, isUnnamedTable, readTable } from './generic/tables.ts'
import { jsonOf, text } from './json.ts'
import { looksLikeHtml, pageOf, siteOf } from './page.ts'
import { readPasted } from './paste/index.ts'
import type { Answer, Platform, ReadThread } from './platform.ts'
import { post, titleText } from './post.ts'
import { closed } from './platforms/closed.ts'
import { mailingLists } from './platforms/mailing-lists.ts'
import { forAnswer } from './recognise.ts'
import { readParts, readRecording } from './recordings.ts'
import { bared, partsIn, recordedIn } from './wrapped.ts'

/** Throws `Problem`: a page that blocks readers, bytes that are no text, text that is no thread. What wraps it is taken off. */
export function readAnswer(answer: Answer, config: Config): ReadThread[] {
  const bare = bared(answer)
  const recorded = recordedIn(bare, config.MAX_UPLOAD_BYTES)
  if (recorded !== null) return readRecording(recorded, (one) => readBare(one, forAnswer(one), config))
  const platform = forAnswer(bare)
  const parts = platform === null ? partsIn(bare) : []
  return readParts(parts, (one) => readBare(one, forAnswer(one), config)) ?? readBare(bare, platform, config)
}

function readBare(answer: Answer, platform: Platform | null, config: Config): ReadThread[] {
  if (answer.bytes !== undefined && looksBinary(answer.bytes, answer.contentType)) {
    throw new Problem('unsupported', 'What is there is no text: a PDF, a picture or a program.', {
      remedy: 'Send the address of the page with the discussion, or open this, copy its text and paste it here.',
    })
  }
  // What is parsed as HTML is measured while its tree is built.
  if (answer.text.trimStart().startsWith('<') && !looksLikeHtml(answer.text) && isTooDeep(answer.text)) {
    throw new Problem('unsupported', 'The page is nested more deeply than any real page.')
  }
  // A closed site's own sentence says more than that its page keeps readers out.
  const blocked = platform === closed ? null : blockPage(answer)
  const behind = blocked === null || platform === null ? null : shownBehind(platform, answer)
  if (blocked !== null && behind === null) throw blocked
  const threads = behind ?? shown(platform, answer, config.MAX_POSTS)
  return threads.map((thread) =>
    capped(platform === mailingLists ? thread : charsetTold(thread, answer), config.MAX_POSTS),
  )
}

/** `thread`, saying so where the charset of its page was guessed. Not for mailboxes, whose letters each say their own. */
export function charsetTold(thread: ReadThread, { guessedCharset: charset }: Answer): ReadThread {
  if (charset === undefined) return thread
  return noted(thread, [
    `Nothing says rightly in which charset this was written: it was read as ${charset}, which is a guess.`,
  ])
}

/** What is there; where nothing is, what the page says of that. */
function shown(platform: Platform | null, answer: Answer, most: number): ReadThread[] {
  try {
    return orInFrames(
      answer,
      () => platform?.file(answer) ?? [readUnknown(answer, most)],
      (frame) => shown(forAnswer(frame), frame, most),
    )
  } catch (thrown) {
    const problem = Problem.from(thrown)
    const said = problem.code === 'not-a-thread' ? emptyPage(answer) : null
    // A platform's own sentence on a page without its scripts names what is missing.
    throw said === null || (platform !== null && said.code === 'not-a-thread') ? problem : said
  }
}

/** A page may ask to sign in and show the discussion all the same: one post could be the block itself, several are none. */
function shownBehind(platform: Platform, answer: Answer): ReadThread[] | null {
  try {
    const threads = platform.file(answer)
    return threads.some(({ posts }) => posts.filter(({ text }) => text !== '').length > 1) ? threads : null
  } catch (thrown) {
    if (Problem.from(thrown).code === 'internal') throw thrown
    return null
  }
}

function readUnknown(answer: Answer, most: number): ReadThread {
  if (answer.text.trim() === '') throw new Problem('empty-input', 'There is no text to read.')
  if (looksLikeHtml(answer.text)) return readPage(answer)
  if (jsonOf(answer) !== undefined) {
    const thread = readJsonShape(answer)
    if (thread !== null) return thread
    const said = errorIn(jsonOf(answer))
    if (said === null) throw new Problem('not-a-thread', 'This JSON holds no posts in a form that is known.')
    throw new Problem(meantBy(said), `This is a message of the site (“${said}”), not a thread.`)
  }
  if (looksLikeXml(answer.text)) {
    const feed = readFeed(answer)
    if (feed !== null) return feed
    throw new Problem('not-a-thread', 'This XML is no feed of posts.')
  }
  return isTable(answer.text) || isUnnamedTable(answer) ? readTable(answer, most) : readSpoken(answer, null, most)
}

/** Plain text as a conversation named `title`, of at most `most` posts. Throws the Problem of a text that only says why nothing is shown. */
export function readSpoken(answer: Answer, title: string | null, most: number): ReadThread {
  const thread = readPasted(answer.text, title, answer.readAt ?? null, most, answer.labels ?? null)
  const refused = bareRefusal(
    answer,
    thread.posts.some(({ author }) => author !== null),
  )
  if (refused !== null) throw refused
  return thread
}

/** What a programming interface says instead of an answer, in the ways most of them say it. */
function errorIn(value: unknown): string | null {
  const said =
    text(value, 'error', 'message') ??
    text(value, 'error', 'info') ??
    text(value, 'errorMessages', 0) ??
    text(value, 'errors', 0, 'message') ??
    text(value, 'errors', 0, 'detail') ??
    text(value, 'errors', 0) ??
    text(value, 'errors', 0, 'code') ??
    text(value, 'error_message') ??
    text(value, 'message') ??
    text(value, 'error_description') ??
    text(value, 'error')
  return said === null ? null : firstWords(titleText(said))
}

const MEANT: [RegExp, ProblemCode][] = [
  [/rate[\s_-]?limit|too many|slow down|throttl|quota/i, 'rate-limited'],
  [
    /log(?:ged)?[\s_-]?in\b|sign(?:ed)? in\b|authenti|permi(?:tted|ssion)|not allowed|forbidden|unauthori[sz]ed|denied|private|credentials|quarantined/i,
    'login-required',
  ],
  [
    /not[\s_-]?found|could(?:n['’]?t|[\s_]not)[\s_](?:be[\s_])?(?:find|found|resolve)|(?:does not|doesn['’]t) exist|no such|invalid \w+ id\b|^404$/i,
    'not-found',
  ],
  [/\b(?:deleted|gone)\b/i, 'gone'],
]

/** The code of what a site says in a few words. */
function meantBy(said: string): ProblemCode {
  return MEANT.find(([words]) => words.test(said))?.[1] ?? 'not-a-thread'
}

/** From the surest description of a discussion to the least: its own words, likeness of its parts, the article alone. */
function readPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const described = readStructured(answer, $)
  if (described !== null && described.completeness.missing.length === 0) return described
  const elsewhere = commentsElsewhere(answer)
  // Where another service keeps the comments, only what is plainly named a comment is one: it was saved with them shown.
  const alike = readSiblings(answer, $, elsewhere !== null)
  const [best] = [described, alike].flatMap((one) => one ?? []).sort((a, b) => b.posts.length - a.posts.length)
  if (best !== undefined) return best
  if (elsewhere !== null) throw elsewhere
  return articleOnly(answer)
}

/** A page without comments is one long post. */
function articleOnly(answer: Answer): ReadThread {
  const article = articleIn(answer)
  if (article === null && isBeyondArticles(answer.text)) throw longerThanArticles()
  const said = emptyPage(answer) ?? refusalInFrame(answer, article?.body.text ?? '')
  if (said !== null) throw said
  if (article === null) throw new Problem('not-a-thread', 'No discussion and no article was found on this page.')
  return assemble({
    platform: 'article',
    site: siteOf(answer.url, article.site ?? answer.fileName ?? 'A saved page'),
    url: answer.url,
    title: article.title,
    language: article.language,
    posts: [
      post({
        id: 'article',
        author: article.author,
        createdAt: article.publishedAt,
        title: article.title,
        body: article.body,
        permalink: answer.url,
        kind: 'article',
      }),
    ],
    notices: [
      ...[commentsRemark(answer)].filter((one) => one !== null),
      'No comments were found on this page; only its article was read. If there is a discussion, open it, save the page with the comments shown and drop it here.',
    ],
  })
}

/** The first `most` posts. Parents stand first, so what is kept never answers what is left out. */
export function capped(thread: ReadThread, most: number): ReadThread {
  const over = thread.posts.length - most
  if (over <= 0) return thread
  const missing = [...thread.completeness.missing, { why: `more than ${most} posts (MAX_POSTS)`, count: over }]
  return {
    ...thread,
    posts: thread.posts.slice(0, most),
    completeness: {
      ...thread.completeness,
      expected: thread.completeness.expected ?? thread.posts.length,
      got: most,
      missing,
    },
  }
}
