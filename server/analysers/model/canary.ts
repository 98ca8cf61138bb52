/** Tries a profile with a few small requests: which rung its endpoint reaches, what that cost, and what to mend. */
import { randomBytes } from 'node:crypto'
import type Anthropic from '@anthropic-ai/sdk'
import { APIConnectionTimeoutError } from '@anthropic-ai/sdk'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { check } from '../check.ts'
import type { Asking, Batch } from '../index.ts'
import { adviceOn, noMessage, tooSmall } from './advice.ts'
import { stepDown } from './ask.ts'
import { clientFor } from './client.ts'
import { failureOf, TOO_LONG } from './failures.ts'
import { createModel } from './index.ts'
import type { Access, Profile } from './profile.ts'
import { answerIn, bodyFor, Envelope, ignores, type Learned, learnedNothing, nextRung, type Rung } from './rungs.ts'
import { type Usage, usageOf } from './usage.ts'

interface CheckUp {
  /** Highest rung that bound an answer to its schema; null when none did. */
  rung: Rung | null
  /** Arguments found in a sample post, and quotes that were not in it; null when the endpoint could not be asked. */
  sample: { found: number; dropped: number } | null
  /** What was tried and seen, and what to do, in sentences. */
  notes: string[]
  inputTokens: number
  outputTokens: number
  /** US dollars; null when the price is not known. */
  cost: number | null
  seconds: number
}

/** The ways of asking as a person reads them. */
const ASKING: Record<Rung, string> = {
  native: 'native (the service binds the answer to the schema)',
  tool: 'tool (the model must call a tool)',
  'tool-auto': 'tool-auto (the model may call a tool)',
  text: 'text (the schema stands in the question)',
}

/** What became of a question that brought no answer, and what to do when it is so however it is asked. */
const UNANSWERED = {
  declined: {
    says: 'accepted, but the model declined to answer.',
    remedy: 'The model declines even a harmless question: try another model, or look at the filters of its service.',
  },
  cut: {
    says: 'accepted, but the answer was cut off before it was complete.',
    remedy:
      'Its answers run out of room before they are complete, mostly by thinking: turn thinking off at the service, or try a model that thinks less.',
  },
  unheeded: {
    says: 'accepted, but not heeded.',
    remedy: 'No form of asking brought an answer that could be read: try another model, or the built-in analyser.',
  },
}
type Unanswered = keyof typeof UNANSWERED

/** Longest wait for each of its requests, in milliseconds. */
const PATIENCE = 60_000
/** Room for an answer, with what a model that thinks says to itself first. */
const MOST_TOKENS = 2_000

/** Never throws for what the endpoint does; throws an Error when the profile wants a key and there is none. */
export async function checkProfile(access: Access, signal: AbortSignal): Promise<CheckUp> {
  const begun = performance.now()
  const usages: Usage[] = []
  const notes: string[] = []
  const profile = { ...access.profile, timeoutMs: Math.min(access.profile.timeoutMs, PATIENCE) }
  const reached = await climb({ ...access, profile }, signal, usages, notes)
  const sample = reached === null ? null : await trySample({ ...access, profile }, reached, signal, usages, notes)
  const costs = usages.map((usage) => usage.cost)
  return {
    rung: reached,
    sample,
    notes,
    inputTokens: usages.reduce((sum, usage) => sum + usage.inputTokens, 0),
    outputTokens: usages.reduce((sum, usage) => sum + usage.outputTokens, 0),
    cost: costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
    seconds: (performance.now() - begun) / 1000,
  }
}

async function climb(access: Access, signal: AbortSignal, usages: Usage[], notes: string[]): Promise<Rung | null> {
  const { profile } = access
  // What goes wrong is told, not tried again.
  const client = clientFor({ ...access, profile: { ...profile, retries: 0 } })
  const learned = learnedNothing(profile)
  const seen = new Set<Unanswered>()
  for (;;) {
    signal.throwIfAborted()
    const asked = { ...learned }
    const tried = await tryRung(client, profile, asked, signal)
    if ('usage' in tried) usages.push(tried.usage)
    if ('answer' in tried) {
      const { answer } = tried
      notes.push(`${ASKING[asked.rung]}: ${answer === 'heeded' ? 'works.' : UNANSWERED[answer].says}`)
      if (answer === 'heeded') return asked.rung
      seen.add(answer)
      const lower = nextRung(asked.rung)
      if (lower === null) break
      learned.rung = lower
    } else {
      if (tried.refused === null) {
        notes.push(tried.says)
        return null
      }
      notes.push(`${ASKING[asked.rung]}: ${tried.says}`)
      if (!stepDown(tried.refused, asked, learned)) break
    }
  }
  if (seen.size === 0) seen.add('unheeded')
  notes.push(...[...seen].map((one) => UNANSWERED[one].remedy))
  return null
}

