/** The shapes of answers, as zod checks them and as JSON schemas every rung accepts: flat, closed, everything required. */
import { z } from 'zod'
import { EvidenceType, LinkType, UnitKind } from '../../../shared/findings.ts'

/** One of these words, in whatever case the model wrote it. */
function oneOf<const Word extends string>(all: readonly Word[]) {
  return z.preprocess((said) => (typeof said === 'string' ? said.trim().toLowerCase() : said), z.enum(all))
}

export const UnitSaid = z.object({
  id: z.string(),
  post: z.string(),
  kind: oneOf(UnitKind.options),
  quote: z.string(),
  statement: z.string(),
  type: oneOf(['none', ...EvidenceType.options]),
  stance: oneOf(['none', 'for', 'against']),
})
export type UnitSaid = z.infer<typeof UnitSaid>

export const LinkSaid = z.object({
  from: z.string(),
  to: z.string(),
  type: oneOf(LinkType.options),
  step: z.string(),
})
export type LinkSaid = z.infer<typeof LinkSaid>

export const NoneSaid = z.object({ post: z.string(), why: z.string() })

export const RelationSaid = z.object({
  id: z.string(),
  to: z.string(),
  type: oneOf(['none', ...LinkType.options]),
  attitude: oneOf(['agrees', 'disagrees', 'unclear']),
  quote: z.string(),
  sure: oneOf(['high', 'medium', 'low']),
})

export const SentenceSaid = z.object({
  part: oneOf(['question', 'for', 'against', 'contested', 'unanswered', 'no evidence', 'other']),
  text: z.string(),
  claims: z.array(z.string()),
})
export type SentenceSaid = z.infer<typeof SentenceSaid>

export const IssueSaid = z.object({ id: z.string(), question: z.string() })
export const PositionSaid = z.object({
  issue: z.string(),
  claim: z.string(),
  stance: oneOf(['for', 'against', 'none']),
})

/** What each question is answered with: lists by name. */
export const ANSWERS = {
  extract: schemaOf({ units: UnitSaid, links: LinkSaid, none: NoneSaid }),
  relate: schemaOf({ answers: RelationSaid }),
  same: schemaOf({ same: z.string(), close: z.string() }),
  issues: schemaOf({ issues: IssueSaid, positions: PositionSaid }),
  summarise: schemaOf({ sentences: SentenceSaid }),
} as const

/** The JSON schema of an object of lists; items hold only what services can bind to: strings, lists of strings, closed words. */
export function schemaOf(lists: Record<string, z.ZodType>): Record<string, unknown> {
  const shape = Object.fromEntries(Object.entries(lists).map(([name, item]) => [name, z.array(item)]))
  const { $schema: _, ...schema } = z.toJSONSchema(z.object(shape), { target: 'draft-7', reused: 'inline' })
  return schema
}

/** The valid items of the list `name` in an answer, and how many were not valid; null when there is no such list. */
export function listIn<T>(value: unknown, name: string, item: z.ZodType<T>): { items: T[]; invalid: number } | null {
  const list = z.looseObject({ [name]: z.array(z.unknown()) }).safeParse(value)
  if (!list.success) return null
  const all = (list.data[name] as unknown[]).map((one) => item.safeParse(one))
  const items = all.flatMap((one) => (one.success ? [one.data] : []))
  return { items, invalid: all.length - items.length }
}
