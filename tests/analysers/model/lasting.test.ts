/** Which answers about a whole debate are kept when its thread has grown, and which are asked for anew. */
import { afterEach, describe, expect, test } from 'vitest'
import type { IssuesQuestion, Outline, OutlineClaim } from '../../../server/analysers/index.ts'
import { createModel } from '../../../server/analysers/model/index.ts'
import { answerTo, type Data } from '../../messages-server/derive.ts'
import { accessTo } from '../../messages-server/access.ts'
import { type MessagesServer, startMessagesServer } from '../../messages-server/server.ts'
import { asking, memory } from '../posts.ts'

let server: MessagesServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})

const claim = (id: string, more: Partial<OutlineClaim> = {}): OutlineClaim => ({
  id,
  statement: `The bus of street ${id} should stay as it is.`,
  kind: 'claim',
  people: 3,
  posts: 4,
  standing: 'contested',
  noEvidence: false,
  unanswered: false,
  supports: [],
  rebuts: [],
  ...more,
})
const outline = (posts: number, pro: OutlineClaim[]): Outline => ({
  title: 'Night buses',
  posts,
  people: 7,
  issues: [{ question: 'Should buses run all night?', for: pro, against: [claim('y', { people: 1 })], other: [] }],
})
const four = ['a', 'b', 'c', 'd'].map((id) => claim(id))
const changed = (more: Partial<OutlineClaim>, id = 'a') =>
  four.map((one) => (one.id === id ? { ...one, ...more } : one))

/** What else a summary has to say. */
function othersOf(data: Data, part: string): string[] {
  return (answerTo(data) as { sentences: string[] }).sentences.filter((one) => !one.startsWith(`${part} `))
}

describe('a summary written before', () => {
  async function twice(first: Outline, second: Outline, part = 'for') {
    const sentence = { part, text: 'Three people want the bus to stay.', claims: ['k1'] }
    const answer = (_: unknown, data: Data) => ({ sentences: [sentence, ...othersOf(data, part)] })
    server = await startMessagesServer({ answer })
    const analyser = createModel(accessTo(server))
    const calls = memory()
    await analyser.summarise(first, asking({ calls }))
    const again = asking({ calls })
    return { sentences: await analyser.summarise(second, again), asked: server.requests.length, notices: again.notices }
  }

  test.each<[string, Outline, string]>([
    ['the thread is the same but for two posts', outline(22, four), '2 posts'],
    ['a light claim came after the others', outline(21, [...four, claim('e')]), 'post'],
    [
      'what supports a position is new, deep or much as it is',
      outline(21, changed({ supports: ['e', 'f', 'g'].map((id) => claim(id, { supports: [claim(`${id}2`)] })) })),
      'post',
    ],
    ['a claim stands otherwise that no sentence judges', outline(21, changed({ standing: 'rebutted' }, 'b')), 'post'],
  ])('is kept, and said to be, where %s', async (_, grown, more) => {
    const { sentences, asked, notices } = await twice(outline(20, four), grown)
    expect(asked).toBe(1)
    expect(sentences).toContainEqual({ part: 'for', text: 'Three people want the bus to stay.', claims: ['a'] })
    expect(notices).toEqual([`The summary was written before the last ${more} came: what it rests on is the same.`])
  })

  test.each<[string, Outline]>([
    ['the thread has grown much', outline(40, four)],
    ['new claims are the weightiest', outline(21, [claim('e'), claim('f'), ...four])],
    ['a claim it rests on says something else', outline(21, changed({ statement: 'The bus should go.' }))],
    [
      'a number it tells is another now',
      outline(
        21,
        four.map((one) => ({ ...one, people: 5 })),
      ),
    ],
    ['many positions are new', outline(21, [...four, claim('e'), claim('f'), claim('g')])],
    ['many rebuttals of positions are new', outline(21, changed({ rebuts: ['e', 'f', 'g'].map((id) => claim(id)) }))],
  ])('is asked for anew where %s', async (_, grown) => {
    const { asked, notices } = await twice(
      outline(
        20,
        four.map((one) => ({ ...one, people: 3 })),
      ),
      grown,
    )
    expect(asked).toBeGreaterThan(1)
    expect(notices.join()).not.toContain('was written before')
  })

  test('is kept with a new claim that is among the weightiest, in its own words', async () => {
    const { sentences, asked, notices } = await twice(outline(20, four), outline(21, [claim('e'), ...four]))
    expect(asked).toBe(1)
    expect(sentences).toContainEqual({ part: 'for', text: claim('e').statement, claims: ['e'] })
    expect(notices).toContain('What weighs most since then was added to the summary in the words of its claims.')
  })
  test('is kept without a sentence on how a claim stood that stands otherwise now, and is said to be', async () => {
    const { sentences, asked, notices } = await twice(
      outline(20, four),
      outline(21, changed({ unanswered: true })),
      'contested',
    )
    expect(asked).toBe(1)
    expect(sentences.map(({ text }) => text)).not.toContain('Three people want the bus to stay.')
    expect(sentences.length).toBeGreaterThan(2)
    expect(notices[0]).toBe(
      'The summary was written before the last post came: what does not hold any more was left out.',
    )
  })
  test('is asked for anew where most of its sentences do not hold any more', async () => {
    const grown = outline(
      21,
      four.map((one) => (one.id < 'c' ? { ...one, statement: `The bus of street ${one.id} should go.` } : one)),
    )
    const { asked } = await twice(outline(20, four), grown)
    expect(asked).toBe(2)
  })
})

describe('the questions of a debate', () => {
  const question = (ids: string[]): IssuesQuestion => ({
    title: 'Night buses',
    claims: ids.map((id) => ({
      id,
      statement: `The bus of street ${id} should stay.`,
      people: id.startsWith('many') ? 3 : 1,
    })),
  })
  const ids = 'abcdefghijkl'.split('')
  async function twice(second: string[]) {
    server = await startMessagesServer()
    const analyser = createModel(accessTo(server))
    const calls = memory()
    const first = await analyser.issues?.(question(ids), asking({ calls }))
    return {
      first,
      second: await analyser.issues?.(question(second), asking({ calls })),
      asked: server.requests.length,
    }
  }

  test.each([
    ['the weightiest claims are the same', [...ids, 'new']],
    ['one person’s claim comes first', ['new', ...ids]],
  ])('are kept while %s', async (_, now) => {
    const { first, second, asked } = await twice(now)
    expect(second).toEqual(first)
    expect(asked).toBe(1)
  })
  test.each([
    ['a new claim of several people is among the weightiest', ['many', ...ids]],
    ['the weightiest claims are new', ['new', 'newer', ...ids]],
    ['many claims are new', [...ids.slice(0, 6), ...'uvwxyz'.split('')]],
    ['a position is gone', ids.slice(1)],
  ])('are asked for anew where %s', async (_, now) => {
    expect((await twice(now)).asked).toBe(2)
  })
})
