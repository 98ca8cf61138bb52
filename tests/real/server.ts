/** What every real server is started and read with. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { readConfig } from '../../server/config.ts'
import { createFetcher } from '../../server/read/fetch.ts'
import { read } from '../../server/read/index.ts'
import type { Thread } from '../../shared/thread.ts'

export interface RealServer {
  /** Address without a slash at its end. */
  base: string
  stop(): Promise<void>
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** Starts a program and waits until `ready` holds. Throws what it printed when that takes longer than a minute. */
export async function started(
  command: string[],
  options: { env?: Record<string, string>; cwd?: string; uid?: number; gid?: number },
  ready: () => Promise<boolean>,
): Promise<() => Promise<void>> {
  const [program = '', ...words] = command
  const { env, ...rest } = options
  const child = spawn(program, words, { ...rest, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  const note = (chunk: Buffer) => (printed += chunk.toString())
  child.stdout.on('data', note)
  child.stderr.on('data', note)
  for (let attempt = 0; attempt < 240; attempt++) {
    if (child.exitCode !== null) break
    if (await ready().catch(() => false)) return () => ended(child)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  await ended(child)
  throw new Error(`${program} did not start:\n${printed}`)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

export const answers = async (url: string): Promise<boolean> => (await fetch(url)).status < 500

/** Reads the thread at `url` as the server would, with every request that was made. */
export async function reading(url: string): Promise<{ thread: Thread; asked: string[] }> {
  const config = readConfig({ ALLOW_HOSTS: '127.0.0.1', READ_ARTICLES: 'false' })
  const fetcher = createFetcher(config)
  const asked: string[] = []
  const noting: typeof fetcher = {
    ...fetcher,
    fetch(ask, signal) {
      asked.push(new URL(ask.url).pathname + new URL(ask.url).search)
      return fetcher.fetch(ask, signal)
    },
  }
  try {
    const [thread] = await read([{ kind: 'url', url }], noting, {
      config,
      signal: new AbortController().signal,
      progress: () => undefined,
    })
    if (thread === undefined) throw new Error('no thread')
    return { thread, asked }
  } finally {
    await fetcher.close()
  }
}

/** Author, text and place of the parent of every post. */
export function rowsOf({ posts }: Thread): [string | null, string, number | null][] {
  const places = new Map(posts.map(({ id }, at) => [id, at]))
  return posts.map(({ author, text, heading, parentId }) => [
    author,
    text.slice(heading).trim(),
    parentId === null ? null : (places.get(parentId) ?? null),
  ])
}
