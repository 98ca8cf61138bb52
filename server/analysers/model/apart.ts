/**
 * Statements drawn from posts that seem to speak to the program. They may be harmless by themselves and yet carry on what
 * their post began, so they are kept out of questions about others'. Remembered with the calls, to survive a restart.
 */
import { words } from '../../text/content-words.ts'
import { INVISIBLE } from '../../text/fold.ts'
import { shortHash } from '../../text/short-hash.ts'
import type { Asking } from '../index.ts'
import { speaksToReader } from './suspicion.ts'

/** Words by which a statement is known again, however it was tidied since. */
const WORDS = 40

function keyOf(statement: string, asking: Asking): string {
  return `apart/${shortHash(asking.of ?? '', ...words(statement.replace(INVISIBLE, '')).slice(0, WORDS))}`
}

export async function setApart(statements: string[], asking: Asking): Promise<void> {
  await asking.calls.put(new Map(statements.map((statement) => [keyOf(statement, asking), '""'])))
}

/** Which of the statements are to be kept apart. */
export async function apart(statements: Iterable<string>, asking: Asking): Promise<Set<string>> {
  const found = new Set<string>()
  for (const statement of new Set(statements)) {
    if (speaksToReader(statement) || (await asking.calls.get(keyOf(statement, asking))) !== null) found.add(statement)
  }
  return found
}
