/**
 * A tidy tree from left to right: every depth is a column, siblings never overlap, a parent stands level with its first
 * child, and branches move up as far as the lower contours of what is above them allow (after Reingold and Tilford 1981,
 * "Tidier Drawings of Trees", with heights of their own for every node). Standing level instead of in the middle keeps
 * the first column dense: siblings without open replies fill the room beside the replies of the one above them.
 */

/** A node to be placed; sizes in pixels. */
export interface Box {
  id: string
  width: number
  height: number
  /** Extra distance from the left edge of its column. */
  indent?: number
  /** Extra distance from the sibling above. */
  gap?: number
  children: Box[]
}

export interface Placed {
  id: string
  /** Left upper corner. */
  x: number
  y: number
  width: number
  height: number
}

export interface Gaps {
  /** Width of a column and distance to the next one. */
  column: number
  columnGap: number
  /** Between siblings, and between the last child of one parent and the first of the next. */
  row: number
  branch: number
}

/** A laid-out branch: y of each node relative to the top of its root, and its lower edge at every depth. */
interface Branch {
  ys: [box: Box, y: number, depth: number][]
  bottom: number[]
}

/** Places of all boxes; the column of `roots` starts at x = 0 and the first box at y = 0. */
export function tidy(roots: Box[], gaps: Gaps): Placed[] {
  return stacked(roots, 0, gaps).ys.map(([box, y, depth]) => ({
    id: box.id,
    x: depth * (gaps.column + gaps.columnGap) + (box.indent ?? 0),
    y,
    width: box.width,
    height: box.height,
  }))
}

/** Siblings with their branches below each other, each as high as the lower edges above it allow. */
function stacked(boxes: Box[], depth: number, gaps: Gaps): Branch {
  const whole: Branch = { ys: [], bottom: [] }
  for (const box of boxes) {
    const below = stacked(box.children, depth + 1, gaps)
    const bottom = [box.height, ...below.bottom]
    let shift = 0
    for (let at = 0; at < Math.min(bottom.length, whole.bottom.length); at += 1) {
      const gap = (at === 0 ? gaps.row : gaps.branch) + (box.gap ?? 0)
      shift = Math.max(shift, (whole.bottom[at] as number) + gap)
    }
    whole.ys.push([box, shift, depth])
    for (const [child, y, at] of below.ys) whole.ys.push([child, y + shift, at])
    bottom.forEach((edge, at) => {
      whole.bottom[at] = edge + shift
    })
  }
  return whole
}
