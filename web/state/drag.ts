/** A claim's card dragged onto another, and what is asked when it is let go there. */
import { signal } from '@preact/signals'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

interface Drag {
  claim: string
  /** Where the pointer is, in pixels of the map. */
  x: number
  y: number
  /** The claim it would be let go on, with its place in pixels of the map. */
  over: { id: string; box: Box } | null
}

export const drag = signal<Drag | null>(null)

/** Waits for the reader to say what the claim is to the one it was dropped on. */
export const offer = signal<{ claim: string; into: string; box: Box } | null>(null)
