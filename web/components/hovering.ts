/** Shows what the pointer rests on, and keeps it while the pointer is on it or on what it says (WCAG 1.4.13). */
import { closeHover, type Hovered, hovered, pinned } from '../state/hover.ts'

/** A pointer rests after so many milliseconds. */
const RESTS = 300
/** Time to move from a card to what is told about it. */
const GRACE = 250

/**
 * `under` says what is at a point of the element, in pixels from its upper left corner. Touch never hovers. Listens until
 * the returned function is called.
 */
export function hover(element: HTMLElement, under: (x: number, y: number) => Hovered | null): () => void {
  const stop = new AbortController()
  const { signal } = stop
  let wanted: string | null = null
  let timer = 0

  const after = (time: number, then: () => void): void => {
    clearTimeout(timer)
    timer = window.setTimeout(then, time)
  }
  const leave = (): void => {
    wanted = null
    if (hovered.peek() === null) clearTimeout(timer)
    else if (!pinned.peek()) after(GRACE, closeHover)
  }
  element.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch' || event.buttons !== 0 || pinned.peek()) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest('.hover-card')) {
        clearTimeout(timer)
        wanted = nameOf(hovered.peek())
        return
      }
      if (target?.closest('[data-still], .opener, .show-more')) return leave()
      const box = element.getBoundingClientRect()
      const next = under(event.clientX - box.left, event.clientY - box.top)
      const name = nameOf(next)
      if (next === null) return wanted === null ? undefined : leave()
      if (name === wanted) return
      wanted = name
      if (name === nameOf(hovered.peek())) clearTimeout(timer)
      else after(RESTS, () => (hovered.value = next))
    },
    { signal },
  )
  element.addEventListener('pointerleave', leave, { signal })
  const away = (event: Event): void => {
    if (event.target instanceof Element && event.target.closest('.hover-card')) return
    clearTimeout(timer)
    if (!pinned.peek()) closeHover()
  }
  element.addEventListener('pointerdown', away, { signal })
  element.addEventListener('wheel', away, { signal, passive: true })
  return () => {
    stop.abort()
    clearTimeout(timer)
    closeHover()
  }
}

function nameOf(of: Hovered | null): string | null {
  return of === null ? null : `${of.kind} ${of.id}`
}
