/** What of the argument is to be seen when some of its branches are open. */
import type { Argument, ArgumentNode } from './argument.ts'

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

/** How many children of some open nodes are shown until more are asked for, where it is not the usual number. */
export type Limits = ReadonlyMap<string, number>
const USUAL: Limits = new Map()

/** What of the argument is to be seen, at most `MOST` nodes; `only` limits it to those ids (a filter with its ancestors). */
export function seen(
  argument: Argument,
  open: Open,
  only: ReadonlySet<string> | null = null,
  limits: Limits = USUAL,
): Seen[] {
  let left = MOST
  const take = (ids: readonly string[]): Seen[] => {
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
      parent.children = take(whole ? wanted : ranked(argument, node, limits))
      parent.held = wanted.length - parent.children.length
    }
  }
  return top
}

/** Children of an open node that are shown until more are asked for. */
export function limitOf(node: ArgumentNode, limits: Limits = USUAL): number {
  const usual = node.kind === 'issue' ? FIRST_OF_ISSUE : FIRST_OF_CLAIM
  return Math.min(node.children.length, limits.get(node.id) ?? usual)
}

/** Rankings worked out before, by limit: a first look tries many. */
const known = new WeakMap<ArgumentNode, Map<number, readonly string[]>>()

/** The weightiest children within the limit, of an issue some of each side, kept in their order: for above against. */
export function ranked(argument: Argument, node: ArgumentNode, limits: Limits = USUAL): readonly string[] {
  const limit = limitOf(node, limits)
  if (node.children.length <= limit) return node.children
  let rankings = known.get(node)
  if (rankings === undefined) known.set(node, (rankings = new Map()))
  let ranking = rankings.get(limit)
  if (ranking === undefined) rankings.set(limit, (ranking = weightiest(argument, node, limit)))
  return ranking
}

function weightiest(argument: Argument, node: ArgumentNode, limit: number): string[] {
  const child = (id: string): ArgumentNode => argument.nodes.get(id) as ArgumentNode
  const heaviestFirst = fairly(node.children.map(child)).map(({ id }) => id)
  const of = (side: ArgumentNode['relation']): string[] =>
    heaviestFirst.filter((id) => child(id).relation === side).slice(0, FIRST_OF_SIDE)
  const best = new Set([...new Set([...of('for'), ...of('against'), ...heaviestFirst])].slice(0, limit))
  return node.children.filter((id) => best.has(id))
}

/** The heaviest first, main points before what is none; of equally heavy ones, those whose side has fewer before them. */
function fairly(nodes: ArgumentNode[]): ArgumentNode[] {
  const heavier = (a: ArgumentNode, b: ArgumentNode): number =>
    Number(a.relation === 'alone') - Number(b.relation === 'alone') || b.weight - a.weight
  const sorted = nodes.toSorted(heavier)
  const sides = new Map<ArgumentNode['relation'], number>()
  const place = new Map<ArgumentNode, number>()
  for (const node of sorted) {
    const before = sides.get(node.relation) ?? 0
    sides.set(node.relation, before + 1)
    place.set(node, before)
  }
  return sorted.sort((a, b) => heavier(a, b) || (place.get(a) ?? 0) - (place.get(b) ?? 0))
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
