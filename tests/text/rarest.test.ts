import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { containment } from '../../server/text/overlap.ts'
import { RarestIndex } from '../../server/text/rarest.ts'
import { asSet } from '../../server/text/shingles.ts'

const PART = 0.65
const sets = fc
  .array(fc.array(fc.nat(14), { minLength: 0, maxLength: 12 }), { minLength: 2, maxLength: 14 })
  .map((all) => all.map((values) => asSet(Uint32Array.from(values))))

test('nothing that shares the part is missed, in the smaller or in the larger set', () => {
  fc.assert(
    fc.property(sets, (all) => {
      const index = new RarestIndex(all, PART, 100)
      all.forEach((set, at) => {
        const found = new Set(index.candidates(at))
        for (let other = 0; other < at; other++) {
          if (containment(set, all[other] as Uint32Array).larger >= PART) expect(found.has(other)).toBe(true)
        }
        index.add(at)
      })
    }),
  )
})

test('beyond the limit those with most in common are kept', () => {
  const all = [
    [1, 2, 3],
    [1, 2, 9],
    [1, 8, 9],
    [1, 2, 3],
  ].map((values) => Uint32Array.from(values))
  const index = new RarestIndex(all, 0.1, 1)
  for (const at of [0, 1, 2]) index.add(at)
  expect(index.candidates(3)).toEqual([0])
})
