/** PostgreSQL, for any number of server processes. Each process keeps one connection of its own open to be woken on. */
import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Client, Pool, TypeOverrides, types } from 'pg'
import type { Store } from './index.ts'
import { migrate } from './migrations.ts'
import type { Tables } from './schema.ts'
import { createSqlStore } from './sql.ts'
import { Watchers, type Wakes } from './wakes.ts'

/** The channel that carries ids of debates with new events. */
const CHANNEL = 'counterpoint_events'

/** Connects and brings the database to the newest schema. `url` as in `postgres://user:password@host/name`. */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new Pool({ connectionString: url, max: 10, types: numbers() })
  pool.on('error', (thrown) => console.error(`PostgreSQL: an idle connection was lost: ${thrown.message}`))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await migrate(db, 'postgres')
  return createSqlStore({ kind: 'postgres', reads: db, writes: db, wakes: acrossProcesses(url) })
}

/** Counts arrive as int8 and stay far below 2^53, so they are read as numbers. */
function numbers(): TypeOverrides {
  const overrides = new TypeOverrides()
  overrides.setTypeParser(types.builtins.INT8, Number)
  return overrides
}

/** Wakes watchers in every process by LISTEN and NOTIFY. Listens from the first watcher on. */
function acrossProcesses(url: string): Wakes {
  const watchers = new Watchers()
  const closing = new AbortController()
  let listening: Promise<void> | null = null

  async function listen(): Promise<void> {
    while (!closing.signal.aborted) {
      await session().catch((thrown: unknown) => {
        if (!closing.signal.aborted) console.error(`PostgreSQL: waiting to listen again: ${String(thrown)}`)
      })
      await wait(1000, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
    }
  }

  /** Listens until the connection ends. Watchers are woken at its start for what was told while nobody listened. */
  async function session(): Promise<void> {
    const client = new Client({ connectionString: url, keepAlive: true })
    const ended = new Promise<void>((resolve, reject) => {
      client.on('error', reject)
      client.on('end', resolve)
    })
    const end = () => void client.end()
    client.on('notification', ({ payload }) => watchers.wake(payload ?? ''))
    try {
      await client.connect()
      closing.signal.addEventListener('abort', end)
      if (closing.signal.aborted) return await client.end()
      await client.query(`listen ${CHANNEL}`)
      watchers.wakeAll()
      await ended
    } finally {
      closing.signal.removeEventListener('abort', end)
      await client.end().catch(() => undefined)
    }
  }

  return {
    async inside(transaction, id) {
      await sql`select pg_notify(${CHANNEL}, ${id})`.execute(transaction)
    },
    after: () => undefined,
    watch(id, wake) {
      listening ??= listen()
      return watchers.watch(id, wake)
    },
    async close() {
      closing.abort()
      await listening
    },
  }
}
