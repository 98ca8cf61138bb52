/** What this reader prefers; kept in this browser only. */
import { signal } from '@preact/signals'

export interface Settings {
  theme: 'system' | 'light' | 'dark'
  language: string
  /** Single-letter shortcuts. */
  keys: boolean
  outline: 'open' | 'closed' | 'auto'
  /** The name under which corrections are logged; empty for none. */
  name: string
}

export const STANDARD: Settings = { theme: 'system', language: 'en', keys: true, outline: 'auto', name: '' }

export const settings = signal<Settings>(STANDARD)

export function prefer(change: Partial<Settings>): void {
  settings.value = { ...settings.value, ...change }
}

/** Settings from kept JSON; anything unknown or unreadable counts as not set. */
export function settingsFrom(json: string | null): Settings {
  try {
    const kept = JSON.parse(json ?? '{}') as Partial<Record<keyof Settings, unknown>>
    return {
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : STANDARD.theme,
      language: typeof kept.language === 'string' ? kept.language : STANDARD.language,
      keys: typeof kept.keys === 'boolean' ? kept.keys : STANDARD.keys,
      outline: kept.outline === 'open' || kept.outline === 'closed' ? kept.outline : STANDARD.outline,
      name: typeof kept.name === 'string' ? kept.name : STANDARD.name,
    }
  } catch {
    return STANDARD
  }
}
