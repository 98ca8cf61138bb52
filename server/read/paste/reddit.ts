/** Reddit pages, selected and copied: old ("[–]name 12 points 3 hours ago"), 2018 to 2023 ("level 2"), and today's. */
import { block, type Layout, type Piece } from './layout.ts'

const AGO = String.raw`(?:just now|\d+ ?(?:s|m|h|d|w|mo|y|sec|min|hr|day|wk|yr|second|minute|hour|week|month|year)s?\.?(?: ago)?)`
const OLD = new RegExp(
  String.raw`^\s*\[(?:–|-|\+)\]\s*([\w-]{2,30}|\[deleted\])((?:\s?\[[\w,\s]+\])*)\s+(?:(-?[\d.,]+k?) points?|score hidden|\[score hidden\])?.*?${AGO}`,
  'i',
)
const LEVEL = /^\s*level (\d+)\s*$/i
const TODAY_AGE = new RegExp(String.raw`^\s*(?:•|·)?\s*${AGO}\s*$`, 'i')
const NAME = /^\s*(?:u\/)?([\w-]{2,30}|\[deleted\])\s*$/
const FURNITURE =
  /^\s*(?:permalink|embed|save|unsave|parent|report|give (?:award|gold)|reply|replies|share|report ?save|save ?follow|upvote|downvote|award|follow|vote|(?:u\/)?[\w-]+ avatar|profile badge.*|op|mod|·|•|more replies|continue this thread.*|load more comments.*|\d+ more repl(?:y|ies)|\[[–+-]\])\s*$|^\s*(?:Reply ?Share|ReplyGive AwardShare).*$/i

/** The buttons below a comment of old Reddit; browsers copy them with blanks between them or without. */
const BUTTONS =
  /^\s*(?:permalink|full comments \(\d+\)|context|(?:(?:permalink|embed|unsave|save|parent|report|give ?award|give ?gold|hide|share|reply)\s*){2,})\s*$/i
const EDITED = new RegExp(String.raw`^\s*(?:edited|last edited) ${AGO}\s*$`, 'i')

function score(said: string | undefined): number | null {
  if (said === undefined) return null
  const value = Number.parseFloat(said.replaceAll(',', '')) * (/k$/i.test(said) ? 1000 : 1)
  return Number.isFinite(value) ? value : null
}

function words(lines: string[]): string {
  return block(lines.filter((line) => ![FURNITURE, BUTTONS, EDITED].some((kind) => kind.test(line))))
}

const split = (pieces: Piece[], title: string | null, opening: boolean) => ({
  layout: 'copied from Reddit',
  platform: 'reddit',
  title,
  opening,
  pieces,
  notices: pieces.every((piece) => piece.depth === null) ? ['The copy does not show who answers whom.'] : [],
})

const SUBMITTED = /^\s*submitted (?:just now|[\d\w ,]+ ago|\d.*?)(?: \*| \(last edited.*\))? by ([\w-]+)/i

/** On old Reddit the story stands above: its title (with the domain in brackets), then "submitted … by name". */
export const oldRedditCopy: Layout = (text) => {
  const lines = text.split('\n')
  const heads = lines.flatMap((line, index) => (OLD.test(line) ? [index] : []))
  if (heads.length === 0) return null
  const pieces: Piece[] = []
  const submitted = lines.findIndex((line, index) => index < (heads[0] as number) && SUBMITTED.test(line))
  const title =
    submitted < 1
      ? null
      : (lines.slice(0, submitted).findLast((line) => line.trim() !== '') ?? '').replace(/\s*\([\w.]+\)\s*$/, '').trim()
  if (submitted > 0) {
    const end = lines.findIndex((line, index) => index > submitted && /^\s*(?:all )?\d+ comments?\b/i.test(line))
    const author = SUBMITTED.exec(lines[submitted] as string)?.[1] ?? null
    pieces.push({
      author,
      depth: null,
      kind: 'opening',
      text: words(lines.slice(submitted + 1, end < 0 || end > (heads[0] as number) ? heads[0] : end)),
    })
  }
  heads.forEach((at, index) => {
    const found = OLD.exec(lines[at] as string)
    pieces.push({
      author: found?.[1] ?? null,
      score: score(found?.[3]),
      depth: null,
      text: words(lines.slice(at + 1, heads[index + 1])),
    })
  })
  return split(pieces, title, submitted > 0)
}

/** From 2018 to 2023 every comment began with its level, its writer and its age on lines of their own. */
export const levelRedditCopy: Layout = (text) => {
  const lines = text.split('\n')
  const heads = lines.flatMap((line, index) => (LEVEL.test(line) ? [index] : []))
  if (heads.length === 0) return null
  const pieces = heads.map((at, index): Piece => {
    const inside = lines.slice(at + 1, heads[index + 1])
    const nameAt = inside.findIndex((line) => NAME.test(line) && !FURNITURE.test(line))
    const ageAt = inside.findIndex(
      (line, place) => place > nameAt && new RegExp(AGO, 'i').test(line) && line.length < 60,
    )
    const body = inside.slice(Math.max(nameAt, ageAt, -1) + 1)
    const scoreAt = body.findLastIndex((line) => /^\s*-?[\d.]+k?\s*$/.test(line))
    return {
      author: nameAt < 0 ? null : (NAME.exec(inside[nameAt] as string)?.[1] ?? null),
      depth: Number(LEVEL.exec(lines[at] as string)?.[1] ?? 1) - 1,
      score: scoreAt < 0 ? null : score((body[scoreAt] as string).trim()),
      text: words(scoreAt < 0 ? body : body.filter((_, place) => place !== scoreAt)),
    }
  })
  return split(pieces, null, false)
}

/** Today: "u/name avatar", the name, "•", "3h ago", the words, then "Upvote", a number, "Downvote", "Reply", "Share". */
export const todayRedditCopy: Layout = (text) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const heads: { at: number; from: number; author: string }[] = []
  lines.forEach((line, index) => {
    const dot = /^\s*[•·]\s*$/.test(lines[index + 1] ?? '')
    const ageAt = index + (dot ? 2 : 1)
    const op = /^\s*OP\s*$/.test(lines[index + 1] ?? '') ? 1 : 0
    const name = NAME.exec(line)?.[1]
    const age = lines[ageAt + op + (op === 1 && /^\s*[•·]\s*$/.test(lines[index + 2] ?? '') ? 1 : 0)] ?? ''
    if (name !== undefined && !FURNITURE.test(line) && TODAY_AGE.test(age)) {
      heads.push({ at: index, from: lines.indexOf(age, index) + 1, author: name })
    }
  })
  if (heads.length === 0 || !lines.some((line) => /^\s*(?:upvote|reply)\s*$/i.test(line))) return null
  const pieces = heads.map(({ from, author }, index): Piece => {
    const inside = lines.slice(from, heads[index + 1]?.at)
    const vote = inside.findIndex((line) => /^\s*upvote\s*$/i.test(line))
    const body = vote < 0 ? inside : inside.slice(0, vote)
    return {
      author,
      depth: null,
      score: vote < 0 ? null : score(/^\s*-?[\d.]+k?\s*$/i.exec(inside[vote + 1] ?? '')?.[0]?.trim()),
      text: words(body).replaceAll('\n', '\n\n'),
    }
  })
  return split(pieces, null, false)
}
