import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { check } from '../../../server/analysers/check.ts'
import { createModel } from '../../../server/analysers/model/index.ts'
import { partsOf } from '../../../server/analysers/model/long.ts'
import { accessTo } from '../../messages-server/access.ts'
import { type MessagesServer, startMessagesServer } from '../../messages-server/server.ts'
import { asking, batch, post } from '../posts.ts'

const paragraph = (n: number): string =>
  `Line ${n} of the tram network should be built before the other ones are. It would carry ${n} people every day.`
const LONG = Array.from({ length: 400 }, (_, n) => paragraph(n)).join('\n\n')

describe('a long post', () => {
  let server: MessagesServer | null = null
  afterEach(async () => {
    await server?.close()
    server = null
  })

  test.each([
    ['a service with room', {}],
    ['a service with little room', { contextTokens: 6_000, batchCharacters: 4_000, maxOutput: 3_000 }],
  ])('is read in parts, whole, by %s', async (_, profile) => {
    server = await startMessagesServer()
    const given = batch([post('x', LONG), post('y', paragraph(999), { parentId: 'x' })])
    const analyser = createModel(accessTo(server, profile))
    const found = check(given, await analyser.extract(given, asking()), 'model')
    expect(found.fates.map(({ postId, fate }) => `${postId} ${fate}`)).toEqual(['x mapped', 'y mapped'])
    expect(found.dropped).toEqual([])
    const starts = found.units.filter(({ postId }) => postId === 'x').map(({ start }) => start)
    const quarters = new Set(starts.map((start) => Math.floor((4 * start) / LONG.length)))
    expect(quarters.size).toBe(4)
    for (const { start, end, statement, verbatim } of found.units.filter(({ postId }) => postId === 'x')) {
      if (verbatim) expect(LONG.slice(start, end)).toBe(statement)
    }
  })
  test('of which a part is declined keeps what the others say, and tells of it', async () => {
    server = await startMessagesServer({
      fault: ({ data }) =>
        data !== null && 'context' in data && data.posts.some(({ text }) => text.includes('Line 0 of'))
          ? 'refusal'
          : null,
    })
    const given = batch([post('x', LONG)])
    const found = check(given, await createModel(accessTo(server)).extract(given, asking()), 'model')
    expect(found.fates).toMatchObject([{ fate: 'mapped', why: expect.stringContaining('part') as string }])
    expect(found.units.length).toBeGreaterThan(2)
  })
})

describe('parts', () => {
  const text = fc
    .array(fc.constantFrom('word ', 'Sentence. ', 'line\n', 'end.\n\n', '🚋', 'x'.repeat(30)), { maxLength: 200 })
    .map((all) => all.join(''))
  test('are the post again, none too long, with the marks where they were', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 40, max: 200 }), fc.nat(), fc.nat({ max: 50 }), (whole, most, at, length) => {
        const start = Math.min(at % (whole.length + 1), whole.length)
        const quote = { start, end: Math.min(whole.length, start + length) }
        const parts = partsOf(post('x', whole, { code: [quote] }), most)
        expect(parts.map((part) => part.text).join('')).toBe(whole)
        expect(parts.length === 1 || parts.every((part) => part.text.length <= most)).toBe(true)
        const marked = parts.flatMap((part) => part.code.map((range) => part.text.slice(range.start, range.end)))
        expect(marked.join('')).toBe(whole.slice(quote.start, quote.end))
      }),
    )
  })
  test('end where paragraphs end', () => {
    for (const part of partsOf(post('x', LONG), 4_000).slice(0, -1)) expect(part.text).toMatch(/\n\n$/)
  })
})
