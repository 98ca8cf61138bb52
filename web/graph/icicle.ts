/** An icicle of the argument: one row per depth, blocks as wide as their branch has claims. */
import type { Argument } from './argument.ts'

export interface Block {
  id: string
  /** Left and right edge as share of the whole width. */
  from: number
  to: number
  /** Row, main points at 0. */
  depth: number
}

/** Blocks narrower than this share are left out: nobody could see or press them. */
const NARROWEST = 0.002

export function icicle(argument: Argument, rows: number): Block[] {
  const blocks: Block[] = []
  const lay = (ids: string[], from: number, to: number, depth: number, whole: number): void => {
    let x = from
    for (const id of ids) {
      const node = argument.nodes.get(id)
      if (node === undefined) continue
      const end = x + ((to - from) * node.size) / whole
      if (end - x >= NARROWEST) {
        blocks.push({ id, from: x, to: end, depth })
        if (depth + 1 < rows) lay(node.children, x, end, depth + 1, node.size)
      }
      x = end
    }
  }
  const points = argument.roots.flatMap((id) => {
    const node = argument.nodes.get(id)
    return node === undefined ? [] : node.kind === 'issue' ? node.children : [id]
  })
  const whole = points.reduce((sum, id) => sum + (argument.nodes.get(id)?.size ?? 0), 0)
  if (whole > 0) lay(points, 0, 1, 0, whole)
  return blocks
}
