/**
 * The contract of analysers. Model and embedded analyser answer the same questions, so that every other stage is
 * written once. Answers are proposals: `check.ts` lets through only what stands in the posts.
 */
import { z } from 'zod'
import type { Call, Summary } from '../../shared/debate.ts'
import { type Basis, type EvidenceType, type LinkType, Stance, type UnitKind } from '../../shared/findings.ts'
import type { Post } from '../../shared/thread.ts'

/** Answers paid for once: keyed by everything that decides an answer (model, prompt version, schema, input). */
export interface CallMemory {
  get(key: string): Promise<string | null>
  /** Keeps all of them at once, or none: when it returns, what was paid for outlives the process. */
  put(answers: ReadonlyMap<string, string>): Promise<void>
}

/**
 * Thrown by an analyser that would wait long for an answer: what is asked again after a while finds what was asked for already.
 * Not a fault; it must reach whoever runs the analysis.
 */
export class Later extends Error {
  override readonly name = 'Later'
  /** Milliseconds until it is worth another look. */
  readonly after: number

  constructor(after: number, why: string) {
    super(why)
    this.after = after
  }
}

/** What a call will cost in US dollars: at most, and the least for which it is worth sending with less room for its answer. */
export interface Need {
  least: number
  most: number
}

/** Money set aside for one call. */
export interface Allowance {
  /** US dollars it may cost: what was needed at most, or what is left of the cap. */
  most: number
  /** Gives back what is set aside, once `spent` was told what became of the call. */
  settle(): void
  /** Leaves it set aside: the call is under way and will be asked for later. */
  postpone(until: Later): void
}

/** What an analyser may use while it answers. */
export interface Asking {
  /** The debate it belongs to: questions of one debate may share a request. */
  of?: string
  signal: AbortSignal
  calls: CallMemory
  /**
   * Asked before every call that costs; null where no price is known. Waits while what is set aside for calls in work leaves
   * no room for it. Undefined where nothing is to be set aside. Throws a Problem `over-budget` when the rest of the cap does
   * not reach; it must reach the caller.
   */
  afford(need: Need | null): Promise<Allowance> | undefined
  /** Told after every call, cached and failed ones too. Once what it answers with is settled, a killed process knows of it. */
  spent(call: Call): void | Promise<void>
  /** Told as soon as what the opening post of a batch puts forward is known, though the rest of the batch is still asked about. */
  opened?(): void
  /** Told, in a sentence for the reader, when a question was answered in a lesser way than meant; perhaps more than once. */
  notice?(sentence: string): void
}

/** Posts to analyse in one go, with what is needed to understand them. */
export interface Batch {
  /** Stable for the same posts. */
  id: string
  title: string
  language: string | null
  /** The posts to analyse; repeats and deleted posts are left out. */
  posts: Post[]
  /** Ancestors and opening post, to read but not to analyse. */
  context: Post[]
}

/** One thing found, its words quoted. `hint`: where the words start, if the analyser knows; it only chooses between occurrences. */
export interface Draft {
  ref: string
  postId: string
  quote: string
  hint: number | null
  kind: UnitKind
  statement: string
  evidenceType: EvidenceType | null
  sourceUrl: string | null
  stance: Stance | null
  confidence: number
  why: string[]
}

/**
 * A relation from a draft to another of its batch, or to a unit found before (`Extraction.known`). `step`, for an undercut:
 * where the doubted step from `to` leads.
 */
export interface DraftLink {
  from: string
  to: string
  step: string | null
  type: LinkType
  basis: Basis
  confidence: number
  why: string[]
}

/** `outcomes`: only posts that could not be analysed or were refused. Any other post without a draft holds no argument. */
export interface Extraction {
  drafts: Draft[]
  links: DraftLink[]
  /** Units found before in context posts, by their ids: links may end at them. */
  known?: string[]
  /** Drafts known to take sides with or against a post, without a unit of it that could be named. */
  replies?: { from: string; toPost: string; attitude: 'agrees' | 'disagrees'; basis: Basis; confidence: number }[]
  /** Posts whose units were held against a draft: those it has no link to are not asked about again. */
  judged?: { from: string; posts: string[] }[]
  outcomes: { postId: string; fate: 'declined' | 'failed' | 'no argument'; why: string; by: string }[]
}

