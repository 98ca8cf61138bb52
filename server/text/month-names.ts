/**
 * Months by their names: those of Unicode's locale data (CLDR) for the languages below, in full, shortened and inflected.
 */

/** Where two languages use one name for different months, the first one listed means it. */
const LANGUAGES =
  'en de fr es it pt nl pl ru uk cs sk sv da nb fi hu ro tr el bg sr sr-Latn hr sl lt lv et ca gl eu eo he ar fa ckb hi bn ta th id ms vi ka hy az kk mk be is ga cy ar-SY ar-MA'.split(
    ' ',
  )

/** Other spellings in use. */
const MORE: Record<string, number> = { mrz: 3, jän: 1, jänner: 1, feber: 2, sept: 9, août: 8, mei: 5, okt: 10, dez: 12 }

function monthsOf(language: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const form of ['long', 'short'] as const) {
    for (const day of [{ day: 'numeric' as const }, {}]) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
        month: form,
        timeZone: 'UTC',
        ...day,
      })
      for (let month = 1; month <= 12; month++) {
        const part = format.formatToParts(Date.UTC(2021, month - 1, 5)).find(({ type }) => type === 'month')?.value
        const name = part === undefined ? '' : bare(part)
        if (/^\p{L}[\p{L}\p{M}]/u.test(name) && !found.has(name)) found.set(name, month)
      }
    }
  }
  return found
}

function bare(word: string): string {
  return word
    .normalize('NFC')
    .toLocaleLowerCase('en')
    .replace(/[.\u200E\u200F']/g, '')
    .trim()
}

const known = new Map<string, Map<string, number>>()

function monthsIn(language: string | null): Map<string, number> | null {
  if (language === null || !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/i.test(language)) return null
  const before = known.get(language)
  if (before !== undefined) return before
  const months = monthsOf(language)
  known.set(language, months)
  return months
}

/** The month `word` names in the first of the languages that knows it: making up the names of one takes milliseconds. */
function anywhere(word: string): number | undefined {
  if (Object.hasOwn(MORE, word)) return MORE[word]
  for (const language of LANGUAGES) {
    const month = monthsIn(language)?.get(word)
    if (month !== undefined) return month
  }
  return undefined
}

let everywhere: Map<string, number> | null = null

function allMonths(): Map<string, number> {
  if (everywhere !== null) return everywhere
  const all = new Map(Object.entries(MORE))
  for (const language of LANGUAGES)
    for (const [name, month] of monthsIn(language) ?? []) if (!all.has(name)) all.set(name, month)
  everywhere = all
  return all
}

/** Shortened further than usual ("Mär"), or with an ending or a preposition grown onto it: the one month it can be. */
function nearly(word: string, months: Map<string, number>): number | null {
  const all = new Set<number>()
  for (const [name, month] of months) {
    const shortened = word.length >= 3 && name.length > word.length && name.startsWith(word)
    const grown = name.length >= 4 && word.startsWith(name) && word.length <= name.length + 2
    if (shortened || grown) all.add(month)
  }
  return all.size === 1 ? ([...all][0] ?? null) : null
}

/** Months by words asked for, in each language: a thread tells its times in few words, over and over. */
const asked = new Map<string, number | null>()
const MOST_ASKED = 2000

/** The month (1 to 12) a word names, in `language` (BCP 47) before all others; null for words that name none, or several. */
export function monthNamed(raw: string, language: string | null): number | null {
  const key = `${language ?? ''} ${raw}`
  const before = asked.get(key)
  if (before !== undefined) return before
  const month = monthOf(raw, language)
  if (asked.size >= MOST_ASKED) asked.clear()
  if (raw.length < 40) asked.set(key, month)
  return month
}

function monthOf(raw: string, language: string | null): number | null {
  const word = bare(raw)
  const here = monthsIn(language)
  const exact = here?.get(word) ?? anywhere(word)
  if (exact !== undefined) return exact
  // Hebrew grows "in" onto the name.
  if (word.startsWith('ב') && allMonths().has(word.slice(1))) return allMonths().get(word.slice(1)) ?? null
  return (here === null ? null : nearly(word, here)) ?? (word.length >= 3 ? nearly(word, allMonths()) : null)
}
