/** Everything on the map with its place: cards, headings, "show more" pills, links as lines with corners, joints. */
import type { Link } from '../../shared/debate.ts'
import type { Tone } from './argument.ts'
import { type CardSize, cardSize, type Measure, type Room } from './card.ts'
import { crossLinks, placingLines, undercutOf } from './lines.ts'
import { flat, type Seen } from './open.ts'
import { PLAIN, type Plan, sideOf, type Tree, treesOf } from './place.ts'
import type { Placed } from './tidy.ts'

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
   * `spine` goes up to an issue, `drop` to what stands above, `stub` only to the trunk a sibling draws, `part` from a
   * card to the joint on its link, `trace` marks the way up from the selected claim.
   */
  kind: 'link' | 'drop' | 'spine' | 'stub' | 'part' | 'undercut' | 'cross' | 'trace'
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

/** The scene of visible nodes; `links` are the debate's links, drawn across the tree for `selected` only. */
export function sceneOf(
  tops: Seen[],
  measure: Measure,
  links: readonly Link[] = [],
  selected: string | null = null,
  room: Room = 'wide',
  plan: Plan = PLAIN,
): Scene {
  const scene: Scene = { cards: [], notes: [], lines: [], joints: [], x: 0, y: 0, width: 0, height: 0 }
  for (const tree of treesOf(tops, measure, room, plan)) {
    const { top, size, y } = tree
    if (size !== null) scene.cards.push({ ...size, id: top.node.id, seen: top, x: 0, y })
    fill(scene, tree, measure, plan)
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

function fill(scene: Scene, { top, placed }: Tree, measure: Measure, plan: Plan): void {
  const byId = new Map(flat([top]).map((seen) => [seen.node.id, seen]))
  for (const at of placed) {
    const seen = byId.get(at.id)
    if (seen === undefined) scene.notes.push(noteOf(at, byId))
    else scene.cards.push({ ...at, ...cardSize(seen.node, measure, at.width, plan.lines), seen })
  }
}

function noteOf(placed: Placed, byId: Map<string, Seen>): SceneNote {
  const cut = placed.id.indexOf('@')
  const kind = placed.id.slice(0, cut) as SceneNote['kind']
  const of = placed.id.slice(cut + 1).replace(/@+$/, '')
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
