import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Change, type ClaimRef, type Correction } from '../../shared/corrections.ts'
import type { Debate } from '../../shared/debate.ts'
import { applyCorrections } from '../../server/graph/corrections.ts'
import { LIBRARY } from './example.ts'
import { expectLaws, madeUp } from './laws.ts'
import { debateOf } from './notation.ts'

const refIn = (debate: Debate, id: string): ClaimRef => ({
  id,
  passages: (debate.claims.find((claim) => claim.id === id)?.mentions ?? []).map(({ postId, start, end }) => ({
    postId,
    start,
    end,
  })),
})

const log = (...changes: Change[]): Correction[] =>
  changes.map((change, index) => ({
    id: `x${index}`,
    at: '2025-03-03T10:00:00.000Z',
    by: 'rev',
    undone: false,
    change: Change.parse(change),
  }))

/** The library debate with the changes a function makes from its claims. */
async function corrected(make: (ref: (id: string) => ClaimRef, debate: Debate) => Change[]) {
  const before = await debateOf(LIBRARY)
  const made = applyCorrections(before, log(...make((id) => refIn(before, id), before)))
  expectLaws(made.debate)
  const claim = (id: string) => made.debate.claims.find((one) => one.id === id)
  const links = made.debate.links.map(({ from, type, to }) => `${from} ${type} ${to}`)
  return { ...made, before, claim, links }
}

