/** Where cards stand: a tidy tree under each issue, or below what they answer where columns to the right are used up. */
import { CARD_WIDTH, type CardSize, cardSize, issueSize, type Measure, type Room } from './card.ts'
import type { Limits, Seen } from './open.ts'
import { type Box, type Gaps, type Placed, tidy } from './tidy.ts'

export const GAPS: Gaps = { column: CARD_WIDTH, columnGap: 44, row: 8, branch: 14 }
/** Narrower cards, closer to each other, where that makes room for one more column. */
export const CLOSE: Gaps = { ...GAPS, column: 238, columnGap: 36 }
/** Main points stand right of the left edge of their issue. */
export const INDENT = 26
const ISSUE_GAP = 36
/** A reply that stands below what it answers is so far right of it, and further levels no further than the third. */
const UNDER = 18
const DEEPEST_UNDER = 3

/** How a map uses its room. What it does not name stands right of what it answers. */
export interface Plan {
  gaps: Gaps
  /** Columns there are: replies to what stands in the last one stand below it. */
  columns: number
  /** Replies that stand below what they answer. */
  below: ReadonlySet<string>
  /** What stands further right than right of what it answers, by how many columns. */
  column: ReadonlyMap<string, number>
  /** Replies stand as high as there is room. */
  high: boolean
  limits: Limits
  /** Longest sentence on a card, in lines. */
  lines: number
}

export const PLAIN: Plan = {
  gaps: GAPS,
  columns: Number.POSITIVE_INFINITY,
  below: new Set(),
  column: new Map(),
  high: false,
  limits: new Map(),
  lines: 4,
}

/** Columns that fit a width, in pixels of the scene. */
export function columnsIn(width: number, { column, columnGap }: Gaps = GAPS): number {
  return Math.max(2, Math.floor((width - INDENT + columnGap) / (column + columnGap)))
}

/** One of the trees below each other: an issue with its main points, or a branch of its own. */
export interface Tree {
  top: Seen
  /** Of the issue's card; null where there is none. */
  size: CardSize | null
  y: number
  /** As far as to the next tree. */
  height: number
  /** Claims, headings and pills; the ids of the latter have an `@`. */
  placed: Placed[]
}

export function treesOf(tops: Seen[], measure: Measure, room: Room = 'wide', plan: Plan = PLAIN): Tree[] {
  let y = 0
  return tops.map((top) => {
    const tree = treeOf(top, measure, room, plan)
    const above = y
    y += tree.height
    return { ...tree, y: above, placed: tree.placed.map((one) => ({ ...one, y: one.y + above })) }
  })
}

/** A tree at y = 0. An issue lies on top of its main points, so that it costs no column. */
export function treeOf(top: Seen, measure: Measure, room: Room = 'wide', plan: Plan = PLAIN): Tree {
  const placing = { measure, plan }
  const isIssue = top.node.kind === 'issue'
  const lists = !isIssue ? [boxesOf(top, placing, 0, 0)] : top.open ? sides(top, placing) : []
  const size = isIssue
    ? issueSize(top.node, measure, room, lists.length > 2 ? widthOf(lists.length, plan.gaps) : 0)
    : null
  const [left, above] = size === null ? [0, 0] : [INDENT, size.height + 11]
  const placed = headed(lists, tidy(besideEachOther(lists), plan.gaps))
  let bottom = above
  for (const one of placed) {
    one.x += left
    one.y += above
    bottom = Math.max(bottom, one.y + one.height)
  }
  const height = size !== null && !top.open ? size.height + ISSUE_GAP / 2 : bottom + ISSUE_GAP
  return { top, size, y: 0, height, placed }
}

function widthOf(columns: number, { column, columnGap }: Gaps): number {
  return INDENT + columns * (column + columnGap) - columnGap
}

/** Lists of main points in columns of their own: each but the first hangs on a box that nobody sees. */
function besideEachOther([first = [], ...further]: Box[][]): Box[] {
  if (further.length === 0) return first
  return [...first, { id: HIDDEN, width: 0, height: 0, gap: -GAPS.row, high: true, children: besideEachOther(further) }]
}

