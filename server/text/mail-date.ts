/**
 * Dates of mails as RFC 5322 §3.3 has them and, since archives go back decades, its obsolete forms (§4.3): years of two or
 * three digits, zones by name; also the order of C's `asctime`.
 */
import { zoneOffset } from './local-time.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const WRITTEN =
  /^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]{0,6}[\s.,-]+(\d{2,4}),?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s+(.+))?$/i
const ASCTIME =
  /^[a-z]{3},?\s+([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:([a-z]{1,5})\s+)?(\d{4})(?:\s+(.+))?$/i

/** Minutes ahead of UTC; null where the zone is not told or means several. */
function offsetOf(zone: string | undefined): number | null {
  const bare = (zone ?? '')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/["\s]+/g, ' ')
    .trim()
  const shift = /^([+-])(\d{2}):?(\d{2})\b/.exec(bare)
  if (shift !== null) return (shift[1] === '+' ? 1 : -1) * (Number(shift[2]) * 60 + Number(shift[3]))
  if (/^(?:GMT|UTC?|Z)\b/i.test(bare)) return 0
  const summer = /^ME(S?)T\b/i.exec(bare)?.[1]
  if (summer !== undefined) return summer === '' ? 60 : 120
  return bare === '' ? null : zoneOffset(bare.split(' ')[0]?.toUpperCase() ?? '')
}

function fullYear(year: string): number {
  const value = Number(year)
  if (year.length === 2) return value < 50 ? 2000 + value : 1900 + value
  return year.length === 3 ? 1900 + value : value
}

function iso(month: string, [year, day, hour, minute, second]: number[], zone: string | undefined): string | null {
  const nth = MONTHS.indexOf(month.toLowerCase())
  const offset = offsetOf(zone)
  if (nth < 0 || offset === null) return null
  const at = Date.UTC(year ?? 0, nth, day ?? 0, hour ?? 0, (minute ?? 0) - offset, second ?? 0)
  const whole = Number.isFinite(at) && at >= Date.UTC(1980, 0, 1) && at < Date.UTC(2100, 0, 1)
  return whole ? new Date(at).toISOString() : null
}

/** The instant in UTC (ISO 8601), or null: without a zone a date is no instant. */
export function mailDate(value: string | undefined): string | null {
  const words = (value ?? '').slice(0, 200).trim()
  const written = WRITTEN.exec(words)
  if (written !== null) {
    const [, day, month = '', year = '', hour, minute, second, zone] = written
    return iso(month, [fullYear(year), ...[day, hour, minute, second ?? 0].map(Number)], zone)
  }
  const [, month = '', day, hour, minute, second, name, year, zone] = ASCTIME.exec(words) ?? []
  if (day === undefined) return null
  return iso(month, [year, day, hour, minute, second ?? 0].map(Number), zone ?? name)
}
