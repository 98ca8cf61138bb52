import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ENGLISH } from '../../server/analysers/embedded/languages/english.ts'
import { clauses } from '../../server/text/clauses.ts'

const cut = (text: string): string[] =>
  clauses(text, { start: 0, end: text.length }, ENGLISH.clauses).map(({ start, end, joined }) =>
    joined === null ? text.slice(start, end) : `[${joined.joint}] ${text.slice(start, end)}`,
  )

describe('clauses', () => {
  test.each<[string, string[]]>([
    ['The bridge should close because the steel is tired', ['The bridge should close', '[reason] the steel is tired']],
    ['The bridge should close because of the tired steel', ['The bridge should close because of the tired steel']],
    ['The bus is slow, but the train is even worse', ['The bus is slow', '[contrast] the train is even worse']],
    ['Rents went up again, so people are moving out', ['Rents went up again', '[consequence] people are moving out']],
    ['It has worked well, so far as I can see', ['It has worked well, so far as I can see']],
    ['The plan is cheap and it helps the poor', ['The plan is cheap and it helps the poor']],
    ['The plan is really cheap, and it helps the poor', ['The plan is really cheap', '[addition] it helps the poor']],
    ['They bought apples, pears, and some plums', ['They bought apples, pears, and some plums']],
    [
      'Most users go direct (some do not, but they are few people) these days',
      ['Most users go direct (some do not, but they are few people) these days'],
    ],
    [
      'He said "it is cheap, but it is also slow" about the bus',
      ['He said "it is cheap, but it is also slow" about the bus'],
    ],
    ['No, because no', ['No, because no']],
  ])('%s', (text, expected) => expect(cut(text)).toEqual(expected))

  test('clauses stand in order, inside the sentence, without overlap', () => {
    const word = constantFrom(
      'because',
      'but',
      'so',
      'and',
      'it',
      'is',
      'the',
      'bus',
      ',',
      ';',
      '(',
      ')',
      '"',
      'cheap',
      ' – ',
    )
    assert(
      property(array(word, { minLength: 1, maxLength: 40 }), (parts) => {
        const text = parts.join(' ')
        let at = 0
        for (const { start, end } of clauses(text, { start: 0, end: text.length }, ENGLISH.clauses)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
          at = end
        }
      }),
    )
  })
})
