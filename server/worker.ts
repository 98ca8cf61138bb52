/** A thread that does analyses, one at a time; started and told what to do by `threads.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Config } from './config.ts'
import { openSettings } from './settings.ts'
import { openStore } from './store/open.ts'
import type { Answered, Told } from './threads.ts'
import { openTools } from './tools.ts'
import { createWork } from './work.ts'

const port = parentPort
if (port === null) throw new Error('This file is a thread of the server, not a program.')

const config = workerData as Config
const settings = openSettings(config)
const interrupt = new AbortController()
const work = openStore(config).then((store) => createWork(store, openTools(settings.current)))
let stop = new AbortController()
let running: string | null = null

port.on('message', (told: Told) => {
  if ('interrupt' in told) interrupt.abort()
  else if ('stop' in told) {
    if (told.stop === running) stop.abort()
  } else void run(told.run)
})

async function run(id: string): Promise<void> {
  running = id
  stop = new AbortController()
  try {
    await (await work)(id, { signal: interrupt.signal, stop: stop.signal })
    answer({ ended: id })
  } catch (thrown) {
    answer({ failed: id, thrown: thrown instanceof Error ? thrown : new Error(String(thrown)) })
  }
}

function answer(answered: Answered): void {
  running = null
  port?.postMessage(answered)
}
