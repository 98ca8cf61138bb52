/**
 * Posts with their writer on one line and their time on the next, as most sites and offices set them ("Ann Lake", "3 May
 * 2026", words, "Reply"). A place, a role or the one who is answered may
 * stand between the two.
 */
import { dateIn } from '../../text/age.ts'
import { CLOCK, DAY, isAge } from './ages.ts'
import { areButtons, AVATAR, block, type Layout, looksLikeName, type Piece } from './layout.ts'

/** "#4.1 — ", as newspapers number answers to the fourth comment. */
const NUMBERED = /^#(\d{1,5}(?:\.\d{1,4}){0,6})(?:\s*[—–·•|-]\s*|\s+)(?=\S)/
const CLOCK_FIRST = new RegExp(String.raw`^${CLOCK},? (?:on |am |le |el )?${DAY}$`, 'i')
const DATED = new RegExp(
  String.raw`^(?:[\p{L}]{2,12}[.,]{1,2} )?${DAY}(?:,? ?(?:-|–|·|at|um|à|a las|alle|om)? ?${CLOCK})?$`,
  'iu',
)
const SAYS = /\s(?:says|said|wrote|writes|schreibt|schrieb|sagt|sagte|dit|a écrit|dice|dijo)\s?:$/i
/** What sites set around posts; never somebody's name. */
const FURNITURE = /^(?:Edit|Resolve|Upvote|Downvote|Permalink|Link|Top|[•·|−+–-]|[−+–-] [−+–-]|#?\d{1,6})$/i
const isFurniture = (line: string) => FURNITURE.test(line) || areButtons(line)
/** Some newspapers set where a writer lives before the time. */
const PLACE = /^\p{L}[\p{L}\p{M} .,'’-]{0,40} \| (?=\S)/u
const HANDLE = /^@?[\p{L}\d_][\p{L}\p{M}\d_.-]{2,29}$/u
/** Above a date these are headings: of versions, minutes, parts. */
const NO_WRITER =
  /^(?:v?\d[\d.]*|version|release|chapter|part|section|episode|issue|entry|day|week|month|update|news|home|archive|published|posted|updated|abstract|summary|agenda|minutes|meeting|invoice|order|total|due|date|kapitel|teil|woche|monat|protokoll|sitzung|rechnung)\b/iu
/** Lines from the name to the time. */
const TALLEST = 3

interface Head {
  at: number
  from: number
  author: string
  /** The lines between the name and the time. */
  between: string[]
  time: string
  number: string | null
}

function timeIn(line: string): { time: string; number: string | null } | null {
  if (line.length > 70) return null
  const number = NUMBERED.exec(line)?.[1] ?? null
  const time = line
    .replace(NUMBERED, '')
    .replace(PLACE, '')
    .replace(/\s*\(?(?:edited|bearbeitet|modifié|editado)\)?$/i, '')
    .replace(/^[•·]\s*/, '')
  return isAge(time) || CLOCK_FIRST.test(time) || DATED.test(time) ? { time, number } : null
}

const isName = (line: string) =>
  (looksLikeName(line) || HANDLE.test(line)) && /\p{L}/u.test(line) && !NO_WRITER.test(line)

/** What readers of newspapers call themselves: up to three words in small letters, which are names only where buttons are. */
const isHandles = (line: string) =>
  /^[\p{L}\d][\p{L}\p{M}\d_.'’-]{0,29}(?: [\p{L}\d][\p{L}\p{M}\d_.'’-]{0,29}){0,2}$/u.test(line) &&
  !NO_WRITER.test(line)

/** Where a block begins: at the top, below an empty line, below buttons. */
const opens = (lines: string[], at: number) => /^$/.test(lines[at - 1] ?? '') || isFurniture(lines[at - 1] ?? '')

function headAt(lines: string[], at: number): Head | null {
  const found = timeIn(lines[at] ?? '')
  if (found === null) return null
  const tops = Array.from({ length: TALLEST }, (_, up) => at - 1 - up).filter((top) => top >= 0)
  const above = (top: number) => lines.slice(top, at)
  const short = tops.filter((top) => above(top).every((line) => line !== '' && line.length <= 60 && !isFurniture(line)))
  const top = short.findLast((one) => opens(lines, one)) ?? short[0]
  const name = (lines[top ?? at] ?? '').replace(SAYS, '')
  const bare = found.number === null && top === at - 1 && opens(lines, top) && isHandles(name)
  if (top === undefined || !(isName(name) || bare) || timeIn(name) !== null) return null
  return { at: top, from: at + 1, author: name.replace(/^@/, ''), between: lines.slice(top + 1, at), ...found }
}

/** Places of the posts so far, by the number and by the name above them. */
interface Before {
  numbers: Map<string, number>
  names: Map<string, number>
}

/** The post a head names: by number, or by the one whose name stands between. */
function answered({ number, between }: Head, { numbers, names }: Before): Piece['answers'] {
  const numbered = number?.includes('.') === true ? numbers.get(number.replace(/\.\d+$/, '')) : undefined
  if (numbered !== undefined) return { place: numbered, sure: true }
  const place = between.map((line) => names.get(line.replace(/^@/, ''))).find((one) => one !== undefined)
  return place === undefined ? undefined : { place, sure: false }
}

/** What is set below what somebody wrote, and hardly below news or dates. */
const ANSWER =
  /^(?:\d+ )?(?:Repl(?:y|ies)|Antwort(?:en)?|Répon(?:dre|ses?)|Respon(?:der|uestas?)|Recommend(?:ed|s)?|Empfehlen|Recommander|Recomendar|Upvote|Quote|Zitieren|Gefällt mir|J[’']aime|Me gusta|Report|Melden|Signaler|Flag)(?!\p{L})/iu

function hasButtons(inside: string[][]): boolean {
  const some = inside.filter((lines) => lines.some((line) => isFurniture(line) && ANSWER.test(line)))
  return some.length * 2 >= inside.length
}

/** Dated headings look alike: somebody comes again, is answered by name, or the buttons of a site stand below. */
function isDiscussion(heads: Head[], inside: string[][]): boolean {
  const names = new Set(heads.map(({ author }) => author))
  const buttons = inside.filter((lines) => lines.some((line) => isFurniture(line) && /\p{L}/u.test(line))).length
  const spokenTo = inside.some((lines) =>
    lines.some((line) => {
      const words = line.startsWith('@') ? line.slice(1).split(' ', 4) : []
      return words.some((_, at) => names.has(words.slice(0, at + 1).join(' ')))
    }),
  )
  return names.size < heads.length || buttons * 2 >= heads.length || spokenTo
}

export const stackedPosts: Layout = (text) => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !AVATAR.test(line))
  const heads = lines.flatMap((_, at) => headAt(lines, at) ?? [])
  if (heads.length < 2 || new Set(heads.map(({ author }) => author)).size < 2) return null
  if (heads.some(({ at }, index) => at < (heads[index - 1]?.from ?? 0))) return null
  const inside = heads.map(({ from }, index) => lines.slice(from, heads[index + 1]?.at))
  if (!isDiscussion(heads, inside)) return null
  if (heads.some(({ author }) => !isName(author)) && !hasButtons(inside)) return null
  const before: Before = { numbers: new Map(), names: new Map() }
  const pieces = heads.map((head, index): Piece => {
    const answers = answered(head, before)
    before.names.set(head.author, index)
    if (head.number !== null) before.numbers.set(head.number, index)
    return {
      author: head.author,
      depth: null,
      text: block((inside[index] ?? []).filter((line) => !isFurniture(line))),
      head: dateIn(head.time) === null ? head.time : head.time.replace(/[—–|·•]/g, ' '),
      ...(answers === undefined ? {} : { answers }),
    }
  })
  if (pieces.some((piece) => piece.text === '')) return null
  const isTold = hasButtons(inside) || pieces.some(({ answers }) => answers?.sure === true)
  const above = block(lines.slice(0, heads[0]?.at).filter((line) => !isFurniture(line)))
  const moved = (piece: Piece): Piece =>
    piece.answers === undefined || above === ''
      ? piece
      : { ...piece, answers: { ...piece.answers, place: piece.answers.place + 1 } }
  return {
    layout: 'posts below their writers and times',
    platform: 'pasted',
    ...(isTold ? {} : { byForm: 'times' as const }),
    title: null,
    opening: false,
    pieces: above === '' ? pieces : [{ author: null, depth: null, text: above }, ...pieces.map(moved)],
    notices: [
      pieces.some(({ answers }) => answers !== undefined)
        ? 'Of answers the copy shows only those it names.'
        : 'The copy does not show who answers whom.',
    ],
  }
}
