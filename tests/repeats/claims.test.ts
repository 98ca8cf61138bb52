import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEmbedded } from '../../server/analysers/embedded/index.ts'
import { createModel } from '../../server/analysers/model/index.ts'
import type { Analyser, Asking, Pair } from '../../server/analysers/index.ts'
import type { ClaimGroup, Unit } from '../../shared/findings.ts'
import type { Thread } from '../../shared/thread.ts'
import { clearest, mergeClaims } from '../../server/repeats/claims.ts'
import { accessTo } from '../messages-server/access.ts'
import type { Data } from '../messages-server/derive.ts'
import { type MessagesServerOptions, startMessagesServer } from '../messages-server/server.ts'
import { everyday } from './everyday-pairs.ts'
import { tried, unseen } from './hard-pairs.ts'
import { opposites, paraphrases, type StatementPair } from './pairs.ts'
import { post, thread, unit } from './threads.ts'

/** Judges by the share of words in common, and remembers what it was asked. */
function judge(mergeAt = 0.5, similarAt = 0.3): Pick<Analyser, 'same' | 'mergeAt' | 'similarAt'> & { asked: Pair[] } {
  const asked: Pair[] = []
  const bag = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  return {
    asked,
    mergeAt,
    similarAt,
    same: (pairs) => {
      asked.push(...pairs)
      return Promise.resolve(
        pairs.map(({ a, b }) => {
          const [x, y] = [bag(a), bag(b)]
          const both = [...x].filter((word) => y.has(word)).length
          return both / (x.size + y.size - both)
        }),
      )
    },
  }
}

const ASKING: Asking = {
  signal: new AbortController().signal,
  calls: { get: () => Promise.resolve(null), put: () => Promise.resolve() },
  afford: () => undefined,
  spent: () => undefined,
}

const merge = (units: Unit[], threads: Thread[], by = judge()) =>
  mergeClaims(units, threads, [], { ...createEmbedded(), ...by }, ASKING)

/** One post and unit per statement. */
function said(statements: string[], rest: (at: number) => Partial<Unit> = () => ({})) {
  const threads = [thread(statements)]
  const posts = (threads[0] as Thread).posts
  return { threads, units: posts.map((one, at) => unit(one, one.text, rest(at))) }
}

const shape = (groups: ClaimGroup[]) => groups.map((group) => group.units.map((one) => one.postId))

