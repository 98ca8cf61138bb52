import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Progress } from '../../shared/api.ts'
import { FILTER_MARKS, NO_FILTER } from '../../shared/filter.ts'
import { lackingOf } from '../../shared/lacking.ts'
import { argumentOf, idsBelow } from '../../web/graph/argument.ts'
import { firstLookAt } from '../../web/graph/first.ts'
import { flat, seen } from '../../web/graph/open.ts'
import { contextOf } from '../../web/state/context.ts'
import { debate as debateShown } from '../../web/state/debate.ts'
import { countsOf, filtered } from '../../web/state/filter.ts'
import { toWords } from '../../web/state/fragment.ts'
import { newsOf } from '../../web/state/news.ts'
import { postEntries, postMarks } from '../../web/state/posts.ts'
import { NOT_BEGUN, progressed, shareDone } from '../../web/state/progress.ts'
import { debateRoute, formatRoute, parseRoute, VIEWS } from '../../web/state/route.ts'
import { railed } from '../../web/state/room.ts'
import { tight } from '../../web/state/screen.ts'
import { folded, search, searchIndexOf } from '../../web/state/search.ts'
import { settings, settingsFrom, STANDARD } from '../../web/state/settings.ts'
import { isLinkOnly, sourcesOfLink } from '../../web/state/sources.ts'
import { pieces } from '../../web/state/spans.ts'
import { unreadApart } from '../../web/state/unread.ts'
import { did, redo, undo } from '../../web/state/undo.ts'
import { stepInTree, stepOnMap, typedAhead } from '../../web/state/walk.ts'
import { syntheticDebate } from './synthetic.ts'

const debate = syntheticDebate(120)
const argument = argumentOf(debate)

describe('what was not read', () => {
  const whole = { expected: 12, got: 12, missing: [] }
  const page = {
    expected: 795,
    got: 20,
    missing: [
      { why: 'earlier pages', count: 660 },
      { why: 'later pages', count: 115 },
    ],
  }
  const unknown = { expected: null, got: 5, missing: [{ why: 'later pages', count: null }] }

  test.each([
    ['nothing', [whole, whole], null],
    ['pages of one thread', [page, whole], { got: 32, expected: 807, why: ['earlier pages', 'later pages'] }],
    ['nobody knows how much', [unknown], { got: 5, expected: null, why: ['later pages'] }],
    ['the same of two threads', [page, unknown], { got: 25, expected: 800, why: ['earlier pages', 'later pages'] }],
  ])('%s', (_, read, told) => {
    expect(lackingOf(read)).toEqual(told)
  })
})

test('the outline beside the map waits as a rail where it would take a column of cards, unless one chose', () => {
  debateShown.value = debate
  const railedIf = (narrow: boolean, outline: 'auto' | 'open' | 'closed'): boolean => {
    tight.value = narrow
    settings.value = { ...STANDARD, outline }
    return railed.value
  }
  expect([railedIf(false, 'auto'), railedIf(true, 'auto'), railedIf(true, 'open'), railedIf(false, 'closed')]).toEqual([
    false,
    true,
    false,
    true,
  ])
})

describe('addresses', () => {
  const ids = fc.stringMatching(/^[a-z0-9:*-]{1,14}$/)
  const routes = fc.record({
    id: ids,
    view: fc.constantFrom(...VIEWS),
    claim: fc.option(ids),
    open: fc.option(fc.array(ids, { minLength: 1, maxLength: 5 })),
    filter: fc.record({ marks: fc.subarray([...FILTER_MARKS]), person: fc.option(ids), type: fc.option(ids) }),
    focus: fc.option(ids),
    post: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
  })

  test('lead back to the same route', () => {
    fc.assert(
      fc.property(routes, ({ id, ...patch }) => {
        const route = debateRoute(id, patch)
        expect(parseRoute(formatRoute(route))).toEqual(route)
      }),
    )
  })

  test.each([
    ['', { screen: 'start' }],
    ['#/nowhere', { screen: 'start' }],
    ['#/m/', { screen: 'start' }],
    ['#/library', { screen: 'library' }],
    ['#/m/ab/strange', debateRoute('ab')],
    ['#/m/ab?f=contested,lies', debateRoute('ab', { filter: { ...NO_FILTER, marks: ['contested'] } })],
    ['#/m/%E0%A4%A', debateRoute('%E0%A4%A')],
  ])('%j is understood', (hash, expected) => {
    expect(parseRoute(hash)).toEqual(expected)
  })
})

