/** Where the keyboard goes on when what had the focus is gone, and how dialogs borrow it. */
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/** A dialog over the page: takes the focus while it is there and gives it back to what had it. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const own = dialog.current
    own?.setAttribute('closedby', 'any')
    own?.showModal()
    return () => own?.close()
  }, [])
  return dialog
}

/**
 * After a change of what is shown (undefined while it is on its way): when the focus was on something that is gone, it goes
 * to the beginning of the content.
 */
export function useFocusKept(shown: unknown): void {
  const first = useRef(true)
  useEffect(() => {
    if (shown === undefined) return
    if (!first.current && isLost()) document.getElementById('content')?.focus({ preventScroll: true })
    first.current = false
  }, [shown])
}

export function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

/** To the claims: the map where it is shown, else the outline, else the claim in hand. */
export function toClaims(): void {
  later('.cards-focus', '[role=treeitem][tabindex="0"]', '#inspector')
}

/** To what is said of the claim in hand. */
export function toInspector(): void {
  document.getElementById('inspector')?.focus({ preventScroll: true })
  later('#inspector')
}

/** After a correction that was made what was pressed is gone or off: the focus stays beside it, not at the page's beginning. */
export function stay(made: boolean): void {
  if (made) toInspector()
}

/** To the first of these that is on the page once it is drawn. */
function later(...selectors: string[]): void {
  requestAnimationFrame(() => {
    const found = selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find((one) => one !== null)
    found?.focus({ preventScroll: true })
  })
}
