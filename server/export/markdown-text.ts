/** Pieces of Markdown: text that stays text, links, lists, tables. */
import { oneLine, webAddress } from './plain.ts'

/**
 * Text of people or models as Markdown that shows exactly that text on one line: no markup, tables, pictures or links,
 * not even links a reader makes by itself (addresses, names after @, numbers after #).
 */
export function escape(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]|~$]/gu, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^([#+=-]|:(?=[-:]))/u, '\\$1')
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replace(/(\w):(?=\/\/)/gu, '$1\\:')
    .replace(/\b(mailto|xmpp):/giu, '$1\\:')
    .replace(/\b(www)\./giu, '$1\\.')
    .replace(/@(?=\w)/gu, '@\u2060')
    .replace(/#(?=\d)/gu, '#\u2060')
}

/** A link; brackets within its text as entities, since some readers take escaped ones for an image. */
export function link(text: string, address: string | null): string {
  const href = webAddress(address)
  if (href === null) return escape(text)
  return `[${escape(text).replaceAll('\\[', '&#91;').replaceAll('\\]', '&#93;')}](${href})`
}

export function paragraphs(parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

export function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`
}

export function bullets(lines: string[]): string {
  return lines
    .filter((line) => line !== '')
    .map((line) => `- ${line}`)
    .join('\n')
}

export function table(head: string[], rows: string[][]): string {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}

/** Says how many were left out; empty when none was. */
export function rest(found: number, shown: number): string {
  return found > shown ? `and ${found - shown} more` : ''
}
