import { describe, expect, test } from 'vitest'
import type { Estimate } from '../../shared/api.ts'
import { de } from '../../web/text/de.ts'
import { en } from '../../web/text/en.ts'

const FIGURES: Estimate = {
  analyser: 'model',
  model: 'some-model',
  posts: 210,
  calls: 26,
  inputTokens: 98_000,
  outputTokens: 14_000,
  cost: 0.0171,
  seconds: 44,
  cap: 0,
}

describe('what an analysis would cost, in a sentence', () => {
  test.each<[string, Partial<Estimate>, string]>([
    ['price and time', {}, '210 posts: about 98,000 tokens in and 14,000 out, for about $0.017, in about 44 s.'],
    [
      'minutes',
      { seconds: 600, cost: 2 },
      '210 posts: about 98,000 tokens in and 14,000 out, for about $2.00, in about 10 min.',
    ],
    [
      'an unknown price',
      { cost: null, seconds: null },
      '210 posts: about 98,000 tokens in and 14,000 out, at a price not known here.',
    ],
    [
      'the cap in its way',
      { cost: 2, cap: 1.5, seconds: null },
      '210 posts: about 98,000 tokens in and 14,000 out, for about $2.00. It would stop at the cap of $1.50.',
    ],
    [
      'no cap in its way',
      { cost: 1, cap: 1.5, seconds: null },
      '210 posts: about 98,000 tokens in and 14,000 out, for about $1.00.',
    ],
  ])('with %s', (_, change, sentence) => {
    expect(en.start.costs({ ...FIGURES, ...change })).toBe(sentence)
  })
  test('in German', () => {
    expect(de.start.costs(FIGURES)).toBe(
      '210 Beiträge: etwa 98.000 Token hinein und 14.000 heraus, für etwa 0,017 $, in etwa 44 s.',
    )
  })
})
