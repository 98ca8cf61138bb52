/** The map's one camera: it moves the canvas and the cards together, and follows the scene, the view's size and the pointer. */
import { effect, type Signal } from '@preact/signals'
import {
  type Camera,
  distanceOf,
  fit,
  firstLook,
  inView,
  type Margins,
  muchLarger,
  reveal,
  type Size,
  zoomAt,
} from '../graph/camera.ts'
import type { Picture } from '../graph/picture.ts'
import type { Scene } from '../graph/scene.ts'
import { type Palette, PALETTE_NAMES } from '../graph/style.ts'
import { running } from '../state/debate.ts'
import { greyOf } from '../state/grey.ts'
import { occasion, scene } from '../state/scene.ts'
import { route } from '../state/route.ts'
import { theme } from '../state/theme.ts'
import { anchor, focus, passing, select, selected } from '../state/view.ts'
import { dragCards } from './dragging.ts'
import { hover } from './hovering.ts'
import { measured } from './spacing.ts'
import { steer } from './steer.ts'
import { under } from './under.ts'

const MARGINS: Margins = { top: 50, right: 16, bottom: 64, left: 16 }
/** The corner the overview covers. */
const OVERVIEW: Size = { width: 174, height: 176 }
/** In a map seen from afar the words stand above its card. */
const TITLE = 16
/** Height of the way out of a branch, above the filters. */
const CRUMBS = 42
/** Height of how many claims pass a filter, below it. */
const COUNT = 30
/** In a view less high the issue would go out of sight for a point nobody chose. */
const SHORT = 300
/** Cards this many pixels beyond the view are mounted, too. */
const BEYOND = 300
const NOTE: Size = { width: 200, height: 28 }

export interface MapControl {
  zoom: (factor: number) => void
  fit: () => void
  reset: () => void
  go: (camera: Camera) => void
  camera: () => Camera
  view: () => Size
}

/** What the map's view lends to its camera. */
export interface Driven {
  /** The whole view. */
  element: HTMLElement
  picture: Picture
  /** Holds the cards; moved and scaled with the camera. */
  layer: () => HTMLElement | null
  /** Ids of the cards and notes near the view, which are mounted. */
  near: Signal<ReadonlySet<string>>
  zoom: Signal<number>
  /** Counts the camera's moves. */
  moved: Signal<number>
  /** Moved by hand: from then on the map stays as it is. */
  touched: { current: boolean }
}

/** @returns the camera's controls, and what ends it. */
export function drive(driven: Driven): { control: MapControl; ends: (() => void)[] } {
  const { element, picture, touched } = driven
  let camera: Camera = { x: 0, y: 0, zoom: 1 }
  let frame = 0
  const view = (): Size => sizeOf(element)

  const apply = (): void => {
    frame = 0
    picture.look(camera)
    const layer = driven.layer()
    if (layer !== null) layer.style.transform = `translate(${camera.x}px, ${camera.y}px) scale(${camera.zoom})`
    mount()
    driven.zoom.value = camera.zoom
    driven.moved.value += 1
  }
  const look = (next: Camera): void => {
    camera = next
    if (frame === 0) frame = requestAnimationFrame(apply)
  }
  const mount = (): void => {
    const next = nearOf(camera, view())
    const { near } = driven
    if (next.size !== near.peek().size || [...next].some((id) => !near.peek().has(id))) near.value = next
  }
  const pan = (dx: number, dy: number): void => look({ ...camera, x: camera.x + dx, y: camera.y + dy })
  const byHand = (next: Camera): void => {
    touched.current = true
    look(next)
  }

  const pointed = under(() => camera)
  const ends = [
    followScene({ picture, touched, view, camera: () => camera, look, mount }),
    effect(() => {
      if (theme.value) picture.repaint(palette())
    }),
    steer(element, {
      pan: (dx, dy) => {
        touched.current = true
        pan(dx, dy)
      },
      zoom: (factor, x, y) => byHand(zoomAt(camera, factor, x, y)),
      press: (x, y) => {
        if (distanceOf(camera.zoom) === 'near') return
        const hit = pointed.card(x, y)
        if (hit !== null) select(hit.id)
      },
    }),
    hover(element, (x, y) => {
      if (pointed.card(x, y) === null) return pointed.link(x, y)
      const claim = pointed.claim(x, y)
      return claim === null ? null : { kind: 'claim', ...claim }
    }),
    dragCards(element, { under: pointed.claim, pan }),
    followSize(element, () => {
      picture.resize()
      const now = scene.peek()
      look(touched.current || now === null ? camera : opening(now, view()))
    }),
    () => cancelAnimationFrame(frame),
  ]
  const zoomBy = (factor: number): void => look(zoomAt(camera, factor, view().width / 2, view().height / 2))
  const control: MapControl = {
    zoom: zoomBy,
    fit: () => {
      const now = scene.peek()
      if (now !== null) look(fit(now, view(), { ...margins(), top: margins().top + TITLE }))
    },
    reset: () => zoomBy(1 / camera.zoom),
    go: byHand,
    camera: () => camera,
    view,
  }
  return { control, ends }
}

