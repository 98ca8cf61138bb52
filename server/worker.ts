/** A thread that does one job at a time; started and told what to do by `threads.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Correction } from '../shared/corrections.ts'
import type { Config } from './config.ts'
import { createCorrector } from './correct.ts'
import { Problem } from './problem.ts'
import { openSettings } from './settings.ts'
import { openStore } from './store/open.ts'
import type { Answered, Task, Told } from './threads.ts'
import { openTools } from './tools.ts'
import { createWork } from './work.ts'

const port = parentPort
if (port === null) throw new Error('This file is a thread of the server, not a program.')

const config = workerData as Config
const settings = openSettings(config)
const interrupt = new AbortController()
const does = openStore(config).then((store) => ({
  work: createWork(store, openTools(settings.current)),
  corrector: createCorrector(store),
}))
let stop = new AbortController()

port.on('message', (told: Told) => {
  if ('interrupt' in told) interrupt.abort()
  else if ('stop' in told) stop.abort()
  else {
    stop = new AbortController()
    void answer(done(told.task))
  }
})

async function done(task: Task): Promise<Correction | null> {
  const { work, corrector } = await does
  if ('correct' in task) return corrector.correct(...task.correct)
  if ('undo' in task) return corrector.undo(...task.undo)
  await work(task.run, { signal: interrupt.signal, stop: stop.signal })
  return null
}

async function answer(value: Promise<Correction | null>): Promise<void> {
  const answered = await value.then(
    (given): Answered => ({ value: given }),
    (thrown: unknown): Answered =>
      thrown instanceof Problem && thrown.code !== 'internal'
        ? { problem: thrown.reply() }
        : { thrown: thrown instanceof Error ? thrown : new Error(String(thrown)) },
  )
  port?.postMessage(answered)
}
