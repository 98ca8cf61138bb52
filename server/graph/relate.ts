/** From relations found inside batches, and answers to questions across posts, to the links of the map. */
import type { Link, Repeat, Reply } from '../../shared/debate.ts'
import type { ClaimGroup, Findings, UnitLink } from '../../shared/findings.ts'
import type { Passage, Post, Thread } from '../../shared/thread.ts'
import type { Analyser, Asking, RelateAnswer, RelateQuestion } from '../analysers/index.ts'
import { locate } from '../text/locate.ts'
import { denials } from './denials.ts'
import { type Ledger, ledger, type Proposal } from './ledger.ts'
import { places, type Places } from './places.ts'
import { questions } from './questions.ts'

/**
 * Questions asked in one go: the fewest, the fewest for the sake of asking more at once, and the most where there are more
 * than the analyser takes at once.
 */
const CHUNK = { least: 20, parted: 10, most: 40 }
/** Chunks in a row that may fail before the rest is left unasked. */
const PATIENCE = 2

export interface Related {
  links: Link[]
  replies: Reply[]
}

/** Told after every chunk: questions answered so far, of how many. */
export type Progress = (done: number, of: number) => void

/**
 * Links between claims, from the links of the batches and from asking the analyser what each remaining claim answers; claims
 * that deny each other word for word and are not joined yet are linked by rule.
 * Chunks the analyser fails to answer are told as a notice (`asking.notice`); when it answers none, its Problem is thrown, as is a stop.
 * An answer to a folded post counts as one to the post it repeats.
 */
export async function relate(
  groups: ClaimGroup[],
  findings: Findings,
  threads: Thread[],
  analyser: Analyser,
  asking: Asking,
  progress?: Progress,
  repeats: Repeat[] = [],
): Promise<Related> {
  const at = places(groups, threads, repeats)
  const book = ledger(at)
  const units = new Map(findings.units.map((unit) => [unit.id, unit]))
  for (const link of findings.links) {
    const passage = units.get(link.from)
    const proposal = passage && fromBatch(link, passage, at)
    if (proposal !== undefined) book.link(proposal)
  }
  for (const { from, ...reply } of findings.replies) {
    const group = at.groupOf(from)
    if (group !== undefined) book.reply({ ...reply, from: group.id, why: [] })
  }
  await askAll(questions(groups, findings, at), book, at, analyser, asking, progress)
  for (const denial of denials(groups, threads)) if (!book.joins(denial.from, denial.to)) book.link(denial)
  return book.close()
}

function fromBatch(link: UnitLink, unit: Passage, at: Places): Proposal | undefined {
  const from = at.groupOf(link.from)
  const to = at.groupOf(link.to)
  if (from === undefined || to === undefined) return undefined
  const spoken = link.basis === 'connective' || link.basis === 'model'
  return {
    from: from.id,
    to: to.id,
    step: link.step === null ? null : (at.groupOf(link.step)?.id ?? null),
    type: link.type,
    basis: link.basis,
    confidence: link.confidence,
    passage: spoken ? { postId: unit.postId, start: unit.start, end: unit.end } : null,
    why: link.why,
    postId: unit.postId,
  }
}

/** Asks in chunks, several at once; what is kept does not depend on which answer came first. */
async function askAll(
  all: RelateQuestion[],
  book: Ledger,
  at: Places,
  analyser: Analyser,
  asking: Asking,
  progress: Progress | undefined,
): Promise<void> {
  const chunks = inChunks(all, chunkSize(all.length, analyser))
  const answers: (RelateAnswer[] | Error | undefined)[] = chunks.map(() => undefined)
  let next = 0
  let done = 0
  let failedInARow = 0
  const work = async (): Promise<void> => {
    while (next < chunks.length && failedInARow < PATIENCE) {
      const index = next++
      const chunk = chunks[index] as RelateQuestion[]
      const answer = await answersOrProblem(chunk, analyser, asking)
      answers[index] = answer
      failedInARow = answer instanceof Error ? failedInARow + 1 : 0
      done += chunk.length
      progress?.(done, all.length)
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, analyser.batch.atOnce) }, work))

  const problems = answers.filter((answer) => answer instanceof Error)
  if (problems[0] !== undefined && !answers.some(Array.isArray)) throw problems[0]
  let unanswered = 0
  chunks.forEach((chunk, index) => {
    const answer = answers[index]
    if (Array.isArray(answer)) record(chunk, answer, book, at)
    else unanswered += chunk.length
  })
  if (unanswered === 0) return
  const reasons = [...new Set(problems.map((problem) => problem.message))].join(' ')
  asking.notice?.(
    `What ${unanswered} of ${all.length} statements answer was not found out, so links are missing. ${reasons}`,
  )
}

