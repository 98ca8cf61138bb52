/**
 * Where the map hangs every claim, each under one thing and never in a circle. Claims an analyser named as positions are
 * positions of the issue it named; of that issue, those it did not name stay under what they answer. So are claims that only
 * choose one of two things an issue names. In this order:
 *
 * 1. under the claim its surest link goes to;
 * 2. under the claim that stands for the post it is known to answer (the title's, else the one most of that post hangs
 *    under), but for answers to an opening post whose title asserts nothing: these answer the issue;
 * 3. under the issue as a position, where it is the title's claim or takes a side, in words or by agreeing or disagreeing
 *    with the opening post;
 * 4. under the main claim of its own post, or of the nearest post above that has one, short of the opening post;
 * 5. under the issue as a position without a side: what is left, where others took it up or say it, too, and the top of what
 *    several people discuss far down a chain of replies; the heaviest of these;
 * 6. under the issue without being a position of it.
 */
import type { Claim, Debate, Issue, Reply } from '../../shared/debate.ts'
import type { Stance } from '../../shared/findings.ts'
import { weights } from '../../shared/weight.ts'
import type { Positions } from './answers.ts'
import { copyOf } from './claims.ts'
import { branches, byLinks, type Forest, join } from './forest.ts'
import { partsOfChains } from './chains.ts'
import { grouped } from './grouped.ts'
import { asks, type OpenIssue, titleTest } from './issues.ts'
import { isOfOneself, standsAlone } from '../text/alone.ts'
import { centrality } from '../text/central.ts'
import { optionOf } from '../text/options.ts'
import { isPassing } from '../text/passing.ts'
import { openingOf } from './places.ts'

/** Positions of an issue that take no side: the heaviest ones; the others are told as further points. */
const MOST_UNSIDED = 12
/** Positions of an issue on which nobody took up what another said. */
const FEW = 5
/** What a position is worth that speaks of nothing the others speak of, beside its share of those that do. */
const LEAST_CENTRAL = 0.02
/** People who say a claim from which it is a main point wherever it was first said, before those fewer say. */
const MANY = 3
/** Worth from which even what nobody took up is one: said for sure, and about what one in ten others are about, too. */
const ALONE = 0.12
/** What is said of its writer is worth so much of what is said of the matter. */
const OWN = 0.4
/** Positions without a side that may come from one post, however much it says. */
const OF_ONE_POST = 2

type Hanging = Pick<Debate, 'threads' | 'claims' | 'links' | 'replies' | 'repeats'> & {
  issues: OpenIssue[]
  /** What an analyser named as positions. */
  positions?: Positions
}

export function hang(parts: Hanging): { claims: Claim[]; issues: Issue[] } {
  const forest = byLinks(parts.claims, parts.links)
  const named: Positions = parts.positions ?? new Map()
  for (const id of named.keys()) forest.delete(id)
  const around = surroundings(parts, forest)
  for (const claim of parts.claims) if (around.chooses(claim)) forest.delete(claim.id)
  hangReplies(parts, forest, around)
  const sided = sidesOf(parts, forest, around)
  hangByPost(parts, forest, around, sided)
  const positions = new Map<string, Stance | null>(sided)
  const further = unsided(parts, forest, around, sided)
  for (const claim of further) {
    forest.delete(claim.id)
    positions.set(claim.id, null)
  }

  const claims = parts.claims.map((claim): Claim => {
    const issue = named.get(claim.id)?.issue ?? around.issueOf(claim)?.id ?? null
    if (positions.has(claim.id)) return { ...claim, place: { parent: issue, via: 'position', by: null } }
    return { ...claim, place: forest.get(claim.id) ?? { parent: issue, via: 'none', by: null } }
  })
  return { claims, issues: withPositions(parts, claims, positions, further) }
}

/** The issues with their positions: heaviest first, then, in the order they were chosen in, those of `unsided`. */
function withPositions(
  parts: Hanging,
  claims: Claim[],
  positions: Map<string, Stance | null>,
  unsided: Claim[],
): Issue[] {
  const weight = weights({ claims, links: parts.links, replies: parts.replies })
  const chosen = new Map(unsided.map(({ id }, at) => [id, at + 1]))
  const found = claims.filter((claim) => positions.has(claim.id))
  const under = grouped(
    found.sort(
      (a, b) => (chosen.get(a.id) ?? 0) - (chosen.get(b.id) ?? 0) || (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0),
    ),
    (claim) => claim.place.parent,
  )
  return parts.issues.map(({ id, question, source }) => ({
    id,
    question,
    source,
    positions: (under.get(id) ?? []).map((claim) => ({ claimId: claim.id, stance: positions.get(claim.id) ?? null })),
  }))
}

/** What the posts around a claim say of its place. */
interface Surroundings {
  titleClaims: Set<string>
  /** For each post the claim that stands for it. */
  mainClaim: Map<string, string>
  /** The post above, folded posts passed over; null at the top. */
  above(postId: string): string | null
  isOpening(postId: string): boolean
  /** The side opening posts take on their issue, by their ids: for what their title asserts, else as their words say. */
  heldIn: Map<string, Stance>
  issueOf(claim: Claim): OpenIssue | undefined
  /** Whether a claim is one of two things its issue gives to choose between. */
  chooses(claim: Claim): boolean
  /** The first surest reply of each claim. */
  replyOf: Map<string, Reply>
}

