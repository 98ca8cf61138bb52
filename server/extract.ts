/** The stage that asks an analyser about every batch, lets through what stands in the posts, and keeps each batch's findings. */
import PQueue from 'p-queue'
import { z } from 'zod'
import type { FoundClaim } from '../shared/api.ts'
import type { Repeat } from '../shared/debate.ts'
import { type Fate, Findings } from '../shared/findings.ts'
import { readOf } from '../shared/read-of.ts'
import type { Thread } from '../shared/thread.ts'
import { batches, batchOf, withoutText } from './analysers/batches.ts'
import { check } from './analysers/check.ts'
import type { Analyser, Batch } from './analysers/index.ts'
import { Problem } from './problem.ts'
import { type Purse, Spent } from './purse.ts'
import type { Run } from './run.ts'

/** What the journal keeps of a batch. */
const Kept = z.object({ findings: Findings, spent: Spent, notices: z.array(z.string()).default([]) })
type Kept = z.infer<typeof Kept>
type Read = Pick<Kept, 'findings' | 'notices'>

interface ExtractParts {
  analyser: Analyser
  /** Who reads posts that are left over when the analysis is tried again; `analyser` if not given. */
  rest?: Analyser
}

/**
 * Findings of all posts of `threads` but those `folded`, unless the run keeps them apart. Batches run at once as far as the analyser allows; each is journalled when done, and
 * told to the page. A batch kept with posts left over is asked again for those posts alone. When the run is stopped, the
 * purse is empty or the service turns every request away (a refused key, an empty account) after some posts were read, the
 * posts not yet read are `failed` with that reason, and `stopped` says it. Turned away before anything was read, the run
 * ends with that Problem, and so does it where a model could read no post at all: `model-unavailable`.
 */
export async function extract(
  threads: Thread[],
  folded: Repeat[],
  parts: ExtractParts,
  run: Run,
  purse: Purse,
): Promise<{ findings: Findings; stopped: Problem | null; notices: string[] }> {
  const work = batches(threads, folded, parts.analyser.batch, run.keptApart)
  const queue = new PQueue({ concurrency: parts.analyser.batch.atOnce })
  const total = work.reduce((sum, batch) => sum + batch.posts.length, 0)
  const byId = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post.id, post.author] as const)))
  const found = new Map<string, Read>()
  let read = 0
  let stopped: Problem | null = null
  let turnedAway: Problem | null = null
  let broken: unknown = null

  await run.progress({ type: 'stage', stage: 'extract', done: 0, of: total, note: '' })
  const one = async (batch: Batch, opened: () => void): Promise<void> => {
    if (broken !== null || stopped !== null || turnedAway !== null) return
    try {
      run.signal.throwIfAborted()
      run.stop.throwIfAborted()
      const done = await readBatch(batch, threads, parts, run, purse, opened)
      found.set(batch.id, done)
      read += batch.posts.length
      await run.progress({ type: 'found', claims: foundClaims(done.findings, byId) })
      await run.progress({ type: 'stage', stage: 'extract', done: read, of: total, note: '' })
    } catch (thrown) {
      if (run.signal.aborted) broken ??= thrown
      else if (run.stop.aborted)
        stopped = new Problem('cancelled', 'The analysis was stopped before every post was read.')
      else if (thrown instanceof Problem && thrown.code === 'over-budget') stopped = thrown
      else if (thrown instanceof Problem && TURNED_AWAY.has(thrown.code)) turnedAway = thrown
      else broken ??= thrown
    }
  }
  const openings = openingsOf(work)
  const inTurn = async (batch: Batch): Promise<void> => {
    const turn = openings.get(batch)
    if (parts.analyser.batch.afterOpening === true) await turn?.wait
    const opened = turn?.done ?? (() => undefined)
    await one(batch, opened)
    opened()
  }
  // Those that others wait for come first, or the places might fill with those that wait.
  await Promise.all(
    work.map((batch) => queue.add(() => inTurn(batch), { priority: openings.get(batch)?.done ? 1 : 0 })),
  )
  if (broken !== null) throw broken
  if (turnedAway !== null && !anyRead([...found.values()])) throw turnedAway
  stopped ??= turnedAway
  if (stopped === null) mustHaveRead([...found.values()], parts)
  return {
    findings: withEnds(
      together([...leftOut(threads), ...work.map((batch) => found.get(batch.id)?.findings ?? unread(batch, stopped))]),
    ),
    stopped,
    notices: [...new Set([...found.values()].flatMap((one) => one.notices))],
  }
}

