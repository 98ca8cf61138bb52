import type { Analyser } from '../index.ts'
import type { Ask } from './ask.ts'
import type { Profile } from './profile.ts'
import type { Prompts } from './prompts.ts'

/** What the questions to the model have in common. */
export interface Tools {
  profile: Profile
  prompts: Prompts
  ask: Ask
  /** Answers what the model could not; null leaves it open. */
  fallback: Analyser | null
  /** Language statements are wanted in, as a BCP 47 tag; null for that of the thread. */
  language: string | null
}
