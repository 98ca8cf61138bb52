/** What is shown: the argument map of one or several threads, with everything needed to check it. */
import { z } from 'zod'
import { Correction, NotApplied } from './corrections.ts'
import { Basis, EvidenceType, Fate, LinkType, Stance } from './findings.ts'
import { Passage, PostStance, Range, Thread } from './thread.ts'

/** One place where a claim or evidence is said. */
export const Mention = Passage.extend({ personId: z.string() })
export type Mention = z.infer<typeof Mention>

export const StandingLabel = z.enum(['unchallenged', 'contested', 'rebutted', 'defended'])

/** Computed from the graph, never asked of a model; rules in `server/graph/standing.ts`. */
export const Standing = z.object({
  label: StandingLabel,
  /** 0 to 1, from the gradual semantics. */
  strength: z.number().min(0).max(1),
  noEvidence: z.boolean(),
  unanswered: z.boolean(),
})
export type Standing = z.infer<typeof Standing>

/** A claim or a piece of evidence: the nodes of the map. Evidence is told by `kind` and has a type. */
export const Claim = z.object({
  /** Derived from the first mention, stable across analyses. */
  id: z.string(),
  kind: z.enum(['claim', 'evidence']),
  statement: z.string(),
  /** At most 40 characters, for the far view. */
  headline: z.string(),
  /** Whether `statement` is the words of the first mention but for marks and case. */
  verbatim: z.boolean(),
  /** Whether `statement` seems to say more than the quote; shown with a warning. */
  saysMore: z.boolean(),
  evidenceType: EvidenceType.nullable(),
  sourceUrls: z.array(z.string()),
  /** Earliest first; never empty. */
  mentions: z.array(Mention).min(1),
  /** How many different people, known by name, say it, in posts of their own or in copies; 0 when no writer is named. */
  people: z.int(),
  /** How many different posts say it, folded repeats included. */
  posts: z.int(),
  standing: Standing,
  /**
   * Where the map hangs it: `parent` is a claim, an issue, or null for a claim on its own. `reply` without a reply in `by`:
   * only its post is known to answer. `none`: not known to answer anything; it hangs under the main claim of its post, or
   * under the issue among further points.
   */
  place: z.object({
    parent: z.string().nullable(),
    via: z.enum(['position', 'link', 'reply', 'none']),
    /** The link or reply that places it. */
    by: z.string().nullable(),
  }),
  confidence: z.number().min(0).max(1),
  why: z.array(z.string()),
  /** Side most mentions take on the issue in words, where they take one. */
  stance: Stance.nullable().optional(),
})
export type Claim = z.infer<typeof Claim>

/** `supports` and `rebuts` end at a claim; `undercuts` ends at a link, denying the step it stands for. */
export const Link = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  type: LinkType,
  basis: Basis,
  confidence: z.number().min(0).max(1),
  /** The words that carry it; null when known only from where things stand. */
  passage: Passage.nullable(),
  why: z.array(z.string()),
})
export type Link = z.infer<typeof Link>

/** A claim known to answer a post, though not which of its claims. */
export const Reply = z.object({
  id: z.string(),
  from: z.string(),
  toPost: z.string(),
  attitude: z.enum(['agrees', 'disagrees', 'unclear']),
  basis: Basis,
  confidence: z.number().min(0).max(1),
  why: z.array(z.string()).default([]),
})
export type Reply = z.infer<typeof Reply>

export const Issue = z.object({
  id: z.string(),
  question: z.string(),
  source: z.enum(['title', 'article', 'analyser', 'unnamed']),
  positions: z.array(z.object({ claimId: z.string(), stance: Stance.nullable() })),
})
export type Issue = z.infer<typeof Issue>

export const Person = z.object({
  id: z.string(),
  /** Null for the posts of a thread that carry no name; how many people wrote those is not known. */
  name: z.string().nullable(),
  site: z.string(),
  posts: z.int(),
  claims: z.int(),
})
export type Person = z.infer<typeof Person>

