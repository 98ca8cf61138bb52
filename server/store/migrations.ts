/** The one list of migrations, for both databases. A migration that was published is never edited; add the next one. */
import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import type { Tables } from './schema.ts'

type Kind = 'sqlite' | 'postgres'

/** Text compared byte by byte on both, so that both order alike. */
const text = (kind: Kind) => (kind === 'postgres' ? sql`text collate "C"` : sql`text`)

function first(kind: Kind): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const schema = db.schema
      await schema
        .createTable('debates')
        .addColumn('id', text(kind), (column) => column.primaryKey().notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('title_folded', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('created_at', text(kind), (column) => column.notNull())
        .addColumn('updated_at', text(kind), (column) => column.notNull())
        .addColumn('posts', 'integer', (column) => column.notNull())
        .addColumn('people', 'integer', (column) => column.notNull())
        .addColumn('claims', 'integer', (column) => column.notNull())
        .addColumn('supports', 'integer', (column) => column.notNull())
        .addColumn('rebuts', 'integer', (column) => column.notNull())
        .addColumn('undercuts', 'integer', (column) => column.notNull())
        .addColumn('problem', 'text')
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('starts', 'integer', (column) => column.notNull())
        .addColumn('rest', 'text', (column) => column.notNull())
        .execute()
      await schema.createIndex('debates_newest').on('debates').columns(['created_at desc', 'id desc']).execute()
      await schema.createIndex('debates_status').on('debates').column('status').execute()

      const ofDebate = (table: string) =>
        schema
          .createTable(table)
          .addColumn('debate', text(kind), (column) => column.notNull().references('debates.id').onDelete('cascade'))
      await ofDebate('documents')
        .addColumn('kind', text(kind), (column) => column.notNull())
        .addColumn('version', text(kind), (column) => column.notNull())
        .addColumn('part', 'integer', (column) => column.notNull())
        .addColumn('parts', 'integer', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('documents_key', ['debate', 'kind', 'part'])
        .execute()
      await ofDebate('events')
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('data', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('events_key', ['debate', 'seq'])
        .execute()
      await ofDebate('journal')
        .addColumn('step', text(kind), (column) => column.notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('journal_key', ['debate', 'step'])
        .execute()
      await ofDebate('corrections')
        .addColumn('n', 'integer', (column) => column.notNull())
        .addColumn('author', 'text')
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('data', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('corrections_key', ['debate', 'n'])
        .execute()

      await schema
        .createTable('calls')
        .addColumn('key', text(kind), (column) => column.primaryKey().notNull())
        .addColumn('answer', 'text', (column) => column.notNull())
        .addColumn('input_tokens', 'integer', (column) => column.notNull())
        .addColumn('output_tokens', 'integer', (column) => column.notNull())
        .addColumn('cost', 'double precision')
        .addColumn('at', 'text', (column) => column.notNull())
        .execute()
      await schema
        .createTable('settings')
        .addColumn('name', text(kind), (column) => column.primaryKey().notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute()
    },
  }
}

/** What debates are about, so that those about the same page find each other. */
function second(kind: Kind): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('addresses')
        .addColumn('debate', text(kind), (column) => column.notNull().references('debates.id').onDelete('cascade'))
        .addColumn('address', text(kind), (column) => column.notNull())
        .addPrimaryKeyConstraint('addresses_key', ['debate', 'address'])
        .execute()
      await db.schema.createIndex('addresses_of').on('addresses').column('address').execute()
    },
  }
}

/** An answer is remembered for each thing asked about, of which no one has a price of its own. */
const third: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['input_tokens', 'output_tokens', 'cost'])
      await db.schema.alterTable('calls').dropColumn(column).execute()
  },
}

/** When an analysis was last taken up, so that starts in quick succession are told apart from those that had their time. */
const fourth: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('debates').addColumn('started_at', 'text').execute()
  },
}

/** Brings the database to the newest schema. Safe when several processes start at once: one migrates, the others wait. */
export async function migrate(db: Kysely<Tables>, kind: Kind): Promise<void> {
  const migrations: Record<string, Migration> = { '001': first(kind), '002': second(kind), '003': third, '004': fourth }
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('The database could not be brought to the newest schema.', { cause: error })
}