interface Follower {
  picture: Picture
  touched: { current: boolean }
  view: () => Size
  camera: () => Camera
  look: (next: Camera) => void
  mount: () => void
}

/** Draws each new scene, and looks at it anew where the occasion asks for it; else at what is selected. */
function followScene({ picture, touched, view, camera, look, mount }: Follower): () => void {
  let drawing = 0
  let shownOccasion = ''
  let last: Scene | null = null
  let shownMeasured = measured
  let shownTop = margins().top
  const end = effect(() => {
    const now = scene.value
    if (now === null) return
    const marks = { selected: selected.value, faded: greyOf(now) }
    // What was pressed answers first: cards glide from where they were, and the links follow one frame later.
    cancelAnimationFrame(drawing)
    if (anchor.peek() === null) picture.draw(now, marks)
    else drawing = requestAnimationFrame(() => (drawing = requestAnimationFrame(() => picture.draw(now, marks))))
    const fresh = shownOccasion !== occasion.value || shownMeasured !== measured
    shownMeasured = measured
    const { top } = margins()
    const lower = top - shownTop
    shownTop = top
    if (fresh || (running.value && !touched.current)) {
      shownOccasion = occasion.value
      look(opening(now, view()))
    } else if (anchor.peek() === null) {
      // What the filters' count would cover makes way for it.
      const there = toCard({ ...camera(), y: camera().y + lower }, now, view())
      // Who dragged it there wants it there.
      const before = last === null || halfEmpty(camera(), last, view())
      look(!before && halfEmpty(there, now, view()) ? opening(now, view()) : there)
    }
    anchor.value = null
    last = now
    mount()
  })
  return () => {
    end()
    cancelAnimationFrame(drawing)
  }
}

/** Calls back when the element's size has changed. */
function followSize(element: HTMLElement, changed: () => void): () => void {
  let known = sizeOf(element)
  const resized = new ResizeObserver(() => {
    const now = sizeOf(element)
    if (now.width === known.width && now.height === known.height) return
    known = now
    changed()
  })
  resized.observe(element)
  return () => resized.disconnect()
}

/** With the way out of a branch above them, or the count below, the filters are taller. */
function margins(): Margins {
  const above = (focus.peek() === null ? 0 : CRUMBS) + (passing.peek() === null ? 0 : COUNT)
  return { ...MARGINS, top: MARGINS.top + above }
}

/** How a scene is looked at first. */
function opening(now: Scene, view: Size): Camera {
  const from = firstLook(now, view, margins())
  const to = route.peek()
  const chosen = to.screen === 'debate' && to.claim !== null
  return view.height < SHORT && !chosen ? from : toCard(from, now, view)
}

/** The camera moved so far that what is selected is seen. */
function toCard(from: Camera, now: Scene, view: Size): Camera {
  const card = now.cards.find((candidate) => candidate.id === selected.peek())
  const corner = muchLarger(now, from.zoom, view) ? OVERVIEW : undefined
  return card === undefined ? from : reveal(from, card, view, margins(), corner)
}

/** Ids of the cards and notes to be mounted: from afar the canvas alone shows them. */
function nearOf(camera: Camera, view: Size): Set<string> {
  const now = scene.peek()
  if (now === null || distanceOf(camera.zoom) !== 'near') return new Set()
  const seen = [...now.cards, ...now.notes.map((note) => ({ ...note, ...NOTE }))]
  return new Set(seen.filter((box) => inView(camera, box, view, BEYOND)).map((box) => box.id))
}

/** Whether all there is lies below the middle of the view, or above it: what was open around a claim is closed. */
function halfEmpty(camera: Camera, { y, height }: Scene, view: Size): boolean {
  const top = y * camera.zoom + camera.y
  return top > view.height / 2 || top + height * camera.zoom < Math.min(view.height / 2, height * camera.zoom)
}

export function sizeOf(element: Element): Size {
  return { width: element.clientWidth, height: element.clientHeight }
}

/** The theme's colours, as the canvas needs them. */
export function palette(): Palette {
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(PALETTE_NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]))
}
