/** Tables of comments (CSV, TSV): columns by their names, Polis exports among them. */
import { parse } from 'csv-parse/sync'
import type { Post } from '../../../shared/thread.ts'
import { clean } from '../../text/clean.ts'
import { urlsInText } from '../../text/links-in-text.ts'
import { plain } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { Problem } from '../../problem.ts'
import { assemble } from '../assemble.ts'
import { number } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

const COLUMNS = {
  text: ['comment-body', 'text', 'body', 'comment', 'content', 'message', 'post', 'statement', 'comment_text', 'txt'],
  id: ['comment-id', 'id', 'comment_id', 'post_id', 'message_id', 'tid'],
  parent: ['parent', 'parent_id', 'parentid', 'reply_to', 'in_reply_to', 'reply_to_id', 'in_reply_to_id'],
  author: ['author', 'user', 'username', 'name', 'author_name', 'author-id', 'author_id', 'sender', 'from', 'nick'],
  time: ['timestamp', 'created_at', 'created', 'date', 'time', 'datetime', 'created_utc', 'published'],
  score: ['score', 'votes', 'likes', 'points', 'upvotes'],
  agrees: ['agrees'],
  disagrees: ['disagrees'],
  moderated: ['moderated'],
  title: ['title', 'subject', 'headline'],
}
type Column = keyof typeof COLUMNS

const columnsOf = (header: string[]): Map<Column, number> =>
  new Map(
    (Object.keys(COLUMNS) as Column[]).flatMap((column) => {
      const at = COLUMNS[column].map((name) => header.indexOf(name)).find((index) => index >= 0)
      return at === undefined ? [] : [[column, at] as const]
    }),
  )

function headerOf(text: string): { header: string[]; delimiter: string } {
  const line = (text.split(/\r?\n/, 1)[0] ?? '').slice(0, 5000).replace(/^\uFEFF/, '')
  const delimiter =
    [',', ';', '\t', '|'].map((one) => ({ one, count: line.split(one).length })).sort((a, b) => b.count - a.count)[0]
      ?.one ?? ','
  return {
    header: line.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase().replaceAll(' ', '_')),
    delimiter,
  }
}

/** A first line of column names, one of which holds words and another says more about them. */
export function isTable(text: string): boolean {
  const { header } = headerOf(text)
  return (
    header.length >= 2 &&
    header.every((name) => name.length <= 40) &&
    columnsOf(header).has('text') &&
    columnsOf(header).size >= 2 &&
    text.trim().includes('\n')
  )
}

export function readTable(answer: Answer): ReadThread {
  const { header, delimiter } = headerOf(answer.text)
  const columns = columnsOf(header)
  let rows: string[][]
  try {
    rows = parse(answer.text, {
      delimiter,
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      fromLine: 2,
    })
  } catch (thrown) {
    throw new Problem('not-a-thread', 'The table is damaged and can’t be read.', { cause: thrown })
  }
  const cell = (row: string[], column: Column) => {
    const at = columns.get(column)
    const value = at === undefined ? undefined : row[at]?.trim()
    return value === undefined || value === '' ? null : value
  }
  const isPolis = columns.has('agrees') && columns.has('disagrees')
  const posts = rows.map((row, index): Post => {
    const parent = cell(row, 'parent')
    return post({
      id: cell(row, 'id') ?? `row-${index + 1}`,
      parentId: parent === '0' ? null : parent,
      author: cell(row, 'author'),
      createdAt: cell(row, 'time'),
      score: isPolis
        ? (number(cell(row, 'agrees')) ?? 0) - (number(cell(row, 'disagrees')) ?? 0)
        : number(cell(row, 'score')),
      title: parent === null ? cell(row, 'title') : null,
      body: urlsInText(quoteLines(plain(clean(cell(row, 'text') ?? '')))),
      kind: 'comment',
      state: isPolis && cell(row, 'moderated') === '-1' ? 'hidden' : 'ok',
    })
  })
  return assemble({
    platform: isPolis ? 'polis' : 'table',
    site: siteOf(answer.url, isPolis ? 'Polis' : (answer.fileName ?? 'A table')),
    url: answer.url,
    title: isPolis ? 'Statements of a Polis conversation' : null,
    posts,
    notices: isPolis
      ? ['Polis statements answer nobody; their score is how many more agreed than disagreed. Writers are numbers.']
      : [],
  })
}
