/** A kept debate, or a part of it, as a file. */
import type { ExportFormat } from '../shared/api.ts'
import type { BaseScore } from '../shared/debate.ts'
import { exportDebate } from './export/index.ts'
import { type Part, partOf } from './export/part.ts'
import { assess } from './graph/standing.ts'
import { Problem } from './problem.ts'
import type { Store } from './store/index.ts'

/** What is wanted: `base`, where strengths start, as the debate was analysed if null. */
export interface Wanted {
  format: ExportFormat
  base: BaseScore | null
  part: Part
}

export interface WrittenFile {
  /** File name with its ending. */
  name: string
  /** Media type with its character set. */
  type: string
  /** The whole of it, in pieces, in UTF-8. */
  pieces: Uint8Array<ArrayBuffer>[]
}

export interface Exporter {
  /** Null where the debate has no map. Throws a Problem `not-found` when it has no such part. */
  export(id: string, wanted: Wanted): Promise<WrittenFile | null>
}

export function createExporter(store: Store): Exporter {
  return {
    async export(id, { format, base, part: wanted }) {
      const debate = await store.debate(id)
      if (debate === null) return null
      const weighed = base === null || base === debate.weighing.base ? debate : assess(debate, { base })
      const part = partOf(weighed, wanted)
      if (part === null) throw new Problem('not-found', 'There is no such claim in this debate.')
      const { name, type, body } = exportDebate(part, format, await store.sources(id))
      const encoder = new TextEncoder()
      return { name, type, pieces: [...body].map((piece) => encoder.encode(piece)) }
    },
  }
}
