/** Where one looks from: a point of the scene is shown at `scene × zoom + (x, y)`. */
export interface Camera {
  x: number
  y: number
  zoom: number
}

export interface Size {
  width: number
  height: number
}

/** A box of the scene. */
interface Area extends Size {
  x: number
  y: number
}

/** What covers the map's edges: toolbars. In pixels. */
export interface Margins {
  top: number
  right: number
  bottom: number
  left: number
}

/** The tallest map there can be, of 300 cards below each other, is whole in view. */
const LEAST_ZOOM = 0.02
const MOST_ZOOM = 1.6

/** The least zoom at which a card's text is 12 pixels high. */
export const LEGIBLE = 0.925

/** From here on cards are text; below they are headlines, then blocks. */
export const NEAR = 0.75
const MIDDLE = 0.4

export type Distance = 'near' | 'middle' | 'far'

export function distanceOf(zoom: number): Distance {
  return zoom >= NEAR ? 'near' : zoom >= MIDDLE ? 'middle' : 'far'
}

/** Zoom by a factor; the scene's point at (x, y) of the view stays where it is. */
export function zoomAt(camera: Camera, factor: number, x: number, y: number): Camera {
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, camera.zoom * factor))
  const scale = zoom / camera.zoom
  return { zoom, x: x - (x - camera.x) * scale, y: y - (y - camera.y) * scale }
}

/** The whole scene in view, at most at `largest` zoom. */
export function fit(scene: Area, view: Size, margins: Margins, largest = 1): Camera {
  const width = Math.max(1, view.width - margins.left - margins.right)
  const height = Math.max(1, view.height - margins.top - margins.bottom)
  const zoom = Math.max(LEAST_ZOOM, Math.min(largest, width / scene.width, height / scene.height))
  return {
    zoom,
    x: margins.left + Math.max(0, (width - scene.width * zoom) / 2) - scene.x * zoom,
    y: margins.top + Math.max(0, (height - scene.height * zoom) / 2) - scene.y * zoom,
  }
}

/** The first look: as large as reads well, from the upper left corner, the whole in view where that stays legible. */
export function firstLook(scene: Area, view: Size, margins: Margins): Camera {
  const whole = fit(scene, view, margins)
  if (whole.zoom >= LEGIBLE) return whole
  const wide = Math.min(1, (view.width - margins.left - margins.right) / scene.width)
  const tall = scene.height * wide > view.height - margins.top
  const zoom = tall ? LEGIBLE : Math.max(LEGIBLE, wide)
  const spare = view.width - margins.left - margins.right - scene.width * zoom
  return { zoom, x: margins.left + Math.max(0, spare / 2) - scene.x * zoom, y: margins.top - scene.y * zoom }
}

/** So many times larger than the view a map has to be to need an overview: it covers cards, and a short way is dragged. */
const MUCH_LARGER = { across: 1.15, down: 1.7 }

/** Whether a map is so much larger than the view that an overview of it helps. */
export function muchLarger(scene: Size, zoom: number, view: Size): boolean {
  return scene.width * zoom > view.width * MUCH_LARGER.across || scene.height * zoom > view.height * MUCH_LARGER.down
}

/**
 * The smallest move that brings a box of the scene between the margins; `corner` is the size of what else covers the view's
 * lower right one, in pixels.
 */
export function reveal(
  camera: Camera,
  box: Area,
  view: Size,
  margins: Margins,
  corner: Size = { width: 0, height: 0 },
): Camera {
  const moved = between(camera, box, view, margins)
  const right = (box.x + box.width) * moved.zoom + moved.x
  const bottom = (box.y + box.height) * moved.zoom + moved.y
  const covered = right > view.width - corner.width && bottom > view.height - corner.height
  return covered ? between(camera, box, view, { ...margins, bottom: Math.max(margins.bottom, corner.height) }) : moved
}

function between(camera: Camera, box: Area, view: Size, margins: Margins): Camera {
  const shift = (start: number, length: number, least: number, most: number): number => {
    if (start < least) return least - start
    return start + length > most ? Math.max(most - start - length, least - start) : 0
  }
  const x = box.x * camera.zoom + camera.x
  const y = box.y * camera.zoom + camera.y
  return {
    zoom: camera.zoom,
    x: camera.x + shift(x, box.width * camera.zoom, margins.left, view.width - margins.right),
    y: camera.y + shift(y, box.height * camera.zoom, margins.top, view.height - margins.bottom),
  }
}

/** Whether a box of the scene is in view or within `beyond` pixels of it. */
export function inView(camera: Camera, box: Area, view: Size, beyond: number): boolean {
  const left = box.x * camera.zoom + camera.x
  const top = box.y * camera.zoom + camera.y
  return (
    left < view.width + beyond &&
    top < view.height + beyond &&
    left + box.width * camera.zoom > -beyond &&
    top + box.height * camera.zoom > -beyond
  )
}
