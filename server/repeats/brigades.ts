/** Many people posting one text in short time: not wrong in itself, but a reader should see that it is one text. */
import type { Repeat } from '../../shared/debate.ts'
import type { Thread } from '../../shared/thread.ts'
import { inTime, personOf } from './order.ts'

/** Different people whose posts of one text make it a brigade. */
export const PEOPLE = 5
/** Hours within which they must post it; where times are unknown, the number of people alone decides. */
const HOURS = 24

/** One text posted by many. `of` is the first post, `copies` are the others, earliest first. */
interface Brigade {
  of: string
  copies: string[]
  /** Different people, the first one included. */
  people: number
  /** ISO 8601 of the first and last post of the densest time, null where times are unknown. */
  from: string | null
  to: string | null
}

/**
 * Texts of which at least `PEOPLE` different people post copies within `HOURS`; most people first. One person posting a
 * text many times is no brigade, and cross-posts and posts without a name do not count, for they may be the same person.
 */
export function brigades(threads: readonly Thread[], repeats: readonly Repeat[]): Brigade[] {
  const placed = new Map(inTime(threads).map((one) => [one.post.id, one]))
  const copies = new Map<string, string[]>()
  for (const { postId, of, kind } of repeats) {
    if (kind === 'exact' || kind === 'near') copies.set(of, [...(copies.get(of) ?? []), postId])
  }
  const order = new Map([...placed.keys()].map((id, at) => [id, at]))
  return [...copies]
    .flatMap(([of, found]) => {
      const ids = found.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      const posts = [of, ...ids].flatMap((id) => {
        const one = placed.get(id)
        const person = one === undefined ? null : personOf(one)
        return person === null ? [] : [{ person, at: one?.post.createdAt ?? null }]
      })
      const dense = densest(posts)
      return dense.people < PEOPLE ? [] : [{ of, copies: ids, ...dense }]
    })
    .sort((a, b) => b.people - a.people || (order.get(a.of) ?? 0) - (order.get(b.of) ?? 0))
}

/** The most people within `HOURS`, and when; posts are given earliest first. */
function densest(posts: readonly { person: string; at: string | null }[]): Pick<Brigade, 'people' | 'from' | 'to'> {
  const timed = posts.flatMap(({ person, at }) => (at === null ? [] : [{ person, at, time: Date.parse(at) }]))
  if (timed.length < posts.length)
    return { people: new Set(posts.map(({ person }) => person)).size, from: null, to: null }
  let best: Pick<Brigade, 'people' | 'from' | 'to'> = { people: 0, from: null, to: null }
  const inside = new Map<string, number>()
  let start = 0
  for (const last of timed) {
    inside.set(last.person, (inside.get(last.person) ?? 0) + 1)
    for (let first = timed[start]; first !== undefined && last.time - first.time > HOURS * 3_600_000; ) {
      const left = (inside.get(first.person) ?? 1) - 1
      if (left === 0) inside.delete(first.person)
      else inside.set(first.person, left)
      first = timed[++start]
    }
    if (inside.size > best.people) best = { people: inside.size, from: timed[start]?.at ?? null, to: last.at }
  }
  return best
}

/** A sentence for the reader about one brigade. */
export function brigadeNotice({ copies, people, from, to }: Brigade): string {
  const when = from === null || to === null ? '' : ` within ${span(Date.parse(to) - Date.parse(from))}`
  return `One text was posted ${copies.length + 1} times, by ${people} people${when}. It is shown once, with all who posted it.`
}

function span(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000))
  if (minutes < 90) return minutes === 1 ? 'a minute' : `${minutes} minutes`
  return `${Math.round(minutes / 60)} hours`
}
