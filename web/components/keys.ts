/** Keys on the map and anywhere on a debate's screen. */
import type { MapControl } from './drive.ts'
import { picking } from '../state/corrections.ts'
import { offer } from '../state/drag.ts'
import { found, stepFound } from '../state/found.ts'
import { closeHover, hovered } from '../state/hover.ts'
import { searching } from '../state/searching.ts'
import { settings } from '../state/settings.ts'
import { redo, undo } from '../state/undo.ts'
import { focus, focusOn, moveTo, openSiblings, rows, select, selected, stopPicking, toggle } from '../state/view.ts'
import { helping } from '../state/help.ts'
import { toClaims, toInspector } from './focus.ts'
import { MOVES, stepOnMap, typedAhead } from '../state/walk.ts'

export function mapKeys(event: KeyboardEvent, control: MapControl | null): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (act(event.key, control)) event.preventDefault()
}

function act(key: string, control: MapControl | null): boolean {
  const move = MOVES[key]
  const here = selected.value
  if (move !== undefined) {
    const step = stepOnMap(rows.value, here, move)
    if (step !== null && 'go' in step) moveTo(step.go)
    if (step !== null && 'toggle' in step) toggle(step.toggle)
    return true
  }
  if (key === ' ' && here !== null) toggle(here)
  else if (key === 'Enter' && picking.value !== null && here !== null) select(here)
  else if (key === 'Enter') toInspector()
  else if (key === '*' && here !== null) openSiblings(here)
  else if (!settings.value.keys) {
    if (!isLetter(key)) return false
    typeAhead(key)
  } else if (key === '0') control?.fit()
  else if (key === '+' || key === '=') control?.zoom(1.25)
  else if (key === '-') control?.zoom(0.8)
  else return false
  return true
}

export function isLetter(key: string): boolean {
  return /^\p{L}$/u.test(key)
}

/** Letters typed one after the other within so many milliseconds are one beginning. */
const PAUSE = 800

let typed = { text: '', at: 0 }

/**
 * Selects the next claim that begins with the letters typed. In the outline letters always do that, as in every tree; on
 * the map they do where single-letter shortcuts are turned off.
 */
export function typeAhead(key: string): void {
  const now = Date.now()
  typed = { text: now - typed.at < PAUSE ? typed.text + key : key, at: now }
  const next = typedAhead(rows.value, selected.value, typed.text)
  if (next !== null) moveTo(next)
}

/** Keys that work everywhere on the screen of a debate, but not while something is typed. */
export function pageKeys(event: KeyboardEvent): void {
  const typing =
    event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null
  if (event.key === 'Escape') return escape(event, typing)
  if (typing) return
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
    event.preventDefault()
    void (event.shiftKey ? redo() : undo())
    return
  }
  if (event.ctrlKey && event.key.toLowerCase() === 'y') {
    event.preventDefault()
    void redo()
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !settings.value.keys) return
  if (event.key === '/') searching.value = true
  else if (event.key === '?') helping.value = true
  else if (event.key === 'n' || event.key === 'N') stepFound(event.key === 'n' ? 1 : -1)
  else if (event.key === 'f') focusOn(focus.value === null ? selected.value : null)
  else if (event.key === '[' || event.key === ']') nextSource(event.key === ']' ? 1 : -1)
  else return
  event.preventDefault()
}

function escape(event: KeyboardEvent, typing: boolean): void {
  if (offer.value !== null) offer.value = null
  else if (hovered.value !== null) closeHover()
  else if (picking.value !== null) stopPicking()
  else if (searching.value || helping.value) {
    searching.value = false
    helping.value = false
  } else if (found.value !== null) found.value = null
  else if (!typing && document.activeElement?.closest('#inspector')) toClaims()
  else if (focus.value !== null) focusOn(null)
  else return
  event.preventDefault()
}

function nextSource(step: 1 | -1): void {
  const sources = [...document.querySelectorAll<HTMLElement>('[data-source]')]
  const at = sources.findIndex((source) => source.contains(document.activeElement))
  const next = sources[at < 0 ? (step > 0 ? 0 : sources.length - 1) : at + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
