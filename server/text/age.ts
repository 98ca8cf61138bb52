/** How long ago something was written, as pages say it ("3 hours ago", "vor 2 Tagen", "2d", "gestern, 14:05"), as a time. */
import type { RoughTime } from '../../shared/thread.ts'
import { localTime } from './local-time.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY
/** Mean lengths of the Gregorian calendar. */
const MONTH = 2_629_746
const YEAR = 12 * MONTH

/** Units in English, German, French, Spanish, Italian, Portuguese and Dutch, in full and as sites shorten them. */
const UNITS: [seconds: number, names: string][] = [
  [1, 's secs? seconds? sek sekunden? secondes? segundos? second[oi] seconden'],
  [MINUTE, 'm mins? minutes? minuten? minuut minutos? minut[oi]'],
  [HOUR, 'h hrs? hours? std stunden? heures? horas? or[ea] u uur uren'],
  [DAY, 'd days? tg tage?n? jours? d[ií]as? giorn[oi] gg dag dagen'],
  [WEEK, 'w wks? weeks? wo wochen? sem semaines? semanas? sett settiman[ae] week weken'],
  [MONTH, 'mos? mon months? monate?n? mois mes meses mes[ei] m[eê]s maand(?:en)?'],
  [YEAR, 'y yrs? years? jr jahre?n? ans? ann[ée]es? años? anos? ann[oi] jaar jaren'],
]

const NAMES = UNITS.map(([, names]) => names.split(' ').join('|'))
const UNIT = `(?:${NAMES.join('|')})`
const KNOWN = NAMES.map((names) => new RegExp(`^(?:${names})$`, 'iu'))
const ONE = 'an?|one|einer|einem|eine|ein|une|una|uno|un|uma|um|een'
const BEFORE = String.raw`vor|il y a|hace|há`
const AFTER = 'ago|fa|atrás|geleden'

