/** A Discourse topic, selected and copied: a name, how old the post is, its words, then "1 Reply" and "2 Likes". */
import { block, type Layout, type Piece } from './layout.ts'

const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*`
const AGE = new RegExp(
  String.raw`^\s*(?:\d{1,3} ?(?:s|m|h|d|mo|y|yr)|just now|${MONTH} (?:\d{1,2}(?:, \d{4})?|'\d{2}|\d{4})|\d{1,2} ${MONTH}(?: (?:'\d{2}|\d{4}))?)\s*$`,
  'i',
)
const NAME = /^\s*([\p{L}\d][\p{L}\p{M}\d_.-]{1,30})\s*$/u
const COUNTS = /^\s*(?:(\d+) (Repl(?:y|ies)|Likes?)|❤️?\s*\d*|♥\s*\d*)\s*$/
const FURNITURE =
  /^\s*(?:\d+ Repl(?:y|ies)|\d+ Likes?|❤️?\s*\d*|♥\s*\d*|Reply|Share|Like|Solved|Solution|Leader|Regular|Moderator|Admin|Staff|post #\d+|#?\d{1,4}|\d+ \/ \d+|Go to solution|Show (?:full post|more).*|read \d+ min|created|last reply|replies|views|users?|likes?|links?|Suggested Topics|Powered by Discourse.*)\s*$/i

interface Head {
  at: number
  from: number
  author: string
}

/**
 * A name with the age of its post below it, or a full name or a title between the two. A category may stand above the
 * first name: of two lines the upper one is the name only where a post can begin, below a blank line or a count.
 */
function headAt(lines: string[], at: number): Head | null {
  const author = NAME.exec(lines[at] ?? '')?.[1]
  if (author === undefined || AGE.test(lines[at] ?? '') || FURNITURE.test(lines[at] ?? '')) return null
  const above = (lines[at - 1] ?? '').trim()
  const begins = above === '' || FURNITURE.test(above)
  let between = 0
  for (let next = at + 1; next < lines.length; next++) {
    const line = (lines[next] ?? '').trim()
    if (line === '' || (FURNITURE.test(line) && !/^\d/.test(line))) continue
    if (AGE.test(line)) return { at, from: next + 1, author }
    between++
    if (between > 1 || line.length > 40 || /[.!?:;]$/.test(line) || (!begins && NAME.test(line))) return null
  }
  return null
}

export const discourseCopy: Layout = (text) => {
  const lines = text.split('\n')
  const heads: Head[] = []
  for (let at = 0; at < lines.length; at++) {
    const head = headAt(lines, at)
    if (head === null) continue
    heads.push(head)
    at = head.from - 1
  }
  // Other sites set names above ages, too: the counts below a post are Discourse's own.
  if (heads.length < 2 || !lines.some((line) => COUNTS.exec(line)?.[1] !== undefined)) return null
  const title =
    lines
      .slice(0, heads[0]?.at)
      .find((line) => line.trim() !== '')
      ?.trim() ?? null
  const pieces = heads.map(({ from, author }, index): Piece => {
    const inside = lines.slice(from, heads[index + 1]?.at)
    const likes = inside.map((line) => COUNTS.exec(line)).find((found) => found?.[2]?.startsWith('Like') === true)?.[1]
    return {
      author,
      depth: null,
      score: likes === undefined ? null : Number(likes),
      text: block(inside.filter((line) => !FURNITURE.test(line))),
    }
  })
  return {
    layout: 'copied from Discourse',
    platform: 'discourse',
    title,
    opening: title !== null,
    pieces,
    notices: ['The copy does not show who answers whom.'],
  }
}
