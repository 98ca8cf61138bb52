/** A thread written down as rows, to be compared with what a dropped file is read as. */
import { expect } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { preview } from '../../server/read/index.ts'
import { faults } from './faults.ts'

const config = readConfig({})

/** Writer, words, place of the parent, and what else is worth a look: time, score, state. */
export type Row = [author: string | null, text: string, parent: number | null, more?: Record<string, unknown>]

/** A file (text, or a document to be written as JSON) with its rows; `lacking`: the thread is not whole. */
export type Form = [name: string, content: unknown, posts: Row[], lacking?: boolean]

export const html = (body: string, head = '<title>Ferries</title>') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`

/** Expects `content` (text, or a document to be written as JSON) to be one thread with these rows; `lacking`: not whole. */
export function check(content: unknown, expected: Row[], lacking: boolean): void {
  const source = typeof content === 'string' ? content : JSON.stringify(content)
  const [thread, ...others] = preview(
    { kind: 'file', name: 'file', base64: Buffer.from(source).toString('base64') },
    config,
  )
  expect(others).toEqual([])
  if (thread === undefined) throw new Error('no thread')
  expect(faults(thread)).toEqual([])
  const places = new Map(thread.posts.map(({ id }, place) => [id, place]))
  expect(
    thread.posts.map(({ author, text, parentId, ...post }, index) => {
      const more = expected[index]?.[3]
      const row: Row = [author, text, parentId === null ? null : (places.get(parentId) ?? null)]
      if (more !== undefined)
        row.push(Object.fromEntries(Object.keys(more).map((key) => [key, (post as Record<string, unknown>)[key]])))
      return row
    }),
  ).toEqual(expected)
  expect(thread.completeness.missing.length > 0).toBe(lacking)
}