/** What a service answers to every request alike. */
const TURNED_AWAY: ReadonlySet<Problem['code']> = new Set(['key-refused', 'model-unavailable'])

function anyRead(read: Read[]): boolean {
  return read.some(({ findings }) => findings.fates.some(({ fate }) => fate !== 'failed'))
}

interface Turn {
  /** The end of the batch with the thread's opening post, if that is another one. */
  wait?: Promise<void>
  done?: () => void
}

/** What batches wait for, and tell when they are done, or earlier when their opening post is known. */
function openingsOf(work: Batch[]): Map<Batch, Turn> {
  const ends = new Map<string, Promise<void>>()
  const turns = new Map<Batch, Turn>()
  for (const batch of work) {
    const openings = batch.posts.filter((post) => post.kind === 'opening')
    if (openings.length === 0) continue
    let done = (): void => undefined
    const end = new Promise<void>((resolve) => {
      done = resolve
    })
    for (const { id } of openings) ends.set(id, end)
    turns.set(batch, { done })
  }
  for (const batch of work) {
    const wait = ends.get(batch.context.find((post) => post.kind === 'opening')?.id ?? '')
    if (wait !== undefined && !turns.has(batch)) turns.set(batch, { wait })
  }
  return turns
}

/** Throws when there were posts and the model's service failed for every one of them. */
function mustHaveRead(read: Read[], { analyser, rest }: ExtractParts): void {
  const fates = read.flatMap(({ findings }) => findings.fates)
  const [first] = fates
  if (first === undefined || (rest ?? analyser).name !== 'model' || fates.some(({ fate }) => fate !== 'failed')) return
  throw new Problem('model-unavailable', `The model read none of the ${fates.length} posts: ${first.why}.`, {
    remedy: 'Try again later, or finish with the built-in analyser.',
  })
}

async function readBatch(
  batch: Batch,
  threads: Thread[],
  parts: ExtractParts,
  run: Run,
  purse: Purse,
  opened: () => void,
): Promise<Read> {
  const name = `extract/${batch.id}`
  const kept = Kept.safeParse(await run.journal.get(name))
  if (!kept.success) {
    const fresh = await ask(batch, parts.analyser, run, purse, opened)
    await run.journal.put(name, fresh)
    return fresh
  }
  purse.recall(kept.data.spent)
  const left = kept.data.findings.fates.filter((fate) => isLeft(fate, parts, run)).map((fate) => fate.postId)
  if (left.length === 0) return kept.data
  return again(batch, kept.data, new Set(left), threads, parts, run, purse)
}

/** Whether a post is asked about again: one that failed always, one read in part or refused when a person wants it of a model. */
function isLeft(fate: Fate, { analyser, rest }: ExtractParts, { triedAgain = false }: Run): boolean {
  if (fate.fate === 'failed') return true
  return triedAgain && (rest ?? analyser).name === 'model' && readOf(fate) !== 'whole'
}

