/** What is known while an analysis runs, built up from its events. */
import type { DebateStatus, FoundClaim, ProblemReply, ProgressEvent, Stage } from '../../shared/api.ts'

export const STAGES: readonly Stage[] = ['read', 'fold', 'extract', 'merge', 'relate', 'summarise']

interface StageState {
  done: number
  of: number | null
  note: string
}

export interface ProgressState {
  /** Number of the last event heard. */
  seq: number
  title: string
  posts: number
  people: number
  stages: Partial<Record<Stage, StageState>>
  /** The stage at work; null before the first and after the last. */
  now: Stage | null
  found: FoundClaim[]
  end: { status: DebateStatus; problem: ProblemReply | null } | null
}

export const NOT_BEGUN: ProgressState = {
  seq: 0,
  title: '',
  posts: 0,
  people: 0,
  stages: {},
  now: null,
  found: [],
  end: null,
}

/** The state after one more event. Events heard before change nothing, so that a stream may be read twice. */
export function progressed(state: ProgressState, event: ProgressEvent): ProgressState {
  if (event.seq <= state.seq) return state
  const next = { ...state, seq: event.seq }
  const { progress } = event
  switch (progress.type) {
    case 'title':
      return { ...next, title: progress.title, posts: progress.posts, people: progress.people }
    case 'stage': {
      const { stage, done, of, note } = progress
      return { ...next, now: stage, stages: { ...state.stages, [stage]: { done, of, note } }, end: null }
    }
    case 'found': {
      const known = new Set(state.found.map((claim) => claim.id))
      return { ...next, found: [...state.found, ...progress.claims.filter((claim) => !known.has(claim.id))] }
    }
    default:
      return { ...next, now: null, end: { status: progress.status, problem: progress.problem } }
  }
}

/** Share of the work done, 0 to 1: most of it is finding claims. */
export function shareDone(state: ProgressState): number {
  const weight: Record<Stage, number> = { read: 10, fold: 3, extract: 60, merge: 7, relate: 15, summarise: 5 }
  const at = state.now === null ? -1 : STAGES.indexOf(state.now)
  let share = 0
  STAGES.forEach((stage, index) => {
    const known = state.stages[stage]
    if (index < at) share += weight[stage]
    else if (index === at && known?.of) share += weight[stage] * Math.min(1, known.done / known.of)
  })
  return share / 100
}
