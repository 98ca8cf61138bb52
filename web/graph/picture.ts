/** The canvas under the cards. The only file that runs Cytoscape; loaded when a map is opened. */
import cytoscape, { type Core, type ElementDefinition } from 'cytoscape'
import { type Camera, type Distance, distanceOf } from './camera.ts'
import { elementsOf } from './elements.ts'
import type { Scene } from './scene.ts'
import { type Palette, styleOf } from './style.ts'

export interface Marks {
  selected: string | null
  /** Nodes kept only because others hang on them. */
  faded: ReadonlySet<string>
}

export interface Picture {
  /** Shows exactly these elements; what stays keeps its identity. */
  draw(scene: Scene, marks: Marks): void
  look(camera: Camera): void
  repaint(palette: Palette): void
  resize(): void
  destroy(): void
}

/** Cytoscape writes an element of style into the page unless one of this id is there; the page's own styles do its work. */
const STYLE_ID = '__________cytoscape_stylesheet'

export function createPicture(container: HTMLElement, palette: Palette): Picture {
  if (document.getElementById(STYLE_ID) === null) {
    const stand = document.createElement('meta')
    stand.id = STYLE_ID
    document.head.append(stand)
  }
  const cy = cytoscape({
    container,
    layout: { name: 'preset', fit: false },
    minZoom: 0.02,
    maxZoom: 4,
    userPanningEnabled: false,
    userZoomingEnabled: false,
    boxSelectionEnabled: false,
    autoungrabify: true,
    autounselectify: true,
  })
  let distance: Distance = 'near'
  paint(cy, palette)
  return {
    draw(scene, marks) {
      cy.batch(() => {
        update(cy, elementsOf(scene))
        mark(cy, marks)
        cy.nodes('[tone != "joint"]').not(`.${distance}`).removeClass('near middle far').addClass(distance)
      })
    },
    look(camera) {
      cy.viewport({ zoom: camera.zoom, pan: { x: camera.x, y: camera.y } })
      const now = distanceOf(camera.zoom)
      if (now === distance) return
      distance = now
      cy.batch(() => cy.nodes('[tone != "joint"]').removeClass('near middle far').addClass(now))
    },
    repaint: (colours) => paint(cy, colours),
    resize: () => void cy.resize(),
    destroy: () => cy.destroy(),
  }
}

function paint(cy: Core, palette: Palette): void {
  // Corners are measured from the ends of the line; the option is missing from Cytoscape's types but not from its style text.
  cy.style().fromJson(styleOf(palette)).append('edge { edge-distances: endpoints; }').update()
}

/** Touches only what changed: every change makes Cytoscape work out an element's style and corners again. */
function update(cy: Core, elements: ElementDefinition[]): void {
  const wanted = new Map(elements.map((element) => [element.data.id as string, element]))
  cy.elements().forEach((element) => {
    const next = wanted.get(element.id())
    const { source, target } = next?.data ?? {}
    if (
      next === undefined ||
      (element.isEdge() && (source !== element.data('source') || target !== element.data('target')))
    ) {
      element.remove()
      return
    }
    wanted.delete(element.id())
    if (!same(element.data(), next.data)) element.data(next.data)
    if (!element.isNode() || next.position === undefined) return
    const { x, y } = element.position()
    if (x !== next.position.x || y !== next.position.y) element.position(next.position)
  })
  cy.add([...wanted.values()])
}

function same(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  return Object.entries(after).every(([name, value]) => {
    const known = before[name]
    return Array.isArray(value) ? String(known) === String(value) : known === value
  })
}

function mark(cy: Core, marks: Marks): void {
  cy.nodes().forEach((node) => {
    node.toggleClass('selected', node.id() === marks.selected)
    node.toggleClass('faded', marks.faded.has(node.id()))
  })
  cy.edges().forEach((edge) => {
    edge.toggleClass('faded', marks.faded.has(edge.data('source') as string))
  })
}
