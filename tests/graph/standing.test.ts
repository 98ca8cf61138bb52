import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DECISIVE, moved } from '../../shared/crux.ts'
import type { Crux, Debate, Link } from '../../shared/debate.ts'
import { settle, type WeighedLink } from '../../server/graph/energy.ts'
import { assess, baseScore } from '../../server/graph/standing.ts'
import { LIBRARY } from './example.ts'
import { madeUp } from './laws.ts'
import { debateOf } from './notation.ts'

/** Standing of claim `a` in words. */
async function standingOfA(text: string): Promise<string> {
  const { claims } = await debateOf(text)
  const { label, noEvidence, unanswered } = claims.find(({ id }) => id === 'a')?.standing ?? {}
  return [label, ...(noEvidence ? ['no evidence'] : []), ...(unanswered ? ['unanswered'] : [])].join(', ')
}

const A = '1 ann: [a: A.]\n'
const REBUTTED = `${A}2 bob > 1: [b: Not A.]\nb rebuts a`

describe('labels', () => {
  test.each([
    ['said once, nothing else', A, 'unchallenged, no evidence'],
    ['said by two, disputed by nobody', `${A}2 bob: [a: A too.]`, 'unchallenged, no evidence, unanswered'],
    ['said twice by one', `${A}2 ann: [a: A again.]`, 'unchallenged, no evidence'],
    ['rebutted by one', REBUTTED, 'rebutted, no evidence'],
    ['its only rebuttal is rebutted', `${REBUTTED}\n3 cem > 2: [c: Not so.]\nc rebuts b`, 'defended, no evidence'],
    [
      'its only rebuttal is undercut',
      `${REBUTTED}\n3 cem > 2: [c: So what?]\nc undercuts b a`,
      'defended, no evidence',
    ],
    [
      'the undercut of its rebuttal is rebutted in turn',
      `${REBUTTED}\n3 cem > 2: [c: So what?]\n4 bob > 3: [d: Much.]\nc undercuts b a\nd rebuts c`,
      'defended, no evidence',
    ],
    [
      'one of two rebuttals is answered',
      `${REBUTTED}\n3 cem > 2: [c: Not so.]\n4 bob > 1: [d: Also no.]\nc rebuts b\nd rebuts a`,
      'rebutted, no evidence',
    ],
    [
      'support outweighs the rebuttal',
      `${REBUTTED}\n3 ann: [c: Yes.] [d: Indeed.]\nc supports a\nd supports a`,
      'defended, no evidence',
    ],
    [
      'what was said along with it is no answer to the rebuttal',
      '1 ann: [a: A.] [c: Yes.] [d: Indeed.]\n2 bob > 1: [b: Not A.]\nb rebuts a\nc supports a\nd supports a',
      'rebutted, no evidence',
    ],
    [
      'one weak voice from elsewhere does not make what was said along with it count',
      '1 ann: [a: A.] [c: Yes.] [d: Indeed.]\n2 bob > 1: [b: Not A.]\n3 ann: [e: Perhaps.]\nb rebuts a\nc supports a\nd supports a\ne supports a .3',
      'rebutted, no evidence',
    ],
    [
      'support from elsewhere weighs as much as the rebuttal',
      `${REBUTTED}\n3 ann: [c: Yes.]\nc supports a`,
      'defended, no evidence',
    ],
    [
      'a reason said along with it and again elsewhere counts',
      '1 ann: [a: A.] [c: Yes.]\n2 bob > 1: [b: Not A.]\n3 ann: [c: Yes.]\nb rebuts a\nc supports a',
      'defended, no evidence',
    ],
    [
      'two posts without a name on either side',
      '1 -: [a: A.]\n2 -: [b: Yes.]\n3 - > 1: [c: No.]\n4 - > 1: [d: Never.]\nb supports a\nc rebuts a\nd rebuts a',
      'contested, no evidence',
    ],
    [
      'one post without a name against it',
      '1 -: [a: A.]\n2 -: [b: Yes.]\n3 - > 1: [c: No.] [d: Never.]\nb supports a .2\nc rebuts a\nd rebuts a',
      'rebutted, no evidence',
    ],
    [
      'two on either side',
      `${A}2 bob: [a: A.]\n3 cem > 1: [c: No.]\n4 dee > 1: [c: No.]\nc rebuts a`,
      'contested, no evidence',
    ],
    ['two against one', `${A}3 cem > 1: [c: No.]\n4 dee > 1: [c: No.]\nc rebuts a`, 'rebutted, no evidence'],
    [
      'a supporter makes a side of two',
      `${A}2 bob: [b: Yes.]\n3 cem > 1: [c: No.]\n4 dee > 1: [c: No.]\nb supports a\nc rebuts a`,
      'contested, no evidence',
    ],
    ['with evidence', `${A}2 bob: [b/study: A study.]\nb supports a`, 'unchallenged'],
    [
      'with evidence two steps away',
      `${A}2 bob: [b/study: A study.] [c: C.]\nb supports c\nc supports a`,
      'unchallenged',
    ],
    [
      'evidence for its rebuttal is none for it',
      `${REBUTTED}\n3 cem: [c/study: A study.]\nc supports b`,
      'rebutted, no evidence',
    ],
    [
      'said by two, a reply disagrees',
      `${A}2 bob: [a: A.]\n3 cem > 2: [c: No.]\nc disagrees 2`,
      'rebutted, no evidence',
    ],
    [
      'said by two, its step is undercut',
      '1 eve: [c: C.]\n2 ann > 1: [a: A.]\n3 bob: [a: A.]\n4 dee > 2: [d: D.]\na supports c\nd undercuts a c',
      'unchallenged, no evidence',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await standingOfA(text)).toBe(expected)
  })
})

