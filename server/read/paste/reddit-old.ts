/** Old Reddit, selected and copied: "[–]name 12 points 3 hours ago (2 children)", the words, "permalink embed save parent report reply". */
import { block, type Layout, type Piece } from './layout.ts'
import { AGO, folded, foldedBy, score, split, words } from './reddit.ts'

const HEAD = new RegExp(
  String.raw`^\s*\[(–|-|\+)\]\s*([\w-]{2,30}|\[deleted\])((?:\s?\[[\w,\s]+\])*)\s+(?:comment score below threshold\s*)?(?:(-?[\d.,]+k?) points?|score hidden|\[score hidden\])?.*?${AGO}`,
  'i',
)
/** How many comments stand below this one, at all depths (Reddit's own source counts them so). */
const BELOW = /\((\d+) child(?:ren)?\)\s*$/i
const SUBMITTED = /^\s*submitted (?:just now|[\d\w ,]+ ago|\d.*?)(?: \*| \(last edited.*\))? by ([\w-]+)/i
/** Comments on the post itself have no button that leads to their parent. */
const BUTTONS =
  /^\s*(?:permalink)\b.*\breply\s*$|^\s*permalink\s*(?:embed|save|source|report|parent|give ?award|hide|share|reply)+\s*$/i

interface Comment {
  below: number | null
  /** Whether its buttons say that it answers the post itself, or another comment; null where they were not copied. */
  top: boolean | null
  /** Comments that stand folded behind it, before the next one. */
  folded: (number | null)[]
}

/**
 * Parents from the number of comments below each one: they follow it, those that are folded counted. Each top comment is
 * reckoned alone, and what it says is sure where the numbers come out even. Null without numbers.
 */
function parentsOf(comments: Comment[], opening: number | null): (Piece['answers'] | undefined)[] | null {
  if (comments.every(({ below }) => below === null)) return null
  const first = opening === null ? 0 : 1
  const found: (Piece['answers'] | undefined)[] = []
  let open: { place: number; left: number }[] = []
  let branch = 0
  const even = new Map<number, boolean>()
  for (const [index, { below, top, folded: hidden }] of comments.entries()) {
    while (open.length > 0 && (open.at(-1)?.left ?? 0) <= 0) open.pop()
    if (top === true || open.length === 0) {
      if (open.length > 0) even.set(branch, false)
      branch = index
      even.set(branch, top !== false)
      open = []
    }
    const parent = open.at(-1)
    for (const above of open) above.left -= 1
    const place = first + index
    found.push(
      parent === undefined
        ? opening === null
          ? undefined
          : { place: opening, sure: top !== false }
        : { place: parent.place, sure: true },
    )
    if (parent !== undefined && (below ?? 0) > parent.left) even.set(branch, false)
    open.push({ place, left: below ?? 0 })
    for (const count of hidden) {
      while (open.length > 0 && (open.at(-1)?.left ?? 0) <= 0) open.pop()
      const last = open.at(-1)
      const gone = count ?? last?.left ?? 0
      if (last !== undefined && gone > last.left) even.set(branch, false)
      for (const above of open) above.left -= gone
    }
  }
  if (open.some(({ left }) => left > 0)) even.set(branch, false)
  let at = 0
  return found.map((answers, index) => {
    if (even.has(index)) at = index
    return answers === undefined || even.get(at) === true || answers.place === opening
      ? answers
      : { ...answers, sure: false }
  })
}

/** On old Reddit the story stands above: its title (with the domain in brackets), then "submitted … by name". */
export const oldRedditCopy: Layout = (text) => {
  const lines = text.split('\n')
  const heads = lines.flatMap((line, index) => (HEAD.test(line) ? [index] : []))
  const [firstHead] = heads
  if (firstHead === undefined) return null
  const pieces: Piece[] = []
  const submitted = lines.findIndex((line, index) => index < firstHead && SUBMITTED.test(line))
  const title =
    submitted < 1
      ? null
      : (lines.slice(0, submitted).findLast((line) => line.trim() !== '') ?? '').replace(/\s*\([\w.]+\)\s*$/, '').trim()
  if (submitted > 0) {
    const end = lines.findIndex((line, index) => index > submitted && /^\s*(?:all )?\d+ comments?\b/i.test(line))
    pieces.push({
      author: SUBMITTED.exec(lines[submitted] as string)?.[1] ?? null,
      head: lines[submitted] as string,
      depth: null,
      kind: 'opening',
      text: words(lines.slice(submitted + 1, end < 0 || end > firstHead ? firstHead : end)),
    })
  }
  const parts = heads.map((at, index) => ({ head: lines[at] as string, inside: lines.slice(at + 1, heads[index + 1]) }))
  const comments = parts.map(({ head, inside }): Comment => {
    const buttons = inside.find((line) => BUTTONS.test(line))
    const below = BELOW.exec(head)?.[1]
    return {
      below: below === undefined ? null : Number(below),
      top: buttons === undefined ? null : !/parent/i.test(buttons),
      folded: [
        ...(HEAD.exec(head)?.[1] === '+' && below !== undefined ? [Number(below)] : []),
        ...inside.flatMap((line) => foldedBy(line) ?? (foldedBy(line) === null ? [null] : [])),
      ],
    }
  })
  const answers = parentsOf(comments, submitted > 0 ? 0 : null)
  parts.forEach(({ head, inside }, index) => {
    const found = HEAD.exec(head)
    const said = words(inside)
    const to = answers?.[index]
    pieces.push({
      author: found?.[2] ?? null,
      head,
      score: score(found?.[4]),
      depth: null,
      text: said,
      ...(said === '' && found?.[1] === '+' ? { state: 'hidden' as const } : {}),
      ...(to === undefined ? {} : { answers: to }),
    })
  })
  const collapsed = comments.flatMap(({ below }, index) =>
    HEAD.exec(parts[index]?.head ?? '')?.[1] === '+' && below !== null
      ? [{ why: 'comments below one that was folded', count: below }]
      : [],
  )
  const announced = lines
    .slice(0, firstHead)
    .map((line) => /^\s*(\d+) comments?\b/i.exec(line)?.[1])
    .find((one) => one !== undefined)
  return split(
    pieces,
    title === null || block([title]) === '' ? null : title,
    submitted > 0,
    [...folded(lines), ...collapsed],
    announced === undefined || submitted < 1 ? undefined : Number(announced) + 1,
  )
}