const HIDDEN = '@'

interface Placing {
  measure: Measure
  plan: Plan
}

/** Main points under headings of their sides, a list for each column; without sides there are no headings. */
function sides(top: Seen, placing: Placing): Box[][] {
  const sided = top.children.some((child) => child.node.relation === 'for' || child.node.relation === 'against')
  const lists = inColumns(top.children, placing.plan).map((children, column) => {
    const boxes: Box[] = []
    let side: string | null = null
    for (const child of children) {
      const relation = sideOf(child.node.relation)
      if (sided && relation !== side) {
        const id = `${relation}@${top.node.id}${'@'.repeat(column)}`
        boxes.push({ id, width: 0, height: 16, gap: side === null ? 0 : 10, children: [] })
        side = relation
      }
      boxes.push(...boxesOf(child, placing, column, 0))
    }
    return boxes
  })
  if (top.held > 0) lists.at(-1)?.push(pill(top))
  return lists
}

/** Siblings by the column they stand in; where they have several, those nobody placed stand in the last one. */
function inColumns(siblings: Seen[], { column }: Plan): Seen[][] {
  if (column.size === 0) return [siblings]
  const last = Math.max(0, ...siblings.map(({ node }) => column.get(node.id) ?? 0))
  return Array.from({ length: last + 1 }, (_, at) =>
    siblings.filter(({ node }) => (column.get(node.id) ?? last) === at),
  )
}

export function sideOf(relation: Seen['node']['relation']): 'for' | 'against' | 'position' {
  return relation === 'for' || relation === 'against' ? relation : 'position'
}

/** A card, and what stands below it: cards that attack its link, and replies for which there is no room beside it. */
function boxesOf(seen: Seen, placing: Placing, column: number, level: number): Box[] {
  const { measure, plan } = placing
  const isBelow = ({ node }: Seen): boolean => plan.below.has(node.id) || column + 1 >= plan.columns
  const under = seen.children.filter((child) => attacksLink(child) || isBelow(child))
  const beside = seen.children.filter((child) => !under.includes(child))
  const indent = UNDER * Math.min(level, DEEPEST_UNDER)
  // What attacks a link hangs on that, half between the columns.
  const width = plan.gaps.column - (level === 1 && attacksLink(seen) ? 0 : indent)
  const { height } = cardSize(seen.node, measure, width, plan.lines)
  const own: Box = {
    id: seen.node.id,
    width,
    height,
    indent,
    high: plan.high,
    children: besideEachOther(
      inColumns(beside, plan).map((list, at) => list.flatMap((child) => boxesOf(child, placing, column + 1 + at, 0))),
    ),
  }
  const below = under.flatMap((child) => boxesOf(child, placing, column, level + 1))
  if (seen.held > 0) {
    if (beside.length > 0) own.children.push(pill(seen))
    else below.push({ ...pill(seen), indent: UNDER * Math.min(level + 1, DEEPEST_UNDER) })
  }
  return [own, ...below]
}

function pill(of: Seen): Box {
  return { id: `more@${of.node.id}`, width: 0, height: 28, children: [] }
}

export function attacksLink(seen: Seen): boolean {
  return seen.node.attacks !== null && seen.node.attacks === seen.node.parent
}

/** A heading stays with the main point below it, when the replies of the one above push that one down. */
function headed(lists: Box[][], placed: Placed[]): Placed[] {
  const at = new Map(placed.map((one) => [one.id, one]))
  for (const boxes of lists) {
    for (const [index, { id }] of boxes.entries()) {
      if (!isHeading(id)) continue
      const heading = at.get(id)
      const next = at.get(boxes[index + 1]?.id ?? '')
      if (heading !== undefined && next !== undefined) heading.y = next.y - GAPS.row - heading.height
    }
  }
  return placed.filter(({ id }) => id !== HIDDEN)
}

function isHeading(id: string): boolean {
  return /^(for|against|position)@/.test(id)
}