export interface Pair {
  a: string
  b: string
}

/** One claim of a post that answers another, with the claims it may be about. */
export interface RelateQuestion {
  claimId: string
  statement: string
  /** The words themselves, and the words before and after in their post. */
  words: string
  before: string
  after: string
  postId: string
  /** Position of this claim among those of its post, from 0. */
  order: number
  kind: 'claim' | 'evidence'
  /** The side taken on the issue of the thread, where it is known. */
  stance?: Stance | null
  /** The post answered, when there is one. */
  toPost: string | null
  /** Whether the answered post is the opening post. */
  firstLevel: boolean
  candidates: Candidate[]
}

export interface Candidate {
  claimId: string
  statement: string
  kind: 'claim' | 'evidence'
  stance?: Stance | null
  postId: string
  /** Why it is a candidate: quoted by the post, said in the answered post, the thread's title, or worded alike. */
  because: 'quote' | 'reply' | 'title' | 'similar'
  /** Share of its words inside the quoted passage, 0 to 1. */
  covered: number
  /** Likeness of words with the asking claim, 0 to 1. */
  similarity: number
  /** Whether it is said for another statement of its post, other than the title. */
  leads?: boolean
}

/** `to` and `toPost` both null: not related to any. `to` of an undercut: the claim from which the doubted step starts. */
export interface RelateAnswer {
  claimId: string
  to: string | null
  toPost: string | null
  type: LinkType
  attitude: 'agrees' | 'disagrees' | 'unclear'
  /** Words of the asking post that carry the relation, if any. */
  quote: string | null
  basis: Basis
  confidence: number
  why: string[]
}

/** A map in words, without any post: what a summary is made from. */
export interface Outline {
  title: string
  posts: number
  people: number
  issues: { question: string; for: OutlineClaim[]; against: OutlineClaim[]; other: OutlineClaim[] }[]
}
export interface OutlineClaim {
  id: string
  statement: string
  kind: 'claim' | 'evidence'
  people: number
  posts: number
  standing: string
  noEvidence: boolean
  unanswered: boolean
  supports: OutlineClaim[]
  rebuts: OutlineClaim[]
  /** The words of its first mention, and what stands before and after them there, quotations blanked out: for quoting it word for word. */
  said?: { words: string; before: string; after: string }
}

/** Claims that may be answers to the questions of the debate, most widely said first. */
export interface IssuesQuestion {
  title: string
  claims: { id: string; statement: string; people: number }[]
}

/** A question the debate is about, with the claims that answer it directly. */
export const IssueAnswer = z.object({
  question: z.string(),
  positions: z.array(z.object({ claimId: z.string(), stance: Stance.nullable() })),
})
export type IssueAnswer = z.infer<typeof IssueAnswer>

export interface BatchSize {
  posts: number
  characters: number
  /** Requests in work at once: batches come in rounds of as many, all of about one size, so that none is waited for. */
  lanes?: number
  /** Whether a batch waits for the one with its thread's opening post, to be asked with what that puts forward in view. */
  afterOpening?: boolean
  first?: { batches: number; posts: number }
}

export interface Analyser {
  readonly name: 'model' | 'embedded'
  /** Model id, null for the embedded one. */
  readonly model: string | null
  /** Version of each prompt or rule table used, by name. */
  readonly prompts: Record<string, string>
  /** Largest batch it wants to be given, and how many at once; the first ones may be smaller, to show something soon. */
  readonly batch: BatchSize & { atOnce: number }
  extract(batch: Batch, asking: Asking): Promise<Extraction>
  /** For each pair of statements whether they are the same claim, 0 to 1; merged from `mergeAt`, shown as similar from `similarAt`. */
  same(pairs: Pair[], context: { statements: string[] }, asking: Asking): Promise<number[]>
  readonly mergeAt: number
  readonly similarAt: number
  relate(questions: RelateQuestion[], asking: Asking): Promise<RelateAnswer[]>
  summarise(outline: Outline, asking: Asking): Promise<Summary['sentences']>
  /** The questions the claims are about; an analyser without this leaves them to title and structure. */
  issues?(asked: IssuesQuestion, asking: Asking): Promise<IssueAnswer[]>
}
