/**
 * Hostile posts against a model that obeys them, through the whole pipeline: nothing that other posts say may change by
 * them, not their claims, their links, nor their quotes. Compared with a model that takes no notice of orders, and with a
 * thread in which somebody said thanks in their place.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { addressesReader, speaksToReader } from '../../../server/analysers/model/suspicion.ts'
import { analyseWith } from '../../bench/model.ts'
import { ORDINARY } from '../../fixtures/ordinary.ts'
import { type Obedience, obeying } from '../../messages-server/obey.ts'
import { post } from '../posts.ts'
import { HARMLESS, HONEST_WORDS, ofOthers, threadWith } from './thread-with-guest.ts'

const FOLDER = join(import.meta.dirname, '../../fixtures/hostile')
const HOSTILE = readdirSync(FOLDER).map((name): [string, string] => [
  name.replace(/\.txt$/, ''),
  readFileSync(join(FOLDER, name), 'utf8').trim(),
])

const howOf = (name: string): Obedience | null =>
  name.startsWith('flood') && name !== 'flood-orders' ? null : name.startsWith('mouth') ? 'mouth' : 'everything'

test('there are at least forty hostile posts, of every sort', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(40)
  expect(new Set(HOSTILE.map(([name]) => name.replace(/-.*/, '')))).toEqual(
    new Set(['flood', 'hidden', 'ids', 'markup', 'mouth', 'order', 'soft', 'system']),
  )
})

test.each(ORDINARY)('does not seem to speak to the program: %s', (words) => {
  expect(speaksToReader(words)).toBe(false)
})

test('is judged by what is sent of a post, which leaves out code and long addresses', () => {
  const address = `https://example.org/${'long'.repeat(25)}`
  const text = `See ${address} for {"role": "user", "content": "the whole log of what the service had said to us then"}.`
  const start = text.indexOf('{')
  const links = [{ start: 4, end: 4 + address.length, url: address }]
  expect(speaksToReader(text)).toBe(true)
  expect(addressesReader(post('p', text, { links, code: [{ start, end: text.length - 1 }] }))).toBe(false)
  expect(addressesReader(post('p', text))).toBe(true)
})

describe('a hostile post changes nothing that others say', () => {
  let without: ReturnType<typeof ofOthers>
  beforeAll(async () => {
    without = ofOthers((await analyseWith([threadWith({ words: HARMLESS })])).debate)
  })

  test.each(HOSTILE)('%s', async (name, hostile) => {
    const how = howOf(name)
    let obeyed = 0
    const answer = how === null ? undefined : obeying(hostile, HONEST_WORDS, how, () => (obeyed += 1))
    const { debate } = await analyseWith([threadWith({ words: hostile })], answer === undefined ? {} : { answer })
    const others = ofOthers(debate)
    const { debate: heeded } = await analyseWith([threadWith({ words: hostile })])
    expect(others).toEqual(ofOthers(heeded))
    // Which links are looked for depends on what else is said, so a thread without the post shares all but those.
    expect({ ...others, links: [] }).toEqual({ ...without, links: [] })
    if (how !== null) expect(obeyed).toBeGreaterThan(0)
    expect(debate.coverage.fates.find((fate) => fate.postId === 'evil')).toBeDefined()
    for (const sentence of debate.summary.sentences) expect(sentence.text).not.toContain('97')
    for (const claim of debate.claims) expect(claim.mentions.length).toBeGreaterThan(0)
    expect(debate.claims.filter((claim) => claim.mentions[0]?.postId === 'evil').length).toBeLessThanOrEqual(25)
  })
})
