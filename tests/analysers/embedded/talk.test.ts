import { describe, expect, test } from 'vitest'
import { createEmbedded } from '../../../server/analysers/embedded/index.ts'
import type { Extraction } from '../../../server/analysers/index.ts'
import { ASKING, batch, post } from './thread.ts'

const embedded = createEmbedded()

const ABOUT_NOTHING = 'Our new office, in pictures'
const DEBATE = 'Cities should ban cars'

const read = (text: string, title = DEBATE): Promise<Extraction> =>
  embedded.extract(
    batch([post('p', 'op', text)], { context: [post('op', null, title, { heading: title.length })], title }),
    ASKING,
  )
const said = async (text: string, title?: string) =>
  (await read(text, title)).drafts.filter(({ kind }) => kind !== 'question').map(({ quote }) => quote)

describe('small talk is no claim', () => {
  test.each([
    'lol, that made my day, thanks for the laugh.',
    'Hope that helps, have a nice day!',
    'Username checks out, take my upvote.',
    'I look forward to your answers, much appreciated.',
    'Sorry, my mistake, I read that far too quickly.',
    '[deleted]',
    'https://trams.example/timetable',
  ])('%s', async (text) => expect(await said(text)).toEqual([]))

  test.each([
    ['Software engineer here, although not one who knows any databases.', []],
    ['Long-time nurse here. Cars should go.', ['Cars should go.']],
    ['Doctor here, cars should go.', ['Doctor here, cars should go.']],
  ])('nor is who the writer is: “%s”', async (text, expected) => expect(await said(text)).toEqual(expected))
  test('nor is a plain remark where the title gives nothing to be for or against', async () => {
    const remark = 'My sister had those chairs in her old kitchen.'
    expect(await said(remark, ABOUT_NOTHING)).toEqual([])
    expect(await said('Those chairs are bad for the back.', ABOUT_NOTHING)).toHaveLength(1)
  })

  test('but a short reply in plain words to a post that argues is a claim', async () => {
    const title = 'Sunday opening of the library'
    const opening = 'I think the library should open on Sundays, because families have no other day to go there.'
    const short = async (text: string): Promise<string[]> => {
      const posts = [post('op', null, `${title}\n\n${opening}`, { heading: title.length }), post('p', 'op', text)]
      const { drafts } = await embedded.extract(batch(posts, { title }), ASKING)
      return drafts.filter(({ postId }) => postId === 'p').map(({ quote }) => quote)
    }
    for (const text of [
      'Pensioners can come in the afternoon.',
      'It pays for the books.',
      'Shops already close at eight.',
    ])
      expect(await short(text)).toEqual([text])
    for (const text of ['My cat loves Sundays.', 'This is gold.', 'Greetings from Hamburg.', 'Here we go again.'])
      expect(await short(text)).toEqual([])
  })

  test('what only names somebody is no sentence', async () => {
    const posts = [
      'Everybody else who is helping with this!',
      'Everybody else who is helping with this deserves better.',
    ]
    expect(await Promise.all(posts.map((text) => said(text, ABOUT_NOTHING)))).toEqual([[], [posts[1]]])
  })

  test('what its writer does or has is no point of the post, and less surely a claim', async () => {
    const { drafts } = await read(
      'I am writing some timetable code for the trams.\n\nTrams in the centre are too slow.',
    )
    const [told, point] = ['I am writing', 'Trams'].map((start) => drafts.find(({ quote }) => quote.startsWith(start)))
    expect(told?.confidence ?? 0).toBeLessThan(point?.confidence ?? 0)
  })

  test('what is marked as sarcasm is not held against its writer', async () => {
    const { drafts, outcomes } = await read('Oh sure, cars are the best thing that ever happened to cities. /s')
    expect(drafts).toEqual([])
    expect(outcomes).toMatchObject([{ fate: 'no argument', why: expect.stringContaining('sarcasm') as string }])
  })

  test('a word of agreement is left out, and the post says why', async () => {
    expect(await said('Absolutely. Trams are far better than buses.')).toEqual(['Trams are far better than buses.'])
    expect((await read('Absolutely.')).outcomes).toMatchObject([{ why: 'it agrees in a word with what it answers' }])
  })
  test('a word of rejection is left out only where the post says more', async () => {
    expect(await said('Nonsense. Trams are far slower than buses.')).toEqual(['Trams are far slower than buses.'])
    expect(await said('Nonsense.')).toEqual(['Nonsense.'])
  })
})

