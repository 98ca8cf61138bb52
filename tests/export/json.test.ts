import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { json } from '../../server/export/json.ts'
import { LIBRARY } from '../graph/example.ts'
import { debateOf } from '../graph/notation.ts'

test('the pieces together are the data as JSON writes it, whatever its notices and posts hold', async () => {
  const debate = await debateOf(LIBRARY)
  const [thread] = debate.threads
  const [post] = thread?.posts ?? []
  if (thread === undefined || post === undefined) throw new Error('The example has a post.')
  const texts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 60 })
  fc.assert(
    fc.property(texts, texts, (notices, said) => {
      const posts = said.map((text) => ({ ...post, text }))
      const changed = { ...debate, notices, threads: [{ ...thread, posts }] }
      expect([...json(changed)].join('')).toBe(`${JSON.stringify(changed, null, 2)}\n`)
    }),
  )
})

test('no piece of a long debate is long', async () => {
  const debate = await debateOf(LIBRARY)
  const posts = Array.from({ length: 1000 }, (_, n) => ({ ...debate.threads[0]?.posts[0], id: `p${n}` }))
  const long = { ...debate, threads: [{ ...debate.threads[0], posts }] } as typeof debate
  expect(Math.max(...[...json(long)].map((piece) => piece.length))).toBeLessThan(10_000)
})
