/** The queries of the store, in the SQL both databases understand. Every write is one transaction. */
import { type Kysely, sql, type Transaction } from 'kysely'
import { CreateDebate } from '../../shared/api.ts'
import { Correction } from '../../shared/corrections.ts'
import { CheckedSource } from '../../shared/sources.ts'
import { addressesOf } from './addresses.ts'
import { debateOf, debateText } from './debate-text.ts'
import { readDocument, readSlices, sliced, writeDocument } from './documents.ts'
import { appendIn, eventsAfter } from './events.ts'
import type { Store } from './index.ts'
import { callsIn, journalOf } from './journal.ts'
import { entryOf, likely, newRow, now, outcomeRow, restOf, shownRow, titled } from './rows.ts'
import type { Tables } from './schema.ts'
import type { Wakes } from './wakes.ts'

interface Database {
  kind: Store['kind']
  /** May be the same as `writes`. */
  reads: Kysely<Tables>
  writes: Kysely<Tables>
  wakes: Wakes
}

const ENDED = ['done', 'failed', 'cancelled']
const UNFINISHED = ['waiting', 'running']

export function createSqlStore({ kind, reads, writes, wakes }: Database): Store {
  /** Runs one transaction that appends events, and wakes who watches once it is committed. */
  async function telling<T>(id: string, work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
    const value = await writes.transaction().execute(async (transaction) => {
      const inner = await work(transaction)
      await wakes.inside(transaction, id)
      return inner
    })
    wakes.after(id)
    return value
  }

  const write = <T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> =>
    writes.transaction().execute(work)

  return {
    kind,

    create: (entry, request) =>
      write(async (transaction) => {
        await transaction.insertInto('debates').values(newRow(entry)).execute()
        await writeDocument(transaction, entry.id, 'request', sliced([JSON.stringify(request)]))
      }),

    async list({ limit, offset, query }) {
      const wanted = query === undefined || query.trim() === '' ? null : likely(query)
      const matching = reads
        .selectFrom('debates')
        .$if(wanted !== null, (select) => select.where(sql<boolean>`title_folded like ${wanted} escape '\\'`))
      const rows = await matching
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute()
      const { total } = await matching
        .select((select) => select.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow()
      return { debates: rows.map(entryOf), total }
    },

    async entry(id) {
      const row = await reads.selectFrom('debates').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : entryOf(row)
    },

    async request(id) {
      const text = await readDocument(reads, id, 'request')
      return text === null ? null : CreateDebate.parse(JSON.parse(text))
    },

    async debate(id) {
      const text = await readDocument(reads, id, 'result')
      return text === null ? null : debateOf(text)
    },

    debateText: (id) => readSlices(reads, id, 'result'),

    async update(id, change) {
      const named = change.title === undefined ? {} : titled(change.title)
      await write((transaction) =>
        transaction
          .updateTable('debates')
          .set({ ...change, ...named, updated_at: now() })
          .where('id', '=', id)
          .execute(),
      )
    },

    async started(id) {
      const row = await reads
        .selectFrom('debates')
        .select(['starts', 'started_at'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row === undefined ? null : { starts: row.starts, at: row.started_at }
    },

    async begin(id) {
      const row = await write((transaction) =>
        transaction
          .updateTable('debates')
          .set({ status: 'running', starts: sql`starts + 1`, started_at: now(), updated_at: now() })
          .where('id', '=', id)
          .where('status', 'in', UNFINISHED)
          .returning(['starts', 'rest'])
          .executeTakeFirst(),
      )
      return row === undefined ? null : { starts: row.starts, rest: restOf(row.rest) }
    },

    async finish(id, outcome) {
      const text = outcome.debate === null ? null : sliced(debateText(outcome.debate))
      const analysed = outcome.analysed === undefined ? null : sliced(debateText(outcome.analysed))
      await telling(id, async (transaction) => {
        const kept = await transaction
          .updateTable('debates')
          .set({ ...outcomeRow(outcome), starts: 0, updated_at: now() })
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst()
        if (kept === undefined) return
        if (text !== null) await writeDocument(transaction, id, 'result', text)
        if (analysed !== null) await writeDocument(transaction, id, 'analysed', analysed)
        if (outcome.debate !== null) await writeAddresses(transaction, id, addressesOf(outcome.debate))
        await appendIn(transaction, id, { type: 'end', status: outcome.status, problem: outcome.problem })
      })
    },

    async related(id) {
      const own = reads.selectFrom('addresses').select('address').where('debate', '=', id)
      const shares = reads.selectFrom('addresses').select('debate').where('address', 'in', own)
      const hasMore = reads.selectFrom('addresses').select('debate').where('address', 'not in', own)
      const rows = await reads
        .selectFrom('debates')
        .selectAll()
        .where('id', '!=', id)
        .where('status', '=', 'done')
        .where('id', 'in', shares)
        .where('id', 'in', hasMore)
        .orderBy('created_at', 'desc')
        .limit(10)
        .execute()
      return rows.map(entryOf)
    },

    corrections: (id) => correctionsIn(reads, id),

    async analysed(id) {
      const text = (await readDocument(reads, id, 'analysed')) ?? (await readDocument(reads, id, 'result'))
      return text === null ? null : debateOf(text)
    },

    // The row is touched first, so that of several who correct one debate the others wait.
    async keepCorrections(id, { before, log, analysed, shown }) {
      const [raw, text] = [sliced(debateText(analysed)), sliced(debateText(shown))]
      return write(async (transaction) => {
        const row = await transaction
          .updateTable('debates')
          .set({ seq: sql`seq` })
          .where('id', '=', id)
          .where('status', 'in', ENDED)
          .returning('id')
          .executeTakeFirst()
        const same = JSON.stringify(await correctionsIn(transaction, id)) === JSON.stringify(before)
        if (row === undefined || !same) return false
        await transaction
          .updateTable('debates')
          .set({ ...shownRow(shown), updated_at: now() })
          .where('id', '=', id)
          .execute()
        await transaction.deleteFrom('corrections').where('debate', '=', id).execute()
        for (const [n, correction] of log.entries()) {
          const { by, at } = correction
          const data = JSON.stringify(correction)
          await transaction.insertInto('corrections').values({ debate: id, n, author: by, at, data }).execute()
        }
        await writeDocument(transaction, id, 'analysed', raw)
        await writeDocument(transaction, id, 'result', text)
        return true
      })
    },

    async sources(id) {
      const text = await readDocument(reads, id, 'sources')
      return text === null ? [] : CheckedSource.array().parse(JSON.parse(text))
    },

    // The row is touched first, so that of several who keep sources of one debate the others wait.
    keepSources: (id, sources) =>
      write(async (transaction) => {
        const row = await transaction
          .updateTable('debates')
          .set({ seq: sql`seq` })
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst()
        if (row !== undefined) await writeDocument(transaction, id, 'sources', sliced([JSON.stringify(sources)]))
      }),

    again: (id, rest) =>
      telling(id, async (transaction) => {
        const row = await transaction
          .updateTable('debates')
          .set({ status: 'waiting', problem: null, starts: 0, rest, updated_at: now() })
          .where('id', '=', id)
          .where('status', 'in', ENDED)
          .returning('id')
          .executeTakeFirst()
        if (row === undefined) return false
        await transaction.deleteFrom('events').where('debate', '=', id).execute()
        return true
      }),

    async remove(id) {
      const row = await telling(id, (transaction) =>
        transaction.deleteFrom('debates').where('id', '=', id).returning('id').executeTakeFirst(),
      )
      return row !== undefined
    },

    async unfinished() {
      const rows = await reads
        .selectFrom('debates')
        .select('id')
        .where('status', 'in', UNFINISHED)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => row.id)
    },

    journal: (id) => journalOf({ reads, write }, id),

    forget: async (id, prefix, except) => {
      await write((transaction) =>
        transaction
          .deleteFrom('journal')
          .where('debate', '=', id)
          .where(startsWith(prefix))
          .$if(except !== undefined, (rest) => rest.where((is) => is.not(startsWith(except ?? ''))))
          .execute(),
      )
    },

    calls: callsIn({ reads, write }),

    append: (id, progress) => telling(id, (transaction) => appendIn(transaction, id, progress)),

    events: (id, after) => eventsAfter(reads, id, after),

    async first(name) {
      const row = await write((transaction) =>
        transaction
          .insertInto('settings')
          .values({ name: `first ${name}`, value: now() })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .returning('name')
          .executeTakeFirst(),
      )
      return row !== undefined
    },

    watch: (id, wake) => wakes.watch(id, wake),

    async close() {
      await wakes.close()
      await writes.destroy()
      if (reads !== writes) await reads.destroy()
    },
  }
}

const startsWith = (prefix: string) => sql<boolean>`substr(step, 1, ${prefix.length}) = ${prefix}`

async function correctionsIn(db: Kysely<Tables>, id: string): Promise<Correction[]> {
  const rows = await db.selectFrom('corrections').select('data').where('debate', '=', id).orderBy('n').execute()
  return rows.map(({ data }) => Correction.parse(JSON.parse(data)))
}

async function writeAddresses(transaction: Transaction<Tables>, debate: string, addresses: string[]): Promise<void> {
  await transaction.deleteFrom('addresses').where('debate', '=', debate).execute()
  if (addresses.length === 0) return
  await transaction
    .insertInto('addresses')
    .values(addresses.map((address) => ({ debate, address })))
    .execute()
}
