/** Opens the database the settings ask for. PostgreSQL's client is loaded only when it is used. */
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Store } from './index.ts'

export async function openStore(config: Config): Promise<Store> {
  if (config.DATABASE_URL !== undefined) {
    const { openPostgres } = await import('./postgres.ts')
    return openPostgres(config.DATABASE_URL)
  }
  const { openSqlite } = await import('./sqlite.ts')
  return openSqlite(join(config.DATA_DIR, 'counterpoint.db'))
}
