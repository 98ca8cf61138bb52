/** The interface's words in the language chosen, and times and names put into words. */
import { computed } from '@preact/signals'
import type { RoughTime } from '../../shared/thread.ts'
import { settings } from '../state/settings.ts'
import { de } from './de.ts'
import { en, type Words } from './en.ts'

const TABLES: Record<string, Words> = { en, de }

/** Codes and names of the languages there are. */
export const LANGUAGES = Object.entries(TABLES).map(([code, table]) => ({ code, name: table.language }))

export const words = computed<Words>(() => TABLES[settings.value.language] ?? en)

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** "3 days ago"; the exact time belongs beside it, see `exactTime`. */
export function relativeTime(iso: string, now = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000
  const unit = UNITS.find(([, length]) => Math.abs(seconds) >= length)
  if (unit === undefined) return words.value.time.now
  const format = new Intl.RelativeTimeFormat(words.value.locale, { numeric: 'auto' })
  return format.format(Math.round(seconds / unit[1]), unit[0])
}

/** Day and time in the reader's time zone. */
export function exactTime(iso: string): string {
  return new Intl.DateTimeFormat(words.value.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
}

/** A time known only roughly, as coarse as it is known: the year, the month, the day, or the day with its hour. */
export function roughTime({ at, within }: RoughTime): string {
  const days = within / 86_400
  const form: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(days < 300 ? { month: 'short' } : {}),
    ...(days < 20 ? { day: 'numeric' } : {}),
    ...(days < 0.25 ? { hour: '2-digit', minute: '2-digit' } : {}),
  }
  return new Intl.DateTimeFormat(words.value.locale, form).format(new Date(at))
}

/** Day and month, with the year where it is not this one. */
export function shortTime(iso: string, now = new Date()): string {
  const then = new Date(iso)
  const year: Intl.DateTimeFormatOptions = then.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }
  const form: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...year,
  }
  return new Intl.DateTimeFormat(words.value.locale, form).format(then)
}