describe('pieces of a text', () => {
  const text = fc.string({ minLength: 1, maxLength: 40 })
  const spans = fc.array(fc.record({ start: fc.nat(45), end: fc.nat(45), value: fc.nat(9) }), { maxLength: 6 })

  test('joined are the text, and know every span that covers them', () => {
    fc.assert(
      fc.property(text, spans, (whole, marks) => {
        const cut = pieces(whole, marks)
        expect(cut.map((piece) => piece.text).join('')).toBe(whole)
        for (const piece of cut) {
          const covering = marks.filter(
            (span) => span.start <= piece.start && span.end >= piece.end && span.start < span.end,
          )
          const values = covering.map((span) => span.value)
          expect(piece.covers.toSorted((a, b) => a - b)).toEqual(values.toSorted((a, b) => a - b))
        }
      }),
    )
  })
})

describe('context', () => {
  const text = 'I work there. The fees cost more than they bring in. Nobody likes them. That is all.'

  test('is the sentence with one more on each side', () => {
    const start = text.indexOf('cost more')
    const around = contextOf(text, { start, end: start + 9 })
    expect(text.slice(around.start, around.end)).toBe(
      'I work there. The fees cost more than they bring in. Nobody likes them.',
    )
  })

  test('always holds the words themselves', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences', maxCount: 30 }), fc.nat(), fc.nat(), (long, a, b) => {
        const start = a % (long.length - 1)
        const range = { start, end: Math.min(long.length, start + 1 + (b % 60)) }
        const around = contextOf(long, range)
        const marked = long.slice(range.start, range.end).trim()
        expect(long.slice(around.start, around.end)).toContain(marked)
      }),
    )
  })
})

describe('links to the words of the original', () => {
  const text = 'First line.\nWell, the well-known fees, they hurt families most. More.'

  test('name the words with what stands around them on their line', () => {
    const start = text.indexOf('the well')
    expect(toWords('https://f.example/1', text, { start, end: start + 19 })).toBe(
      'https://f.example/1#:~:text=Well%2C-,the%20well%2Dknown%20fees,-%2C%20they%20hurt',
    )
  })

  test('keep a fragment there is, and are not made of other addresses', () => {
    expect(toWords('https://f.example/1#c2', 'abc', { start: 0, end: 3 })).toBe('https://f.example/1#c2:~:text=abc')
    expect(toWords('javascript:alert(1)', 'abc', { start: 0, end: 3 })).toBeNull()
    expect(toWords(null, 'abc', { start: 0, end: 3 })).toBeNull()
  })
})

describe('search', () => {
  const index = [
    ...searchIndexOf({
      ...debate,
      claims: [],
      threads: [],
      people: [{ id: 'p', name: 'Zoë Müller', site: '', posts: 1, claims: 1 }],
    }),
  ]

  test('finds beginnings of words without regard to case and accents', () => {
    expect(search(index, 'mull zoe').map((hit) => hit.id)).toEqual(['p'])
    expect(search(index, 'üller')).toEqual([])
    expect(search(index, '  ')).toEqual([])
  })

  test('folding keeps every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(text)).toHaveLength(text.length)
      }),
    )
  })

  test('finds claims and posts of a large debate, claims first', () => {
    const hits = search(searchIndexOf(debate), 'market')
    expect(hits[0]?.kind).toBe('claim')
    expect(hits.some((hit) => hit.kind === 'post')).toBe(true)
    for (const hit of hits) expect(hit.text.slice(hit.at).toLowerCase()).toMatch(/^market/)
  })
})

