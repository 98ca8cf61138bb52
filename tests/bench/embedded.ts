/**
 * The whole embedded analysis, after reading: processor time of ordinary and large threads, memory of very large ones, and
 * the command on the example from its start to its end. The last two run the built command (`npm run build` first).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmbedded } from '../../server/analysers/embedded/index.ts'
import { analyseThreads } from '../../server/analyse.ts'
import { readConfig } from '../../server/config.ts'
import type { Run } from '../../server/run.ts'
import type { Debate } from '../../shared/debate.ts'
import type { Thread } from '../../shared/thread.ts'
import { type Figure, type Measured, spent } from './figures.ts'
import { mixed } from './mix.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const CLI = join(ROOT, 'dist', 'server', 'cli.js')
/** Runs of each size; the least counts, since other work on the machine only adds. */
const RUNS = 5
const MEGABYTE = 2 ** 20

export async function bench(): Promise<Measured> {
  const small = mixed(225)
  const large = mixed(2250)
  const cold = await spent(() => analysed(small.threads))
  const ofSmall = await least(small.threads)
  const ofLarge = await least(large.threads)
  const figures: Figure[] = [
    { what: '225 posts, processor time of all threads', value: ofSmall.cpu, unit: 's', most: 0.5, strive: 0.3 },
    { what: '225 posts, on the clock', value: ofSmall.clock, unit: 's' },
    { what: '225 posts, first analysis of the process, on the clock', value: cold.clock, unit: 's' },
    { what: '2,250 posts, processor time of all threads', value: ofLarge.cpu, unit: 's', most: 4, strive: 2.5 },
    { what: '2,250 posts, on the clock', value: ofLarge.clock, unit: 's' },
  ]
  const sizes = [sizeOf(small, ofSmall.value), sizeOf(large, ofLarge.value)]
  if (!existsSync(CLI))
    return { figures, details: { sizes, skipped: 'memory and the command: dist/server is not built' } }
  return { figures: [...figures, ...command()], details: { sizes } }
}

/** Memory at 5,000 posts and time on the example, of the built command. */
function command(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-bench-'))
  try {
    const file = join(folder, 'threads.json')
    writeFileSync(file, JSON.stringify(mixed(5000).threads))
    const example = join(ROOT, 'server', 'example', 'thread.json')
    const starts = Array.from({ length: RUNS }, () => commanded(example).clock)
    return [
      {
        what: '5,000 posts, greatest memory of the command',
        value: commanded(file).megabytes,
        unit: 'MB',
        most: 300,
        strive: 200,
      },
      { what: 'version, greatest memory of the command', value: commanded('--version').megabytes, unit: 'MB' },
      { what: 'example, start to end of the command', value: Math.min(...starts), unit: 's' },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Makes a process tell its greatest memory, in kilobytes, as the last line it writes on standard error. */
const TELL = `data:text/javascript,process.on('exit',()=>process._rawDebug(process.resourceUsage().maxRSS))`

function commanded(word: string): { clock: number; megabytes: number } {
  const begun = performance.now()
  const words = ['--import', TELL, CLI, word, '--analyser', 'embedded', '--format', 'json']
  const done = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1024 * MEGABYTE })
  const clock = (performance.now() - begun) / 1000
  if (done.status !== 0 && done.status !== 4) throw new Error(`The command failed: ${done.stderr}`)
  return { clock, megabytes: (Number(done.stderr.trim().split('\n').at(-1)) * 1024) / MEGABYTE }
}

async function least(threads: Thread[]) {
  const runs = []
  for (let run = 0; run < RUNS; run++) runs.push(await spent(() => analysed(threads)))
  const [first] = runs.toSorted((a, b) => a.cpu - b.cpu)
  return { value: first?.value as Debate, cpu: first?.cpu ?? 0, clock: Math.min(...runs.map((run) => run.clock)) }
}

function analysed(threads: Thread[]): Promise<Debate> {
  const embedded = createEmbedded()
  const journal = new Map<string, unknown>()
  const run: Run = {
    id: 'bench',
    journal: {
      get: (step) => Promise.resolve(journal.get(step)),
      put: (step, value) => Promise.resolve(void journal.set(step, value)),
    },
    calls: { get: () => Promise.resolve(null), put: () => Promise.resolve() },
    signal: new AbortController().signal,
    stop: new AbortController().signal,
    progress: () => Promise.resolve(),
  }
  return analyseThreads(threads, { analyser: embedded, fallback: embedded, config: readConfig({}) }, run)
}

function sizeOf({ threads, captured }: { threads: Thread[]; captured: number }, debate: Debate) {
  const posts = threads.flatMap((thread) => thread.posts)
  return {
    posts: posts.length,
    captured,
    characters: posts.reduce((sum, post) => sum + post.text.length, 0),
    claims: debate.claims.length,
    links: debate.links.length,
  }
}
