/** How much of a map a screen shows, told before anything is drawn. */
import type { Argument } from './argument.ts'
import { LEGIBLE, muchLarger, type Size } from './camera.ts'
import { type Open, seen } from './open.ts'
import { type Plan, treesOf } from './place.ts'

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

const NARROW = /[fijlrtI.,;:'’!|()[\] -]/g
const WIDE = /[mwMW@%]/g

/** Near enough to tell what fits before any font is there: pixels of a text. */
function roughly(text: string): number {
  const narrow = text.match(NARROW)?.length ?? 0
  const wide = text.match(WIDE)?.length ?? 0
  return narrow * 4.1 + wide * 11 + (text.length - narrow - wide) * 7.7
}

/** Cards on the map, the claims among them that a screen shows, and how many of those are main points. */
export interface OnScreen {
  cards: number
  ids: ReadonlySet<string>
  main: number
}

export function onScreen(argument: Argument, open: Open, plan: Plan, screen: Screen): OnScreen {
  const ids = new Set<string>()
  let [cards, main] = [0, 0]
  const all = treesOf(seen(argument, open, null, plan.limits), roughly, 'wide', plan).flatMap((tree) => tree.placed)
  const larger = muchLarger(extent(all), 1, { width: screen.width, height: screen.height })
  for (const { id, x, y, width, height } of all) {
    const node = argument.nodes.get(id)
    if (node === undefined) continue
    cards += 1
    const lowest = x + width > screen.tools ? screen.free : screen.height
    const over = larger && x + width > screen.overview ? screen.overFree : lowest
    if (x + width > screen.width || y + height > Math.min(lowest, over)) continue
    const isMain = argument.nodes.get(node.parent ?? '')?.kind === 'issue'
    // A reply to what is out of sight tells little.
    if (!isMain && !argument.roots.includes(id) && !ids.has(node.parent ?? '')) continue
    ids.add(id)
    if (isMain) main += 1
  }
  return { cards, ids, main }
}

function extent(all: { x: number; y: number; width: number; height: number }[]): Size {
  return {
    width: Math.max(0, ...all.map((one) => one.x + one.width)),
    height: Math.max(0, ...all.map((one) => one.y + one.height)),
  }
}
