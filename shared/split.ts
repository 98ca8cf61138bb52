/** How a text was split into posts, whole, so that a person can correct it before it is analysed. */
import { z } from 'zod'
import { Thread } from './thread.ts'

/** What it lacks of a thread is known only once it is read as part of a debate. */
export const SplitThread = Thread.omit({ id: true, readAt: true, article: true }).extend({
  /** The page it discusses, to be read with it. */
  articleUrl: z.string().nullable().default(null),
})
export type SplitThread = z.infer<typeof SplitThread>

export const Split = z.object({ threads: z.array(SplitThread) })
export type Split = z.infer<typeof Split>
