/**
 * Words as Jira keeps them: its wiki notation (servers, and the second version of its interface) and the Atlassian
 * Document Format (the third version), a tree of nodes with marks. Both are written as HTML first, which is then read.
 */
import { htmlToText } from '../../text/html-to-text.ts'
import type { Prose } from '../../text/prose.ts'
import { quoteLines } from '../../text/quote-lines.ts'
import { list, record, text } from '../json.ts'

const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Tags of the nodes that hold others. */
const TAGS: Record<string, string> = {
  paragraph: 'p',
  heading: 'h3',
  blockquote: 'blockquote',
  bulletList: 'ul',
  orderedList: 'ol',
  taskList: 'ul',
  decisionList: 'ul',
  listItem: 'li',
  taskItem: 'li',
  decisionItem: 'li',
  codeBlock: 'pre',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
}
/** Nodes below each other that are read; none is nested so deep by hand. */
const DEEPEST = 60

/** What stands in a single node, without those below it. */
function leaf(node: unknown): string {
  const words = text(node, 'text')
  if (words !== null && text(node, 'type') === 'text') {
    const marks = list(node, 'marks')
    const link = marks.flatMap((mark) => text(mark, 'attrs', 'href') ?? [])[0]
    const code = marks.some((mark) => text(mark, 'type') === 'code')
    const shown = code ? `<code>${escaped(words)}</code>` : escaped(words)
    return link === undefined ? shown : `<a href="${escaped(link)}">${shown}</a>`
  }
  const type = text(node, 'type')
  if (type === 'hardBreak') return '<br>'
  if (type === 'inlineCard' || type === 'blockCard') {
    const url = escaped(text(node, 'attrs', 'url') ?? '')
    return `<a href="${url}">${url}</a>`
  }
  // People who are named, emoji, states and days.
  return escaped(text(node, 'attrs', 'text') ?? text(node, 'attrs', 'shortName') ?? '')
}

function documentHtml(node: unknown, depth = 0): string {
  const type = text(node, 'type') ?? ''
  const below = list(node, 'content')
  if (below.length === 0 || depth > DEEPEST) return leaf(node)
  const inner = below.map((child) => documentHtml(child, depth + 1)).join('')
  const tag = TAGS[type]
  return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`
}

/** Whether `value` is a document of nodes. */
export const isDocument = (value: unknown): boolean =>
  record(value) !== null && text(value, 'type') === 'doc' && Array.isArray(record(value)?.content)

/** What opens and closes a stretch whose signs mean themselves. */
const VERBATIM = /\{(code|noformat)(:[^}\n]{0,200})?\}/g
const LINK = /\[(?:([^\][|\n]{1,400})\|)?((?:https?|ftp|mailto):[^\][|\s]{1,2000})(?:\|[^\][\n]{0,100})?\]/g

function inlineHtml(words: string): string {
  return escaped(words)
    .replace(LINK, (_, shown: string | undefined, url: string) => `<a href="${url}">${shown ?? url}</a>`)
    .replace(/\[~(?:accountid:)?([^\][\n]{1,100})\]/g, '@$1')
    .replace(/\{\{([^}\n]{1,400})\}\}/g, '<code>$1</code>')
    .replace(/\{color(?::[^}\n]{0,40})?\}|\{anchor:[^}\n]{0,80}\}/g, '')
    .replace(/(^|[\s(])([*_+])(?=\S)([^*_+\n]{0,400}?\S)\2(?=$|[\s.,;:!?)])/g, '$1$3')
    .replace(/!([^!\s|]{1,200}\.(?:png|jpe?g|gif|svg))(?:\|[^!\n]{0,100})?!/gi, '')
}

/** Lines of notation as HTML: headings, lists, lines that are quoted. */
function linesHtml(source: string): string {
  return source
    .split(/\n{2,}/)
    .map((block) => {
      const lines = block.split('\n').map((line) => {
        const quoted = /^bq\.\s+(.*)$/.exec(line)?.[1]
        if (quoted !== undefined) return `<blockquote>${inlineHtml(quoted)}</blockquote>`
        const heading = /^h[1-6]\.\s+(.*)$/.exec(line)?.[1]
        if (heading !== undefined) return `<p>${inlineHtml(heading)}</p>`
        const item = /^\s*(?:[*#]+|-)\s+(.*)$/.exec(line)?.[1]
        return item === undefined ? `${inlineHtml(line)}<br>` : `<li>${inlineHtml(item)}</li>`
      })
      return `<p>${lines.join('')}</p>`
    })
    .join('')
}

function notationHtml(source: string): string {
  const plain = source.replace(/\r\n?/g, '\n')
  const pieces: string[] = []
  let from = 0
  let open: { kind: string; start: number; from: number } | null = null
  for (const { index, 0: mark, 1: kind = '', 2: named } of plain.matchAll(VERBATIM)) {
    const end = index + mark.length
    if (open === null) open = { kind, start: index, from: end }
    else if (open.kind === kind && named === undefined) {
      const verbatim = plain.slice(open.from, index).replace(/^\n/, '')
      pieces.push(quotedHtml(plain.slice(from, open.start)), `<pre>${escaped(verbatim)}</pre>`)
      from = end
      open = null
    }
  }
  return [...pieces, quotedHtml(plain.slice(from))].join('')
}

function quotedHtml(source: string): string {
  return source
    .split(/\{quote\}/)
    .map((part, index) => {
      if (part.trim() === '') return ''
      return index % 2 === 1 ? `<blockquote>${linesHtml(part.trim())}</blockquote>` : linesHtml(part)
    })
    .join('')
}

/** `value` is a document, notation, or nothing; `rendered` the same as HTML, where the interface was asked for that. */
export function jiraWords(value: unknown, rendered: string | null): Prose {
  if (rendered !== null) return htmlToText(rendered)
  if (isDocument(value)) return htmlToText(documentHtml(value))
  return typeof value === 'string' ? quoteLines(htmlToText(notationHtml(value))) : htmlToText('')
}
