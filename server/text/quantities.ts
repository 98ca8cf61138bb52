/**
 * The quantities a statement names, in one form however they are written: "1,200", "1.200", "1200" and "twelve hundred"; "a
 * quarter", "25 %" and "one in four"; "3 km" and "three kilometres". Numbers are read in digits in any language, in words in
 * English and German. Two statements about other quantities are not the same claim (numeric mismatch: M.-C. de Marneffe,
 * A. Rafferty, C. Manning, "Finding Contradictions in Text", ACL 2008).
 */

/** `value` is a number (thousands marks dropped, decimals by a point) or, where none can be said, a label ("millions", "1.2.3"). */
export interface Quantity {
  value: number | string
  /** `%` for shares of a whole, `×` for multiples, else what is counted, where it is measured in a known unit; or null. */
  unit: string | null
  /** A small count in words ("for ten years"), which another statement may leave out without saying something else. */
  passing: boolean
}

const list = (words: string): string[] => words.split(' ')
const numbered = (words: string, first: number, step = 1): [string, number][] =>
  list(words).map((word, at) => [word, first + at * step])

const SMALL = new Map<string, number>([
  ...numbered('two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen', 2),
  ...numbered('seventeen eighteen nineteen', 17),
  ...numbered('zwei drei vier fünf sechs sieben acht neun zehn elf zwölf', 2),
  ...numbered('dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn', 13),
  ...numbered('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig', 20, 10),
  ['zero', 0],
])
const TENS = new Map(numbered('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10))
/** Count only before a fraction, a multiple, or "in four". */
const ONE = new Set(list('a an one ein eine einer einem einen'))
const MULTIPLES = new Map<string, number>([
  ['dozen', 12],
  ['dutzend', 12],
  ['hundred', 100],
  ['hundert', 100],
  ['thousand', 1000],
  ['tausend', 1000],
  ['k', 1000],
  ['million', 1e6],
  ['millionen', 1e6],
  ['mio', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['milliarde', 1e9],
  ['milliarden', 1e9],
])
const VAGUE = new Set(list('dozens hundreds thousands millions billions dutzende hunderte tausende'))
const PARTS = new Map<string, number>([
  ...numbered('third quarter fifth sixth seventh eighth ninth tenth', 3),
  ...numbered('thirds quarters fifths sixths sevenths eighths ninths tenths', 3),
  ...numbered('drittel viertel fünftel sechstel siebtel achtel neuntel zehntel', 3),
  ['fourth', 4],
  ['fourths', 4],
])
const HALF = new Set(list('half halves hälfte'))
/** What stands before or after "half" or "a third" where they are amounts, as they are not in "half empty", "a third lane". */
const BEFORE_HALF = new Set(list('by in than die der'))
const AFTER_PART = new Set(
  list('of the a an as more less our their its these those this that your my his her von der des'),
)
const TIMES = new Map<string, number>([
  ...list('twice double doubled doubles doubling doppelt zweimal').map((word): [string, number] => [word, 2]),
  ...list('triple tripled triples thrice dreimal').map((word): [string, number] => [word, 3]),
])

const UNITS = new Map<string, string>(
  Object.entries({
    '%': '% percent percentage prozent pct',
    '×': 'times x mal fach',
    km: 'km kilometre kilometres kilometer kilometers',
    m: 'm metre metres meter meters',
    cm: 'cm centimetre centimetres centimeter centimeters zentimeter',
    mile: 'mile miles mi meile meilen',
    foot: 'foot feet ft',
    kg: 'kg kilo kilos kilogram kilograms kilogramm',
    g: 'g gram grams gramm',
    pound: 'lb lbs',
    ton: 'ton tons tonne tonnes tonnen t',
    litre: 'litre litres liter liters l',
    gallon: 'gallon gallons',
    second: 'second seconds sec secs sekunde sekunden',
    minute: 'minute minutes min mins minuten',
    hour: 'hour hours hr hrs h stunde stunden',
    day: 'day days tag tage tagen',
    week: 'week weeks woche wochen',
    month: 'month months monat monate monaten',
    year: 'year years yr yrs jahr jahre jahren',
    decade: 'decade decades jahrzehnt jahrzehnte jahrzehnten',
    $: '$ dollar dollars usd',
    '€': '€ euro euros eur',
    '£': '£ gbp quid',
    am: 'am',
    pm: 'pm',
  }).flatMap(([unit, words]) => list(words).map((word) => [word, unit] as const)),
)

/** "1." or "2)" before a statement taken from a list. */
const LIST_MARK = /^\s*\(?\d{1,2}[.)]\s/
const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/
const TOKEN = /\d+(?:[.,]\d+)*|[½¼¾]|[%€$£/×]|\p{L}+(?:['’]\p{L}+)*/gu
const SIGNS = new Map([
  ['½', 50],
  ['¼', 25],
  ['¾', 75],
])

const NUMBER_WORDS = [SMALL, TENS, MULTIPLES, PARTS, TIMES, HALF, VAGUE].flatMap((words) => [...words.keys()])
/** One of these is in every quantity; most statements hold none, which is seen at once. */
const HINT = new RegExp(
  `[\\d½¼¾]|und(?:\\p{L}{3,6}zig|dreißig)(?!\\p{L})|(?<!\\p{L})(?:${NUMBER_WORDS.join('|')})(?!\\p{L})`,
  'iu',
)

/** German numbers of one word from 21 on. */
const COMPOUND = new RegExp(
  '(?<!\\p{L})(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und((?:zwan|vier|fünf|sech|sieb|acht|neun)zig|dreißig)(?!\\p{L})',
  'giu',
)

/** Every quantity of a statement, in order. */
export function quantities(statement: string): Quantity[] {
  if (!HINT.test(statement)) return []
  const joined = statement
    .replace(LIST_MARK, '')
    .toLowerCase()
    .replace(COMPOUND, (_, ones: string, tens: string) => String((SMALL.get(ones) ?? 1) + (SMALL.get(tens) ?? 0)))
    .replace(/(?<![\d.,])(\d{1,3})((?:[ \u00a0\u202f]\d{3})+)(?![\d])/g, (all) => all.replace(/\D/g, ''))
  const tokens = [...joined.matchAll(TOKEN)].map((found) => found[0])
  const found: Quantity[] = []
  for (let at = 0; at < tokens.length; ) {
    const read = share(tokens, at) ?? counted(tokens, at) ?? alone(tokens, at)
    if (read === null) at++
    else {
      found.push(read.quantity)
      at = read.next
    }
  }
  return found
}

/** Whether both name the same quantities; a unit told by only one of them is no difference. */
export function sameQuantities(a: readonly Quantity[], b: readonly Quantity[]): boolean {
  if (a.length === 0 && b.length === 0) return true
  const holds = (all: readonly Quantity[], one: Quantity): boolean =>
    all.some((other) => other.value === one.value && unitsAgree(one.unit, other.unit))
  return a.every((one) => holds(b, one)) && b.every((one) => holds(a, one))
}

/** Whether a word in its compared form tells a quantity: digits, or a number in words. */
export function tellsQuantity(word: string): boolean {
  return /\p{N}/u.test(word) || SMALL.has(word) || TENS.has(word) || MULTIPLES.has(word) || TIMES.has(word)
}

function unitsAgree(a: string | null, b: string | null): boolean {
  if (a === b) return true
  return (a === null || b === null) && a !== '%' && b !== '%' && a !== '×' && b !== '×'
}

type Read = { quantity: Quantity; next: number } | null

const percent = (value: number, next: number): Read => ({
  quantity: { value: Math.round(value * 10) / 10, unit: '%', passing: false },
  next,
})

/** A part of a whole: "two thirds", "a quarter of", "half of", "3/4", "1 in 4", "nine out of ten". */
function share(tokens: readonly string[], at: number): Read {
  const token = tokens[at] as string
  const [next, after] = [tokens[at + 1] ?? '', tokens[at + 2] ?? '']
  const sign = SIGNS.get(token)
  if (sign !== undefined) return percent(sign, at + 1)
  if (HALF.has(token)) {
    return goesOn(next) || BEFORE_HALF.has(tokens[at - 1] ?? '') ? percent(50, at + 1) : null
  }
  const count = ONE.has(token) ? 1 : plain(token)
  const part = PARTS.get(next)
  if (count !== null && part !== undefined && count < part && count > 0) {
    return count > 1 || token === 'one' || goesOn(after) ? percent((100 * count) / part, at + 2) : null
  }
  const whole = PARTS.get(token)
  if (whole !== undefined && next === 'of') return percent(100 / whole, at + 1)
  if (count === null || count === 0) return null
  const [over, of] = next === 'out' && after === 'of' ? [tokens[at + 3], at + 4] : [after, at + 3]
  const total = ['in', '/', 'out', 'von'].includes(next) && over !== undefined ? plain(over) : null
  if (total === null || count >= total || total > 1000 || UNITS.has(tokens[of] ?? '')) return null
  return percent((100 * count) / total, of)
}

/** Whether what follows "half" or "a third" makes it a part of something; at the end it is one, too. */
function goesOn(word: string): boolean {
  return word === '' || AFTER_PART.has(word)
}

/** A number with its multiples and its unit: "1,200", "twenty-five", "3.5 million euros", "€ 20", "a dozen". */
function counted(tokens: readonly string[], at: number): Read {
  const sign = /^[€$£]$/.test(tokens[at] as string) ? (tokens[at] as string) : null
  const start = sign === null ? at : at + 1
  const digits = /^\d/.test(tokens[start] ?? '')
  const base = digits ? { value: inDigits(tokens[start] as string), next: start + 1 } : inWords(tokens, start)
  if (base === null) return null
  let { value, next } = base
  for (let by = MULTIPLES.get(tokens[next] ?? ''); by !== undefined && typeof value === 'number'; ) {
    value *= by
    by = MULTIPLES.get(tokens[++next] ?? '')
  }
  const measured = sign === null ? unitAt(tokens, next) : { unit: sign, next }
  const passing = !digits && next === base.next && measured.unit !== '%' && measured.unit !== '×'
  return { quantity: { value, unit: measured.unit, passing }, next: measured.next }
}

/** "Five", "twenty-five", or the one of "one million", "a dozen". */
function inWords(tokens: readonly string[], at: number): { value: number; next: number } | null {
  const [first, second] = [tokens[at] ?? '', tokens[at + 1] ?? '']
  if (ONE.has(first) && MULTIPLES.has(second)) return { value: 1, next: at + 1 }
  const ones = second === 'one' ? 1 : (SMALL.get(second) ?? 10)
  const tens = TENS.get(first)
  if (tens !== undefined) return ones < 10 ? { value: tens + ones, next: at + 2 } : { value: tens, next: at + 1 }
  const value = SMALL.get(first)
  return value === undefined ? null : { value, next: at + 1 }
}

function unitAt(tokens: readonly string[], at: number): { unit: string | null; next: number } {
  if (tokens[at] === 'per' && tokens[at + 1] === 'cent') return { unit: '%', next: at + 2 }
  const unit = UNITS.get(tokens[at] ?? '')
  if (unit === undefined) return { unit: null, next: at }
  const points = unit === '%' && /^points?$|^punkte?$/.test(tokens[at + 1] ?? '')
  return { unit: points ? 'percentage point' : unit, next: at + 1 }
}

/** Words that are a quantity by themselves: "twice", "millions". */
function alone(tokens: readonly string[], at: number): Read {
  const token = tokens[at] as string
  const times = TIMES.get(token)
  if (times !== undefined) return { quantity: { value: times, unit: '×', passing: true }, next: at + 1 }
  return VAGUE.has(token) ? { quantity: { value: token, unit: null, passing: true }, next: at + 1 } : null
}

function plain(token: string): number | null {
  if (/^\d+$/.test(token)) return Number(token)
  return SMALL.get(token) ?? TENS.get(token) ?? null
}

/** The value of a number in digits; versions and dates with several points stay as they are written. */
function inDigits(token: string): number | string {
  const marks = token.replace(/\d/g, '')
  if (GROUPED.test(token)) return Number(token.replace(/[.,]/g, ''))
  if (marks.length === 0) return Number(token)
  if (marks.length === 1) return Number(token.replace(',', '.'))
  const decimal = /^(\d{1,3}(?:([.,])\d{3})+)(?!\2)[.,](\d+)$/.exec(token)
  return decimal === null ? token : Number(`${(decimal[1] as string).replace(/[.,]/g, '')}.${decimal[3]}`)
}
