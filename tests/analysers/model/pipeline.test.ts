import { expect, test } from 'vitest'
import { analyseWith } from '../../bench/model.ts'
import { expectLaws } from '../../graph/laws.ts'
import { synthetic } from '../../bench/synthetic.ts'

test('the model’s questions head the map, with the claims it named', async () => {
  const { debate, requests } = await analyseWith([synthetic(12)])
  const asked = requests.find(({ data }) => data !== null && 'claims' in data && !('questions' in data))?.data
  if (asked == null || !('claims' in asked) || Array.isArray(asked.claims)) throw new Error('never asked')
  const named = Object.values(asked.claims).slice(0, 4)
  expect(debate.issues).toHaveLength(1)
  expect(debate.issues[0]).toMatchObject({ source: 'analyser', question: `What of ${debate.title}?` })
  const statements = new Map(debate.claims.map(({ id, statement }) => [id, statement]))
  const positions = debate.issues[0]?.positions.map(({ claimId }) => statements.get(claimId))
  expect(positions).toEqual(expect.arrayContaining(named))
  expectLaws(debate)
})

test('a model that names no question leaves it to the title', async () => {
  const { debate } = await analyseWith([synthetic(12)], {
    answer: (honest) => ('positions' in Object(honest) ? { issues: [], positions: [] } : honest),
  })
  expect(debate.issues[0]?.source).not.toBe('analyser')
  expect(debate.issues[0]?.positions.length).toBeGreaterThan(0)
})
