/** What the pointer rests on in the map, told in full beside it. */
import { signal } from '@preact/signals'

export interface Hovered {
  /** A claim's card, the link that places a claim, or a link across the tree. */
  kind: 'claim' | 'placing' | 'link'
  /** Id of the claim, or of the link across. */
  id: string
  /** What it is told about, in pixels of the map. */
  box: { x: number; y: number; width: number; height: number }
}

export const hovered = signal<Hovered | null>(null)

/** Stays when the pointer leaves. */
export const pinned = signal(false)

export function closeHover(): void {
  hovered.value = null
  pinned.value = false
}
