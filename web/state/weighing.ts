/** Where strengths start, as the reader chooses: the map is assessed anew, and the choice is kept as long as it is on screen. */
import { signal } from '@preact/signals'
import type { BaseScore } from '../../shared/debate.ts'
import { weighDebate } from '../api.ts'
import { chosenBase, debate, weighedAs } from './debate.ts'

export const BASES: readonly BaseScore[] = ['equal', 'people', 'evidence']

/** The choice that is being computed, and whether the last one could not be. */
export const weighing = signal<BaseScore | null>(null)
export const notWeighed = signal(false)

export async function weigh(base: BaseScore): Promise<void> {
  const id = debate.value?.id
  if (id === undefined) return
  weighing.value = base
  notWeighed.value = false
  const answer = await weighDebate(id, base)
  // A later choice, or another debate, has its own answer.
  if (weighing.value !== base) return
  weighing.value = null
  const now = debate.value
  if (now?.id !== id) return
  notWeighed.value = !answer.ok
  if (!answer.ok) return
  chosenBase.value = base
  debate.value = weighedAs(now, answer.value)
}
