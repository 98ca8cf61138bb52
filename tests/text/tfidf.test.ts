import { expect, test } from 'vitest'
import { grams } from '../../server/text/grams.ts'
import { cosine, vector, weigher } from '../../server/text/tfidf.ts'

const weigh = weigher([
  ['bus', 'cheap'],
  ['bus', 'slow'],
  ['bus', 'tram'],
])

test('the same terms are fully alike, different ones not at all', () => {
  expect(cosine(vector(['bus', 'cheap'], weigh), vector(['cheap', 'bus'], weigh))).toBeCloseTo(1)
  expect(cosine(vector(['cheap'], weigh), vector(['slow'], weigh))).toBe(0)
  expect(cosine(vector([], weigh), vector(['slow'], weigh))).toBe(0)
})

test('a word everybody uses counts less than a rare one', () => {
  const asked = vector(['bus', 'cheap'], weigh)
  expect(cosine(asked, vector(['cheap', 'tram'], weigh))).toBeGreaterThan(cosine(asked, vector(['bus', 'tram'], weigh)))
})

test('grams stay inside words', () => {
  expect(grams(['bus'], [3])).toEqual([' bu', 'bus', 'us '])
  expect(grams(['a', '国'], [4])).toEqual([' a ', ' 国 '])
})