/** A post folded into an earlier one. */
export const Repeat = z.object({
  postId: z.string(),
  of: z.string(),
  kind: z.enum(['exact', 'near', 'partial', 'cross-post']),
  /** Share of words in common, 0 to 1. */
  similarity: z.number().min(0).max(1),
  /** Stretches of the post, and of the post it repeats, whose words the other does not have; absent where there are none. */
  differences: z.object({ post: z.array(Range), of: z.array(Range) }).optional(),
})
export type Repeat = z.infer<typeof Repeat>

/** Two claims that look alike but not enough to be one. */
export const Similar = z.object({ a: z.string(), b: z.string(), similarity: z.number().min(0).max(1) })
export type Similar = z.infer<typeof Similar>

/** A question someone asked; `answeredBy` are claims known to answer it. */
export const Question = z.object({
  id: z.string(),
  statement: z.string(),
  mention: Mention,
  answeredBy: z.array(z.string()),
})
export type Question = z.infer<typeof Question>

/** A passage that accepts an opponent's claim. */
export const Concession = z.object({
  id: z.string(),
  statement: z.string(),
  mention: Mention,
  claimId: z.string().nullable(),
})
export type Concession = z.infer<typeof Concession>

/** Where strengths start from: all alike, by the people who say it, or by what is brought as evidence. */
export const BaseScore = z.enum(['equal', 'people', 'evidence'])
export type BaseScore = z.infer<typeof BaseScore>

/** How the strengths were computed. `settled` is false where links run in circles and the numbers did not come to rest. */
export const Weighing = z.object({ base: BaseScore, settled: z.boolean() })
export type Weighing = z.infer<typeof Weighing>

/**
 * One of the claims that move a position most: the position's strength now, were the claim accepted, were it rejected.
 * How far that is, `crux.ts` tells.
 */
export const Crux = z.object({
  claimId: z.string(),
  positionId: z.string(),
  before: z.number(),
  ifAccepted: z.number(),
  ifRejected: z.number(),
  /** True where nobody but those who hold the position says it or answers it; absent otherwise. */
  untouched: z.boolean().optional(),
})
export type Crux = z.infer<typeof Crux>

/** How the claims would stand with other base scores; nothing else of the debate depends on them. */
export const Weighed = z.object({
  weighing: Weighing,
  standings: z.record(z.string(), Standing),
  cruxes: z.array(Crux),
})
export type Weighed = z.infer<typeof Weighed>

/** What one person did in the debate. Lists hold ids; whoever posted under a name has a profile, others only with something on the map. */
export const Profile = z.object({
  personId: z.string(),
  /** Positions said or supported (`for` them) or rebutted by this person; the first claim that shows it. */
  positions: z.array(z.object({ claimId: z.string(), attitude: Stance, by: z.string() })),
  concessions: z.array(z.string()),
  /**
   * Where, in so many words, they grant a point or, `changed`, say that they think otherwise now: sentences of their posts,
   * also where no claim stands there.
   */
  yielded: z.array(Passage.extend({ changed: z.boolean() })).default([]),
  /** Positions taken one way first and the other way later, with the claim that shows the change. */
  changed: z.array(z.object({ claimId: z.string(), by: z.string() })),
  /** People whose posts or claims this person answered, and people who answered this person. */
  answered: z.array(z.string()),
  answeredBy: z.array(z.string()),
  /** People whom this person answered and who never answered back. */
  neverAnsweredBy: z.array(z.string()),
  /** Own claims that nobody else supported, rebutted or replied to. */
  unanswered: z.array(z.string()),
  /**
   * Questions others put to this person, in an answer to their post or below their words, that nobody answered; absent, as
   * the next two, where there is nothing to tell.
   */
  asked: z.array(z.string()).optional(),
  /** Sides that the site records of their posts: bold votes, pro and con, alignments. */
  voted: z.array(z.object({ postId: z.string(), stance: PostStance })).optional(),
  /** Sum of the scores others gave their posts, where the site shows them. */
  score: z.number().optional(),
})
export type Profile = z.infer<typeof Profile>

