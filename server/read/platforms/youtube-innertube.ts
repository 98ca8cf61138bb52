/**
 * YouTube comments as its page gets them: what each says stands among the entities of an answer, and who answers whom in
 * the tree the page draws. Older answers draw the words themselves.
 */
import type { Post } from '../../../shared/thread.ts'
import { clean } from '../../text/clean.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { plain } from '../../text/prose.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, jsonOf, list, record, text } from '../json.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { likesShown } from './youtube-kept.ts'

const VIDEO = 'video'

const entitiesIn = (value: unknown): unknown[] =>
  list(value, 'frameworkUpdates', 'entityBatchUpdate', 'mutations').map((one) => at(one, 'payload'))

/** What is said in one comment, from its entity or from what draws it. */
interface Said {
  author: string | null
  words: string | null
  age: string | null
  likes: string | null
  answers: string | null
}

const fromEntity = (entity: unknown): Said => ({
  author: text(entity, 'author', 'displayName'),
  words: text(entity, 'properties', 'content', 'content'),
  age: text(entity, 'properties', 'publishedTime'),
  likes: text(entity, 'toolbar', 'likeCountNotliked'),
  answers: text(entity, 'toolbar', 'replyCount'),
})

const fromRenderer = (renderer: unknown): Said => ({
  author: shown(at(renderer, 'authorText')),
  words: shown(at(renderer, 'contentText')),
  age: shown(at(renderer, 'publishedTimeText')),
  likes: shown(at(renderer, 'voteCount')),
  answers: text(renderer, 'replyCount'),
})

/** Words on the page come whole, or as runs of which some are links or bold. */
function shown(value: unknown): string | null {
  const runs = list(value, 'runs').flatMap((run) => text(run, 'text') ?? [])
  return text(value, 'simpleText') ?? (runs.length === 0 ? null : runs.join(''))
}

/** A comment where the page draws it. */
interface Drawn {
  id: string
  above: string | null
  said: Said | null
}

/** Comments in the order of the page; what is drawn inside a comment's thread answers it. */
function drawnIn(value: unknown): Drawn[] {
  const found: Drawn[] = []
  const todo: { here: unknown; above: string | null }[] = [{ here: value, above: null }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { here, above } = next
    const thread = at(here, 'commentThreadRenderer')
    const holder = record(thread) === null ? here : thread
    const renderer = at(holder, 'commentRenderer') ?? at(holder, 'comment', 'commentRenderer')
    const model = at(holder, 'commentViewModel')
    const id = text(renderer, 'commentId') ?? text(model, 'commentId') ?? text(model, 'commentViewModel', 'commentId')
    if (id !== null) {
      found.push({ id, above, said: record(renderer) === null ? null : fromRenderer(renderer) })
      todo.push({ here: at(holder, 'replies'), above: id })
      continue
    }
    const below: unknown[] = Array.isArray(here)
      ? here
      : Object.entries(record(here) ?? {}).flatMap(([name, one]) => (name === 'frameworkUpdates' ? [] : [one]))
    for (const one of below.toReversed()) if (typeof one === 'object') todo.push({ here: one, above })
  }
  return found
}

/** An answer's id begins with that of the comment it stands under. */
const startOf = (id: string): string | null => /^(.+)\.[^.]+$/.exec(id)?.[1] ?? null

const videoOf = (value: unknown, source: string): string | null =>
  text(value, 'videoDetails', 'videoId') ?? /\/watch\?v(?:=|\\u003d)([\w-]{11})(?![\w-])/.exec(source)?.[1] ?? null

/** How many comments the page's heading counts. */
function announcedIn(source: string): number | null {
  const [, digits] =
    /"commentsHeaderRenderer":\s*\{\s*"countText":\s*\{\s*"runs":\s*\[\s*\{\s*"text":\s*"(\d[\d.,\s]*)"/.exec(source) ??
    []
  return digits === undefined ? null : Number(digits.replace(/\D/g, ''))
}

const isVideo = (value: unknown) =>
  text(value, 'videoDetails', 'videoId') !== null && text(value, 'videoDetails', 'title') !== null

/** Whether `answer` is one the page of a video gets: of its comments, or of what the video is. */
export function isInnertube(answer: Answer): boolean {
  if (!/"comment(?:EntityPayload|Renderer)"|"videoDetails"/.test(answer.text)) return false
  const value = jsonOf(answer)
  return isVideo(value) || commentsIn(value).length > 0
}

function commentsIn(value: unknown): { id: string; above: string | null; said: Said }[] {
  const entities = new Map(
    entitiesIn(value).flatMap((payload): [string, Said][] => {
      const entity = at(payload, 'commentEntityPayload')
      const id = text(entity, 'properties', 'commentId')
      return id === null ? [] : [[id, fromEntity(entity)]]
    }),
  )
  const drawn = drawnIn(value)
  const known = new Set(drawn.map(({ id }) => id))
  const undrawn = [...entities.keys()].filter((id) => !known.has(id)).map((id) => ({ id, above: null, said: null }))
  return [...drawn, ...undrawn].flatMap(({ id, above, said: own }) => {
    const said = entities.get(id) ?? own
    return said === null || said.words === null ? [] : [{ id, above: above ?? startOf(id), said }]
  })
}

function opening(details: unknown, url: string | null): Post {
  return post({
    id: VIDEO,
    author: text(details, 'author'),
    title: text(details, 'title'),
    body: urlsInText(plain(clean(text(details, 'shortDescription') ?? '').trim())),
    permalink: url,
    kind: 'opening',
  })
}

/** Its times are only "2 years ago", counted from when the answer was recorded. */
export function readInnertube(answer: Answer): ReadThread {
  const value = jsonOf(answer)
  const video = videoOf(value, answer.text)
  const url = video === null ? null : `https://www.youtube.com/watch?v=${video}`
  const comments = commentsIn(value)
  const answered = new Map<string, number>()
  for (const { above } of comments) if (above !== null) answered.set(above, (answered.get(above) ?? 0) + 1)
  const missing: Missing = comments.flatMap(({ id, said }) => {
    const left = (likesShown(said.answers) ?? 0) - (answered.get(id) ?? 0)
    return left > 0 ? [{ why: 'answers YouTube did not hand out with their comments', count: left, below: id }] : []
  })
  const announced = announcedIn(answer.text)
  const posts = comments.map(({ id, above, said }) =>
    post({
      id,
      parentId: above ?? VIDEO,
      author: said.author,
      age: said.age?.replace(/\([^)]*\)/, '').trim() ?? null,
      readAt: answer.readAt,
      score: likesShown(said.likes),
      body: urlsInText(plain(clean(said.words ?? '').trim())),
      permalink: url === null ? null : `${url}&lc=${id}`,
      kind: 'comment',
      state: /\(/.test(said.age ?? '') ? 'edited' : 'ok',
    }),
  )
  return assemble({
    platform: 'youtube',
    site: 'youtube.com',
    url,
    title: text(value, 'videoDetails', 'title') ?? (video === null ? null : `Comments on video ${video}`),
    root: VIDEO,
    posts: isVideo(value) ? [opening(at(value, 'videoDetails'), url), ...posts] : posts,
    expected: announced === null ? null : announced + 1,
    missing: [
      ...missing,
      ...(isVideo(value) ? [] : [{ why: 'what the video says of itself', count: 1, opening: true as const }]),
    ],
  })
}
