/** Opens the queue that belongs to the database. pg-boss is loaded only when it is used. */
import type { Config } from '../config.ts'
import type { Store } from '../store/index.ts'
import { createEmbeddedQueue } from './embedded.ts'
import type { Queue } from './index.ts'

export async function openQueue(config: Config, store: Store): Promise<Queue> {
  const options = { concurrency: config.JOBS, unfinished: () => store.unfinished(), failed: logged }
  if (config.DATABASE_URL !== undefined) {
    const { openPgBossQueue } = await import('./pg-boss.ts')
    return openPgBossQueue(config.DATABASE_URL, options)
  }
  return createEmbeddedQueue(options)
}

function logged(id: string, thrown: unknown): void {
  console.error(new Date().toISOString(), id, thrown)
}
