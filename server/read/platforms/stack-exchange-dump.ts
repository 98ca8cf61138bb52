/** Stack Exchange's data dump: Posts.xml and Comments.xml, a row for each post, as the items its interface would hand out. */
import { load } from 'cheerio/slim'
import type { Answer } from '../platform.ts'

const DUMP = /^\s*(?:<\?xml[^>]*\?>\s*)?<(posts|comments)>\s*<row\s+Id="\d/

export const isDump = ({ text }: Answer): boolean => DUMP.test(text.slice(0, 400))

type Row = Record<string, string>

/** Without a name the account's number stands for who wrote it; names are in another file of the dump. */
const ownerOf = ({ OwnerDisplayName, OwnerUserId, UserDisplayName, UserId }: Row) => ({
  display_name: OwnerDisplayName ?? UserDisplayName ?? OwnerUserId ?? UserId,
})

const itemOf = (row: Row) => ({
  owner: ownerOf(row),
  // The dump's times are in UTC without saying so.
  creation_date: Math.floor(Date.parse(`${row.CreationDate}Z`) / 1000),
  score: Number(row.Score ?? 0),
})

const answerOf = (row: Row) => ({ ...itemOf(row), answer_id: row.Id, question_id: row.ParentId, body: row.Body ?? '' })

/** Questions with the answers that are in the file, answers to others, comments. */
export function itemsInDump({ text }: Answer): unknown[] {
  const $ = load(text, { xml: true })
  const rows = $('row')
    .toArray()
    .map((row): Row => row.attribs)
  if (DUMP.exec(text.slice(0, 400))?.[1] === 'comments')
    return rows.map((row) => ({
      ...itemOf(row),
      comment_id: row.Id,
      post_id: row.PostId,
      body_markdown: row.Text ?? '',
    }))
  const answers = new Map<string, Row[]>()
  for (const row of rows.filter(({ PostTypeId }) => PostTypeId === '2')) {
    const of = row.ParentId ?? ''
    const part = answers.get(of) ?? []
    part.push(row)
    answers.set(of, part)
  }
  const questions = rows.filter(({ PostTypeId }) => PostTypeId === '1')
  const asked = new Set(questions.map(({ Id }) => Id))
  return [
    ...questions.map((row) => ({
      ...itemOf(row),
      question_id: row.Id,
      title: row.Title ?? '',
      body: row.Body ?? '',
      answer_count: Number(row.AnswerCount ?? 0),
      comment_count: Number(row.CommentCount ?? 0),
      answers: (answers.get(row.Id ?? '') ?? []).map(answerOf),
    })),
    ...[...answers].flatMap(([of, rest]) => (asked.has(of) ? [] : rest.map(answerOf))),
  ]
}
