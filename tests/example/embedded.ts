/** The real pipeline on one thread, with the embedded analyser and nothing kept. */
import type { Debate } from '../../shared/debate.ts'
import type { Thread } from '../../shared/thread.ts'
import { analyseThreads } from '../../server/analyse.ts'
import { createEmbedded } from '../../server/analysers/embedded/index.ts'
import { readConfig } from '../../server/config.ts'
import type { Run } from '../../server/run.ts'

const run = (progress: Run['progress']): Run => ({
  id: 'example',
  journal: { get: async () => undefined, put: async () => {} },
  calls: { get: async () => null, put: async () => {} },
  signal: new AbortController().signal,
  stop: new AbortController().signal,
  progress,
})

export function embedded(given: Thread, progress: Run['progress'] = async () => {}): Promise<Debate> {
  const analyser = createEmbedded()
  return analyseThreads([given], { analyser, fallback: analyser, config: readConfig({}) }, run(progress))
}
