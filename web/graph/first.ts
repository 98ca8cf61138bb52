/** The first look at a debate: which branches are open before anyone asked, where they stand, which main point is in hand. */
import { ALONE, type Argument, type ArgumentNode } from './argument.ts'
import type { Size } from './camera.ts'
import {
  begun,
  contested,
  type Filling,
  grown,
  type Look,
  MAIN,
  type Manner,
  MOST_CARDS,
  opened,
  type Way,
} from './fill.ts'
import { limitOf, type Open, ranked } from './open.ts'
import { CLOSE, columnsIn, GAPS, PLAIN, type Plan } from './place.ts'
import { screenOf, USUAL } from './room.ts'

/** So many claims are to be read at least, where there are that many; on small screens one for so many square pixels. */
const ENOUGH = 18
const ROOM_OF_ONE = 41_000
/** The usual map opens no replies further from the issue. */
const DEEPEST = 3

/** Open branches with the plan they are to be shown by. */
export interface FirstLook {
  open: ReadonlySet<string>
  plan: Plan
}

const THE_USUAL: Manner = { ways: ['beside'], lines: 4, begin: null, deepest: DEEPEST }
const BESIDE: Way[] = ['beside', 'below', 'more']
const BELOW: Way[] = ['below', 'beside', 'more']
const MORE: Way[] = ['more', 'beside', 'below']
const FULL = { lines: 4, begin: null, deepest: Number.POSITIVE_INFINITY }

/** Each is tried only when those before did not show enough: from the usual map to full columns. */
const MANNERS: readonly Manner[] = [
  THE_USUAL,
  { ...FULL, ways: BESIDE },
  { ...FULL, ways: BELOW },
  { ...FULL, ways: BELOW, begin: 6 },
  { ...FULL, ways: MORE, begin: 1 },
  { ...FULL, ways: BELOW, lines: 3 },
  { ...FULL, ways: BELOW, lines: 3, begin: 6 },
  { ...FULL, ways: BELOW, lines: 3, begin: 1 },
]

/**
 * The first look: the heaviest issue with its main points, then always the branch that brings most cards onto the screen
 * without pushing the main points off it, contested and large ones before others. Where the tree leaves much of the screen
 * empty, replies may stand below what they answer, and main points in further columns; not while it is `growing`, so that
 * nothing that is read jumps.
 */
export function firstLookAt(argument: Argument, view: Size = USUAL, growing = false): FirstLook {
  const screen = screenOf(view)
  const gaps = columnsIn(screen.width, CLOSE) > columnsIn(screen.width, GAPS) ? CLOSE : GAPS
  const plan = { ...PLAIN, columns: columnsIn(screen.width) }
  const close = { ...plan, gaps, columns: columnsIn(screen.width, gaps), high: true }
  const enough = Math.min(ENOUGH, argument.claims, (screen.width * screen.height) / ROOM_OF_ONE)
  let best: FirstLook = { open: new Set(), plan }
  let [most, main] = [-1, 0]
  for (const manner of MANNERS) {
    const filling = filled(
      { argument, screen, manner },
      manner === THE_USUAL ? plan : { ...close, lines: manner.lines },
    )
    if (filling === null) break
    const { shown } = filling
    if (shown.ids.size > most && shown.main >= Math.min(main, MAIN))
      [best, most, main] = [filling, shown.ids.size, shown.main]
    if (most >= enough || growing) break
  }
  return { open: best.open, plan: best.plan }
}

/** The screen filled in a manner; null where there is nothing to show. */
function filled(look: Look, plan: Plan): Filling | null {
  const { argument, manner } = look
  const top = heaviest(argument)
  if (top === undefined) return null
  if (manner.begin !== null) return filledFrom(look, plan, top, manner.begin)
  let best = begun(look, [top.id], plan)
  for (const id of argument.roots) {
    const next = opened(look, best, id)
    if (!best.open.has(id) && next.shown.ids.size > best.shown.ids.size) best = next
  }
  const first = mainPointInHand(argument)
  if (first === null || first.children.length === 0 || manner !== THE_USUAL) return grown(look, best)
  return grown(look, best.shown.cards + limitOf(first) <= MOST_CARDS ? opened(look, best, first.id) : best)
}

/** Begun with the heaviest issue or the largest one, whichever shows more; with so many main points each. */
function filledFrom(look: Look, plan: Plan, top: ArgumentNode, begin: number): Filling {
  const { nodes, roots } = look.argument
  const limits = new Map(roots.map((id) => [id, begin]))
  const sizeOf = (id: string): number => nodes.get(id)?.size ?? 0
  const largest = roots.reduce((best, id) => (sizeOf(id) > sizeOf(best) ? id : best))
  const from = [...new Set([top.id, largest])].map((id) => grown(look, begun(look, [id], { ...plan, limits })))
  return from.reduce((best, one) => (one.shown.ids.size > best.shown.ids.size ? one : best))
}

/** Main points that are surely on the first screen. */
const ON_SCREEN = 4

/** Fewer words ("No.") say nothing to who comes from outside. */
const TERSE = 3

/**
 * The main point to look at first: of those on top, the one with the largest contested branch. Of a first look, one that
 * it shows, and opens where it opens any. Null without any.
 */
export function mainPointInHand(argument: Argument, look?: FirstLook): ArgumentNode | null {
  const root = heaviest(argument, look?.open)
  if (root === undefined) return null
  const points = ranked(argument, root, look?.plan.limits)
    .slice(0, ON_SCREEN)
    .map((id) => argument.nodes.get(id) as ArgumentNode)
  const terse = (node: ArgumentNode): number => Number(node.text.split(/\s+/).length < TERSE)
  const open = (node: ArgumentNode): number => Number(look?.open.has(node.id) === true)
  points.sort(
    (a, b) =>
      terse(a) - terse(b) || open(b) - open(a) || Number(contested(b)) - Number(contested(a)) || b.size - a.size,
  )
  return points[0] ?? null
}

function heaviest({ nodes, roots }: Argument, open: Open = new Set()): ArgumentNode | undefined {
  const all = roots.map((id) => nodes.get(id) as ArgumentNode)
  const among = all.some(({ id }) => open.has(id)) ? all.filter(({ id }) => open.has(id)) : all
  return among.toSorted((a, b) => Number(a.id === ALONE) - Number(b.id === ALONE) || b.weight - a.weight)[0]
}
