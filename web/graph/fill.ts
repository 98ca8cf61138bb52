/** Filling a screen with cards: always the branch is opened that brings most claims onto it. */
import { type Argument, type ArgumentNode, pathTo } from './argument.ts'
import { limitOf, type Open, ranked } from './open.ts'
import type { Plan, Tree } from './place.ts'
import { onScreen, type OnScreen, type Screen, treeFor } from './room.ts'

/** Cards the first look aims for at most. */
export const MOST_CARDS = 36
/** Main points that stay in view whatever else is opened. */
export const MAIN = 5
/** What a contest is worth in cards. */
const CONTEST = 0.5

/** How a branch is opened: its replies beside it, below it, or one more child of it shown, in a further column. */
export type Way = 'beside' | 'below' | 'more'

/** A way to fill a screen. */
export interface Manner {
  /** A way is gone only where those before it bring nothing. */
  ways: readonly Way[]
  /** Longest sentence, in lines. */
  lines: number
  /** Issues are opened with so many main points, and none but one from the start; null for the usual ones. */
  begin: number | null
  /** Nothing that stands so many steps from its root, or more, is opened. */
  deepest: number
}

/** What is looked at, and how it may be filled. */
export interface Look {
  argument: Argument
  screen: Screen
  manner: Manner
}

/** What is open, laid out: trees of all roots, each at y = 0, and what the screen shows of them. */
export interface Filling {
  open: Open
  plan: Plan
  trees: Tree[]
  shown: OnScreen
}

/** These branches open and no others. */
export function begun({ argument, screen }: Look, ids: string[], plan: Plan): Filling {
  const open = new Set(ids)
  const trees = argument.roots.map((root) => treeFor(argument, root, open, plan))
  return { open, plan, trees, shown: onScreen(argument, trees, screen) }
}

/** One more branch open: only the tree it is in is laid out again. */
export function opened(look: Look, from: Filling, id: string, plan = from.plan): Filling {
  const { argument, screen } = look
  const open = from.open.has(id) ? from.open : new Set([...from.open, id])
  const { roots } = argument
  const path = [...pathTo(argument, id), id]
  const at = roots.findIndex((root) => path.includes(root))
  const trees = from.trees.with(at, treeFor(argument, roots[at] as string, open, plan))
  return { open, plan, trees, shown: onScreen(argument, trees, screen) }
}

/** One more branch to open in a way, in which column. */
interface Step {
  node: ArgumentNode
  way: Way
  at: number
}

/**
 * What is open with all branches worth opening. What a step would bring only shrinks as the screen fills, so that what it
 * brought when last tried is a bound, and few are tried again (after Minoux 1978, "Accelerated greedy algorithms for
 * maximizing submodular set functions").
 */
export function grown(look: Look, from: Filling): Filling {
  const bounds = new Map<string, number>()
  let now = from
  for (;;) {
    const next = bestStep(look, now, bounds)
    if (next === null) return now
    now = next
  }
}

/** One step that brings more onto the screen, in the first way that does; null when none does. */
function bestStep(look: Look, from: Filling, bounds: Map<string, number>): Filling | null {
  const nodes = openable(look, from)
  for (const way of look.manner.ways) {
    const steps = nodes
      .flatMap((node) => stepsOf(from, node, way))
      .map((step) => ({ step, key: `${step.at} ${way} ${step.node.id}` }))
      .map(({ step, key }) => ({ step, key, bound: bounds.get(key) ?? mostGain(step, from) }))
      .filter(({ bound }) => bound > 0)
      .sort((a, b) => b.bound - a.bound)
    let best: Filling | null = null
    let most = 0
    for (const { step, key, bound } of steps) {
      if (bound <= most) break
      const next = taken(look, from, step)
      const gain = gainOf(from.shown, next.shown, step.node)
      bounds.set(key, gain)
      if (gain > most) [best, most] = [next, gain]
    }
    if (best !== null) return best
  }
  return null
}

/** Claims in view and issues that have something to be opened. */
function openable({ argument, manner }: Look, { open, plan, shown }: Filling): ArgumentNode[] {
  const nodeOf = (id: string): ArgumentNode => argument.nodes.get(id) as ArgumentNode
  const ids = [...argument.roots, ...[...open].flatMap((id) => ranked(argument, nodeOf(id), plan.limits))]
  return ids.map(nodeOf).filter((node) => {
    if (node.children.length === 0 || (node.kind !== 'issue' && !shown.ids.has(node.id))) return false
    return manner.deepest === Number.POSITIVE_INFINITY || depthOf(argument, node) < manner.deepest
  })
}

/** Steps from the root of what is shown. */
function depthOf(argument: Argument, node: ArgumentNode): number {
  const path = pathTo(argument, node.id)
  return path.length - path.findIndex((id) => argument.roots.includes(id))
}

/** The steps there are for a node in a way; below what it answers, a further child has the column -1. */
function stepsOf({ open, plan }: Filling, node: ArgumentNode, way: Way): Step[] {
  const isOpen = open.has(node.id)
  if (way !== 'more') return isOpen ? [] : [{ node, way, at: 0 }]
  if (!isOpen || limitOf(node, plan.limits) >= node.children.length) return []
  const cards = Array.from({ length: plan.columns }, () => 0)
  for (const id of node.children) {
    const at = plan.column.get(id)
    if (at !== undefined) cards[at] = (cards[at] ?? 0) + 1
  }
  const shortestFirst = [...cards.keys()].sort((a, b) => (cards[a] as number) - (cards[b] as number))
  return [...shortestFirst, ...(node.kind === 'issue' ? [] : [-1])].map((at) => ({ node, way, at }))
}

/** What is shown after a step. */
function taken(look: Look, from: Filling, { node, way, at }: Step): Filling {
  const { plan } = from
  if (way === 'beside') return opened(look, from, node.id)
  const before = ranked(look.argument, node, plan.limits)
  if (way === 'below') return opened(look, from, node.id, { ...plan, below: new Set([...plan.below, ...before]) })
  const limits = new Map([...plan.limits, [node.id, limitOf(node, plan.limits) + 1]])
  const added = ranked(look.argument, node, limits).filter((id) => !before.includes(id))
  if (at < 0) return opened(look, from, node.id, { ...plan, limits, below: new Set([...plan.below, ...added]) })
  const column = new Map<string, number>(before.map((id) => [id, 0]))
  for (const [id, where] of plan.column) column.set(id, where)
  for (const id of added) column.set(id, at)
  return opened(look, from, node.id, { ...plan, limits, column })
}

/** Claims the screen gains by a step, a little more for a contested or large branch; 0 where it may not be taken. */
function gainOf(before: OnScreen, after: OnScreen, node: ArgumentNode): number {
  if (after.cards > MOST_CARDS || after.main < Math.min(before.main, MAIN)) return 0
  const gained = after.ids.size - before.ids.size
  return gained <= 0 ? 0 : gained + extraOf(node)
}

function mostGain({ node, way }: Step, { plan }: Filling): number {
  return (way === 'more' ? 1 : limitOf(node, plan.limits)) + extraOf(node)
}

function extraOf(node: ArgumentNode): number {
  return (contested(node) ? CONTEST : 0) + Math.min(node.size, 1000) / 10_000
}

/** Answers on both sides, or a standing that says so. */
export function contested(node: ArgumentNode): boolean {
  return node.standing?.label === 'contested' || (node.count.supports > 0 && node.count.rebuts > 0)
}
