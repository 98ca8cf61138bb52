/** The map: Cytoscape's canvas below, HTML cards above, one camera for both. */
import { useSignal } from '@preact/signals'
import { effect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
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
import { cardAt, lineAt } from '../graph/hit.ts'
import type { Picture } from '../graph/picture.ts'
import type { Point, Scene, SceneCard } from '../graph/scene.ts'
import { type Palette, PALETTE_NAMES } from '../graph/style.ts'
import { debate, running } from '../state/debate.ts'
import { found } from '../state/found.ts'
import type { Hovered } from '../state/hover.ts'
import { keepScene, occasion, scene } from '../state/scene.ts'
import { takeRoom } from '../state/room.ts'
import { route } from '../state/route.ts'
import { theme } from '../state/theme.ts'
import { anchor, focus, passing, select, selected } from '../state/view.ts'
import { words } from '../text/index.ts'
import { Card, Note } from './Card.tsx'
import { Dragged } from './Dragged.tsx'
import { dragCards } from './dragging.ts'
import { Filters } from './Filters.tsx'
import { HoverCard, HoverPath } from './HoverCard.tsx'
import { hover } from './hovering.ts'
import { mapKeys } from './keys.ts'
import { MapTools } from './MapTools.tsx'
import { measured, measureLike } from './spacing.ts'
import { steer } from './steer.ts'

const MARGINS: Margins = { top: 50, right: 16, bottom: 64, left: 16 }
/** The corner the overview covers. */
const OVERVIEW: Size = { width: 174, height: 176 }
/** In a map seen from afar the words stand above its card. */
const TITLE = 16
/** Height of the way out of a branch, above the filters. */
const CRUMBS = 42
/** Height of how many claims pass a filter, below it. */
const COUNT = 30
/** A link is found within so many pixels of its line. */
const REACH = 7
/** In a view less high the issue would go out of sight for a point nobody chose. */
const SHORT = 300
/** Cards this many pixels beyond the view are mounted, too. */
const BEYOND = 300

export interface MapControl {
  zoom: (factor: number) => void
  fit: () => void
  reset: () => void
  go: (camera: Camera) => void
  camera: () => Camera
  view: () => Size
}

export function MapView() {
  const root = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLDivElement>(null)
  const probe = useRef<HTMLSpanElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const keys = useRef<HTMLDivElement>(null)
  const control = useRef<MapControl | null>(null)
  const near = useSignal<ReadonlySet<string>>(new Set())
  /** Moved by hand: from then on the map stays as it is. */
  const touched = useRef(false)
  const zoom = useSignal(1)
  const moved = useSignal(0)

  useEffect(() => {
    const stop = new AbortController()
    void begin(stop.signal)
    const follow = (): void => {
      if (root.current !== null && !touched.current) takeRoom(sizeOf(root.current))
    }
    follow()
    const resized = new ResizeObserver(follow)
    if (root.current !== null) resized.observe(root.current)
    return () => {
      stop.abort()
      resized.disconnect()
    }
  }, [])

  async function begin(stop: AbortSignal): Promise<void> {
    const [{ createPicture }] = await Promise.all([import('../graph/picture.ts'), fontsReady()])
    if (stop.aborted || root.current === null || canvas.current === null || probe.current === null) return
    const picture = createPicture(canvas.current, palette())
    const made = drive(root.current, picture)
    control.current = made.control
    const ends = [measureLike(probe.current), keepScene(), ...made.ends]
    keys.current?.addEventListener('keydown', (event) => mapKeys(event, made.control), { signal: stop })
    stop.addEventListener('abort', () => {
      for (const end of ends) end()
      picture.destroy()
    })
  }

  function drive(element: HTMLDivElement, picture: Picture): { control: MapControl; ends: (() => void)[] } {
    let camera: Camera = { x: 0, y: 0, zoom: 1 }
    let frame = 0
    let drawing = 0
    const view = (): Size => sizeOf(element)
    // With the way out of a branch above them, or the count below, the filters are taller.
    const margins = (): Margins => {
      const above = (focus.peek() === null ? 0 : CRUMBS) + (passing.peek() === null ? 0 : COUNT)
      return { ...MARGINS, top: MARGINS.top + above }
    }

    const apply = (): void => {
      frame = 0
      picture.look(camera)
      if (layer.current) layer.current.style.transform = `translate(${camera.x}px, ${camera.y}px) scale(${camera.zoom})`
      mount()
      zoom.value = camera.zoom
      moved.value += 1
    }
    const look = (next: Camera): void => {
      camera = next
      if (frame === 0) frame = requestAnimationFrame(apply)
    }
    const mount = (): void => {
      const now = scene.peek()
      const next = new Set<string>()
      if (now !== null && distanceOf(camera.zoom) === 'near') {
        for (const card of now.cards) if (inView(camera, card, view(), BEYOND)) next.add(card.id)
        for (const note of now.notes)
          if (inView(camera, { ...note, width: 200, height: 28 }, view(), BEYOND)) next.add(note.id)
      }
      if (next.size !== near.peek().size || [...next].some((id) => !near.peek().has(id))) near.value = next
    }
    const toCard = (from: Camera, now: Scene): Camera => {
      const card = now.cards.find((candidate) => candidate.id === selected.peek())
      const corner = muchLarger(now, from.zoom, view()) ? OVERVIEW : undefined
      return card === undefined ? from : reveal(from, card, view(), margins(), corner)
    }
    const start = (now: Scene): void => {
      const from = firstLook(now, view(), margins())
      const to = route.peek()
      const chosen = to.screen === 'debate' && to.claim !== null
      look(view().height < SHORT && !chosen ? from : toCard(from, now))
    }

    const inScene = (x: number, y: number): Point => ({
      x: (x - camera.x) / camera.zoom,
      y: (y - camera.y) / camera.zoom,
    })
    const seenAt = ({ x, y, width, height }: SceneCard): Hovered['box'] => ({
      x: x * camera.zoom + camera.x,
      y: y * camera.zoom + camera.y,
      width: width * camera.zoom,
      height: height * camera.zoom,
    })
    const cardUnder = (x: number, y: number): SceneCard | null => {
      const now = scene.peek()
      return now === null ? null : cardAt(now, inScene(x, y))
    }
    const linkUnder = (x: number, y: number): Hovered | null => {
      const now = scene.peek()
      const line = now === null || debate.peek() === null ? null : lineAt(now, inScene(x, y), REACH / camera.zoom)
      if (line === null || line.kind === 'spine') return null
      const box = { x, y, width: 0, height: 0 }
      return line.kind === 'cross'
        ? { kind: 'link', id: line.id.slice(2), box }
        : { kind: 'placing', id: line.id.slice(2), box }
    }

    let shownOccasion = ''
    let last: Scene | null = null
    let shownMeasured = measured
    let shownTop = margins().top
    const ends = [
      effect(() => {
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
          start(now)
        } else if (anchor.peek() === null) {
          // What the filters' count would cover makes way for it.
          const there = toCard({ ...camera, y: camera.y + lower }, now)
          // Who dragged it there wants it there.
          const before = last === null || halfEmpty(camera, last, view())
          if (!before && halfEmpty(there, now, view())) start(now)
          else look(there)
        }
        anchor.value = null
        last = now
        mount()
      }),
      effect(() => {
        if (theme.value) picture.repaint(palette())
      }),
      steer(element, {
        pan: (dx, dy) => {
          touched.current = true
          look({ ...camera, x: camera.x + dx, y: camera.y + dy })
        },
        zoom: (factor, x, y) => {
          touched.current = true
          look(zoomAt(camera, factor, x, y))
        },
        press: (x, y) => {
          if (distanceOf(camera.zoom) === 'near') return
          const hit = cardUnder(x, y)
          if (hit !== null) select(hit.id)
        },
      }),
      hover(element, (x, y): Hovered | null => {
        const card = cardUnder(x, y)
        if (card !== null)
          return card.seen.node.kind === 'issue' ? null : { kind: 'claim', id: card.id, box: seenAt(card) }
        return linkUnder(x, y)
      }),
      dragCards(element, {
        under: (x, y) => {
          const card = cardUnder(x, y)
          return card === null || card.seen.node.kind === 'issue' ? null : { id: card.id, box: seenAt(card) }
        },
        pan: (dx, dy) => look({ ...camera, x: camera.x + dx, y: camera.y + dy }),
      }),
      () => {
        cancelAnimationFrame(frame)
        cancelAnimationFrame(drawing)
      },
    ]
    let known = view()
    const resized = new ResizeObserver(() => {
      const now = view()
      if (now.width === known.width && now.height === known.height) return
      known = now
      picture.resize()
      if (!touched.current && scene.peek() !== null) start(scene.peek() as Scene)
      else look(camera)
    })
    resized.observe(element)
    ends.push(() => resized.disconnect())
    const control: MapControl = {
      zoom: (factor) => look(zoomAt(camera, factor, view().width / 2, view().height / 2)),
      fit: () =>
        scene.peek() !== null && look(fit(scene.peek() as Scene, view(), { ...margins(), top: margins().top + TITLE })),
      reset: () => look(zoomAt(camera, 1 / camera.zoom, view().width / 2, view().height / 2)),
      go: (next) => {
        touched.current = true
        look(next)
      },
      camera: () => camera,
      view,
    }
    return { control, ends }
  }

  const now = scene.value
  const { map } = words.value
  const grey = now === null ? new Set<string>() : greyOf(now)
  return (
    <section class="map" ref={root} aria-label={map.label}>
      <div class="canvas" ref={canvas} aria-hidden="true" />
      <span class="spacing-probe" ref={probe} aria-hidden="true">
        m m
      </span>
      <div
        class="cards-focus"
        role="application"
        tabIndex={0}
        aria-label={map.label}
        aria-describedby="map-help"
        aria-activedescendant={
          selected.value !== null && near.value.has(selected.value) ? `card-${selected.value}` : undefined
        }
        ref={keys}
      >
        <div class="cards" ref={layer}>
          <HoverPath />
          {now?.notes.map((note) => near.value.has(note.id) && <Note key={note.id} note={note} />)}
          {now?.cards.map(
            (card) =>
              near.value.has(card.id) && (
                <Card key={card.id} card={card} selected={card.id === selected.value} grey={grey.has(card.id)} />
              ),
          )}
        </div>
      </div>
      <p id="map-help" class="unseen">
        {map.help}
      </p>
      <Filters />
      <HoverCard />
      <Dragged />
      <MapTools control={control} zoom={zoom.value} moved={moved} />
      {(now === null || (now.cards.length === 0 && (running.value || debate.value === null))) && <MapSkeleton />}
    </section>
  )
}

