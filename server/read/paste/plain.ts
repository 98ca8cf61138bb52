/** Text that names nobody: blank lines part the posts, or every line is one. Writers are never invented. */
import type { Layout, Piece } from './layout.ts'

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

export const plainPosts: Layout = (text) => {
  const blocks = text
    .split(/\n[ \t]*\n+/)
    .map((one) => one.replace(/^\n+/, '').trimEnd())
    .filter((one) => one.trim() !== '')
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
        ? [`The text names no writers: ${byLine ? 'every line' : 'every paragraph'} was taken for a post of its own.`]
        : [],
  }
}
