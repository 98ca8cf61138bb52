/** Scene → what Cytoscape draws: cards as blocks for the far view, joints, and links with their corners. */
import type { ElementDefinition } from 'cytoscape'
import type { ArgumentNode, Tone } from './argument.ts'
import type { Point, Scene, SceneLine } from './scene.ts'

export function elementsOf(scene: Scene): ElementDefinition[] {
  const centres = new Map<string, Point>()
  const nodes: ElementDefinition[] = []
  for (const card of scene.cards) {
    const position = { x: card.x + card.width / 2, y: card.y + card.height / 2 }
    centres.set(card.id, position)
    const { node } = card.seen
    const data = {
      id: card.id,
      w: card.width,
      h: card.height,
      tone: node.tone,
      label: labelOf(node),
      main: isMain(node.relation),
    }
    nodes.push({ group: 'nodes', data, position })
  }
  for (const joint of scene.joints) {
    centres.set(joint.id, joint)
    nodes.push({
      group: 'nodes',
      data: { id: joint.id, w: 10, h: 10, tone: 'joint' },
      position: { x: joint.x, y: joint.y },
    })
  }
  const edges = scene.lines.map(
    (line): ElementDefinition => ({
      group: 'edges',
      data: {
        id: line.id,
        source: line.from,
        target: line.to,
        tone: line.tone,
        kind: line.kind,
        attacks: line.attacks,
        main: line.main,
        ...corners(line.points),
        ...ends(line, centres),
      },
    }),
  )
  return [...nodes, ...edges]
}

/** The glyph of each tone, and of the mark that matters most: from afar relation and standing are told by more than hue. */
const GLYPHS: Record<Tone, string> = {
  support: '+ ',
  rebut: '− ',
  undercut: '◇ ',
  evidence: '≡ ',
  neutral: '',
  issue: '',
}

function labelOf({ tone, headline, standing }: ArgumentNode): string {
  const mark = standing?.label === 'contested' ? ' ◐' : standing?.unanswered === true ? ' ◌' : ''
  return `${GLYPHS[tone]}${headline}${mark}`
}

function isMain(relation: string): boolean {
  return relation === 'for' || relation === 'against' || relation === 'position' || relation === 'issue'
}

/** Cytoscape wants corners as share of the way between the ends and distance from the straight line. */
function corners(points: Point[]): { weights: number[]; distances: number[] } {
  const start = points[0] as Point
  const end = points.at(-1) as Point
  const dx = end.x - start.x
  const dy = end.y - start.y
  const length = Math.hypot(dx, dy) || 1
  const inner = points.slice(1, -1)
  if (inner.length === 0) return { weights: [0.5], distances: [0] }
  return {
    weights: inner.map((point) => ((point.x - start.x) * dx + (point.y - start.y) * dy) / (length * length)),
    distances: inner.map((point) => ((point.y - start.y) * dx - (point.x - start.x) * dy) / length),
  }
}

function ends(line: SceneLine, centres: Map<string, Point>): { start: string; end: string } {
  const relative = (id: string, point: Point): string => {
    const centre = centres.get(id) ?? point
    return `${point.x - centre.x}px ${point.y - centre.y}px`
  }
  if (line.kind === 'cross') return { start: 'outside-to-node', end: 'outside-to-node' }
  return {
    start: relative(line.from, line.points[0] as Point),
    end: relative(line.to, line.points.at(-1) as Point),
  }
}
