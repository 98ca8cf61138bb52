import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IssueAnswer } from '../../server/analysers/index.ts'
import { issuesAsked } from '../../server/graph/answers.ts'
import { settledAnew } from '../../server/graph/corrections.ts'
import type { Debate } from '../../shared/debate.ts'
import { expectLaws, madeUp } from './laws.ts'
import { assembled, debateOf, sketch } from './notation.ts'

const MILL = `
  title: Mill Street
  1 ann: [shut: The town should close Mill Street to cars.]
  2 bob > 1: [open: Mill Street should stay open.] [shops: Closing it would ruin the shops.]
  3 cem > 1: [trams: Trams would be better still.] [poll/study: A survey found most want it shut.]
  open rebuts shut .9
  shops supports open .8
`
const QUESTION: IssueAnswer = {
  question: 'Should Mill Street be closed to cars?',
  positions: [
    { claimId: 'shut', stance: 'for' },
    { claimId: 'open', stance: 'against' },
  ],
}
const answered = (...answers: IssueAnswer[]): Promise<Debate> => assembled(sketch(MILL), { answers })
const places = ({ claims }: Debate) =>
  Object.fromEntries(claims.map(({ id, place }) => [id, `${place.via} ${place.parent}`]))

describe('an answer about the issues', () => {
  test('gives the question and the positions with their sides', async () => {
    const debate = await answered(QUESTION)
    expect(debate.issues).toMatchObject([{ id: 'issue.t1', ...QUESTION, source: 'analyser' }])
    expect(places(debate)).toMatchObject({
      shut: 'position issue.t1',
      open: 'position issue.t1',
      shops: 'link open',
      trams: 'none issue.t1',
    })
    expect(debate.links.map(({ from, to }) => `${from} ${to}`)).toContain('open shut')
    expectLaws(debate)
  })
  test('may name further questions', async () => {
    const better = { question: 'What would be better?', positions: [{ claimId: 'trams', stance: null }] }
    const debate = await answered(QUESTION, better)
    expect(debate.issues).toMatchObject([QUESTION, better])
    expect(places(debate)['trams']).toBe(`position ${debate.issues[1]?.id}`)
    expectLaws(debate)
  })
  test.each<[string, IssueAnswer]>([
    ['claims that do not exist', { question: 'Why?', positions: [{ claimId: 'nobody', stance: 'for' }] }],
    ['evidence', { question: 'Why?', positions: [{ claimId: 'poll', stance: 'for' }] }],
    ['an empty question', { question: ' \u200b\n', positions: [{ claimId: 'shut', stance: 'for' }] }],
    ['no position', { question: 'Why?', positions: [] }],
  ])('with %s changes nothing', async (_, answer) => {
    expect(await answered(answer)).toEqual(await debateOf(MILL))
  })
  test('takes a claim for one position only, the first it is named for', async () => {
    const debate = await answered(QUESTION, { question: 'Open?', positions: [{ claimId: 'open', stance: 'for' }] })
    expect(debate.issues).toMatchObject([QUESTION])
  })
  test('keeps questions short and plain', async () => {
    const question = `Should\u0007 it\u200b\n be ${'so '.repeat(100)}?`
    const debate = await answered({ ...QUESTION, question })
    expect(debate.issues[0]?.question).toMatch(/^Should it be so so .*…$/)
    expect(debate.issues[0]?.question.length).toBeLessThanOrEqual(200)
  })
  test('outlives corrections', async () => {
    const debate = await answered(QUESTION, {
      question: 'What would be better?',
      positions: [{ claimId: 'trams', stance: null }],
    })
    const again = settledAnew(debate)
    expect(again.issues).toEqual(debate.issues)
    expect(places(again)).toEqual(places(debate))
  })
  test('keeps the laws of every debate', async () => {
    const stance = fc.constantFrom('for' as const, 'against' as const, null)
    const claimId = fc.constantFrom('c0', 'c1', 'c2', 'c3', 'c4', 'e5', 'nobody')
    const answers = fc.array(
      fc.record({
        question: fc.constantFrom('Should we?', 'Why not?', ''),
        positions: fc.array(fc.record({ claimId, stance }), { maxLength: 4 }),
      }),
      { maxLength: 3 },
    )
    await fc.assert(
      fc.asyncProperty(madeUp, answers, async (text, some) => {
        expectLaws(await assembled(sketch(text), { answers: some }))
      }),
      { numRuns: 150 },
    )
  })
})

describe('what is asked about the issues', () => {
  test('is the claims, those that answer no other first', async () => {
    const asked = issuesAsked(await debateOf(MILL))
    expect(asked?.title).toBe('Mill Street')
    expect(asked?.claims.map(({ id }) => id)).toEqual(['shut', 'trams', 'open', 'shops'])
  })
  test('is nothing where the platform records the sides', async () => {
    const debate = await debateOf(MILL)
    const [thread] = debate.threads
    if (thread === undefined) throw new Error('no thread')
    const posts = thread.posts.map((post, at) => (at === 1 ? { ...post, stance: 'con' as const } : post))
    expect(issuesAsked({ ...debate, threads: [{ ...thread, posts }] })).toBeNull()
  })
})
