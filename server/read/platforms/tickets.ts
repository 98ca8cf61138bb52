/** A ticket of a tracker as a thread: the report opens it, the comments follow. */
import type { Post } from '../../../shared/thread.ts'
import { assemble, type Missing } from '../assemble.ts'
import { siteOf } from '../page.ts'
import type { ReadThread } from '../platform.ts'
import { type Draft, post } from '../post.ts'

/** Id of the opening post. */
export const REPORT = 'report'

/** A ticket in the words all of them have; without a report the comments stand alone. */
export interface Ticket {
  tracker: string
  url: string | null
  title: string | null
  report: Omit<Draft, 'id'> | null
  comments: Draft[]
  /** Comments announced, where that is told. */
  total: number | null
}

export function threadOf({ tracker, url, title, report, comments, total }: Ticket, announced: Missing): ReadThread {
  const posts: Post[] = [
    ...(report === null ? [] : [post({ ...report, id: REPORT, title, kind: 'opening', permalink: url })]),
    ...comments.map((comment) => post({ kind: 'comment', ...comment })),
  ]
  return assemble({
    platform: 'tracker',
    site: siteOf(url, tracker),
    url,
    title,
    posts,
    root: REPORT,
    expected: total === null ? null : total + 1,
    missing: announced,
  })
}

export const COMMENTS_APART: Missing = [{ why: 'the comments on this ticket', count: null, below: REPORT }]
export const NO_REPORT: Missing = [{ why: 'the report these comments are about', count: 1, opening: true }]
