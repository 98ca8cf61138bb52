import { expect, test } from 'vitest'
import { normalised, Vocabulary } from '../../server/text/compared.ts'
import { match, matchable } from '../../server/text/matching.ts'

const TEXT = 'we pay for it twice once at the gate and once in the tax so the ferry should be free for all of us here'

/** The words of the text a passage leads to, and how many of the passage's words stand there. */
function found(passage: string, text = TEXT): [string, number] | null {
  const vocabulary = new Vocabulary()
  const ids = (one: string) => Int32Array.from(normalised(one).split(' '), (word) => vocabulary.id(word))
  const place = match(ids(passage), matchable(ids(text)))
  return place === null ? null : [text.split(' ').slice(place.start, place.end).join(' '), place.matched]
}

const cases: [string, string, [string, number] | null][] = [
  ['word for word', 'once at the gate and once', ['once at the gate and once', 6]],
  ['a word changed', 'once at the pier and once', ['once at the gate and once', 5]],
  ['a word left out', 'once at gate and once in the tax', ['once at the gate and once in the tax', 8]],
  ['a word put in', 'once at the old gate and once', ['once at the gate and once', 6]],
  [
    'an ellipsis',
    'we pay for it twice so the ferry should be free',
    ['we pay for it twice once at the gate and once in the tax so the ferry should be free', 11],
  ],
  ['the first word changed', 'they pay for it twice', ['pay for it twice', 4]],
  ['one word', 'ferry', ['ferry', 1]],
  ['nothing in common', 'the bridge', null],
]
test.each(cases)('%s', (_, passage, expected) => {
  expect(found(passage)).toEqual(expected)
})

test('a stray pair far away does not stretch the place', () => {
  const text = `of us ${'word '.repeat(60)}the ferry should be free for all of us`
  expect(found('the ferry should be free for all of us', text)).toEqual(['the ferry should be free for all of us', 9])
})

test('words made negative are not matched', () => {
  const text = Int32Array.from([1, 2, -1, -1, 5])
  expect(match(Int32Array.from([1, 2, 3, 4]), matchable(text))).toEqual({ start: 0, end: 2, matched: 2 })
})

test('a long passage over a long text of few words takes no time to speak of', () => {
  const long = Int32Array.from({ length: 3000 }, (_, at) => (at * 7919) % 13)
  const begun = performance.now()
  match(long, matchable(long))
  expect(performance.now() - begun).toBeLessThan(5000)
})
