/** Everything on the map with its place: cards, headings, "show more" pills, links as lines with corners, joints. */
import type { Link } from '../../shared/debate.ts'
import type { Tone } from './argument.ts'
import { CARD_WIDTH, type CardSize, cardSize, type Measure, type Room } from './card.ts'
import { flat, type Seen } from './open.ts'
import { type Box, type Gaps, type Placed, tidy } from './tidy.ts'

export interface SceneCard extends CardSize {
  id: string
  seen: Seen
  x: number
  y: number
}

/** "For · 3" above main points, or the pill that shows what is held back. */
export interface SceneNote {
  id: string
  kind: 'for' | 'against' | 'position' | 'more'
  /** Main points of the side, or children held back. */
  count: number
  /** The node it belongs to. */
  of: string
  x: number
  y: number
}

export interface Point {
  x: number
  y: number
}

/** A link from one card (or joint) to another, with the corners between; the ends are points on their edges. */
export interface SceneLine {
  id: string
  from: string
  to: string
  tone: Tone
  /** Whether the line itself attacks: drawn dashed even where evidence is grey. */
  attacks: boolean
  /** It goes to an issue. */
  main: boolean
  /**
   * `spine` goes up to an issue, `stub` only to the trunk a sibling draws, `part` from a card to the joint on its link,
   * `trace` marks the way up from the selected claim.
   */
  kind: 'link' | 'spine' | 'stub' | 'part' | 'undercut' | 'cross' | 'trace'
  points: Point[]
}

/** A diamond on an attacked link. */
export interface Joint extends Point {
  id: string
  /** Claim whose link it sits on. */
  of: string
}

export interface Scene {
  cards: SceneCard[]
  notes: SceneNote[]
  lines: SceneLine[]
  joints: Joint[]
  /** The corner and size of all that is drawn. */
  x: number
  y: number
  width: number
  height: number
}

export const GAPS: Gaps = { column: CARD_WIDTH, columnGap: 44, row: 8, branch: 14 }
const INDENT = 26
const ISSUE_GAP = 36
const UNDERCUT_INDENT = 18

/** The scene of visible nodes; `links` are the debate's links, drawn across the tree for `selected` only. */
export function sceneOf(
  tops: Seen[],
  measure: Measure,
  links: readonly Link[] = [],
  selected: string | null = null,
  room: Room = 'wide',
): Scene {
  const scene: Scene = { cards: [], notes: [], lines: [], joints: [], x: 0, y: 0, width: 0, height: 0 }
  for (const column of columnsOf(tops, measure, room)) {
    const { top, size, y } = column
    if (size !== null) scene.cards.push({ ...size, id: top.node.id, seen: top, x: 0, y })
    fill(scene, column, measure)
  }
  const cards = new Map(scene.cards.map((card) => [card.id, card]))
  placingLines(scene, cards, selected)
  for (const card of scene.cards) undercutOf(scene, card, cards)
  if (selected !== null) crossLinks(scene, cards, links, selected)
  for (const card of scene.cards) {
    scene.width = Math.max(scene.width, card.x + card.width)
    scene.height = Math.max(scene.height, card.y + card.height)
  }
  return scene
}

/** Where claims stand, with headings and pills, whose ids have an `@`; issues and links left out. */
export function placesOf(tops: Seen[], measure: Measure): Placed[] {
  return columnsOf(tops, measure, 'wide').flatMap((column) => column.placed)
}

/** One of the trees below each other: an issue with its main points, or a branch of its own. */
interface Column {
  top: Seen
  /** Of the issue's card; null where there is none. */
  size: CardSize | null
  y: number
  placed: Placed[]
}

/** An issue lies on top of its main points, so that it costs no column. */
function columnsOf(tops: Seen[], measure: Measure, room: Room): Column[] {
  let y = 0
  return tops.map((top) => {
    const size = top.node.kind === 'issue' ? cardSize(top.node, measure, room) : null
    const boxes = size === null ? [boxOf(top, measure)] : top.open ? sides(top, measure) : []
    const [left, above] = size === null ? [0, y] : [INDENT, y + size.height + 11]
    const placed = headed(boxes, tidy(boxes, GAPS))
    for (const one of placed) {
      one.x += left
      one.y += above
    }
    const column = { top, size, y, placed }
    y =
      size !== null && !top.open
        ? y + size.height + ISSUE_GAP / 2
        : Math.max(above, ...placed.map((one) => one.y + one.height)) + ISSUE_GAP
    return column
  })
}

/** Main points under headings of their sides; without sides there are no headings. */
function sides(top: Seen, measure: Measure): Box[] {
  const boxes: Box[] = []
  const sided = top.children.some((child) => child.node.relation === 'for' || child.node.relation === 'against')
  let side: string | null = null
  for (const child of top.children) {
    const relation = sideOf(child.node.relation)
    if (sided && relation !== side) {
      boxes.push({
        id: `${relation}@${top.node.id}`,
        width: CARD_WIDTH,
        height: 16,
        gap: side === null ? 0 : 10,
        children: [],
      })
      side = relation
    }
    boxes.push(...boxesOf(child, measure))
  }
  if (top.held > 0) boxes.push({ id: `more@${top.node.id}`, width: CARD_WIDTH, height: 28, children: [] })
  return boxes
}

