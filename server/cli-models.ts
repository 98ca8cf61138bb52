/** `counterpoint models`: which model profiles there are, and whether one of them works. */
import { Post } from '../shared/thread.ts'
import type { Batch, Usage } from './analysers/index.ts'
import { createModel } from './analysers/model/index.ts'
import { type Access, PRESETS, profileFrom } from './analysers/model/profiles.ts'
import type { Config } from './config.ts'
import { Problem } from './problem.ts'

/** `words` are what follows `models`. Answers with the exit code; throws a Problem when a profile can't be used. */
export async function models(words: string[], config: Config): Promise<number> {
  const [verb, name] = words
  if (verb === undefined) return list()
  if (verb === 'check' && words.length <= 2) return check(accessTo(name, config))
  throw new Problem('bad-request', `“models ${words.join(' ')}” is not a command.`, {
    remedy: 'Use “models” to list the profiles, or “models check NAME” to try one.',
  })
}

function list(): number {
  for (const { name, model, about } of PRESETS) console.log(`${name.padEnd(18)} ${model.padEnd(28)} ${about}`)
  console.log('\nChoose one with MODEL_PROFILE; MODEL, ANTHROPIC_BASE_URL and MODEL_AUTH change parts of it.')
  return 0
}

function accessTo(name: string | undefined, config: Config): Access {
  const access = profileFrom(name === undefined ? config : { ...config, MODEL_PROFILE: name })
  if (access !== null) return access
  throw new Problem('bad-request', `The profile ${name ?? 'of the settings'} needs a key.`, {
    remedy: 'Set ANTHROPIC_API_KEY to the key of that service and check again.',
  })
}

/** Has two posts read, as in an analysis, and says what came of it. 0 when the model found something in them. */
async function check(access: Access): Promise<number> {
  const { name, model, baseURL } = access.profile
  console.log(`${name}: ${model} at ${baseURL}`)
  const used: Usage[] = []
  const begun = Date.now()
  const { drafts, outcomes } = await createModel(access).extract(TRIAL, {
    signal: AbortSignal.timeout(access.profile.timeoutMs),
    calls: { get: () => Promise.resolve(null), put: () => Promise.resolve() },
    afford: () => undefined,
    spent: (usage) => used.push(usage),
  })
  const took = `${((Date.now() - begun) / 1000).toFixed(1)} s`
  console.log(used.length === 0 ? `No answer after ${took}.` : `Answered in ${took}: ${expense(used)}.`)
  for (const { postId, why } of outcomes) console.log(`Post ${postId}: ${why}.`)
  for (const draft of drafts) console.log(`Found a ${draft.kind}: ${draft.statement}`)
  if (drafts.length > 0) return 0
  console.log('Nothing was found in two posts that hold claims; it can’t be used like this.')
  return UNUSABLE
}

/** Exit code for a model that can't be used. */
const UNUSABLE = 5

function expense(used: Usage[]): string {
  const sum = (of: (usage: Usage) => number | null) => used.reduce((total, usage) => total + (of(usage) ?? 0), 0)
  const cost = used.some((usage) => usage.cost === null) ? 'price not known' : `$${sum(({ cost }) => cost).toFixed(5)}`
  const calls = used.length === 1 ? '1 request' : `${used.length} requests`
  return `${calls}, ${sum((usage) => usage.inputTokens)} tokens in, ${sum((usage) => usage.outputTokens)} out, ${cost}`
}

const TRIAL: Batch = {
  id: 'check',
  title: 'Should the library open on Sundays?',
  language: 'en',
  posts: [
    post('1', null, 'The library should open on Sundays, because many people only have time on weekends.'),
    post('2', '1', 'No. The staff already work six days, and the town has no money for more.'),
  ],
  context: [],
}

function post(id: string, parentId: string | null, text: string): Post {
  return Post.parse({
    id,
    parentId,
    parentVia: parentId === null ? 'none' : 'platform',
    author: `Person ${id}`,
    createdAt: null,
    score: null,
    text,
    heading: 0,
    quotes: [],
    links: [],
    code: [],
    permalink: null,
    kind: parentId === null ? 'opening' : 'reply',
    state: 'ok',
    stance: null,
    globalId: null,
  })
}
