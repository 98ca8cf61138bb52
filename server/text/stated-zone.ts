/**
 * The zone words about times name: "All times are GMT -5", "Alle Zeiten sind UTC + 1 Stunde [ Sommerzeit ]", "Часовой пояс:
 * UTC+03:00". Named zones are those of the IANA time zone database, with its rules for summer time.
 */
import { zoneOffset } from './local-time.ts'

export interface StatedZone {
  /** As the database names it, or "UTC+01:00". */
  name: string
  /** Minutes ahead of UTC; where summer time changes them, by the local time in milliseconds. */
  offset: number | ((local: number) => number)
}

/** Words for times, clocks and zones, at least their beginnings. */
const TIMES = String.raw`(?<!\p{L})(?:times?|timezone|alle zeit|zeit|uhrzeit|heures?|fuseau|horaires?|horari|horário|horas?|huso|franja|fuso|orari|ora|tijd|tider|tidszone|klokkeslett|čas|czas|stref|idő|aja[tn]|saat|zaman|ώρες|врем|пояс|час|时间|時間|时区|時區)`
const BASE = 'UTC|GMT|WEZ|MGZ|TU'
const SHIFT = String.raw`\s?([+\u2212\u2013-])\s?(\d{1,2})(?::(\d{2})|[.,](\d{1,2}))?`
const ABOUT_TIMES = new RegExp(String.raw`${TIMES}[^.\d\n]{0,40}$`, 'iu')
/** Abbreviations of zones are written in capitals. */
const CAPITALS = /(?<![\p{L}\d+-])[A-Z]{2,4}(?!\p{L})/gu
/** Discuz! sets its zone before its own clock. */
const OWN_CLOCK = new RegExp(String.raw`^\W{0,3}(?:UTC|GMT)${SHIFT},\s?\d{4}-\d`)
const FROM_UTC = new RegExp(
  String.raw`^(?:${BASE})(?![A-Za-z])(?:${SHIFT})?(?:\s?\p{L}{1,12})?(\s?\[\s?\p{L}[^[\]]{1,30}\])?`,
  'u',
)
const SHORT = /^(?!UTC|GMT)[A-Z]{3,4}(?![A-Za-z])/

const FARTHEST = 14 * 60

function fromUtc(words: string): number | null {
  const found = FROM_UTC.exec(words)
  if (found === null) return null
  const [, sign, hours, minutes, fraction, summer] = found
  const part = fraction === undefined ? Number(minutes ?? 0) : Number(`0.${fraction}`) * 60
  const shift = (sign === undefined || sign === '+' ? 1 : -1) * (Number(hours ?? 0) * 60 + part)
  // phpBB 3.0 names the offset without summer time, and that it is on in brackets behind it.
  const offset = shift + (summer === undefined ? 0 : 60)
  return Number.isInteger(offset) && Math.abs(offset) <= FARTHEST ? offset : null
}

/** Minutes ahead of UTC of the zone `words` begin with; null where they begin with none. */
export function offsetAhead(words: string): number | null {
  return fromUtc(words) ?? zoneOffset(SHORT.exec(words)?.[0] ?? '')
}

const pad = (value: number) => String(value).padStart(2, '0')

function nameOf(offset: number): string {
  const size = Math.abs(offset)
  return offset === 0 ? 'UTC' : `UTC${offset < 0 ? '\u2212' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

/** Regions as other languages write them: what follows them is mostly the same. */
const REGIONS: Record<string, string> = {
  europa: 'Europe',
  amerika: 'America',
  américa: 'America',
  amérique: 'America',
  asien: 'Asia',
  asie: 'Asia',
  afrika: 'Africa',
  afrique: 'Africa',
  australien: 'Australia',
}

/** The zone `offset` minutes ahead of UTC. */
export const zoneAhead = (offset: number): StatedZone => ({ name: nameOf(offset), offset })

const formats = new Map<string, Intl.DateTimeFormat | null>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const before = formats.get(zone)
  if (before !== undefined) return before
  let format: Intl.DateTimeFormat | null = null
  try {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch {
    // The database does not know it.
  }
  if (formats.size < 500) formats.set(zone, format)
  return format
}

/** A zone by its name in the database; null for names it does not know. */
function named(name: string): StatedZone | null {
  const [region = '', ...places] = name.trim().split('/')
  if (places.length === 0 || name.length > 60) return null
  const zone = [REGIONS[region.toLowerCase()] ?? region, ...places].join('/').replace(/ /g, '_')
  const format = formatOf(zone)
  if (format === null) return null
  const ahead = (at: number) => {
    const said = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
    return fromUtc(said) ?? 0
  }
  return { name: zone, offset: (local) => ahead(local - ahead(local) * 60_000) }
}

/** `name` is what an element says beside its words ("Europe/Berlin"): it tells more than the offset of the day. */
export function statedZone(words: string, name: string | null = null): StatedZone | null {
  for (const { index } of words.matchAll(CAPITALS)) {
    const before = words.slice(Math.max(0, index - 60), index)
    if (!ABOUT_TIMES.test(before) && !OWN_CLOCK.test(words)) continue
    const offset = offsetAhead(words.slice(index))
    if (offset !== null) return (name === null ? null : named(name)) ?? zoneAhead(offset)
  }
  return null
}