describe('circles, as people may link them', () => {
  const rebuts = (from: string, to: string): Link => ({
    id: `${from}-${to}`,
    from,
    to,
    type: 'rebuts',
    basis: 'correction',
    confidence: 1,
    passage: null,
    why: [],
  })
  const labels = async (text: string, ...links: Link[]) => {
    const debate = await debateOf(text)
    const { claims } = assess({ ...debate, links: [...debate.links, ...links] })
    return claims.map(({ id, standing }) => `${id} ${standing.label}`)
  }

  test('two that rebut each other defend neither', async () => {
    expect(await labels(REBUTTED, rebuts('a', 'b'))).toEqual(['a rebutted', 'b rebutted'])
  })

  test('of three in a circle each has the one before it rebutted by the next', async () => {
    const text = `${REBUTTED}\n3 cem > 2: [c: Not so.]\nc rebuts b`
    expect(await labels(text, rebuts('a', 'c'))).toEqual(['a defended', 'b defended', 'c defended'])
  })
})

describe('strength', () => {
  test('starts alike, by people, or by evidence', () => {
    const claim = { kind: 'claim' as const, people: 3, sourceUrls: [] }
    expect(baseScore(claim, 'equal')).toBe(0.5)
    expect(baseScore(claim, 'people')).toBe(0.75)
    expect(baseScore(claim, 'evidence')).toBe(0.4)
    expect(baseScore({ ...claim, kind: 'evidence', sourceUrls: ['https://example.org'] }, 'evidence')).toBe(0.8)
  })
  test('can be weighed anew without other changes', async () => {
    const debate = await debateOf(LIBRARY)
    const weighed = assess(debate, { base: 'people' })
    expect(weighed.weighing).toEqual({ base: 'people', settled: true })
    expect(assess(weighed, { base: 'equal' })).toEqual(debate)
    const cost = (found: typeof debate) => found.claims.find(({ id }) => id === 'cost')?.standing.strength ?? 0
    expect(cost(weighed)).toBeGreaterThan(cost(debate))
  })
  test('an undercut lessens what evidence does', async () => {
    const strength = async (text: string) =>
      (await debateOf(text)).claims.find(({ id }) => id === 'a')?.standing.strength
    const text = `${A}2 bob > 1: [b/study: A study.]\n3 cem > 2: [c: So what?]\nb supports a`
    expect(await strength(text)).toBeCloseTo(0.6, 6)
    expect(await strength(`${text}\nc undercuts b a`)).toBeCloseTo(0.5 + 0.5 * (0.16 / 1.16), 6)
  })
})

