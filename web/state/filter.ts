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

/**
 * Null when no filter is on. `since` is the end of the last visit (ISO 8601), for what is new; `within` the ids of the
 * branch that is shown alone.
 */
export function filtered(
  debate: Debate,
  argument: Argument,
  filter: Filter,
  since: string | null,
  within: ReadonlySet<string> | null = null,
): Filtered | null {
  if (!isOn(filter)) return null
  const all = passing(debate, filter, since)
  const pass = within === null ? all : new Set([...all].filter((id) => within.has(id)))
  const shown = new Set(pass)
  for (const id of pass) for (const above of pathTo(argument, id)) shown.add(above)
  return { passing: pass, shown }
}

/** How many claims each mark would leave, taken alone; of those `within` where a branch is shown alone. */
export function countsOf(
  debate: Debate,
  since: string | null,
  within: ReadonlySet<string> | null = null,
): Record<FilterMark, number> {
  const tests = testsOf(debate, since)
  const claims = within === null ? debate.claims : debate.claims.filter(({ id }) => within.has(id))
  const count = (mark: FilterMark): number => claims.filter(tests[mark]).length
  return {
    contested: count('contested'),
    unanswered: count('unanswered'),
    evidence: count('evidence'),
    noEvidence: count('noEvidence'),
    often: count('often'),
    fresh: count('fresh'),
  }
}
