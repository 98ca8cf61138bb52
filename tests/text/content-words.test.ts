import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { akin, contentWords, words } from '../../server/text/content-words.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
const bySegmenter = (text: string): string[] =>
  [...segmenter.segment(text.toLowerCase())].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)

test('words of plain text are those of the segmenter', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'abz09 .,;:\'"()!?/-\n'.split('')) })
  fc.assert(
    fc.property(plain, (text) => {
      expect(words(text)).toEqual(bySegmenter(text))
    }),
    { numRuns: 2000 },
  )
})

test.each<[string, string[]]>([
  ['“Isn’t the tram’s fare 3.50?” (no)', ["tram's", 'fare', '3.50']],
  ['A 5 % rise, via example.com_x', ['5', 'rise', 'example.com_x']],
  ['Äste, 40 Bäume 国', ['äste', '40', 'bäume', '国']],
])('content words of "%s"', (text, expected) => expect(contentWords(text)).toEqual(expected))

test.each<[string, string, boolean]>([
  ['legalise', 'legalising', true],
  ['cars', 'care', false],
  ['tram', 'tram', true],
  ['2019a', '2019b', false],
])('“%s” and “%s” are forms of one word: %s', (a, b, expected) => expect(akin(a, b)).toBe(expected))
