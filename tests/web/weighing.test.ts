import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BaseScore, Debate } from '../../shared/debate.ts'
import { chosenBase, debate, leave, load, show } from '../../web/state/debate.ts'
import { notWeighed, weigh, weighing } from '../../web/state/weighing.ts'
import { syntheticDebate } from './synthetic.ts'

const read = syntheticDebate(20)
let asked: string[] = []
let refuse = false

/** A server that weighs each base score to a strength of its own. */
const STRENGTH: Record<BaseScore, number> = { equal: 0.5, people: 0.7, evidence: 0.4 }
function answer(path: string): unknown {
  const base = (new URL(path, 'http://page').searchParams.get('base') ?? 'equal') as BaseScore
  if (!path.includes('/standing')) return { entry: { id: read.id, status: 'done' }, debate: read }
  const standing = (claim: Debate['claims'][number]) => ({ ...claim.standing, strength: STRENGTH[base] })
  return {
    weighing: { base, settled: true },
    standings: Object.fromEntries(read.claims.map((claim) => [claim.id, standing(claim)])),
    cruxes: [],
  }
}

beforeEach(async () => {
  asked = []
  refuse = false
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    if (refuse) return Response.json({ code: 'internal', detail: 'No.', remedy: '' }, { status: 500 })
    return Response.json(answer(path))
  })
  await show(read.id)
})
afterEach(() => {
  leave()
  vi.unstubAllGlobals()
})

const strengths = () => new Set(debate.value?.claims.map((claim) => claim.standing.strength))

test('a choice is told while it is computed, and then shown', async () => {
  const done = weigh('people')
  expect(weighing.value).toBe('people')
  await done
  expect(weighing.value).toBe(null)
  expect(debate.value?.weighing.base).toBe('people')
  expect(strengths()).toEqual(new Set([STRENGTH.people]))
})

test('a choice outlives reading the debate again, as after a correction, but not leaving it', async () => {
  await weigh('evidence')
  await load(read.id)
  expect(debate.value?.weighing.base).toBe('evidence')
  expect(strengths()).toEqual(new Set([STRENGTH.evidence]))
  leave()
  expect(chosenBase.value).toBe(null)
  asked = []
  await show(read.id)
  expect(asked.some((path) => path.includes('/standing'))).toBe(false)
})

test('of two choices in a row the later one is shown', async () => {
  await Promise.all([weigh('people'), weigh('evidence')])
  expect(debate.value?.weighing.base).toBe('evidence')
})

test('what could not be computed is told and changes nothing', async () => {
  refuse = true
  await weigh('people')
  expect(notWeighed.value).toBe(true)
  expect(debate.value?.weighing.base).toBe('equal')
  expect(chosenBase.value).toBe(null)
})