const SAID = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:${BEFORE}) (${ONE}|\d{1,4}) ?(${UNIT})|(${ONE}|\d{1,4}) ?(${UNIT})\.? (?:${AFTER}))(?![\p{L}\p{N}])`,
  'iu',
)
/** A number and a unit mean an age only where nothing else stands on the line. */
const SHORT = new RegExp(String.raw`^(\d{1,3}) ?(${UNIT})\.?$`, 'iu')
const NOW = /^(?:just now|now|gerade eben|jetzt|à l['’]instant|ahora(?: mismo)?|adesso|agora(?: mesmo)?|zojuist)$/i
const CLOCK = String.raw`,? (?:- )?(?:at |um |à |a las |alle |às |om |o |в |kl\.? )?(\d{1,2})[:.h](\d{2})(?::\d{2})?(?: ?([ap])\.?m\.?| Uhr)?`
const TODAYS =
  "today|heute|aujourd['’]hui|hoy|oggi|hoje|vandaag|dziś|dzisiaj|сегодня|сьогодні|днес|i ?dag|dnes|bugün|tänään|σήμερα|azi|astăzi|今天|今日|오늘"
const YESTERDAYS =
  'yesterday|gestern|hier|ayer|ieri|ontem|gisteren|wczoraj|вчера|вчора|i ?går|včera|dün|eilen|χθες|tegnap|昨天|昨日|어제'
/** Alone on the line; among other words only with a time of day, as "hier" is no day in German. */
const onDay = (days: string) =>
  new RegExp(String.raw`^(?:${days})(?:${CLOCK})?$|(?<![\p{L}\p{N}])(?:${days})${CLOCK}(?![\d:])`, 'iu')
const TODAY = onDay(TODAYS)
const YESTERDAY = onDay(YESTERDAYS)
/** Zones reach from twelve hours behind UTC to fourteen ahead. */
const ANY_ZONE = 14 * HOUR

function secondsIn(unit: string): number {
  return UNITS[KNOWN.findIndex((known) => known.test(unit))]?.[0] ?? 0
}

/**
 * The age that stands in a line of `said` (or between its dots and bars), counted back from `now` (milliseconds); null where none does. Sites round and
 * cut off, so the time may be a unit off either way. A time of day is that of an unknown zone, taken as UTC.
 */
export function ageIn(said: string, now: number): RoughTime | null {
  for (const part of said.split(/[\n·•|—[\]]/)) {
    const line = part
      .replace(/[\s\u00A0\u202F]+/g, ' ')
      .replace(/\s*[(（][^()（）]{0,24}[)）] ?$/u, '')
      .trim()
    const found = line.length > 200 ? null : (fromUnits(line, now) ?? fromDays(line, now))
    if (found !== null) return found
  }
  return null
}

/** Whether `words` are an age and nothing else. */
export function isAge(words: string): boolean {
  if (words.length > 40) return false
  return SHORT.test(words) || NOW.test(words) || SAID.exec(words)?.[0].length === words.length
}

function fromUnits(line: string, now: number): RoughTime | null {
  if (NOW.test(line)) return rough(now, 0, MINUTE)
  const found = SHORT.exec(line) ?? SAID.exec(line)
  if (found === null) return null
  const count = found[1] ?? found[3] ?? ''
  const seconds = secondsIn(found[2] ?? found[4] ?? '')
  return seconds === 0 ? null : rough(now, (/\d/.test(count) ? Number(count) : 1) * seconds, Math.max(seconds, MINUTE))
}

interface DayTold {
  daysAgo: 0 | 1
  /** Seconds since midnight; null where no time of day is told. */
  clock: number | null
}

function dayTold(line: string): DayTold | null {
  const yesterday = YESTERDAY.exec(line)
  const found = yesterday ?? TODAY.exec(line)
  if (found === null) return null
  const daysAgo = yesterday === null ? 0 : 1
  const [hours, minutes, half] = found[1] === undefined ? found.slice(4) : found.slice(1)
  if (hours === undefined) return { daysAgo, clock: null }
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return { daysAgo, clock: hour * HOUR + Number(minutes) * MINUTE }
}

function fromDays(line: string, now: number): RoughTime | null {
  const told = dayTold(line)
  if (told === null) return null
  const { daysAgo, clock } = told
  if (clock === null) return daysAgo === 0 ? rough(now, DAY / 2, DAY / 2) : rough(now, DAY, DAY)
  const midnight = (Math.floor(now / (DAY * 1000)) - daysAgo) * DAY
  return rough(now, now / 1000 - Math.min(now / 1000, midnight + clock), ANY_ZONE)
}

/** The time a line of `said` tells by the day before or the same one ("Yesterday, 9:10 PM"), on the clock that shows `now` (milliseconds, as if it were UTC). */
export function onDayIn(said: string, now: number): number | null {
  for (const line of said.split('\n')) {
    const told = line.length > 200 ? null : dayTold(line.trim())
    if (told === null || told.clock === null) continue
    return ((Math.floor(now / (DAY * 1000)) - told.daysAgo) * DAY + told.clock) * 1000
  }
  return null
}

/** Nothing that is read was written before the web was. */
const EARLIEST = Date.UTC(1990, 0, 1)

/** A date of an unknown zone, with its time of day or without; `order` is that of the day and the month in dates of numbers, where it is known. */
export function dateIn(said: string, order: 'day' | 'month' | null = null): RoughTime | null {
  for (const line of said.split(/[\n·•|—[\]]/)) {
    if (line.length > 60 || !/\d{4}/.test(line)) continue
    const whole = localTime(line, { order })
    if (whole !== null) return { at: whole.at, within: ANY_ZONE }
    const day = localTime(`${line.trim()} 12:00`, { order })
    if (day !== null) return { at: day.at, within: DAY / 2 + ANY_ZONE }
  }
  return null
}

function rough(now: number, secondsAgo: number, within: number): RoughTime | null {
  const at = now - secondsAgo * 1000
  return at < EARLIEST ? null : { at: new Date(at).toISOString(), within }
}
