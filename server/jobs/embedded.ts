/** The queue of a single process. Its memory is the store: debates waiting or running there are taken up at the start. */
import PQueue from 'p-queue'
import type { Postponed, Queue, QueueOptions, Work } from './index.ts'

interface Job {
  stop: AbortController
  /** Asked for once more while it ran: it was told to stop, or its debate had ended already and waits again. */
  again: boolean
  running: boolean
}

/** From a job that threw to its next try, in milliseconds. */
const PAUSE = 3000

export function createEmbeddedQueue({ concurrency, unfinished, failed }: QueueOptions): Queue {
  const lines = new PQueue({ concurrency })
  const jobs = new Map<string, Job>()
  const closing = new AbortController()
  let work: Work | null = null

  function enqueue(id: string): void {
    const job: Job = { stop: new AbortController(), again: false, running: false }
    jobs.set(id, job)
    void lines.add(() => run(id, job))
  }

  async function run(id: string, job: Job): Promise<void> {
    if (work === null || job.running || jobs.get(id) !== job || closing.signal.aborted) return
    job.running = true
    let postponed: Postponed | void = undefined
    try {
      postponed = await work(id, { signal: closing.signal, stop: job.stop.signal })
    } catch (thrown) {
      if (closing.signal.aborted) return
      failed(id, thrown)
      setTimeout(() => void again(id).catch((fault: unknown) => failed(id, fault)), PAUSE).unref()
    } finally {
      job.running = false
      if (postponed === undefined || job.stop.signal.aborted) jobs.delete(id)
      else setTimeout(() => void lines.add(() => run(id, job)), postponed.after).unref()
      if (job.again && job.stop.signal.aborted) enqueue(id)
      else if (job.again) void again(id).catch((fault: unknown) => failed(id, fault))
    }
  }

  /** Runs a job once more, if its debate waits or has not ended. */
  async function again(id: string): Promise<void> {
    if (!closing.signal.aborted && !jobs.has(id) && (await unfinished()).includes(id)) enqueue(id)
  }

  return {
    async start(given) {
      work = given
      for (const id of await unfinished()) if (!jobs.has(id)) enqueue(id)
    },

    add(id) {
      const job = jobs.get(id)
      if (job === undefined) enqueue(id)
      else if (job.running || job.stop.signal.aborted) job.again = true
      return Promise.resolve()
    },

    async cancel(id) {
      const job = jobs.get(id)
      if (job === undefined) return
      job.stop.abort()
      await (job.running ? undefined : run(id, job))
    },

    async stop() {
      closing.abort()
      lines.clear()
      await lines.onIdle()
    },
  }
}
