/** What every form of Reddit shares: its address, the name of a thread, and how its pages show what was taken down. */
import type { Post } from '../../../shared/thread.ts'
import { absolute } from '../../text/html-to-text.ts'
import { assemble, type Parts } from '../assemble.ts'
import type { Found } from '../page.ts'
import type { ReadThread } from '../platform.ts'

/** What addresses on its pages and in its answers are relative to. */
export const ORIGIN = 'https://www.reddit.com'

/** What Reddit calls the thread, without its title and the comment the address may name. */
export function redditKey(url: string | null): string | null {
  return /\/comments\/(\w+)/.exec(url ?? '')?.[1] ?? url
}

export function thread(
  parts: Pick<Parts, 'url' | 'title' | 'posts' | 'expected' | 'language'> & Partial<Parts>,
): ReadThread {
  return assemble({ platform: 'reddit', site: 'reddit.com', key: redditKey(parts.url ?? null), ...parts })
}

/** What became of a post whose words are nothing but the note that stands in for them. */
export function standIn(words: Found): 'deleted' | 'removed' | null {
  const note =
    /^\s*(?:\[\s*(deleted|removed)\b[^\]]*\]|comment (deleted|removed) by (?:user|moderator|reddit))\s*$/i.exec(
      words.text(),
    )
  const what = (note?.[1] ?? note?.[2])?.toLowerCase()
  return what === 'deleted' || what === 'removed' ? what : null
}

/** Where a path on a page leads. */
export const addressOf = (path: string | undefined): string | null => absolute(path, ORIGIN)

/** Submissions as a subreddit lists them, each a thread whose comments are elsewhere; `announced`: how many, by its id. */
export function listedAlone(submissions: Post[], announced: Map<string, number | null>): ReadThread[] {
  return submissions.map((one) => {
    const comments = announced.get(one.id) ?? null
    return thread({
      url: one.permalink,
      title: one.text.slice(0, one.heading),
      posts: [one],
      expected: comments === null ? null : comments + 1,
      language: null,
    })
  })
}
