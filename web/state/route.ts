/** Where the reader is: screen, debate, view, selection, open branches, filter. All of it is in the address. */
import { signal } from '@preact/signals'
import { type Filter, FILTER_MARKS, NO_FILTER } from '../../shared/filter.ts'

export const VIEWS = ['map', 'outline', 'thread', 'people', 'coverage', 'claim', 'export'] as const
export type View = (typeof VIEWS)[number]

export interface DebateRoute {
  screen: 'debate'
  id: string
  view: View
  /** Selected claim. */
  claim: string | null
  /** Open branches (see graph/open.ts); null for the first look. */
  open: string[] | null
  filter: Filter
  /** Branch shown as its own map. */
  focus: string | null
  /** Post the thread view shows. */
  post: string | null
}

export type Route =
  | { screen: 'start' }
  | { screen: 'library' }
  | { screen: 'settings' }
  | { screen: 'page'; id: string }
  | DebateRoute

export const route = signal<Route>({ screen: 'start' })

/** How the last change of `route` belongs into the browser's history. */
let how: 'push' | 'replace' = 'push'

export function wayOfLastChange(): 'push' | 'replace' {
  return how
}

/** Goes somewhere; `push` leaves a step for the browser's Back. */
export function go(next: Route, way: 'push' | 'replace' = 'push'): void {
  how = way
  route.value = next
}

/** Changes something within the debate shown; does nothing elsewhere. */
export function change(patch: Partial<Omit<DebateRoute, 'screen' | 'id'>>, way: 'push' | 'replace' = 'push'): void {
  if (route.value.screen === 'debate') go({ ...route.value, ...patch }, way)
}

export function debateRoute(id: string, patch: Partial<DebateRoute> = {}): DebateRoute {
  return {
    screen: 'debate',
    id,
    view: 'map',
    claim: null,
    open: null,
    filter: NO_FILTER,
    focus: null,
    post: null,
    ...patch,
  }
}

/** The route an address's hash stands for; anything not understood is the start screen. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?')
  const [screen, id, view] = path.split('/').map(decode)
  if (screen === 'library' || screen === 'settings') return { screen }
  if (screen === 'page' && id !== undefined && id !== '') return { screen, id }
  if (screen !== 'm' || id === undefined || id === '') return { screen: 'start' }
  const given = new URLSearchParams(query)
  const marks = (given.get('f') ?? '').split(',')
  return debateRoute(id, {
    view: VIEWS.find((known) => known === view) ?? 'map',
    claim: given.get('c'),
    open: given.get('open')?.split(',').filter(Boolean) ?? null,
    filter: {
      marks: FILTER_MARKS.filter((mark) => marks.includes(mark)),
      person: given.get('by'),
      type: given.get('type'),
    },
    focus: given.get('in'),
    post: given.get('p'),
  })
}

/** The hash of a route, with its leading `#`. */
export function formatRoute(to: Route): string {
  if (to.screen === 'start') return '#/'
  if (to.screen === 'page') return `#/page/${encodeURIComponent(to.id)}`
  if (to.screen !== 'debate') return `#/${to.screen}`
  const query = [
    ['c', to.claim],
    ['open', to.open?.join(',') ?? null],
    ['f', to.filter.marks.join(',') || null],
    ['by', to.filter.person],
    ['type', to.filter.type],
    ['in', to.focus],
    ['p', to.post],
  ].flatMap(([name, value]) => (value === null ? [] : [`${name}=${encode(value as string)}`]))
  const path = `#/m/${encodeURIComponent(to.id)}${to.view === 'map' ? '' : `/${to.view}`}`
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}

/** As readable as an address may be: `:` and `,` need no escape after the hash. */
function encode(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',')
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
