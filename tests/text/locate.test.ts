import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locate } from '../../server/text/locate.ts'

/** The words found, or null. */
const found = (text: string, quote: string, hint?: number): string | null => {
  const at = locate(text, quote, hint)
  return at === null ? null : text.slice(at.start, at.end)
}

describe('a quote that stands there word for word', () => {
  test('is found exactly', () => {
    expect(locate('It is late. The bus is late, too.', 'The bus is late')).toEqual({
      start: 12,
      end: 27,
      how: 'exact',
      score: 1,
    })
  })
  test('is the place nearest to the hint, else the first', () => {
    const text = 'no bus, no train, no bus'
    expect(locate(text, 'no bus')?.start).toBe(0)
    expect(locate(text, 'no bus', 20)?.start).toBe(18)
  })
  test('is not found inside other words', () => {
    expect(locate('We start partly smart.', 'art')).toBeNull()
    expect(found('We start partly smart art.', 'art')).toBe('art')
  })
  test('may stand among letters of scripts without spaces', () => {
    expect(found('夜行バスは必要だと思います。', 'バスは必要')).toBe('バスは必要')
  })
})

describe('a quote that differs in typography', () => {
  test.each([
    ['white space and line breaks', 'The  bus\nis   late', 'The bus is late'],
    ['curly quotes', 'She said “it isn’t late”.', 'She said "it isn\'t late".'],
    ['dashes and ellipses', 'Late – always… late', 'Late - always... late'],
    ['case', 'the Bus is late', 'The bus is late'],
    ['emphasis', 'the **bus** is _late_', 'the bus is late'],
    ['invisible characters', 'the bu\u200Bs is la\u00ADte', 'the bus is late'],
    ['marks around it', 'the bus is late', '"the bus is late."'],
  ])('in %s is found', (_, text, quote) => {
    const at = locate(text, quote)
    expect(at?.how).toBe('normalised')
    expect(text.slice(at?.start, at?.end).length).toBeGreaterThan(14)
  })
})

describe('a quote with small slips', () => {
  const text = 'First. The night bus to the harbour has been cancelled again because of missing drivers. Last.'
  test('is found where at least nine tenths of it stand', () => {
    const at = locate(text, 'The night bus to the harbor has been cancelled again because of missing driver')
    expect(at?.how).toBe('aligned')
    expect(at?.score).toBeGreaterThan(0.9)
    expect(text.slice(at?.start, at?.end)).toBe(
      'The night bus to the harbour has been cancelled again because of missing drivers',
    )
  })
  test('is not found when more is different', () => {
    expect(locate(text, 'The night bus to the airport was never cancelled before, for lack of drivers')).toBeNull()
  })
  test.each([
    [
      'another number',
      'In 2023 some 40 people rode each of the night buses',
      'In 2023 some 80 people rode each of the night buses',
    ],
    [
      'a negation more',
      'The council has decided to keep the night buses',
      'The council has not decided to keep the night buses',
    ],
    [
      'a negation less',
      "They didn't say that the buses would be cut this year",
      'They did say that the buses would be cut this year',
    ],
  ])('is not found with %s', (_, standing, quote) => {
    expect(locate(standing, quote)).toBeNull()
  })
  test('may hold a word that begins like a negation', () => {
    expect(locate('On Noël the trains in the valley do run.', 'On Noël the trans in the valley do run')).not.toBeNull()
    expect(locate('On Noel the trains in the valley do run.', 'On Noël the trains in the valley do run')).not.toBeNull()
  })
  test('is not guessed when it is short', () => {
    expect(locate('The buss is late', 'The bus is late')).toBeNull()
  })
})

test('nothing is found for nothing', () => {
  expect(locate('text', '  ')).toBeNull()
  expect(locate('', 'quote')).toBeNull()
})

const word = fc.stringMatching(/^[a-z]{2,9}$/)
const prose = fc.array(word, { minLength: 12, maxLength: 120 })

describe('laws', () => {
  test('whole words cut out of a text are found, and found words stand there', () => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.integer({ min: 4, max: 20 }), (words, from, count) => {
        const start = from % words.length
        const quote = words.slice(start, start + count).join(' ')
        const at = locate(words.join(' '), quote)
        expect(at?.how).toBe('exact')
        expect(words.join(' ').slice(at?.start, at?.end)).toBe(quote)
      }),
    )
  })
  test('one changed letter in a long passage does not hide it', () => {
    fc.assert(
      fc.property(prose, fc.nat(), (words, at) => {
        const text = `begin ${words.join(' ')} end`
        const quote = words.slice(0, 12).join(' ')
        const place = at % quote.length
        fc.pre(quote.length >= 30 && /[a-z]/.test(quote[place] ?? ''))
        const slip = `${quote.slice(0, place)}é${quote.slice(place + 1)}`
        fc.pre(!/\b(no|not|never|none|non|nie|pas|mai|niet|geen|nao)\b/.test(quote))
        const found = locate(text, slip)
        expect(found).not.toBeNull()
        expect(Math.abs((found?.end ?? 0) - (found?.start ?? 0) - quote.length)).toBeLessThanOrEqual(10)
      }),
    )
  })
  test('time grows with the length of the text, not with its square', () => {
    const sentence = (i: number) => `The bus number ${i} came late on day ${i % 31} of the month and nobody knew why. `
    const text = Array.from({ length: 4_000 }, (_, i) => sentence(i)).join('')
    const begun = performance.now()
    for (let i = 0; i < 20; i += 1)
      locate(
        text,
        sentence(i * 190)
          .trim()
          .replace('nobody', 'nobodi'),
      )
    expect(performance.now() - begun).toBeLessThan(4_000)
  })
})