function sideOf(relation: Seen['node']['relation']): 'for' | 'against' | 'position' {
  return relation === 'for' || relation === 'against' ? relation : 'position'
}

/** A card, and below it the cards that attack its link: they stand beside it, not behind it. */
function boxesOf(seen: Seen, measure: Measure): Box[] {
  return [
    boxOf(seen, measure),
    ...seen.children.filter(attacksLink).map((child) => ({ ...boxOf(child, measure), indent: UNDERCUT_INDENT })),
  ]
}

function boxOf(seen: Seen, measure: Measure): Box {
  const { width, height } = cardSize(seen.node, measure)
  const children = seen.children.filter((child) => !attacksLink(child)).flatMap((child) => boxesOf(child, measure))
  if (seen.held > 0) children.push({ id: `more@${seen.node.id}`, width: CARD_WIDTH, height: 28, children: [] })
  return { id: seen.node.id, width, height, children }
}

function attacksLink(seen: Seen): boolean {
  return seen.node.attacks !== null && seen.node.attacks === seen.node.parent
}

function fill(scene: Scene, { top, placed }: Column, measure: Measure): void {
  const byId = new Map(flat([top]).map((seen) => [seen.node.id, seen]))
  for (const at of placed) {
    const seen = byId.get(at.id)
    if (seen === undefined) scene.notes.push(noteOf(at, byId))
    else scene.cards.push({ ...at, ...cardSize(seen.node, measure), seen })
  }
}

/** A heading stays with the main point below it, when the replies of the one above push that one down. */
function headed(boxes: Box[], placed: Placed[]): Placed[] {
  const at = new Map(placed.map((one) => [one.id, one]))
  for (const [index, { id }] of boxes.entries()) {
    if (!isHeading(id)) continue
    const heading = at.get(id)
    const next = at.get(boxes[index + 1]?.id ?? '')
    if (heading !== undefined && next !== undefined) heading.y = next.y - GAPS.row - heading.height
  }
  return placed
}

function isHeading(id: string): boolean {
  return /^(for|against|position)@/.test(id)
}

function noteOf(placed: Placed, byId: Map<string, Seen>): SceneNote {
  const cut = placed.id.indexOf('@')
  const kind = placed.id.slice(0, cut) as SceneNote['kind']
  const of = placed.id.slice(cut + 1)
  const owner = byId.get(of) as Seen
  const count = kind === 'more' ? owner.held : onSide(owner, kind)
  return { id: placed.id, kind, count, of, x: placed.x, y: placed.y }
}

/** Main points of a side, those held back among them; with a filter on, those it leaves. */
function onSide({ node, children, held }: Seen, side: 'for' | 'against' | 'position'): number {
  if (children.length + held < node.children.length) {
    return children.filter(({ node: { relation } }) => sideOf(relation) === side).length
  }
  const { supports, rebuts } = node.count
  return { for: supports, against: rebuts, position: node.children.length - supports - rebuts }[side]
}

/** Links leave and arrive at the height of the first words: in pixels below a card's upper edge. */
const LEVEL = 15
/** Where links of each tone arrive below `LEVEL`, and how far before it they turn: lower ones nearer, so that none cross. */
const PORT: Record<Tone, number> = { support: 0, evidence: 9, rebut: 18, neutral: 27, undercut: 0, issue: 0 }
const TURN: Record<Tone, number> = { support: 34, evidence: 27, rebut: 20, neutral: 13, undercut: 20, issue: 13 }
const TURN_UP: Record<Tone, number> = { support: 13, evidence: 20, rebut: 27, neutral: 34, undercut: 20, issue: 13 }

/**
 * The links that place cards. Siblings of one tone share a trunk: the farthest draws it, the others only the stub that
 * joins it, for dashes drawn over each other would look solid. The way up from `selected` is drawn once more, whole.
 */
function placingLines(scene: Scene, cards: Map<string, SceneCard>, selected: string | null): void {
  const trunks = new Map<string, SceneLine>()
  for (const card of scene.cards) {
    const line = wholeLine(card, cards)
    if (line === null) continue
    scene.lines.push(line)
    const up = isUp(line)
    const trunk = `${line.to} ${line.tone} ${up}`
    const known = trunks.get(trunk)
    if (known !== undefined) shorten(up ? line : known)
    if (known === undefined || !up) trunks.set(trunk, line)
  }
  for (let at = selected; at !== null; at = cards.get(at)?.seen.node.parent ?? null) {
    const card = cards.get(at)
    const line = card === undefined ? null : wholeLine(card, cards)
    if (line !== null) scene.lines.push({ ...line, id: `t:${line.from}`, kind: 'trace' })
  }
}

/** The whole way of the link that places a card, from it to what it answers; null when one of them is not shown. */
export function wayUp(scene: Scene, id: string): Point[] | null {
  const own = scene.lines.find((line) => line.kind === 'undercut' && line.from === id)
  if (own !== undefined) return own.points
  const cards = new Map(scene.cards.map((card) => [card.id, card]))
  const card = cards.get(id)
  return card === undefined ? null : (wholeLine(card, cards)?.points ?? null)
}

