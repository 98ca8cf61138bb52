import { expect, test } from 'vitest'
import { slip } from '../../server/text/slip.ts'

test.each([
  ['government', 'goverment', true],
  ['receive', 'recieve', true],
  ['colour', 'color', true],
  ['harbor', 'harbar', true],
  ['protected', 'hunted', false],
  ['safe', 'sale', false],
  ['raises', 'razes', false],
])('%s and %s', (a, b, expected) => {
  expect(slip(a, b)).toBe(expected)
  expect(slip(b, a)).toBe(expected)
})
