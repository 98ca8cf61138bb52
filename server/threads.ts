/**
 * Runs jobs in threads of their own, so that requests are answered while they compute. A thread does one job at a
 * time and waits for the next, unless what it did made it large; it has its own connection to the database and tells of
 * progress through that. A thread that dies takes only its job with it.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { CreateDebate, Estimate, ProblemReply } from '../shared/api.ts'
import type { Correction, NotApplied } from '../shared/corrections.ts'
import type { Weighed } from '../shared/debate.ts'
import type { Config } from './config.ts'
import type { Corrector, ReadBy } from './correct.ts'
import type { Estimator } from './estimate.ts'
import type { Exporter, WrittenFile } from './exporter.ts'
import type { Interrupts, Postponed, Work } from './jobs/index.ts'
import { fileInPackage } from './package.ts'
import type { Previewer } from './previewer.ts'
import { Problem } from './problem.ts'
import type { ReadThread } from './read/platform.ts'
import { HostQueue } from './read/queue.ts'
import { giveTurns } from './read/turns.ts'
import type { SourceReader } from './sources/reader.ts'

/**
 * What a thread is given to do: an analysis, an estimate of one, how something would be split into posts, a correction of a map,
 * what became of its corrections, its weighing, a file of it, which addresses it cites, or to open those but the known ones.
 */
export type Task =
  | { run: string }
  | { estimate: CreateDebate }
  | { preview: Parameters<Previewer['preview']> }
  | { correct: Parameters<Corrector['correct']> }
  | { undo: Parameters<Corrector['undo']> }
  | { notApplied: string }
  | { readAnew: Parameters<Corrector['readAnew']> }
  | { weigh: Parameters<Corrector['weigh']> }
  | { export: Parameters<Exporter['export']> }
  | { cited: string }
  | { open: string; known: string[] }
/** What a thread is told, and what it answers. A thrown Problem travels as its reply. */
export type Told = { task: Task } | { stop: true } | { interrupt: true }
/** Null for an analysis and for sources opened, whose results are in the store, unless it waits; and for what has no map. */
export type Done =
  | Correction
  | Estimate
  | Weighed
  | WrittenFile
  | Postponed
  | ReadBy
  | ReadThread[]
  | NotApplied[]
  | string[]
  | null
export type Answered = ({ value: Done } | { problem: ProblemReply } | { thrown: unknown }) & { megabytes: number }

/** Megabytes for what a thread has just made; with the usual 48 an analysis of 5,000 posts takes 30 more and is hardly faster. */
const YOUNG = 12
/** Megabytes of heap above which a thread ends after its task: it would hold them while it waits for the next job. */
const LARGE = 96
/** Small tasks, of which many may follow each other soon: their thread is not ended for what others left in it. */
const KEPT = ['correct', 'undo', 'notApplied', 'readAnew', 'weigh', 'cited', 'estimate']
/** How long a thread may take to end its job when the process stops, in milliseconds. */
const PATIENCE = 1000

export interface Threads {
  work: Work
  corrector: Corrector
  exporter: Exporter
  estimator: Estimator
  previewer: Previewer
  sources: SourceReader
  close(): Promise<void>
}

