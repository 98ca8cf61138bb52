/** What of the debate is shown: selection, open branches, filter, branch of its own; all kept in the route. */
import { computed, signal } from '@preact/signals'
import { type Filter, isOn, NO_FILTER } from '../../shared/filter.ts'
import { branchOf, idsBelow, pathTo } from '../graph/argument.ts'
import { firstLookAt, mainPointInHand } from '../graph/first.ts'
import { flat, MOST, type Seen, seen } from '../graph/open.ts'
import { words } from '../text/index.ts'
import { corrected, pick, picking } from './corrections.ts'
import { argument, debate, index, running } from './debate.ts'
import { countsOf, filtered } from './filter.ts'
import { room } from './room.ts'
import { change, type DebateRoute, route } from './route.ts'
import { phone } from './screen.ts'
import { searchIndexOf } from './search.ts'
import { did } from './undo.ts'

const here = computed<DebateRoute | null>(() => (route.value.screen === 'debate' ? route.value : null))

export const view = computed(() => here.value?.view ?? 'map')
/** Beside these views stands how far a reading is. */
export const showsProgress = computed(() => view.value === 'map' || view.value === 'outline' || view.value === 'claim')
export const filter = computed<Filter>(() => here.value?.filter ?? NO_FILTER)
export const filterOn = computed(() => isOn(filter.value))

/** End of the last visit to this debate, ISO 8601; null on the first. Set by whoever remembers visits. */
export const lastVisit = signal<string | null>(null)

/** Said to screen readers, politely. */
export const announcement = signal('')

/** Branch shown as its own map. */
export const focus = computed(() => {
  const id = here.value?.focus ?? null
  return id !== null && argument.value.nodes.has(id) ? id : null
})

export const shown = computed(() => branchOf(argument.value, focus.value))

const begin = computed(() => firstLookAt(shown.value, room.value, true))
const whole = computed(() => firstLookAt(shown.value, room.value))
/** The first look; only what does not grow any more and is no list is filled to the last column. */
const first = computed(() => (running.value || landing.value ? begin.value : whole.value))

/** How the map uses its room. */
export const plan = computed(() => first.value.plan)

/** What must be open besides the first look so that a claim named by the address alone can be seen. */
const led = computed<string[]>(() => {
  const chosen = here.value?.claim ?? null
  if (chosen === null || here.value?.open !== null || !shown.value.nodes.has(chosen)) return []
  if (flat(seen(shown.value, first.value.open, null, plan.value.limits)).some((row) => row.node.id === chosen))
    return []
  return wayDown(chosen, first.value.open)
})

export const open = computed<ReadonlySet<string>>(() => {
  const given = here.value?.open ?? null
  const set = new Set(given ?? [...first.value.open, ...led.value])
  if (focus.value !== null) set.add(focus.value)
  return set
})

/** A huge debate begins with a list of its main points, until something of it is asked for. */
export const landing = computed(() => {
  const now = here.value
  if (now === null || running.value || argument.value.claims <= MOST) return false
  return now.view === 'map' && now.claim === null && now.open === null && now.focus === null && !isOn(now.filter)
})

/** Leaves the list of main points for the map of all branches. */
export function wholeMap(): void {
  change({ open: [...whole.value.open] })
}

/** Back to the list of main points. */
export function toLanding(): void {
  change({ view: 'map', claim: null, open: null, focus: null, filter: NO_FILTER })
}

/** All of the branch that is shown as its own map; null while all is shown. */
const within = computed(() => (focus.value === null ? null : idsBelow(argument.value, focus.value)))

export const passing = computed(() =>
  debate.value === null ? null : filtered(debate.value, argument.value, filter.value, lastVisit.value, within.value),
)

export const counts = computed(() =>
  debate.value === null ? null : countsOf(debate.value, lastVisit.value, within.value),
)

export const tops = computed<Seen[]>(() =>
  seen(shown.value, open.value, passing.value?.shown ?? null, plan.value.limits),
)

/** All visible nodes in reading order. */
export const rows = computed(() => flat(tops.value))

/** True when not everything opened could be shown. */
export const capped = computed(() => rows.value.length >= MOST)

/** The claim in hand: the one chosen, or what it was merged into; else the one corrected, where it is seen, or a main point. */
export const selected = computed<string | null>(() => {
  const chosen = whereTo(here.value?.claim ?? null)
  if (chosen !== null && argument.value.nodes.has(chosen)) return chosen
  // Other words or replies may make another main point the first one, but nobody asked for that one.
  const kept = whereTo(corrected.value)
  if (kept !== null && rows.value.some(({ node }) => node.id === kept)) return kept
  return mainPointInHand(shown.value, first.value)?.id ?? null
})

/** The claim that holds what this one said, by the corrections in force. */
function whereTo(id: string | null): string | null {
  let at = id
  for (const { change: made, undone } of debate.value?.corrections ?? []) {
    if (!undone && made.kind === 'merge' && made.claim.id === at) at = made.into.id
  }
  return at
}

