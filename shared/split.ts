/** How a text was split into posts, whole, so that a person can correct it before it is analysed. */
import { z } from 'zod'
import { Thread } from './thread.ts'

/**
 * What labels are that open the parts of a text ("Ann:", "Price:") where nothing else says who wrote them: the parts'
 * writers, or words of the text like any other.
 */
export const LabelsAre = z.enum(['writers', 'words'])
export type LabelsAre = z.infer<typeof LabelsAre>

/** Labels that could be either, and how they were taken. */
export const Labels = z.object({
  /** The first of them, each once. */
  names: z.array(z.string()),
  /** How many different ones there are besides. */
  more: z.int().min(0),
  /** Parts of the text they open. */
  parts: z.int(),
  are: LabelsAre,
  /** Whether whoever sent the text said what they are; else it was told from the text. */
  asked: z.boolean(),
})
export type Labels = z.infer<typeof Labels>

/** What it lacks of a thread is known only once it is read as part of a debate. */
export const SplitThread = Thread.omit({ id: true, readAt: true, article: true }).extend({
  /** The page it discusses, to be read with it. */
  articleUrl: z.string().nullable().default(null),
  /** Absent where the layout of the text says who wrote, or nothing looks like a writer. */
  labels: Labels.optional(),
})
export type SplitThread = z.infer<typeof SplitThread>

export const Split = z.object({ threads: z.array(SplitThread) })
export type Split = z.infer<typeof Split>
