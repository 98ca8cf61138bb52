/** Comments as Decidim exports them, as a table or as JSON: each names what it answers, and the proposal or debate it belongs to. */
import { urlsInText } from '../../text/links-in-text.ts'
import { plain } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { namedRows } from '../generic/tables.ts'
import { assemble } from '../assemble.ts'
import { jsonOf, list, text } from '../json.ts'
import { siteOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { type Draft, post } from '../post.ts'

const SIDES: Record<string, NonNullable<Draft['stance']>> = { '1': 'pro', '0': 'neutral', '-1': 'con' }
const ROOT = 'opening'

export function isExported(answer: Answer): boolean {
  const head = answer.text.slice(0, 5000)
  return /\broot_commentable_url\b/.test(head) && /\bcommentable_type\b/.test(head)
}

/** One field, which a table names by its way in the record: "author/name". */
const field = (row: unknown, ...path: string[]) => text(row, path.join('/')) ?? text(row, ...path)

/** One thread for each thing that is discussed. */
export function exportedComments(answer: Answer): ReadThread[] {
  const value = jsonOf(answer)
  const rows: unknown[] = value === undefined ? namedRows(answer.text.replace(/^\uFEFF/, '')) : list(value)
  const threads = new Map<string, unknown[]>()
  for (const row of rows) {
    const about = field(row, 'root_commentable_url') ?? ''
    const known = threads.get(about)
    if (known === undefined) threads.set(about, [row])
    else known.push(row)
  }
  return [...threads].map(([about, some]) => {
    const url = URL.canParse(about) ? about : answer.url
    return assemble({
      platform: 'decidim',
      site: siteOf(url, answer.fileName ?? 'A participation site'),
      url,
      root: ROOT,
      posts: some.map((row, index) => {
        const isAnswer = field(row, 'commentable_type')?.endsWith('Comment') === true
        return post({
          id: field(row, 'id') ?? `row-${index + 1}`,
          parentId: isAnswer ? field(row, 'commentable_id') : ROOT,
          author: field(row, 'author', 'name'),
          createdAt: field(row, 'created_at'),
          body: urlsInText(quoteLines(plain((field(row, 'body') ?? '').replace(/\r\n?/g, '\n').trim()))),
          stance: SIDES[field(row, 'alignment') ?? ''] ?? null,
          kind: 'comment',
        })
      }),
      missing: [{ why: 'what these comments are about', count: 1, opening: true }],
    })
  })
}
