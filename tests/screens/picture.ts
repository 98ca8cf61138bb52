/**
 * Pictures of screens that can be compared across machines: made smaller, so that a letter drawn a hair differently changes
 * next to nothing, while a box that moved, vanished or changed its colour is still seen.
 */
import { coloursOf, type Colours, pngOfColours } from '../png.ts'

/** Pixels of the screen, across and down, that become one of the picture kept. */
export const SHRINK = 4
/** Pixels of the kept picture that are compared as one. */
const BLOCK = 2
/** Difference of a colour channel, of 255, from which a block counts as another one. */
const OTHER = 28
/** Share of blocks that may be other ones. */
const MOST_OTHER = 0.002

/** A screenshot as it is kept: every square of `SHRINK` pixels is one, its mean colour in 32 steps a channel. */
export function kept(screenshot: Buffer): Buffer {
  const small = shrunk(coloursOf(screenshot), SHRINK)
  small.data.forEach((value, at) => (small.data[at] = value & 0xf8))
  return pngOfColours(small)
}

/** In words, how a kept picture differs from another one of the same screen; null when it does not. */
export function difference(is: Buffer, was: Buffer): string | null {
  const [now, then] = [is, was].map((png) => shrunk(coloursOf(png), BLOCK)) as [Colours, Colours]
  if (now.width !== then.width || now.height !== then.height) return 'the picture has another size'
  const blocks = now.width * now.height
  const others = Array.from({ length: blocks }, (_, at) => at).filter((at) =>
    [0, 1, 2].some((channel) => Math.abs(channelOf(now, at, channel) - channelOf(then, at, channel)) > OTHER),
  )
  if (others.length <= blocks * MOST_OTHER) return null
  const step = BLOCK * SHRINK
  const xs = others.map((at) => (at % now.width) * step)
  const ys = others.map((at) => Math.floor(at / now.width) * step)
  const corner = `from (${Math.min(...xs)}, ${Math.min(...ys)}) to (${Math.max(...xs) + step}, ${Math.max(...ys) + step})`
  return `${((others.length / blocks) * 100).toFixed(2)} % of it looks different, ${corner}`
}

function channelOf(picture: Colours, pixel: number, channel: number): number {
  return picture.data[pixel * 3 + channel] ?? 0
}

/** Squares of `by` pixels become one of their mean colour; an incomplete row or column at the end is left out. */
function shrunk(from: Colours, by: number): Colours {
  const width = Math.floor(from.width / by)
  const height = Math.floor(from.height / by)
  const data = new Uint8Array(width * height * 3)
  const sums = new Uint32Array(width * 3)
  for (let row = 0; row < height; row += 1) {
    sums.fill(0)
    for (let y = row * by; y < (row + 1) * by; y += 1)
      for (let x = 0; x < width * by; x += 1)
        for (let channel = 0; channel < 3; channel += 1) {
          const at = Math.floor(x / by) * 3 + channel
          sums[at] = (sums[at] ?? 0) + (from.data[(y * from.width + x) * 3 + channel] ?? 0)
        }
    sums.forEach((sum, at) => (data[row * width * 3 + at] = Math.round(sum / (by * by))))
  }
  return { width, height, data }
}
