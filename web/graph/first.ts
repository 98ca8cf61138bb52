/** The first look at a debate: which branches are open before anyone asked, where they stand, which main point is in hand. */
import { ALONE, type Argument, type ArgumentNode, pathTo } from './argument.ts'
import type { Size } from './camera.ts'
import { limitOf, ranked } from './open.ts'
import { CLOSE, columnsIn, GAPS, PLAIN, type Plan } from './place.ts'
import { onScreen, type OnScreen, type Screen, screenOf, USUAL } from './room.ts'

/** Cards the first look aims for at most. */
const AIM = 36
/** So many of them are to be read at least, where there are that many; on small screens one for so many square pixels. */
const ENOUGH = 18
const ROOM_OF_ONE = 41_000

/** Main points that stay in view whatever else is opened, and what a contest is worth in cards. */
const MAIN = 5
const CONTEST = 0.5
/** Replies that stand further from the issue are not opened while those nearer are enough. */
const DEEPEST = 3

/** Open branches with the plan they are to be shown by. */
export interface FirstLook {
  open: ReadonlySet<string>
  plan: Plan
}

/** How a branch is opened: its replies beside it, below it, or one more child of it shown, in a further column. */
type Way = 'beside' | 'below' | 'more'

/** A way to fill a screen. */
interface Manner {
  ways: Way[]
  /** Longest sentence, in lines. */
  lines: number
  /** The first issue is opened with so many main points, and no other before it; null for the usual ones. */
  begin: number | null
}

/** Each is tried only when those before did not show enough: from the usual map to full columns. */
const MANNERS: readonly Manner[] = [
  { ways: ['beside'], lines: 4, begin: null },
  ...[4, 3].flatMap((lines) =>
    [null, 6].flatMap((begin): Manner[] => [
      { ways: ['beside', 'below', 'more'], lines, begin },
      { ways: ['below', 'beside', 'more'], lines, begin },
      { ways: ['more', 'beside', 'below'], lines, begin },
    ]),
  ),
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
  let most = -1
  for (const manner of MANNERS) {
    const look: Look = { argument, screen, manner, known: new Map() }
    const next = filled(look, manner === MANNERS[0] ? plan : { ...close, lines: manner.lines })
    const shown = shownBy(look, next).ids.size
    if (shown > most) [best, most] = [next, shown]
    if (most >= enough || growing) break
  }
  return best
}

/** What is looked at, how it may be filled, and what is known of how it looks. */
interface Look {
  argument: Argument
  screen: Screen
  manner: Manner
  known: Map<string, OnScreen>
}

function filled(look: Look, plan: Plan): FirstLook {
  const { argument } = look
  const top = heaviest(argument)
  if (top === undefined) return { open: new Set(), plan }
  if (look.manner.begin !== null) {
    const limits = new Map(argument.roots.map((id) => [id, look.manner.begin as number]))
    const roots = argument.roots.map((id) => argument.nodes.get(id) as ArgumentNode)
    const begins = [...new Set([top, ...roots.toSorted((a, b) => b.size - a.size).slice(0, 1)])]
    const looks = begins.map((root) => grown(look, { open: new Set([root.id]), plan: { ...plan, limits } }))
    return looks.reduce((best, one) => (shownBy(look, one).ids.size > shownBy(look, best).ids.size ? one : best))
  }
  let begun: FirstLook = { open: new Set([top.id]), plan }
  for (const id of argument.roots) {
    const next = withOpen(begun, [id])
    if (!begun.open.has(id) && shownBy(look, next).ids.size > shownBy(look, begun).ids.size) begun = next
  }
  const first = mainPointInHand(argument)
  const usual = look.manner === MANNERS[0]
  if (first !== null && first.children.length > 0 && usual && fits(look, begun, first))
    begun = withOpen(begun, [first.id])
  let best = grown(look, begun)
  if (!usual) return best
  for (const without of [...best.open].filter((id) => !begun.open.has(id))) {
    const other = grown(look, begun, without)
    if (shownBy(look, other).ids.size > shownBy(look, best).ids.size) best = other
  }
  return best
}

function withOpen(from: FirstLook, ids: string[]): FirstLook {
  return { ...from, open: new Set([...from.open, ...ids]) }
}

/** The branches open from the start with all others worth opening, except for one. */
function grown(look: Look, begun: FirstLook, without: string | null = null): FirstLook {
  let now = begun
  for (;;) {
    const next = step(look, now, without)
    if (next === null) return now
    now = next
  }
}

