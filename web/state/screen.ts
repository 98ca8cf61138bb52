/** How much room there is; kept up to date by main.tsx. The first two widths stand in styles/narrow.css, too. */
import { signal } from '@preact/signals'

/** Up to 720 pixels: one view at a time. */
export const phone = signal(false)
/** Up to 1000 pixels: the outline waits as a rail. */
export const tablet = signal(false)
/** Up to 1359 pixels: an open outline would take a column of cards from the map. */
export const tight = signal(false)
