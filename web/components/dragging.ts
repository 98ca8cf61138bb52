/** Dragging a card by its grip; the rest of the card pans the map like everything else. */
import { drag, offer } from '../state/drag.ts'

interface Ground {
  /** The claim at a point of the map, in pixels from its upper left corner. */
  under: (x: number, y: number) => { id: string; box: { x: number; y: number; width: number; height: number } } | null
  pan: (dx: number, dy: number) => void
}

/** Nearer to an edge than this, the map moves along; by so many pixels a frame. */
const EDGE = 44
const SPEED = 9

/** Listens on `element` until the returned function is called. Escape lets go without a result. */
export function dragCards(element: HTMLElement, { under, pan }: Ground): () => void {
  const stop = new AbortController()
  const { signal } = stop
  let frame = 0

  const move = (clientX: number, clientY: number): void => {
    const now = drag.peek()
    if (now === null) return
    const box = element.getBoundingClientRect()
    const x = clientX - box.left
    const y = clientY - box.top
    const found = under(x, y)
    drag.value = { ...now, x, y, over: found === null || found.id === now.claim ? null : found }
  }
  const along = (): void => {
    const now = drag.peek()
    if (now === null) return
    const toward = (at: number, length: number): number => (at < EDGE ? SPEED : at > length - EDGE ? -SPEED : 0)
    const dx = toward(now.x, element.clientWidth)
    const dy = toward(now.y, element.clientHeight)
    if (dx !== 0 || dy !== 0) pan(dx, dy)
    frame = requestAnimationFrame(along)
  }
  const end = (): void => {
    cancelAnimationFrame(frame)
    drag.value = null
  }

  element.addEventListener(
    'pointerdown',
    (event) => {
      const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grip]') : null
      const claim = grip?.dataset['grip']
      if (claim === undefined || event.button !== 0) return
      event.preventDefault()
      element.setPointerCapture(event.pointerId)
      offer.value = null
      drag.value = { claim, x: 0, y: 0, over: null }
      move(event.clientX, event.clientY)
      frame = requestAnimationFrame(along)
    },
    { signal },
  )
  element.addEventListener('pointermove', (event) => move(event.clientX, event.clientY), { signal })
  element.addEventListener(
    'pointerup',
    () => {
      const now = drag.peek()
      if (now?.over) offer.value = { claim: now.claim, into: now.over.id, box: now.over.box }
      end()
    },
    { signal },
  )
  element.addEventListener('pointercancel', end, { signal })
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || drag.peek() === null) return
      event.stopPropagation()
      end()
    },
    { signal, capture: true },
  )
  return () => {
    stop.abort()
    end()
    offer.value = null
  }
}
