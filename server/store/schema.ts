/** The tables, as Kysely sees them. Text that is always read whole is JSON; columns are what something asks for. */

export interface DebateRow {
  id: string
  title: string
  /** The title in lower case, for searching. */
  title_folded: string
  status: string
  /** ISO 8601 in UTC. */
  created_at: string
  updated_at: string
  posts: number
  people: number
  claims: number
  supports: number
  rebuts: number
  undercuts: number
  /** JSON of a ProblemReply. */
  problem: string | null
  /** Number of the last event. */
  seq: number
  /** How often the analysis was taken up since a step was last finished. */
  starts: number
  /** When it was last taken up: ISO 8601 in UTC, null before the first time. */
  started_at: string | null
  rest: string
}

/** A slice of a long JSON text; slices of one writing share their `version`. */
interface DocumentRow {
  debate: string
  kind: string
  version: string
  part: number
  parts: number
  body: string
}

export interface Tables {
  debates: DebateRow
  documents: DocumentRow
  events: { debate: string; seq: number; at: string; data: string }
  journal: { debate: string; step: string; value: string }
  /** Answers remembered; what each request cost stands in the debate it was made for. */
  calls: { key: string; answer: string; at: string }
  corrections: { debate: string; n: number; author: string | null; at: string; data: string }
  /** What each debate is about, see `addresses.ts`. */
  addresses: { debate: string; address: string }
  settings: { name: string; value: string }
}
