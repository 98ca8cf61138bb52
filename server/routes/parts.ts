/** What the routes are given. */
import type { AnalyserChoice, Health } from '../../shared/api.ts'
import type { Config } from '../config.ts'
import type { Corrector } from '../correct.ts'
import type { Estimator } from '../estimate.ts'
import type { Exporter } from '../exporter.ts'
import type { Previewer } from '../previewer.ts'
import type { Queue } from '../jobs/index.ts'
import type { Settings } from '../settings.ts'
import type { SourceChecker } from '../sources/index.ts'
import type { Store } from '../store/index.ts'

export interface RouteParts {
  store: Store
  queue: Queue
  corrector: Corrector
  exporter: Exporter
  config: Config
  settings: Settings
  estimator: Estimator
  previewer: Previewer
  sources: SourceChecker
  /** What will read a thread with that choice. Throws a Problem when it can't be had. */
  reader: (choice: AnalyserChoice, overnight?: boolean) => Pick<Health, 'analyser' | 'model' | 'overnight'>
}
