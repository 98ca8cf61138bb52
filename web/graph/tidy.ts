/**
 * A tidy tree from left to right: every depth is a column, siblings never overlap, a parent stands at the middle of its
 * children, and branches move up as far as the contours of what is above them allow (Reingold and Tilford 1981, "Tidier
 * Drawings of Trees", with heights of their own for every node).
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

/** A laid-out branch: y of each node relative to the branch, and its upper and lower edge at every depth. */
interface Branch {
  ys: [Box, number, number][]
  top: number[]
  bottom: number[]
  /** Middle of the branch's own root. */
  middle: number
}

/** Places of all boxes; the column of `roots` starts at x = 0 and the highest box at y = 0. */
export function tidy(roots: Box[], gaps: Gaps): Placed[] {
  const forest = stacked(
    roots.map((root) => branch(root, 0, gaps)),
    roots,
    gaps,
  )
  const highest = forest.ys.reduce((least, [, y]) => Math.min(least, y), Number.POSITIVE_INFINITY)
  return forest.ys.map(([box, y, depth]) => ({
    id: box.id,
    x: depth * (gaps.column + gaps.columnGap) + (box.indent ?? 0),
    y: y - highest,
    width: box.width,
    height: box.height,
  }))
}

function branch(box: Box, depth: number, gaps: Gaps): Branch {
  if (box.children.length === 0) {
    return { ys: [[box, 0, depth]], top: [0], bottom: [box.height], middle: box.height / 2 }
  }
  const below = box.children.map((child) => branch(child, depth + 1, gaps))
  const children = stacked(below, box.children, gaps)
  const y = children.middle - box.height / 2
  children.ys.push([box, y, depth])
  return {
    ys: children.ys,
    top: [y, ...children.top],
    bottom: [y + box.height, ...children.bottom],
    middle: children.middle,
  }
}

/** Branches below each other, each as high as the lower edges above it allow. */
function stacked(branches: Branch[], boxes: Box[], gaps: Gaps): Branch {
  const whole: Branch = { ys: [], top: [], bottom: [], middle: 0 }
  let first = 0
  let last = 0
  branches.forEach((next, at) => {
    let shift = 0
    for (let depth = 0; depth < Math.min(next.top.length, whole.bottom.length); depth += 1) {
      const gap = (depth === 0 ? gaps.row : gaps.branch) + (boxes[at]?.gap ?? 0)
      const needed = (whole.bottom[depth] as number) + gap - (next.top[depth] as number)
      shift = depth === 0 ? needed : Math.max(shift, needed)
    }
    for (const place of next.ys) place[1] += shift
    whole.ys.push(...next.ys)
    next.top.forEach((top, depth) => {
      if (depth >= whole.top.length) whole.top[depth] = top + shift
      whole.bottom[depth] = (next.bottom[depth] as number) + shift
    })
    if (at === 0) first = next.middle + shift
    last = next.middle + shift
  })
  whole.middle = (first + last) / 2
  return whole
}
