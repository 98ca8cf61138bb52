/**
 * Quantities in the smallest unit of their kind, so that "an hour and a half" and "90 minutes", "two weeks" and "14 days", "a
 * third" and "33 %" are the same. English and German.
 */
import { quantities, type Quantity } from './quantities.ts'

/** Units of one kind in terms of the smallest: of time from the second to the week, from the month on, of length and weight. */
const TERMS: ReadonlyMap<string, [unit: string, times: number]> = new Map(
  Object.entries({
    minute: ['second', 60],
    hour: ['second', 3600],
    day: ['second', 86_400],
    week: ['second', 604_800],
    year: ['month', 12],
    decade: ['month', 120],
    m: ['cm', 100],
    km: ['cm', 100_000],
    kg: ['g', 1000],
    ton: ['g', 1_000_000],
  }),
)
/** Points by which shares may differ that are the same in words and in digits: "a third", "33 %". */
const ROUNDED = 1

/** The quantity in the smallest unit of its kind. */
export function inSmallest(quantity: Quantity): Quantity {
  const [unit, times] = TERMS.get(quantity.unit ?? '') ?? [quantity.unit, 1]
  return typeof quantity.value === 'string'
    ? quantity
    : { ...quantity, value: Math.round(quantity.value * times * 1000) / 1000, unit }
}

/** Whether two quantities in their smallest units have the same value, whatever is counted by it. */
export function sameValue(a: Quantity, b: Quantity): boolean {
  if (typeof a.value === 'number' && typeof b.value === 'number' && a.unit === '%' && b.unit === '%')
    return Math.abs(a.value - b.value) <= ROUNDED
  return a.value === b.value
}

/** Least of what "dozens" and its like tell. */
const AT_LEAST: Record<string, number> = {
  dozens: 24,
  dutzende: 24,
  hundreds: 200,
  hunderte: 200,
  thousands: 2000,
  tausende: 2000,
  millions: 2e6,
  billions: 2e9,
}

/** Whether a vague count ("dozens") may tell this one. */
export function mayTell({ value }: Quantity, of: Quantity): boolean {
  return typeof value === 'string' && typeof of.value === 'number' && of.value >= (AT_LEAST[value] ?? Infinity)
}

/** Hours told in words, in minutes: "half an hour", "eine Viertelstunde", and "an hour" where it lasts so long, not per hour. */
const HOURS: [RegExp, string][] = [
  [/(?<!\p{L})(?:an|one)\s+hour\s+and\s+a\s+half|(?<!\p{L})(?:anderthalb|eineinhalb)\s+Stunden/giu, '90 minutes'],
  [/(?<!\p{L})three[\s-]quarters?\s+of\s+an\s+hour|(?<!\p{L})(?:eine\s+)?dreiviertelstunde/giu, '45 minutes'],
  [
    /(?<!\p{L})half\s+an\s+hour|(?<!\p{L})a\s+half[\s-]hour|(?<!\p{L})(?:eine[rn]?\s+)?halben?\s+Stunde/giu,
    '30 minutes',
  ],
  [/(?<!\p{L})(?:a\s+)?quarter\s+of\s+an\s+hour|(?<!\p{L})(?:eine[rn]?\s+)?viertelstunde/giu, '15 minutes'],
  [
    /(?<=(?<!\p{L})(?:take[sn]?|took|taking|lasts?|lasted|wait(?:s|ed)?|for|from|than|within|after|was|is|be|costs?|needs?|needed|los(?:e|es|t)|nearly|almost|about|over|under|only|me|us|an)\s+)(?:an|one)\s+hour(?!\p{L})|(?<!(?:pro|je|jede|in der)\s+)(?<!\p{L})einer?\s+Stunde(?!\p{L})/giu,
    '60 minutes',
  ],
]

/** The quantities of a text, each in the smallest unit of its kind, hours in words among them. */
export function measures(text: string): Quantity[] {
  return quantities(HOURS.reduce((spelled, [words, minutes]) => spelled.replace(words, minutes), text)).map(inSmallest)
}
