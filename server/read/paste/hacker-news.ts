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
      head: lines[story] as string,
      depth: null,
      text: words(lines.slice(story + 1, heads[0])),
      kind: 'opening',
    })
  }
  const first = pieces.length
  const answers = answersOf(
    heads.map((at) => navigation(lines[at] as string)),
    first,
    story > 0,
  )
  heads.forEach((at, index) => {
    const answered = answers[index]
    pieces.push({
      author: HEAD.exec(lines[at] as string)?.[1] ?? null,
      head: lines[at] as string,
      depth: null,
      text: words(lines.slice(at + 1, heads[index + 1])),
      ...(answered === undefined || answered === null ? {} : { answers: answered }),
    })
  })
  const guessed = answers.filter((answer) => answer?.sure === false).length
  return {
    layout: 'copied from Hacker News',
    platform: 'hackernews',
    title,
    opening: story > 0,
    pieces,
    expected,
    notices:
      guessed > 0
        ? [
            guessed === 1
              ? 'The copy does not say whom one comment below the second level answers: that was told from its place.'
              : `The copy does not say whom ${guessed} comments below the second level answer: that was told from their order.`,
          ]
        : [],
  }
}

interface Navigation {
  depth: 0 | 1 | 2
  /** Whether a comment of the same level, with the same parent, stands before it. */
  follows: boolean
}

/** "root" stands beside comments two and more levels down, "parent" beside all answers, "prev" beside all but the first. */
function navigation(head: string): Navigation {
  const links = head.split('|').map((link) => link.replace(/\[.*$/, '').trim())
  const depth = links.includes('root') ? 2 : links.includes('parent') ? 1 : 0
  return { depth, follows: links.some((link) => link.startsWith('prev')) }
}

/**
 * A comment without "prev" is the first answer to the one right before it; one with "prev" stands beside a comment that is
 * still open above it. Two levels down several may be: then the last of them is a guess.
 */
function answersOf(navigations: Navigation[], first: number, hasStory: boolean): Piece['answers'][] {
  const path: { place: number; parent: number | null }[] = []
  return navigations.map(({ depth, follows }, index) => {
    const place = first + index
    const story = hasStory ? 0 : null
    let sure = true
    if (depth === 0) path.length = 0
    else if (depth === 1) path.length = Math.min(path.length, 1)
    else if (follows) {
      sure = path.length <= 3
      path.length = Math.max(Math.min(path.length, 2), path.length - 1)
    }
    const parent = path.at(-1)?.place ?? story
    path.push({ place, parent })
    return parent === null ? undefined : { place: parent, sure }
  })
}

function words(lines: string[]): string {
  return block(lines.filter((line) => !FURNITURE.test(line)))
}
