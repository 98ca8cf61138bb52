/** How a text or a file would be split into posts, for whichever thread looks. */
import type { Source } from '../shared/api.ts'
import type { Config } from './config.ts'
import { preview } from './read/index.ts'
import type { ReadThread } from './read/platform.ts'

export interface Previewer {
  /** Throws `Problem`. */
  preview(source: Exclude<Source, { kind: 'url' }>): Promise<ReadThread[]>
}

export function createPreviewer(config: Config): Previewer {
  return { preview: async (source) => preview(source, config) }
}
