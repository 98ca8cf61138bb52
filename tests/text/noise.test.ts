import { describe, expect, test } from 'vitest'
import { isBareList, isNoise } from '../../server/text/noise.ts'
import { tokens } from '../../server/text/tokens.ts'

const FUNCTION_WORDS = new Set('the a is it to of and in that for we you i not with be are was have no'.split(' '))

test.each([
  'a b a b a b a b',
  'buy buy buy buy buy',
  '((((((((x',
  'no no no no',
  'asdfg hjkl sdfgh jkl',
  'qwrt zzzzz bbbb',
])('“%s” says nothing', (text) => expect(isNoise(text, tokens(text), FUNCTION_WORDS)).toBe(true))

describe('what somebody says is none', () => {
  test.each([
    'Trams beat buses.',
    'No, no, that is wrong.',
    'NHS PCTs fund GPs.',
    'Rhythm is a dancer.',
    'Нет. Магазины потеряют 15% покупателей.',
    'Το κλείσιμο του δρόμου βλάπτει τα μαγαζιά.',
    'إغلاق الشارع يضر بالمحلات التجارية.',
    'हमें यह सड़क बंद करनी चाहिए।',
    'Ěšťů říká, že žlutý kůň úpěl.',
    '40% > 30%, end of.',
  ])('%s', (text) => expect(isNoise(text, tokens(text), FUNCTION_WORDS)).toBe(false))
})

test.each<[string, boolean]>([
  ['tram bus ferry bike car train plane boat lift stair', true],
  ['tram, bus, ferry, bike, car', true],
  ['Low-income riders already travel half price.', false],
  ['The tram, the bus, the ferry and the bike are slow.', false],
])('“%s” is a bare list: %s', (text, expected) => expect(isBareList(text, tokens(text), FUNCTION_WORDS)).toBe(expected))
