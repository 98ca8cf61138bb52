/**
 * The contract of platforms: pure functions that say what to ask for and read what comes back. No platform fetches by
 * itself, so that a fetched answer, a dropped file and a test payload go the same way.
 */
import type { Article, Thread } from '../../shared/thread.ts'

/** A request a platform wants made. */
export interface Ask {
  url: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** For what, in words for progress and log: "comments, page 2". */
  purpose: string
}

/** An answer from the network, or a file made to look like one (`status` 200, its bytes, `url` the page it was saved from). */
export interface Answer {
  status: number
  /** Address after redirects; null for a file that does not say where it is from. */
  url: string | null
  headers: Record<string, string>
  contentType: string
  /** Decoded text; files that are not text are refused before. */
  text: string
  /** The name of a dropped file. */
  fileName?: string
}

/** A thread before its ids are made unique within the debate and its article is read. */
export type ReadThread = Omit<Thread, 'id' | 'readAt' | 'article'> & {
  /** The page it discusses, to be read by the caller. */
  articleUrl: string | null
  article?: Article | null
}

/** Either more to ask for, with what was gathered so far, or the thread. Failures are thrown as `Problem`. */
export type Step<State> = { asks: Ask[]; state: State } | { thread: ReadThread }

/**
 * One platform. `State` is whatever it must remember between answers; plain data.
 * `recognise` looks at an address only. `sniff` looks at an answer (fetched page or dropped file) and says whether this
 * platform can read it. `begin` starts from an address, `resume` from the answers to the asks of the step before (in the
 * same order), `file` reads a dropped file or a page found by `sniff`, alone.
 */
export interface Platform<State = unknown> {
  id: string
  name: string
  recognise(url: URL): boolean
  sniff(answer: Answer): boolean
  begin(url: URL): Step<State>
  resume(state: State, answers: Answer[]): Step<State>
  file(answer: Answer): Step<State>
}
