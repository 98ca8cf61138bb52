import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { tokens } from '../../server/text/tokens.ts'

test.each<[string, string[]]>([
  ["Don’t stop, it's 3.5 km!", ["don't", 'stop', "it's", '3', '5', 'km']],
  ["'quoted' words'", ['quoted', 'words']],
  ['Straßenbahn für Zoë', ['straßenbahn', 'für', 'zoë']],
  ['rock ’n’ roll', ['rock', 'n', 'roll']],
  ['', []],
  ['…!?', []],
])('%s', (text, expected) => expect(tokens(text).map(({ lower }) => lower)).toEqual(expected))

test('every token stands at its place, in order', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      let at = 0
      for (const { lower, start, end } of tokens(text)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(text.slice(start, end).toLowerCase().replaceAll('’', "'")).toBe(lower)
        at = end
      }
    }),
  )
})