/** The answers, or the Problem in their place. Faults of our own, stops and an empty purse are thrown. */
async function answersOrProblem(
  chunk: RelateQuestion[],
  analyser: Analyser,
  asking: Asking,
): Promise<RelateAnswer[] | Error> {
  asking.signal.throwIfAborted()
  try {
    return await analyser.relate(chunk, asking)
  } catch (error) {
    asking.signal.throwIfAborted()
    const failed = error instanceof Error && error.name === 'Problem'
    if (failed && !('code' in error && error.code === 'over-budget')) return error
    throw error
  }
}

/** So many that all is asked in one round, as far as that is bearable. */
function chunkSize(count: number, { batch }: Analyser): number {
  if (batch.lanes === undefined || count <= CHUNK.least) return CHUNK.least
  return Math.min(CHUNK.most, Math.max(CHUNK.parted, Math.ceil(count / batch.lanes)))
}

/** Chunks of at most `size`, in order, in which no claim stands twice, since answers name only the claim. */
function inChunks(all: RelateQuestion[], size: number): RelateQuestion[][] {
  const chunks: { claims: Set<string>; questions: RelateQuestion[] }[] = []
  const nextFor = new Map<string, number>()
  let first = 0
  for (const question of all) {
    let index = Math.max(first, nextFor.get(question.claimId) ?? 0)
    while ((chunks[index]?.questions.length ?? 0) >= size) index++
    while (chunks.length <= index) chunks.push({ claims: new Set(), questions: [] })
    const chunk = chunks[index]
    chunk?.claims.add(question.claimId)
    chunk?.questions.push(question)
    nextFor.set(question.claimId, index + 1)
    while ((chunks[first]?.questions.length ?? 0) >= size) first++
  }
  return chunks.map((chunk) => chunk.questions).filter((questions) => questions.length > 0)
}

/**
 * Keeps what answers say of claims they were asked about and claims these may answer; anything else is ignored. An answer
 * given when the thread was shorter may name a candidate that is none any more, or was merged since.
 */
function record(chunk: RelateQuestion[], answers: RelateAnswer[], book: Ledger, at: Places): void {
  const asked = new Map(chunk.map((question) => [question.claimId, question]))
  for (const answer of answers) {
    const question = asked.get(answer.claimId)
    if (question === undefined) continue
    const to = answer.to === null ? undefined : (at.group(answer.to) ?? at.groupOf(answer.to))
    if (to !== undefined && to.id !== answer.claimId && at.mayAnswer(question.postId, to)) {
      book.link({
        from: answer.claimId,
        to: to.id,
        step: null,
        type: answer.type,
        basis: answer.basis,
        confidence: answer.confidence,
        passage: answer.quote === null ? null : located(answer.quote, question, at.post(question.postId)),
        why: answer.why,
        postId: question.postId,
      })
    } else if (answer.toPost !== null && answer.toPost === question.toPost) {
      book.reply({
        from: answer.claimId,
        toPost: answer.toPost,
        attitude: answer.attitude,
        basis: answer.basis,
        confidence: answer.confidence,
        why: answer.why,
      })
    }
  }
}

/** The place of the quoted words nearest to the words asked about; null where they don't stand in the post. */
function located(quote: string, question: RelateQuestion, post: Post | undefined): Passage | null {
  if (post === undefined) return null
  const place = locate(post.text, quote, post.text.indexOf(question.words))
  return place === null ? null : { postId: post.id, start: place.start, end: place.end }
}
