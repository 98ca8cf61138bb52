/** Tables of comments (CSV, TSV): columns by their names, Polis exports among them. */
import { parse } from 'csv-parse/sync'
import type { Post } from '../../../shared/thread.ts'
import { Problem } from '../../problem.ts'
import { instant } from '../../text/instant.ts'
import { localTime, orderIn } from '../../text/local-time.ts'
import { assemble } from '../assemble.ts'
import { number } from '../json.ts'
import { siteOf } from '../page.ts'
import { asProse } from './words.ts'
import { FIELDS, plainName } from './fields.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { bareParent } from './prefixed.ts'
import { post } from '../post.ts'

const COLUMNS = ['text', 'id', 'parent', 'author', 'time', 'score', 'title', 'url'] as const
/** Which side a row takes, in tables of arguments. */
const STANCE = ['stance', 'alignment', 'side', 'polarity', 'position', 'standpoint']
/** Of Polis exports alone. */
const OF_POLIS = ['agrees', 'disagrees', 'moderated'] as const
/** A name in two parts. */
const OF_NAMES = ['firstname', 'lastname'] as const
type Column = (typeof COLUMNS)[number] | (typeof OF_POLIS)[number] | (typeof OF_NAMES)[number] | 'stance'

/** Where the columns stand. A column is one thing: what holds the words holds no name. */
function columnsOf(header: string[], rows: string[][] = []): Map<Column, number> {
  const names = namesIn(header, rows)
  const found = new Map<Column, number>()
  for (const column of COLUMNS) {
    const taken = new Set(found.values())
    const place = FIELDS[column]
      .map((name) => names.findIndex((one, at) => one === name && !taken.has(at)))
      .find((at) => at >= 0)
    if (place !== undefined) found.set(column, place)
  }
  const stance = names.findIndex((name, at) => STANCE.includes(name) && !new Set(found.values()).has(at))
  if (stance >= 0 && rows.some((row) => sideOf(row[stance]) !== null)) found.set('stance', stance)
  for (const column of [...OF_POLIS, ...OF_NAMES]) {
    const place = names.findIndex((name) => name === column || name === `total${column}`)
    if (place >= 0) found.set(column, place)
  }
  return found
}

/** Names of columns; one for each language ("body/en") is named without it where it holds anything, as are parts of a record ("author/name"). */
function namesIn(header: string[], rows: string[][]): string[] {
  return header.map((name, at) => {
    const [, bare, part = ''] = /^([^/]+)\/([^/]+)$/.exec(name.trim()) ?? []
    if (bare === undefined) return plainName(name)
    const isLanguage = /^[a-z]{2}(?:-[a-z]{2,4})?$/i.test(part) && !/^id$/i.test(part)
    if (!isLanguage) return plainName(`${bare}${part}`)
    return rows.some((row) => (row[at] ?? '').trim() !== '') ? plainName(bare) : ''
  })
}

/** The side a cell names, or null. */
function sideOf(cell: string | undefined): Post['stance'] {
  const said = cell?.trim().toLowerCase() ?? ''
  if (/^(?:pro|for|in favou?r|support(?:s|ing)?|agree|1|\+1?)$/.test(said)) return 'pro'
  if (/^(?:con|contra|kontra|against|attack(?:s|ing)?|oppos(?:e|es|ing)|disagree|-1?)$/.test(said)) return 'con'
  return /^(?:neutral|none|0)$/.test(said) ? 'neutral' : null
}

/** Columns that many tables have which hold no posts. */
const WEAK = new Set(['description', 'summary', 'note', 'html', 'raw', 'contents'])

interface Table {
  columns: Map<Column, number>
  rows: string[][]
  /** How the columns were told, where their names do not say it. */
  told?: string
}

const DELIMITERS = [',', ';', '\t', '|']
const LONGEST_NAME = 40

function recordsOf(text: string, delimiter: string, to?: number): string[][] {
  const records = parse(text, {
    delimiter,
    bom: true,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    ...(to === undefined ? {} : { to }),
  })
  // Markdown draws a line below the names.
  return delimiter === '|' ? records.filter((row) => !row.every((cell) => /^\s*(?::?-+:?)?\s*$/.test(cell))) : records
}

/** Some programs name the delimiter in a first line of its own. */
function delimiterNamed(text: string): { delimiter: string | null; text: string } {
  const named = /^\uFEFF?sep=(.)\r?\n/.exec(text)
  return named === null
    ? { delimiter: null, text }
    : { delimiter: named[1] as string, text: text.slice(named[0].length) }
}

/** The rows of a table whose first line names its columns, each by those names; none where it can't be read. */
export function namedRows(text: string): Record<string, string>[] {
  const line = text.slice(0, 5000).split(/\r?\n/, 1)[0] ?? ''
  const delimiter = DELIMITERS.toSorted((one, other) => line.split(other).length - line.split(one).length)[0] ?? ','
  const [header = [], ...rows] = recordsOrNone(text, delimiter)
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name.trim(), row[at] ?? ''])))
}

