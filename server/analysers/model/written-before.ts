/** The summary of a thread that has grown since: what of it still holds, and what has to be added. */
import { z } from 'zod'
import type { Summary } from '../../../shared/debate.ts'
import type { Asking, Outline, OutlineClaim } from '../index.ts'
import { isSide, lacksIn, statementOf, withSentence } from './balance.ts'
import { lasting } from './lasting.ts'
import { marksOf, ON_STANDING, type Part, type Shown } from './outlined.ts'
import { shortHash } from '../../text/short-hash.ts'
import { faultOf } from './sentences.ts'
import { type SentenceSaid, Sentence as SentenceShape } from './shapes.ts'
import type { Tools } from './tools.ts'

type Sentence = Summary['sentences'][number]

/**
 * A summary written before holds while the thread has grown by no larger a share, no larger a share of the positions shown
 * and of what rebuts them is new, reads otherwise or stands otherwise, no larger a share of the first positions of each
 * side was not shown to who wrote it, and no larger a share of its sentences has to go. Such positions are added to it.
 */
const STILL = { grown: 0.2, share: 1 / 3, positions: 3, fresh: 0.3, gone: 1 / 3 }

/** What is kept for when the thread has grown: how many posts there were, all claims by id, ids of those shown, and the summary. */
const Kept = z.object({
  posts: z.int(),
  claims: z.record(z.string(), z.string()),
  shown: z.array(z.string()),
  sentences: z.array(z.object({ part: SentenceShape.shape.part, text: z.string(), claims: z.array(z.string()) })),
})
type Kept = z.infer<typeof Kept>

interface WrittenBefore {
  /** The sentences that still hold, with those for what weighs most since, which is told; null when all has to be asked anew. */
  found(asking: Asking): Promise<SentenceSaid[] | null>
  /** Keeps a summary for when the thread will have grown. */
  keep(sentences: Sentence[], asking: Asking): Promise<void>
}

export function writtenBefore(outline: Outline, map: Shown, { profile, prompts, language }: Tools): WrittenBefore {
  const { name, version } = prompts.summarise
  const ids = firstPositions(outline).map(({ id }) => id)
  const before = lasting(Kept, [profile.model, name, version, language], ids)
  return {
    async found(asking) {
      for (const written of await before.found(asking)) {
        const still = stillTrue(written, map, outline)
        if (still === null) continue
        const { held, fresh } = still
        if (outline.posts > written.posts)
          asking.notice?.(noticeOf(outline.posts - written.posts, held.length === written.sentences.length))
        if (fresh.length > 0)
          asking.notice?.('What weighs most since then was added to the summary in the words of its claims.')
        return fresh.reduce(withSentence, held)
      }
      return null
    },
    keep: (sentences, asking) =>
      before.keep({ posts: outline.posts, claims: claimsOf(outline), shown: [...shownIn(map)], sentences }, asking),
  }
}

/** By id, what a summary could say of each claim, but for how many people say it: its numbers are looked up. */
function claimsOf({ issues }: Outline): Kept['claims'] {
  const all = (claim: OutlineClaim): OutlineClaim[] => [claim, ...[...claim.supports, ...claim.rebuts].flatMap(all)]
  const said = issues.flatMap((issue) => [...issue.for, ...issue.against, ...issue.other]).flatMap(all)
  return Object.fromEntries(
    said.map((claim) => [claim.id, `${shortHash(claim.statement)}\n${marksOf({ ...claim, people: 1 })}`]),
  )
}

function shownIn(map: Shown): Set<string> {
  return new Set([...map.claims.values()].map(({ claim }) => claim.id))
}

/** Parts of a summary that tell how claims stand, not what they say. */
const JUDGING: ReadonlySet<Part> = new Set(ON_STANDING)

/** Whether a claim is as it was, as far as a sentence of this part rests on it. */
function same(before: string | undefined, now: string | undefined, part: Part): boolean {
  const said = (claim: string | undefined): string | undefined => (JUDGING.has(part) ? claim : claim?.split('\n')[0])
  return now !== undefined && said(before) === said(now)
}

function noticeOf(more: number, whole: boolean): string {
  const since = more === 1 ? 'the last post came' : `the last ${more} posts came`
  return whole
    ? `The summary was written before ${since}: what it rests on is the same.`
    : `The summary was written before ${since}: what does not hold any more was left out.`
}

/**
 * The sentences of a summary written before that are still right: what they rest on is there as it was; and those for
 * positions that came since. Null when it has to be written anew: see `STILL`; and no side may be lost.
 */
function stillTrue(
  { posts, claims: before, shown: known, sentences }: Kept,
  map: Shown,
  outline: Outline,
): { held: SentenceSaid[]; fresh: SentenceSaid[] } | null {
  const [shown, now] = [shownIn(map), claimsOf(outline)]
  // What there was no room for then is no news.
  const main = mainOf(outline).filter(({ id }) => shown.has(id))
  const changed = main.filter(({ id, people }) => toldOf(before[id], people) !== toldOf(now[id], people)).length
  const first = firstPositions(outline)
  const fresh = first.filter(({ id }) => shown.has(id) && !known.includes(id))
  const rests = ({ part, claims }: Sentence): boolean =>
    claims.every((id) => shown.has(id) && same(before[id], now[id], part))
  const held = shortIn(sentences.filter(rests), map).filter((one) => faultOf(one, map) === null)
  const holds =
    outline.posts >= posts &&
    outline.posts - posts <= STILL.grown * posts &&
    changed <= STILL.share * main.length &&
    fresh.length <= STILL.fresh * first.length &&
    sentences.length - held.length <= STILL.gone * sentences.length &&
    !lacksIn(held, map).some(isSide)
  return holds ? { held, fresh: fresh.map((one) => sentenceFor(one, map)) } : null
}

/** What a summary has to tell of a claim: that one person's has no evidence is left out, as it is by who writes one. */
function toldOf(claim: string | undefined, people: number): string | undefined {
  return people > 1 ? claim : claim?.replace(/(?:, )?no evidence$/, '')
}

/** Positions, and what rebuts them; what supports them, and what lies deeper, is no main point. */
function mainOf({ issues }: Outline): OutlineClaim[] {
  const positions = issues.flatMap((issue) => [...issue.for, ...issue.against, ...issue.other])
  return positions.flatMap((one) => [one, ...one.rebuts])
}

/** The weightiest positions of each side of each issue: the first of all, then the second. */
function firstPositions({ issues }: Outline): OutlineClaim[] {
  const sides = issues.flatMap(({ for: pro, against, other }) => [pro, against, other])
  return Array.from({ length: STILL.positions }, (_, at) => sides.flatMap((side) => side.slice(at, at + 1))).flat()
}

/** A claim of the map as a sentence of the summary. */
function sentenceFor({ id }: OutlineClaim, map: Shown): SentenceSaid {
  const [short = '', shown] = [...map.claims].find(([, { claim }]) => claim.id === id) ?? []
  return { part: shown?.side ?? 'other', text: statementOf(short, map), claims: [short] }
}

/** Sentences of a debate with the ids their claims have in `map`, wherever they stand in it. */
function shortIn(sentences: Sentence[], map: Shown): SentenceSaid[] {
  return sentences.map((one) => ({
    ...one,
    claims: one.claims.flatMap((id) =>
      [...map.claims].flatMap(([short, { claim }]) => (claim.id === id ? [short] : [])),
    ),
  }))
}
