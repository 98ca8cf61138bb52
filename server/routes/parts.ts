/** What the routes are given. */
import type { Config } from '../config.ts'
import type { Queue } from '../jobs/index.ts'
import type { Store } from '../store/index.ts'

export interface RouteParts {
  store: Store
  queue: Queue
  config: Config
  /** What will read the next thread. */
  reader: () => { analyser: 'model' | 'embedded'; model: string | null }
}
