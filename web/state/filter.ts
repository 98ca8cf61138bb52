/** Which claims pass a filter, and what else must stay on the map so that they hang somewhere. */
import type { Debate } from '../../shared/debate.ts'
import { type Filter, type FilterMark, isOn, passing, testsOf } from '../../shared/filter.ts'
import { type Argument, pathTo } from '../graph/argument.ts'

interface Filtered {
  /** Claims that pass. */
  passing: ReadonlySet<string>
  /** Those and their ancestors, which are shown in grey. */
  shown: ReadonlySet<string>
}

/** Null when no filter is on. `since` is the end of the last visit (ISO 8601), for what is new. */
export function filtered(debate: Debate, argument: Argument, filter: Filter, since: string | null): Filtered | null {
  if (!isOn(filter)) return null
  const pass = passing(debate, filter, since)
  const shown = new Set(pass)
  for (const id of pass) for (const above of pathTo(argument, id)) shown.add(above)
  return { passing: pass, shown }
}

/** How many claims each mark would leave, taken alone. */
export function countsOf(debate: Debate, since: string | null): Record<FilterMark, number> {
  const tests = testsOf(debate, since)
  const count = (mark: FilterMark): number => debate.claims.filter(tests[mark]).length
  return {
    contested: count('contested'),
    unanswered: count('unanswered'),
    evidence: count('evidence'),
    noEvidence: count('noEvidence'),
    often: count('often'),
    fresh: count('fresh'),
  }
}
