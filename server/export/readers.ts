/** Which analyser read how many posts. */
import type { Fate } from '../../shared/findings.ts'

const NAMES: Record<string, string> = { model: 'the model', embedded: 'the built-in analyser' }

/** "11 of 12 posts were read by the built-in analyser, because …", for each analyser; empty when one of them read every post. */
export function readers(fates: readonly Fate[]): string[] {
  const read = fates.filter(({ by, fate }) => by !== null && fate !== 'failed')
  const names = [...new Set(read.flatMap(({ by }) => by ?? []))]
  if (names.length < 2) return []
  return names.map((name) => {
    const own = read.filter(({ by }) => by === name)
    return `${own.length} of ${read.length} posts were read by ${NAMES[name] ?? name}${because(own)}`
  })
}

/** A mapped post has a reason only when another analyser was meant to read it. */
function because(own: readonly Fate[]): string {
  const reasons = own.flatMap(({ fate, why }) => (fate === 'mapped' && why !== '' ? [why.replace(/;.*$/s, '')] : []))
  return reasons.length === 0 ? '' : `, because ${[...new Set(reasons)].slice(0, 3).join(', or ')}`
}
