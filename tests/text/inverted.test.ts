import { expect, test } from 'vitest'
import { InvertedIndex } from '../../server/text/inverted.ts'

const rows = [['ferry', 'free'], ['ferry', 'free', 'night'], ['ferry'], ['school']].map((row) => new Set(row))
const shares = (index: InvertedIndex, text: number) =>
  index.sharing(text, (others, shared) =>
    Array.from(others, (other) => [other, Number((shared[other] as number).toFixed(3))]),
  )

test('what is shared is worth more the fewer have it', () => {
  const [common, rare] = [Math.log(1 + 4 / 3), Math.log(1 + 4 / 2)]
  const index = new InvertedIndex(rows, 9)
  expect(shares(index, 0)).toEqual([
    [1, Number((common + rare).toFixed(3))],
    [2, Number(common.toFixed(3))],
  ])
  expect(index.whole(0)).toBeCloseTo(common + rare)
})

test('terms of too many texts are not looked up, and one question leaves nothing behind for the next', () => {
  const index = new InvertedIndex(rows, 2)
  expect(shares(index, 0).map(([other]) => other)).toEqual([1])
  expect(shares(index, 2)).toEqual([])
  expect(shares(index, 0)).toEqual(shares(index, 0))
})
