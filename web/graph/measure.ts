/** Widths of words as the browser sets them, each measured once. */
import type { Measure } from './card.ts'

export function createMeasure(): Measure {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  const known = new Map<string, Map<string, number>>()
  return (text, font) => {
    let widths = known.get(font)
    if (widths === undefined) known.set(font, (widths = new Map()))
    let width = widths.get(text)
    if (width === undefined && context !== null) {
      context.font = font
      widths.set(text, (width = context.measureText(text).width))
    }
    return width ?? text.length * 7
  }
}
