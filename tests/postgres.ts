/**
 * Starts a PostgreSQL of its own for tests: a fresh data folder, a free port, durable enough for tests, stopped at the
 * end. PostgreSQL refuses to run as root, so as root it runs as the system's `postgres` user. Where it is not installed
 * and we are root on Debian, it is installed; else the caller gets a sentence saying what to do.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

interface RunningPostgres {
  /** A new, empty database. */
  fresh(): Promise<string>
  stop(): Promise<void>
}

const ROOT = process.getuid?.() === 0

/** Starts PostgreSQL, or says why it can't. */
async function startPostgres(): Promise<RunningPostgres | string> {
  const bin = programs() ?? installed()
  if (bin === null) {
    return 'PostgreSQL is not installed: install it (Debian: apt-get install postgresql) and run the tests again'
  }
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-pg-'))
  const owner = ROOT ? userIds('postgres') : null
  if (owner === undefined) return 'PostgreSQL can’t run as root, and there is no user "postgres" to run it as'
  if (owner !== null) chownSync(folder, owner.uid, owner.gid)
  chmodSync(folder, 0o700)
  const as = owner === null ? {} : owner
  const data = join(folder, 'data')
  const port = await freePort()
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'counterpoint', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    {
      ...as,
      stdio: 'ignore',
      cwd: folder,
    },
  )
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder], {
    ...as,
    stdio: 'ignore',
    cwd: folder,
  })
  const address = `postgres://counterpoint@127.0.0.1:${port}`
  await answering(`${address}/postgres`, server)
  let count = 0
  return {
    async fresh() {
      const name = `test_${(count += 1)}`
      await ask(`${address}/postgres`, `create database ${name}`)
      return `${address}/${name}`
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface PostgresOfGroup {
  /** Starts it; a sentence when there can be none here. */
  prepare: () => Promise<string | null>
  /** A new, empty database. */
  fresh: () => Promise<string>
  end: () => Promise<void>
}

/** A PostgreSQL that a group of tests starts before them and stops behind them. */
export function postgresOfGroup(): PostgresOfGroup {
  let running: RunningPostgres | string = 'PostgreSQL was not started'
  return {
    async prepare() {
      running = await startPostgres()
      return typeof running === 'string' ? running : null
    },
    fresh: () => (typeof running === 'string' ? Promise.reject(new Error(running)) : running.fresh()),
    async end() {
      if (typeof running !== 'string') await running.stop()
    },
  }
}

/** Folder of the newest installed server programs, or null. */
function programs(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
}

function installed(): string | null {
  if (!ROOT || !existsSync('/usr/bin/apt-get')) return null
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', env })
    execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'postgresql'], { stdio: 'ignore', env })
  } catch {
    return null
  }
  return programs()
}

function userIds(name: string): { uid: number; gid: number } | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    try {
      await ask(url, 'select 1')
      return
    } catch (thrown) {
      if (server.exitCode !== null || Date.now() > deadline) throw thrown
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
