/** Whether the search is open. */
import { signal } from '@preact/signals'

export const searching = signal(false)
