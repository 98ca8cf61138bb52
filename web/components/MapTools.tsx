/** Zoom buttons, legend, overview: everything a drag or a wheel does can be pressed. */
import type { Signal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { muchLarger } from '../graph/camera.ts'
import type { Scene } from '../graph/scene.ts'
import { debate } from '../state/debate.ts'
import { scene } from '../state/scene.ts'
import { theme } from '../state/theme.ts'
import { capped, selected } from '../state/view.ts'
import { MOST } from '../graph/open.ts'
import { words } from '../text/index.ts'
import { Icon } from './Icon.tsx'
import type { MapControl } from './drive.ts'

export function MapTools({
  control,
  zoom,
  moved,
}: {
  control: RefObject<MapControl | null>
  zoom: number
  moved: Signal<number>
}) {
  const { map } = words.value
  return (
    <>
      <Overview control={control} moved={moved} />
      <div class="map-foot" data-still>
        {capped.value && (
          <p class="cap" role="status">
            {map.cap(MOST)}
          </p>
        )}
        <div class="tools" role="toolbar" aria-label={map.label}>
          <button type="button" aria-label={map.zoomOut} title={map.zoomOut} onClick={() => control.current?.zoom(0.8)}>
            <Icon name="minus" />
          </button>
          <button
            type="button"
            class="zoom"
            aria-label={map.zoom(Math.round(zoom * 100))}
            onClick={() => control.current?.reset()}
          >
            {Math.round(zoom * 100)}%
          </button>
          <button type="button" aria-label={map.zoomIn} title={map.zoomIn} onClick={() => control.current?.zoom(1.25)}>
            <Icon name="plus" />
          </button>
          <button type="button" aria-label={map.fit} title={map.fit} onClick={() => control.current?.fit()}>
            <Icon name="focus" />
          </button>
        </div>
        <Legend />
      </div>
    </>
  )
}

function Legend() {
  const { map } = words.value
  const kinds = new Set(scene.value?.lines.map((line) => line.tone))
  const answers = debate.value?.replies.length
  return (
    <details class="legend">
      <summary>{map.legend}</summary>
      <Sample tone="support" text={map.supports} />
      <Sample tone="rebut" dash="7 4" text={map.rebuts} />
      {kinds.has('undercut') && <Sample tone="undercut" dash="0.1 5" text={map.undercuts} />}
      {answers !== undefined && answers > 0 && kinds.has('neutral') && (
        <Sample tone="neutral" dash="2 3" text={map.answers} />
      )}
    </details>
  )
}

function Sample({ tone, dash, text }: { tone: string; dash?: string; text: string }) {
  return (
    <span>
      <svg viewBox="0 0 26 10" aria-hidden="true" class={tone}>
        <path d="M2 5h22" stroke-dasharray={dash} />
      </svg>
      {text}
    </span>
  )
}

const WIDTH = 148
const HEIGHT = 100

/** The whole map small, with a frame around what is in view; shown only when the map is much larger than the view. */
function Overview({ control, moved }: { control: RefObject<MapControl | null>; moved: Signal<number> }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const now = scene.value
  const frame = frameOf(control.current, moved.value)
  const larger = now !== null && frame !== null && muchLarger(now, 1, frame)
  useEffect(() => {
    if (larger && canvas.current !== null && now !== null && frame !== null) paint(canvas.current, now, frame)
  }, [now, moved.value, theme.value, selected.value, larger])
  if (!larger || now === null) return null
  const go = (event: PointerEvent & { currentTarget: HTMLCanvasElement }): void => {
    const made = control.current
    if (made === null || (event.type === 'pointermove' && event.buttons === 0)) return
    const box = event.currentTarget.getBoundingClientRect()
    const { across, down, left, top } = scaled(now)
    const { zoom } = made.camera()
    const view = made.view()
    const x = (event.clientX - box.left - left) / across + now.x
    const y = (event.clientY - box.top - top) / down + now.y
    made.go({ zoom, x: view.width / 2 - x * zoom, y: view.height / 2 - y * zoom })
  }
  return (
    <canvas
      class="overview"
      data-still
      ref={canvas}
      width={WIDTH * 2}
      height={HEIGHT * 2}
      role="img"
      aria-label={words.value.map.overview}
      onPointerDown={go}
      onPointerMove={go}
    />
  )
}

interface Frame {
  x: number
  y: number
  width: number
  height: number
}

/** What is in view, in scene coordinates; `_moved` makes the caller follow the camera. */
function frameOf(control: MapControl | null, _moved: number): Frame | null {
  if (control === null) return null
  const { x, y, zoom } = control.camera()
  const { width, height } = control.view()
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
}

/** A map much taller than wide would be a line: it takes up a third of each side at least, whatever its shape. */
function scaled({ width, height }: Scene): { across: number; down: number; left: number; top: number } {
  const [most, highest] = [(WIDTH - 12) / width, (HEIGHT - 12) / height]
  const scale = Math.min(most, highest)
  const across = Math.min(most, Math.max(scale, WIDTH / 3 / width))
  const down = Math.min(highest, Math.max(scale, HEIGHT / 3 / height))
  return { across, down, left: (WIDTH - width * across) / 2, top: (HEIGHT - height * down) / 2 }
}

/** Cards are drawn at least so high, and the frame around what is in view, in pixels. */
const LEAST = { card: 1, frame: 5 }

function paint(canvas: HTMLCanvasElement, now: Scene, frame: Frame): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  const style = getComputedStyle(canvas)
  const colour = (name: string): string => style.getPropertyValue(`--${name}`)
  const { across, down, left, top } = scaled(now)
  context.resetTransform()
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.setTransform(2, 0, 0, 2, 2 * left, 2 * top)
  for (const card of now.cards) {
    context.globalAlpha = card.id === selected.value ? 1 : 0.5
    context.fillStyle = colour(card.seen.node.tone === 'issue' ? 'ink' : card.seen.node.tone)
    const height = Math.max(LEAST.card, card.height * down)
    context.fillRect((card.x - now.x) * across, (card.y - now.y) * down, card.width * across, height)
  }
  context.globalAlpha = 1
  context.lineWidth = 1.5
  context.strokeStyle = colour('focus')
  const x = Math.max((frame.x - now.x) * across, 1 - left)
  const y = Math.max((frame.y - now.y) * down, 1 - top)
  const right = Math.min((frame.x + frame.width - now.x) * across, WIDTH - left - 1)
  const bottom = Math.min(Math.max((frame.y + frame.height - now.y) * down, y + LEAST.frame), HEIGHT - top - 1)
  context.strokeRect(x, y, right - x, bottom - y)
}
