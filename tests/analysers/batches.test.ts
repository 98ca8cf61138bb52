import { describe, expect, test } from 'vitest'
import { batches } from '../../server/analysers/batches.ts'
import type { Repeat } from '../../shared/debate.ts'
import { synthetic } from '../bench/synthetic.ts'
import { plainThread } from '../fixtures/posts.ts'
import { post } from './posts.ts'

const SIZE = { posts: 60, characters: 8_000, first: { batches: 1, posts: 6 } }
const own = (posts: { text: string; quotes: { start: number; end: number }[] }[]) =>
  posts.reduce(
    (sum, post) => sum + post.quotes.reduce((left, { start, end }) => left - (end - start), post.text.length),
    0,
  )

describe('batches for several requests at once', () => {
  const thread = synthetic(300)
  const cut = batches([thread], [], { ...SIZE, lanes: 6 })

  test('hold every post once', () => {
    const ids = cut.flatMap(({ posts }) => posts.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.toSorted()).toEqual(
      batches([thread], [], SIZE)
        .flatMap(({ posts }) => posts.map(({ id }) => id))
        .toSorted(),
    )
  })
  test('are of about one size after the first, and not much larger than asked for', () => {
    const sizes = cut.slice(1, -1).map(({ posts }) => own(posts))
    expect(Math.max(...sizes)).toBeLessThan(1.4 * SIZE.characters)
    expect(Math.min(...sizes)).toBeGreaterThan(0.7 * Math.max(...sizes))
    expect(cut[0]?.posts).toHaveLength(6)
  })
  test('fill their rounds', () => {
    expect([0, 1, 5]).toContain(cut.length % 6)
  })
  test('are smaller in a short thread, so that nobody waits for two large ones', () => {
    const short = synthetic(40)
    expect(own(short.posts)).toBeLessThan(2.5 * SIZE.characters)
    const sizes = batches([short], [], { ...SIZE, lanes: 6 }).map(({ posts }) => own(posts))
    expect(sizes.length).toBeGreaterThanOrEqual(4)
    expect(Math.min(...sizes.slice(1))).toBeGreaterThan(0.4 * SIZE.characters)
  })
  test.each([
    { posts: 60, characters: 3_000, most: 9 },
    { posts: 100, characters: 2_000, most: 15 },
    { posts: 40, characters: 9_000, most: 16 },
    { posts: 200, characters: 500, most: 14 },
  ])('of $posts posts of $characters characters are at most $most', ({ posts, characters, most }) => {
    const text = 'The ferry is late. '.repeat(characters / 19)
    const long = plainThread(Array.from({ length: posts }, (_, at) => post(`p${at}`, `${at} ${text}`)))
    const parts = batches([long], [], { ...SIZE, lanes: 6 })
    expect(parts.length).toBeLessThanOrEqual(most)
    // Not for the price of batches that are too much for one answer.
    for (const part of parts) expect(own(part.posts)).toBeLessThan(3.8 * SIZE.characters)
  })
})

test.each([
  ['a short list of remarks is one batch', 50, [50]],
  ['a longer one has a small batch first', 120, [6, 57, 57]],
])('%s', (_, count, sizes) => {
  const remark = 'The ferry is late on most days of the week, and nobody ever says why it is. '
  const list = plainThread(Array.from({ length: count }, (_, at) => post(`p${at}`, `${at} ${remark}`)))
  expect(batches([list], [], SIZE).map(({ posts }) => posts.length)).toEqual(sizes)
})

describe('an answer to a repeat', () => {
  const thread = plainThread([
    post('o', 'An opening.', { kind: 'opening' }),
    post('first', 'Said once.', { parentId: 'o' }),
    post('again', 'Said once.', { parentId: 'o' }),
    post('answer', 'An answer.', { parentId: 'again' }),
  ])
  const repeats = (kind: Repeat['kind'], of = 'first'): Repeat[] => [{ postId: 'again', of, kind, similarity: 1 }]
  const parent = (some: Repeat[]) =>
    batches([thread], some, SIZE)
      .flatMap(({ posts }) => posts)
      .find(({ id }) => id === 'answer')?.parentId

  test('is one to the post it repeats, which comes along as context', () => {
    expect(parent(repeats('exact'))).toBe('first')
    const cut = batches([thread], repeats('near'), { ...SIZE, posts: 1, first: { batches: 1, posts: 1 } })
    const own = cut.find(({ posts }) => posts.some(({ id }) => id === 'answer'))
    expect(own?.context.map(({ id }) => id)).toEqual(['o', 'first'])
  })
  test.each([
    ['has words of its own', repeats('partial')],
    ['repeats a post of another thread', repeats('cross-post', 'elsewhere')],
  ])('stays one to it where it %s', (_, some) => expect(parent(some)).toBe('again'))
})