describe('each kind of correction', () => {
  test('merge: mentions, links and counts become those of one claim', async () => {
    const { claim, links, notApplied } = await corrected((ref) => [
      { kind: 'merge', claim: ref('staff'), into: ref('cost') },
    ])
    expect(notApplied).toEqual([])
    expect(claim('staff')).toBeUndefined()
    expect(claim('cost')).toMatchObject({ statement: 'It costs too much.', people: 2, posts: 2 })
    expect(claim('cost')?.mentions).toHaveLength(3)
    expect(links).not.toContain('staff supports cost')
    expect(links).toContain('cost rebuts yes')
  })

  test('merge: what undercut a link that is now said twice undercuts the one kept', async () => {
    const before = await debateOf(
      '1 ann: [a: A.]\n2 bob > 1: [b: B.]\n3 cem > 1: [c: C.]\n4 dee > 3: [u: U.]\nb rebuts a\nc rebuts a\nu undercuts c a',
    )
    const { debate } = applyCorrections(
      before,
      log({ kind: 'merge', claim: refIn(before, 'c'), into: refIn(before, 'b') }),
    )
    expectLaws(debate)
    expect(debate.links.map(({ from, type, to }) => `${from} ${type} ${to}`)).toEqual([
      'b rebuts a',
      'u undercuts l.b.rebuts.a',
    ])
  })

  test('split: the named mentions are a claim of their own', async () => {
    const { debate, claim } = await corrected((ref, before) => [
      {
        kind: 'split',
        claim: ref('cost'),
        mentions: [
          { ...(before.claims.find(({ id }) => id === 'cost')?.mentions[1] ?? { postId: '', start: 0, end: 1 }) },
        ],
        statement: null,
      },
    ])
    expect(claim('cost')).toMatchObject({ people: 1, posts: 1 })
    expect(debate.claims.filter(({ why }) => why[0] === 'split off by a person')).toMatchObject([
      { statement: 'It is too dear for us.', verbatim: true, people: 1, mentions: [{ postId: 'p6' }] },
    ])
  })

  test('split: off two claims that are said at one place, each becomes a claim of its own', async () => {
    const before = await debateOf(
      '1 ann: [a: Dogs bite people.] [b: Cats scratch.]\n2 bob: [a: Dogs bite people.] [b: Cats scratch.]',
    )
    const [a, b] = before.claims
    const place = a?.mentions[1]
    if (a === undefined || b === undefined || place === undefined) throw new Error('two claims are said twice')
    const both = {
      ...before,
      claims: [a, { ...b, mentions: [b.mentions[0] ?? place, { ...place, end: place.end - 1 }] }],
    }
    const splits = ['a', 'b'].map((id): Change => {
      const claim = refIn(both, id)
      return { kind: 'split', claim, mentions: claim.passages.slice(1), statement: id }
    })
    const { debate, notApplied } = applyCorrections(both, log(...splits))
    expect(notApplied).toEqual([])
    expect(debate.claims.map(({ statement }) => statement).filter((one) => one.length === 1)).toEqual(['a', 'b'])
    expect(new Set(debate.claims.map(({ id }) => id)).size).toBe(debate.claims.length)
  })

  test('split: a copy that says what was split off counts there only', async () => {
    const before = await debateOf(`
      1 ann: [a: Dogs bite people in parks and on beaches.]
      2 bob: [a: Dogs bite people in parks and on beaches.]
      3 cem: [a: Dogs do bite people.]
      2 repeats 1 exact`)
    const [said] = before.claims
    expect(said).toMatchObject({ people: 3, posts: 3 })
    const mention = said?.mentions.find(({ postId }) => postId === 'p2')
    if (mention === undefined) throw new Error('the copy says nothing')
    const { debate } = applyCorrections(
      before,
      log({ kind: 'split', claim: refIn(before, 'a'), mentions: [mention], statement: null }),
    )
    expect(debate.claims.map(({ people, posts }) => [people, posts])).toEqual([
      [2, 2],
      [1, 1],
    ])
  })

  test('retype: a claim becomes evidence, and backs what it supports', async () => {
    const { claim } = await corrected((ref) => [
      { kind: 'retype', claim: ref('work'), to: 'evidence', evidenceType: 'experience' },
    ])
    expect(claim('work')).toMatchObject({ kind: 'evidence', evidenceType: 'experience' })
    expect(claim('yes')?.standing.noEvidence).toBe(false)
  })

  test('relink: a link changes its type and end, keeps what undercuts it, and can be added or taken away', async () => {
    const { claim, links } = await corrected((ref) => [
      {
        kind: 'relink',
        from: ref('poll'),
        was: { to: ref('no'), step: null, type: 'rebuts' },
        now: { to: ref('yes'), step: null, type: 'supports' },
      },
      { kind: 'relink', from: ref('town'), was: null, now: { to: ref('cost'), step: ref('yes'), type: 'undercuts' } },
      { kind: 'relink', from: ref('staff'), was: { to: ref('cost'), step: null, type: 'supports' }, now: null },
    ])
    expect(links).toContain('poll supports yes')
    expect(links).toContain('few undercuts l.poll.rebuts.no')
    expect(links).toContain('town undercuts l.cost.rebuts.yes')
    expect(links).not.toContain('staff supports cost')
    expect(claim('poll')?.place).toMatchObject({ parent: 'yes', via: 'link' })
    expect(claim('no')?.standing.label).toBe('unchallenged')
    expect(claim('yes')?.standing.noEvidence).toBe(false)
    expect(claim('staff')?.place.via).not.toBe('link')
  })

  test('hide: a claim goes with its links and what undercuts them', async () => {
    const { debate, claim, links } = await corrected((ref) => [{ kind: 'hide', claim: ref('poll') }])
    expect(claim('poll')).toBeUndefined()
    expect(links.filter((link) => /poll|few/.test(link))).toEqual([])
    expect(claim('few')?.place.via).not.toBe('link')
    expect(debate.people.find(({ name }) => name === 'cem')?.claims).toBe(0)
  })

  test('restate: a statement in other words', async () => {
    const { claim } = await corrected((ref) => [
      { kind: 'restate', claim: ref('cost'), statement: 'Opening on Sundays costs the town more than it can pay' },
    ])
    expect(claim('cost')).toMatchObject({
      statement: 'Opening on Sundays costs the town more than it can pay',
      headline: 'Opening on Sundays costs the town more…',
      verbatim: false,
    })
  })

  test('add: a passage becomes a claim, found again where the post was edited', async () => {
    const { claim, debate } = await corrected(() => [
      {
        kind: 'add',
        passage: { postId: 'p10', start: 2, end: 20 },
        words: 'Nice weather today.',
        as: 'claim',
        evidenceType: null,
        statement: 'The weather is nice today',
      },
    ])
    expect(claim('added.p10.0-19')).toMatchObject({ mentions: [{ postId: 'p10', start: 0, end: 19 }], people: 1 })
    expect(debate.coverage.fates.find(({ postId }) => postId === 'p10')?.fate).toBe('mapped')
  })

  test('add: two passages that begin at one place are two claims', async () => {
    const add = (words: string): Change => ({
      kind: 'add',
      passage: { postId: 'p2', start: 0, end: words.length },
      words,
      as: 'claim',
      evidenceType: null,
      statement: words,
    })
    const { debate, notApplied } = await corrected((_, { threads }) => {
      const text = threads[0]?.posts.find(({ id }) => id === 'p2')?.text ?? ''
      return [add(text), add(text.slice(0, text.indexOf(' ', 8)))]
    })
    expect(notApplied).toEqual([])
    expect(debate.claims.filter(({ why }) => why.includes('added by a person'))).toHaveLength(2)
  })

  test('unfold: a repeat stands for itself', async () => {
    const { debate, claim } = await corrected(() => [{ kind: 'unfold', postId: 'p8' }])
    expect(debate.repeats).toEqual([])
    expect(claim('no')?.posts).toBe(1)
    expect(debate.coverage.fates.find(({ postId }) => postId === 'p8')).toMatchObject({ fate: 'failed', of: null })
  })

  test('unfold: what a partial repeat says of its own stays, as it was read for itself', async () => {
    const before = await debateOf('1 ann: [a: A point.]\n2 bob: [a: A point.] [b: And more.]\n2 repeats 1 partial')
    const { debate } = applyCorrections(before, log({ kind: 'unfold', postId: 'p2' }))
    expect(debate.repeats).toEqual([])
    expect(debate.claims.find(({ id }) => id === 'a')).toMatchObject({ people: 2, posts: 2 })
    expect(debate.coverage).toEqual(before.coverage)
  })
})