function surroundings({ threads, claims, replies, repeats, issues }: Hanging, forest: Forest): Surroundings {
  const inTitle = titleTest(threads)
  const titleClaims = new Set(claims.filter((claim) => claim.mentions.some(inTitle)).map((claim) => claim.id))
  const openings = new Set(threads.flatMap((thread) => openingOf(thread)?.id ?? []))
  const original = copyOf(repeats)
  const parents = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post.id, post.parentId])))
  const threadOf = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post.id, thread.id])))
  const byThread = new Map(issues.flatMap((issue) => issue.threadIds.map((id) => [id, issue])))
  const replyOf = new Map<string, Reply>()
  for (const reply of replies.toSorted((a, b) => b.confidence - a.confidence)) {
    if (!replyOf.has(reply.from)) replyOf.set(reply.from, reply)
  }
  const issueOf = (claim: Claim) => byThread.get(threadOf.get(claim.mentions[0]?.postId ?? '') ?? '')
  const options = new Map(issues.map((issue) => [issue, optionOf(issue.question)]))
  return {
    titleClaims,
    mainClaim: mainClaims(claims, titleClaims, forest),
    above(postId) {
      const parent = parents.get(postId) ?? null
      return parent === null ? null : (original.get(parent) ?? parent)
    },
    isOpening: (postId) => openings.has(postId),
    heldIn: heldIn(claims, titleClaims, openings),
    issueOf,
    chooses(claim) {
      const issue = issueOf(claim)
      return issue !== undefined && claim.kind === 'claim' && options.get(issue)?.(claim.statement) === true
    },
    replyOf,
  }
}

function heldIn(claims: Claim[], titleClaims: Set<string>, openings: Set<string>): Map<string, Stance> {
  const said = claims.flatMap((claim) => claim.mentions.map(({ postId }) => ({ claim, postId })))
  const own = said.filter(({ postId }) => openings.has(postId))
  const held = new Map(
    own.flatMap(({ claim, postId }) => (claim.stance == null ? [] : [[postId, claim.stance] as const])),
  )
  for (const { claim, postId } of own) if (titleClaims.has(claim.id)) held.set(postId, 'for')
  return held
}

/**
 * For each post the claim that stands for it: the title's, else of its claims (before evidence) one that states something
 * and can be understood alone, the one most hangs under by links, else the one most people say, else what most surely argues, else the first.
 */
function mainClaims(claims: Claim[], titleClaims: Set<string>, forest: Forest): Map<string, string> {
  const branch = branches(claims, forest)
  const rank = (claim: Claim) => [
    titleClaims.has(claim.id) ? 1 : 0,
    claim.kind === 'claim' ? 1 : 0,
    asks(claim.statement) ? 0 : 1,
    standsAlone(claim.statement) && !isOfOneself(claim.statement) ? 1 : 0,
    branch.get(claim.id)?.size ?? 0,
    claim.people,
    Math.round(claim.confidence * 10),
  ]
  const said = claims.flatMap((claim) => claim.mentions.map(({ postId, start }) => ({ claim, postId, start })))
  const main = [...grouped(said, ({ postId }) => postId)].map(([postId, rivals]): [string, string] => {
    const [first] = rivals.sort((a, b) => compare(rank(b.claim), rank(a.claim)) || a.start - b.start)
    return [postId, first?.claim.id ?? '']
  })
  return new Map(main)
}

/** By the first number in which two ranks differ. */
function compare(a: number[], b: number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number)
}

/** An answer to an opening post is one to its title, where that asserts something; else to the issue, not to what else it says. */
function hangReplies({ claims, positions }: Hanging, forest: Forest, around: Surroundings): void {
  for (const claim of claims) {
    const reply = around.replyOf.get(claim.id)
    if (reply === undefined || forest.has(claim.id) || around.titleClaims.has(claim.id)) continue
    if (positions?.has(claim.id) === true || around.chooses(claim)) continue
    const parent = around.mainClaim.get(reply.toPost)
    if (parent === undefined || parent === claim.id) continue
    if (around.isOpening(reply.toPost) && !around.titleClaims.has(parent)) continue
    join(forest, claim.id, { parent, via: 'reply', by: reply.id })
  }
}

/** Claims named as positions, and those that hang under nothing yet and take a side on the issue. */
function sidesOf({ claims, positions }: Hanging, forest: Forest, around: Surroundings): Map<string, Stance | null> {
  return new Map(
    claims.flatMap((claim): [string, Stance | null][] => {
      const named = positions?.get(claim.id)
      if (named !== undefined) return [[claim.id, named.stance]]
      if (around.chooses(claim)) return [[claim.id, claim.stance ?? null]]
      if (forest.has(claim.id) || claim.kind !== 'claim' || around.issueOf(claim) === undefined) return []
      const stance = stanceOf(claim, around)
      return stance === null ? [] : [[claim.id, stance]]
    }),
  )
}

