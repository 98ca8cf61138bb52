/**
 * The embedded database: one SQLite file in WAL mode, written durably (`synchronous=FULL`: what was acknowledged survives
 * a killed process and a power cut). Statements are synchronous, so one connection writes and another reads: a reader
 * never waits for a transaction, and a writer that finds the database locked by another thread or process waits without
 * holding up this one.
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import Database from 'libsql'
import type { Store } from './index.ts'
import { migrate } from './migrations.ts'
import type { Tables } from './schema.ts'
import { createSqlStore } from './sql.ts'
import { acrossThreads } from './wakes.ts'

/** Longest wait for another writer, in milliseconds. */
const PATIENCE = 10_000

/** Opens or creates the database file, with its folder, and brings it to the newest schema. */
export async function openSqlite(file: string): Promise<Store> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const writer = connect(file)
  writer.pragma('busy_timeout = 0')
  const writes = new Kysely<Tables>({ dialect: new PatientDialect(writer) })
  await migrate(writes, 'sqlite')
  const reads = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connect(file) }) })
  return createSqlStore({ kind: 'sqlite', reads, writes, wakes: acrossThreads(file) })
}

/** `busy_timeout` comes first: switching to WAL can itself find the database locked. */
function connect(file: string): Database.Database {
  const database = new Database(file)
  database.pragma(`busy_timeout = ${PATIENCE}`)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  return database
}

/**
 * Takes the write lock when a transaction begins, so that nothing but beginning can find it taken; a statement on its own
 * becomes a transaction. Beginning and ending go through `exec`, because `libsql` leaves a prepared statement that was
 * refused unfinished, and an unfinished one keeps the next transaction from ending.
 */
class PatientDriver extends SqliteDriver {
  readonly #database: Database.Database

  constructor(database: Database.Database) {
    super({ database })
    this.#database = database
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection()
    return {
      executeQuery: async <Row>(query: CompiledQuery) => {
        if (this.#database.inTransaction) return connection.executeQuery<Row>(query)
        await this.beginTransaction()
        try {
          const result = await connection.executeQuery<Row>(query)
          await this.commitTransaction()
          return result
        } catch (thrown) {
          await this.rollbackTransaction()
          throw thrown
        }
      },
      streamQuery: (query, size) => connection.streamQuery(query, size),
    }
  }

  override async beginTransaction(): Promise<void> {
    const deadline = Date.now() + PATIENCE
    while (!this.#begun()) {
      if (Date.now() > deadline) throw new Error('Another process keeps the database locked.')
      await wait(1 + Math.random() * 2)
    }
  }

  override commitTransaction(): Promise<void> {
    this.#database.exec('commit')
    return Promise.resolve()
  }

  override rollbackTransaction(): Promise<void> {
    if (this.#database.inTransaction) this.#database.exec('rollback')
    return Promise.resolve()
  }

  #begun(): boolean {
    try {
      this.#database.exec('begin immediate')
      return true
    } catch (thrown) {
      if (isBusy(thrown)) return false
      throw thrown
    }
  }
}

/** Lets migrations run in one transaction, so that of several starters one migrates and the others wait. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class PatientDialect extends SqliteDialect {
  readonly #database: Database.Database

  constructor(database: Database.Database) {
    super({ database })
    this.#database = database
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter()
  }

  override createDriver(): Driver {
    return new PatientDriver(this.#database)
  }
}

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_BUSY')
}
