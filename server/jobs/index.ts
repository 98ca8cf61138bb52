/** The contract of queues: an analysis runs at least once, in one process at a time, and is taken up again after a crash. */

/** How a job is told to end. */
export interface Interrupts {
  /** Aborted when the process stops: end at once; the job is taken up again later. */
  signal: AbortSignal
  /** Aborted when a person stops the analysis: end soon, keeping what was found. */
  stop: AbortSignal
}

/** A job that waits for something outside: it gives its place to others and is run again after so many milliseconds. */
export interface Postponed {
  after: number
}

/** Does one job. It settles the debate's status itself and throws only when it was interrupted or must be run again. */
export type Work = (id: string, interrupts: Interrupts) => Promise<Postponed | void>

export interface Queue {
  /** Starts working, first on what an earlier process left unfinished. */
  start(work: Work): Promise<void>
  /** Returns once the job is safely kept. Adding a debate that is already queued or running changes nothing. */
  add(id: string): Promise<void>
  /** Tells a queued or running job to stop, in whichever process it runs; a queued or postponed one is run at once, already stopped. */
  cancel(id: string): Promise<void>
  /** Stops taking jobs and interrupts the running ones, which are taken up at the next start. */
  stop(): Promise<void>
}

/** What every queue is given. */
export interface QueueOptions {
  /** Jobs at once in this process. */
  concurrency: number
  /** Ids of the debates that wait or were left running. */
  unfinished: () => Promise<string[]>
  /** Told what a job threw, unless the process was stopping. */
  failed: (id: string, thrown: unknown) => void
}
