/** The theme in use: the one chosen, else the system's. */
import { computed, signal } from '@preact/signals'
import { settings } from './settings.ts'

/** Whether the system asks for dark; kept up to date by main.tsx. */
export const systemDark = signal(false)

export const theme = computed<'light' | 'dark'>(() => {
  const chosen = settings.value.theme
  return chosen === 'system' ? (systemDark.value ? 'dark' : 'light') : chosen
})
