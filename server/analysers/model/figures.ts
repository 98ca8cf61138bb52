/**
 * Numbers of a sentence held against what it cites: a number has to stand in a cited statement or its words, or to count the
 * people or posts that say one of these claims, or to be a total of the debate, worded as one. Numbers in digits in any
 * language, in words in English and German.
 */
import { akin, contentWords } from '../../text/content-words.ts'
import { fold } from '../../text/fold.ts'
import { quantities, type Quantity } from '../../text/quantities.ts'
import type { OutlineClaim } from '../index.ts'
import type { Shown } from './outlined.ts'
import { otherPlaceIn, placesIn } from './places.ts'

const TEENS = 'dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(' ')
const TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')
const ONES = 'ein zwei drei vier fünf sechs sieben acht neun'.split(' ')
/** German numbers up to 99 that are one word. */
const GERMAN: ReadonlyMap<string, number> = new Map([
  ...TEENS.map((word, at): [string, number] => [word, at + 13]),
  ...TENS.flatMap((ten, at): [string, number][] => [
    [ten, (at + 2) * 10],
    ...ONES.map((one, less): [string, number] => [`${one}und${ten}`, (at + 2) * 10 + less + 1]),
  ]),
])
const GERMAN_NUMBER = new RegExp(
  `(?<!\\p{L})(?:${[...GERMAN.keys()].toSorted((a, b) => b.length - a.length).join('|')})(?!\\p{L})`,
  'giu',
)
/** "Acht" that is no number. */
const HEED = /(?<!\p{L})(?:außer\s+acht|in\s+acht(?=\s+(?:zu\s+)?(?:nehm|genommen)))(?!\p{L})/giu
/** Digits inside of a name: "CO2", "GPT-4". */
const IN_NAMES = /\p{L}-?\d+(?![\d.,]*\d*\s*%)/gu

const SPELLED =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf'
const NUMERAL = `\\d+(?:[.,]\\d+)*|${SPELLED}`
const PEOPLE =
  'people|persons?|users?|members?|commenters?|posters?|participants?|writers?|contributors?|voices|authors?|supporters?|opponents?|critics?|advocates?|Personen|Person|Leuten?|Menschen|Nutzern?|Nutzerinnen|Teilnehmern?|Teilnehmende|Stimmen|Beteiligten?|Befürwortern?|Gegnern?|Kritikern?'
const POSTS = 'posts?|comments?|replies|messages?|postings?|Beiträgen?|Beitrag|Kommentaren?|Antworten|Nachrichten'
/** A number of people or posts, with at most two words between. */
const COUNTED = new RegExp(
  `(?<![\\p{L}\\d.,])(?<count>${NUMERAL})(?![\\p{L}\\d%])\\s+(?<between>(?:[\\p{L}'’-]+\\s+){0,2}?)(?:(?<people>${PEOPLE})|(?<posts>${POSTS}))(?!\\p{L})`,
  'giu',
)
/** What stands before a total of the debate, or after it. */
const TOTAL_AFTER =
  /(?:\b(?:out\s+)?of(?:\s+the|\s+all)?|\bvon(?:\s+den)?|\b(?:discussion|debate|thread)\s+(?:of|with|among|between)|(?:Diskussion|Debatte)\s+(?:mit|von|unter|zwischen)|\b(?:posts|comments|Beiträgen?|Kommentaren?)\s+(?:by|from|von)|\b(?:fills?|spans?|umfasst|füllt))\s*$/iu
const TOTAL_BEFORE =
  /^[^.,;]{0,12}\b(?:took part|take part|discuss|debate|participat|contribut|weighed in|wrote|diskutier|debattier|streit|beteilig|schrieben)/iu

/** Parts of a whole in words, which are read only where what follows makes them one: it is enough that they are cited. */
const FRACTION =
  /(?<!\p{L})(?:half|halves|thirds?|quarters?|fifths?|tenths?|hälfte|drittel|viertel|fünftel|zehntel)(?![\p{L}-])/giu

