/** The map: Cytoscape's canvas below, HTML cards above, one camera for both. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { debate, running } from '../state/debate.ts'
import { greyOf } from '../state/grey.ts'
import { keepScene, scene } from '../state/scene.ts'
import { takeRoom } from '../state/room.ts'
import { selected } from '../state/view.ts'
import { words } from '../text/index.ts'
import { Card, Note } from './Card.tsx'
import { Dragged } from './Dragged.tsx'
import { drive, type MapControl, palette, sizeOf } from './drive.ts'
import { Filters } from './Filters.tsx'
import { HoverCard, HoverPath } from './HoverCard.tsx'
import { mapKeys } from './keys.ts'
import { MapTools } from './MapTools.tsx'
import { measureLike } from './spacing.ts'

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
    const made = drive({ element: root.current, picture, layer: () => layer.current, near, zoom, moved, touched })
    control.current = made.control
    const ends = [measureLike(probe.current), keepScene(), ...made.ends]
    keys.current?.addEventListener('keydown', (event) => mapKeys(event, made.control), { signal: stop })
    stop.addEventListener('abort', () => {
      for (const end of ends) end()
      picture.destroy()
    })
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

async function fontsReady(): Promise<void> {
  await Promise.all([
    document.fonts.load('13px "Inter Variable"'),
    document.fonts.load('600 16px "Inter Variable"'),
    document.fonts.load('13px "Source Serif 4 Variable"'),
  ]).catch(() => [])
}
