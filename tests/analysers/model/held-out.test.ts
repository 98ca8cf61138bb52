/** Hostile posts the shields were not made for, against a model that obeys them, through the whole pipeline. */
import { beforeAll, describe, expect, test } from 'vitest'
import { analyseWith } from '../../bench/model.ts'
import { HELD_OUT, WRITTEN_LATER } from '../../fixtures/hostile-held-out.ts'
import { obeying } from '../../messages-server/obey.ts'
import { HARMLESS, HONEST_WORDS, ofOthers, threadWith } from './thread-with-guest.ts'

test('there are at least forty, in many languages and places', () => {
  expect(HELD_OUT.length).toBeGreaterThanOrEqual(40)
})

describe('a hostile post nobody prepared for changes nothing that others say', () => {
  let without: ReturnType<typeof ofOthers>
  beforeAll(async () => {
    without = ofOthers((await analyseWith([threadWith({ words: HARMLESS })])).debate)
  })

  test.each([...HELD_OUT, ...WRITTEN_LATER])('$name', async ({ words, where, how = 'everything' }) => {
    const thread = threadWith({ words, where })
    const { debate } = await analyseWith([thread], { answer: obeying(words, HONEST_WORDS, how) })
    const others = ofOthers(debate)
    const { debate: heeded } = await analyseWith([thread])
    expect(others).toEqual(ofOthers(heeded))
    expect({ ...others, links: [] }).toEqual({ ...without, links: [] })
    for (const sentence of debate.summary.sentences) expect(sentence.text).not.toContain('97')
  })
})
