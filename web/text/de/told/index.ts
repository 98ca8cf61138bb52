/** The server's sentences in German; the phrases of `reasons` fit so much that they stand last. */
import type { PhraseBook } from '../../told.ts'
import { corrections } from './corrections.ts'
import { fates } from './fates.ts'
import { problems } from './problems.ts'
import { readers } from './readers.ts'
import { reasons } from './reasons.ts'
import { threads } from './threads.ts'

export const told: PhraseBook = { ...problems, ...corrections, ...fates, ...threads, ...readers, ...reasons }