/** Asks for a word that stands only in the schema: an answer that holds it was bound to the schema, or read it. */
async function tryRung(
  client: Anthropic,
  profile: Profile,
  asked: Learned,
  signal: AbortSignal,
): Promise<{ answer: 'heeded' | Unanswered; usage: Usage } | { says: string; refused: string | null }> {
  const nonce = randomBytes(6).toString('hex')
  const wanted = {
    instructions: 'Answer in the form that is asked for.',
    input: 'Give the only answer that is allowed.',
    schema: schemaFor(nonce),
    maxTokens: MOST_TOKENS,
  }
  // The SDK's own limit ends when the headers have come, and begins anew with every retry.
  const bound = AbortSignal.timeout(profile.timeoutMs)
  try {
    const sent = await client.messages.create(bodyFor(wanted, profile, asked), {
      signal: AbortSignal.any([signal, bound]),
    })
    if (!(typeof sent === 'object' && 'content' in sent)) return { says: noMessage(profile), refused: null }
    const message = Envelope.parse(sent)
    const answer = answerIn(message)
    const said = JSON.stringify(answer?.value ?? '').includes(nonce)
    const heeded = said && !ignores(answer, asked.rung)
    return { answer: heeded ? 'heeded' : reasonOf(message), usage: usageOf(message, profile.prices) }
  } catch (thrown) {
    signal.throwIfAborted()
    return refusalOf(bound.aborted ? new APIConnectionTimeoutError() : thrown, profile)
  }
}

function reasonOf({ stop_reason: reason }: Envelope): Unanswered {
  if (reason === 'refusal') return 'declined'
  return reason === 'max_tokens' || reason === 'model_context_window_exceeded' ? 'cut' : 'unheeded'
}

function schemaFor(nonce: string): Record<string, unknown> {
  const properties = { nonce: { type: 'string', const: nonce } }
  return { type: 'object', properties, required: ['nonce'], additionalProperties: false }
}

/** What an error says; `refused` is set when another form of asking may do. */
function refusalOf(thrown: unknown, profile: Profile): { says: string; refused: string | null } {
  const feature = featureIn(thrown, profile)
  if (feature === null) return { says: adviceOn(thrown, profile), refused: null }
  return { says: `refused (${feature.slice(0, 160)}).`, refused: feature }
}

/** What the service says of a feature it does not know; null where that is not what it refuses. */
function featureIn(thrown: unknown, profile: Profile): string | null {
  try {
    const failure = failureOf(thrown, profile.model, null)
    return failure.kind === 'feature' ? failure.message : null
  } catch (problem) {
    if (problem instanceof Problem) return null
    throw problem
  }
}

async function trySample(
  access: Access,
  rung: Rung,
  signal: AbortSignal,
  usages: Usage[],
  notes: string[],
): Promise<CheckUp['sample']> {
  const analyser = createModel({ ...access, profile: { ...access.profile, structured: rung } })
  const asking: Asking = {
    signal,
    calls: { get: () => Promise.resolve(null), put: () => Promise.resolve() },
    afford: () => undefined,
    spent: (usage) => void usages.push(usage),
  }
  try {
    const findings = check(SAMPLE, await analyser.extract(SAMPLE, asking), 'model')
    const dropped = findings.dropped.length
    const failed = findings.fates.filter((fate) => fate.fate === 'failed' || fate.fate === 'declined')
    for (const fate of failed) notes.push(`The sample was not read: ${fate.why}.`)
    if (failed.some(({ why }) => why.startsWith(TOO_LONG))) notes.push(tooSmall())
    if (dropped > 0) notes.push(`${dropped} quotes were not in the sample: expect gaps in the map.`)
    if (findings.units.length === 0 && failed.length === 0) notes.push('It found nothing in a post that argues.')
    return { found: findings.units.length, dropped }
  } catch (thrown) {
    signal.throwIfAborted()
    notes.push(
      thrown instanceof Problem ? `${thrown.message} ${thrown.remedy}` : 'The sample could not be asked about.',
    )
    return null
  }
}

const SAMPLE_POST: Post = {
  id: 'sample',
  parentId: null,
  parentVia: 'none',
  author: 'Ida',
  createdAt: null,
  score: null,
  text: 'The library should open on Sundays. On the one Sunday it was tried, 340 people came. I know that staff costs money, but a closed building does, too.',
  heading: 0,
  quotes: [],
  links: [],
  code: [],
  permalink: null,
  kind: 'opening',
  state: 'ok',
  stance: null,
  globalId: null,
}
const SAMPLE: Batch = { id: 'sample', title: 'Sunday opening', language: 'en', posts: [SAMPLE_POST], context: [] }
