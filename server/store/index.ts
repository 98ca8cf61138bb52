/** The contract of stores: what is kept, and what may be asked of it. Both databases answer the same contract suite. */
import type {
  DebateEntry,
  DebateStatus,
  CreateDebate,
  ProblemReply,
  Progress,
  ProgressEvent,
} from '../../shared/api.ts'
import type { Debate } from '../../shared/debate.ts'
import type { CallMemory } from '../analysers/index.ts'
import type { Journal } from '../run.ts'

export interface Store {
  readonly kind: 'sqlite' | 'postgres'
  create(entry: DebateEntry, request: CreateDebate): Promise<void>
  /** Newest first. `query` looks in titles. */
  list(page: { limit: number; offset: number; query?: string }): Promise<{ debates: DebateEntry[]; total: number }>
  entry(id: string): Promise<DebateEntry | null>
  request(id: string): Promise<CreateDebate | null>
  debate(id: string): Promise<Debate | null>
  /** Changes the named fields of an entry and its time of change. */
  update(
    id: string,
    change: Partial<Pick<DebateEntry, 'title' | 'status' | 'posts' | 'people'>> & { problem?: ProblemReply | null },
  ): Promise<void>
  /** Keeps the result, the counts of its entry and its status in one transaction. */
  finish(id: string, debate: Debate, status: DebateStatus): Promise<void>
  /** Removes the debate with everything that belongs to it. False when there was none. */
  remove(id: string): Promise<boolean>
  /** Ids of debates waiting or running. */
  unfinished(): Promise<string[]>
  journal(id: string): Journal
  /** Forgets the journal's steps whose names start with `prefix`. */
  forget(id: string, prefix: string): Promise<void>
  readonly calls: CallMemory
  append(id: string, progress: Progress): Promise<ProgressEvent>
  /** Events after `seq`, in order. */
  events(id: string, after: number): Promise<ProgressEvent[]>
  /** Calls `wake` whenever events of the debate were appended, by any process; returns how to stop. */
  watch(id: string, wake: () => void): () => void
  close(): Promise<void>
}