describe('a new analysis', () => {
  const change = (ref: ClaimRef): Change => ({ kind: 'restate', claim: ref, statement: 'New words' })

  test('with other ids is corrected by where things were said', async () => {
    const before = await debateOf(LIBRARY)
    const after = await debateOf(LIBRARY.replaceAll('cost', 'price').replace('It price', 'It cost'))
    const { debate, notApplied } = applyCorrections(after, log(change(refIn(before, 'cost'))))
    expect(notApplied).toEqual([])
    expect(debate.claims.find(({ id }) => id === 'price')?.statement).toBe('New words')
  })

  test.each<[string, (ref: (id: string) => ClaimRef) => Change, string]>([
    [
      'a claim that is gone',
      () => change({ id: 'gone', passages: [{ postId: 'p1', start: 0, end: 3 }] }),
      'not on the map any more',
    ],
    [
      'a claim that is now two',
      (ref) => change({ id: 'gone', passages: [...ref('cost').passages, ...ref('staff').passages] }),
      'more than one claim',
    ],
    [
      'two that are one already',
      (ref) => ({ kind: 'merge', claim: { ...ref('cost'), id: 'gone' }, into: ref('cost') }),
      'one claim already',
    ],
    [
      'a link that is gone',
      (ref) => ({ kind: 'relink', from: ref('cost'), was: { to: ref('no'), step: null, type: 'rebuts' }, now: null }),
      'not on the map any more',
    ],
    [
      'a step that is gone',
      (ref) => ({
        kind: 'relink',
        from: ref('cost'),
        was: null,
        now: { to: ref('town'), step: null, type: 'undercuts' },
      }),
      'step it doubts',
    ],
    [
      'all mentions of a claim',
      (ref) => ({ kind: 'split', claim: ref('cost'), mentions: ref('cost').passages, statement: null }),
      'nothing of the claim',
    ],
    ['a post that is gone', () => ({ kind: 'unfold', postId: 'gone' }), 'the post is not there any more'],
    [
      'words that are gone',
      () => ({
        kind: 'add',
        passage: { postId: 'p1', start: 0, end: 9 },
        words: 'Never said here',
        as: 'claim',
        evidenceType: null,
        statement: 'X',
      }),
      'not in the post any more',
    ],
  ])('lists corrections of %s and changes nothing', async (_, make, why) => {
    const before = await debateOf(LIBRARY)
    const { debate, notApplied } = applyCorrections(before, log(make((id) => refIn(before, id))))
    expect(notApplied).toMatchObject([{ id: 'x0', why: expect.stringContaining(why) }])
    expect({ ...debate, corrections: [], notApplied: [] }).toEqual(before)
  })
})

