/** Which cards of the map are grey: with a filter on those that do not pass it, after a search those not found. */
import type { Scene } from '../graph/scene.ts'
import { found } from './found.ts'
import { passing } from './view.ts'

/** Ids of the grey cards; the issue never is. */
export function greyOf(now: Scene): Set<string> {
  const pass = passing.value?.passing
  const hits = found.value === null ? undefined : new Set(found.value.claims)
  if (pass === undefined && hits === undefined) return new Set()
  const grey = now.cards.filter(
    ({ id, seen }) => seen.node.kind !== 'issue' && (pass?.has(id) === false || hits?.has(id) === false),
  )
  return new Set(grey.map((card) => card.id))
}
