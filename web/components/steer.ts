/** Moving the map by hand: drag pans, wheel and pinch zoom, two fingers on a trackpad pan. */
interface Steering {
  pan: (dx: number, dy: number) => void
  /** Zoom by a factor around a point of the map, in pixels from its upper left corner. */
  zoom: (factor: number, x: number, y: number) => void
  /** Pressed and let go without moving. */
  press: (x: number, y: number) => void
}

/** A press that moves less than this many pixels is a click. */
const SLOP = 4

/** Listens on `element` until the returned function is called. A drag that ends on a card does not press the card. */
export function steer(element: HTMLElement, steering: Steering): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const down = new Map<number, { x: number; y: number }>()
  let dragged = false

  const place = (event: MouseEvent): { x: number; y: number } => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const steerable = (event: Event): boolean =>
    event.target instanceof Element && event.target.closest('[data-still]') === null

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || !steerable(event)) return
      if (down.size === 0) dragged = false
      down.set(event.pointerId, place(event))
    },
    { signal },
  )
  element.addEventListener(
    'pointermove',
    (event) => {
      const from = down.get(event.pointerId)
      if (from === undefined) return
      const to = place(event)
      if (!dragged && Math.hypot(to.x - from.x, to.y - from.y) < SLOP) return
      if (!dragged) element.setPointerCapture(event.pointerId)
      dragged = true
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1]
      if (other === undefined) steering.pan(to.x - from.x, to.y - from.y)
      else pinch(from, to, other)
      down.set(event.pointerId, to)
    },
    { signal },
  )
  const pinch = (
    from: { x: number; y: number },
    to: { x: number; y: number },
    other: { x: number; y: number },
  ): void => {
    const before = Math.hypot(from.x - other.x, from.y - other.y) || 1
    const after = Math.hypot(to.x - other.x, to.y - other.y) || 1
    steering.zoom(after / before, (to.x + other.x) / 2, (to.y + other.y) / 2)
    steering.pan((to.x - from.x) / 2, (to.y - from.y) / 2)
  }
  const up = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId) || dragged || event.type === 'pointercancel') return
    const at = place(event)
    steering.press(at.x, at.y)
  }
  element.addEventListener('pointerup', up, { signal })
  element.addEventListener('pointercancel', up, { signal })
  element.addEventListener(
    'click',
    (event) => {
      if (!dragged) return
      dragged = false
      event.preventDefault()
      event.stopPropagation()
    },
    { signal, capture: true },
  )
  element.addEventListener(
    'wheel',
    (event) => {
      if (!steerable(event)) return
      event.preventDefault()
      const at = place(event)
      if (event.ctrlKey || event.metaKey || isMouseWheel(event)) steering.zoom(factorOf(event), at.x, at.y)
      else if (event.shiftKey && event.deltaX === 0) steering.pan(-event.deltaY, 0)
      else steering.pan(-event.deltaX, -event.deltaY)
    },
    { signal, passive: false },
  )
  return () => stop.abort()
}

/** Mouse wheels move by lines, or by large whole steps in one direction; trackpads by small ones in both. */
function isMouseWheel(event: WheelEvent): boolean {
  if (event.shiftKey) return false
  return event.deltaMode !== 0 || (event.deltaX === 0 && Math.abs(event.deltaY) >= 50 && Number.isInteger(event.deltaY))
}

function factorOf(event: WheelEvent): number {
  const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * 33
  return Math.exp(-Math.max(-120, Math.min(120, pixels)) / (event.ctrlKey ? 120 : 480))
}
