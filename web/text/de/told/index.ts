/** The server's sentences in German. */
import type { PhraseBook } from '../../told.ts'
import { corrections } from './corrections.ts'
import { fates } from './fates.ts'
import { problems } from './problems.ts'
import { threads } from './threads.ts'

export const told: PhraseBook = { ...problems, ...corrections, ...fates, ...threads }