describe('cruxes', () => {
  const named = ({ cruxes }: Debate) =>
    cruxes.map((crux) => `${crux.claimId} of ${crux.positionId}${crux.untouched === true ? ', untouched' : ''}`)

  test('are the claims that move a position most, with before and after', async () => {
    const debate = await debateOf(LIBRARY)
    const yes = debate.claims.find(({ id }) => id === 'yes')?.standing.strength
    expect(named(debate)).toEqual(['no of yes', 'work of yes', 'cost of yes'])
    for (const crux of debate.cruxes) {
      expect(crux.before).toBe(yes)
      expect(moved(crux)).toBeGreaterThanOrEqual(DECISIVE)
    }
    const cost = debate.cruxes.find(({ claimId }) => claimId === 'cost')
    expect(cost?.ifAccepted).toBeLessThan(yes ?? 0)
    expect(cost?.ifRejected).toBeGreaterThan(yes ?? 1)
  })

  const asked = 'title: [a: A] or what?\n1 ann: [b: B.] [c: C.]\n2 bob > 1: [d: D.]\n3 cem > 1: [e: E.]\ne agrees 1'
  test.each([
    ['what moves it, however little', `${asked}\nd rebuts a .2`, ['d of a']],
    [
      'what moves it most, first',
      `${asked}\nd rebuts a .2\nc rebuts d\nb rebuts a .7`,
      ['b of a, untouched', 'd of a'],
    ],
    ['not what moves no figure', `${asked}\nd rebuts a .1`, []],
    ['what only those say who hold it, as untouched', `${asked}\nb supports a`, ['b of a, untouched']],
    ['of what was untouched the weightiest', `${asked}\nb supports a .7\nc supports a .9`, ['c of a, untouched']],
    ['not what only stands near', `${asked}\nb supports a .2 nearby\nd rebuts b\nc undercuts b a`, []],
    [
      'what a surer link leads from, too',
      `${asked}\nb supports a .9 nearby\nb supports c\nc supports a`,
      ['c of a, untouched'],
    ],
    ['what undercuts a step', `${asked}\nb supports a\nd undercuts b a`, ['b of a', 'd of a']],
    ['what its holder says and another answers', `${asked}\nb supports a\nd rebuts b`, ['b of a', 'd of a']],
  ])('are %s', async (_, text, expected) => {
    expect(named(await debateOf(text))).toEqual(expected)
  })
  test('are no more than a few', async () => {
    const many = Array.from({ length: 9 }, (_, at) => `${at + 2} p${at} > 1: [x${at}: X ${at}.]\nx${at} rebuts a .6`)
    expect((await debateOf(`title: [a: A] or what?\n1 ann: Hm.\n${many.join('\n')}`)).cruxes).toHaveLength(3)
  })
  test('are not the position in other words, or its very contrary', async () => {
    const text = `title: [a: Zoos should be banned] or what?
      1 ann: Hm.
      2 bob > 1: [b: Zoos should not be banned.]
      3 cem > 1: [c: Zoos teach children.]
      b rebuts a
      c rebuts a`
    const debate = await debateOf(text)
    expect(named(debate)).toEqual(['c of a'])
    expect(named(assess({ ...debate, similar: [{ a: 'c', b: 'a', similarity: 0.8 }] }))).toEqual([])
  })
  test('take the unnamed for as many as their posts', async () => {
    const text = 'title: [a: A] or what?\n1 -: Hm.\n2 - > 1: [b: B.]\nb supports a'
    expect(named(await debateOf(text))).toEqual(['b of a'])
  })

  test('are what trying every claim finds, the weightiest first', async () => {
    await fc.assert(
      fc.asyncProperty(madeUp, async (text) => {
        const debate = await debateOf(text)
        const tried = movesTried(debate)
        for (const crux of debate.cruxes) {
          const { ifAccepted = 0, ifRejected = 0 } = tried.find((one) => sameEnds(one, crux)) ?? {}
          expect(crux.ifAccepted).toBeCloseTo(ifAccepted, 3)
          expect(crux.ifRejected).toBeCloseTo(ifRejected, 3)
        }
        const told = debate.cruxes.map(moved)
        expect(told).toEqual(told.toSorted((a, b) => b - a))
        const [first] = tried.map(moved).sort((a, b) => b - a)
        if (first !== undefined && first > 0.015) expect(told[0]).toBeCloseTo(first, 2)
      }),
      { numRuns: 60 },
    )
  })
})

function sameEnds(a: Crux, b: Crux): boolean {
  return a.claimId === b.claimId && a.positionId === b.positionId
}

/** Every claim that is no position held at 1 and at 0, for each position, by settling the whole graph again. */
function movesTried(debate: Debate): Crux[] {
  const replies = new Map(debate.replies.map((reply) => [reply.id, reply]))
  const disagreeing = debate.claims.flatMap(({ id, place }): WeighedLink[] => {
    const reply = replies.get(place.by ?? '')
    if (place.via !== 'reply' || reply?.attitude !== 'disagrees') return []
    return [{ id: reply.id, from: id, to: place.parent ?? '', sign: -1, weight: reply.confidence }]
  })
  const links = [
    ...debate.links.map(({ id, from, to, type, confidence }): WeighedLink => {
      return { id, from, to, sign: type === 'supports' ? 1 : -1, weight: confidence }
    }),
    ...disagreeing,
  ]
  const held = (claimId: string | null, value: number) =>
    settle(
      debate.claims.map(({ id }) => ({ id, base: id === claimId ? value : 0.5 })),
      links.filter(({ to }) => to !== claimId),
    )
  const positions = debate.issues.flatMap((issue) => issue.positions.map(({ claimId }) => claimId))
  const now = held(null, 0)
  return debate.claims
    .filter(({ id }) => !positions.includes(id))
    .flatMap(({ id }) => {
      const [accepted, rejected] = [held(id, 1), held(id, 0)]
      return positions.map((positionId) => ({
        claimId: id,
        positionId,
        before: now.strength(positionId),
        ifAccepted: accepted.strength(positionId),
        ifRejected: rejected.strength(positionId),
      }))
    })
}
