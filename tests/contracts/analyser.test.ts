/** One suite for every analyser: what the pipeline relies on, whoever answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../server/analysers/check.ts'
import { createEmbedded } from '../../server/analysers/embedded/index.ts'
import type { Analyser, Outline, RelateQuestion } from '../../server/analysers/index.ts'
import { createModel } from '../../server/analysers/model/index.ts'
import { Findings } from '../../shared/findings.ts'
import { asking, batch, NIGHT_BUSES, post } from '../analysers/posts.ts'
import { accessTo } from '../messages-server/access.ts'
import { type MessagesServer, startMessagesServer } from '../messages-server/server.ts'

let server: MessagesServer
beforeAll(async () => {
  server = await startMessagesServer()
})
afterAll(() => server.close())

const ANALYSERS: [string, () => Analyser][] = [
  ['embedded', createEmbedded],
  ['model', () => createModel({ ...accessTo(server), fallback: createEmbedded() })],
]

describe.each(ANALYSERS)('the %s analyser', (name, create) => {
  test('says who it is and what it wants', () => {
    const analyser = create()
    expect(analyser.name).toBe(name)
    expect(analyser.model === null).toBe(name === 'embedded')
    expect(Object.keys(analyser.prompts).length).toBeGreaterThan(0)
    expect(analyser.batch.posts).toBeGreaterThan(0)
    expect(analyser.batch.characters).toBeGreaterThan(0)
    expect(analyser.batch.atOnce).toBeGreaterThan(0)
    expect(analyser.mergeAt).toBeGreaterThanOrEqual(analyser.similarAt)
  })

  test('finds arguments that stand in the posts', async () => {
    const findings = check(batch(NIGHT_BUSES), await create().extract(batch(NIGHT_BUSES), asking()), name)
    expect(Findings.parse(findings)).toEqual(findings)
    expect(findings.units.filter((unit) => unit.kind === 'claim').length).toBeGreaterThanOrEqual(2)
    expect(findings.dropped).toEqual([])
    for (const unit of findings.units) {
      const { text, quotes } = NIGHT_BUSES.find((one) => one.id === unit.postId) ?? { text: '', quotes: [] }
      expect(text.slice(unit.start, unit.end).trim()).not.toBe('')
      expect(quotes.some((quote) => unit.start < quote.end && quote.start < unit.end)).toBe(false)
    }
  })

  test('gives every post a fate, and one without an argument its reason', async () => {
    const { fates } = check(batch(NIGHT_BUSES), await create().extract(batch(NIGHT_BUSES), asking()), name)
    expect(fates.map((fate) => fate.postId)).toEqual(NIGHT_BUSES.map((one) => one.id))
    expect(fates.find((fate) => fate.postId === 'c')).toMatchObject({ fate: 'no argument', by: name })
    expect(fates.find((fate) => fate.postId === 'c')?.why).not.toBe('')
  })

  test('answers the same twice, and pays once', async () => {
    const analyser = create()
    const once = asking()
    const first = await analyser.extract(batch(NIGHT_BUSES), once)
    const again = asking({ calls: once.calls })
    expect(await analyser.extract(batch(NIGHT_BUSES), again)).toEqual(first)
    expect(again.usages.filter((usage) => !usage.cached)).toEqual([])
  })

  test('does not choke on odd posts', async () => {
    const odd = [
      post('empty', ''),
      post('blank', ' \n '),
      post('marks', '!!! ??? ... 😀😀'),
      post('long', 'word '.repeat(3_000)),
      post('broken', 'half a pair \uD83D and a \u0000 zero'),
      post('quote', '> only quoted', {
        quotes: [{ start: 0, end: 13, how: 'marked', author: null, of: null, similarity: 0 }],
      }),
      post('orphan', 'Its parent is nowhere to be seen here.', { parentId: 'gone' }),
    ]
    const findings = check(batch(odd), await create().extract(batch(odd), asking()), name)
    expect(findings.fates).toHaveLength(odd.length)
  })

  test('of no posts finds nothing', async () => {
    expect(await create().extract(batch([]), asking())).toMatchObject({ drafts: [], links: [], outcomes: [] })
  })

  test('tells the same claim from another', async () => {
    const analyser = create()
    const pairs = [
      { a: 'The night bus costs too much money.', b: 'The night bus costs too much money!' },
      { a: 'The night bus costs too much money.', b: 'Cats make better pets than dogs do.' },
    ]
    const statements = pairs.flatMap(({ a, b }) => [a, b])
    const values = await analyser.same(pairs, { statements }, asking())
    expect(values).toHaveLength(2)
    expect(values[0]).toBeGreaterThanOrEqual(analyser.mergeAt)
    expect(values[1]).toBeLessThan(analyser.similarAt)
    expect(await analyser.same([], { statements: [] }, asking())).toEqual([])
  })

  test('relates only to candidates', async () => {
    const answers = await create().relate([QUESTION], asking())
    for (const answer of answers) {
      expect(answer.claimId).toBe('c1')
      expect([null, 'c2', 'c3']).toContain(answer.to)
      expect(answer.confidence).toBeGreaterThanOrEqual(0)
      expect(answer.confidence).toBeLessThanOrEqual(1)
    }
    expect(await create().relate([], asking())).toEqual([])
  })

  test('sums up with sentences that rest on claims of the outline', async () => {
    const sentences = await create().summarise(OUTLINE, asking())
    expect(sentences.length).toBeGreaterThan(0)
    for (const sentence of sentences) {
      expect(sentence.text.trim()).not.toBe('')
      for (const id of sentence.claims) expect(['c1', 'c2', 'c3']).toContain(id)
    }
  })

  test('stops when told to', async () => {
    const signal = AbortSignal.abort(new Error('stopped'))
    await expect(create().extract(batch(NIGHT_BUSES), asking({ signal }))).rejects.toThrow('stopped')
  })
})

const QUESTION: RelateQuestion = {
  claimId: 'c1',
  statement: 'Night buses would not pay for themselves.',
  words: 'Night buses would not pay for themselves.',
  before: 'But ',
  after: '',
  postId: 'a',
  order: 0,
  kind: 'claim',
  toPost: 'op',
  firstLevel: true,
  candidates: [
    {
      claimId: 'c2',
      statement: 'The city should run night buses.',
      kind: 'claim',
      postId: 'op',
      because: 'reply',
      covered: 0,
      similarity: 0.4,
    },
    {
      claimId: 'c3',
      statement: 'Many people work late shifts.',
      kind: 'claim',
      postId: 'op',
      because: 'reply',
      covered: 0,
      similarity: 0,
    },
  ],
}

const claim = {
  people: 2,
  posts: 2,
  standing: 'contested',
  noEvidence: true,
  unanswered: false,
  supports: [],
  rebuts: [],
}
const OUTLINE: Outline = {
  title: 'Night buses',
  posts: 5,
  people: 5,
  issues: [
    {
      question: 'Should buses run all night?',
      for: [
        {
          ...claim,
          id: 'c2',
          kind: 'claim',
          statement: 'The city should run night buses.',
          rebuts: [{ ...claim, id: 'c1', kind: 'claim', statement: 'Night buses would not pay for themselves.' }],
        },
      ],
      against: [{ ...claim, id: 'c3', kind: 'claim', statement: 'Taxis are enough at night.' }],
      other: [],
    },
  ],
}
