import { describe, expect, test } from 'vitest'
import { measures } from '../../server/text/measures.ts'
import { quantities, sameQuantities, tellsQuantity } from '../../server/text/quantities.ts'

const told = (statement: string) => quantities(statement).map(({ value, unit }) => `${value}${unit ?? ''}`)

describe('what a statement counts', () => {
  const cases: [string, string[]][] = [
    ['about 1,200 of 3500 people', ['1200', '3500']],
    ['1.200 Leute und 1 200 Autos', ['1200', '1200']],
    ['1,234.56 or 1.234,56', ['1234.56', '1234.56']],
    ['3,5 Liter', ['3.5litre']],
    ['4.5% in 2019', ['4.5%', '2019']],
    ['four point five, or 45 per cent', ['4', '5', '45%']],
    ['45 percentage points', ['45percentage point']],
    ['twenty-five cars and ninety-one vans', ['25', '91']],
    ['a dozen, two dozen, dozens', ['12', '24', 'dozens']],
    ['3 million, three million, 3,000,000, 3m people', ['3000000', '3000000', '3000000', '3m']],
    ['costs millions', ['millions']],
    ['€20, 20 euros, $5k', ['20€', '20€', '5000$']],
    ['half empty, half-hearted', []],
    ['half of the bays, cut by half, half the fun', ['50%', '50%', '50%']],
    ['two-thirds, two thirds of us, a third of us, one third', ['66.7%', '66.7%', '33.3%', '33.3%']],
    ['the third reason, a third lane, last quarter', []],
    ['a quarter of us, 1 in 4, one in four, 1/4, 25%, ¼', ['25%', '25%', '25%', '25%', '25%', '25%']],
    ['nine out of ten', ['90%']],
    ['3 in 10 minutes', ['3', '10minute']],
    ['24/7', ['24', '7']],
    ['twice, doubled, three times, 3x', ['2×', '2×', '3×', '3×']],
    ['version 1.2.3, v1.2, Python 3.10', ['1.2.3', '1.2', '3.1']],
    ['December 7th, 2011', ['7', '2011']],
    ['2024-05-01', ['2024', '5', '1']],
    ['1. The ferry is free.', []],
    ['one of them said no', []],
    ['zwei Drittel, die Hälfte, 20 Prozent, drei Jahre', ['66.7%', '50%', '20%', '3year']],
    ['dreizehn, vierzig, einundzwanzig, achtundneunzig', ['13', '40', '21', '98']],
    ['none', []],
  ]
  test.each(cases)('%s', (statement, expected) => expect(told(statement)).toEqual(expected))
})

describe('whether two statements count the same', () => {
  const cases: [string, string, boolean][] = [
    ['3 km', 'three kilometres', true],
    ['3 km', '3 miles', false],
    ['it takes 3', 'it takes 3 hours', true],
    ['50 shops', '50% of the shops', false],
    ['3 hours', '3 days', false],
    ['at 10 am', 'at 10 pm', false],
    ['version 1.2', 'version 1.3', false],
    ['on 7 December 2011', 'December 7th, 2011', true],
    ['a dozen cars', '12 cars', true],
    ['COVID19', 'COVID20', false],
  ]
  test.each(cases)('%s | %s', (a, b, same) => {
    expect(sameQuantities(quantities(a), quantities(b))).toBe(same)
    expect(sameQuantities(quantities(b), quantities(a))).toBe(same)
  })
})

test('words that tell a quantity', () => {
  expect(['3', '7th', 'three', 'twenty', 'million', 'twice'].every(tellsQuantity)).toBe(true)
  expect(['one', 'half', 'ferry', 'second'].some(tellsQuantity)).toBe(false)
})

test.each<[string, string[]]>([
  ['an hour and a half, half an hour, a quarter of an hour', ['5400second', '1800second', '900second']],
  ['it takes an hour, 60 minutes, eine Stunde', ['3600second', '3600second', '3600second']],
  ['twice an hour, 60 km an hour, pro Stunde', ['2×', '6000000cm']],
  ['two weeks, 14 days', ['1209600second', '1209600second']],
  ['anderthalb Stunden, eine Viertelstunde, eine Dreiviertelstunde', ['5400second', '900second', '2700second']],
])('“%s” in the smallest units', (text, expected) =>
  expect(measures(text).map(({ value, unit }) => `${value}${unit ?? ''}`)).toEqual(expected),
)
