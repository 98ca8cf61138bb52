/** A thread that does one job at a time; started and told what to do by `threads.ts`. */
import { getHeapStatistics } from 'node:v8'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { Config } from './config.ts'
import { createCorrector } from './correct.ts'
import { standBack } from './priority.ts'
import { Problem } from './problem.ts'
import { openSettings } from './settings.ts'
import { openStore } from './store/open.ts'
import { turnsOver } from './read/turns.ts'
import type { Answered, Done, Task, Told } from './threads.ts'

/** Milliseconds an analysis keeps its place while it waits for an answer that may take a day. */
const HOLD = 60_000

const port = parentPort
if (port === null) throw new Error('This file is a thread of the server, not a program.')

const { config, turns } = workerData as { config: Config; turns: MessagePort }
const settings = openSettings(config)
const interrupt = new AbortController()
const opened = openStore(config)
const corrector = opened.then(createCorrector)
/** What reads pages and asks analysers is loaded with the first task that needs it: a correction is answered sooner. */
const tools = remembered(async () => (await import('./tools.ts')).openTools(settings.current, HOLD, turnsOver(turns)))
const work = remembered(async () => (await import('./work.ts')).createWork(await opened, await tools()))
const estimator = remembered(async () => (await import('./estimate.ts')).createEstimator(await tools()))
const previewer = remembered(async () => (await import('./previewer.ts')).createPreviewer(config))
const sources = remembered(async () => {
  const { createSourceReader } = await import('./sources/reader.ts')
  return createSourceReader(await opened, { fetcher: (await tools()).fetcher, config })
})
const exporter = remembered(async () => (await import('./exporter.ts')).createExporter(await opened))
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
  if ('correct' in task) return (await corrector).correct(...task.correct)
  if ('notApplied' in task) return (await corrector).notApplied(task.notApplied)
  if ('readAnew' in task) return (await corrector).readAnew(...task.readAnew)
  if ('weigh' in task) return (await corrector).weigh(...task.weigh)
  if ('undo' in task) return (await corrector).undo(...task.undo)
  if ('export' in task) return (await exporter()).export(...task.export)
  if ('preview' in task) return (await previewer()).preview(...task.preview)
  if ('cited' in task) return (await sources()).cited(task.cited)
  if ('open' in task) return (await opening(task)) ?? null
  if ('estimate' in task) return (await estimator()).estimate(task.estimate, stop.signal)
  const run = await work()
  // People wait for a reply, and for a thread to begin, but leave an analysis to itself.
  standBack()
  return (await run(task.run, { signal: interrupt.signal, stop: stop.signal })) ?? null
}

async function opening({ open, known }: { open: string; known: string[] }): Promise<void> {
  await (await sources()).read(open, known, interrupt.signal)
}

/** The same promise every time it is asked for. */
function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => (made ??= make())
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