/** The first rows under the delimiter that gives the most known columns, or null. */
function tried(text: string, delimiters: string[]): { delimiter: string; columns: Map<Column, number> } | null {
  let best: { delimiter: string; columns: Map<Column, number> } | null = null
  for (const delimiter of delimiters) {
    const line = text.slice(0, 5000).split(/\r?\n/, 1)[0] ?? ''
    if (!line.includes(delimiter)) continue
    try {
      const [header = [], ...rows] = recordsOf(text.slice(0, 200_000), delimiter, 12)
      const columns = columnsOf(header, rows)
      const fits = rows.filter((row) => row.length === header.length).length
      const words = plainName(header[columns.get('text') ?? -1] ?? '')
      const isTable =
        (!WEAK.has(words) || columns.size >= 4) &&
        header.length >= 2 &&
        header.every((name) => name.length <= LONGEST_NAME) &&
        columns.has('text') &&
        columns.size >= 2
      if (isTable && rows.length > 0 && fits >= rows.length / 2 && columns.size > (best?.columns.size ?? 0))
        best = { delimiter, columns }
    } catch {
      // Quotes that never close: no table under this delimiter.
    }
  }
  return best
}

/** Words a cell that somebody wrote holds at least, on average. */
const FEWEST_WORDS = 4

/** Columns of a table whose names say nothing: the one with the longest texts holds the words, those with names keep them. */
function guessed(text: string): { table: Table; named: string | null } | null {
  const alone = recordsOrNone(text, ',')
  const [only = ''] = alone[0] ?? []
  if (alone.length > 1 && alone.every((row) => row.length === 1) && FIELDS.text.includes(plainName(only)))
    return { table: { columns: new Map([['text', 0]]), rows: alone.slice(1) }, named: only }
  for (const delimiter of DELIMITERS) {
    const records = recordsOrNone(text, delimiter)
    const [header = [], ...rows] = records
    if (rows.length === 0 || header.length < 2 || records.some((row) => row.length !== header.length)) continue
    const words = header.map(
      (_, at) => rows.reduce((sum, row) => sum + (row[at]?.match(/\p{L}{2,}/gu)?.length ?? 0), 0) / rows.length,
    )
    const most = Math.max(...words)
    const place = words.indexOf(most)
    if (most < FEWEST_WORDS) continue
    const columns = columnsOf(header, rows)
    const isHeader = columns.size > 0 || /^[^.!]*\?$/.test(header[place] ?? '')
    for (const [column, at] of columns) if (at === place) columns.delete(column)
    columns.set('text', place)
    return isHeader
      ? { table: { columns, rows }, named: header[place] ?? null }
      : { table: { columns: new Map([['text', place]]), rows: records }, named: null }
  }
  return null
}

function recordsOrNone(text: string, delimiter: string): string[][] {
  try {
    return recordsOf(text, delimiter)
  } catch {
    return []
  }
}

/** Rows of three or more cells, each as long as the first. */
function isGrid(text: string): boolean {
  return DELIMITERS.some((delimiter) => {
    const rows = recordsOrNone(text, delimiter)
    const cells = rows[0]?.length ?? 0
    return rows.length > 2 && cells > 2 && rows.every((row) => row.length === cells)
  })
}

/** Whether a file that calls itself a table is one though its columns have no known names; it may hold nobody's words. */
export function isUnnamedTable(answer: Answer): boolean {
  const says = /\.(?:csv|tsv|tab)$/i.test(answer.fileName ?? '') || /\b(?:csv|tab-separated)\b/.test(answer.contentType)
  if (!says) return false
  const { text } = delimiterNamed(answer.text)
  return guessed(text) !== null || isGrid(text)
}

/** Tables of a Polis export without a statement in them, by their first lines (its `comments.csv` has the statements). */
const NO_STATEMENTS: [head: RegExp, holds: string][] = [
  [/^\s*"?timestamp"?,"?datetime"?,"?comment-id"?,"?voter-id"?,"?vote"?\s*$/i, 'each vote'],
  [/^\s*"?participant"?,"?group-id"?,"?n-comments"?,"?n-votes"?/i, 'how each participant voted'],
  [/^\s*"?n[-_]votes"?,"?n[-_]comments"?,"?n[-_]visitors"?/i, 'the counts over time'],
  [/^\s*"?topic"?,[^\n]*\n\s*"?url"?,[\s\S]*\n\s*"?voters"?,\s*\d/i, 'the figures'],
]

/** Throws for a table of a Polis export that holds no words. */
function refuseWordless(text: string): void {
  const holds = NO_STATEMENTS.find(([head]) => head.test(headOf(text)))?.[1]
  if (holds === undefined) return
  throw new Problem('not-a-thread', `This table of Polis holds ${holds} of a conversation, not its statements.`, {
    remedy: 'Drop comments.csv of the same export, or the whole export as one zip file.',
  })
}

