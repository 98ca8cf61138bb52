import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Thread } from '../../shared/thread.ts'
import { foldPosts } from '../../server/repeats/posts.ts'
import { post, thread } from './threads.ts'

const SAID = [
  'The ferry should stay free, because most people who live on the island cannot drive to the bridge in winter.',
  'A free ferry costs the town three million a year, which is more than the whole school gets from the council.',
  'Nobody has shown me where the forty million for a bridge should come from, or who will keep it free of ice.',
]
const ENDINGS = [
  '',
  ' I mean it.',
  ' Think of the pupils who go to school by boat on every morning of the winter.',
  ' Not 7 but 9.',
]
const DAYS = [null, '2026-01-01T10:00:00Z', '2026-01-01T10:00:00Z', '2026-01-02T10:00:00Z']

/** One of few texts, whole, halved or edited, by one of few people, at one of few times, perhaps answering or cross-posted. */
const drawn = fc.record({
  text: fc
    .tuple(fc.constantFrom(...SAID), fc.constantFrom(...SAID, ''), fc.constantFrom(...ENDINGS), fc.boolean())
    .map(([first, second, ending, edited]) => `${edited ? first.replace('free', 'cheap') : first} ${second}${ending}`),
  author: fc.constantFrom('ann', 'bob', null),
  createdAt: fc.constantFrom(...DAYS),
  globalId: fc.constantFrom(null, null, null, 'https://a.example/1'),
  parent: fc.option(fc.nat({ max: 7 })),
  site: fc.boolean(),
})

/** Posts dealt out to two threads. */
const threads = fc.array(drawn, { minLength: 1, maxLength: 8 }).map((all): Thread[] => {
  const posts = all.map(({ parent, text, author, createdAt, globalId }, at) => {
    const above = parent === null || at === 0 ? null : `p${parent % at}`
    return post(text, { author, createdAt, globalId, id: `p${at}`, parentId: above })
  })
  return [true, false].map((here) =>
    thread(
      posts.filter((_, at) => all[at]?.site === here),
      { id: `t${here}`, site: here ? 'a.example' : 'b.example' },
    ),
  )
})

const folded = (given: Thread[]) => foldPosts(given).filter(({ kind }) => kind !== 'partial')

/** Another order of a list, by keys drawn for its places. */
function shuffled<T>(list: readonly T[], keys: readonly number[]): T[] {
  return list
    .map((one, at) => ({ one, key: keys[at % keys.length] as number }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one)
}
const keys = fc.array(fc.nat(), { minLength: 8, maxLength: 8 })

test('the order of threads and of posts in them changes nothing', () => {
  fc.assert(
    fc.property(threads, keys, (given, order) => {
      const other = given.toReversed().map((one) => ({ ...one, posts: shuffled(one.posts, order) }))
      expect(foldPosts(other)).toEqual(foldPosts(given))
    }),
  )
})

test('folding twice folds nothing more, and nothing is folded into what is itself folded', () => {
  fc.assert(
    fc.property(threads, (given) => {
      const folds = folded(given)
      const gone = new Set(folds.map(({ postId }) => postId))
      expect(gone.size).toBe(folds.length)
      for (const { of } of foldPosts(given)) expect(gone.has(of)).toBe(false)
      const left = given.map((one) => ({ ...one, posts: one.posts.filter(({ id }) => !gone.has(id)) }))
      expect(folded(left)).toEqual([])
    }),
  )
})
