import type { DebateEntry } from '../../shared/api.ts'

/** The `most` debates to show first: the newest, those that came to nothing only where there are no others. */
export function recentOf(newestFirst: readonly DebateEntry[], most: number): DebateEntry[] {
  const failed = newestFirst.filter(({ status }) => status === 'failed')
  const others = newestFirst.filter(({ status }) => status !== 'failed')
  return [...others, ...failed].slice(0, most)
}
