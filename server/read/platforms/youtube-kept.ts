/** YouTube comments as tools keep them that copy what the page shows: beside a video's data, or one on each line. */
import type { Post } from '../../../shared/thread.ts'
import { ageIn } from '../../text/age.ts'
import { clean } from '../../text/clean.ts'
import { instant } from '../../text/instant.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { plain } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { at, count, list, number, text, truthy } from '../json.ts'
import type { ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const VIDEO = 'video'

const votes = (value: unknown): number | null => likesShown(text(value, 'like_count') ?? text(value, 'votes'))

/** "1.2K" as the page shows it. */
export function likesShown(shown: string | null): number | null {
  const [, digits, unit] = /^(\d+(?:[.,]\d+)?)\s*([KM])?$/i.exec(shown?.trim() ?? '') ?? []
  if (digits === undefined) return null
  const times = unit === undefined ? 1 : /k/i.test(unit) ? 1e3 : 1e6
  return Math.round(Number(digits.replace(',', '.')) * times)
}

/** Comments of a video's data name their parent, or "root"; of those kept one by one an answer's id begins with it. */
const isKept = (value: unknown) =>
  (text(value, 'cid') !== null && text(value, 'author') !== null && at(value, 'reply') !== undefined) ||
  (text(value, 'id') !== null && text(value, 'parent') !== null && text(value, 'author') !== null)

/** The comments in `value`; empty where it is of something else. */
export function keptIn(value: unknown): unknown[] {
  const isVideo = /youtube/i.test(`${text(value, 'webpage_url')} ${text(value, 'extractor')}`)
  const all = isVideo
    ? list(value, 'comments')
    : (Array.isArray(value) ? value : [value]).filter((one) => at(one, 'cid') !== undefined)
  return all.filter((one) => isKept(one) && typeof at(one, 'text') === 'string')
}

/** Seconds in a year: no age the page shows is less exact. */
const YEAR = 31_556_952

/** When a comment was written, as far as "2 years ago" and the moment it was read tell: a unit off either way. */
function timeOf(value: unknown): Pick<Post, 'createdAbout'> {
  const at = instant(number(value, 'timestamp') ?? number(value, 'time_parsed'))
  const words = (text(value, '_time_text') ?? text(value, 'time') ?? '').replace(/\(edited\)/, '').trim()
  return at === null ? {} : { createdAbout: { at, within: ageIn(words, Date.parse(at))?.within ?? YEAR } }
}

function readOne(value: unknown, video: string | null): Post {
  const id = text(value, 'cid') ?? text(value, 'id') ?? ''
  const named = text(value, 'parent')
  const above =
    truthy(value, 'reply') || (named !== null && named !== 'root') ? (named ?? id.split('.')[0] ?? null) : null
  const comment = post({
    id,
    parentId: above ?? VIDEO,
    author: text(value, 'author'),
    score: votes(value),
    body: urlsInText(plain(clean(text(value, 'text') ?? '').trim())),
    permalink: video === null ? null : `https://www.youtube.com/watch?v=${video}&lc=${id}`,
    kind: 'comment',
    state: /\(edited\)/.test(text(value, 'time') ?? text(value, '_time_text') ?? '') ? 'edited' : 'ok',
  })
  return { ...comment, ...timeOf(value) }
}

/** The times of these comments are worked out from "2 years ago" and hold no better than that. */
export function readKept(value: unknown): ReadThread {
  const title = text(value, 'title')
  const video = title === null ? null : text(value, 'id')
  const url = text(value, 'webpage_url')
  const comments = keptIn(value).map((one) => readOne(one, video))
  const announced = count(value, 'comment_count')
  const opening = post({
    id: VIDEO,
    author: text(value, 'uploader') ?? text(value, 'channel'),
    createdAt: number(value, 'timestamp'),
    title,
    body: urlsInText(plain(clean(text(value, 'description') ?? '').trim())),
    permalink: url,
    kind: 'opening',
  })
  return assemble({
    platform: 'youtube',
    site: 'youtube.com',
    url,
    title,
    root: VIDEO,
    posts: title === null ? comments : [opening, ...comments],
    expected: title === null || announced === null ? null : announced + 1,
    notices: ['The times of these comments were worked out from how long ago they were shown to be.'],
  })
}
