import { expect, test } from 'vitest'
import { Debate } from '../../shared/debate.ts'
import { debateOf, debateText } from '../../server/store/debate-text.ts'
import { sliced } from '../../server/store/documents.ts'
import { sampleDebate } from './samples.ts'

const debate = sampleDebate('d1')

test('the text in pieces is the JSON of the checked debate, and reads back as it', () => {
  const text = [...debateText(debate)].join('')
  expect(text).toBe(JSON.stringify(Debate.parse(debate)))
  expect(debateOf(text)).toEqual(Debate.parse(debate))
})

test('what has not the shape of a debate is not written', () => {
  const wrong = { ...debate, people: [{ name: 'Ann' }] } as Debate
  expect(() => [...debateText(wrong)]).toThrow('id')
})

test('parts that were unknown when a debate was kept have their standard values', () => {
  const { weighing: _, profiles: __, ...old } = Debate.parse(debate)
  expect(debateOf(JSON.stringify(old))).toMatchObject({ weighing: { base: 'equal', settled: true }, profiles: [] })
})

test.each([
  ['one long piece', ['x', '😀'.repeat(400_000)]],
  ['many short pieces', Array.from({ length: 100_000 }, () => 'a😀')],
  ['pieces that end inside a pair', ['x'.repeat(262_143), '\ud83d', '\ude00 and so on']],
  ['nothing', []],
])('slices of %s are the text, and no pair of surrogates is torn', (_, pieces) => {
  const slices = sliced(pieces)
  expect(slices.join('') === pieces.join('')).toBe(true)
  expect(slices.every((slice) => !/\p{Surrogate}/u.test(slice))).toBe(true)
  expect(slices.every((slice) => slice.length > 0 && slice.length <= 262_144)).toBe(true)
})
