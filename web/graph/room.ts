/** How much of a map a screen shows, told before anything is drawn. */
import type { Argument } from './argument.ts'
import { LEGIBLE, muchLarger, type Size } from './camera.ts'
import { type Open, type Seen, seen } from './open.ts'
import { type Plan, type Tree, treeOf } from './place.ts'

/** The map beside outline and inspector in a window of 1440 by 900 pixels, for who does not know the window. */
export const USUAL: Size = { width: 850, height: 844 }

/** What a map shows of the scene where cards are just legible; below `free` the tools cover what is right of `tools`. */
export interface Screen extends Size {
  free: number
  tools: number
  /** The same where there is an overview. */
  overFree: number
  overview: number
}

/** Toolbars cover the map's edges by so much; in pixels. */
const EDGES = { sides: 32, top: 52, bottom: 65, tools: 285 }
/** The overview of a map that is much larger than its view stands above the tools. */
const OVERVIEW = { width: 174, height: 112 }

/** What a view of so many pixels shows. */
export function screenOf({ width, height }: Size): Screen {
  return {
    width: (width - EDGES.sides) / LEGIBLE,
    height: (height - EDGES.top) / LEGIBLE,
    free: (height - EDGES.top - EDGES.bottom) / LEGIBLE,
    tools: (width - EDGES.tools) / LEGIBLE,
    overFree: (height - EDGES.top - EDGES.bottom - OVERVIEW.height) / LEGIBLE,
    overview: (width - OVERVIEW.width) / LEGIBLE,
  }
}

const NARROW = new Set("fijlrtI.,;:'’!|()[] -")
const WIDE = new Set('mwMW@%')

/** Near enough to tell what fits before any font is there: pixels of a text. */
function roughly(text: string): number {
  let width = 0
  for (const letter of text) width += NARROW.has(letter) ? 4.1 : WIDE.has(letter) ? 11 : 7.7
  return width
}

/** Cards on the map, the claims among them that a screen shows, and how many of those are main points. */
export interface OnScreen {
  cards: number
  ids: ReadonlySet<string>
  main: number
}

/** The tree under a root, at y = 0. */
export function treeFor(argument: Argument, root: string, open: Open, plan: Plan): Tree {
  const [top] = seen({ ...argument, roots: [root] }, open, null, plan.limits)
  return treeOf(top as Seen, roughly, 'wide', plan)
}

/** What a screen shows of trees below each other, each at y = 0. */
export function onScreen(argument: Argument, trees: Tree[], screen: Screen): OnScreen {
  const ids = new Set<string>()
  let [cards, main] = [0, 0]
  const larger = muchLarger(extent(trees), 1, screen)
  let above = 0
  for (const { placed, height: whole } of trees) {
    for (const { id, x, y, width, height } of placed) {
      const node = argument.nodes.get(id)
      if (node === undefined) continue
      cards += 1
      const lowest = x + width > screen.tools ? screen.free : screen.height
      const over = larger && x + width > screen.overview ? screen.overFree : lowest
      if (x + width > screen.width || above + y + height > Math.min(lowest, over)) continue
      const isMain = argument.nodes.get(node.parent ?? '')?.kind === 'issue'
      // A reply to what is out of sight tells little.
      if (!isMain && !argument.roots.includes(id) && !ids.has(node.parent ?? '')) continue
      ids.add(id)
      if (isMain) main += 1
    }
    above += whole
  }
  return { cards, ids, main }
}

function extent(trees: Tree[]): Size {
  let [width, height, above] = [0, 0, 0]
  for (const { placed, height: whole } of trees) {
    for (const one of placed) {
      width = Math.max(width, one.x + one.width)
      height = Math.max(height, above + one.y + one.height)
    }
    above += whole
  }
  return { width, height }
}