/**
 * Positions without a side: roots and, of long chains of replies, the tops of their parts; those that most people took up,
 * that most surely argue, can be understood alone and speak of what the debate speaks of, no remark in passing; before them
 * what many say in their own posts; a few of each post. Where others take sides, only what somebody took up or says, too.
 */
function unsided(parts: Hanging, forest: Forest, around: Surroundings, sided: Map<string, Stance | null>): Claim[] {
  const apart = partsOfChains(parts.claims, forest)
  const branch = branches(parts.claims, new Map([...forest].filter(([id]) => !apart.has(id))))
  const people = (claim: Claim) => branch.get(claim.id)?.people ?? 0
  const size = (claim: Claim) => branch.get(claim.id)?.size ?? 0
  const central = centrality(parts.claims.map(({ statement }) => statement))
  const answered = new Set([...(parts.positions ?? [])].map(([, { issue }]) => issue))
  const decided = (claim: Claim) => answered.has(around.issueOf(claim)?.id ?? '')
  const mayStand = (claim: Claim) => isFirstLevel(claim, around) && !decided(claim)
  const many = (claim: Claim) => (claim.people < MANY ? 0 : claim.people)
  const candidates = parts.claims
    .filter((claim) => claim.kind === 'claim' && !sided.has(claim.id) && around.issueOf(claim) !== undefined)
    .filter(({ statement }) => !asks(statement) && !isPassing(statement))
    .filter((claim) => apart.has(claim.id) || (!forest.has(claim.id) && (many(claim) > 0 || mayStand(claim))))
    .map((claim) => ({
      claim,
      worth:
        people(claim) *
        claim.confidence ** 2 *
        (LEAST_CENTRAL + central(claim.statement)) *
        (isOfOneself(claim.statement) ? OWN : 1),
    }))
    .sort((a, b) => many(b.claim) - many(a.claim) || b.worth - a.worth || size(b.claim) - size(a.claim))
  const least = sided.size > 0 ? Number.POSITIVE_INFINITY : ALONE
  const takenUp = fewOfEachPost(candidates)
    .filter(({ claim, worth }) => standsAlone(claim.statement) && (people(claim) > 1 || worth >= least))
    .slice(0, MOST_UNSIDED)
  const shown = sided.size + takenUp.length > 0 ? takenUp : candidates.slice(0, FEW)
  return shown.map(({ claim }) => claim)
}

/** The first few candidates of each post. */
function fewOfEachPost<Candidate extends { claim: Claim }>(candidates: Candidate[]): Candidate[] {
  const byPost = grouped(candidates, ({ claim }) => claim.mentions[0]?.postId ?? '')
  const few = new Set([...byPost.values()].flatMap((ofPost) => ofPost.slice(0, OF_ONE_POST)))
  return candidates.filter((candidate) => few.has(candidate))
}

/** Whether a claim was first said in a post that opens the thread, answers the opening post, or answers nothing known. */
function isFirstLevel(claim: Claim, around: Surroundings): boolean {
  const postId = claim.mentions[0]?.postId ?? ''
  const above = around.above(postId)
  return above === null || around.isOpening(postId) || around.isOpening(above)
}

/**
 * For or against: the title's claim is for itself; others as their words say, else as they answer the opening post, which is
 * taken to be for what its title asks unless its words say otherwise. Under a title nobody can be for or against it takes no side.
 */
function stanceOf(claim: Claim, around: Surroundings): Stance | null {
  if (around.titleClaims.has(claim.id)) return 'for'
  if (claim.stance != null) return claim.stance
  const reply = around.replyOf.get(claim.id)
  if (reply === undefined || !around.isOpening(reply.toPost) || reply.attitude === 'unclear') return null
  const held = around.heldIn.get(reply.toPost) ?? (around.issueOf(claim)?.source === 'unnamed' ? null : 'for')
  if (held === null) return null
  return reply.attitude === 'agrees' ? held : held === 'for' ? 'against' : 'for'
}

/** Hangs what is left under the main claim of its own post, else of the nearest post above, short of the opening one. */
function hangByPost(
  { claims }: Hanging,
  forest: Forest,
  around: Surroundings,
  sided: Map<string, Stance | null>,
): void {
  for (const claim of claims) {
    const own = claim.mentions[0]?.postId
    if (own === undefined || forest.has(claim.id) || sided.has(claim.id)) continue
    const beside = around.mainClaim.get(own)
    if (
      beside !== undefined &&
      beside !== claim.id &&
      join(forest, claim.id, { parent: beside, via: 'none', by: null })
    ) {
      continue
    }
    // A post that says what an answer to it says may be folded into that answer: then the way up leads back.
    const seen = new Set<string>()
    for (let post = around.above(own); post !== null && !around.isOpening(post); post = around.above(post)) {
      if (seen.has(post)) break
      seen.add(post)
      const parent = around.mainClaim.get(post)
      if (parent === undefined || parent === claim.id) continue
      if (join(forest, claim.id, { parent, via: 'reply', by: null })) break
    }
  }
}
