/** Times written for people of one place: "7. März 2020, 22:51", "May 1, 2026, 9:00 am", "2020年3月7日 22:51". */
import type { Range } from '../../shared/thread.ts'
import { monthNamed } from './month-names.ts'

/** Digits of every script as those of ASCII, one for one, so that places stay the same. */
function ascii(text: string): string {
  return text.replace(/[^\0-\x7F]/gu, (character) => {
    if (!/\p{Nd}/u.test(character) || character.length > 1) return character
    // In every script the ten digits stand in a row that begins at a multiple of ten from its zero.
    let zero = character.codePointAt(0) as number
    const code = zero
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
    return String((code - zero) % 10)
  })
}

export interface LocalReading {
  /** Which of the day and the month stands first in dates of numbers only; null where that is not known. */
  order?: 'day' | 'month' | null
  /** BCP 47 tag of the text, to prefer its names of months. */
  language?: string | null
  /** Minutes the place is ahead of UTC; where summer time changes them, by the local time in milliseconds. */
  offset?: number | ((local: number) => number)
}

export interface LocalTime extends Range {
  /** ISO 8601 in UTC. */
  at: string
}

interface Clock extends Range {
  hours: number
  minutes: number
  seconds: number
}

const CLOCK =
  /(?<![\d:.])(\d{1,2})\s?(?::|h(?=\d)|時|시 ?|点|點)(\d{2})(?:(?::|\.)(\d{2})|min|分|분)?(?:\s?(a\.?m|p\.?m|πμ|μμ|ص|م)\b\.?)?(?![\d:])/giu
const DOTTED = /(?<![\d.:])(\d{1,2})\.(\d{2})(?:\s?(a\.?m|p\.?m)\b\.?)?(?![\d.])(?!\.\d)/gi

function clocks(text: string): Clock[] {
  const read = (found: RegExpExecArray, seconds: string | undefined, half: string | undefined): Clock[] => {
    const said = Number(found[1])
    const afternoon = half !== undefined && /^(?:p|μμ|م)/i.test(half)
    const hours = half === undefined ? said : (said % 12) + (afternoon ? 12 : 0)
    const minutes = Number(found[2])
    if (hours > 23 || minutes > 59 || Number(seconds ?? 0) > 59) return []
    return [
      {
        start: found.index,
        end: found.index + found[0].length,
        hours,
        minutes,
        seconds: Number(seconds ?? 0),
      },
    ]
  }
  const exact = [...text.matchAll(CLOCK)].flatMap((found) => read(found, found[3], found[4]))
  return exact.length > 0 ? exact : [...text.matchAll(DOTTED)].flatMap((found) => read(found, undefined, found[3]))
}

interface Day extends Range {
  /** The time of day may stand between its parts: "Thu Apr 14 09:06:56 UTC 2016". */
  open?: true
  year: number
  month: number
  day: number
}

const YEAR_FIRST = /(?<!\d)(\d{4})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)\s?[日일]?/g
const YEAR_LAST = /(?<![\d.:])(\d{1,2})(\s?[-./]\s?)(\d{1,2})\2(\d{4}|\d{2})(?![\d:])/g

/** Whether a date of numbers can only be read one way, and which. */
export function orderIn(text: string): 'day' | 'month' | null {
  for (const found of ascii(text).matchAll(YEAR_LAST)) {
    if (found[2]?.includes('.') === true) return 'day'
    if (Number(found[1]) > 12) return 'day'
    if (Number(found[3]) > 12) return 'month'
  }
  return null
}

function ofNumbers(text: string, order: LocalReading['order']): Day[] {
  const days: Day[] = []
  for (const found of text.matchAll(YEAR_FIRST))
    days.push({
      start: found.index,
      end: found.index + found[0].length,
      year: Number(found[1]),
      month: Number(found[2]),
      day: Number(found[3]),
    })
  for (const found of text.matchAll(YEAR_LAST)) {
    const which = orderIn(found[0]) ?? order ?? null
    if (which === null) continue
    const [one, two] = [Number(found[1]), Number(found[3])]
    const year = Number(found[4])
    days.push({
      start: found.index,
      end: found.index + found[0].length,
      year: year < 100 ? year + (year < 70 ? 2000 : 1900) : year,
      month: which === 'day' ? two : one,
      day: which === 'day' ? one : two,
    })
  }
  return days
}

