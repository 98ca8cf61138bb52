/** Points in time as platforms write them, as ISO 8601 in UTC. */

const EARLIEST = Date.UTC(1980, 0, 1)
const LATEST = Date.UTC(2100, 0, 1)

function iso(milliseconds: number): string | null {
  return milliseconds >= EARLIEST && milliseconds < LATEST ? new Date(milliseconds).toISOString() : null
}

/** A number counts seconds, or milliseconds when too large for that. Before 1980 and after 2100 nothing was posted. */
function fromNumber(value: number): string | null {
  return iso(value > 1e11 ? value : value * 1000)
}

const STAMP = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/
/** Nothing to mend before it is parsed. */
const WHOLE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z$/
const ZONE = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i

/** An exact time, else null: relative and localised times ("3 hours ago", "Gestern") are no exact times. Without a zone, UTC. */
export function instant(value: unknown): string | null {
  if (typeof value === 'number') return fromNumber(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (/^\d{9,14}(\.\d+)?$/.test(text)) return fromNumber(Number(text))
  if (WHOLE.test(text)) return iso(Date.parse(text))
  if (STAMP.test(text)) {
    const stamp = text
      .replace(' ', 'T')
      .replace(/ ?(UTC|GMT)$/i, 'Z')
      .replace(/(\.\d{3})\d+/, '$1')
      .replace(/ (?=[+-]\d{2}:?\d{2}$)/, '')
    return iso(Date.parse(ZONE.test(stamp) ? stamp : `${stamp}Z`))
  }
  // As X writes it: "Sun May 03 10:12:00 +0000 2026".
  const x = /^[A-Z][a-z]{2} ([A-Z][a-z]{2} \d{2}) (\d{2}:\d{2}:\d{2} [+-]\d{4}) (\d{4})$/.exec(text)
  if (x !== null) return iso(Date.parse(`${x[1]} ${x[3]} ${x[2]}`))
  // RFC 5322 dates, as in mail and RSS: only with a zone, so that the machine's own zone never matters.
  if (
    /\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}/.test(text) &&
    /(?:GMT|UTC?|[+-]\d{4}|[A-Z]{3})(?: \(.*\))?$/.test(text)
  ) {
    return iso(Date.parse(text.replace(/ \(.*\)$/, '')))
  }
  return null
}

/** A day alone (ISO 8601, "2026-05-01") as its beginning in UTC, else null: for formats that allow a day for a time. */
export function beginningOf(day: unknown): string | null {
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day.trim())) return null
  const begins = instant(`${day.trim()}T00:00Z`)
  // 30 February is no day, though it parses as one in March.
  return begins?.startsWith(day.trim()) === true ? begins : null
}
