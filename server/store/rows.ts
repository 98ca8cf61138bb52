/** Entries of the library as rows, and back. */
import type { Selectable } from 'kysely'
import { DebateEntry } from '../../shared/api.ts'
import type { Debate } from '../../shared/debate.ts'
import type { Outcome, Rest } from './index.ts'
import type { DebateRow } from './schema.ts'

export function newRow(entry: DebateEntry): DebateRow {
  return {
    id: entry.id,
    ...titled(entry.title),
    status: entry.status,
    created_at: entry.createdAt,
    updated_at: entry.updatedAt,
    posts: entry.posts,
    people: entry.people,
    claims: entry.claims,
    supports: entry.supports,
    rebuts: entry.rebuts,
    undercuts: entry.undercuts,
    problem: entry.problem === null ? null : JSON.stringify(entry.problem),
    seq: 0,
    starts: 0,
    started_at: null,
    rest: 'same',
  }
}

export function entryOf(row: Selectable<DebateRow>): DebateEntry {
  return DebateEntry.parse({
    ...row,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    problem: row.problem === null ? null : JSON.parse(row.problem),
  })
}

export function outcomeRow({ status, debate, problem }: Outcome): Partial<DebateRow> {
  const ending = { status, problem: problem === null ? null : JSON.stringify(problem) }
  return debate === null ? ending : { ...ending, ...shownRow(debate) }
}

export function shownRow(debate: Debate): Partial<DebateRow> {
  const links = (type: string) => debate.links.filter((link) => link.type === type).length
  return {
    ...titled(debate.title),
    posts: debate.threads.reduce((sum, thread) => sum + thread.posts.length, 0),
    people: debate.people.filter(({ name }) => name !== null).length,
    claims: debate.claims.length,
    supports: links('supports'),
    rebuts: links('rebuts'),
    undercuts: links('undercuts'),
  }
}

/** PostgreSQL keeps no NUL characters. */
export function titled(title: string): Pick<DebateRow, 'title' | 'title_folded'> {
  const plain = title.replaceAll('\u0000', '')
  return { title: plain, title_folded: folded(plain) }
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The pattern for `like` that finds `query` anywhere. */
export function likely(query: string): string {
  return `%${folded(query.trim().replaceAll('\u0000', '')).replace(/[\\%_]/g, '\\$&')}%`
}

export function restOf(text: string): Rest {
  return text === 'embedded' ? 'embedded' : 'same'
}

export function now(): string {
  return new Date().toISOString()
}
