/**
 * The contract of platforms: pure functions that say what to ask for and read what comes back. No platform fetches by
 * itself, so that a fetched answer, a dropped file and a test payload go the same way.
 */
import type { Labels, LabelsAre } from '../../shared/split.ts'
import type { Article, Thread } from '../../shared/thread.ts'
import type { Config } from '../config.ts'
import type { Problem } from '../problem.ts'
import type { Parts } from './assemble.ts'

/** A request a platform wants made. */
export interface Ask {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** For what, in words for progress and log: "comments, page 2". */
  purpose: string
  /** Least time between two requests to this host, in milliseconds, where its rules ask for more than the usual gap. */
  gap?: number
  /** How long to wait before asking, in milliseconds, where the answer before said so. */
  wait?: number
}

/** An answer from the network, or a file made to look like one (`status` 200, its bytes, `url` the page it was saved from). */
export interface Answer {
  status: number
  /** Address after redirects; null for a file that does not say where it is from. */
  url: string | null
  /** Names in lower case. */
  headers: Record<string, string>
  contentType: string
  /** Decoded text; files that are not text are refused before. */
  text: string
  /** What was decoded, for formats that hold several charsets (mail). */
  bytes?: Uint8Array
  /** The charset its text was read in, where that was guessed from its letters. */
  guessedCharset?: string
  /** Pages that were shown inside it and saved along with it. */
  frames?: Answer[]
  /** When it was fetched, pasted or saved, ISO 8601 in UTC: ages on it ("3 hours ago") count from then. Absent where nobody knows. */
  readAt?: string
  /** What labels in its text are, where whoever sent it said so. */
  labels?: LabelsAre
  /** The name of a dropped file. */
  fileName?: string
  /** Why there is no answer (`status` 0); a platform throws it or notes what is missing because of it. */
  problem?: Problem
}

/** A thread before its ids are made unique within the debate and its article is read. */
export type ReadThread = Omit<Thread, 'id' | 'readAt' | 'article'> & {
  /** The page it discusses, to be read by the caller. */
  articleUrl: string | null
  article?: Article | null
  /** Labels in a text of which the layout does not say whether they are its writers. */
  labels?: Labels
  /** What it was assembled from; kept so that several parts of one thread can be put together. */
  parts: Parts
}

/** Either more to ask for, with what was gathered so far, or the thread. Failures are thrown as `Problem`. */
export type Step<State> = { asks: Ask[]; state: State } | { thread: ReadThread }

/**
 * One platform. `State` is whatever it must remember between answers; plain data.
 * `recognise` looks at an address only: `sure` when the host or the path can be nothing else, `maybe` when other software
 * uses such addresses, too. `sniff` looks at an answer (fetched page or dropped file) and says whether this platform can
 * read it. `begin` starts from an address, `resume` from the answers to the asks of the step before (in the same order).
 * `file` reads a dropped file alone; `page`, where there is one, starts from a fetched page found by `sniff` and may ask
 * for the rest.
 */
export interface Platform<State = unknown> {
  id: string
  name: string
  recognise(url: URL): 'sure' | 'maybe' | null
  sniff(answer: Answer): boolean
  begin(url: URL, config: Config): Step<State>
  resume(state: State, answers: Answer[], config: Config): Step<State>
  file(answer: Answer): ReadThread[]
  page?(answer: Answer, config: Config): Step<State>
}
