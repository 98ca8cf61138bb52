import { expect, test } from 'vitest'
import { recentOf } from '../../web/state/recent.ts'
import { sampleEntry } from '../store/samples.ts'

test('failed tries never push out what can be opened', () => {
  const newestFirst = ['failed', 'running', 'failed', 'cancelled', 'done', 'failed'] as const
  const entries = newestFirst.map((status, at) => sampleEntry({ id: `${at}`, status }))
  const ids = (most: number) => recentOf(entries, most).map(({ id }) => id)
  expect(ids(3)).toEqual(['1', '3', '4'])
  expect(ids(5)).toEqual(['1', '3', '4', '0', '2'])
})
