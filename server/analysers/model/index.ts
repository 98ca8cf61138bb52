/** The analyser that asks a language model at an Anthropic-compatible endpoint. */
import { weightOf } from '../batches.ts'
import type { Analyser, Asking, RelateQuestion } from '../index.ts'
import { askAt } from './ask.ts'
import { clientFor } from './client.ts'
import type { Item } from './ask-posts.ts'
import { extract } from './extract.ts'
import { gatherer } from './gather.ts'
import { issues } from './issues.ts'
import { callsAt } from './memory.ts'
import type { Noted } from './noted.ts'
import { type OvernightOptions, sendOvernight } from './overnight.ts'
import { type Access, batchSize, unhurried } from './profile.ts'
import { PROMPT_NAMES, type Prompts, readPrompts } from './prompts.ts'
import { type Related, relate } from './relate.ts'
import { DEGREES, same } from './same.ts'
import { summarise } from './summarise.ts'
import type { Tools } from './tools.ts'

interface ModelOptions extends Access {
  /** Reads and decides what the model could not; what it did is said. Null leaves that open. */
  fallback?: Analyser | null
  /** Language of statements and questions; null for that of the thread. */
  language?: string | null
  /** Through the Message Batches API, at half the price, within a day; null for at once. */
  overnight?: OvernightOptions | null
  /** By what its service is known in the memory of answers; its address if not given. */
  service?: string
  /** Read from the package if not given. */
  prompts?: Prompts
}

/** Most that is brought together in one request: what asking about posts takes, in characters, and questions about relations. */
const TOGETHER = { posts: 32_000, questions: 80 }
/** Batches in work for each request at once: those that wait can share a request. */
const WAITING = 3

/** Throws an Error when the profile wants a key and there is none, when a prompt is missing or wrong; a Problem when it is to work
 * overnight at an endpoint without batches. */
export function createModel(options: ModelOptions): Analyser {
  const { key, fallback = null, language = null, overnight = null, prompts = readPrompts() } = options
  const profile = overnight === null ? options.profile : unhurried(options.profile)
  const { service = profile.baseURL.replace(/\/+$/, '') } = options
  const access = { profile, key }
  const { ask } = askAt(access, overnight === null ? undefined : sendOvernight(clientFor(access), overnight))
  const tools: Tools = { profile, prompts, ask, fallback, language }
  const gather = gatherer<Item, Noted>(TOGETHER.posts, ({ post }) =>
    Math.max(weightOf(post), TOGETHER.posts / profile.batchPosts),
  )
  const gatherQuestions = gatherer<RelateQuestion, Related>(TOGETHER.questions)
  const here = (asking: Asking): Asking => ({ ...asking, calls: callsAt(service, profile, asking.calls) })
  return {
    name: 'model',
    model: profile.model,
    prompts: Object.fromEntries(PROMPT_NAMES.map((name) => [name, prompts[name].version])),
    batch: {
      ...batchSize(profile),
      atOnce: overnight === null ? profile.concurrency * WAITING : profile.concurrency,
      afterOpening: overnight === null,
    },
    mergeAt: DEGREES.same,
    similarAt: DEGREES.close,
    extract: (batch, asking) => extract(batch, here(asking), tools, gather),
    same: (pairs, { statements }, asking) => same(pairs, statements, here(asking), tools),
    relate: (questions, asking) => relate(questions, here(asking), tools, gatherQuestions),
    summarise: (outline, asking) => summarise(outline, here(asking), tools),
    issues: (asked, asking) => issues(asked, here(asking), tools),
  }
}
