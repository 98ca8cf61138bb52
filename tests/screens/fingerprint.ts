/** What a screen looks like without its words: how light it is, in large squares. It may be kept of screens that show what others wrote. */
import { coloursOf } from '../png.ts'

const ACROSS = 6
const DOWN = 5
/** Other sentences change a square by less than this, of 255; a pane that is gone, or another theme, by more. */
const OTHER = 18

/** Mean lightness of each square, 0 to 255, row by row from the upper left corner. */
export function fingerprint(screenshot: Buffer): number[] {
  const { width, height, data } = coloursOf(screenshot)
  const [wide, high] = [Math.floor(width / ACROSS), Math.floor(height / DOWN)]
  return Array.from({ length: ACROSS * DOWN }, (_, square) => {
    const left = (square % ACROSS) * wide
    const top = Math.floor(square / ACROSS) * high
    let sum = 0
    for (let y = top; y < top + high; y += 1)
      for (let at = (y * width + left) * 3; at < (y * width + left + wide) * 3; at += 1) sum += data[at] ?? 0
    return Math.round(sum / (wide * high * 3))
  })
}

/** Squares that look different, as "row 1, column 2: 240, not 17"; `kept` is the fingerprint to be like. */
export function otherSquares(is: readonly number[], kept: readonly number[]): string[] {
  return is.flatMap((value, at) => {
    const before = kept[at] ?? Number.NaN
    if (Math.abs(value - before) <= OTHER) return []
    return [`row ${Math.floor(at / ACROSS) + 1}, column ${(at % ACROSS) + 1}: ${value}, not ${before}`]
  })
}