export const searchIndex = computed(() => (debate.value === null ? [] : searchIndexOf(debate.value)))

/** A claim that was pressed: the answer to what is being picked, else it is selected. */
export function select(id: string, more: Partial<DebateRoute> = {}, way: 'push' | 'replace' = 'replace'): void {
  const now = picking.peek()
  if (!pick(id)) moveTo(id, more, way)
  // What is merged is found where it went.
  else if (now?.as === 'merge') change(begun(), way)
  else if (now !== null) moveTo(now.claim, begun(), way)
}

/** Leaves picking without an answer, back at the claim it was for. */
export function stopPicking(): void {
  const now = picking.peek()
  picking.value = null
  if (now !== null) moveTo(now.claim, begun())
}

/** Where picking begins: on a phone at the claim, which leads to the outline to pick in. */
function begun(): Partial<DebateRoute> {
  return phone.value ? { view: 'claim' } : {}
}

/** Selects a claim; its branch is opened so that it can be seen. */
export function moveTo(id: string, more: Partial<DebateRoute> = {}, way: 'push' | 'replace' = 'replace'): void {
  const inFocus = focus.value === null || id === focus.value || pathTo(argument.value, id).includes(focus.value)
  change({ claim: id, open: opening(id), ...(inFocus ? {} : { focus: null }), ...more }, way)
}

/** Open branches with the path to a claim added; null while nothing differs from the first look. */
function opening(id: string): string[] | null {
  const given = here.value?.open ?? null
  if (rows.value.some((row) => row.node.id === id)) return given ?? (led.value.length > 0 ? [...open.value] : null)
  return wayDown(id, open.value)
}

/** What is open with all that must be so that a claim can be seen: what is above it, and more of its siblings. */
function wayDown(id: string, known: ReadonlySet<string>): string[] {
  const wanted = new Set(known)
  let child = id
  for (const above of pathTo(argument.value, id).reverse()) {
    wanted.add(above)
    const siblings = argument.value.nodes.get(above)?.children ?? []
    if (
      !seen(branchOf(argument.value, above), wanted, null, plan.value.limits)[0]?.children.some(
        (row) => row.node.id === child,
      )
    ) {
      if (siblings.includes(child)) wanted.add(`${above}*`)
    }
    child = above
  }
  return [...wanted]
}

/** The card that must not move when branches open or close. */
export const anchor = signal<string | null>(null)

export function toggle(id: string): void {
  const node = argument.value.nodes.get(id)
  if (node === undefined || node.children.length === 0) return
  const isOpen = open.value.has(id) || open.value.has(`${id}*`)
  const next = new Set(open.value)
  if (isOpen) {
    next.delete(id)
    next.delete(`${id}*`)
  } else next.add(id)
  anchor.value = id
  setOpen([...next], isOpen ? words.value.undo.closed : words.value.undo.opened)
  announcement.value = isOpen ? words.value.map.closed : words.value.map.opened(node.children.length)
}

/** Shows all children of a node, not only the weightiest. */
export function showAll(id: string): void {
  anchor.value = id
  setOpen([...open.value, `${id}*`], words.value.undo.opened)
}

/** Opens the node and all its siblings. */
export function openSiblings(id: string): void {
  const parent = argument.value.nodes.get(id)?.parent ?? null
  const siblings = parent === null ? shown.value.roots : (argument.value.nodes.get(parent)?.children ?? [])
  anchor.value = id
  setOpen([...new Set([...open.value, ...siblings])], words.value.undo.opened)
}

export function openAll(): void {
  const all = [...shown.value.nodes.values()]
    .filter((node) => node.children.length > 0)
    .flatMap((node) => [node.id, `${node.id}*`])
  setOpen(all, words.value.undo.opened)
}

export function closeAll(): void {
  setOpen([...shown.value.roots], words.value.undo.closed)
}

function setOpen(next: string[], what: string): void {
  const before = here.value?.open ?? null
  change({ open: next }, 'replace')
  did({ what, undo: () => change({ open: before }, 'replace'), redo: () => change({ open: next }, 'replace') }, true)
}

export function setFilter(next: Filter): void {
  const before = filter.value
  change({ filter: next })
  did(
    { what: words.value.undo.filter, undo: () => change({ filter: before }), redo: () => change({ filter: next }) },
    true,
  )
}

/** Shows a branch as its own map; the browser's Back leaves it. */
export function focusOn(id: string | null): void {
  change({
    focus: id,
    open: null,
    ...(id === null ? {} : { claim: id }),
    view: view.value === 'map' ? 'map' : view.value,
  })
}

/** The claim's own data; null for issues and while the analysis runs. */
export const claim = computed(() => (selected.value === null ? null : (index.value.claims.get(selected.value) ?? null)))

export function isMainPoint(id: string): boolean {
  const parent = argument.value.nodes.get(id)?.parent ?? null
  return parent !== null && argument.value.nodes.get(parent)?.kind === 'issue'
}
