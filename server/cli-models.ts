/** `counterpoint models`: which model profiles there are, and whether one of them works. */
import { checkProfile } from './analysers/model/canary.ts'
import { profileFrom } from './analysers/model/access.ts'
import { PRESETS } from './analysers/model/presets.ts'
import type { Access } from './analysers/model/profile.ts'
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

/** Asks the endpoint a few small questions and says what came of them. 0 when it can be used. */
async function check(access: Access): Promise<number> {
  const { name, model, baseURL } = access.profile
  console.log(`${name}: ${model} at ${baseURL}`)
  const { rung, sample, notes, inputTokens, outputTokens, cost, seconds } = await checkProfile(
    access,
    new AbortController().signal,
  )
  for (const note of notes) console.log(note)
  if (rung !== null) console.log(`Structured answers: ${rung}.`)
  if (sample !== null) {
    const { found, dropped } = sample
    const quotes = dropped === 0 ? 'all in its words' : `${dropped} more in words that do not stand there`
    console.log(`A sample post: ${found} ${found === 1 ? 'statement' : 'statements'} found, ${quotes}.`)
  }
  const price = cost === null ? 'price not known' : `$${cost.toFixed(5)}`
  console.log(`${seconds.toFixed(1)} s, ${inputTokens} tokens in, ${outputTokens} out, ${price}.`)
  return rung !== null && sample !== null && sample.found > 0 ? 0 : UNUSABLE
}

/** Exit code for a model that can't be used. */
const UNUSABLE = 5
