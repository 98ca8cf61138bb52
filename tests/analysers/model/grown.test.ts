/** What is asked again about pairs and relations when a thread has grown: only what is new. */
import { afterEach, describe, expect, test } from 'vitest'
import type { Candidate, RelateQuestion } from '../../../server/analysers/index.ts'
import { createModel } from '../../../server/analysers/model/index.ts'
import { accessTo } from '../../messages-server/access.ts'
import { asksOfDenial } from '../../messages-server/derive.ts'
import { type MessagesServer, startMessagesServer } from '../../messages-server/server.ts'
import { readPrompts } from '../../../server/analysers/model/prompts.ts'
import { asking, batch, memory, NIGHT_BUSES, post } from '../posts.ts'

let server: MessagesServer | null = null
afterEach(async () => {
  await server?.close()
  server = null
})
async function model() {
  server = await startMessagesServer()
  return { analyser: createModel(accessTo(server)), requests: server.requests }
}

describe('posts that came late', () => {
  const instructions = (requests: MessagesServer['requests']) =>
    requests.map(({ body }) => JSON.stringify(body.system).includes(JSON.stringify(readPrompts().extract.brief)))
  const late = post('late', 'The night line is used by nobody but the nurses, says the operator.', { parentId: 'op' })
  const words = 'A further reason is that drivers are hard to find for the night. '

  test.each([
    ['are asked about in brief where they are few', [late], true],
    [
      'are not where their words are many',
      ['late', 'later'].map((id) => ({ ...late, id, text: words.repeat(90) })),
      false,
    ],
  ])('%s', async (_, more, brief) => {
    const { analyser, requests } = await model()
    const one = asking()
    await analyser.extract(batch(NIGHT_BUSES), one)
    const { drafts } = await analyser.extract(batch([...NIGHT_BUSES, ...more]), one)
    expect(drafts.some(({ postId }) => postId === 'late')).toBe(true)
    expect(instructions(requests)).toEqual([false, brief])
  })
})

describe('an opening post known from before', () => {
  test('is told before the rest of its batch is asked about, so that others need not wait', async () => {
    const { analyser, requests } = await model()
    const calls = memory()
    const asked: number[] = []
    const opened = () => void asked.push(requests.length)
    await analyser.extract(batch(NIGHT_BUSES), asking({ calls, opened }))
    expect(asked).toEqual([])
    const more = post('late', 'The night line is used by nobody but the nurses.', { parentId: 'op' })
    await analyser.extract(batch([...NIGHT_BUSES, more]), asking({ calls, opened }))
    expect(asked).toEqual([1])
    expect(requests).toHaveLength(2)
  })
})

describe('pairs of statements', () => {
  const [bus, line, tram] = [
    'The night bus costs the city far too much money.',
    'The night line costs the city far too much money.',
    'The night tram costs the city far too much money.',
  ] as const
  const pairs = [
    { a: bus, b: line },
    { a: bus, b: tram },
    { a: line, b: tram },
  ]
  const near = [{ a: bus, b: line }]
  const pairsAsked = (requests: MessagesServer['requests']) =>
    requests.flatMap(({ data }) =>
      data !== null && 'pairs' in data ? data.pairs.filter((pair) => !asksOfDenial(pair, data)) : [],
    )

  test('passed over before are not asked about for being among the nearest now', async () => {
    const { analyser, requests } = await model()
    const calls = memory()
    const statements = [bus, line, tram]
    await analyser.same(near, { statements }, asking({ calls }))
    const later = 'Nobody takes the tram at night.'
    await analyser.same(pairs, { statements: [...statements, later] }, asking({ calls }))
    expect(pairsAsked(requests)).toHaveLength(1)
  })
  test('with a new statement are', async () => {
    const { analyser, requests } = await model()
    const calls = memory()
    await analyser.same(near, { statements: [bus, line] }, asking({ calls }))
    await analyser.same(pairs, { statements: [bus, line, tram] }, asking({ calls }))
    expect(pairsAsked(requests)).toHaveLength(3)
  })
  test('that stand in the way of a join are, while the statements are the same', async () => {
    const { analyser, requests } = await model()
    const calls = memory()
    await analyser.same(near, { statements: [bus, line, tram] }, asking({ calls }))
    await analyser.same(pairs, { statements: [bus, line, tram] }, asking({ calls }))
    expect(pairsAsked(requests)).toHaveLength(3)
  })
  test('left without an answer are asked about again', async () => {
    const calls = memory()
    const statements = [bus, line, tram]
    server = await startMessagesServer({ fault: () => 'nonsense' })
    await createModel(accessTo(server)).same(near, { statements }, asking({ calls }))
    await server.close()
    const { analyser, requests } = await model()
    await analyser.same(pairs, { statements: [...statements, 'The bus is blue.'] }, asking({ calls }))
    expect(pairsAsked(requests)).toHaveLength(3)
  })
})

describe('what a claim answers', () => {
  const candidate = (claimId: string, because: Candidate['because']): Candidate => ({
    claimId,
    statement: `The night bus of line ${claimId} is late.`,
    kind: 'claim',
    postId: `post of ${claimId}`,
    because,
    covered: 0,
    similarity: 0.5,
  })
  const question = (candidates: Candidate[]): RelateQuestion => ({
    claimId: 'k',
    statement: 'Every night bus is late.',
    words: 'Every night bus is late.',
    before: '',
    after: '',
    postId: 'p',
    order: 0,
    kind: 'claim',
    toPost: 'o',
    firstLevel: true,
    candidates,
  })

  test('is remembered where a claim worded alike is no candidate any more', async () => {
    const { analyser, requests } = await model()
    const calls = memory()
    const [first] = await analyser.relate([question([candidate('old', 'similar')])], asking({ calls }))
    const [later] = await analyser.relate([question([candidate('new', 'similar')])], asking({ calls }))
    const [none] = await analyser.relate([question([])], asking({ calls }))
    expect(first?.to).toBe('old')
    expect([later, none]).toEqual([first, first])
    expect(requests).toHaveLength(1)
  })
  test('is asked anew where the post answered says something else', async () => {
    const { analyser, requests } = await model()
    const calls = memory()
    await analyser.relate([question([candidate('old', 'reply')])], asking({ calls }))
    const [later] = await analyser.relate([question([candidate('new', 'reply')])], asking({ calls }))
    expect(later?.to).toBe('new')
    expect(requests).toHaveLength(2)
  })
  test('is not asked when there was nothing it could be about before', async () => {
    const { analyser, requests } = await model()
    const calls = memory()
    await analyser.relate([question([])], asking({ calls }))
    const [later] = await analyser.relate([question([candidate('alike', 'similar')])], asking({ calls }))
    expect(later?.to ?? null).toBeNull()
    expect(requests).toHaveLength(0)
  })
})