describe('what becomes one claim', () => {
  const cases: [string, string, string, boolean][] = [
    ['the same words', 'The ferry should stay free.', 'the ferry should stay free', true],
    ['other words', 'The ferry should stay free.', 'The ferry should certainly stay free.', true],
    ['a denial', 'The old ferry is safe.', 'The old ferry is not safe.', false],
    ['a denial by prefix', 'The old ferry is safe.', 'The old ferry is unsafe.', false],
    ['a denial in one word', "The old ferry isn't safe.", 'The old ferry is safe.', false],
    [
      'each denies what the other says',
      'The ferry is safe, but it is not cheap.',
      'The ferry is cheap, but it is not safe.',
      false,
    ],
    [
      'a denial of something else',
      'Ferries are no trouble, so the town ferry should stay free for islanders.',
      'The town ferry should stay free for islanders all year round.',
      true,
    ],
    ['two denials', 'The old ferry is not unsafe.', 'The old ferry is safe.', true],
    ['one denial in two forms', 'The old ferry is not safe.', 'The old ferry is unsafe.', true],
    [
      'one denial in two forms, of a long sentence',
      "It's impossible to board at night.",
      'It is not possible to board at night.',
      true,
    ],
    ['two short words of content', 'The EU is slow.', 'The EU is really slow.', true],
    [
      'what a thread speaks of all along',
      'This ferry is too slow for commuters.',
      'For commuters the ferry is too slow.',
      true,
    ],
    [
      'what goes on to object',
      'The ferry can be booked online.',
      'The ferry can be booked online, but that costs more and takes ages.',
      false,
    ],
    ['an opposite', 'Free ferries raise the rents here.', 'Free ferries lower the rents here.', false],
    ['“not only” denies nothing', 'The ferry is safe and cheap.', 'The ferry is not only safe and cheap.', true],
    ['another number', 'The ferry costs 3 million a year.', 'The ferry costs 4 million a year.', false],
    ['a number on one side', 'The ferry costs 3 million a year.', 'The ferry costs millions a year.', false],
    [
      'a small number, written out, on one side',
      'The ferry has been safe for ten years.',
      'The ferry has been safe for years.',
      true,
    ],
    ['a number written out', 'The ferry costs 3 million a year.', 'The ferry costs three million a year.', true],
    ['thousands marks', 'The ferry costs 3,000 crowns a year.', 'The ferry costs 3000 crowns a year.', true],
    ['another amount', 'All islanders use the ferry daily.', 'Most islanders use the ferry daily.', false],
    ['some is not the whole', 'Islanders use the ferry daily.', 'Some islanders use the ferry daily.', false],
    ['all is', 'Islanders use the ferry daily.', 'All islanders use the ferry daily.', true],
    ['another name', 'The ferry to Arholma should stay free.', 'The ferry to Blidö should stay free.', false],
    ['another name at the start', 'Arholma needs the free ferry.', 'Blidö needs the free ferry.', false],
    ['a question', 'The ferry should stay free.', 'The ferry should stay free?', false],
    ['little to go by', 'That is wrong.', 'That is wrong.', false],
  ]
  test.each(cases)('%s', async (_, first, second, merged) => {
    const { units, threads } = said([first, second, 'We like the town, and the islanders, and the free rents.'])
    const { groups } = await merge(units.slice(0, 2), threads)
    expect(shape(groups)).toEqual(merged ? [['p1', 'p2']] : [['p1'], ['p2']])
  })

  test('“that is wrong” twice about one post is one claim', async () => {
    const threads = [
      thread([
        'The ferry should stay free.',
        post('That is wrong.', { parentId: 'p1', parentVia: 'platform' }),
        post('That is wrong!', { parentId: 'p1', parentVia: 'platform' }),
      ]),
    ]
    const posts = (threads[0] as Thread).posts.slice(1)
    const { groups } = await merge(
      posts.map((one) => unit(one, one.text)),
      threads,
    )
    expect(shape(groups)).toEqual([['p2', 'p3']])
  })

  test('claim and evidence stay apart; questions and concessions are left out', async () => {
    const text = 'The ferry should stay free.'
    const kinds = ['claim', 'evidence', 'question', 'concession'] as const
    const { units, threads } = said([text, text, text, text], (at) => ({ kind: kinds[at] as Unit['kind'] }))
    const { groups } = await merge(units, threads)
    expect(groups.map((group) => [group.kind, group.units.length])).toEqual([
      ['claim', 1],
      ['evidence', 1],
    ])
  })

  const APART = [
    ['The old ferry is safe.', 'The old ferry is not safe.'],
    ['Only islanders board the ferry.', 'Even islanders board the ferry.'],
    ['We carry mail from Arholma to Blidö.', 'We carry mail from Blidö to Arholma.'],
  ]
  test.each(APART)('a model is never even asked about: %s | %s', async (a, b) => {
    const { units, threads } = said([a, b])
    const by = judge(0)
    const { groups } = await mergeClaims(units, threads, [], { ...createEmbedded(), ...by, name: 'model' }, ASKING)
    expect(by.asked).toEqual([])
    expect(groups).toHaveLength(2)
  })

  test('no chains: the ends must be alike too', async () => {
    const { units, threads } = said([
      'ferry town harbour winter',
      'ferry town harbour winter bridge night',
      'ferry town bridge night',
    ])
    const { groups } = await merge(units, threads, judge(0.5))
    expect(shape(groups)).toEqual([['p1', 'p2'], ['p3']])
  })

  test('what is alike but not merged is listed', async () => {
    const { units, threads } = said(['The ferry should stay free for all.', 'The ferry should stay cheap and clean.'])
    const { groups, similar } = await merge(units, threads)
    expect(shape(groups)).toEqual([['p1'], ['p2']])
    expect(similar.map(({ a, b }) => [a, b])).toEqual([['p1:0', 'p2:0']])
  })

  test('what differs in a number is listed as alike, never merged; a denial is not listed', async () => {
    const { units, threads } = said([
      'The ferry costs 3 million a year.',
      'The ferry costs 4 million a year.',
      'The ferry does not cost 4 million a year.',
    ])
    const { groups, similar } = await merge(units, threads)
    expect(shape(groups)).toEqual([['p1'], ['p2'], ['p3']])
    expect(similar.map(({ a, b }) => [a, b])).toEqual([['p1:0', 'p2:0']])
  })

  test('the id is that of the first unit in time', async () => {
    const threads = [
      thread([
        post('The ferry should stay free.', { createdAt: '2026-03-02T00:00:00Z' }),
        post('The ferry should stay free.', { createdAt: '2026-03-01T00:00:00Z' }),
      ]),
    ]
    const { groups } = await merge(
      (threads[0] as Thread).posts.map((one) => unit(one, one.text)),
      threads,
    )
    expect(groups.map((group) => group.id)).toEqual(['p2:0'])
  })

  test('nothing in, nothing out', async () => {
    expect(await merge([], [])).toEqual({ groups: [], similar: [] })
  })
})

