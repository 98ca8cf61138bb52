/** What of a debate's threads was not read. */
import type { Completeness } from './thread.ts'

/** Posts read and announced, and why the rest was not; `expected` is null where a site announces none, or no more than was read. */
export interface Lacking {
  got: number
  expected: number | null
  why: string[]
}

/** Of all threads of a debate together; null where nothing is known to be missing. */
export function lackingOf(read: Completeness[]): Lacking | null {
  const why = [...new Set(read.flatMap(({ missing }) => missing.map((one) => one.why)))]
  if (why.length === 0) return null
  const got = read.reduce((sum, one) => sum + one.got, 0)
  const expected = read.reduce((sum, one) => sum + Math.max(one.got, one.expected ?? 0), 0)
  return { got, expected: expected > got ? expected : null, why }
}