const YEAR = /(?<![\d:.])(?:(?:19|20)\d{2}|2[45]\d{2})(?!\d)/g
const WORD = /[\p{L}][\p{L}\p{M}\u200C'-]*/gu

interface MonthWord extends Range {
  word: string
  /** Of languages that count their months. */
  number: number | null
}

/** The first word that names a month. Mostly it is the one beside the year: the others need not be looked up. */
function nearestMonth(words: MonthWord[], language: string | null): (Range & { month: number }) | null {
  for (const { start, end, word, number } of words) {
    const month = number ?? monthNamed(word, language)
    if (month !== null) return { start, end, month }
  }
  return null
}

/** Days by the words around them: many posts of a thread were written on one. */
const named = new Map<string, Day[]>()
const MOST_NAMED = 2000

/** A year with the name of a month beside it and a day beside that. */
function ofNames(text: string, clock: Clock | null, language: string | null): Day[] {
  const apart = clock === null ? text : `${text.slice(0, clock.start)} ${text.slice(clock.end)}`
  if (!/\p{L}/u.test(apart)) return []
  const key = `${language ?? ''} ${clock === null ? '' : `${clock.start} ${clock.end}`} ${apart}`
  const before = named.get(key)
  if (before !== undefined) return before
  const days = daysNamed(text, clock, language)
  if (named.size >= MOST_NAMED) named.clear()
  named.set(key, days)
  return days
}

function daysNamed(text: string, clock: Clock | null, language: string | null): Day[] {
  const free = (range: Range) => clock === null || range.end <= clock.start || range.start >= clock.end
  return [...text.matchAll(YEAR)].flatMap((found): Day[] => {
    const year = { start: found.index, end: found.index + 4 }
    if (!free(year)) return []
    const from = Math.max(0, year.start - 32)
    const around = text.slice(from, year.end + 32)
    const near = (range: Range, of: Range) => Math.max(of.start - range.end, range.start - of.end, 0)
    const numbered = /(?:tháng\s)(\d{1,2})/iu.exec(around)
    const words = [...around.matchAll(WORD), ...(numbered === null ? [] : [numbered])]
      .map((word) => ({
        start: from + word.index,
        end: from + word.index + word[0].length,
        word: word[0],
        number: word === numbered ? Number(word[1]) : null,
      }))
      // "AM" belongs to the time of day.
      .filter((word) => free(word) && near(word, year) <= 20)
      .sort((a, b) => near(a, year) - near(b, year))
    const month = nearestMonth(words, language)
    if (month === null) return []
    const [day] = [...around.matchAll(/(?<!\d)\d{1,2}(?!\d)/g)]
      .map((number) => ({
        start: from + number.index,
        end: from + number.index + number[0].length,
        value: Number(number[0]),
      }))
      .filter(
        (one) =>
          one.value >= 1 &&
          one.value <= 31 &&
          free(one) &&
          (one.end <= month.start || one.start >= month.end) &&
          near(one, month) <= 8,
      )
      .sort((a, b) => near(a, month) - near(b, month))
    if (day === undefined) return []
    const thai = Number(found[0]) >= 2400
    return [
      {
        start: Math.min(year.start, month.start, day.start),
        end: Math.max(year.end, month.end, day.end),
        open: true,
        year: Number(found[0]) - (thai ? 543 : 0),
        month: month.month,
        day: day.value,
      },
    ]
  })
}

/**
 * The last date with a time of day in `text`, with its place; null when there is none, when it is relative ("today, 9:00")
 * or when day and month can't be told apart. Without an offset it counts as UTC.
 */
export function localTime(text: string, { order, language, offset }: LocalReading = {}): LocalTime | null {
  if (text.length > 400) return null
  const plain = ascii(text)
  const times = clocks(plain)
  const days = [...ofNumbers(plain, order), ...ofNames(plain, times.at(-1) ?? null, language ?? null)].sort(
    (a, b) => a.start - b.start,
  )
  const day = days.at(-1)
  const clock = times.findLast(
    (one) => day === undefined || day.open === true || one.end <= day.start || one.start >= day.end,
  )
  if (day === undefined || clock === undefined) return null
  const milliseconds = Date.UTC(day.year, day.month - 1, day.day, clock.hours, clock.minutes, clock.seconds)
  const at = new Date(milliseconds)
  if (day.month < 1 || day.month > 12 || at.getUTCDate() !== day.day || at.getUTCMonth() !== day.month - 1) return null
  if (day.year < 1980 || day.year > 2099) return null
  return {
    start: Math.min(day.start, clock.start),
    end: Math.max(day.end, clock.end),
    at: new Date(
      milliseconds - (typeof offset === 'function' ? offset(milliseconds) : (offset ?? 0)) * 60_000,
    ).toISOString(),
  }
}

/** Minutes ahead of UTC. */
const ZONES: Record<string, number> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  IDT: 180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  PST: -480,
  PDT: -420,
  JST: 540,
  KST: 540,
  ICT: 420,
  WIB: 420,
  'ت ع م': 0,
}

/** Minutes the zone of this name is ahead of UTC; null for names that are not known or mean several zones. */
export function zoneOffset(zone: string): number | null {
  const name = zone.replace(/\s+/g, ' ').trim()
  const shift = /^UTC\s?([+\u2212-])\s?(\d{1,2})(?::(\d{2}))?$/.exec(name)
  if (shift !== null) return (shift[1] === '+' ? 1 : -1) * (Number(shift[2]) * 60 + Number(shift[3] ?? 0))
  return ZONES[name] ?? ZONES[name.replace(/(\S)(?=\S)/g, '$1 ')] ?? null
}