/** Any change to some claims of a debate, sensible or not. */
function someChange(debate: Debate): fc.Arbitrary<Change> {
  const passages = debate.threads.flatMap(({ posts }) =>
    posts.flatMap(({ id, text }) =>
      [text, text.slice(0, Math.ceil(text.length / 2))].map((words) => ({
        postId: id,
        start: 0,
        end: words.length,
        words,
      })),
    ),
  )
  const ids = debate.claims.map((claim) => claim.id)
  const known = fc.constantFrom(...ids).map((id) => refIn(debate, id))
  const added = fc
    .constantFrom(...passages)
    .map(({ postId, start, end }) => ({ id: `added.${postId}.${start}-${end}`, passages: [{ postId, start, end }] }))
  const ref = fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: added })
  const target = fc.record({
    to: ref,
    step: fc.option(ref),
    type: fc.constantFrom('supports' as const, 'rebuts' as const, 'undercuts' as const),
  })
  return fc.oneof(
    fc.record({ kind: fc.constant('merge' as const), claim: ref, into: ref }),
    ref.map((claim) => ({ kind: 'split' as const, claim, mentions: claim.passages.slice(0, 1), statement: null })),
    fc.record({
      kind: fc.constant('add' as const),
      passage: fc.constantFrom(...passages),
      words: fc.constantFrom('Nobody said this.', ...passages.map(({ words }) => words)),
      as: fc.constantFrom('claim' as const, 'evidence' as const),
      evidenceType: fc.constant(null),
      statement: fc.constant('What was missed'),
    }),
    fc.record({
      kind: fc.constant('retype' as const),
      claim: ref,
      to: fc.constantFrom('claim' as const, 'evidence' as const),
      evidenceType: fc.constant(null),
    }),
    fc.record({ kind: fc.constant('relink' as const), from: ref, was: fc.option(target), now: fc.option(target) }),
    fc.record({ kind: fc.constant('hide' as const), claim: ref }),
    fc.record({ kind: fc.constant('restate' as const), claim: ref, statement: fc.constant('In other words') }),
    fc.constantFrom(...debate.coverage.fates.map(({ postId }) => ({ kind: 'unfold' as const, postId }))),
  )
}

const changedDebate = madeUp.chain((text) =>
  fc.record({ text: fc.constant(text), picks: fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 6 }) }),
)

async function withChanges({ text, picks }: { text: string; picks: number[] }) {
  const debate = await debateOf(text)
  const changes =
    debate.claims.length === 0 ? [] : picks.flatMap((seed) => fc.sample(someChange(debate), { numRuns: 1, seed }))
  return { debate, corrections: log(...changes) }
}

/** The same debate as an analysis would give it that numbers its claims and links otherwise. */
function renamed(debate: Debate): Debate {
  const ids = [...debate.claims, ...debate.links].map(({ id }) => id)
  const names = new Map(ids.map((id) => [id, `new.${id}`]))
  const renaming = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value
    if (Array.isArray(value)) return value.map(renaming)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renaming(one)]))
  }
  return {
    ...debate,
    ...(renaming({ ...debate, threads: [], people: [] }) as Debate),
    threads: debate.threads,
    people: debate.people,
  }
}

