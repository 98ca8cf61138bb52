/** The built server as a process of its own, and the most memory it ever took. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DebateEntry, type Source } from '../../shared/api.ts'
import type { Thread } from '../../shared/thread.ts'
import type { Figure } from './figures.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SERVER = join(ROOT, 'dist', 'server', 'main.js')
const LOADER = ['--import', '@oxc-node/core/register']
/** Between looks whether an analysis has ended, in milliseconds. */
const LOOK = 200

/** Why nothing of the built server can be measured; null where it is built and the system tells a process's memory. */
export const NOT_MEASURED = !existsSync(SERVER)
  ? 'dist/server is not built'
  : existsSync('/proc/self/status')
    ? null
    : 'the system does not tell the greatest memory of a process'

/** Megabytes: when the server had started, when the analysis had ended, and when the map had been fetched and exported. */
interface Peaks {
  started: number
  analysed: number
  exported: number
}

/** The most memory of a fresh server that analyses `threads` once; the analyser `model` asks the service at `messages`. */
async function peaksOfServer(threads: Thread[], messages: string | null): Promise<Peaks> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-bench-'))
  const model = messages === null ? {} : { ANTHROPIC_BASE_URL: messages, ANTHROPIC_API_KEY: 'test-key', MAX_COST: '0' }
  const { child, url } = await started([SERVER], { PORT: '0', DATA_DIR: folder, EXAMPLE: 'false', ...model })
  try {
    const at = peak(child)
    const source: Source = {
      kind: 'file',
      name: 'threads.json',
      base64: Buffer.from(JSON.stringify(threads)).toString('base64'),
    }
    const analyser = messages === null ? 'embedded' : 'model'
    const reply = await fetch(`${url}/api/debates`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sources: [source], analyser }),
    })
    const { id } = DebateEntry.parse(await reply.json())
    await ended(`${url}/api/debates/${id}`)
    const analysed = peak(child)
    for (const path of ['', '/export?format=json', '/export?format=md'])
      await fetched(`${url}/api/debates/${id}${path}`)
    return { started: at, analysed, exported: peak(child) }
  } finally {
    await killed(child)
    rmSync(folder, { recursive: true })
  }
}

/** The same as figures; `most` megabytes are to be enough for the analysis. */
export async function memoryOf(
  what: string,
  threads: Thread[],
  messages: string | null,
  most: number,
): Promise<Figure[]> {
  const { started: start, analysed, exported } = await peaksOfServer(threads, messages)
  return [
    { what: 'greatest memory of the server when it has started', value: start, unit: 'MB' },
    { what: `${what}, greatest memory of the server`, value: analysed, unit: 'MB', most },
    { what: `${what}, greatest memory of the server that exported the map, too`, value: exported, unit: 'MB' },
  ]
}

/** A service for models that answers at once, as a process of its own. */
export async function startMessages(): Promise<{ url: string; close(): Promise<void> }> {
  const { child, url } = await started([...LOADER, join(import.meta.dirname, 'messages.ts')], {})
  return { url, close: () => killed(child) }
}

/** A program of Node that says its address on standard output. */
async function started(words: string[], env: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const address = /http:\/\/\S+/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', () => reject(new Error(`A process ended at its start: ${said}`)))
  })
  return { child, url }
}

async function ended(url: string): Promise<void> {
  for (;;) {
    const entries = await (await fetch(url.replace(/\/[^/]+$/, ''))).json()
    const entry = (entries as { debates: DebateEntry[] }).debates[0]
    if (entry?.status === 'done') return
    if (entry === undefined || entry.status === 'failed')
      throw new Error(`The analysis failed: ${entry?.problem?.detail}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK))
  }
}

/** Reads a reply to its end without keeping it. */
async function fetched(url: string): Promise<void> {
  const reply = await fetch(url)
  if (!reply.ok || reply.body === null) throw new Error(`${url} answered ${reply.status}`)
  for await (const _ of reply.body) continue
}

/** The most memory a process ever had resident, in megabytes. */
function peak({ pid }: ChildProcess): number {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Math.round(Number(found?.[1]) / 1024)
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