describe('filters', () => {
  test('count what they leave, and keep ancestors', () => {
    const counts = countsOf(debate, null)
    const result = filtered(debate, argument, { ...NO_FILTER, marks: ['contested'] }, null)
    expect(result?.passing.size).toBe(counts.contested)
    expect(counts.contested).toBeGreaterThan(0)
    for (const id of result?.passing ?? []) {
      const parent = argument.nodes.get(id)?.parent
      if (parent) expect(result?.shown.has(parent)).toBe(true)
    }
  })

  test('hold together: all that is set must be true of a claim', () => {
    const person = debate.claims[0]?.mentions[0]?.personId as string
    const both = filtered(debate, argument, { marks: ['contested'], person, type: null }, null)
    for (const id of both?.passing ?? []) {
      const claim = debate.claims.find((one) => one.id === id)
      expect(claim?.standing.label).toBe('contested')
      expect(claim?.mentions.some((mention) => mention.personId === person)).toBe(true)
    }
  })

  test('are null when nothing is set', () => {
    expect(filtered(debate, argument, NO_FILTER, null)).toBeNull()
  })

  test('in a branch of its own, counts and leaves only what is in it', () => {
    const root = argument.nodes.get('issue')?.children.find((id) => (argument.nodes.get(id)?.size ?? 0) > 5) as string
    const within = idsBelow(argument, root)
    expect(within.size).toBe(argument.nodes.get(root)?.size)
    const evidence = filtered(debate, argument, { ...NO_FILTER, marks: ['evidence'] }, null, within)
    expect(evidence?.passing.size).toBe(countsOf(debate, null, within).evidence)
    expect([...(evidence?.passing ?? [])].filter((id) => !within.has(id))).toEqual([])
    expect(countsOf(debate, null, within).evidence).toBeLessThan(countsOf(debate, null).evidence)
  })

  test('new is what was posted after the last visit', () => {
    const last = debate.threads[0]?.posts.at(-2)?.createdAt as string
    expect(countsOf(debate, last).fresh).toBe(1)
    expect(countsOf(debate, null).fresh).toBe(0)
  })
})

describe('progress', () => {
  const said: Progress[] = [
    { type: 'title', title: 'Fees?', posts: 12, people: 4 },
    { type: 'stage', stage: 'read', done: 12, of: 12, note: '' },
    { type: 'stage', stage: 'extract', done: 6, of: 12, note: '' },
    { type: 'found', claims: [{ id: 'a', kind: 'claim', statement: 'Dear.', postId: '1', author: null, to: null }] },
    { type: 'end', status: 'done', problem: null },
  ]
  const events = said.map((progress, at) => ({ seq: at + 1, at: '2026-03-05T00:00:00.000Z', progress }))

  test('is built up from events, and hearing them twice changes nothing', () => {
    const once = events.reduce(progressed, NOT_BEGUN)
    expect([...events, ...events].reduce(progressed, NOT_BEGUN)).toEqual(once)
    expect(once).toMatchObject({ title: 'Fees?', posts: 12, seq: 5, now: null, end: { status: 'done' } })
    expect(once.found.map((claim) => claim.id)).toEqual(['a'])
  })

  test('tells the share done', () => {
    expect(shareDone(events.slice(0, 3).reduce(progressed, NOT_BEGUN))).toBeCloseTo(0.43)
    expect(shareDone(NOT_BEGUN)).toBe(0)
  })
})

describe('what reading again brought', () => {
  const { posts } = debate.threads[0] as (typeof debate.threads)[number]
  const lost = { ...debate, notApplied: [{ id: 'k1', why: 'It is gone.' }] }
  const short = {
    ...debate,
    threads: debate.threads.map((thread) => ({ ...thread, posts: posts.slice(0, -3) })),
    claims: debate.claims.slice(0, -2),
  }

  test.each([
    ['nothing', debate, debate, { posts: 0, claims: 0, lost: 0 }],
    ['posts and claims', short, debate, { posts: 3, claims: 2, lost: 0 }],
    ['less than before', debate, short, { posts: 0, claims: 0, lost: 0 }],
    ['a correction that no longer applies', debate, lost, { posts: 0, claims: 0, lost: 1 }],
    ['a correction that did not apply before either', lost, lost, { posts: 0, claims: 0, lost: 0 }],
  ])('%s', (_, before, now, news) => {
    expect(newsOf(before, now)).toEqual(news)
  })
})

describe('keys', () => {
  const rows = flat(seen(argument, firstLookAt(argument).open))

  test('down through the outline visits every row once', () => {
    const visited = [rows[0]?.node.id as string]
    for (;;) {
      const step = stepInTree(rows, visited.at(-1) as string, 'down')
      if (step === null || !('go' in step)) break
      visited.push(step.go)
    }
    expect(visited).toEqual(rows.map((row) => row.node.id))
  })

  test('right opens, then enters; left leaves to the parent', () => {
    const closed = rows.find((row) => !row.open && row.node.children.length > 0)
    expect(stepOnMap(rows, closed?.node.id as string, 'right')).toEqual({ toggle: closed?.node.id })
    const inside = rows.find((row) => !row.open && row.node.parent !== 'issue' && row.node.kind === 'claim')
    const parent = rows.find((row) => row.node.id === inside?.node.parent)
    expect(stepOnMap(rows, inside?.node.id as string, 'left')).toEqual({ go: parent?.node.id })
    expect(stepOnMap(rows, parent?.node.id as string, 'right')).toEqual({ go: parent?.children[0]?.node.id })
  })

  test('letters find the next row that begins so', () => {
    const target = rows[5]?.node
    expect(typedAhead(rows, rows[0]?.node.id as string, target?.text.slice(0, 30) ?? '')).toBe(target?.id)
    expect(typedAhead(rows, null, 'no such beginning')).toBeNull()
  })
})

