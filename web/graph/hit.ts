/** What lies under a point of the scene. */
import type { Point, Scene, SceneCard, SceneLine } from './scene.ts'

/** How far a curved link across the tree is drawn from the straight line, see style.ts. */
export const BEND = 60
/** Straight pieces a curve is followed in. */
const PIECES = 12

export function cardAt(scene: Scene, at: Point): SceneCard | null {
  const inside = ({ x, y, width, height }: SceneCard): boolean =>
    at.x >= x && at.y >= y && at.x <= x + width && at.y <= y + height
  // The last drawn lies on top.
  return scene.cards.findLast(inside) ?? null
}

/**
 * The link within reach of a point, by the part that is its own: from its card to the trunk it shares with others. The
 * nearest where several are.
 */
export function lineAt(scene: Scene, at: Point, reach: number): SceneLine | null {
  let best: SceneLine | null = null
  let least = reach
  for (const line of scene.lines) {
    const way = line.kind === 'trace' ? [] : ownWay(line)
    for (let piece = 1; piece < way.length; piece += 1) {
      const far = distance(at, way[piece - 1] as Point, way[piece] as Point)
      if (far > least) continue
      least = far
      best = line
    }
  }
  return best
}

function ownWay(line: SceneLine): Point[] {
  if (line.kind === 'cross') return curve(line.points[0] as Point, line.points.at(-1) as Point)
  return line.kind === 'undercut' ? line.points : line.points.slice(0, 2)
}

/** The quadratic curve between two points whose control point stands `BEND` beside their middle. */
function curve(from: Point, to: Point): Point[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const control = {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * BEND,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * BEND,
  }
  return Array.from({ length: PIECES + 1 }, (_, at) => {
    const t = at / PIECES
    const mix = (a: number, b: number, c: number): number => (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c
    return { x: mix(from.x, control.x, to.x), y: mix(from.y, control.y, to.y) }
  })
}

function distance(at: Point, from: Point, to: Point): number {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const share = ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy || 1)
  const along = Math.min(1, Math.max(0, share))
  return Math.hypot(at.x - from.x - along * dx, at.y - from.y - along * dy)
}
