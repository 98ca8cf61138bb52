import { describe, expect, test } from 'vitest'
import { sentences } from '../../server/text/sentences.ts'

const ABBREVIATIONS = new Set(['e.g', 'dr', 'vs'])
const cut = (text: string, hidden: { start: number; end: number }[] = []): string[] =>
  sentences(text, hidden, ABBREVIATIONS).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  test.each<[string, string, string[]]>([
    ['ends at stops', 'It rains. Take a coat! Or not?', ['It rains.', 'Take a coat!', 'Or not?']],
    [
      'ordinary words before a stop end it',
      'They told us to stop. We went on.',
      ['They told us to stop.', 'We went on.'],
    ],
    [
      'abbreviations and initials do not',
      'Ask Dr. Lee or J. Smith, e.g. today. Now.',
      ['Ask Dr. Lee or J. Smith, e.g. today.', 'Now.'],
    ],
    ['"no." ends a sentence, but not before a number', 'No. Never at No. 9 again.', ['No.', 'Never at No. 9 again.']],
    ['numbers keep their point', 'It costs 3.50 per kg. Cheap.', ['It costs 3.50 per kg.', 'Cheap.']],
    [
      'brackets are never cut',
      'Buses help (most do. Some do not.) and are cheap. Yes.',
      ['Buses help (most do. Some do not.) and are cheap.', 'Yes.'],
    ],
    [
      'quotation marks are never cut',
      'She said "Stop. Go home." and left. Fine.',
      ['She said "Stop. Go home." and left.', 'Fine.'],
    ],
    [
      'addresses are never cut',
      'See https://a.example/x?y=1.2 for it. Good.',
      ['See https://a.example/x?y=1.2 for it.', 'Good.'],
    ],
    [
      'list marks belong to no sentence',
      '1. Buses are cheap\n2. Trains are fast\n- So walk',
      ['Buses are cheap', 'Trains are fast', 'So walk'],
    ],
    [
      'a line opening with punctuation joins the one before',
      'It is skewed by discounts\n, both here and there',
      ['It is skewed by discounts\n, both here and there'],
    ],
    [
      'wrapped prose is one sentence',
      'The council has decided to close the bridge for a whole year\nand nobody was asked.',
      ['The council has decided to close the bridge for a whole year\nand nobody was asked.'],
    ],
    ['an ellipsis before lower case goes on', 'Well... maybe not. No.', ['Well... maybe not.', 'No.']],
    ['full-width stops end sentences', '雨が降る。傘を持つ。', ['雨が降る。', '傘を持つ。']],
    ['marks alone are no sentence', '---\n***\nOk then.', ['Ok then.']],
  ])('%s', (_, text, expected) => expect(cut(text)).toEqual(expected))

  test('hidden stretches are in none', () => {
    const text = '> They say no.\nI say yes.'
    expect(cut(text, [{ start: 0, end: 14 }])).toEqual(['I say yes.'])
  })

  test('paragraphs are counted, list items are marked', () => {
    const found = sentences('One. Two.\n\nThree.\n- Four', [], ABBREVIATIONS)
    expect(found.map(({ paragraph, listed }) => [paragraph, listed])).toEqual([
      [0, false],
      [0, false],
      [1, false],
      [2, true],
    ])
  })
})

test('a line wrapped by hand goes on with a name, whose first word did not fit', () => {
  const text = [
    'When I asked for the plans of the new bridge in May (and',
    'again in June) I was told that all of them had been sent to',
    'Harriet, who has moved to another town and took the box along.',
    'Nobody called her.',
  ].join('\n')
  const found = sentences(text, [], new Set()).map(({ start, end }) => text.slice(start, end))
  expect(found).toHaveLength(2)
})
