import { expect, test } from 'vitest'
import { quotations } from '../../server/text/quotations.ts'

const quoted = (text: string) => quotations(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['She wrote “trams carry twice as many people”.', ['trams carry twice as many people']],
  ['She wrote "trams carry twice as many people".', ['trams carry twice as many people']],
  ['Er schrieb: „Trams befördern doppelt so viele“.', ['Trams befördern doppelt so viele']],
  ['Il écrit «les trams vont plus vite».', ['les trams vont plus vite']],
  ['彼は「路面電車はバスよりもずっと速いと思います」と書いた。', ['路面電車はバスよりもずっと速いと思います']],
  ['A so-called “light rail” and a 5" pipe beside a 6" one.', []],
  ['“Incontrovertible considerations”, they say.', []],
])('%s', (text, expected) => {
  expect(quoted(text)).toEqual(expected)
})

test('a mark that is never closed quotes nothing, and costs no time', () => {
  expect(quotations('“'.repeat(50_000))).toEqual([])
  expect(quotations(`"${'a b c '.repeat(20_000)}`)).toEqual([])
})
