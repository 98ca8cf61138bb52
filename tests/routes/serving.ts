/** A whole server in memory, on an embedded database in a temporary folder; requests go straight to it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../server/app.ts'
import { createCorrector } from '../../server/correct.ts'
import { createEstimator } from '../../server/estimate.ts'
import { createExporter } from '../../server/exporter.ts'
import { type Config, readConfig } from '../../server/config.ts'
import { createEmbeddedQueue } from '../../server/jobs/embedded.ts'
import type { Work } from '../../server/jobs/index.ts'
import { createPreviewer } from '../../server/previewer.ts'
import { createSourceReader } from '../../server/sources/reader.ts'
import { createSourceChecker, type SourceChecker } from '../../server/sources/index.ts'
import { openSettings } from '../../server/settings.ts'
import type { Store } from '../../server/store/index.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { openTools, readerBy } from '../../server/tools.ts'
import { createWork } from '../../server/work.ts'

export interface Serving {
  store: Store
  sources: SourceChecker
  /** Folder of the database and the settings. */
  folder: string
  request(path: string, init?: RequestInit): Promise<Response>
  /** Sends JSON. */
  post(path: string, body: unknown): Promise<Response>
  close(): Promise<void>
}

/** `work`: instead of real analyses. `web`: folder of the page. */
export async function serve(
  given: { work?: Work; settings?: Record<string, string>; web?: string } = {},
): Promise<Serving> {
  const folder = mkdtempSync(join(tmpdir(), 'counterpoint-serve-'))
  const config: Config = readConfig({ DATA_DIR: folder, ...given.settings })
  const store = await openSqlite(join(folder, 'test.db'))
  const queue = createEmbeddedQueue({ concurrency: 2, unfinished: () => store.unfinished(), failed: console.error })
  const settings = openSettings(config)
  const tools = openTools(() => settings.current())
  await queue.start(given.work ?? createWork(store, tools))
  const web = given.web ?? join(folder, 'web')
  const sources = createSourceChecker(store, createSourceReader(store, { fetcher: tools.fetcher, config }))
  const app = createApp({
    store,
    queue,
    corrector: createCorrector(store),
    exporter: createExporter(store),
    estimator: createEstimator(tools),
    previewer: createPreviewer(config),
    sources,
    config,
    settings,
    reader: (choice, overnight) => readerBy(settings.current(), choice, overnight),
    web,
  })
  const request = async (path: string, init?: RequestInit) => app.request(path, init)
  return {
    store,
    sources,
    folder,
    request,
    post: (path, body) =>
      request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    async close() {
      await queue.stop()
      await sources.close()
      await tools.close()
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}
