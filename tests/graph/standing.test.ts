import { describe, expect, test } from 'vitest'
import type { Link } from '../../shared/debate.ts'
import { assess, baseScore } from '../../server/graph/standing.ts'
import { LIBRARY } from './example.ts'
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
  test('are the claims that move a position most, with before and after', async () => {
    const { cruxes, claims } = await debateOf(LIBRARY)
    const yes = claims.find(({ id }) => id === 'yes')?.standing.strength
    expect(cruxes.map((crux) => `${crux.claimId} of ${crux.positionId}`)).toEqual([
      'no of yes',
      'work of yes',
      'cost of yes',
    ])
    for (const { before, ifAccepted, ifRejected } of cruxes) {
      expect(before).toBe(yes)
      expect(Math.max(Math.abs(ifAccepted - before), Math.abs(ifRejected - before))).toBeGreaterThanOrEqual(0.1)
    }
    const cost = cruxes.find(({ claimId }) => claimId === 'cost')
    expect(cost?.ifAccepted).toBeLessThan(yes ?? 0)
    expect(cost?.ifRejected).toBeGreaterThan(yes ?? 1)
  })

  const slight = `title: [a: A] or what?
    1 ann: Hm.
    2 bob > 1: [d: D.]
    3 cem > 1: [e: E.]
    d rebuts a .2
    e agrees 1`
  test('are not claims that change little', async () => {
    expect((await debateOf(slight)).cruxes).toEqual([])
  })
  test('are not what only those say who hold the position', async () => {
    const own = 'title: [a: A] or what?\n1 ann: [b: B.] [c: C.]\nb supports a'
    expect((await debateOf(own)).cruxes).toEqual([])
    const { cruxes } = await debateOf(`${own}\n2 bob > 1: [d: D.]\nd rebuts b`)
    expect(cruxes.map((crux) => `${crux.claimId} of ${crux.positionId}`)).toEqual(['b of a'])
  })
  test('are claims that change little, but who is ahead', async () => {
    const { cruxes } = await debateOf(slight.replace('.2', '.7'))
    expect(cruxes.map((crux) => `${crux.claimId} of ${crux.positionId}`)).toEqual(['d of a'])
  })
})
