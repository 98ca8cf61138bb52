import { expect, test } from 'vitest'
import { brigadeNotice, brigades } from '../../server/repeats/brigades.ts'
import { foldPosts } from '../../server/repeats/posts.ts'
import { post, thread } from './threads.ts'

const CALL = 'Write to the council today and tell them that the ferry must stay free for everybody on the island.'

/** Copies by the named people, one every so many minutes. */
function found(people: (string | null)[], minutes: number | null) {
  const posts = people.map((author, at) =>
    post(CALL, {
      author,
      createdAt: minutes === null ? null : new Date(Date.UTC(2026, 2, 1) + at * minutes * 60_000).toISOString(),
    }),
  )
  const threads = [thread(posts)]
  return brigades(threads, foldPosts(threads))
}

const SIX = ['ann', 'bob', 'cleo', 'dan', 'eve', 'fay']

test('six people within the hour are one', () => {
  expect(found(SIX, 10)).toEqual([
    {
      of: 'p1',
      copies: ['p2', 'p3', 'p4', 'p5', 'p6'],
      people: 6,
      from: '2026-03-01T00:00:00.000Z',
      to: '2026-03-01T00:50:00.000Z',
    },
  ])
})

test('so are people who post at unknown times', () => {
  expect(found(SIX, null)).toMatchObject([{ people: 6, from: null, to: null }])
})

const NONE: [string, (string | null)[], number | null][] = [
  ['one person six times', ['ann', 'ann', 'ann', 'Ann', 'ann', 'ann'], 10],
  ['four people', SIX.slice(0, 4), 10],
  ['six people over a week', SIX, 24 * 60],
  ['nobody by name', SIX.map(() => null), 10],
]
test.each(NONE)('%s: none', (_, people, minutes) => {
  expect(found(people, minutes)).toEqual([])
})

test('a sentence says it', () => {
  expect(found(SIX, 10).map(brigadeNotice)).toEqual([
    'One text was posted 6 times, by 6 people within 50 minutes. It is shown once, with all who posted it.',
  ])
})
