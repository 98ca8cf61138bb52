/** `counterpoint models`: which model profiles there are, and whether one works. */
import { PRESETS } from './analysers/model/profiles.ts'
import type { Config } from './config.ts'
import { Problem } from './problem.ts'

/** `words` are what follows `models`. The exit code. */
export function models(words: string[], _config: Config): number {
  if (words.length > 0) throw new Problem('bad-request', `“models ${words.join(' ')}” is not a command.`)
  for (const { name, model, about } of PRESETS) console.log(`${name.padEnd(18)} ${model.padEnd(28)} ${about}`)
  console.log('\nChoose one with MODEL_PROFILE; MODEL, ANTHROPIC_BASE_URL and MODEL_AUTH change parts of it.')
  return 0
}
