/** The contract of queues: an analysis runs at least once, in one process at a time, and is taken up again after a crash. */
export interface Queue {
  /** Starts working; `work` gets a debate's id and a signal that tells it to stop. */
  start(work: (id: string, signal: AbortSignal) => Promise<void>): Promise<void>
  /** Returns once the job is safely kept. Adding a debate that is already queued or running changes nothing. */
  add(id: string): Promise<void>
  /** Stops a queued or running job, in whichever process it runs. */
  cancel(id: string): Promise<void>
  /** Stops taking jobs and interrupts the running ones, which are taken up at the next start. */
  stop(): Promise<void>
}