describe('laws', () => {
  test('hold of every corrected debate', async () => {
    await fc.assert(
      fc.asyncProperty(changedDebate, async (given) => {
        const { debate, corrections } = await withChanges(given)
        expectLaws(applyCorrections(debate, corrections).debate)
      }),
      { numRuns: 200 },
    )
  })

  test('corrections undone give back the same debate, done again the same corrected one', async () => {
    await fc.assert(
      fc.asyncProperty(changedDebate, async (given) => {
        const { debate, corrections } = await withChanges(given)
        const undone = corrections.map((correction) => ({ ...correction, undone: true }))
        expect({ ...applyCorrections(debate, undone).debate, corrections: [] }).toEqual(debate)
        const shorter = applyCorrections(debate, corrections.slice(0, -1))
        const lastUndone = applyCorrections(debate, [...corrections.slice(0, -1), ...undone.slice(-1)])
        expect({ ...lastUndone.debate, corrections: [] }).toEqual({ ...shorter.debate, corrections: [] })
      }),
    )
  })

  test('whatever was undone and done again on the way, what counts is what stands in the end', async () => {
    const steps = fc.array(fc.nat({ max: 5 }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(changedDebate, steps, async (given, toggled) => {
        const { debate, corrections } = await withChanges(given)
        let now = corrections
        for (const step of toggled) {
          now = now.map((one, at) => (at === step ? { ...one, undone: !one.undone } : one))
          applyCorrections(debate, now)
        }
        const left = now.filter(({ undone }) => !undone)
        const [toldAll, toldLeft] = [now, left].map((log) => applyCorrections(debate, log))
        expect(toldAll?.notApplied).toEqual(toldLeft?.notApplied)
        expect({ ...toldAll?.debate, corrections: [] }).toEqual({ ...toldLeft?.debate, corrections: [] })
      }),
    )
  })

  test('after a new analysis that gave other ids, each correction finds its claims by what they say', async () => {
    await fc.assert(
      fc.asyncProperty(changedDebate, async (given) => {
        const { debate, corrections } = await withChanges(given)
        const anew = renamed(debate)
        for (const one of corrections) {
          const [before, after] = [debate, anew].map((each) => applyCorrections(each, [one]))
          expect(after?.notApplied).toEqual(before?.notApplied)
          expect(after?.debate.claims.length).toBe(before?.debate.claims.length)
          expect(after?.debate.links.length).toBe(before?.debate.links.length)
        }
      }),
    )
  })

  test('after a new analysis without their claims, all corrections are listed, and the debate stays as it is', async () => {
    await fc.assert(
      fc.asyncProperty(changedDebate, async (given) => {
        const { debate, corrections } = await withChanges(given)
        const about = corrections.filter(({ change }) => change.kind !== 'unfold' && change.kind !== 'add')
        const hidden = debate.claims.map(({ id }) => ({ kind: 'hide' as const, claim: refIn(debate, id) }))
        const bare = { ...applyCorrections(debate, log(...hidden)).debate, corrections: [] }
        const { debate: after, notApplied } = applyCorrections(bare, about)
        const meant = about.filter(
          ({ change }) => change.kind !== 'relink' || change.was !== null || change.now !== null,
        )
        expect(notApplied.map(({ id }) => id)).toEqual(expect.arrayContaining(meant.map(({ id }) => id)))
        expect({ ...after, corrections: [], notApplied: [] }).toEqual({ ...bare, notApplied: [] })
        expect(after.corrections).toEqual(about)
      }),
    )
  })

  test('the analysis itself is not touched', async () => {
    await fc.assert(
      fc.asyncProperty(changedDebate, async (given) => {
        const { debate, corrections } = await withChanges(given)
        const before = structuredClone(debate)
        applyCorrections(debate, corrections)
        expect(debate).toEqual(before)
      }),
    )
  })
})
