/** How statements answer earlier ones: asked in groups, each question remembered on its own. */
import { z } from 'zod'
import { LinkType } from '../../../shared/findings.ts'
import { words as wordsOf } from '../../text/content-words.ts'
import type { Asking, RelateAnswer, RelateQuestion } from '../index.ts'
import { apart } from './apart.ts'
import type { Gather } from './gather.ts'
import { askItems, type Outcomes, type Round } from './items.ts'
import { memoryOf } from './memory.ts'
import { inBrief } from './prompts.ts'
import { ANSWERS, listIn, RelationSaid } from './shapes.ts'
import { speaksToReader } from './suspicion.ts'
import type { Tools } from './tools.ts'

/** What the model said of one question; `to` is a claim's id. */
const Related = z.object({
  to: z.string().nullable(),
  type: LinkType.nullable(),
  attitude: z.enum(['agrees', 'disagrees', 'unclear']),
  sure: z.enum(['high', 'medium', 'low']),
})
export type Related = z.infer<typeof Related>

/** Of a claim that has nothing it could be about; what later is worded like it was said before, too, and would not be asked about then. */
const UNRELATED: Related = { to: null, type: null, attitude: 'unclear', sure: 'high' }
const ANSWER_TOKENS = 20
/** Fewer questions than this wait a moment for company. */
const FEW = 10
/** Up to so many are asked in brief. */
const VERY_FEW = 6
const CONFIDENCE = { high: 0.85, medium: 0.65, low: 0.4 }
/** Most characters sent of the sentence before the words, where its connectives stand. */
const BEFORE = 40

export async function relate(
  questions: RelateQuestion[],
  asking: Asking,
  tools: Tools,
  gather: Gather<RelateQuestion, Related>,
): Promise<RelateAnswer[]> {
  const statements = questions.flatMap((question) => [question, ...question.candidates]).map((one) => one.statement)
  const set = await apart(statements, asking)
  const all = questions.map((question) => withoutApart(question, set))
  const memory = memoryOf(tools.profile.model, tools.prompts.relate, ANSWERS.relate, Related, partsOf)
  const known = await memory.recall(all, asking)
  const open = all.filter((question) => !known.has(question))
  const left = open.filter((question) => question.candidates.length > 0)
  const nothing = open.filter((question) => question.candidates.length === 0)
  await memory.keep(new Map(nothing.map((question) => [question, UNRELATED])), asking)
  const some = (group: RelateQuestion[]): Promise<Outcomes<RelateQuestion, Related>> =>
    askItems(group, async (part) => {
      const round = await ask(part, asking, tools)
      await memory.keep(round.done, asking)
      return round
    })
  const failed: RelateQuestion[] = []
  const reasons = new Set<string>()
  const note = (group: RelateQuestion[], outcomes: Outcomes<RelateQuestion, Related>): void => {
    for (const question of group) {
      const answer = outcomes.done.get(question)
      if (answer !== undefined) known.set(question, answer)
      else failed.push(question)
      reasons.add(outcomes.failed.get(question)?.why ?? '')
    }
  }
  const alone = left.filter(
    (question) => set.has(question.statement) || speaksToReader(`${leadOf(question)}${question.words}`),
  )
  const together = left.filter((question) => !alone.includes(question))
  // Few questions share their request with others', as do those of a list, whose posts answer nobody: they are short.
  const { of } = asking
  const shared =
    (left.length >= FEW && !isListed(left)) || of === undefined
      ? some
      : (group: RelateQuestion[]) => gather(of, group, some)
  await Promise.all([
    ...(together.length > 0 ? [shared(together).then((outcomes) => note(together, outcomes))] : []),
    ...alone.map(async (question) => note([question], await some([question]))),
  ])
  reasons.delete('')
  const rest = failed.length === 0 ? [] : ((await tools.fallback?.relate(failed, asking)) ?? [])
  if (failed.length > 0) asking.notice?.(noticeOf(failed.length, reasons, tools))
  return [...[...known].map(([question, answer]) => answerOf(question, answer)), ...rest]
}

/** Whether they are about remarks of a list, whose posts answer and quote nobody. */
function isListed(questions: RelateQuestion[]): boolean {
  return questions.every(({ toPost }) => toPost === null)
}

function noticeOf(count: number, reasons: Set<string>, tools: Tools): string {
  const who = tools.fallback === null ? 'were left open' : 'were decided by the built-in analyser'
  return `${count} relations between statements ${who}: ${[...reasons].join(', ')}.`
}

