/** PostgreSQL, for any number of server processes. Each process keeps one connection of its own open to be woken on. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool, TypeOverrides, types } from 'pg'
import type { Store } from './index.ts'
import { type Listening, listenTo } from './listen.ts'
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

/**
 * Wakes watchers in every process by LISTEN and NOTIFY. Listens from the first watcher on, and wakes all whenever it
 * begins to, for what was told while nobody listened.
 */
function acrossProcesses(url: string): Wakes {
  const watchers = new Watchers()
  let listening: Listening | null = null
  return {
    async inside(transaction, id) {
      await sql`select pg_notify(${CHANNEL}, ${id})`.execute(transaction)
    },
    after: () => undefined,
    watch(id, wake) {
      listening ??= listenTo(url, CHANNEL, {
        heard: (payload) => watchers.wake(payload),
        listening: () => watchers.wakeAll(),
      })
      return watchers.watch(id, wake)
    },
    async close() {
      await listening?.close()
    },
  }
}
