/** One question to the model, answered on the highest rung the endpoint climbs. */
import { randomBytes } from 'node:crypto'
import PQueue from 'p-queue'
import type { Call } from '../../../shared/debate.ts'
import { Problem } from '../../problem.ts'
import { type Asking, Later } from '../index.ts'
import { clientFor } from './client.ts'
import { type Failure, failureOf } from './failures.ts'
import type { Access, Profile } from './profile.ts'
import { fillIn, type Prompt } from './prompts.ts'
import {
  answerIn,
  bodyFor,
  Envelope,
  ignores,
  type Learned,
  learnedNothing,
  nextRung,
  type Rung,
  type Wanted,
} from './rungs.ts'
import { CHARACTERS_PER_TOKEN, charactersOf, needOf, type Reckoned, within } from './need.ts'
import { type Send, sendNow, type Tries } from './send.ts'
import { untold, type Usage, usageOf } from './usage.ts'

export interface Question {
  prompt: Prompt
  /** How many posts, claims or pairs it is about. */
  about: number
  /** Values of the prompt's variables but for `boundary`. */
  values: Record<string, string>
  schema: Record<string, unknown>
  /** Tokens the answer is expected to have. */
  expected: number
}

export type Answer = { value: unknown; cut: boolean } | { failure: Failure }

export type Ask = (question: Question, asking: Asking) => Promise<Answer>

const UNBILLED =
  'Some requests to the model brought no answer that tells its price. The spending cap counts them as if they had been answered.'
/** Room for thinking and for answers longer than expected. */
const HEADROOM = { times: 4, tokens: 2_000 }
/** Answers in a row without a sign of the schema after which the next rung is taken. */
const PATIENCE = 2

/**
 * How to ask at this endpoint: at most `concurrency` requests at once, each paid for through `asking`. A failed request is an
 * answer with its reason. Throws a Problem when every other request would fail as well (`key-refused`,
 * `model-unavailable`), when the money is spent, and the signal's reason when it is aborted.
 */
export function askAt(access: Access, send: Send = sendNow(clientFor(access))): { ask: Ask; learned: Learned } {
  const { profile } = access
  const learned = learnedNothing(profile)
  const queue = new PQueue({ concurrency: profile.concurrency })

  async function once(wanted: Wanted, tally: Tally, asking: Asking): Promise<Came | 'again'> {
    asking.signal.throwIfAborted()
    const asked = { ...learned }
    const sent = await send(bodyFor(wanted, profile, asked), profile, asking, tally)
    if ('thrown' in sent) {
      const failure = failureOf(sent.thrown, profile.model, access.key)
      if (failure.kind !== 'feature') return { answer: { failure }, usage: null, rung: asked.rung }
      if (stepDown(failure.message, asked, learned)) return 'again'
      throw new Problem(
        'model-unavailable',
        `The model’s service refuses every form of the question: ${failure.message}`,
        {
          cause: sent.thrown,
          remedy: 'Run `counterpoint models check` to see what this endpoint can do.',
        },
      )
    }
    if ('failure' in sent) return { answer: sent, usage: null, rung: asked.rung }
    const message = Envelope.safeParse(sent.message)
    if (!message.success) {
      tally.lost += 1
      return { answer: { failure: NO_MESSAGE }, usage: null, rung: asked.rung }
    }
    const usage = usageOf(message.data, profile.prices)
    if (usage.inputTokens === 0) tally.lost += 1
    return { answer: judged(message.data, asked, learned, profile), usage, rung: asked.rung }
  }

  /** What a question has taken, as it is told; what was lost on the way may cost as much as an answer. */
  function callOf({ prompt, about }: Question, came: Came | string, tally: Tally, need: Reckoned | null): Call {
    const { usage, rung, answer } =
      typeof came === 'string' ? { usage: null, rung: learned.rung, answer: { failure: { why: came } } } : came
    return {
      question: prompt.name,
      about,
      cached: false,
      ...(usage ?? untold(profile.prices)),
      took: Math.round(performance.now() - tally.begun),
      rung,
      tries: tally.made,
      ...(usage === null && 'failure' in answer ? { failed: answer.failure.why } : {}),
      ...(tally.lost === 0 ? {} : { mayCost: need && tally.lost * need.likely }),
    }
  }

  /** `once` within what it may cost. Every question that took a request is told, whatever became of it. */
  async function paid(wanted: Wanted, question: Question, tally: Tally, asking: Asking): Promise<Answer | 'again'> {
    const need = needOf(wanted, question.expected, profile)
    const allowance = await asking.afford(need)
    const tell = async (came: Came | string): Promise<void> => {
      try {
        if (tally.lost > 0) asking.notice?.(UNBILLED)
        if (tally.made > 0) await asking.spent(callOf(question, came, tally, need))
      } finally {
        allowance?.settle()
      }
    }
    let came: Came | 'again'
    try {
      came = await once(within(allowance?.most, need, wanted), tally, asking)
    } catch (thrown) {
      if (thrown instanceof Later) allowance?.postpone(thrown)
      else await tell(thrown instanceof Problem ? thrown.message : STOPPED)
      throw thrown
    }
    if (came === 'again') allowance?.settle()
    else await tell(came)
    return came === 'again' ? came : came.answer
  }

  const ask: Ask = async (question, asking) => {
    const wanted = wantedOf(question, profile)
    if (wanted.maxTokens < question.expected) {
      return { failure: { kind: 'too-long', why: 'it is longer than the model can read' } }
    }
    return queue.add(async () => {
      const tally = { begun: performance.now(), made: 0, lost: 0 }
      for (;;) {
        const answer = await paid(wanted, question, tally, asking)
        if (answer !== 'again') return answer
      }
    })
  }
  return { ask, learned }
}