/** Statements kept apart are nobody's candidates: no other question may hold them. */
function withoutApart(question: RelateQuestion, set: Set<string>): RelateQuestion {
  const candidates = question.candidates.filter((candidate) => !set.has(candidate.statement))
  return candidates.length === question.candidates.length ? question : { ...question, candidates }
}

/**
 * Candidates that only are worded alike come and go as a thread grows; an answer is not asked anew for their sake, and may
 * name one that went.
 */
function partsOf(question: RelateQuestion): unknown {
  const candidates = question.candidates
    .filter((candidate) => candidate.because !== 'similar')
    .map(({ claimId, statement, because }) => [claimId, statement, because])
  return [question.statement, question.words, leadOf(question), question.toPost, candidates]
}

/** What stands before the words in their own sentence. */
function leadOf({ before }: RelateQuestion): string {
  const sentence = /[^.!?\n]*$/u.exec(before)?.[0] ?? ''
  return sentence.trimStart().slice(-BEFORE)
}

async function ask(questions: RelateQuestion[], asking: Asking, tools: Tools): Promise<Round<RelateQuestion, Related>> {
  const ids = new Map<string, string>()
  const claims: Record<string, string> = {}
  const idOf = (claim: { claimId: string; statement: string }): string => {
    const id = ids.get(claim.claimId) ?? `k${ids.size + 1}`
    ids.set(claim.claimId, id)
    claims[id] = claim.statement
    return id
  }
  const byId = new Map(questions.map((question, index) => [`q${index + 1}`, question]))
  const about = (candidate: RelateQuestion['candidates'][number]): string =>
    `${idOf(candidate)}${candidate.because === 'quote' ? '*' : ''}`
  const data = Object.fromEntries(
    [...byId].map(([id, question]) => [
      id,
      [idOf(question), question.candidates.map(about).join(' '), ...wordsToSend(question)],
    ]),
  )
  const answer = await tools.ask(
    {
      prompt:
        questions.length <= VERY_FEW || isListed(questions) ? inBrief(tools.prompts.relate) : tools.prompts.relate,
      about: questions.length,
      values: { data: JSON.stringify({ claims, questions: data }) },
      schema: ANSWERS.relate,
      expected: questions.length * ANSWER_TOKENS + 40,
    },
    asking,
  )
  if ('failure' in answer) return { done: new Map(), faulty: new Map(), failure: answer.failure }
  return readRound(answer.value, answer.cut, byId, ids)
}

/** The author's words, where they say more than the statement: other words, or some before them in the sentence. */
function wordsToSend(question: RelateQuestion): string[] {
  const lead = leadOf(question)
  const own = wordsOf(question.statement).join(' ') !== wordsOf(question.words).join(' ')
  if (own) return [`${lead}»${question.words}«`]
  return lead.trim() === '' ? [] : [`${lead}»…«`]
}

function readRound(
  value: unknown,
  cut: boolean,
  byId: Map<string, RelateQuestion>,
  ids: Map<string, string>,
): Round<RelateQuestion, Related> {
  const said = listIn(value, 'answers', RelationSaid)
  if (said === null) {
    return {
      done: new Map(),
      faulty: new Map(),
      failure: { kind: 'nonsense', why: 'the model’s answer lacked what was asked for' },
    }
  }
  const done = new Map<RelateQuestion, Related>()
  for (const one of said.items) {
    const question = byId.get(one.id.toLowerCase())
    if (question === undefined) continue
    const to = question.candidates.find((candidate) => ids.get(candidate.claimId) === one.to.toLowerCase())
    if (to === undefined && one.to !== 'none') continue
    const type = LinkType.safeParse(one.type).data ?? null
    const related = to !== undefined && type !== null
    done.set(question, {
      to: related ? to.claimId : null,
      type: related ? type : null,
      attitude: attitudeOf(one.type),
      sure: one.sure,
    })
  }
  return { done, faulty: new Map(), failure: cut ? { kind: 'cut', why: 'the answer was cut off' } : null }
}

function attitudeOf(type: string): Related['attitude'] {
  if (type === 'supports' || type === 'agrees') return 'agrees'
  return type === 'none' ? 'unclear' : 'disagrees'
}

function answerOf(question: RelateQuestion, said: Related): RelateAnswer {
  return {
    claimId: question.claimId,
    to: said.to,
    toPost: said.to === null && said.attitude !== 'unclear' ? question.toPost : null,
    type: said.type ?? 'supports',
    attitude: said.attitude,
    quote: null,
    basis: 'model',
    confidence: CONFIDENCE[said.sure],
    why: ['judged by the model'],
  }
}
