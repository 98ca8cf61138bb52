/** The first look at a debate: which branches are open before anyone asked, and which main point is in hand. */
import { ALONE, type Argument, type ArgumentNode, pathTo } from './argument.ts'
import { limitOf, type Open, ranked, seen } from './open.ts'
import { placesOf } from './scene.ts'

/** Cards the first look aims for. */
const AIM = 36

/** Main points that stay in view whatever else is opened, and what a contest is worth in cards. */
const MAIN = 5
const CONTEST = 0.5

/**
 * What a window of 1440 by 900 pixels shows of the scene where cards are just legible, outline and inspector beside the
 * map: in pixels of the scene, from its upper left corner. Below `free` the tools cover what is right of `tools`.
 */
const SCREEN = { width: 884, height: 856, free: 786, tools: 610 }
/** Replies that stand further from the issue are never opened. */
const DEEPEST = 3
/** Near enough to tell what fits before any font is there: pixels of a character. */
const roughly = (text: string): number => text.length * 6.7

/**
 * The first look: the heaviest issue with its main points, then always the branch that brings most cards onto the screen
 * without pushing the main points off it, contested and large ones before others, until about `aim` cards are open. In
 * the end each opened branch is left closed for once, in case others then bring more.
 */
export function openAtFirst(argument: Argument, aim = AIM): Set<string> {
  const top = heaviest(argument)
  if (top === undefined) return new Set()
  const look: Look = { argument, aim, known: new Map() }
  const begun = new Set([top.id])
  for (const id of argument.roots) if (gainOf(look, begun, id) > 0) begun.add(id)
  const first = mainPointInHand(argument)
  if (first !== null && first.children.length > 0 && fits(look, begun, first)) begun.add(first.id)
  let best = opened(look, begun)
  for (const without of [...best].filter((id) => !begun.has(id))) {
    const other = opened(look, begun, without)
    if (onScreen(look, other).ids.size > onScreen(look, best).ids.size) best = other
  }
  return best
}

/** What is looked at, and what is known of how it looks: by the ids of open branches. */
interface Look {
  argument: Argument
  aim: number
  known: Map<string, OnScreen>
}

/** The branches open from the start with all others worth opening, except for one. */
function opened(look: Look, begun: Open, without: string | null = null): Set<string> {
  const open = new Set(begun)
  for (;;) {
    const closed = closedIn(look.argument, open).filter((id) => id !== without)
    const gains = closed.map((id) => gainOf(look, open, id))
    const most = Math.max(0, ...gains)
    const next = closed[gains.indexOf(most)]
    if (next === undefined || most === 0) return open
    open.add(next)
  }
}

/** Cards the screen gains by opening a branch, a little more for a contested or large one; 0 where it may not be opened. */
function gainOf(look: Look, open: Open, id: string): number {
  const { argument, aim } = look
  const node = argument.nodes.get(id) as ArgumentNode
  if (open.has(id) || !fits(look, open, node)) return 0
  // A small debate is open altogether.
  if (argument.claims <= aim) return 1 + node.size
  const before = onScreen(look, open)
  if ((node.kind !== 'issue' && !before.ids.has(id)) || depthOf(argument, node) >= DEEPEST) return 0
  const after = onScreen(look, new Set([...open, id]))
  if (after.main < Math.min(before.main, MAIN)) return 0
  const gained = after.ids.size - before.ids.size
  return gained <= 0 ? 0 : gained + (contested(node) ? CONTEST : 0) + Math.min(node.size, 1000) / 10_000
}

/** Claims to be seen whose branches are closed. */
function closedIn(argument: Argument, open: Open): string[] {
  return [...open]
    .flatMap((id) => ranked(argument, argument.nodes.get(id) as ArgumentNode))
    .filter((id) => !open.has(id) && (argument.nodes.get(id) as ArgumentNode).children.length > 0)
}

/** Steps from the root of what is shown. */
function depthOf(argument: Argument, node: ArgumentNode): number {
  const path = pathTo(argument, node.id)
  return path.length - path.findIndex((id) => argument.roots.includes(id))
}

function fits(look: Look, open: Open, node: ArgumentNode): boolean {
  return onScreen(look, open).cards + limitOf(node) <= look.aim
}

/** Cards on the map, the claims among them that a screen shows, and how many of those are main points. */
interface OnScreen {
  cards: number
  ids: ReadonlySet<string>
  main: number
}

function onScreen({ argument, known }: Look, open: Open): OnScreen {
  const key = [...open].join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  const ids = new Set<string>()
  let [cards, main] = [0, 0]
  for (const { id, x, y, width, height } of placesOf(seen(argument, open), roughly)) {
    const lowest = x + width > SCREEN.tools ? SCREEN.free : SCREEN.height
    const node = argument.nodes.get(id)
    if (node === undefined) continue
    cards += 1
    if (x + width > SCREEN.width || y + height > lowest) continue
    ids.add(id)
    if (argument.nodes.get(node.parent ?? '')?.kind === 'issue') main += 1
  }
  const shown = { cards, ids, main }
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
