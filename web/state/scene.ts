/** The scene on the map: laid out anew when what is shown changes, moved so that the card in hand stays where it is. */
import { computed, effect, signal } from '@preact/signals'
import type { Measure } from '../graph/card.ts'
import { held, type Scene, sceneOf } from '../graph/scene.ts'
import { debate } from './debate.ts'
import { phone } from './screen.ts'
import { anchor, focus, plan, selected, tops } from './view.ts'

/** How words are measured; set once fonts are there. Without it there is no scene. */
export const measure = signal<Measure | null>(null)

export const scene = signal<Scene | null>(null)

/** Changes when the map shows something else altogether, so that one should look at it from the start. */
export const occasion = computed(() => `${debate.value?.id ?? ''} ${focus.value ?? ''}`)

let before: { scene: Scene; occasion: string; measure: Measure } | null = null

/** Keeps `scene` up to date until the returned function is called. */
export function keepScene(): () => void {
  return effect(() => {
    if (measure.value === null) return
    const room = phone.value ? 'narrow' : 'wide'
    const next = sceneOf(tops.value, measure.value, debate.value?.links ?? [], selected.value, room, plan.value)
    const same = before?.occasion === occasion.value && before.measure === measure.value
    const hold = anchor.peek() ?? selected.peek()
    const placed = same && before !== null && hold !== null ? held(next, before.scene, hold) : next
    before = { scene: placed, occasion: occasion.value, measure: measure.value }
    scene.value = placed
  })
}
