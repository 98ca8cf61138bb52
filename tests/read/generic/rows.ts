/** What a reader finds in a dropped file, in rows short enough to stand beside it. */
import { expect } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { preview } from '../../../server/read/index.ts'
import type { ReadThread } from '../../../server/read/platform.ts'
import { faults } from '../faults.ts'

/** Author, how the words start, place of the post it answers. */
export type Row = [author: string | null, starts: string, answers: number | null]

export function threadsIn(
  content: string | Uint8Array,
  name: string,
  settings: Record<string, string> = {},
): ReadThread[] {
  const base64 = Buffer.from(content).toString('base64')
  const threads = preview({ kind: 'file', name, base64 }, readConfig(settings))
  expect(threads.flatMap(faults)).toEqual([])
  return threads
}

export function rowsOf(thread: ReadThread | undefined): Row[] {
  const places = new Map(thread?.posts.map(({ id }, place) => [id, place]))
  return (thread?.posts ?? []).map(({ author, text, heading, parentId }) => [
    author,
    text.slice(heading).trim(),
    parentId === null ? null : (places.get(parentId) ?? null),
  ])
}

/** Reads `content` and compares; texts need to start as `expected` says. */
export function expectRows(content: string, name: string, expected: Row[]): ReadThread {
  const [thread] = threadsIn(content, name)
  const found = rowsOf(thread)
  expect(
    found.map(([author, text, answers], at) => [author, text.slice(0, expected[at]?.[1].length ?? 60), answers]),
  ).toEqual(expected)
  return thread as ReadThread
}

/** A page with a head and whatever `body` says. */
export const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Free ferries</title>${head}</head><body>${body}</body></html>`

export const jsonLd = (...values: unknown[]) =>
  values.map((value) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`).join('\n')

/** Words of an article long enough to be one. */
export const ARTICLE = Array.from(
  { length: 6 },
  (_, at) =>
    `<p>The harbour council met on the matter of the ferry for the ${at + 3}th time, and heard from the people of the north shore how the fare weighs on those who cross twice a day.</p>`,
).join('')
