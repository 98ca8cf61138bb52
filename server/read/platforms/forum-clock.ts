/** What a forum's page tells of the time it was drawn at: the day that "yesterday" counts from, and the zone of its clock. */
import type { Element } from 'domhandler'
import { instant } from '../../text/instant.ts'
import { type LocalReading, localTime } from '../../text/local-time.ts'
import { type StatedZone, zoneAhead } from '../../text/stated-zone.ts'
import { textIn } from '../page.ts'
import { allNamed } from '../select.ts'

export interface PageClock {
  /** What the forum's own clock showed, as if it were UTC, in milliseconds. */
  local: number
  /** The same time in UTC, where the page marks it for programs. */
  at: number | null
}

const MINUTE = 60_000
/** Zones differ by quarters of an hour. */
const STEP = 15 * MINUTE
/** A page may have been kept for a while before it was handed out. */
const SLACK = 5 * MINUTE
const FARTHEST = 14 * 60

/** The page's clock, in the first of the elements named `selector` that holds a whole date. */
export function clockIn(outside: Element[], selector: string | undefined, reading: LocalReading): PageClock | null {
  if (selector === undefined) return null
  for (const element of allNamed(outside, selector).slice(0, 20)) {
    const found = localTime(textIn(element) ?? '', reading)
    if (found === null) continue
    const at = element.name === 'time' ? instant(element.attribs.datetime) : null
    return { local: Date.parse(found.at), at: at === null ? null : Date.parse(at) }
  }
  return null
}

/** The zone in which the clock shows what it does, where the page or whoever fetched it knows what time it was. */
export function zoneOfClock(clock: PageClock | null, readAt: string | null): StatedZone | null {
  const at = clock?.at ?? (readAt === null ? null : Date.parse(readAt))
  if (clock === null || at === null) return null
  const ahead = Math.round((clock.local - at) / STEP) * STEP
  const offset = ahead / MINUTE
  return Math.abs(clock.local - at - ahead) > SLACK || Math.abs(offset) > FARTHEST ? null : zoneAhead(offset)
}
