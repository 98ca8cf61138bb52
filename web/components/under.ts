/** What of the map lies under a point of the view. */
import type { Camera } from '../graph/camera.ts'
import { cardAt, lineAt } from '../graph/hit.ts'
import type { SceneCard } from '../graph/scene.ts'
import { debate } from '../state/debate.ts'
import type { Hovered } from '../state/hover.ts'
import { scene } from '../state/scene.ts'

/** A link is found within so many pixels of its line. */
const REACH = 7

/** Points are in pixels of the view. */
export interface Under {
  card: (x: number, y: number) => SceneCard | null
  /** The claim whose card lies there. The is none. */
  claim: (x: number, y: number) => { id: string; box: Hovered['box'] } | null
  /** The link whose line passes there. */
  link: (x: number, y: number) => Hovered | null
}

/** @param camera - As it is when it is asked. */
export function under(camera: () => Camera): Under {
  const inScene = (x: number, y: number) => {
    const from = camera()
    return { x: (x - from.x) / from.zoom, y: (y - from.y) / from.zoom }
  }
  const boxOf = ({ x, y, width, height }: SceneCard): Hovered['box'] => {
    const from = camera()
    return {
      x: x * from.zoom + from.x,
      y: y * from.zoom + from.y,
      width: width * from.zoom,
      height: height * from.zoom,
    }
  }
  const card = (x: number, y: number): SceneCard | null => {
    const now = scene.peek()
    return now === null ? null : cardAt(now, inScene(x, y))
  }
  return {
    card,
    claim: (x, y) => {
      const hit = card(x, y)
      return hit === null || hit.seen.node.kind === 'issue' ? null : { id: hit.id, box: boxOf(hit) }
    },
    link: (x, y) => {
      const now = scene.peek()
      const line = now === null || debate.peek() === null ? null : lineAt(now, inScene(x, y), REACH / camera().zoom)
      if (line === null || line.kind === 'spine') return null
      const box = { x, y, width: 0, height: 0 }
      return { kind: line.kind === 'cross' ? 'link' : 'placing', id: line.id.slice(2), box }
    },
  }
}
