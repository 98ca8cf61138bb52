/**
 * The queue of any number of processes: pg-boss on PostgreSQL. The job of a process that died is started again after
 * about ten seconds. A debate that waits without a job, because its process died between keeping and queueing it or its
 * job was just ending, is swept up.
 */
import { Pool } from 'pg'
import { PgBoss } from 'pg-boss'
import { listenTo, type Listening } from '../store/listen.ts'
import type { Queue, QueueOptions, Work } from './index.ts'

const NAME = 'analyses'

/** The channel that carries ids of debates to stop. */
const CHANNEL = 'counterpoint_stop'

/** Between looks for debates without a job, in milliseconds. */
const SWEEP = 5000

/** From the end of a job's work to its end in the database, in milliseconds, generously. */
const AFTER_END = 500

/** From the end of a stopped job to the look whether its debate is wanted again, in milliseconds. */
const AFTER_STOP = 200

/** A job that fails is a fault of ours or of the database: it is run again, later and later. */
const QUEUE = {
  policy: 'exclusive',
  heartbeatSeconds: 10,
  expireInSeconds: 23 * 3600,
  retryLimit: 20,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  deleteAfterSeconds: 3600,
  notify: true,
} as const

export async function openPgBossQueue(url: string, { concurrency, unfinished, failed }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    max: 5,
    useListenNotify: true,
    superviseIntervalSeconds: 3,
    monitorIntervalSeconds: 3,
    schedule: false,
  })
  boss.on('error', (thrown) => console.error(`pg-boss: ${thrown.message}`))
  await boss.start()
  await boss.createQueue(NAME, QUEUE)

  const pool = new Pool({ connectionString: url, max: 1 })
  pool.on('error', () => undefined)
  const running = new Map<string, AbortController>()
  const closing = new AbortController()
  let work: Work | null = null
  let listening: Listening | null = null
  let sweeping: NodeJS.Timeout | null = null
  let closed: Promise<void> | null = null

  async function run(id: string, given: Work): Promise<void> {
    const stop = new AbortController()
    running.set(id, stop)
    try {
      const postponed = await given(id, { signal: closing.signal, stop: stop.signal })
      if (postponed !== undefined && !stop.signal.aborted) postpone(id, postponed.after)
    } catch (thrown) {
      if (!closing.signal.aborted) failed(id, thrown)
      throw thrown
    } finally {
      running.delete(id)
      if (stop.signal.aborted) setTimeout(sweepSafely, AFTER_STOP)
    }
  }

  /** Queues the debate once more when its job has ended; should the process die before, it is swept up and looked at early. */
  function postpone(id: string, after: number): void {
    const options = { singletonKey: id, startAfter: new Date(Date.now() + after) }
    const queue = async (): Promise<void> => {
      if (!closing.signal.aborted) await boss.send(NAME, { id }, options)
    }
    setTimeout(() => void queue().catch((thrown: unknown) => failed(id, thrown)), AFTER_END).unref()
  }

  /** One statement, whatever their number; those that have a job already are left alone. */
  async function sweep(): Promise<void> {
    const ids = await unfinished()
    if (ids.length > 0)
      await boss.insert(
        NAME,
        ids.map((id) => ({ data: { id }, singletonKey: id })),
      )
  }

  function sweepSafely(): void {
    if (closing.signal.aborted) return
    sweep().catch((thrown: unknown) => console.error(`Looking for waiting debates: ${String(thrown)}`))
  }

  async function close(): Promise<void> {
    closing.abort()
    if (sweeping !== null) clearInterval(sweeping)
    await listening?.close()
    await boss.stop({ graceful: true, timeout: 5000 })
    await pool.end()
  }

  return {
    async start(given) {
      work = given
      listening = listenTo(url, CHANNEL, { heard: (id) => running.get(id)?.abort(), listening: () => undefined })
      await sweep()
      sweeping = setInterval(sweepSafely, SWEEP)
      const options = { localConcurrency: concurrency, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 3 }
      await boss.work<{ id: string }>(NAME, options, async (jobs) => {
        for (const { data } of jobs) await run(data.id, given)
      })
    },

    async add(id) {
      await boss.send(NAME, { id }, { singletonKey: id })
    },

    async cancel(id) {
      const queued = await boss.findJobs(NAME, { key: id, queued: true })
      if (queued.length > 0) {
        const ids = queued.map((job) => job.id)
        await boss.cancel(NAME, ids)
        await work?.(id, { signal: closing.signal, stop: AbortSignal.abort() })
      }
      await pool.query('select pg_notify($1, $2)', [CHANNEL, id])
    },

    stop: () => (closed ??= close()),
  }
}
