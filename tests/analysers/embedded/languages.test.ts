import { describe, expect, test } from 'vitest'
import { languageOf, LANGUAGES, languageTagged } from '../../../server/analysers/embedded/languages/index.ts'
import { tokens } from '../../../server/text/tokens.ts'

const [ENGLISH, GERMAN] = [languageTagged('en'), languageTagged('de')]

describe('the language of a post in an English thread', () => {
  test.each<[string, string | null]>([
    ["Je ne suis pas d'accord.", null],
    ['No estoy de acuerdo con eso.', null],
    ['Non sono per niente convinto.', null],
    ['Dat is niet waar.', null],
    ['Ich bin dagegen.', 'German'],
    ['Quelle?', 'German'],
    ['Stimmt nicht.', 'German'],
    ['Agreed.', 'English'],
    ['Trams beat buses.', 'English'],
    ['Die Hard is the best film.', 'English'],
    ['Le Mans was great.', 'English'],
    ['Nope', 'English'],
    ['Low-income riders already travel half price to town every day.', 'English'],
    ['De auto is in de stad niet meer dan een last voor ons.', null],
  ])('“%s”: %s', (text, name) => expect(languageOf(tokens(text), ENGLISH)?.name ?? null).toBe(name))
})

test.each(['Agreed, that is what I think of it.', 'No, that is not what they said.', 'Misleading headline.'])(
  'English words in a German thread: “%s”',
  (text) => expect(languageOf(tokens(text), GERMAN)).toBe(ENGLISH),
)

test('every language is read by a table of its own', () =>
  expect(new Set(LANGUAGES.map(({ tag }) => tag)).size).toBe(LANGUAGES.length))