export function openThreads(config: Config): Threads {
  const all = new Set<Thread>()
  const idle: Thread[] = []
  const hosts = new HostQueue()

  function start(): Thread {
    const thread = new Thread(config, hosts, () => {
      all.delete(thread)
      const place = idle.indexOf(thread)
      if (place >= 0) idle.splice(place, 1)
    })
    all.add(thread)
    return thread
  }

  async function ask(task: Task, interrupts: Interrupts): Promise<Done> {
    const thread = idle.pop() ?? start()
    try {
      return await thread.ask(task, interrupts)
    } finally {
      if (thread.megabytes > LARGE && !KEPT.some((kind) => kind in task)) void thread.end()
      else if (all.has(thread)) idle.push(thread)
    }
  }

  async function edit(task: Task): Promise<Correction> {
    const edited = await ask(task, uninterrupted())
    if (edited === null || !('change' in edited)) throw new Error('A thread answered a correction with something else.')
    return edited
  }

  return {
    async work(id, interrupts) {
      const done = await ask({ run: id }, interrupts)
      return done !== null && 'after' in done ? done : undefined
    },
    corrector: {
      correct: (...given) => edit({ correct: given }),
      undo: (...given) => edit({ undo: given }),
      async notApplied(id) {
        const found = await ask({ notApplied: id }, uninterrupted())
        if (!isList(found, isNotApplied)) throw new Error('A thread told of corrections otherwise.')
        return found
      },
      async readAnew(...given) {
        const found = await ask({ readAnew: given }, uninterrupted())
        if (found !== null && !('analyser' in found)) throw new Error('A thread told who reads a debate otherwise.')
        return found
      },
      async weigh(...given) {
        const weighed = await ask({ weigh: given }, uninterrupted())
        if (weighed === null || !('standings' in weighed)) throw new Error('A thread answered a weighing otherwise.')
        return weighed
      },
    },
    exporter: {
      async export(...given) {
        const file = await ask({ export: given }, uninterrupted())
        if (file !== null && !('pieces' in file)) throw new Error('A thread answered an export with something else.')
        return file
      },
    },
    estimator: {
      async estimate(request, signal) {
        const found = await ask({ estimate: request }, { ...uninterrupted(), stop: signal })
        if (found === null || !('inputTokens' in found))
          throw new Error('A thread answered an estimate with something else.')
        return found
      },
    },
    previewer: {
      async preview(source) {
        const found = await ask({ preview: [source] }, uninterrupted())
        if (!isList(found, isThread)) throw new Error('A thread answered a preview with something else.')
        return found
      },
    },
    sources: {
      async cited(id) {
        const found = await ask({ cited: id }, uninterrupted())
        if (found !== null && !isList(found, isText)) throw new Error('A thread named addresses otherwise.')
        return found
      },
      async read(id, known, signal) {
        await ask({ open: id, known }, { ...uninterrupted(), signal })
      },
    },
    async close() {
      await Promise.all([...all].map((thread) => thread.end()))
    },
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isThread = (value: unknown): value is ReadThread =>
  typeof value === 'object' && value !== null && 'posts' in value

const isNotApplied = (value: unknown): value is NotApplied =>
  typeof value === 'object' && value !== null && 'why' in value

function isList<Item>(value: unknown, is: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.every(is)
}

function uninterrupted(): Interrupts {
  const never = new AbortController().signal
  return { signal: never, stop: never }
}

class Thread {
  readonly #worker: Worker
  #job: { resolve: (value: Done) => void; reject: (thrown: unknown) => void } | null = null
  /** Of heap, when it ended its last job. */
  megabytes = 0

  /** `hosts`: the queue it takes its turns from. `ended` is called when the thread is no more. */
  constructor(config: Config, hosts: HostQueue, ended: () => void) {
    this.#worker = worker(config, hosts)
    this.#worker.unref()
    this.#worker.on('message', (answered: Answered) => {
      const job = this.#job
      this.#job = null
      this.megabytes = answered.megabytes
      if ('value' in answered) job?.resolve(answered.value)
      else job?.reject('problem' in answered ? Problem.of(answered.problem) : answered.thrown)
    })
    this.#worker.on('error', (thrown) => this.#lost(thrown))
    this.#worker.on('exit', () => {
      ended()
      this.#lost(new Error('The thread of the analysis ended before its job.'))
    })
  }

  async ask(task: Task, { signal, stop }: Interrupts): Promise<Done> {
    const onStop = (): void => this.#tell({ stop: true })
    const onInterrupt = (): void => {
      this.#tell({ interrupt: true })
      setTimeout(() => void this.end(), PATIENCE).unref()
    }
    const done = new Promise<Done>((resolve, reject) => {
      this.#job = { resolve, reject }
    })
    this.#tell({ task })
    if (stop.aborted) onStop()
    if (signal.aborted) onInterrupt()
    stop.addEventListener('abort', onStop)
    signal.addEventListener('abort', onInterrupt)
    try {
      return await done
    } finally {
      stop.removeEventListener('abort', onStop)
      signal.removeEventListener('abort', onInterrupt)
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #tell(told: Told): void {
    this.#worker.postMessage(told)
  }

  #lost(thrown: unknown): void {
    const job = this.#job
    this.#job = null
    job?.reject(thrown)
  }
}

/** The built thread beside this file, or its source with the loader that reads TypeScript. */
function worker(config: Config, hosts: HostQueue): Worker {
  const { port1, port2 } = new MessageChannel()
  giveTurns(port1, hosts)
  const built = join(import.meta.dirname, 'worker.js')
  const options = {
    workerData: { config, turns: port2 },
    transferList: [port2],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  }
  if (existsSync(built)) return new Worker(built, options)
  const loader = pathToFileURL(fileInPackage('node_modules/@oxc-node/core/register.mjs')).href
  return new Worker(join(import.meta.dirname, 'worker.ts'), { ...options, execArgv: ['--import', loader] })
}