describe('in one debate about everything', async () => {
  const all = [...opposites, ...paraphrases]
  const { units, threads } = said(all.flatMap(({ a, b }) => [a, b]))
  const { groups } = await mergeClaims(units, threads, [], createEmbedded(), ASKING)
  const group = new Map(groups.flatMap(({ id, units: some }) => some.map((one) => [one.statement, id] as const)))
  const merged = (pairs: StatementPair[]) => pairs.filter(({ a, b }) => group.get(a) === group.get(b))
  const of = (pairs: StatementPair[], use: StatementPair['use']) => pairs.filter((pair) => pair.use === use)

  test('opposites stay apart', () => {
    expect(merged(opposites)).toEqual([])
  })
  test('the same in other words becomes one claim', () => {
    expect(merged(of(paraphrases, 'fit')).length).toBeGreaterThanOrEqual(29)
    expect(merged(of(paraphrases, 'check')).length).toBeGreaterThanOrEqual(20)
  })
})

describe.each([
  { set: 'tried while the rules were made', pairs: tried, kept: 74, believed: 74 },
  { set: 'written before the rules', pairs: unseen, kept: 71, believed: 74 },
  { set: 'of everyday repeating', pairs: everyday, kept: 63, believed: 67 },
])('pairs $set', ({ pairs, kept, believed }) => {
  /** The pairs that become one claim in one debate of them all, judged by this analyser. */
  const mergedBy = async (analyser: Analyser) => {
    const all = [...pairs.opposites, ...pairs.same]
    const { units, threads } = said(all.flatMap(({ a, b }) => [a, b]))
    const { groups } = await mergeClaims(units, threads, [], analyser, ASKING)
    const group = new Map(groups.flatMap(({ id, units: some }) => some.map((one) => [one.statement, id] as const)))
    const isMerged = ({ a, b }: { a: string; b: string }) => group.get(a) === group.get(b)
    return { opposites: pairs.opposites.filter(isMerged), same: pairs.same.filter(isMerged).length }
  }

  const mergedByModel = async (answer: NonNullable<MessagesServerOptions['answer']>) => {
    const server = await startMessagesServer({ answer })
    try {
      return await mergedBy(createModel(accessTo(server)))
    } finally {
      await server.close()
    }
  }

  test('opposites stay apart, and most of the same is one claim', async () => {
    const merged = await mergedBy(createEmbedded())
    expect(merged.opposites).toEqual([])
    expect(merged.same).toBeGreaterThanOrEqual(kept)
  })

  test('opposites stay apart though an analyser that knows no words holds them to be the same', async () => {
    const pair = new Map(
      [...pairs.opposites, ...pairs.same].flatMap(({ a, b }) =>
        [`${a}${b}`, `${b}${a}`].map((key) => [key, 1] as const),
      ),
    )
    const same = (asked: Pair[]) => Promise.resolve(asked.map(({ a, b }) => pair.get(`${a}${b}`) ?? 0))
    const merged = await mergedBy({ ...createEmbedded(), same })
    expect(merged.opposites).toEqual([])
    expect(merged.same).toBeGreaterThanOrEqual(kept)
  })

  test('opposites stay apart though a model holds all it is asked about to be the same', async () => {
    const answer = (_: unknown, data: Data) => ({ same: 'pairs' in data ? data.pairs : [], close: [] })
    const merged = await mergedByModel(answer)
    expect(merged.opposites).toEqual([])
    expect(merged.same).toBeGreaterThanOrEqual(kept)
  })

  test('a model that tells a statement from its denial is believed', async () => {
    const isSame = new Set(pairs.same.flatMap(({ a, b }) => [`${a}${b}`, `${b}${a}`]))
    const answer = (_: unknown, data: Data) => {
      if (!('pairs' in data)) return {}
      const words = (pair: string) =>
        pair
          .split(' ')
          .map((id) => data.statements[id])
          .join('')
      return { same: data.pairs.filter((pair) => isSame.has(words(pair))), close: [] }
    }
    const merged = await mergedByModel(answer)
    expect(merged.opposites).toEqual([])
    expect(merged.same).toBeGreaterThanOrEqual(believed)
  })
})

