/** How words are spaced on the map, by the page's styles or the reader's own. */
import { createMeasure, spacingAt } from '../graph/measure.ts'
import { measure } from '../state/scene.ts'

/** The spacing `measure` was made for. */
export let measured = ''

/** Measures words as they are set in `probe`, and anew when the reader's own styles set them otherwise. */
export function measureLike(probe: Element): () => void {
  const look = (): void => {
    // Taken off the page, it has no style any more.
    if (!probe.isConnected) return
    const spacing = spacingAt(probe)
    const now = JSON.stringify(spacing)
    if (now === measured) return
    measured = now
    measure.value = createMeasure(spacing)
  }
  look()
  const resized = new ResizeObserver(look)
  resized.observe(probe)
  return () => resized.disconnect()
}
