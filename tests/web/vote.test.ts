import { expect, test } from 'vitest'
import { isVote, wordsOf } from '../../web/state/vote.ts'

const STATEMENT = 'Bridge Street should not be closed to cars on Saturdays.'

test.each([
  ['No.', true],
  ['Yes please.', true],
  ['I think we should do it.', true],
  ['Please keep Bridge Street open to cars on Saturdays.', false],
  ['No, the hardware shop lives on what it sells between ten and four on a Saturday.', false],
  ['…', false],
])('%j only answers the question: %j', (said, expected) => {
  expect(isVote(wordsOf(said), wordsOf(STATEMENT))).toBe(expected)
})
