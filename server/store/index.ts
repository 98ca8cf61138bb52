/** The contract of stores: what is kept, and what may be asked of it. Both databases answer the same contract suite. */
import type {
  DebateEntry,
  DebateStatus,
  CreateDebate,
  ProblemReply,
  Progress,
  ProgressEvent,
} from '../../shared/api.ts'
import type { Correction } from '../../shared/corrections.ts'
import type { Debate } from '../../shared/debate.ts'
import type { CheckedSource } from '../../shared/sources.ts'
import type { CallMemory } from '../analysers/index.ts'
import type { Journal } from '../run.ts'

/**
 * How an analysis ended. `debate` is what is shown; null leaves an earlier result as it is. `analysed` is the same before
 * people's corrections, given when there are any.
 */
export interface Outcome {
  status: Extract<DebateStatus, 'done' | 'failed' | 'cancelled'>
  debate: Debate | null
  analysed?: Debate
  problem: ProblemReply | null
}

/** What the journal's steps begin with that are answers of sites. */
export const ANSWERS = 'answer '
/** The journal's step that says that more is to be read than before. */
export const FURTHER = 'further'

/** Who reads what an earlier try left over: the analyser the request asked for, or the embedded one. */
export type Rest = 'same' | 'embedded'

export interface Store {
  readonly kind: 'sqlite' | 'postgres'
  create(entry: DebateEntry, request: CreateDebate): Promise<void>
  /** Newest first. `query` looks in titles, whatever the case of letters. */
  list(page: { limit: number; offset: number; query?: string }): Promise<{ debates: DebateEntry[]; total: number }>
  entry(id: string): Promise<DebateEntry | null>
  request(id: string): Promise<CreateDebate | null>
  debate(id: string): Promise<Debate | null>
  /**
   * The same as `debate`, as the JSON text that was checked when it was kept, in slices; none when there is no result.
   * Throws when the result is replaced while it is read.
   */
  debateText(id: string): AsyncIterable<string>
  /** Changes the named fields of an entry and its time of change. */
  update(id: string, change: Partial<Pick<DebateEntry, 'title' | 'posts' | 'people'>>): Promise<void>
  /**
   * A worker takes the debate up: its status becomes `running`. `starts` counts how often that happened since a step was
   * last finished; `rest` is what `again` was told. Null when there is no such debate, or it has ended.
   */
  begin(id: string): Promise<{ starts: number; rest: Rest } | null>
  /** How often it was taken up since a step was last finished, and when last: ISO 8601 in UTC. Null when there is no such debate. */
  started(id: string): Promise<{ starts: number; at: string | null } | null>
  /** Keeps the outcome, the counts of its entry and the `end` event in one transaction. */
  finish(id: string, outcome: Outcome): Promise<void>
  /** What people changed, in order. */
  corrections(id: string): Promise<Correction[]>
  /** The debate as it was analysed, without corrections. */
  analysed(id: string): Promise<Debate | null>
  /**
   * Keeps the log with what is now shown. False, and nothing kept, when the log is not `before` any more or the debate is
   * being analysed.
   */
  keepCorrections(
    id: string,
    kept: { before: Correction[]; log: Correction[]; analysed: Debate; shown: Debate },
  ): Promise<boolean>
  /**
   * Finished debates about the same page or thread that have something this one has not: another thread. Newest first, ten
   * at most.
   */
  related(id: string): Promise<DebateEntry[]>
  /** What was found behind the addresses the debate cites; empty before anybody asked. */
  sources(id: string): Promise<CheckedSource[]>
  /** Replaces it; does nothing when the debate was removed. */
  keepSources(id: string, sources: CheckedSource[]): Promise<void>
  /** Makes an ended debate wait to be taken up again, without the events told so far. False when it has not ended. */
  again(id: string, rest: Rest): Promise<boolean>
  /** Removes the debate with everything that belongs to it. False when there was none. */
  remove(id: string): Promise<boolean>
  /** Ids of debates waiting or running, oldest first. */
  unfinished(): Promise<string[]>
  journal(id: string): Journal
  /** Forgets the journal's steps whose names start with `prefix`, but none that starts with `except`. */
  forget(id: string, prefix: string, except?: string): Promise<void>
  readonly calls: CallMemory
  append(id: string, progress: Progress): Promise<ProgressEvent>
  /** At most 500 events after `seq`, in order. */
  events(id: string, after: number): Promise<ProgressEvent[]>
  /** True for the first who asks for that name in this database, ever. */
  first(name: string): Promise<boolean>
  /** Calls `wake` whenever events of the debate were appended, by any process of the same database; returns how to stop. */
  watch(id: string, wake: () => void): () => void
  close(): Promise<void>
}
