/** How large the map is, and how large it will be before it is there: so that the first look is worked out once. */
import { computed, signal } from '@preact/signals'
import { argument, debate, running } from './debate.ts'
import { phone, tablet, tight } from './screen.ts'
import { settings } from './settings.ts'

export interface Room {
  width: number
  height: number
}

/** Size of the map in pixels where it is not as foretold; null until then. */
const measured = signal<Room | null>(null)

/** Size of the map in pixels; undefined where nothing is known of it yet. */
export const room = computed<Room | undefined>(() => measured.value ?? foretold())

/** Below so many claims the map says as much as the outline, which then starts closed. */
const SMALL = 60

/** Whether the outline beside the map is a rail: as chosen, or where it would tell little or take the map's room. */
export const railed = computed(() => {
  const { outline } = settings.value
  return outline === 'closed' || (outline === 'auto' && (tight.value || argument.value.claims < SMALL))
})

/** The same widths stand in styles/outline.css and styles/inspector.css. */
function foretold(): Room | undefined {
  if (phone.value || tablet.value || typeof innerWidth === 'undefined') return undefined
  const beside = railed.value ? 52 : Math.min(290, Math.max(236, innerWidth * 0.17))
  return { width: innerWidth - beside - Math.min(420, Math.max(336, innerWidth * 0.24)), height: innerHeight - 56 }
}

/** Fewer pixels make no difference. */
const SAME = 8

/** Takes the map's true size; before there is a debate it says nothing, for the outline has no width yet. */
export function takeRoom(size: Room): void {
  if (debate.peek() === null && !running.peek()) return
  const known = room.peek()
  const same = Math.abs((known?.width ?? 0) - size.width) < SAME && Math.abs((known?.height ?? 0) - size.height) < SAME
  if (!same) measured.value = size
}
