/** A thread that does one job at a time; started and told what to do by `threads.ts`. */
import { getHeapStatistics } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import type { Config } from './config.ts'
import { createCorrector } from './correct.ts'
import { createEstimator } from './estimate.ts'
import { createExporter } from './exporter.ts'
import { Problem } from './problem.ts'
import { openSettings } from './settings.ts'
import { openStore } from './store/open.ts'
import type { Answered, Done, Task, Told } from './threads.ts'
import { openTools } from './tools.ts'
import { createWork } from './work.ts'

/** Milliseconds an analysis keeps its place while it waits for an answer that may take a day. */
const HOLD = 60_000

const port = parentPort
if (port === null) throw new Error('This file is a thread of the server, not a program.')

const config = workerData as Config
const settings = openSettings(config)
const interrupt = new AbortController()
const does = openStore(config).then((store) => {
  const tools = openTools(settings.current, HOLD)
  return {
    work: createWork(store, tools),
    corrector: createCorrector(store),
    exporter: createExporter(store),
    estimator: createEstimator(tools),
  }
})
let stop = new AbortController()

port.on('message', (told: Told) => {
  if ('interrupt' in told) interrupt.abort()
  else if ('stop' in told) stop.abort()
  else {
    stop = new AbortController()
    void answer(done(told.task))
  }
})

async function done(task: Task): Promise<Done> {
  const { work, corrector, exporter, estimator } = await does
  if ('correct' in task) return corrector.correct(...task.correct)
  if ('weigh' in task) return corrector.weigh(...task.weigh)
  if ('undo' in task) return corrector.undo(...task.undo)
  if ('export' in task) return exporter.export(...task.export)
  if ('estimate' in task) return estimator.estimate(task.estimate, stop.signal)
  return (await work(task.run, { signal: interrupt.signal, stop: stop.signal })) ?? null
}

async function answer(value: Promise<Done>): Promise<void> {
  const answered = await value.then(
    (given) => ({ value: given }),
    (thrown: unknown) =>
      thrown instanceof Problem && thrown.code !== 'internal'
        ? { problem: thrown.reply() }
        : { thrown: thrown instanceof Error ? thrown : new Error(String(thrown)) },
  )
  const megabytes = getHeapStatistics().total_heap_size / 1e6
  const file = 'value' in answered && answered.value !== null && 'pieces' in answered.value ? answered.value.pieces : []
  port?.postMessage(
    { ...answered, megabytes } satisfies Answered,
    file.map(({ buffer }) => buffer),
  )
}