/** What became of each post, and what is missing altogether. */
export const Coverage = z.object({
  fates: z.array(Fate),
  notRead: z.array(z.object({ threadId: z.string(), why: z.string(), count: z.int().nullable() })),
  dropped: z.array(z.object({ postId: z.string(), quote: z.string(), why: z.string() })),
})
export type Coverage = z.infer<typeof Coverage>

/** Sentences about the debate, each resting on the claims it names. */
export const Summary = z.object({
  sentences: z.array(
    z.object({
      part: z.enum(['question', 'for', 'against', 'contested', 'unanswered', 'no evidence', 'other']),
      text: z.string(),
      claims: z.array(z.string()),
    }),
  ),
  by: z.string(),
})
export type Summary = z.infer<typeof Summary>

/** A question that a model answered, or that was answered from what it said before. */
export const Call = z.object({
  question: z.enum(['extract', 'relate', 'same', 'issues', 'summarise']),
  /** How many posts, claims or pairs of claims it was about. */
  about: z.int(),
  /** Whether no request was needed: what follows says nothing then. */
  cached: z.boolean(),
  /** Of the message that answered; `cacheReadTokens` are among the `inputTokens`. */
  inputTokens: z.int(),
  cacheReadTokens: z.int(),
  outputTokens: z.int(),
  /** US dollars; null when the price is not known. */
  cost: z.number().nullable(),
  /** Milliseconds from the first try to the answer. */
  took: z.int(),
  /** How the service was made to answer in the shape asked for. */
  rung: z.enum(['native', 'tool', 'tool-auto', 'text']).nullable(),
  /** Requests it took, those refused or broken off included. */
  tries: z.int(),
  /** Why no answer came of it; absent where one did. Its tokens are not known and count as none. */
  failed: z.string().optional(),
  /**
   * US dollars, reckoned, that requests may have cost whose price no answer told; null where no price is known, absent where
   * there is no such request. Counts against the spending cap, but in no sum of costs.
   */
  mayCost: z.number().nullable().optional(),
})
export type Call = z.infer<typeof Call>

/** Who did the work, with what and at what price. */
export const Provenance = z.object({
  analyser: z.enum(['model', 'embedded']),
  model: z.string().nullable(),
  prompts: z.record(z.string(), z.string()),
  calls: z.int(),
  cachedCalls: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  /** US dollars; null when the price is not known. */
  cost: z.number().nullable(),
  /** Whether the requests were handed in together, at half the price; absent where they were not. */
  overnight: z.boolean().optional(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** Milliseconds of work since the analysis was last started. */
  took: z.number(),
  version: z.string(),
  /** What was asked, in the order of the answers. */
  asked: z.array(Call).default([]),
})
export type Provenance = z.infer<typeof Provenance>

export const Debate = z.object({
  id: z.string(),
  title: z.string(),
  threads: z.array(Thread),
  people: z.array(Person),
  issues: z.array(Issue),
  claims: z.array(Claim),
  links: z.array(Link),
  replies: z.array(Reply),
  repeats: z.array(Repeat),
  similar: z.array(Similar),
  questions: z.array(Question),
  concessions: z.array(Concession),
  coverage: Coverage,
  summary: Summary,
  provenance: Provenance,
  /** Sentences for the reader about the whole: what was not understood, what was stopped. */
  notices: z.array(z.string()),
  weighing: Weighing.default({ base: 'equal', settled: true }),
  /** Weightiest first. */
  cruxes: z.array(Crux).default([]),
  profiles: z.array(Profile).default([]),
  /** What people changed, undone corrections included, and which of it finds its object no longer. */
  corrections: z.array(Correction).default([]),
  notApplied: z.array(NotApplied).default([]),
  /** When posts came in (ISO 8601) that the first reading did not have, by their ids; absent where there are none. */
  arrived: z.record(z.string(), z.string()).optional(),
})
export type Debate = z.infer<typeof Debate>
