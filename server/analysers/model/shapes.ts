/** The shapes of answers, as zod checks them and as JSON schemas every rung accepts: flat and closed. */
import { z } from 'zod'
import { EvidenceType } from '../../../shared/findings.ts'

/** One of these words, in whatever case the model wrote it. */
function oneOf<const Word extends string>(all: readonly Word[]) {
  return z.preprocess((said) => (typeof said === 'string' ? said.trim().toLowerCase() : said), z.enum(all))
}

/** What the groups of `line` name, read from a string; a record of them, as it is remembered, passes as it is. */
function lineOf<Shape extends z.ZodType>(line: RegExp, shape: Shape) {
  return z.preprocess((said) => {
    const words = Array.isArray(said) ? said.join(' ') : said
    return typeof words === 'string' ? line.exec(words.trim())?.groups : words
  }, shape)
}

/** Kinds of units as the model names them: with the side a claim takes, and evidence by its type. */
export const KINDS = ['claim', 'claim for', 'claim against', ...EvidenceType.options, 'concession', 'question'] as const

/** What models call a claim whose answers are not bound to the kinds asked for. */
const CLAIM_TOO = /^(?:argument|assertion|conclusion|opinion|position|premise|proposal|reason|statement)$/

/** A kind as asked for, from "Claim_Against", "evidence: study" or another word for a claim. */
function kindSaid(said: unknown): unknown {
  if (said === null || said === '') return undefined
  if (typeof said !== 'string') return said
  const words = said.toLowerCase().match(/[a-z]+/g) ?? []
  const [first = '', second] = words
  if (first === 'evidence' && second !== undefined) return second
  return CLAIM_TOO.test(first) ? 'claim' : words.join(' ')
}

/** An id as it was given, in whatever case and with whatever marks it came back. */
function idSaid(said: unknown): unknown {
  return typeof said === 'string' ? said.toLowerCase().replace(/[^a-z0-9]/g, '') : said
}

/** Text that may be left out; where services write null or a list of lines instead, that is read. */
const Loose = z.preprocess(
  (said) => (said === null ? undefined : Array.isArray(said) ? said.join(', ') : said),
  z.string().optional(),
)

export const UnitSaid = z.object({
  /** Id of its post with a letter. */
  id: z.preprocess(idSaid, z.string()),
  /** Left out of a plain claim, the commonest. Evidence whose type was left out is evidence all the same. */
  kind: z.preprocess(kindSaid, z.enum([...KINDS, 'evidence']).default('claim')),
  quote: z.string(),
  /** Left out, as `link` is, where there is nothing to say: what is written is what costs. */
  statement: Loose,
  /** Relations to other units: "supports p1a", "rebuts p2a", "undercuts p1a>p1b", or to a post: "disagrees p1"; with commas between. */
  link: Loose,
})
export type UnitSaid = z.infer<typeof UnitSaid>

/** A line of an answer, also where its words came as a list or an object of them. */
const Line = z.preprocess(
  (said) => (typeof said === 'object' && said !== null ? Object.values(said).join(' ') : said),
  z.string(),
)
/** Id of a post without units and the reason: "p4 only a greeting". */
export const NoneSaid = Line
/** Two statements by id: "s1 s2". */
export const PairSaid = Line

/** Read from a line as the model writes it, "q1 rebuts k3 high" or "q2 none": what is written is what costs. */
export const RelationSaid = lineOf(
  /^(?<id>q\d+)\W+(?<type>none|agrees|disagrees|(?:supports|rebuts|undercuts)\W+(?<to>k\d+))\W*(?<sure>high|medium|low)?/i,
  z.object({
    id: z.string(),
    to: z.string().default('none'),
    type: z.string().transform((type) => type.replace(/\W.*/s, '').toLowerCase()),
    sure: oneOf(['high', 'medium', 'low']).default('medium'),
  }),
)

export const Sentence = z.object({
  part: oneOf(['question', 'for', 'against', 'contested', 'unanswered', 'no evidence', 'other']),
  text: z.string(),
  claims: z.preprocess(
    (said) => (typeof said === 'string' ? said.split(/[\s,;]+/).filter((id) => id !== '') : said),
    z.array(z.preprocess(idSaid, z.string())),
  ),
})
export type SentenceSaid = z.infer<typeof Sentence>
/** "for k1 k4: Four people want it closed." */
export const SentenceSaid = lineOf(
  /^(?<part>question|for|against|contested|unanswered|no[ _-]evidence|other)\W+(?<claims>(?:[a-z]*\d+\b[\s,;]*)*)\W*:\s*(?<text>\S.*)$/is,
  Sentence,
)

/** "i1 Should Mill Street be closed to cars?" */
export const IssueSaid = lineOf(
  /^(?<id>i\d+)[\s:–-]+(?<question>\S.*)$/is,
  z.object({ id: z.string(), question: z.string() }),
)
/** "i1 k4 for" */
export const PositionSaid = lineOf(
  /^(?<issue>i\d+)\W+(?<claim>k\d+)\W+(?<stance>for|against|none)\b/i,
  z.object({ issue: z.string(), claim: z.string(), stance: oneOf(['for', 'against', 'none']) }),
)

/** What each question is answered with: lists by name. */
export const ANSWERS = {
  extract: schemaOf({ units: UnitSaid.extend({ kind: z.enum(KINDS).optional() }), none: z.string() }),
  relate: schemaOf({ answers: z.string() }),
  same: schemaOf({ same: z.string(), close: z.string() }),
  issues: schemaOf({ issues: z.string(), positions: z.string() }),
  summarise: schemaOf({ sentences: z.string() }),
} as const

/** The JSON schema of an object of lists; items hold only what services can bind to: strings, lists of strings, closed words. */
function schemaOf(lists: Record<string, z.ZodType>): Record<string, unknown> {
  const shape = Object.fromEntries(Object.entries(lists).map(([name, item]) => [name, z.array(item)]))
  const { $schema: _, ...schema } = z.toJSONSchema(z.object(shape), { target: 'draft-7', reused: 'inline' })
  return schema
}

/** The valid items of the list `name` in an answer, and the others as they came; null when there is no such list. */
export function listIn<T>(value: unknown, name: string, item: z.ZodType<T>): { items: T[]; invalid: unknown[] } | null {
  const list = z.looseObject({ [name]: z.array(z.unknown()) }).safeParse(value)
  if (!list.success) return null
  const all = (list.data[name] as unknown[]).map((raw) => ({ raw, read: item.safeParse(raw) }))
  const items = all.flatMap(({ read }) => (read.success ? [read.data] : []))
  return { items, invalid: all.flatMap(({ raw, read }) => (read.success ? [] : [raw])) }
}
