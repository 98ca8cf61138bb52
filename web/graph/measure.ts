/** Widths of words as the browser sets them, each measured once. */
import { LINE, type Measure } from './card.ts'

/** How a reader wants text on cards set: widths as shares of the letters' height, the line in pixels. */
export interface Spacing {
  letter: number
  word: number
  line: number
}

/** The spacing in force where `probe` stands, which is set like the words of a card. */
export function spacingAt(probe: Element): Spacing {
  const { fontSize, letterSpacing, wordSpacing, lineHeight } = getComputedStyle(probe)
  const share = (length: string): number => (Number.parseFloat(length) || 0) / Number.parseFloat(fontSize)
  return { letter: share(letterSpacing), word: share(wordSpacing), line: Number.parseFloat(lineHeight) || LINE }
}

export function createMeasure({ letter, word, line }: Spacing): Measure {
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  const known = new Map<string, Map<string, number>>()
  const spaced = (text: string, font: string): number => {
    const size = Number(/([\d.]+)px/.exec(font)?.[1])
    const spaces = text.split(' ').length - 1
    return (text.length * letter + spaces * word) * size
  }
  const width = (text: string, font: string): number => {
    let widths = known.get(font)
    if (widths === undefined) known.set(font, (widths = new Map()))
    let wide = widths.get(text)
    if (wide === undefined && context !== null) {
      context.font = font
      widths.set(text, (wide = context.measureText(text).width + spaced(text, font)))
    }
    return wide ?? text.length * 7
  }
  return Object.assign(width, { line })
}
