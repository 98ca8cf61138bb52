/** Which branches are open: the rule for the first look, and what of the argument is then to be seen. */
import { ALONE, type Argument, type ArgumentNode } from './argument.ts'
import { cardSize } from './card.ts'
import { type Box, type Gaps, tidy } from './tidy.ts'

/** Ids of open nodes; an id followed by `*` shows all its children, not only the weightiest. */
export type Open = ReadonlySet<string>

/** A visible node with its visible children, in order. */
export interface Seen {
  node: ArgumentNode
  open: boolean
  children: Seen[]
  /** Children held back behind "Show n more". */
  held: number
}

/** Children shown of an open node until more are asked for. */
const FIRST_OF_ISSUE = 9
const FIRST_OF_CLAIM = 8
/** Of these, places kept for the heaviest points on each side of the issue, so that no side is out of sight. */
const FIRST_OF_SIDE = 3
/** Most nodes ever on the map at once. */
export const MOST = 300
/** Cards the first look aims for. */
const AIM = 36

/** Main points that stay in view whatever else is opened, and what a contest is worth in cards. */
const MAIN = 5
const CONTEST = 0.5

/** Height of the columns a laptop shows without scrolling, in pixels of the scene, and how many columns. */
const SCREEN = 690
const COLUMNS = 3
const GAPS: Gaps = { column: 1, columnGap: 0, row: 9, branch: 16 }
/** Near enough to tell what fits before any font is there: pixels of a character. */
const roughly = (text: string): number => text.length * 6.7

/**
 * The first look: the heaviest issue with its main points, then always the branch that brings most cards onto the screen
 * without pushing the main points off it, contested and large ones before others, until about `aim` cards are open.
 */
export function openAtFirst(argument: Argument, aim = AIM): Set<string> {
  const open = new Set<string>()
  const closed: { node: ArgumentNode; depth: number }[] = []
  let cards = 0
  let before = { main: 0, all: 0 }
  const show = (node: ArgumentNode, depth: number): void => {
    open.add(node.id)
    for (const id of ranked(argument, node)) {
      const child = argument.nodes.get(id) as ArgumentNode
      cards += 1
      if (child.children.length > 0) closed.push({ node: child, depth: depth + 1 })
    }
    before = onScreen(argument, open)
  }
  /** Cards the screen gains by opening a branch, a little more for a contested or large one; 0 where it may not be opened. */
  const gain = ({ node, depth }: { node: ArgumentNode; depth: number }): number => {
    const more = ranked(argument, node).length
    // A small debate is open altogether.
    if (argument.claims <= aim) return cards + more <= aim ? 1 + node.size : 0
    if (depth >= COLUMNS || cards + more > aim) return 0
    const after = onScreen(argument, new Set([...open, node.id]))
    if (after.main < Math.min(before.main, MAIN)) return 0
    const gained = after.all - before.all
    return gained <= 0 ? 0 : gained + (contested(node) ? CONTEST : 0) + Math.min(node.size, 1000) / 10_000
  }
  const top = heaviest(argument)
  if (top !== undefined) show(top, 0)
  for (const id of argument.roots) {
    const root = { node: argument.nodes.get(id) as ArgumentNode, depth: 0 }
    if (root.node !== top && gain(root) > 0) show(root.node, 0)
  }
  const first = mainPointInHand(argument)
  const at = closed.findIndex((candidate) => candidate.node === first)
  const chosen = closed[at]
  if (chosen !== undefined && (gain(chosen) > 0 || cards + ranked(argument, chosen.node).length <= aim)) {
    closed.splice(at, 1)
    show(chosen.node, chosen.depth)
  }
  for (;;) {
    const gains = closed.map(gain)
    const at = gains.indexOf(Math.max(0, ...gains))
    const next = closed[at]
    if (next === undefined || gains[at] === 0) return open
    closed.splice(at, 1)
    show(next.node, next.depth)
  }
}

/** How many cards of the heaviest issue a screen would show with these branches open, its main points apart. */
function onScreen(argument: Argument, open: ReadonlySet<string>): { main: number; all: number } {
  const top = heaviest(argument)
  if (top === undefined) return { main: 0, all: 0 }
  const under = (node: ArgumentNode): ArgumentNode[] =>
    open.has(node.id) ? ranked(argument, node).map((id) => argument.nodes.get(id) as ArgumentNode) : []
  // Undercuts stand below the claim whose link they attack, everything else behind it.
  const boxesOf = (node: ArgumentNode): Box[] => {
    const attacks = under(node).filter((child) => child.attacks === node.id)
    const replies = under(node).filter((child) => child.attacks !== node.id)
    const { height } = cardSize(node, roughly)
    return [{ id: node.id, width: 1, height, children: replies.flatMap(boxesOf) }, ...attacks.flatMap(boxesOf)]
  }
  const boxes = top.kind === 'issue' ? under(top).flatMap(boxesOf) : boxesOf(top)
  const shown = tidy(boxes, GAPS).filter((placed) => placed.x < COLUMNS && placed.y + placed.height <= SCREEN)
  return { main: shown.filter((placed) => placed.x === 0).length, all: shown.length }
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

/** What of the argument is to be seen, at most `most` nodes; `only` limits it to those ids (a filter with its ancestors). */
export function seen(argument: Argument, open: Open, only: ReadonlySet<string> | null = null, most = MOST): Seen[] {
  let left = most
  const take = (ids: string[]): Seen[] => {
    const taken = ids.slice(0, left)
    left -= taken.length
    return taken.map((id) => ({ node: argument.nodes.get(id) as ArgumentNode, open: false, children: [], held: 0 }))
  }
  const wantedRoots = only === null ? argument.roots : argument.roots.filter((id) => only.has(id))
  const top = take(wantedRoots)
  // Level by level, so that the cap cuts the depths and not the last branches.
  for (let level = top; level.length > 0; level = level.flatMap((parent) => parent.children)) {
    for (const parent of level) {
      const { node } = parent
      const whole = only !== null || open.has(`${node.id}*`)
      if (!whole && !open.has(node.id)) continue
      const wanted = only === null ? node.children : node.children.filter((child) => only.has(child))
      parent.open = wanted.length > 0
      parent.children = take(whole ? wanted : ranked(argument, node))
      parent.held = wanted.length - parent.children.length
    }
  }
  return top
}

/** The weightiest children within the limit, of an issue some of each side, kept in their order: for above against. */
export function ranked(argument: Argument, node: ArgumentNode): string[] {
  const limit = node.kind === 'issue' ? FIRST_OF_ISSUE : FIRST_OF_CLAIM
  if (node.children.length <= limit) return node.children
  const child = (id: string): ArgumentNode => argument.nodes.get(id) as ArgumentNode
  const heaviestFirst = [...node.children].sort((a, b) => child(b).weight - child(a).weight)
  const of = (side: ArgumentNode['relation']): string[] =>
    heaviestFirst.filter((id) => child(id).relation === side).slice(0, FIRST_OF_SIDE)
  const best = new Set([...new Set([...of('for'), ...of('against'), ...heaviestFirst])].slice(0, limit))
  return node.children.filter((id) => best.has(id))
}

/** All visible nodes, in reading order. */
export function flat(tops: Seen[]): Seen[] {
  const all: Seen[] = []
  const stack = [...tops].reverse()
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    all.push(at)
    for (let child = at.children.length - 1; child >= 0; child -= 1) stack.push(at.children[child] as Seen)
  }
  return all
}
