/** What of the threads was not read. */
import { computed } from '@preact/signals'
import type { Completeness } from '../../shared/thread.ts'
import { debate } from './debate.ts'

/** Posts read and announced, and why the rest was not; `expected` is null where a site announces none, or no more than was read. */
export interface Lacking {
  got: number
  expected: number | null
  why: string[]
}

/** Of all threads of the debate on the page together; null where nothing is known to be missing. */
export const lacking = computed<Lacking | null>(() =>
  lackingOf(debate.value?.threads.map((thread) => thread.completeness) ?? []),
)

export function lackingOf(read: Completeness[]): Lacking | null {
  const why = [...new Set(read.flatMap(({ missing }) => missing.map((one) => one.why)))]
  if (why.length === 0) return null
  const got = read.reduce((sum, one) => sum + one.got, 0)
  const expected = read.reduce((sum, one) => sum + Math.max(one.got, one.expected ?? 0), 0)
  return { got, expected: expected > got ? expected : null, why }
}
