import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { outline } from '../../server/graph/outline.ts'
import { settledAnew } from '../../server/graph/corrections.ts'
import { exportDebate } from '../../server/export/index.ts'
import { LIBRARY } from './example.ts'
import { expectLaws, madeUp } from './laws.ts'
import { debateOf } from './notation.ts'

test('the laws hold of the library debate', async () => {
  expectLaws(await debateOf(LIBRARY))
})

test('every link ends, placing is a forest, words stand where they are said, every post has one fate', async () => {
  await fc.assert(
    fc.asyncProperty(madeUp, async (text) => expectLaws(await debateOf(text))),
    { numRuns: 300 },
  )
})

test('settling a debate again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(madeUp, async (text) => {
      const debate = await debateOf(text)
      expect(settledAnew(debate)).toEqual(debate)
    }),
  )
})

test('every debate can be told in words', async () => {
  await fc.assert(
    fc.asyncProperty(madeUp, async (text) => {
      const debate = await debateOf(text)
      expect(outline(debate).issues).toHaveLength(debate.issues.length)
      expect([...exportDebate(debate, 'md').body].join('')).toContain('## Coverage')
    }),
  )
})
