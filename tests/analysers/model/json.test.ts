import { describe, expect, test } from 'vitest'
import { readJson } from '../../../server/analysers/model/json.ts'

describe('the JSON in an answer', () => {
  test.each<[string, string, unknown, { pure: boolean; cut: boolean }]>([
    ['alone', '{"a": [1]}', { a: [1] }, { pure: true, cut: false }],
    ['in a fence', '```json\n{"a": [1]}\n```', { a: [1] }, { pure: false, cut: false }],
    ['after braces in prose', 'Take {this}: {"a": "}"} Done.', { a: '}' }, { pure: false, cut: false }],
    ['cut inside an item', '{"a": [{"b": 1}, {"b": "tw', { a: [{ b: 1 }] }, { pure: true, cut: true }],
    ['cut between lists', '{"a": [{"b": 1}], "c": [', { a: [{ b: 1 }] }, { pure: true, cut: true }],
    ['cut inside a line', '{"a": ["k1 \\"x\\"", "k2 tw', { a: ['k1 "x"'] }, { pure: true, cut: true }],
    ['cut inside a list of an item', '{"a": [{"b": 1}, {"c": ["x", "y', { a: [{ b: 1 }] }, { pure: true, cut: true }],
    ['cut after prose', 'Sure: {"a": [{"b": "[{"}, {', { a: [{ b: '[{' }] }, { pure: false, cut: true }],
  ])('%s', (_, text, value, how) => expect(readJson(text)).toEqual({ value, ...how }))

  test.each(['', 'no JSON at all', '[1, 2]', '{"a": ', '{ half', '"text"'])('is null for %j', (text) => {
    expect(readJson(text)).toBeNull()
  })
})
