/** A server as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const ADDRESS = /^Counterpoint is at (http:\S+)$/m

export interface ServerProcess {
  url: string
  pid: number
  /** Everything written so far. */
  said(): string
  /** Sends the signal and answers with the exit code once the process has ended; null when the signal ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT'): Promise<number | null>
}

/** Starts a server that listens on any free port. Settings beside `env` are the standard ones, whatever they are here. */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const { child, said, exited } = launch('main', [], { PORT: '0', EXAMPLE: 'false', ...env })
  const url = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const address = ADDRESS.exec(said())?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', look)
    void exited.then(() => reject(new Error(`The server did not start: ${said()}`)))
  })
  return {
    url,
    pid: child.pid ?? Number.NaN,
    said,
    end(signal) {
      child.kill(signal)
      return exited
    },
  }
}

/** Runs a program of `server/` with a bare environment. */
export function launch(program: 'main' | 'cli', words: string[], env: Record<string, string>) {
  const child: ChildProcess = spawn(process.execPath, [...startOf(program), ...words], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: 'pipe',
  })
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { child, said: () => out + err, out: () => out, err: () => err, exited }
}

/** As built, which starts in a third of the time, where the build is newer than all it was made of; else from source. */
function startOf(program: 'main' | 'cli'): string[] {
  const built = join(ROOT, 'dist', 'server', `${program}.js`)
  const builtAt = statSync(built, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const fresh = ['server', 'shared', 'prompts'].every((folder) => newestIn(join(ROOT, folder)) < builtAt)
  return fresh ? [built] : ['--import', '@oxc-node/core/register', join(ROOT, 'server', `${program}.ts`)]
}

/** When anything in a folder was last changed. */
function newestIn(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Math.max(...entries.map((name) => statSync(join(folder, name)).mtimeMs))
}
