/** Which branches are open: the rule for the first look, and what of the argument is then to be seen. */
import { ALONE, type Argument, type ArgumentNode } from './argument.ts'

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
export const FIRST_OF_ISSUE = 8
export const FIRST_OF_CLAIM = 8
/** Most nodes ever on the map at once. */
export const MOST = 300
/** Cards the first look aims for. */
export const AIM = 22

/**
 * The first look: every issue open, then the heaviest contested main point, then inside it its heaviest replies, and so
 * on until about `aim` cards are to be seen. Branches without a contest follow when contested ones are used up.
 */
export function openAtFirst(argument: Argument, aim = AIM): Set<string> {
  const open = new Set<string>()
  const closed: ArgumentNode[] = []
  let cards = 0
  const show = (node: ArgumentNode): void => {
    open.add(node.id)
    for (const id of ranked(argument, node)) {
      const child = argument.nodes.get(id) as ArgumentNode
      cards += 1
      if (child.children.length > 0) closed.push(child)
    }
  }
  const roots = argument.roots.map((id) => argument.nodes.get(id) as ArgumentNode)
  roots.sort((a, b) => Number(a.id === ALONE) - Number(b.id === ALONE) || b.weight - a.weight)
  for (const [at, root] of roots.entries()) if (at === 0 || cards + ranked(argument, root).length <= aim) show(root)
  const fits = (node: ArgumentNode): boolean => cards + ranked(argument, node).length <= aim + 2
  for (;;) {
    closed.sort((a, b) => Number(contested(b)) - Number(contested(a)) || b.weight - a.weight)
    const next = closed.findIndex(fits)
    if (next < 0) return open
    show(...(closed.splice(next, 1) as [ArgumentNode]))
  }
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

/** The weightiest children within the limit, kept in their order: for above against. */
export function ranked(argument: Argument, node: ArgumentNode): string[] {
  const limit = node.kind === 'issue' ? FIRST_OF_ISSUE : FIRST_OF_CLAIM
  if (node.children.length <= limit) return node.children
  const weight = (id: string): number => (argument.nodes.get(id) as ArgumentNode).weight
  const best = new Set([...node.children].sort((a, b) => weight(b) - weight(a)).slice(0, limit))
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
