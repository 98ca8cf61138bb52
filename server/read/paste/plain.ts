/** Text that names nobody: blank lines part the posts, or every line is one. Writers are never invented. */
import { inFences, type Layout, type Piece } from './layout.ts'

const CONTINUES = /^[\s]*[,.;:!?)\]}%…–—/&+*'’”»-]/

function isQuoted(text: string): boolean {
  return text.split('\n').every((line) => /^\s*>/.test(line) || line.trim() === '')
}

/** A line that opens with punctuation was cut from the one before (a list mark is no such cut). */
function joinCut(lines: string[]): string[] {
  const whole: string[] = []
  for (const line of lines) {
    const cut = CONTINUES.test(line) && !/^\s*(?:[-*+•–—]|\.\.\.|…)\s/.test(line) && !/^\s*['’]?[“"'‘]\w/.test(line)
    if (whole.length > 0 && cut)
      whole.push(`${whole.pop() ?? ''}${/^\s*[(&+/–—*-]/.test(line) ? ' ' : ''}${line.trim()}`)
    else whole.push(line)
  }
  return whole
}

/** A block of nothing but quoted lines belongs to the words after it. */
function withTheirQuotes(blocks: string[], between: string): string[] {
  const posts: string[] = []
  let quoted = ''
  for (const one of blocks) {
    if (isQuoted(one)) quoted = quoted === '' ? one : `${quoted}${between}${one}`
    else {
      posts.push(quoted === '' ? one : `${quoted}\n\n${one}`)
      quoted = ''
    }
  }
  if (quoted !== '') posts.push(quoted)
  return posts
}

/** A heading: one short line that ends in a question mark or in no mark at all. */
function isTitle(unit: string): boolean {
  const line = unit.trim()
  return (
    line.length >= 8 &&
    line.length <= 120 &&
    !line.includes('\n') &&
    !/^[>\-*\d]/.test(line) &&
    !/[.!:;,…”"’)]$/.test(line)
  )
}

/** A question above, or nothing, and below it a list of what was said to it. */
function listOf(blocks: string[]): { title: string | null; items: string[] } | null {
  const lines = blocks.flatMap((one) => one.split('\n')).filter((line) => line.trim() !== '')
  const first = lines.findIndex((line) => ITEM.test(line))
  const items: string[] = []
  for (const line of lines.slice(first)) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''))
    else if (/^\s+\S/.test(line)) items.push(`${items.pop() ?? ''}\n${line.trim()}`)
    else return null
  }
  const marks = lines.slice(first).flatMap((line) => ITEM.exec(line)?.[1]?.replace(/[.)]$/, '') ?? [])
  const inOrder = marks.every((mark, at) => /\D/.test(mark) || Number(mark) === at + 1)
  const title = lines[0]?.trim() ?? ''
  if (first < 0 || first > 1 || items.length < 3 || !inOrder || new Set(marks.map((mark) => /\d/.test(mark))).size > 1)
    return null
  return first === 0 ? { title: null, items } : isTitle(title) || title.endsWith(':') ? { title, items } : null
}

const ITEM = /^\s{0,3}(\d{1,4}[.)]|[-*•])\s+(?=\S)/

/** Blank lines part paragraphs, but not those within fences of code. */
function paragraphs(text: string): string[] {
  const lines = text.split('\n')
  const code = inFences(lines)
  const found: string[][] = [[]]
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '' && !code.has(at)) found.push([])
    else found.at(-1)?.push(line)
  }
  return found.map((one) => one.join('\n').trimEnd()).filter((one) => one.trim() !== '')
}

const HEADING = /^#{1,6} +\S/

/** A Markdown heading belongs to the words below it, the one on top to all of them. */
function withTheirHeadings(blocks: string[]): string[] {
  const found: string[] = []
  let above = ''
  for (const [at, one] of blocks.entries()) {
    const isHeading = HEADING.test(one) && !one.includes('\n')
    if (at === 0 && isHeading) found.push(one.replace(/^#+ +/, ''))
    else if (isHeading) above = above === '' ? one : `${above}\n\n${one}`
    else {
      found.push(above === '' ? one : `${above}\n\n${one}`)
      above = ''
    }
  }
  return above === '' ? found : [...found, above]
}

export const plainPosts: Layout = (text) => {
  const blocks = withTheirHeadings(paragraphs(text))
  const listed = listOf(blocks)
  if (listed !== null) {
    const items = listed.items.map((one): Piece => ({ author: null, depth: null, text: one }))
    return {
      layout: 'every item of a list a post',
      platform: 'pasted',
      title: listed.title,
      opening: listed.title !== null,
      pieces: listed.title === null ? items : [{ author: null, depth: null, text: '' }, ...items],
      notices: ['The text names no writers: every item was taken for a post of its own.'],
    }
  }
  const byLine = blocks.length === 1
  const units = byLine ? joinCut((blocks[0] ?? '').split('\n').filter((line) => line.trim() !== '')) : blocks
  const title = units.length > 2 && isTitle(units[0] ?? '') ? (units[0] ?? '').trim() : null
  const posts = withTheirQuotes(title === null ? units : units.slice(1), byLine ? '\n' : '\n\n')
  const pieces = posts.map((one): Piece => ({ author: null, depth: null, text: one }))
  return {
    layout: byLine ? 'every line a post' : 'every paragraph a post',
    platform: 'pasted',
    title,
    opening: title !== null,
    pieces,
    notices:
      pieces.length > 1
        ? [
            byLine
              ? 'The text names no writers: every line was taken for a post of its own.'
              : 'The text names no writers: every paragraph was taken for a post of its own.',
          ]
        : [],
  }
}
