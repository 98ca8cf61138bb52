/** What the last search found on the map, to step through. */
import { computed, signal } from '@preact/signals'
import { moveTo, selected } from './view.ts'

export interface Found {
  query: string
  /** Claims, best first. */
  claims: string[]
}

export const found = signal<Found | null>(null)

/** Place of the claim in hand among those found, from 0; -1 when it is none of them. */
export const foundAt = computed(() => found.value?.claims.indexOf(selected.value ?? '') ?? -1)

/** Selects the next claim found, or the one before; round the ends. */
export function stepFound(step: 1 | -1): void {
  const claims = found.value?.claims ?? []
  const next = claims[(foundAt.value + step + claims.length) % claims.length]
  if (next !== undefined) moveTo(next)
}
