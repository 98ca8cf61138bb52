/** Places in an order, as "the third year" or "ab der vierten Klasse": they are numbers, too. English and German. */
import { akin } from '../../text/content-words.ts'

/** What stands at a place of an order. */
interface Place {
  value: number
  noun: string
}

const numbered = (words: string, first: number): [string, number][] =>
  words.split(' ').map((word, at) => [word, at + first])
/** English from the third on: a second is a time, too. */
const VALUES: ReadonlyMap<string, number> = new Map([
  ...numbered('third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth', 3),
  ...numbered('zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte', 2),
])
/** "A third of it" and "two fifths" are parts of something. */
const PLACE = new RegExp(
  `(?<!\\p{L})(?<part>(?:an?|one|two|three|four)\\s+)?(?<word>${[...VALUES.keys()].join('|')})[mnrs]?\\s+(?!of(?!\\p{L}))(?<noun>\\p{L}+)`,
  'giu',
)

/** What the text tells by its place. */
export function placesIn(text: string): Place[] {
  return [...text.matchAll(PLACE)].flatMap(({ groups }) => {
    const { part, word = '', noun = '' } = groups as Record<string, string | undefined>
    const value = VALUES.get(word.toLowerCase())
    return part !== undefined || value === undefined ? [] : [{ value, noun: noun.toLowerCase() }]
  })
}

/** The first place that is told of something which stands only at others in `known`; null when there is none. */
export function otherPlaceIn(text: string, known: Place[]): Place | null {
  const isOther = ({ value, noun }: Place): boolean => {
    const same = known.filter((one) => akin(one.noun, noun))
    return same.length > 0 && same.every((one) => one.value !== value)
  }
  return placesIn(text).find(isOther) ?? null
}
