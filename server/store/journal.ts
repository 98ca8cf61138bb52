/** What a run remembers: finished steps of one debate, and answers of models that any debate may use again. */
import type { Kysely, Transaction } from 'kysely'
import type { CallMemory } from '../analysers/index.ts'
import type { Journal } from '../run.ts'
import { now } from './rows.ts'
import type { Tables } from './schema.ts'

/** `write` runs one transaction. */
export interface Access {
  reads: Kysely<Tables>
  write: <T>(work: (transaction: Transaction<Tables>) => Promise<T>) => Promise<T>
}

export function journalOf({ reads, write }: Access, debate: string): Journal {
  return {
    async get(step) {
      const row = await reads
        .selectFrom('journal')
        .select('value')
        .where('debate', '=', debate)
        .where('step', '=', step)
        .executeTakeFirst()
      return row === undefined ? undefined : JSON.parse(row.value)
    },
    put: (step, value, finished = true) =>
      write(async (transaction) => {
        await transaction
          .insertInto('journal')
          .values({ debate, step, value: JSON.stringify(value) })
          .onConflict((conflict) => conflict.columns(['debate', 'step']).doNothing())
          .execute()
        if (finished) await transaction.updateTable('debates').set({ starts: 0 }).where('id', '=', debate).execute()
      }),
  }
}

export function callsIn({ reads, write }: Access): CallMemory {
  return {
    async get(key) {
      const row = await reads.selectFrom('calls').select('answer').where('key', '=', key).executeTakeFirst()
      return row?.answer ?? null
    },
    put: async (answers) => {
      if (answers.size === 0) return
      const at = now()
      await write(async (transaction) => {
        for (const [key, answer] of answers)
          await transaction
            .insertInto('calls')
            .values({ key, answer, at })
            .onConflict((conflict) => conflict.column('key').doNothing())
            .execute()
      })
    },
  }
}
