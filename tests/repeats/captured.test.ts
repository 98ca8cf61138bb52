import { readFileSync } from 'node:fs'
import { expect, test, type TestContext } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { resolveQuotes } from '../../server/repeats/quotes.ts'
import type { Thread } from '../../shared/thread.ts'
import { beside, WHY_ABSENT } from '../beside.ts'

/** Captured threads full of quotes: how many are marked, and how many of them must lead to a passage of the thread. */
const CAPTURED: [string, number, number][] = [
  ['discourse/delving-1509-posts.json', 138, 131],
  ['hackernews/item-48350598.html', 12, 10],
  ['mailinglist/public-inbox-thread.mbox.gz', 39, 39],
]

for (const [name, marked, followed] of CAPTURED) {
  const path = beside(`payloads/${name}`)
  test(name, (ctx: TestContext) => {
    if (path === null) ctx.skip(WHY_ABSENT)
    const bytes = readFileSync(path)
    const file = { kind: 'file' as const, name: name.split('/').at(-1) ?? name, base64: bytes.toString('base64') }
    const threads = preview(file, readConfig({})).map(
      (thread, at): Thread => ({ ...thread, id: `t${at}`, readAt: '2026-01-01T00:00:00Z', article: null }),
    )
    const found = resolveQuotes(threads)
    const posts = new Map(found.flatMap((thread) => thread.posts.map((post) => [post.id, post])))
    const quotes = [...posts.values()].flatMap((post) => post.quotes).filter((quote) => quote.how === 'marked')
    expect(quotes.length).toBe(marked)
    expect(quotes.filter((quote) => quote.of !== null).length).toBeGreaterThanOrEqual(followed)
    for (const { of } of quotes) {
      if (of !== null) expect(posts.get(of.postId)?.text.slice(of.start, of.end)).toMatch(/[\p{L}\p{N}]/u)
    }
    expect(resolveQuotes(found)).toEqual(found)
  })
}
