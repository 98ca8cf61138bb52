/** What of a summary may stand: honest sentences do, in words of their own; others are told from them as far as words show it. */
import { describe, expect, test } from 'vitest'
import { leadsElsewhere, unadorned } from '../../../server/analysers/model/adorned.ts'
import { mapOf } from '../../../server/analysers/model/outlined.ts'
import { faultOf, soundOf } from '../../../server/analysers/model/sentences.ts'
import { SentenceSaid } from '../../../server/analysers/model/shapes.ts'
import { type Summarised, SUMMARIES } from '../../fixtures/summaries.ts'
import { HELD_OUT } from '../../fixtures/summaries-held-out.ts'

/** Lines of a summary by whether they may stand. */
function judged({ outline }: Summarised, lines: string[]): { kept: string[]; refused: string[] } {
  const map = mapOf(outline, new Set())
  const short = new Map([...map.claims].map(([id, { claim }]) => [claim.id, id]))
  const stands = (line: string): boolean => {
    const said = SentenceSaid.parse(line)
    const claims = said.claims.map((id) => short.get(id.replace('k', 'c')) ?? id)
    return faultOf({ ...said, claims }, map) === null
  }
  return { kept: lines.filter(stands), refused: lines.filter((line) => !stands(line)) }
}

describe.each([
  ['chosen with', SUMMARIES, 0.93],
  ['held out', HELD_OUT, 0.82],
])('sentences the signs were %s', (_, all, caught) => {
  const count = (pick: (one: Summarised) => string[]): number => all.flatMap(pick).length
  test('stand where they are honest, nineteen of twenty at least', () => {
    const lost = all.flatMap((one) => judged(one, one.honest).refused)
    expect(lost.length, lost.join('\n')).toBeLessThanOrEqual(0.05 * count(({ honest }) => honest))
  })
  test(`are refused where they are not, ${caught * 100} of a hundred at least`, () => {
    const passed = all.flatMap((one) => judged(one, one.dishonest).kept)
    expect(passed.length, passed.join('\n')).toBeLessThanOrEqual((1 - caught) * count(({ dishonest }) => dishonest))
  })
})

test.each([
  ['<b>Look</b> at it.', '<b>'],
  ['Look <!-- here.', '<!-- here.'],
  ['See [this](//evil.example).', '[this](//evil.example)'],
  ['See ![this][1].', '![this][1]'],
  ['See http://evil.example/x.', 'http://e'],
  ['Run javascript:alert(1) now.', 'javascript:a'],
  ['Ｗｗｗ．evil.example has it.', 'Www.e'],
  ['Write to me@evil.example.', 'me@evil.e'],
  ['It is on evil.example/now.', 'evil.example/now.'],
  ['Read it on archive.org.', 'archive.org'],
  ['&lt;b&gt; is bold.', '&lt;'],
  ['Node.js is slow, version 3.5 too, e.g. at 10.30.', null],
  ['A List<String> holds 3 < 5 of them.', null],
])('markup and addresses: %s', (text, found) => expect(leadsElsewhere(text, 'Node.js is slow.')).toBe(found))

test.each([
  ['**Four** people want `it` *closed*.', 'Four people want it closed.'],
  ['# Four people\nwant it.', 'Four people want it.'],
  ['> - Four\u200b people want snake_case and 3 * 4 * 5.', 'Four people want snake_case and 3 * 4 * 5.'],
])('formatting is taken off: %s', (text, plain) => expect(unadorned(text)).toBe(plain))

test('a sentence stands without its formatting', () => {
  const [one] = SUMMARIES
  const map = mapOf((one as Summarised).outline, new Set())
  const said = { part: 'for' as const, text: '**Four** want the street `closed` [k1].', claims: ['k1'] }
  expect(soundOf(said, map)?.text).toBe('Four want the street closed.')
})
