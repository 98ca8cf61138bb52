import { expect, test } from 'vitest'
import { eachWord, normalised, Vocabulary, words } from '../../server/text/compared.ts'

const cases: [string, string][] = [
  ['It ISN’T so.', 'it isnt so'],
  ["It isn't so", 'it isnt so'],
  ['co­operate zero​width', 'cooperate zerowidth'],
  ['ﬁne ＡＢＣ', 'fine abc'],
  ['𝐛𝐨𝐥𝐝 words', 'bold words'],
  ['3.5 – 4,000', '3 5 4 000'],
  ['Ärger über Straßen', 'ärger über straßen'],
  ['Thе раrk оn ΤΗURSDAY', 'the park on thursday'],
  ['парк у моря, το πάρκο', 'парк у моря το πάρκο'],
  ['5 μm Δt', '5 μm δt'],
  ['渡し船は無料', '渡 し 船 は 無 料'],
  ['…!?', ''],
]
test.each(cases)('%s', (text, expected) => {
  expect(normalised(text)).toBe(expected)
})

test('places are those of the written words', () => {
  const text = '“Isn’t”\tit — 𝐛𝐨𝐥𝐝?'
  expect(words(text).map(({ word, start, end }) => [word, text.slice(start, end)])).toEqual([
    ['isnt', 'Isn’t'],
    ['it', 'it'],
    ['bold', '𝐛𝐨𝐥𝐝'],
  ])
})

test('places of words with look-alikes are those of the written words', () => {
  const text = 'Thе раrk'
  expect(words(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Thе', 'раrk'])
})

test('half a character is no word', () => {
  const seen: string[] = []
  eachWord('a \ud835 b', (word) => seen.push(word))
  expect(seen).toEqual(['a', 'b'])
})

test('numbers of words can be turned back', () => {
  const vocabulary = new Vocabulary()
  expect(['a', 'b', 'a'].map((word) => vocabulary.id(word))).toEqual([0, 1, 0])
  expect(vocabulary.word(1)).toBe('b')
})