/** Whether all there is lies below the middle of the view, or above it: what was open around a claim is closed. */
function halfEmpty(camera: Camera, { y, height }: Scene, view: Size): boolean {
  const top = y * camera.zoom + camera.y
  return top > view.height / 2 || top + height * camera.zoom < Math.min(view.height / 2, height * camera.zoom)
}

function sizeOf(element: Element): Size {
  return { width: element.clientWidth, height: element.clientHeight }
}

/** Where cards will be, until there are any. */
export function MapSkeleton() {
  return (
    <div class="map-skeleton" aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((at) => (
        <i key={at} class="skeleton" />
      ))}
    </div>
  )
}

/** With a filter on, what does not pass it is grey; after a search, what was not found. */
function greyOf(now: Scene): Set<string> {
  const pass = passing.value?.passing
  const hits = found.value === null ? undefined : new Set(found.value.claims)
  if (pass === undefined && hits === undefined) return new Set()
  const grey = now.cards.filter(
    ({ id, seen }) => seen.node.kind !== 'issue' && (pass?.has(id) === false || hits?.has(id) === false),
  )
  return new Set(grey.map((card) => card.id))
}

function palette(): Palette {
  const style = getComputedStyle(document.documentElement)
  return Object.fromEntries(PALETTE_NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]))
}

async function fontsReady(): Promise<void> {
  await Promise.all([
    document.fonts.load('13px "Inter Variable"'),
    document.fonts.load('600 16px "Inter Variable"'),
    document.fonts.load('13px "Source Serif 4 Variable"'),
  ]).catch(() => [])
}
