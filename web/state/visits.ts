/** When this browser last saw each debate, for "new since last visit". */
import { lastVisit } from './view.ts'

const KEPT = 'counterpoint.visits'
/** Debates remembered; the oldest visits are forgotten first. */
const MOST = 200

/** Notes a visit now and sets `lastVisit` to the one before. */
export function visited(id: string, now = new Date()): void {
  const visits = read()
  lastVisit.value = visits[id] ?? null
  keep({ ...visits, [id]: now.toISOString() })
}

function keep(visits: Record<string, string>): void {
  const kept = Object.entries(visits)
    .sort(([, a], [, b]) => (a < b ? 1 : -1))
    .slice(0, MOST)
  try {
    localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(kept)))
  } catch {
    // A browser that keeps nothing shows every visit as the first.
  }
}

/** What was written after `at` (ISO 8601) counts as new, on this visit and when the page is loaded again. */
export function newAfter(id: string, at: string): void {
  lastVisit.value = at
  keep({ ...read(), [id]: at })
}

function read(): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(([, at]) => typeof at === 'string')) as Record<string, string>
  } catch {
    return {}
  }
}
