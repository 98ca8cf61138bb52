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

/** Siblings with what hangs on them: where each stands from the top of the first, and their lower edges at every depth. */
interface Stack {
  boxes: Box[]
  ys: number[]
  /** Replies of each, and how far down their first stands. */
  below: { stack: Stack; y: number }[]
  bottom: number[]
}

/** Places of all boxes; the column of `roots` starts at x = 0 and the first box at y = 0. */
export function tidy(roots: Box[], gaps: Gaps): Placed[] {
  const placed: Placed[] = []
  const place = ({ boxes, ys, below }: Stack, x: number, y: number): void => {
    for (const [at, { id, width, height, indent = 0 }] of boxes.entries()) {
      placed.push({ id, x: x + indent, y: y + (ys[at] as number), width, height })
      const replies = below[at] as Stack['below'][0]
      if (replies.stack.boxes.length > 0) place(replies.stack, x + gaps.column + gaps.columnGap, y + replies.y)
    }
  }
  place(stacked(roots, gaps), 0, 0)
  return placed
}

/** Siblings with their branches below each other, each as high as the lower edges above it allow. */
function stacked(boxes: Box[], gaps: Gaps): Stack {
  const whole: Stack = { boxes, ys: [], below: [], bottom: [] }
  const { bottom } = whole
  for (const [at, box] of boxes.entries()) {
    const stack = stacked(box.children, gaps)
    const own = at === 0 ? 0 : (bottom[0] as number) + gaps.row + (box.gap ?? 0)
    let [free, tallest] = [0, 0]
    for (const [down, edge] of stack.bottom.entries()) {
      free = Math.max(free, (bottom[down + 1] ?? Number.NEGATIVE_INFINITY) + gaps.branch)
      tallest = Math.max(tallest, edge)
    }
    const around = own + (box.height - tallest) / 2
    const replies = Math.max(free, box.high === true ? 0 : Math.min(own, around))
    const y = stack.bottom.length === 0 ? own : Math.max(own, replies)
    whole.ys.push(y)
    whole.below.push({ stack, y: replies })
    bottom[0] = y + box.height
    for (const [down, edge] of stack.bottom.entries()) bottom[down + 1] = edge + replies
  }
  return whole
}
