/** Hostile posts the shields were not made for, against a model that obeys them, through the whole pipeline. */
import { describe, expect, test } from 'vitest'
import { analyseWith } from '../../bench/model.ts'
import { HELD_OUT } from '../../fixtures/hostile-held-out.ts'
import { obeying } from '../../messages-server/obey.ts'
import { HARMLESS, HONEST_WORDS, ofOthers, threadWith } from './thread-with-guest.ts'

test('there are at least forty, in many languages and places', () => {
  expect(HELD_OUT.length).toBeGreaterThanOrEqual(40)
})

describe('a hostile post nobody prepared for changes nothing that others say', () => {
  test.each(HELD_OUT)('$name', async ({ words, where, how = 'everything' }) => {
    const thread = threadWith({ words, where })
    const { debate } = await analyseWith([thread], { answer: obeying(words, HONEST_WORDS, how) })
    const others = ofOthers(debate)
    const { debate: heeded } = await analyseWith([thread])
    expect(others).toEqual(ofOthers(heeded))
    const { debate: without } = await analyseWith([threadWith({ words: HARMLESS })])
    expect({ ...others, links: [] }).toEqual({ ...ofOthers(without), links: [] })
    for (const sentence of debate.summary.sentences) expect(sentence.text).not.toContain('97')
  })
})
