import { describe, expect, test } from 'vitest'
import type { Debate } from '../../shared/debate.ts'
import { compare } from './compare.ts'
import { drawnMap } from './drawn.ts'
import { exampleThread, expectedMap } from './expected.ts'

const thread = exampleThread()
const expected = expectedMap()
const keys = expected.claims.map(({ key }) => key)
const post = (id: string) => thread.posts.find((one) => one.id === id)

describe('the expected map holds together', () => {
  test('is large enough to measure with', () => {
    expect(expected.claims.filter(({ main }) => main).length).toBeGreaterThanOrEqual(25)
    expect(expected.links.length).toBeGreaterThanOrEqual(25)
    expect(new Set(expected.links.map(({ type }) => type))).toEqual(new Set(['supports', 'rebuts', 'undercuts']))
    expect(new Set(expected.claims.map(({ evidenceType }) => evidenceType))).toEqual(
      new Set([null, 'statistic', 'study', 'document', 'expert', 'example', 'experience']),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('every mention stands once in its post, outside what the post quotes', () => {
    const said = [
      ...expected.claims.flatMap(({ mentions }) => mentions),
      ...expected.concessions,
      ...expected.questions,
    ]
    for (const { post: id, words } of said) {
      const text = post(id)?.text ?? ''
      expect(text.split(words).length, `"${words}" in post ${id}`).toBe(2)
      const start = text.indexOf(words)
      const quoted = post(id)?.quotes.some((quote) => start < quote.end && quote.start < start + words.length)
      expect(quoted, `"${words}" is quoted by post ${id}`).toBe(false)
    }
  })

  test('links, positions and marks name claims; an undercut names a step that is a link', () => {
    for (const { from, to, step, type } of expected.links) {
      expect(keys).toEqual(expect.arrayContaining([from, to]))
      expect(type === 'undercuts').toBe(step !== null)
      if (step !== null) expect(expected.links.some((link) => link.from === to && link.to === step)).toBe(true)
    }
    const named = [
      ...expected.positions,
      ...expected.unanswered,
      ...expected.concessions.map(({ accepts }) => accepts),
      ...expected.questions.flatMap(({ answeredBy }) => answeredBy),
    ]
    expect(keys).toEqual(expect.arrayContaining(named))
  })

  test('nothing argues against what is expected to be unanswered', () => {
    const attacked = expected.links.filter(({ type }) => type === 'rebuts').map(({ to }) => to)
    expect(expected.unanswered.filter((key) => attacked.includes(key))).toEqual([])
  })

  test('every post is spoken of', () => {
    const spoken = new Set([
      ...expected.claims.flatMap(({ mentions }) => mentions.map((said) => said.post)),
      ...[...expected.concessions, ...expected.questions, ...expected.repeats].map((one) => one.post),
      ...expected.noArgument,
    ])
    expect(thread.posts.map(({ id }) => id).filter((id) => !spoken.has(id))).toEqual([])
  })
})

describe('compare', () => {
  const drawn = drawnMap(thread, expected)

  test('a map without fault scores full marks', () => {
    expect(compare(drawn, expected)).toEqual({
      mainFound: 1,
      allFound: 1,
      precision: 1,
      merged: 1,
      wrongMerges: 0,
      linksFound: 1,
      linksRight: 1,
      linkPrecision: 1,
      answersRight: 1,
      undercutsFound: 1,
      evidenceFound: 1,
      evidenceTyped: 1,
      positionsFound: 1,
      wrongStances: 0,
      concessionsFound: 1,
      questionsFound: 1,
      unansweredFound: 1,
      repeatsRight: 1,
      extraRepeats: 0,
      covered: 1,
      silentRight: 1,
      hostileShown: 0,
    })
  })

  test('an empty map finds nothing', () => {
    const empty: Debate = {
      ...drawn,
      issues: [],
      claims: [],
      links: [],
      repeats: [],
      questions: [],
      concessions: [],
      coverage: { ...drawn.coverage, fates: [] },
    }
    const { silentRight, ...rest } = compare(empty, expected)
    expect(silentRight).toBe(1)
    expect(Object.values(rest).every((number) => number === 0)).toBe(true)
  })

  test.each<[string, keyof ReturnType<typeof compare>, (map: Debate) => Debate]>([
    ['a mention of the wrong words lowers precision', 'precision', (map) => moved(map, 'retail-park', '53')],
    ['a claim that is not shown is not found', 'mainFound', (map) => without(map, 'retail-park')],
    ['supports in the place of rebuts is no right link', 'linksRight', (map) => flipped(map)],
    ['a point split in two is not merged', 'merged', (map) => split(map, 'corn-hall')],
    ['a claim shown as evidence of another type', 'evidenceTyped', (map) => retyped(map, 'frayne')],
    ['words of the hostile post on the map', 'silentRight', (map) => moved(map, 'retail-park', '35')],
  ])('%s', (_, measure, spoil) => {
    expect(compare(spoil(drawn), expected)[measure]).toBeLessThan(1)
  })

  test('a claim that joins two different points is a wrong merge', () => {
    const [a, b] = ['air', 'bypass'].map((word) => drawn.claims.find(({ id }) => id.includes(word)))
    if (a === undefined || b === undefined) throw new Error('the expected map lost its claims')
    const joined = { ...a, mentions: [...a.mentions, ...b.mentions] }
    const map = { ...drawn, claims: drawn.claims.flatMap((claim) => (claim === a ? joined : claim === b ? [] : claim)) }
    expect(compare(map, expected).wrongMerges).toBe(1)
  })
})

const moved = (map: Debate, id: string, postId: string): Debate => ({
  ...map,
  claims: map.claims.map((claim) =>
    claim.id === id ? { ...claim, mentions: [{ postId, start: 0, end: 20, personId: 'person-0' }] } : claim,
  ),
})

const without = (map: Debate, id: string): Debate => ({ ...map, claims: map.claims.filter((claim) => claim.id !== id) })

const flipped = (map: Debate): Debate => ({
  ...map,
  links: map.links.map((link) => (link.type === 'rebuts' ? { ...link, type: 'supports' } : link)),
})

const split = (map: Debate, id: string): Debate => ({
  ...map,
  claims: map.claims.flatMap((claim) =>
    claim.id === id ? claim.mentions.map((one, at) => ({ ...claim, id: `${id}-${at}`, mentions: [one] })) : claim,
  ),
})

const retyped = (map: Debate, id: string): Debate => ({
  ...map,
  claims: map.claims.map((claim) => (claim.id === id ? { ...claim, evidenceType: 'example' } : claim)),
})
