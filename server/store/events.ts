/** What was told of a debate while it was analysed, in order. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { Progress, type ProgressEvent } from '../../shared/api.ts'
import { now } from './rows.ts'
import type { Tables } from './schema.ts'

/** Events read at once. */
const MOST = 500

/** Those that follow `after`, the first of them. */
export async function eventsAfter(db: Kysely<Tables>, debate: string, after: number): Promise<ProgressEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['seq', 'at', 'data'])
    .where('debate', '=', debate)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(MOST)
    .execute()
  return rows.map(({ seq, at, data }) => ({ seq, at, progress: Progress.parse(JSON.parse(data)) }))
}

/** The row's counter is raised first, so that two processes telling of one debate take turns. */
export async function appendIn(
  transaction: Transaction<Tables>,
  id: string,
  progress: Progress,
): Promise<ProgressEvent> {
  const { seq } = await transaction
    .updateTable('debates')
    .set({ seq: sql`seq + 1` })
    .where('id', '=', id)
    .returning('seq')
    .executeTakeFirstOrThrow()
  const at = now()
  await transaction
    .insertInto('events')
    .values({ debate: id, seq, at, data: JSON.stringify(progress) })
    .execute()
  return { seq, at, progress }
}
