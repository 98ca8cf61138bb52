/** Where strengths start, as the reader chooses: the map is assessed anew and nothing is kept. */
import type { BaseScore } from '../../shared/debate.ts'
import { weighDebate } from '../api.ts'
import { debate } from './debate.ts'

export const BASES: readonly BaseScore[] = ['equal', 'people', 'evidence']

export async function weigh(base: BaseScore): Promise<void> {
  const id = debate.value?.id
  if (id === undefined) return
  const answer = await weighDebate(id, base)
  const now = debate.value
  if (!answer.ok || now?.id !== id) return
  const { weighing, standings, cruxes } = answer.value
  const claims = now.claims.map((claim) => ({ ...claim, standing: standings[claim.id] ?? claim.standing }))
  debate.value = { ...now, claims, weighing, cruxes }
}