/** The first number of `text` that neither the claims it cites nor the debate hold; null when there is none. */
export function inventedIn(text: string, cited: OutlineClaim[], map: Shown): string | null {
  const sources = [
    ...cited.flatMap(({ statement, said }) => [statement, said?.words ?? '']),
    map.title,
    ...map.questions,
  ]
  const places = sources.flatMap(placesIn)
  const other = otherPlaceIn(text, places)
  if (other !== null) return `of the ${other.noun}, ${other.value},`
  const counted = sources.flatMap((source) => quantities(readable(source)))
  const known = [...counted, ...places.map(({ value }): Quantity => ({ value, unit: null, passing: true }))]
  const stands = (one: Quantity): boolean => known.some((other) => agree(one, other))
  let invented: string | null = null
  const sentence = readable(text)
  const rest = sentence.replace(COUNTED, (all: string, ...found: unknown[]) => {
    const { count, between, people } = found.at(-1) as Record<'count' | 'between' | 'people', string | undefined>
    const [asked] = quantities(count as string)
    const ofClaims = cited.map((claim) => (people === undefined ? claim.posts : claim.people))
    const total = people === undefined ? map.posts : map.people
    const at = found.at(-3) as number
    const isTotal = TOTAL_AFTER.test(sentence.slice(0, at)) || TOTAL_BEFORE.test(sentence.slice(at + all.length))
    if (asked === undefined || typeof asked.value !== 'number') return all
    const counts = contentWords(between ?? '').every((word) => !sources.some((source) => holds(source, word)))
    if (counts && (ofClaims.includes(asked.value) || (isTotal && asked.value === total))) return ''
    if (!stands(asked)) invented ??= count as string
    return ''
  })
  if (invented !== null) return invented
  const found = quantities(rest).find(
    (one) => !stands(one) && !countsCited(one, rest, cited) && !isCitedPart(one, rest, sources),
  )
  return found === undefined ? null : written(found)
}

/** The text with numbers as `quantities` reads them. */
function readable(text: string): string {
  return fold(text)
    .text.replace(HEED, '')
    .replace(IN_NAMES, '')
    .replace(GERMAN_NUMBER, (word) => String(GERMAN.get(word.toLowerCase())))
}

function agree(one: Quantity, other: Quantity): boolean {
  const shares = one.unit === '%' && other.unit === '%'
  if (shares && typeof one.value === 'number' && typeof other.value === 'number')
    return Math.abs(one.value - other.value) <= 1
  const unit = one.unit === other.unit || ((one.unit === null || other.unit === null) && one.unit !== '%')
  return one.value === other.value && unit
}

/** Whether a bare number counts who says a cited claim ("four want it closed") or the claims cited ("two reasons"). */
function countsCited({ value, unit }: Quantity, text: string, cited: OutlineClaim[]): boolean {
  if (unit !== null || typeof value !== 'number') return false
  const known = value <= cited.length || cited.some(({ people }) => people === value)
  const counted = [...text.matchAll(NEXT)].find(([, numeral]) => quantities(numeral as string)[0]?.value === value)?.[2]
  return known && (counted === undefined || !cited.some(({ statement }) => holds(statement, counted.toLowerCase())))
}
/** A number and the word after it. */
const NEXT = new RegExp(`(?<![\\p{L}\\d.,])(${NUMERAL})(?![\\p{L}\\d])\\s+([\\p{L}'’-]+)`, 'giu')

/** Whether a share is told by a word for a part that cited words hold as well. */
function isCitedPart({ unit }: Quantity, text: string, sources: string[]): boolean {
  const partsIn = (one: string): string[] => (one.match(FRACTION) ?? []).map((part) => part.toLowerCase())
  const parts = partsIn(text)
  const cited = sources.flatMap(partsIn)
  const inDigits = /\d\s*(?:%|per ?cent|Prozent)/iu.test(text)
  return unit === '%' && !inDigits && parts.length > 0 && parts.every((part) => cited.some((one) => akin(one, part)))
}

function holds(source: string, word: string): boolean {
  return contentWords(source).some((other) => akin(other, word))
}

function written({ value, unit }: Quantity): string {
  return unit === '%' ? `${value} %` : String(value)
}