describe('questions', () => {
  test('one that wants to know stays a question, in the middle or at the end', async () => {
    const { drafts } = await read('Which line do you take? I think trams are better. What would a ticket cost?')
    expect(drafts.filter(({ kind }) => kind === 'question').map(({ quote }) => quote)).toEqual([
      'Which line do you take?',
      'What would a ticket cost?',
    ])
  })
  test('one the writer goes on from is an argument', async () => {
    const text = 'I think cars should stay. Would people without a car carry a sofa home on the tram? They would not.'
    expect(await said(text)).toContain('Would people without a car carry a sofa home on the tram?')
  })
})

describe('what is shown of a clause', () => {
  const statements = async (text: string) => (await read(text)).drafts.map(({ statement }) => statement)

  test('no two clauses of a sentence are shown with the same words', async () => {
    const found = await statements(
      'I think trams are great, but they would really benefit from wider doors and lower floors.',
    )
    expect(new Set(found).size).toBe(found.length)
  })
  test('a clause without a subject stays with the one before it', async () => {
    expect(
      await statements('I think the tram is quiet at night, but should run every ten minutes all day long.'),
    ).toHaveLength(1)
  })
  test('an address alone is the source of what stands before it', async () => {
    const { drafts } = await read(
      'I believe noise makes people ill, as doctors keep saying.\nhttps://noise.example/report',
    )
    expect(drafts.at(-1)?.sourceUrl).toBe('https://noise.example/report')
    expect(drafts.map(({ quote }) => quote)).not.toContain('https://noise.example/report')
  })
})

test('of a very long post only the most telling statements are shown, and it is said how many', async () => {
  const text = Array.from({ length: 50 }, (_, at) => `I think street ${at} should be closed to cars at night.`).join(
    ' ',
  )
  const { drafts, outcomes } = await read(text)
  expect(drafts).toHaveLength(30)
  expect(outcomes[0]?.why).toBe('the 30 most telling of 50 statements are shown')
})

describe('what was pasted without any mark', () => {
  const outcome = async (text: string) => (await read(text)).outcomes.map(({ fate, why }) => `${fate}: ${why}`)

  test('a log between sentences is no claim', async () => {
    const log =
      '2024-03-01 12:00:01 ERROR Could not open the gate for trams\n    at org.example.Gate.open(Gate.java:42)'
    const found = await said(`I think trams are far better than buses.\n\n${log}\n\nBuses should be slower.`)
    expect(found).toEqual(['I think trams are far better than buses.', 'Buses should be slower.'])
  })
  test.each<[string, string]>([
    ['const price = ticket.price;\nreturn price * riders;', 'no argument: it is code, a log or a table'],
    ['trams trams trams trams trams trams', 'no argument: it holds no sentence'],
    ['asdf hjkl qwer zxcv uiop asdf hjkl', 'no argument: it holds no sentence'],
    ['tram, bus, ferry, bike, train, plane', 'no argument: it holds no sentence'],
    ['((((((((((((((((((((( a', 'no argument: it holds no sentence'],
  ])('of “%s” it is told', async (text, told) => {
    expect(await said(text)).toEqual([])
    expect(await outcome(text)).toEqual([told])
  })
})

test('a passage that runs on for too long is not shown, and that is said', async () => {
  const { drafts, outcomes } = await read(
    `I think trams ${'and a red barn beside the wall of the mill '.repeat(11)}burn.`,
  )
  expect(drafts).toEqual([])
  expect(outcomes).toMatchObject([{ fate: 'failed', why: expect.stringContaining('runs on') as string }])
})

describe('what cannot be read alone is no claim', () => {
  test.each([
    'Unless it rains on Sunday.',
    '“I want my money back and I want it now.”',
    'This is a companion discussion topic for the original entry at https://trams.example/1',
  ])('%s', async (text) => expect(await said(text)).toEqual([]))
})

test('a link that only names a person is no source', async () => {
  const text = 'I think @ann is right that the trams are too slow for the hill.'
  const links = [{ start: text.indexOf('@ann'), end: text.indexOf('@ann') + 4, url: 'https://forum.example/u/ann' }]
  const found = await embedded.extract(batch([post('p', null, text, { links })], { title: DEBATE }), ASKING)
  expect(found.drafts.map(({ kind, sourceUrl }) => ({ kind, sourceUrl }))).toEqual([{ kind: 'claim', sourceUrl: null }])
})