function headOf(text: string): string {
  const head = text.replace(/^\uFEFF/, '').slice(0, 2000)
  return /^\s*"?topic"?,/i.test(head) ? head : (head.split(/\r?\n/, 1)[0] ?? '')
}

/** A first line of column names, one of which holds words and another says more about them, or a table known to hold none. */
export function isTable(text: string): boolean {
  const named = delimiterNamed(text)
  if (NO_STATEMENTS.some(([head]) => head.test(headOf(text)))) return true
  return tried(named.text, named.delimiter === null ? DELIMITERS : [named.delimiter]) !== null
}

function tableIn(text: string): Table {
  refuseWordless(text)
  const named = delimiterNamed(text)
  const found = tried(named.text, named.delimiter === null ? DELIMITERS : [named.delimiter])
  try {
    if (found !== null) return { columns: found.columns, rows: recordsOf(named.text, found.delimiter).slice(1) }
  } catch (thrown) {
    throw new Problem('not-a-thread', 'The table is damaged and can’t be read.', { cause: thrown })
  }
  const unnamed = guessed(named.text)
  if (unnamed !== null)
    return {
      ...unnamed.table,
      told:
        unnamed.named === null
          ? 'The table does not name its columns: the one with the longest texts was taken for the words, writers are not known.'
          : `What the columns hold was told from their cells: “${unnamed.named}” was taken for the words.`,
    }
  throw new Problem('not-a-thread', 'This table has no column that holds the words of posts.')
}

const DAYS = 'Where the table tells only a day, the beginning of that day is taken.'

/** A cell that holds a day and nothing else, as its beginning. */
function dayIn(time: string, order: 'day' | 'month' | null): string | null {
  const day = localTime(`${time} 00:00`, { order })
  return day !== null && day.start === 0 && !/\d:\d/.test(time) ? day.at : null
}

/** The posts of a table, at most `most` of them; the rest is told to be missing. */
export function readTable(answer: Answer, most = Infinity): ReadThread {
  const { columns, rows: all, told } = tableIn(answer.text)
  const over = all.length - most
  const rows = over > 0 ? all.slice(0, most) : all
  const cell = (row: string[], column: Column) => {
    const at = columns.get(column)
    const value = at === undefined ? undefined : row[at]?.trim()
    return value === undefined || value === '' ? null : value
  }
  const said = rows.flatMap((row) => cell(row, 'time') ?? [])
  const orders = new Set(said.flatMap((time) => orderIn(time) ?? []))
  const [order = null] = orders.size === 1 ? orders : []
  const local = (time: string): string | null => localTime(time, { order })?.at ?? dayIn(time, order)
  // A reference may be the number of a row in the words of an office.
  const ids = new Set(rows.flatMap((row) => cell(row, 'id') ?? []))
  const answers = rows.some((row) => ids.has(bareParent(cell(row, 'parent') ?? '', ids)))
  if (!answers && rows.every((row) => !/^\d+$/.test(cell(row, 'parent') ?? ''))) columns.delete('parent')
  const isPolis = columns.has('agrees') && columns.has('disagrees')
  const posts = rows.map((row, index): Post => {
    const parent = cell(row, 'parent')
    const time = cell(row, 'time')
    return post({
      id: cell(row, 'id') ?? `row-${index + 1}`,
      parentId: parent === null || parent === '0' ? null : bareParent(parent, ids),
      author: cell(row, 'author') ?? (OF_NAMES.flatMap((part) => cell(row, part) ?? []).join(' ') || null),
      createdAt: time === null ? null : (instant(time) ?? local(time)),
      score: isPolis
        ? (number(cell(row, 'agrees')) ?? 0) - (number(cell(row, 'disagrees')) ?? 0)
        : number(cell(row, 'score')),
      title: parent === null ? cell(row, 'title') : null,
      body: asProse(cell(row, 'text') ?? ''),
      permalink: cell(row, 'url')?.startsWith('http') === true ? cell(row, 'url') : null,
      kind: 'comment',
      stance: columns.has('stance') ? sideOf(cell(row, 'stance') ?? undefined) : null,
      state: isPolis && cell(row, 'moderated') === '-1' ? 'hidden' : 'ok',
    })
  })
  return assemble({
    platform: isPolis ? 'polis' : 'table',
    site: siteOf(answer.url, isPolis ? 'Polis' : (answer.fileName ?? 'A table')),
    url: answer.url,
    title: isPolis ? 'Statements of a Polis conversation' : null,
    posts,
    expected: over > 0 ? all.length : null,
    missing: over > 0 ? [{ why: `more than ${most} posts (MAX_POSTS)`, count: over }] : [],
    notices: [
      ...(told === undefined ? [] : [told]),
      ...(isPolis
        ? ['Polis statements answer nobody; their score is how many more agreed than disagreed. Writers are numbers.']
        : said.some((time) => instant(time) === null && local(time) !== null)
          ? ['The times of the table name no zone and are taken as UTC.']
          : []),
      ...(said.some((time) => instant(time) === null && !/\d:\d/.test(time) && local(time) !== null) ? [DAYS] : []),
    ],
  })
}
