/** Picks the parts the settings ask for and puts them together: the whole server but for the port. */
import { readFileSync } from 'node:fs'
import type { AnalyserChoice } from '../shared/api.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { openQueue } from './jobs/open.ts'
import type { Queue, Work } from './jobs/index.ts'
import { fileInPackage } from './package.ts'
import { newEntry } from './routes/debates.ts'
import { openSettings } from './settings.ts'
import { createSourceChecker, type SourceChecker } from './sources/index.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/index.ts'
import { openThreads } from './threads.ts'
import { readerBy } from './tools.ts'

export interface Opened {
  fetch(request: Request): Response | Promise<Response>
  /** Interrupts what runs, which is taken up at the next start, and closes everything. */
  close(): Promise<void>
}

/** Throws when a setting can't be used or the database can't be opened. */
export async function openServer(config: Config): Promise<Opened> {
  const settings = openSettings(config)
  const reader = (choice: AnalyserChoice, overnight?: boolean) => readerBy(settings.current(), choice, overnight)
  reader('auto')
  const store = await openStore(config)
  const queue = await openQueue(config, store)
  const threads = openThreads(config)
  const sources = createSourceChecker(store, threads.sources)
  await queue.start(followed(threads.work, store, sources, () => settings.current().CHECK_SOURCES))
  if (config.EXAMPLE) await addExample(store, queue)
  const app = createApp({
    store,
    queue,
    corrector: threads.corrector,
    exporter: threads.exporter,
    estimator: threads.estimator,
    previewer: threads.previewer,
    sources,
    config,
    settings,
    reader,
    web: fileInPackage('dist/web'),
  })
  return {
    fetch: (request) => app.fetch(request),
    async close() {
      await queue.stop()
      await sources.close()
      await threads.close()
      await store.close()
    },
  }
}

/** An analysis, and where the settings ask for it a check of what it cites; that it can't begin is no fault of the analysis. */
export function followed(
  work: Work,
  store: Pick<Store, 'entry'>,
  sources: Pick<SourceChecker, 'follow'>,
  wanted: () => boolean,
): Work {
  return async (id, interrupts) => {
    const postponed = await work(id, interrupts)
    if (postponed !== undefined || !wanted() || (await store.entry(id))?.status !== 'done') return postponed
    await sources.follow(id).catch((thrown: unknown) => console.error(new Date().toISOString(), id, thrown))
    return undefined
  }
}

/** Has the example thread analysed on the first start of an empty library. */
async function addExample(store: Store, queue: Queue): Promise<void> {
  const { total } = await store.list({ limit: 1, offset: 0 })
  if (total > 0 || !(await store.first('example'))) return
  const bytes = readFileSync(fileInPackage('server/example/thread.json'))
  const entry = newEntry('Example')
  await store.create(entry, {
    sources: [{ kind: 'file', name: 'example.json', base64: bytes.toString('base64') }],
    analyser: 'auto',
  })
  await queue.add(entry.id)
}
