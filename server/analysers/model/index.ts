/** The analyser that asks a language model at an Anthropic-compatible endpoint. */
import type { Analyser, RelateQuestion } from '../index.ts'
import { askAt } from './ask.ts'
import { extract, type Item } from './extract.ts'
import { gatherer } from './gather.ts'
import { issues } from './issues.ts'
import type { Noted } from './noted.ts'
import type { Access } from './profiles.ts'
import { PROMPT_NAMES, type Prompts, readPrompts } from './prompts.ts'
import { type Related, relate } from './relate.ts'
import { DEGREES, same } from './same.ts'
import { summarise } from './summarise.ts'
import type { Tools } from './tools.ts'

export interface ModelOptions extends Access {
  /** Reads and decides what the model could not; what it did is said. Null leaves that open. */
  fallback?: Analyser | null
  /** Language of statements and questions; null for that of the thread. */
  language?: string | null
  /** Read from the package if not given. */
  prompts?: Prompts
}

/** Questions about relations in one request for each post of a batch. */
const QUESTIONS = 2
/** Posts in each of the first batches, so that the map begins to fill in soon. */
const FIRST_POSTS = 6
/** Batches in work for each request at once: those that wait can share a request. */
const WAITING = 3

/** Throws an Error when the profile wants a key and there is none, or when a prompt is missing or wrong. */
export function createModel(options: ModelOptions): Analyser {
  const { profile, key, fallback = null, language = null, prompts = readPrompts() } = options
  const { ask } = askAt({ profile, key })
  const tools: Tools = { profile, prompts, ask, fallback, language }
  const gather = gatherer<Item, Noted>(profile.batchPosts)
  const gatherQuestions = gatherer<RelateQuestion, Related>(profile.batchPosts * QUESTIONS)
  return {
    name: 'model',
    model: profile.model,
    prompts: Object.fromEntries(PROMPT_NAMES.map((name) => [name, prompts[name].version])),
    batch: {
      posts: profile.batchPosts,
      characters: profile.batchCharacters,
      atOnce: profile.concurrency * WAITING,
      first: { batches: 2, posts: Math.min(profile.batchPosts, FIRST_POSTS) },
    },
    mergeAt: DEGREES.same,
    similarAt: DEGREES.close,
    extract: (batch, asking) => extract(batch, asking, tools, gather),
    same: (pairs, { statements }, asking) => same(pairs, statements, asking, tools),
    relate: (questions, asking) => relate(questions, asking, tools, gatherQuestions),
    summarise: (outline, asking) => summarise(outline, asking, tools),
    issues: (asked, asking) => issues(asked, asking, tools),
  }
}