/** What was kept of a batch, with the posts left over asked for once more; what was read of them stays until more is. */
async function again(
  batch: Batch,
  kept: Read,
  leftOver: Set<string>,
  threads: Thread[],
  parts: ExtractParts,
  run: Run,
  purse: Purse,
): Promise<Read> {
  const thread = threads.find(({ posts }) => posts.some((post) => leftOver.has(post.id)))
  if (thread === undefined) return kept
  const left = batchOf(
    thread,
    batch.posts.filter((post) => leftOver.has(post.id)),
  )
  const name = `extract/${batch.id}/${left.id}`
  const known = Kept.safeParse(await run.journal.get(name))
  const fresh = known.success ? known.data : await ask(left, parts.rest ?? parts.analyser, run, purse)
  if (known.success) purse.recall(known.data.spent)
  else if (fresh.findings.fates.every((fate) => readOf(fate) === 'whole')) await run.journal.put(name, fresh)
  const before = new Map(kept.findings.fates.map((fate) => [fate.postId, readOf(fate)]))
  const partly = fresh.findings.fates.filter((fate) => before.get(fate.postId) === 'part' && readOf(fate) !== 'whole')
  const stay = new Set(partly.map((fate) => fate.postId))
  const renewed = (postId: string): boolean => leftOver.has(postId) && !stay.has(postId)
  const parted = [about(kept.findings, (id) => !renewed(id)), about(fresh.findings, renewed)]
  return { findings: together(parted), notices: fresh.notices }
}

/** The findings of some posts only. */
function about(findings: Findings, isOf: (postId: string) => boolean): Findings {
  const units = findings.units.filter(({ postId }) => isOf(postId))
  const own = new Set(units.map(({ id }) => id))
  return {
    units,
    links: findings.links.filter(({ from }) => own.has(from)),
    replies: findings.replies.filter(({ from }) => own.has(from)),
    judged: (findings.judged ?? []).filter(({ unit }) => own.has(unit)),
    fates: findings.fates.filter(({ postId }) => isOf(postId)),
    dropped: findings.dropped.filter(({ postId }) => isOf(postId)),
  }
}

async function ask(
  batch: Batch,
  analyser: Analyser,
  run: Run,
  purse: Purse,
  opened: () => void = () => undefined,
): Promise<Kept> {
  const account = purse.open(run, AbortSignal.any([run.signal, run.stop]))
  const notices: string[] = []
  const asking = { ...account.asking, opened, notice: (sentence: string) => notices.push(sentence) }
  const extraction = await analyser.extract(batch, asking)
  return { findings: check(batch, extraction, analyser.name), spent: account.spent(), notices }
}

function leftOut(threads: Thread[]): Findings[] {
  return threads.map((thread) => ({
    ...NOTHING,
    fates: withoutText(thread).map(({ post, why }) => ({
      postId: post.id,
      fate: 'no argument' as const,
      of: null,
      why,
      by: null,
    })),
  }))
}

function unread(batch: Batch, stopped: Problem | null): Findings {
  const why = stopped?.message ?? 'it was not read'
  return {
    ...NOTHING,
    fates: batch.posts.map((post) => ({ postId: post.id, fate: 'failed', of: null, why, by: null })),
  }
}

const NOTHING: Findings = { units: [], links: [], replies: [], fates: [], dropped: [] }

function together(parts: Findings[]): Findings {
  return {
    units: parts.flatMap((part) => part.units),
    links: parts.flatMap((part) => part.links),
    replies: parts.flatMap((part) => part.replies),
    judged: parts.flatMap((part) => part.judged ?? []),
    fates: parts.flatMap((part) => part.fates),
    dropped: parts.flatMap((part) => part.dropped),
  }
}

/** Without links to units that are in no batch: what was remembered of a post may not be what it was found to say now. */
function withEnds(findings: Findings): Findings {
  const units = new Set(findings.units.map(({ id }) => id))
  return { ...findings, links: findings.links.filter(({ to }) => units.has(to)) }
}

function foundClaims(findings: Findings, authors: Map<string, string | null>): FoundClaim[] {
  return findings.units.flatMap((unit) => {
    if (unit.kind !== 'claim' && unit.kind !== 'evidence') return []
    const link = findings.links.find(({ from }) => from === unit.id)
    return [
      {
        id: unit.id,
        kind: unit.kind,
        statement: unit.statement,
        postId: unit.postId,
        author: authors.get(unit.postId) ?? null,
        to: link === undefined ? null : { id: link.to, type: link.type },
      },
    ]
  })
}
