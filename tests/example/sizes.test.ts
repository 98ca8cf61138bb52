import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Debate } from '../../shared/debate.ts'
import { Thread } from '../../shared/thread.ts'
import { large } from '../fixtures/large.ts'
import { embedded } from './embedded.ts'

test('a thread of one post becomes a debate with its claim, its evidence and nothing left over', async () => {
  const path = join(import.meta.dirname, '..', 'fixtures', 'threads', 'single.json')
  const debate = await embedded(Thread.parse(JSON.parse(readFileSync(path, 'utf8'))))
  expect(Debate.parse(debate)).toEqual(debate)
  expect(debate.coverage.fates.map(({ postId, fate }) => [postId, fate])).toEqual([['1', 'mapped']])
  expect(debate.issues.map(({ question }) => question)).toEqual(['Should the choir sing from memory?'])
  expect(debate.claims.length).toBeGreaterThanOrEqual(2)
  expect(debate.repeats).toEqual([])
})

describe('a thread of 400 made-up posts', () => {
  const { thread, planted } = large(400, 11)

  test('is read whole, its planted repeats are folded with their kinds', async () => {
    const debate = await embedded(thread)
    expect(debate.coverage.fates).toHaveLength(thread.posts.length)
    expect(debate.coverage.fates.filter(({ fate }) => fate === 'failed')).toEqual([])
    const found = new Map(debate.repeats.map(({ postId, of, kind }) => [postId, { postId, of, kind }]))
    expect(planted.length).toBeGreaterThan(5)
    expect(planted.map(({ postId }) => found.get(postId))).toEqual(
      planted.map(({ postId, of, kind }) => ({ postId, of, kind })),
    )
  })
})
