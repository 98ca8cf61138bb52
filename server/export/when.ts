/** When a post was written, in UTC and as coarse as it is known: "2026-05-01", "about 2026-05", "about 2024". */
import type { Post } from '../../shared/thread.ts'

const DAY = 86_400

/** Null where nothing is known. */
export function dayOf(post: Post | undefined): string | null {
  return post?.createdAt?.slice(0, 10) ?? aboutOf(post)
}

/** The exact time, or about when; empty where neither is known. */
export function timeOf(post: Post | undefined): string {
  return post?.createdAt ?? aboutOf(post) ?? ''
}

function aboutOf(post: Post | undefined): string | null {
  const about = post?.createdAbout
  if (about === undefined) return null
  const known = about.within < 20 * DAY ? 'yyyy-mm-dd' : about.within < 300 * DAY ? 'yyyy-mm' : 'yyyy'
  return `about ${about.at.slice(0, known.length)}`
}
