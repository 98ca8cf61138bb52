import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { highest } from '../../server/text/highest.ts'

test('keeps the highest, of equals the lower numbers', () => {
  expect(highest([3, 0, 2, 1], Float64Array.of(1, 5, 5, 2), 3)).toEqual([1, 2, 3])
  expect(highest([0, 1], Float64Array.of(1, 2), 0)).toEqual([])
  expect(highest([0, 1, 2], Float64Array.of(1, 2, 3), 2, Uint8Array.of(0, 0, 1))).toEqual([1, 0])
})

test('is what sorting and cutting gives', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.nat({ max: 12 }), (all, count) => {
      const values = Float64Array.from(all)
      const numbers = all.map((_, at) => at)
      const sorted = numbers.toSorted((a, b) => (values[b] as number) - (values[a] as number) || a - b)
      expect(highest(numbers.toReversed(), values, count)).toEqual(sorted.slice(0, count))
    }),
  )
})
