/** YouTube comments from its Data API, which wants a key; two levels, a part of the answers comes with the comments. */
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { clean } from '../../text/clean.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { refusal, unusable } from '../answers.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, jsonOf, list, number, text } from '../json.ts'
import type { Answer, Ask, Platform, ReadThread, Step } from '../platform.ts'
import { post } from '../post.ts'
import { isInnertube, readInnertube } from './youtube-innertube.ts'
import { keptIn, readKept } from './youtube-kept.ts'
import { isYouTubePage, readYouTubePage } from './youtube-pages.ts'

const API = 'https://www.googleapis.com/youtube/v3'

function body(snippet: unknown): Prose {
  const original = text(snippet, 'textOriginal')
  if (original !== null) return urlsInText(plain(clean(original).trim()))
  return htmlToText(text(snippet, 'textDisplay') ?? '')
}

function read(comment: unknown, video: string | null): Post {
  const snippet = at(comment, 'snippet')
  const id = text(comment, 'id') ?? ''
  const of = video ?? text(snippet, 'videoId')
  return post({
    id,
    parentId: text(snippet, 'parentId'),
    author: text(snippet, 'authorDisplayName'),
    createdAt: at(snippet, 'publishedAt'),
    score: number(snippet, 'likeCount'),
    body: body(snippet),
    permalink: of === null ? null : `https://www.youtube.com/watch?v=${of}&lc=${id}`,
    kind: 'comment',
    state:
      text(snippet, 'updatedAt') !== null && text(snippet, 'updatedAt') !== text(snippet, 'publishedAt')
        ? 'edited'
        : 'ok',
  })
}

interface Gathered {
  posts: Post[]
  /** Comments whose answers did not all come along. */
  short: { id: string; count: number }[]
}

function gather(items: unknown[]): Gathered {
  const posts: Post[] = []
  const short: Gathered['short'] = []
  for (const item of items) {
    const top = at(item, 'snippet', 'topLevelComment')
    if (top === undefined) {
      posts.push(read(item, null))
      continue
    }
    const video = text(item, 'snippet', 'videoId')
    const replies = list(item, 'replies', 'comments')
    posts.push(read(top, video), ...replies.map((reply) => read(reply, video)))
    const left = (count(item, 'snippet', 'totalReplyCount') ?? 0) - replies.length
    if (left > 0) short.push({ id: text(top, 'id') ?? '', count: left })
  }
  return { posts, short }
}

