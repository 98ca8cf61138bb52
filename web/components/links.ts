/** Addresses within the page, for links that can be copied, opened in a tab and read by screen readers. */
import { debateRoute, type DebateRoute, formatRoute, route } from '../state/route.ts'

/** The address of the debate shown, changed by `patch`. */
export function here(patch: Partial<DebateRoute>): string {
  const now = route.value
  return formatRoute(now.screen === 'debate' ? { ...now, ...patch } : debateRoute('', patch))
}

export const START = formatRoute({ screen: 'start' })
export const LIBRARY = formatRoute({ screen: 'library' })
export const SETTINGS = formatRoute({ screen: 'settings' })

export function debateAddress(id: string): string {
  return formatRoute(debateRoute(id))
}
