/** Links as lines with corners: those that place cards, undercuts with their joints, links across for the card in hand. */
import type { Link } from '../../shared/debate.ts'
import type { Tone } from './argument.ts'
import { attacksLink, INDENT } from './place.ts'
import type { Joint, Point, Scene, SceneCard, SceneLine } from './scene.ts'

/** Links leave and arrive at the height of the first words: in pixels below a card's upper edge. */
const LEVEL = 15
/** Where links of each tone arrive below `LEVEL`, and how far before it they turn: lower ones nearer, so that none cross. */
const PORT: Record<Tone, number> = { support: 0, evidence: 9, rebut: 18, neutral: 27, undercut: 0, issue: 0 }
const TURN: Record<Tone, number> = { support: 34, evidence: 27, rebut: 20, neutral: 13, undercut: 20, issue: 13 }
const TURN_UP: Record<Tone, number> = { support: 13, evidence: 20, rebut: 27, neutral: 34, undercut: 20, issue: 13 }

/** Links from further columns turn up so far left of their card, and pass so far above those they go around. */
const FAR = 22
const PASS = 6
/** Where links from below arrive, from the left edge of what they answer. */
const DROP: Record<Tone, number> = { support: 13, evidence: 10, rebut: 7, neutral: 10, undercut: 10, issue: 10 }

/**
 * The links that place cards. Siblings of one tone share a trunk: the farthest draws it, the others only the stub that
 * joins it, for dashes drawn over each other would look solid. The way up from `selected` is drawn once more, whole.
 */
export function placingLines(scene: Scene, cards: Map<string, SceneCard>, selected: string | null): void {
  const trunks = new Map<string, SceneLine>()
  for (const card of scene.cards) {
    const line = wholeLine(card, cards)
    if (line === null) continue
    scene.lines.push(line)
    const up = isUp(line)
    const trunk = `${line.to} ${line.tone} ${up} ${line.points[1]?.x}`
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

/** Whether a link comes from above where it arrives, not around others; cards come from top to bottom, so the first of those is farthest. */
function isUp(line: SceneLine): boolean {
  return line.points.length < 6 && (line.points[0] as Point).y < (line.points.at(-1) as Point).y
}

function shorten(line: SceneLine): void {
  if (line.points.length <= 2) return
  line.points = line.points.slice(0, 2)
  if (line.kind === 'link' || line.kind === 'drop') line.kind = 'stub'
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
    const x = card.x - INDENT + (node.tone === 'support' ? 15 : attacks ? 8 : 11)
    return { ...line, kind: 'spine', points: [start, { x, y: start.y }, { x, y: parent.y + parent.height }] }
  }
  if (card.x < parent.x + parent.width) return dropLine(card, parent, line)
  const top = topBetween(card, parent, cards)
  const end = { x: parent.x + parent.width, y: parent.y + LEVEL + PORT[node.tone] }
  const x = end.x + (start.y < end.y ? TURN_UP : TURN)[node.tone]
  if (top !== null) {
    const trunk = card.x - FAR
    return {
      ...line,
      kind: 'link',
      points: [start, { x: trunk, y: start.y }, { x: trunk, y: top }, { x, y: top }, { x, y: end.y }, end],
    }
  }
  const points = Math.abs(start.y - end.y) < 1 ? [start, end] : [start, { x, y: start.y }, { x, y: end.y }, end]
  return { ...line, kind: 'link', points }
}

/** How high a link has to climb to pass above its siblings in nearer columns; null when there are none of them. */
function topBetween(card: SceneCard, parent: SceneCard, cards: Map<string, SceneCard>): number | null {
  if (card.x < parent.x + 2 * parent.width) return null
  const between = parent.seen.children
    .map((child) => cards.get(child.node.id))
    .filter((one) => one !== undefined && one.x > parent.x + parent.width && one.x < card.x)
  return Math.min(card.y, ...between.map((one) => one?.y ?? card.y)) - PASS
}

/** The link of a reply that stands below what it answers: up to its lower edge, or around its corner when neither is indented. */
function dropLine(card: SceneCard, parent: SceneCard, line: Omit<SceneLine, 'kind' | 'points'>): SceneLine {
  const start = { x: card.x, y: card.y + LEVEL }
  const x = parent.x + DROP[line.tone]
  if (x < card.x)
    return { ...line, kind: 'drop', points: [start, { x, y: start.y }, { x, y: parent.y + parent.height }] }
  const end = { x: parent.x, y: parent.y + parent.height - LEVEL }
  return { ...line, kind: 'drop', points: [start, { x: start.x - 9, y: start.y }, { x: start.x - 9, y: end.y }, end] }
}

/** An undercut ends on a diamond on the link it attacks; where that link is not drawn it ends at the claim it comes from. */
export function undercutOf(scene: Scene, card: SceneCard, cards: Map<string, SceneCard>): void {
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
  const turn = line.points[1]?.x ?? start.x
  const joint = { id: `j:${attacked.id}`, of: attacked.id, x: Math.max(start.x - 9, turn), y: start.y }
  scene.joints.push(joint)
  scene.lines[at] = { ...line, from: joint.id, points: [joint, ...line.points.slice(1)] }
  scene.lines.push({ ...line, id: `p:${attacked.id}`, to: joint.id, kind: 'part', points: [start, joint] })
  return joint
}

/** Links of the selected claim beyond the one that places it. */
export function crossLinks(
  scene: Scene,
  cards: Map<string, SceneCard>,
  links: readonly Link[],
  selected: string,
): void {
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
