/**
 * A tidy tree from left to right: every depth is a column, siblings never overlap, and branches move up as far as the
 * lower contours of what is above them allow (after Reingold and Tilford 1981, "Tidier Drawings of Trees", with heights
 * of their own for every node). Replies stand around the middle of what they answer, but never above its first sibling, and
 * what they answer is moved down only when they are: so columns stay dense and a screen holds as many cards as it can.
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
  /** Its replies stand as high as there is room, not around its middle. */
  high?: boolean
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
  for (const [at, box] of boxes.entries()) {
    const below = stacked(box.children, depth + 1, gaps)
    const own = at === 0 ? 0 : (whole.bottom[0] as number) + gaps.row + (box.gap ?? 0)
    const free = whole.bottom.slice(1, below.bottom.length + 1).map((edge) => edge + gaps.branch)
    const around = own + (box.height - Math.max(0, ...below.bottom)) / 2
    const replies = Math.max(0, ...free, box.high === true ? 0 : Math.min(own, around))
    const y = below.bottom.length === 0 ? own : Math.max(own, replies)
    whole.ys.push([box, y, depth])
    for (const [child, childY, childDepth] of below.ys) whole.ys.push([child, childY + replies, childDepth])
    for (const [down, edge] of [y + box.height, ...below.bottom.map((edge) => edge + replies)].entries()) {
      whole.bottom[down] = edge
    }
  }
  return whole
}