const itemsOf = (value: unknown) =>
  [value, ...list(value, 'items')].filter((item) => /^youtube#comment(?:Thread)?$/.test(text(item, 'kind') ?? ''))

function thread(title: unknown, video: string | null, gathered: Gathered, missing: Missing): ReadThread {
  const first = title === null ? [] : [opening(title, video)]
  const left = gathered.short.reduce((sum, one) => sum + one.count, 0)
  const posts =
    first.length === 0
      ? gathered.posts
      : gathered.posts.map(
          (one): Post => (one.parentId === null ? { ...one, parentId: 'video', parentVia: 'platform' } : one),
        )
  return assemble({
    platform: 'youtube',
    site: 'youtube.com',
    url: video === null ? null : `https://www.youtube.com/watch?v=${video}`,
    title: text(title, 'title') ?? (video === null ? null : `Comments on video ${video}`),
    posts: [...first, ...posts],
    missing: [
      ...missing,
      ...(left > 0 ? [{ why: 'answers YouTube did not hand out with their comments', count: left }] : []),
    ],
  })
}

function opening(snippet: unknown, video: string | null): Post {
  return post({
    id: 'video',
    author: text(snippet, 'channelTitle'),
    createdAt: at(snippet, 'publishedAt'),
    title: text(snippet, 'title'),
    body: urlsInText(plain(clean(text(snippet, 'description') ?? '').trim())),
    permalink: video === null ? null : `https://www.youtube.com/watch?v=${video}`,
    kind: 'opening',
  })
}

function problemIn(value: unknown): Problem | null {
  if (at(value, 'error') === undefined || number(value, 'error', 'code') === null) return null
  const reason = `${text(value, 'error', 'errors', 0, 'reason')} ${text(value, 'error', 'status')}`
  // YouTube names the key in some of its refusals, and what is said here is kept and shown.
  const said = (text(value, 'error', 'message') ?? 'an error').replace(/api_key:[\w-]+/g, 'the key')
  if (/commentsDisabled/.test(reason)) return new Problem('not-a-thread', 'Comments are turned off for this video.')
  if (/quota|rateLimit/i.test(reason))
    return new Problem('rate-limited', 'The YouTube key has used up what it may read today.')
  if (/notFound/i.test(reason)) return new Problem('not-found', 'YouTube knows no such video.')
  return new Problem('needs-key', `YouTube refused the request: ${said.replace(/\.$/, '')}.`)
}

const NO_VIDEO = { why: 'what the video says of itself', count: 1, opening: true as const }

type State =
  | { stage: 'comments'; video: string; title: unknown; gathered: Gathered; missing: Missing; page: number }
  | { stage: 'replies'; video: string; title: unknown; gathered: Gathered; missing: Missing }

function videoOf(url: URL): string | null {
  const host = url.hostname.replace(/^(?:www|m|music)\./, '')
  if (host === 'youtu.be') return /^\/([\w-]{6,})/.exec(url.pathname)?.[1] ?? null
  if (host !== 'youtube.com') return null
  return url.pathname === '/watch'
    ? url.searchParams.get('v')
    : (/^\/(?:shorts|live|embed)\/([\w-]{6,})/.exec(url.pathname)?.[1] ?? null)
}

const ask = (path: string, query: Record<string, string>, key: string, purpose: string): Ask => ({
  url: `${API}/${path}?${new URLSearchParams({ ...query, key }).toString()}`,
  purpose,
})

const askPage = (video: string, key: string, page: number, token: string | null): Ask =>
  ask(
    'commentThreads',
    {
      part: 'snippet,replies',
      videoId: video,
      maxResults: '100',
      textFormat: 'plainText',
      ...(token === null ? {} : { pageToken: token }),
    },
    key,
    `comments, page ${page}`,
  )

export const youtube: Platform<State> = {
  id: 'youtube',
  name: 'YouTube',
  recognise: (url) => (videoOf(url) === null ? null : 'sure'),
  sniff: (answer) =>
    isYouTubePage(answer) ||
    isInnertube(answer) ||
    itemsOf(jsonOf(answer)).length > 0 ||
    keptIn(jsonOf(answer)).length > 0 ||
    (text(jsonOf(answer), 'kind') ?? '').startsWith('youtube#comment') ||
    /youtube/i.test(
      `${text(jsonOf(answer), 'error', 'errors', 0, 'domain')} ${text(jsonOf(answer), 'error', 'details', 0, 'metadata', 'service')}`,
    ),
  file(answer) {
    if (isYouTubePage(answer)) return [readYouTubePage(answer)]
    if (isInnertube(answer)) return [readInnertube(answer)]
    const value = jsonOf(answer)
    const problem = problemIn(value)
    if (problem !== null) throw problem
    if (keptIn(value).length > 0) return [readKept(value)]
    if (itemsOf(value).length === 0) throw new Problem('not-a-thread', 'This list of YouTube holds no comments.')
    const more = text(value, 'nextPageToken') === null ? [] : [{ why: 'further pages of comments', count: null }]
    const gathered = gather(itemsOf(value))
    const video =
      itemsOf(value)
        .map((item) => text(item, 'snippet', 'videoId'))
        .find((one) => one !== null) ?? null
    return [thread(null, video, gathered, more)]
  },
  begin(url, config) {
    const video = videoOf(url) ?? ''
    if (config.YOUTUBE_KEY === undefined) {
      throw new Problem('needs-key', 'YouTube hands comments out only to programs with a key.', {
        remedy:
          'Enter a key on the settings page, or set YOUTUBE_KEY. Or scroll through the comments, copy them, and paste the text.',
      })
    }
    const about = ask('videos', { part: 'snippet', id: video }, config.YOUTUBE_KEY, 'the video')
    const gathered = { posts: [], short: [] }
    return {
      asks: [about, askPage(video, config.YOUTUBE_KEY, 1, null)],
      state: { stage: 'comments', video, title: null, gathered, missing: [], page: 1 },
    }
  },
  resume(state, answers, config): Step<State> {
    const key = config.YOUTUBE_KEY ?? ''
    if (state.stage === 'replies') return { thread: afterReplies(state, answers) }
    const answer = answers.at(-1) as Answer
    const found = answer.problem === undefined ? jsonOf(answer) : undefined
    const problem = problemIn(found) ?? unusable(answer, Array.isArray(at(found, 'items')))
    if (state.page === 1 && problem !== null) throw problem
    const value = problem === null ? found : undefined
    const title = state.page === 1 ? (at(jsonOf(answers[0] as Answer), 'items', 0, 'snippet') ?? null) : state.title
    const missing = [
      ...state.missing,
      ...(state.page === 1 && title === null ? [NO_VIDEO] : []),
      ...(problem === null ? [] : [{ why: `comments from page ${state.page} on: ${problem.message}`, count: null }]),
    ]
    const fresh = gather(itemsOf(value))
    const gathered = {
      posts: [...state.gathered.posts, ...fresh.posts],
      short: [...state.gathered.short, ...fresh.short],
    }
    const token = text(value, 'nextPageToken')
    if (token !== null && state.page < 30) {
      return {
        asks: [askPage(state.video, key, state.page + 1, token)],
        state: { ...state, title, gathered, missing, page: state.page + 1 },
      }
    }
    const asks = gathered.short
      .slice(0, 20)
      .map(({ id }) =>
        ask(
          'comments',
          { part: 'snippet', parentId: id, maxResults: '100', textFormat: 'plainText' },
          key,
          'more answers',
        ),
      )
    if (asks.length === 0) return { thread: thread(title, state.video, gathered, missing) }
    return { asks, state: { stage: 'replies', video: state.video, title, gathered, missing } }
  },
}

function afterReplies(state: Extract<State, { stage: 'replies' }>, answers: Answer[]): ReadThread {
  const known = new Set(state.gathered.posts.map((one) => one.id))
  const more = answers
    .flatMap((answer) => (refusal(answer) === null ? itemsOf(jsonOf(answer)) : []))
    .map((item) => read(item, state.video))
  const fresh = more.filter((one) => !known.has(one.id))
  const short = state.gathered.short.map(({ id, count: left }) => ({
    id,
    count: Math.max(0, left - fresh.filter((one) => one.parentId === id).length),
  }))
  return thread(state.title, state.video, { posts: [...state.gathered.posts, ...fresh], short }, state.missing)
}
