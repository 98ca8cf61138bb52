import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidatePairs, type Kept } from '../../server/repeats/candidates.ts'

const only = (kept: Partial<Kept>): Kept => ({ letters: 0, words: 0, general: 0, least: 0, ...kept })
const found = (statements: string[], kept: Kept) => candidatePairs(statements, kept).map(({ a, b }) => `${a}-${b}`)

describe('each ranking finds what the others would miss', () => {
  test('letters: other forms and parts of a word', () => {
    const statements = ['Fährverbindungen kosten', 'Die Fährverbindung hilft', 'Schulen helfen', 'Kosten steigen']
    expect(found(statements, only({ letters: 1 }))).toContain('0-1')
  })

  test('words: the rarest word in common, however long the statement', () => {
    const long = 'In winter the ferry carries doctors, teachers, builders and post to the islands, whatever the weather'
    const statements = ['Doctors need it in winter', long, 'Winter is cold', 'Winter is long', 'Winter is dark']
    expect(found(statements, only({ words: 1 }))).toContain('0-1')
  })

  test('general: the short statement that says in general what others say at length', () => {
    const at = (town: string) => `The ferry takes pupils of ${town} to school every morning and evening at no charge`
    const statements = ['Free ferry', ...['Arholma', 'Blidö', 'Furusund'].map(at)]
    expect(found(statements, only({ general: 1 }))).toEqual(['0-1', '0-2', '0-3'])
  })

  test('general: of long statements the one that shares more, however much longer than the other', () => {
    const asked = 'Ferries are how doctors reach the small islands in the outer archipelago when the ice has broken up'
    const shares =
      'Doctors of the archipelago reach the islands by ferry, and nobody has found a better way, for all the talk of ' +
      'bridges, tunnels, helicopters, snowmobiles and whatever else was promised before each election'
    const shorter =
      'Archipelago towns have built larger harbours for sailing boats, with cranes, saunas, shops and offices'
    const others = [shorter, 'Bridges, tunnels, helicopters and snowmobiles']
    expect(found([asked, shares, ...others], only({ general: 1 }))).toContain('0-1')
  })

  test('scripts without blanks are compared by their characters', () => {
    expect(found(['渡船应该免费', '渡船免费很好', '学校关门了'], only({ letters: 1 }))).toEqual(['0-1'])
  })

  test('statements that share nothing are no candidates', () => {
    expect(found(['The ferry is late', 'Schools open at nine'], only({ letters: 9, words: 9, general: 9 }))).toEqual([])
  })
})

describe('laws', () => {
  const WORDS = 'ferry ferries free town pays payment bridge school night bus tax harbour not 7 Arholma 渡船'.split(' ')
  const statement = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((all) => all.join(' '))
  const statements = fc.uniqueArray(statement, { maxLength: 25 })

  test('every pair once, ends in order, and no statement keeps more than it may', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const kept = only({ letters: 2, words: 1, general: 1 })
        const pairs = candidatePairs(all, kept)
        expect(new Set(pairs.map(({ a, b }) => `${a}-${b}`)).size).toBe(pairs.length)
        expect(pairs.length).toBeLessThanOrEqual(3 * all.length)
        for (const { a, b, likeness } of pairs) {
          expect(a).toBeLessThan(b)
          expect(likeness).toBeGreaterThan(0)
          expect(likeness).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('more room keeps more', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const few = new Set(found(all, only({ letters: 2, words: 2, general: 2 })))
        const more = new Set(found(all, only({ letters: 25, words: 25, general: 25 })))
        expect([...few].filter((pair) => !more.has(pair))).toEqual([])
      }),
    )
  })
})
