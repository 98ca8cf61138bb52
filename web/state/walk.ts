/** Where arrow keys lead from a node. Pure: nodes are given as visible rows in reading order. */
import type { Seen } from '../graph/open.ts'

type Move = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

/** Keys that move, as `KeyboardEvent.key` names them. */
export const MOVES: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
}
export type Step = { go: string } | { toggle: string } | null

/** In the outline: up and down through all rows, right opens then enters, left closes then leaves (ARIA tree pattern). */
export function stepInTree(rows: Seen[], at: string | null, move: Move): Step {
  const here = rows.findIndex((row) => row.node.id === at)
  const row = rows[here]
  if (row === undefined) return rows[0] === undefined ? null : { go: rows[0].node.id }
  if (move === 'up') return goTo(rows[here - 1])
  if (move === 'down') return goTo(rows[here + 1])
  return sideways(rows, row, move)
}

/** On the map: up and down within the column, the rest as in the outline. */
export function stepOnMap(rows: Seen[], at: string | null, move: Move): Step {
  const row = rows.find((candidate) => candidate.node.id === at)
  if (row === undefined) return rows[0] === undefined ? null : { go: rows[0].node.id }
  if (move !== 'up' && move !== 'down') return sideways(rows, row, move)
  const depths = depthsOf(rows)
  const column = rows.filter((candidate) => depths.get(candidate.node.id) === depths.get(row.node.id))
  return goTo(column[column.indexOf(row) + (move === 'up' ? -1 : 1)])
}

/** The next row whose text begins with what was typed, after the current one and around. */
export function typedAhead(rows: Seen[], at: string | null, typed: string): string | null {
  const start = rows.findIndex((row) => row.node.id === at)
  const order = [...rows.slice(start + (typed.length > 1 ? 0 : 1)), ...rows.slice(0, start + 1)]
  const wanted = typed.toLocaleLowerCase()
  return order.find((row) => row.node.text.toLocaleLowerCase().startsWith(wanted))?.node.id ?? null
}

function sideways(rows: Seen[], row: Seen, move: Move): Step {
  if (move === 'first') return goTo(rows[0])
  if (move === 'last') return goTo(rows.at(-1))
  const { node } = row
  if (move === 'right') {
    if (node.children.length === 0) return null
    return row.open ? goTo(row.children[0]) : { toggle: node.id }
  }
  if (row.open) return { toggle: node.id }
  return rows.some((other) => other.node.id === node.parent) ? { go: node.parent as string } : null
}

function goTo(row: Seen | undefined): Step {
  return row === undefined ? null : { go: row.node.id }
}

/** Depth of every row below its root, roots at 0. */
export function depthsOf(rows: Seen[]): Map<string, number> {
  const depths = new Map<string, number>()
  for (const row of rows) {
    const above = row.node.parent === null ? undefined : depths.get(row.node.parent)
    depths.set(row.node.id, above === undefined ? 0 : above + 1)
  }
  return depths
}
