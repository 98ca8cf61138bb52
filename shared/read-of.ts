/** How much of a post was read. */
import type { Fate } from './findings.ts'

/** Not at all, in part or by another analyser than was meant (which its reason tells), whole. */
export function readOf({ fate, why }: Fate): 'not' | 'part' | 'whole' {
  if (fate === 'failed' || fate === 'declined') return 'not'
  return fate === 'mapped' && why !== '' ? 'part' : 'whole'
}
