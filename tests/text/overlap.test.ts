import { expect, test } from 'vitest'
import { common, containment, jaccard } from '../../server/text/overlap.ts'
import { runs, shingles } from '../../server/text/shingles.ts'

const set = (...values: number[]) => Uint32Array.from(values)

const cases: [string, Uint32Array, Uint32Array, number, number, number, number][] = [
  ['the same', set(1, 2, 3), set(1, 2, 3), 3, 1, 1, 1],
  ['nothing', set(1, 2), set(3, 4), 0, 0, 0, 0],
  ['one inside the other', set(1, 2), set(1, 2, 3, 4), 2, 0.5, 0.5, 1],
  ['half', set(1, 2, 3), set(2, 3, 4), 2, 0.5, 2 / 3, 2 / 3],
  ['empty sets', set(), set(), 0, 0, 0, 0],
]
test.each(cases)('%s', (_, a, b, shared, resemblance, smaller, larger) => {
  expect(common(a, b)).toBe(shared)
  expect(jaccard(a, b)).toBeCloseTo(resemblance)
  expect(containment(a, b)).toEqual({ smaller, larger })
})

test('a text has one shingle for each run of words, the same for the same run', () => {
  const [first, again] = [runs([5, 6, 7, 5, 6], 2), runs([5, 6], 2)]
  expect(first.length).toBe(4)
  expect(first[0]).toBe(first[3])
  expect(first[0]).toBe(again[0])
  expect(first[1]).not.toBe(first[0])
  expect(runs([6, 5], 2)[0]).not.toBe(again[0])
})

test('a set has no doubles; a text shorter than the width is one shingle; an empty one has none', () => {
  expect(shingles([5, 6, 7, 5, 6], 2).length).toBe(3)
  expect(shingles([5], 2).length).toBe(1)
  expect(shingles([], 2).length).toBe(0)
})
