/** A debate as its data, in the shape of `shared/debate.ts`. */
import type { Debate } from '../../shared/debate.ts'

export function json(debate: Debate): string {
  return `${JSON.stringify(debate, null, 2)}\n`
}
