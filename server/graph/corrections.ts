/** What people changed, applied to what an analysis gave: again after every new analysis, without touching either. */
import type { Correction, NotApplied } from '../../shared/corrections.ts'
import type { Debate } from '../../shared/debate.ts'
import { answersIn, withAnswers } from './answers.ts'
import { changed } from './changes.ts'
import { withCounts } from './claims.ts'
import { issuesOf } from './issues.ts'
import { withClaims } from './people.ts'
import { hang } from './place.ts'
import { profiles } from './profiles.ts'
import { NoLonger } from './refer.ts'
import { assess } from './standing.ts'

/**
 * The debate with the log's corrections, in their order; undone ones are passed over. Those that find no longer what they
 * are about are listed and change nothing. With nothing to apply the debate stays as it is, but for carrying the log.
 */
export function applyCorrections(debate: Debate, log: Correction[]): { debate: Debate; notApplied: NotApplied[] } {
  const notApplied: NotApplied[] = []
  let now = debate
  for (const { id, undone, change } of log) {
    if (undone) continue
    try {
      now = changed(now, change)
    } catch (error) {
      if (!(error instanceof NoLonger)) throw error
      notApplied.push({ id, why: error.message })
    }
  }
  const settled = now === debate ? debate : settledAnew(now)
  return { debate: { ...settled, corrections: log, notApplied }, notApplied }
}

/** Counts, places, positions, profiles and standing from what the debate holds now. */
export function settledAnew(debate: Debate): Debate {
  const known = new Map(debate.issues.map((issue) => [issue.id, issue]))
  const open = issuesOf(debate.threads, []).map((issue) => ({
    ...issue,
    question: known.get(issue.id)?.question ?? issue.question,
    source: known.get(issue.id)?.source ?? issue.source,
  }))
  const { claims, issues } = hang({
    threads: debate.threads,
    ...withAnswers(open, answersIn(debate), debate.claims, debate.threads),
    claims: withCounts(debate.claims, debate.repeats),
    links: debate.links,
    replies: debate.replies,
    repeats: debate.repeats,
  })
  const placed = { ...debate, claims, issues, people: withClaims(debate.people, claims) }
  return assess({ ...placed, profiles: profiles(placed) })
}
