/** Answers of models that are bound to no schema: right in substance, sloppy in form. None of it may cost a claim or a request. */
import { afterEach, describe, expect, test } from 'vitest'
import { check } from '../../../server/analysers/check.ts'
import { createModel } from '../../../server/analysers/model/index.ts'
import { readJson } from '../../../server/analysers/model/json.ts'
import { accessTo } from '../../messages-server/access.ts'
import type { Extracted, Unit } from '../../messages-server/derive.ts'
import { type MessagesServer, startMessagesServer } from '../../messages-server/server.ts'
import { asking, batch, NIGHT_BUSES } from '../posts.ts'

let server: MessagesServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

async function extracted(change: (answer: Extracted) => unknown) {
  server = await startMessagesServer({ answer: (answer) => change(answer as Extracted) })
  const whole = batch(NIGHT_BUSES)
  const found = check(whole, await createModel(accessTo(server)).extract(whole, asking()), 'model')
  return { ...found, requests: server.requests.length }
}
const units = (change: (unit: Unit) => object) => (answer: Extracted) => ({
  ...answer,
  units: answer.units.map((unit) => ({ ...unit, ...change(unit) })),
})

describe('units are taken', () => {
  test.each<[string, (answer: Extracted) => unknown]>([
    ['as asked for', (answer) => answer],
    ['inside a wrapper', (answer) => ({ answer })],
    ['with ids in capitals', units(({ id }) => ({ id: id.toUpperCase() }))],
    ['with marks in their ids', units(({ id }) => ({ id: `[${id.replace(/([a-z])$/, '-$1')}]` }))],
    ['with null where nothing is to be said', units(({ link }) => ({ link: link ?? null, statement: null }))],
    ['with relations in a list', units(({ link }) => ({ link: link === undefined ? [] : [link] }))],
    ['with relations in capitals', units(({ link }) => (link === undefined ? {} : { link: link.toUpperCase() }))],
    [
      'with posts without units as objects',
      ({ units: all, none }) => ({
        units: all,
        none: none.map((line) => ({ id: line.slice(0, 2), reason: line.slice(3) })),
      }),
    ],
  ])('%s', async (_, change) => {
    const { units: found, links, fates, requests } = await extracted(change)
    expect(found).toHaveLength(4)
    expect(links).toHaveLength(2)
    expect(fates.map(({ fate }) => fate)).toEqual(['mapped', 'mapped', 'mapped', 'no argument', 'mapped'])
    expect(requests).toBe(1)
  })
  test.each([
    ['Claim_Against', 'claim', 'against'],
    ['Claim.', 'claim', null],
    ['argument', 'claim', null],
    ['premise', 'claim', null],
    ['evidence: study', 'evidence', null],
    ['Evidence', 'evidence', null],
    ['', 'claim', null],
    [null, 'claim', null],
  ])('of the kind %j', async (kind, as, stance) => {
    const { units: found, requests } = await extracted(units(() => ({ kind })))
    expect(found[0]).toMatchObject({ kind: as, stance })
    expect(requests).toBe(1)
  })
  test('but not of a kind that means nothing', async () => {
    const { units: found, fates } = await extracted(units(() => ({ kind: 'zebra' })))
    expect(found).toEqual([])
    expect(fates.filter(({ fate }) => fate === 'failed')).toHaveLength(4)
  })
})

test('a post of which nothing is said is asked about once more; an empty list then means that there is nothing', async () => {
  const { fates, requests } = await extracted(({ units: all }) => ({ units: all }))
  expect(fates.map(({ fate }) => fate)).toEqual(['mapped', 'mapped', 'mapped', 'no argument', 'mapped'])
  expect(requests).toBe(2)
})

describe('pairs are the same', () => {
  const a = 'The night bus costs the city far too much.'
  const b = 'The night line costs the city far too much.'
  test.each<[string, unknown]>([
    ['as asked for', 's1 s2'],
    ['the other way round, in capitals', 'S2 S1'],
    ['as a list', ['s1', 's2']],
    ['as an object', { a: 's1', b: 's2' }],
  ])('%s', async (_, pair) => {
    server = await startMessagesServer({ answer: () => ({ same: [pair], close: [] }) })
    const values = await createModel(accessTo(server)).same([{ a, b }], { statements: [a, b] }, asking())
    expect(values).toEqual([1])
  })
})

describe('the answer is found', () => {
  const answer = { units: [{ id: 'p1a' }], none: [] }
  const json = JSON.stringify(answer)
  test.each([
    ['after thoughts that hold another', `<think>Perhaps {"units": []}?</think>\n${json}`],
    ['after the schema', `{"type": "object", "properties": {"units": {}}}\n${json}`],
    ['after an example', `For instance {"units": [], "none": []}. So:\n${json}\nDone {I hope}.`],
    ['with commas after last items', '{"units": [{"id": "p1a",},], "none": [],}'],
    ['written as a string', JSON.stringify(json)],
  ])('%s', (_, text) => expect(readJson(text)?.value).toEqual(answer))
  test('with line breaks inside strings', () =>
    expect(readJson('{"a": ["one\ntwo, ]"]}')?.value).toEqual({ a: ['one\ntwo, ]'] }))
})