/** One step that brings more onto the screen, in the first way that does; null when none does. */
function step(look: Look, from: FirstLook, without: string | null): FirstLook | null {
  const { argument, manner } = look
  const before = shownBy(look, from)
  const nodes = shownNodes(argument, from).filter(
    (node) =>
      node.id !== without &&
      (node.kind === 'issue' || before.ids.has(node.id)) &&
      (manner !== MANNERS[0] || depthOf(argument, node) < DEEPEST),
  )
  for (const way of manner.ways) {
    let best: FirstLook | null = null
    let most = 0
    for (const node of nodes) {
      for (const next of opened(look, from, node, way)) {
        const gain = gainOf(before, shownBy(look, next), node)
        if (gain > most) [best, most] = [next, gain]
      }
    }
    if (best !== null) return best
  }
  return null
}

/** What opening a branch in a way may look like. */
function opened({ argument }: Look, from: FirstLook, node: ArgumentNode, way: Way): FirstLook[] {
  const { open, plan } = from
  const isOpen = open.has(node.id)
  if (way !== 'more') {
    if (isOpen) return []
    const next = withOpen(from, [node.id])
    if (way === 'beside') return [next]
    return [{ ...next, plan: { ...plan, below: new Set([...plan.below, ...ranked(argument, node, plan.limits)]) } }]
  }
  const limit = limitOf(node, plan.limits)
  if (!isOpen || limit >= node.children.length) return []
  const before = new Set(ranked(argument, node, plan.limits))
  const limits = new Map([...plan.limits, [node.id, limit + 1]])
  const added = ranked(argument, node, limits).filter((id) => !before.has(id))
  const column = new Map([...[...before].map((id) => [id, 0] as const), ...plan.column])
  const spread = Array.from({ length: plan.columns }, (_, at) => ({
    open,
    plan: { ...plan, limits, column: new Map([...column, ...added.map((id) => [id, at] as const)]) },
  }))
  const below = { open, plan: { ...plan, limits, below: new Set([...plan.below, ...added]) } }
  return node.kind === 'issue' ? spread : [...spread, below]
}

/** Cards the screen gains by a step, a little more for a contested or large branch; 0 where it may not be taken. */
function gainOf(before: OnScreen, after: OnScreen, node: ArgumentNode): number {
  if (after.cards > AIM || after.main < Math.min(before.main, MAIN)) return 0
  const gained = after.ids.size - before.ids.size
  return gained <= 0 ? 0 : gained + (contested(node) ? CONTEST : 0) + Math.min(node.size, 1000) / 10_000
}

/** Claims and issues to be seen that have something to be opened. */
function shownNodes(argument: Argument, { open, plan }: FirstLook): ArgumentNode[] {
  const shown = [...open].flatMap((id) => ranked(argument, argument.nodes.get(id) as ArgumentNode, plan.limits))
  return [...argument.roots, ...shown]
    .map((id) => argument.nodes.get(id) as ArgumentNode)
    .filter((node) => node.children.length > 0)
}

/** Steps from the root of what is shown. */
function depthOf(argument: Argument, node: ArgumentNode): number {
  const path = pathTo(argument, node.id)
  return path.length - path.findIndex((id) => argument.roots.includes(id))
}

function fits(look: Look, from: FirstLook, node: ArgumentNode): boolean {
  return shownBy(look, from).cards + limitOf(node) <= AIM
}

function shownBy({ argument, screen, known }: Look, { open, plan }: FirstLook): OnScreen {
  const key = [open, plan.below, plan.column, plan.limits].map((part) => [...part].join(' ')).join('|')
  const before = known.get(key)
  if (before !== undefined) return before
  const shown = onScreen(argument, open, plan, screen)
  known.set(key, shown)
  return shown
}

/** Main points that are surely on the first screen. */
const ON_SCREEN = 4

/** Fewer words ("No.") say nothing to who comes from outside. */
const TERSE = 3

/** The main point to look at first: of those on top, the one with the largest contested branch. Null without any. */
export function mainPointInHand(argument: Argument): ArgumentNode | null {
  const root = heaviest(argument)
  if (root === undefined) return null
  const points = ranked(argument, root)
    .slice(0, ON_SCREEN)
    .map((id) => argument.nodes.get(id) as ArgumentNode)
  const terse = (node: ArgumentNode): number => Number(node.text.split(/\s+/).length < TERSE)
  points.sort((a, b) => terse(a) - terse(b) || Number(contested(b)) - Number(contested(a)) || b.size - a.size)
  return points[0] ?? null
}

function heaviest(argument: Argument): ArgumentNode | undefined {
  const roots = argument.roots.map((id) => argument.nodes.get(id) as ArgumentNode)
  return roots.toSorted((a, b) => Number(a.id === ALONE) - Number(b.id === ALONE) || b.weight - a.weight)[0]
}

/** Answers on both sides, or a standing that says so. */
export function contested(node: ArgumentNode): boolean {
  return node.standing?.label === 'contested' || (node.count.supports > 0 && node.count.rebuts > 0)
}
