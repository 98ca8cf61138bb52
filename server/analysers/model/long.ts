/** Posts longer than an answer can do justice to: each part is asked about as a post of its own, the answers are put together. */
import type { Post, Range } from '../../../shared/thread.ts'
import type { Noted, UnitRef } from './noted.ts'

/** Times the size of a batch from which a post is cut. */
const LONG = 2
/** Share of a part that may stay empty for the sake of a better place to cut. */
const SLACK = 0.5
/** Places to cut at, best first: between paragraphs, lines, sentences, words. */
const BREAKS = [/\n\s*\n/g, /\n/g, /[.!?。！？]\s+/g, /\s/g]

/** The post in parts of at most `most` characters, which together are its text; the post alone where it is not long. */
export function partsOf(post: Post, most: number): Post[] {
  if (post.text.length <= LONG * most) return [post]
  const parts: Post[] = []
  for (let start = 0; start < post.text.length; ) {
    const end = endOf(post, start, most)
    parts.push(partOf(post, { start, end }, parts.length))
    start = end
  }
  return parts
}

function endOf(post: Post, start: number, most: number): number {
  if (start + most >= post.text.length) return post.text.length
  const window = post.text.slice(start, start + most)
  const marked: Range[] = [...post.quotes, ...post.code, ...post.links]
  const isInside = (at: number): boolean => marked.some((range) => range.start < at && at < range.end)
  for (const pattern of BREAKS) {
    const ends = [...window.matchAll(pattern)].map((found) => start + found.index + found[0].length)
    const best = ends.findLast((end) => !isInside(end))
    if (best !== undefined && best - start > most * SLACK) return best
  }
  const half = /[\ud800-\udbff]$/.test(window) ? 1 : 0
  return start + window.length - half
}

function partOf(post: Post, { start, end }: Range, index: number): Post {
  const within = <T extends Range>(ranges: T[]): T[] =>
    ranges
      .filter((range) => range.start < end && range.end > start)
      .map((range) => ({
        ...range,
        start: Math.max(range.start, start) - start,
        end: Math.min(range.end, end) - start,
      }))
  return {
    ...post,
    id: `${post.id}#${index + 1}`,
    text: post.text.slice(start, end),
    heading: Math.max(0, Math.min(post.heading, end) - start),
    quotes: within(post.quotes),
    links: within(post.links),
    code: within(post.code),
  }
}

/** The record of a post from those of its parts; null for parts without one. */
export function putTogether(post: Post, parts: Post[], records: (Noted | null)[]): Noted {
  const own = new Set(parts.map((part) => part.id))
  const home = (ref: UnitRef): UnitRef => (own.has(ref.postId) ? { ...ref, postId: post.id } : ref)
  const whole: Noted = { units: [], links: [], replies: [], judged: [], none: null, apart: false, unread: false }
  let offset = 0
  parts.forEach((part, index) => {
    const noted = records[index]
    const before = whole.units.length
    for (const unit of noted?.units ?? []) {
      whole.units.push({ ...unit, start: unit.start === null ? null : unit.start + offset })
    }
    for (const link of noted?.links ?? []) {
      const step = link.step === null ? null : home(link.step)
      whole.links.push({ ...link, from: link.from + before, to: home(link.to), step })
    }
    for (const reply of noted?.replies ?? []) whole.replies.push({ ...reply, from: reply.from + before })
    whole.judged.push(...(noted?.judged ?? []).filter((id) => !own.has(id)))
    whole.apart ||= noted?.apart ?? false
    whole.unread ||= noted?.unread ?? false
    whole.none ??= noted?.none ?? null
    offset += part.text.length
  })
  return whole.units.length > 0 ? { ...whole, none: null } : whole
}
