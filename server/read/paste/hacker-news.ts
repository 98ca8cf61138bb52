/** A Hacker News page, selected and copied: "name 3 hours ago | parent | next [–]" above every comment. */
import { block, type Layout, type Piece } from './layout.ts'

const AGO = String.raw`(?:on \w+ \d+, \d{4}|\d+ (?:second|minute|hour|day|month|year)s? ago)`
const HEAD = new RegExp(
  String.raw`^\s*([\w-]{1,20}) ${AGO}(?:\s*\[(?:dead|flagged)\])?\s*\|.*(?:\[(?:–|-|\d+ more)\]|favorite|parent|next|prev|root|on:|reply|flag)`,
)
const STORY = new RegExp(String.raw`^\s*(\d+) points? by ([\w-]+) ${AGO}`)
const FURNITURE = /^\s*(?:reply|help|add comment|Guidelines \| FAQ.*|Search:.*|More|[▲△])\s*$/

export const hackerNewsCopy: Layout = (text) => {
  const lines = text.split('\n')
  const heads = lines.flatMap((line, index) => (HEAD.test(line) ? [index] : []))
  if (heads.length === 0) return null
  const pieces: Piece[] = []
  const story = lines.findIndex((line, index) => index < (heads[0] as number) && STORY.test(line))
  let title: string | null = null
  let expected: number | null = null
  if (story > 0) {
    title = (lines.slice(0, story).findLast((line) => line.trim() !== '') ?? '')
      .replace(/\s*\([\w.-]+\.\w+(?:\/[\w-]+)?\)\s*$/, '')
      .trim()
    const [, score, author] = STORY.exec(lines[story] as string) ?? []
    const announced = /(\d+)\s+comments?/.exec(lines[story] as string)?.[1]
    expected = announced === undefined ? null : Number(announced) + 1
    pieces.push({
      author: author ?? null,
      score: Number(score),
      depth: null,
      text: words(lines.slice(story + 1, heads[0])),
      kind: 'opening',
    })
  }
  heads.forEach((at, index) => {
    pieces.push({
      author: HEAD.exec(lines[at] as string)?.[1] ?? null,
      depth: null,
      text: words(lines.slice(at + 1, heads[index + 1])),
    })
  })
  return {
    layout: 'copied from Hacker News',
    platform: 'hackernews',
    title,
    opening: story > 0,
    pieces,
    expected,
    notices: ['The copy does not show who answers whom.'],
  }
}

function words(lines: string[]): string {
  return block(lines.filter((line) => !FURNITURE.test(line)))
}
