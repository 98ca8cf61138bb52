/** The laws every thread obeys, whatever it was read from. */
import type { ReadThread } from '../../server/read/platform.ts'

/** What is wrong with `thread`, in words; nothing for a good one. */
export function faults(thread: ReadThread): string[] {
  const found: string[] = []
  const seen = new Set<string>()
  for (const post of thread.posts) {
    const say = (what: string) => found.push(`${post.id}: ${what}`)
    if (seen.has(post.id)) say('its id stands twice')
    if (post.parentId !== null && !seen.has(post.parentId)) say('its parent does not stand before it')
    if ((post.parentId === null) !== (post.parentVia === 'none')) say('its parent and how it is known disagree')
    if (post.text !== post.text.normalize('NFC')) say('its text is not in normal form')
    if (/[\u200B\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u.test(post.text))
      say('its text holds invisible characters')
    if (post.heading > post.text.length) say('its heading is longer than its text')
    for (const range of [...post.quotes, ...post.links, ...post.code]) {
      if (range.start >= range.end || range.end > post.text.length)
        say(`range ${range.start}-${range.end} is not in its text`)
    }
    for (const link of post.links) if (!/^https?:/.test(link.url)) say(`links ${link.url}`)
    if (post.createdAt !== null && !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(post.createdAt))
      say(`its time is ${post.createdAt}`)
    if (['deleted', 'removed'].includes(post.state) && post.text.length > post.heading) say('it is gone but has words')
    seen.add(post.id)
  }
  const { expected, got } = thread.completeness
  if (got !== thread.posts.length) found.push(`says ${got} posts, has ${thread.posts.length}`)
  if (expected !== null && expected < got) found.push(`expects ${expected} posts, has ${got}`)
  return found
}