test('undo and redo run on one stack', async () => {
  const log: string[] = []
  const step = (name: string) => ({
    what: name,
    undo: () => void log.push(`-${name}`),
    redo: () => void log.push(`+${name}`),
  })
  did(step('a'))
  did(step('b'))
  await undo()
  await undo()
  await redo()
  did(step('c'))
  await redo()
  expect(log).toEqual(['-b', '-a', '+a'])
  await undo()
  expect(log.at(-1)).toBe('-c')
})

test('posts know their depth and what they say', () => {
  const entries = postEntries(debate)
  expect(entries).toHaveLength(debate.threads[0]?.posts.length ?? 0)
  for (const entry of entries.slice(0, 40)) {
    const parent = entries.find((other) => other.post.id === entry.post.parentId)
    expect(entry.depth).toBe(parent === undefined ? 0 : parent.depth + 1)
  }
  const marks = postMarks(debate)
  expect([...marks.values()].flat()).toHaveLength(debate.claims.reduce((sum, claim) => sum + claim.mentions.length, 0))
})

test.each([
  ['news.example/1', [{ kind: 'url', url: 'https://news.example/1' }]],
  [
    'https://a.example/1\nhttp://b.example/2',
    [
      { kind: 'url', url: 'https://a.example/1' },
      { kind: 'url', url: 'http://b.example/2' },
    ],
  ],
  ['  ', []],
])('the link field %j is read as sources', (input, expected) => {
  expect(sourcesOfLink(input)).toEqual(expected)
})

test('a pasted address is told from a pasted text', () => {
  expect(isLinkOnly('https://a.example/1')).toBe(true)
  expect(isLinkOnly('See https://a.example/1 for more')).toBe(false)
})

test('kept settings that cannot be read count as not set', () => {
  expect(settingsFrom('{"theme":"dark","keys":"yes"}')).toEqual({ ...STANDARD, theme: 'dark' })
  expect(settingsFrom('{"name":"Ann","outline":7}')).toEqual({ ...STANDARD, name: 'Ann' })
  expect(settingsFrom('not json')).toEqual(STANDARD)
  expect(settingsFrom(null)).toEqual(STANDARD)
})

describe('posts taken out of their fold', () => {
  const [first, second] = debate.coverage.fates.map(({ postId }) => postId) as [string, string]
  const took = (postId: string, undone: boolean) => ({
    id: postId,
    at: '2026-03-08T10:00:00.000Z',
    by: null,
    undone,
    change: { kind: 'unfold' as const, postId },
  })
  const call = (question: 'extract' | 'relate', cost: number | null, cached = false) => ({
    question,
    about: 20,
    cached,
    inputTokens: 1,
    cacheReadTokens: 0,
    outputTokens: 1,
    cost,
    took: 1,
    rung: null,
    tries: 1,
  })
  const waiting = (asked: ReturnType<typeof call>[]) =>
    unreadApart({
      ...debate,
      corrections: [took(first, false), took(second, true)],
      coverage: {
        ...debate.coverage,
        fates: debate.coverage.fates.map((fate) =>
          fate.postId === first || fate.postId === second ? { ...fate, fate: 'failed' } : fate,
        ),
      },
      provenance: { ...debate.provenance, asked },
    })

  test.each([
    [
      'as the dearest reading and all that follows',
      [call('extract', 0.2), call('extract', 0.3), call('relate', 0.1)],
      0.4,
    ],
    ['without what was remembered', [call('extract', 0.2), call('extract', 0.9, true)], 0.2],
    ['unknown with one price', [call('extract', 0.2), call('relate', null)], null],
    ['unknown where nobody was asked', [], null],
  ])('wait to be read, for a price %s', (_, asked, cost) => {
    const told = waiting(asked)
    expect(told.posts).toBe(1)
    if (cost === null) expect(told.cost).toBeNull()
    else expect(told.cost).toBeCloseTo(cost)
  })
})
