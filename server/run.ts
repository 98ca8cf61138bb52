/** One run of an analysis: what it may use, and how a finished step is not done again. */
import type { z } from 'zod'
import type { Progress } from '../shared/api.ts'
import type { CallMemory } from './analysers/index.ts'

/** Results of finished steps, by name, so that an interrupted analysis goes on where it stopped. */
export interface Journal {
  /** The value of a finished step; undefined when it has none. */
  get(step: string): Promise<unknown>
  /**
   * Once this returns, the value survives a killed process. Writing a step twice keeps the first value. `finished` false for
   * a note on the way: an analysis that only ever leaves notes gets no further, and is given up in the end.
   */
  put(step: string, value: unknown, finished?: boolean): Promise<void>
}

export interface Run {
  /** Id of the debate. */
  id: string
  journal: Journal
  calls: CallMemory
  /** Answers of sites, for a reading that goes on where this one ends; without it none are kept. */
  answers?: {
    get(name: string): Promise<unknown>
    put(name: string, value: unknown): Promise<void>
    forget(): Promise<void>
  }
  /** Whether a person asked for more of the thread than was read before. */
  further?: boolean
  /** Aborted when the work must end at once (the process stops); what is in the journal is taken up later. */
  signal: AbortSignal
  /** Aborted when a person says "stop and keep this": what was found is arranged and shown. */
  stop: AbortSignal
  /** Posts a person took out of folding: they are analysed although they repeat another. */
  keptApart?: ReadonlySet<string>
  /** Whether a person had it tried again: then a model is asked about all posts that it did not read whole. */
  triedAgain?: boolean
  progress(progress: Progress): Promise<void>
}

/** The journal's value of `name`, or else the value of `work`, kept before it is returned. */
export async function step<T>(run: Run, name: string, shape: z.ZodType<T>, work: () => Promise<T>): Promise<T> {
  const kept = shape.safeParse(await run.journal.get(name))
  if (kept.success) return kept.data
  const value = await work()
  await run.journal.put(name, value)
  return value
}