test('a model is asked about statements that differ in a word, never about what is denied', async () => {
  const { units, threads } = said(['The ferry feeds the island.', 'The ferry nourishes the island.'])
  const by = judge()
  await mergeClaims(units, threads, [], { ...createEmbedded(), ...by, name: 'model' }, ASKING)
  expect(by.asked).toHaveLength(1)
})

describe('laws', () => {
  const WORDS = 'ferry free town pays bridge school night bus tax harbour not 7 Arholma'.split(' ')
  const statement = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))
  const debate = fc
    .array(fc.tuple(statement, fc.constantFrom('claim', 'evidence')), { minLength: 1, maxLength: 12 })
    .map((all) =>
      said(
        all.map(([text]) => text),
        (at) => ({ kind: (all[at] as [string, Unit['kind']])[1] }),
      ),
    )

  test('the order of units changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(debate, fc.infiniteStream(fc.nat()), async ({ units, threads }, keys) => {
        const shuffled = units
          .map((one) => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(await merge(shuffled, threads)).toEqual(await merge(units, threads))
      }),
    )
  })

  test('every claim and evidence unit is in one group; merging the groups again gives the same groups', async () => {
    await fc.assert(
      fc.asyncProperty(debate, async ({ units, threads }) => {
        const once = await merge(units, threads)
        const grouped = once.groups.flatMap((group) => group.units)
        expect(grouped.map((one) => one.id).sort()).toEqual(units.map((one) => one.id).sort())
        expect(await merge(grouped, threads)).toEqual(once)
      }),
    )
  })
})

describe('the clearest unit stands for the group', () => {
  const cases: [string, string[], number][] = [
    [
      'the one that stands alone',
      ['It should stay free for everybody.', 'The ferry should stay free for everybody.'],
      1,
    ],
    ['the one that can be read', ['Free ferry!', 'The ferry should stay free.'], 1],
    ['among equals the first', ['The ferry should stay free.', 'Keep the old ferry free.'], 0],
  ]
  test.each(cases)('%s', (_, statements, best) => {
    const { units } = said(statements)
    expect(clearest(units)).toBe(units[best])
  })
})
