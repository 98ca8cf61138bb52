/** What is known of a source somebody had checked, in words: that it can be read, and whether the words quoted from it stand there. Nothing more. */
import type { Debate } from '../../shared/debate.ts'
import type { CheckedSource } from '../../shared/sources.ts'
import { cut } from './plain.ts'

export type Checks = ReadonlyMap<string, CheckedSource>

export function checksOf(sources: CheckedSource[]): Checks {
  return new Map(sources.map((source) => [source.url, source]))
}

/** Those a debate, or what is left of it, cites. */
export function citedBy(debate: Debate, sources: CheckedSource[]): CheckedSource[] {
  const cited = new Set(debate.claims.flatMap(({ sourceUrls }) => sourceUrls))
  return sources.filter(({ url }) => cited.has(url))
}

/** `as` writes what the page says of itself, which is not ours, in the format at hand. */
export function verdict(source: CheckedSource | undefined, as: (text: string) => string): string {
  if (source === undefined) return 'not checked'
  const what = { read: 'can be read', 'not read': 'could not be read', 'not reached': 'not reachable' }[source.state]
  const about = [source.title, source.date].filter((part) => part !== null).map((part) => as(cut(part, 100)))
  const words = { found: 'found in the source', 'not found': 'not found', 'not read': 'could not be looked for' }
  const quotes = source.quotes.map(({ result }) => `quoted words ${words[result]}`)
  return [[what, ...about].join(', '), ...new Set(quotes)].join('; ')
}
