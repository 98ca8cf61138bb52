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

describe('a sentence nobody would read at once', () => {
  const RUN_ON =
    `If the council closes the bridge to all the cars that cross it in the morning, the shops on the far side will
    lose most of the people who buy bread there and the bus that used to stop at the mill would have to go around the hill
    which takes it another twenty minutes and nobody I know would wait that long in the rain, they would simply take the
    car again and drive through the old town where the streets are far too narrow for that and the children walk to school
    along the wall, it has been tried before and it was given up after a month`.replace(/\s+/g, ' ')
  const found = clauses(RUN_ON, { start: 0, end: RUN_ON.length }, ENGLISH.clauses)
  const said = found.map(({ start, end }) => RUN_ON.slice(start, end))

  test('is cut where a subject with its verb follows', () => {
    expect(Math.max(...said.map(({ length }) => length))).toBeLessThan(300)
    expect(said.at(-1)).toMatch(/^(?:the children|it has been|they would|it was|nobody)/)
  })
  test('keeps a condition with what depends on it, and loses no word but what joins', () => {
    expect(said[0]).toMatch(/^If the council .*, the shops on the far side will lose/)
    const joining = found.flatMap(({ joined }) => (joined === null ? [] : [joined.words]))
    const kept = said.join(' ').split(/\s+/).length
    expect(kept + joining.filter((words) => /\w/.test(words)).length).toBe(RUN_ON.split(' ').length)
  })
  test('is left alone where there is no place to cut', () => {
    const list = `The mill ${'and the red barn beside the old stone wall '.repeat(8)}burned`
    expect(clauses(list, { start: 0, end: list.length }, ENGLISH.clauses)).toHaveLength(1)
  })
})
