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

test('the words of a claim stand, whoever is said to say them', () => {
  for (const one of [...SUMMARIES, ...HELD_OUT]) {
    const map = mapOf(one.outline, new Set())
    const said = [...map.claims].flatMap(([id, { claim }]) =>
      ['', 'It is said: '].map((frame) => `other ${id}: ${frame}${claim.statement}`),
    )
    const ids = new Map([...map.claims].map(([id, { claim }]) => [id, claim.id.replace('c', 'k')]))
    const lines = said.map((line) => line.replace(/k\d+/, (id) => ids.get(id) ?? id))
    expect(judged(one, lines).refused).toEqual([])
  }
})

test.each([
  ['a part of it', "I don't think it is bad for big firms but for smaller businesses, only the strong will survive."],
  ['a denial in it', 'Speech that causes harm to others is no longer one of language but of abuse.'],
  ['a number of speakers in it', 'The rest of the post is just two sentences.'],
  ['speakers in it', 'Parties gain less by silencing their political opponents.'],
])('a claim said word for word is not turned round by %s', (_, statement) => {
  const claim = { ...(SUMMARIES[0] as Summarised).outline.issues[0]?.for[0], statement, supports: [], rebuts: [] }
  const outline = { title: '', posts: 3, people: 9, issues: [{ question: '', for: [claim], against: [], other: [] }] }
  const map = mapOf(outline as Summarised['outline'], new Set())
  const lines = [statement, `Four people argue that ${statement[0]?.toLowerCase()}${statement.slice(1)}`]
  for (const text of lines) expect(faultOf({ part: 'for', text, claims: ['k1'] }, map)).toBeNull()
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

test.each([
  [
    'went up',
    'In Aarhus visits went up 28 % after the doors opened.',
    'In Aarhus visits fell by 28 % after the doors opened.',
  ],
  ['went down', 'Prices went down after the merger.', 'Prices rose after the merger.'],
  ['kept from', 'Long queues keep workers from borrowing books.', 'Long queues encourage workers to borrow books.'],
])('what %s is turned round by its opposite', (_, statement, turned) => {
  const claim = { ...(SUMMARIES[0] as Summarised).outline.issues[0]?.for[0], statement, supports: [], rebuts: [] }
  const outline = { title: '', posts: 3, people: 9, issues: [{ question: '', for: [claim], against: [], other: [] }] }
  const map = mapOf(outline as Summarised['outline'], new Set())
  const fault = (text: string) => faultOf({ part: 'for', text, claims: ['k1'] }, map)
  expect(fault(statement)).toBeNull()
  expect(fault(turned)).not.toBeNull()
})