/** What answering a question has taken so far. */
interface Tally extends Tries {
  begun: number
}

/** What came of a question; `usage` null where no message did. */
interface Came {
  answer: Answer
  usage: Usage | null
  rung: Rung
}

const NO_MESSAGE: Failure = { kind: 'nonsense', why: 'the answer was no message' }
const STOPPED = 'the analysis was stopped before the answer came'

/** The question with as much room for its answer as there is, up to what it may need. */
function wantedOf(question: Question, profile: Profile): Wanted {
  const boundary = `==== ${randomBytes(12).toString('hex')} ====`
  const { instructions } = question.prompt
  const input = fillIn(question.prompt, { ...question.values, boundary })
  const characters = charactersOf({ instructions, input, schema: question.schema })
  const room = Math.floor(profile.contextTokens - characters / CHARACTERS_PER_TOKEN)
  const needed = question.expected * HEADROOM.times + HEADROOM.tokens
  return { instructions, input, schema: question.schema, maxTokens: Math.min(needed, room) }
}

/** Learns from a refusal what to leave out: effort, then thinking, then the rung. False when nothing is left to leave out. */
export function stepDown(message: string, asked: Learned, learned: Learned): boolean {
  if (asked.effort && (/effort/i.test(message) || asked.rung !== 'native')) {
    learned.effort = false
    return true
  }
  if (asked.thinking && !/tool_choice|format|schema/i.test(message)) {
    learned.thinking = false
    return true
  }
  const lower = nextRung(asked.rung)
  if (lower === null) {
    const bare = !asked.effort && !asked.thinking
    learned.effort = false
    learned.thinking = false
    return !bare
  }
  if (learned.rung === asked.rung) learned.rung = lower
  return true
}

function judged(message: Envelope, asked: Learned, learned: Learned, profile: Profile): Answer {
  if (message.stop_reason === 'refusal') {
    const category = message.stop_details?.category
    return {
      failure: {
        kind: 'declined',
        why: `the model declined to read it${category ? ` (${category.replaceAll('_', ' ')})` : ''}`,
      },
    }
  }
  const answer = answerIn(message)
  const cut = message.stop_reason === 'max_tokens' || message.stop_reason === 'model_context_window_exceeded'
  if (!cut) noteIgnored(ignores(answer, asked.rung), asked, learned, profile)
  if (answer !== null) return { value: answer.value, cut: cut || answer.cut }
  if (cut) return { failure: { kind: 'cut', why: 'the answer about it was cut off' } }
  return { failure: { kind: 'nonsense', why: 'the model’s answer could not be understood' } }
}

function noteIgnored(ignored: boolean, asked: Learned, learned: Learned, profile: Profile): void {
  if (learned.rung !== asked.rung) return
  learned.ignored = ignored ? learned.ignored + 1 : 0
  const lower = nextRung(asked.rung)
  if (learned.ignored < PATIENCE || lower === null || profile.structured !== 'auto') return
  learned.rung = lower
  learned.ignored = 0
}