/** Whether a link comes from above where it arrives; cards come from top to bottom, so the first of those is farthest. */
function isUp(line: SceneLine): boolean {
  return (line.points[0] as Point).y < (line.points.at(-1) as Point).y
}

function shorten(line: SceneLine): void {
  if (line.points.length <= 2) return
  line.points = line.points.slice(0, 2)
  if (line.kind === 'link') line.kind = 'stub'
}

function wholeLine(card: SceneCard, cards: Map<string, SceneCard>): SceneLine | null {
  const { node } = card.seen
  const parent = node.parent === null ? undefined : cards.get(node.parent)
  if (parent === undefined || attacksLink(card.seen) || node.relation === 'alone') return null
  const start = { x: card.x, y: card.y + LEVEL }
  const attacks = node.relation === 'rebuts' || node.relation === 'against'
  const main = parent.seen.node.kind === 'issue'
  const line = { id: `l:${node.id}`, from: node.id, to: parent.id, tone: node.tone, attacks, main }
  if (main) {
    const x = parent.x + (node.tone === 'support' ? 15 : attacks ? 8 : 11)
    return { ...line, kind: 'spine', points: [start, { x, y: start.y }, { x, y: parent.y + parent.height }] }
  }
  const end = { x: parent.x + parent.width, y: parent.y + LEVEL + PORT[node.tone] }
  const x = end.x + (start.y < end.y ? TURN_UP : TURN)[node.tone]
  const points = Math.abs(start.y - end.y) < 1 ? [start, end] : [start, { x, y: start.y }, { x, y: end.y }, end]
  return { ...line, kind: 'link', points }
}

/** An undercut ends on a diamond on the link it attacks; where that link is not drawn it ends at the claim it comes from. */
function undercutOf(scene: Scene, card: SceneCard, cards: Map<string, SceneCard>): void {
  const { node } = card.seen
  const attacked = node.attacks === null ? undefined : cards.get(node.attacks)
  if (attacked === undefined || !attacksLink(card.seen)) return
  const start = { x: card.x, y: card.y + LEVEL }
  const joint = jointOn(scene, attacked)
  const end = joint ?? { x: attacked.x + 8, y: attacked.y + attacked.height }
  scene.lines.push({
    id: `l:${node.id}`,
    from: node.id,
    to: joint?.id ?? attacked.id,
    tone: 'undercut',
    attacks: true,
    main: false,
    kind: 'undercut',
    points: [start, { x: end.x, y: start.y }, end],
  })
}

/** The diamond on the link that places a claim, made on first use by cutting the link's line in two. */
function jointOn(scene: Scene, attacked: SceneCard): Joint | null {
  const known = scene.joints.find((joint) => joint.of === attacked.id)
  if (known !== undefined) return known
  const at = scene.lines.findIndex((line) => line.id === `l:${attacked.id}`)
  const line = scene.lines[at]
  if (line === undefined) return null
  const start = line.points[0] as Point
  const joint = { id: `j:${attacked.id}`, of: attacked.id, x: start.x - 9, y: start.y }
  scene.joints.push(joint)
  scene.lines[at] = { ...line, from: joint.id, points: [joint, ...line.points.slice(1)] }
  scene.lines.push({ ...line, id: `p:${attacked.id}`, to: joint.id, kind: 'part', points: [start, joint] })
  return joint
}

/** Links of the selected claim beyond the one that places it. */
function crossLinks(scene: Scene, cards: Map<string, SceneCard>, links: readonly Link[], selected: string): void {
  for (const link of links) {
    const from = cards.get(link.from)
    const to = cards.get(link.to)
    if (from === undefined || to === undefined || (link.from !== selected && link.to !== selected)) continue
    if (from.seen.node.link?.id === link.id) continue
    scene.lines.push({
      id: `x:${link.id}`,
      from: link.from,
      to: link.to,
      tone: link.type === 'supports' ? 'support' : link.type === 'rebuts' ? 'rebut' : 'undercut',
      attacks: link.type !== 'supports',
      main: false,
      kind: 'cross',
      points: [middle(from), middle(to)],
    })
  }
}

function middle(card: SceneCard): Point {
  return { x: card.x + card.width / 2, y: card.y + card.height / 2 }
}

/** The scene moved so that a card stands where it stood in `before`: opening a branch never moves what was pressed. */
export function held(scene: Scene, before: Scene, id: string): Scene {
  const then = before.cards.find((card) => card.id === id)
  const now = scene.cards.find((card) => card.id === id)
  if (then === undefined || now === undefined) return scene
  const dx = then.x - now.x
  const dy = then.y - now.y
  if (dx === 0 && dy === 0) return scene
  const moved = <T extends Point>(point: T): T => ({ ...point, x: point.x + dx, y: point.y + dy })
  return {
    ...moved(scene),
    cards: scene.cards.map(moved),
    notes: scene.notes.map(moved),
    joints: scene.joints.map(moved),
    lines: scene.lines.map((line) => ({ ...line, points: line.points.map(moved) })),
  }
}
