/**
 * Posts written down by hand, or copied from where nobody knows: above each a line with nothing but its writer and its
 * time, in any of the ways people put them ("Ada Lake, 3 May 2026, 09:10", "Ada (2 hours ago):", "Posted by Ada on 3 May",
 * "Ada schrieb am 3.5.2026 um 9:10 Uhr:").
 */
import { dateIn } from '../../text/age.ts'
import { AFTER, CLOCK, DAY, LONG_AGE, NEAR_DAY } from './ages.ts'
import { areButtons, AVATAR, block, inFences, type Layout, looksLikeName, type Piece } from './layout.ts'

const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so)\.?,? `
const WHEN = String.raw`(?:${LONG_AGE}|(?:${WEEKDAY})?(?:${DAY}|${NEAR_DAY})(?:[,;]?[ ]?(?:-|–|at|um|@|à|a las|alle|om)? ?${CLOCK})?(?: ?(?:UTC|GMT|CES?T|[A-Z]{2}T))?)`
const SAID = String.raw`(?:wrote|writes|commented|said|says|posted|replied|answered|asked|schrieb|schreibt|sagte|antwortete|fragte|meinte|a écrit|escribió)`
const ON = String.raw`(?:on|at|am|vom|um|le|el) `
/** Marks between a name and a time, or none. */
const APART = String.raw`(?: ?[,;:|·•–—-]| (?=\())? ?`
/** Neither a name nor a time ends within a word. */
const WHOLE = String.raw`(?![\p{L}\p{M}\d])`

/** Each with the writer as "who" and the time as "when". */
const SHAPES = [
  String.raw`^(?:(?:posted|written|sent|comment|reply|response|answer|geschrieben|beitrag|kommentar|antwort|commentaire|réponse|comentario|respuesta) )?(?:(?:by|from|von|par|por):? )?(?<who>[^\s(\[].{0,58}?)${WHOLE}(?: ${SAID}\b)?${APART}(?:${ON})?[(\[]?(?<when>${WHEN})[)\]]?(?: ${SAID})?:?$`,
  String.raw`^[(\[]?(?<when>${WHEN})${WHOLE}[)\]]?${APART}(?:(?:by|from|von|par|por) )?(?<who>[^\s(\[].{0,58}?)(?: ${SAID})?:?$`,
].map((shape) => new RegExp(shape, 'iu'))
const TIME_FIRST = 1
const SAYS = new RegExp(String.raw`\b${SAID}\b`, 'iu')

/** Every time has one of these in it: looked for first, because most lines have none. */
const TIMED = new RegExp(String.raw`\d|${AFTER}|${NEAR_DAY}|vor |il y a|hace |há `, 'i')

const LONGEST = 120

/** Words that stand where names do above what nobody wrote to anybody: versions, parts, places of time. */
const NO_WRITER =
  /^(?:on|at|am|um|posted|updated?|published|edited|released?|version|v?\d[\d.]*|changes?|date|datum|time|since|from|until|till?|by|after|before|in|vom|seit|bis|ab|stand|nach|vor|day|week|month|year|part|chapter|section|episode|issue|entry|log|tag|woche|monat|teil|kapitel|meeting|minutes|session|sitzung|protokoll|due|deadline|today|yesterday|heute|gestern|\p{L}+day|\p{L}+tag|mittwoch)\b/iu
const HANDLE = /^@?[\p{L}\d_][\p{L}\p{M}\d_.-]{1,29}$/u

interface Head {
  at: number
  author: string
  line: string
  /** Heads of one text are all written in one way; what a post quotes may stand below another. */
  shape: string
}

const isName = (line: string) => (looksLikeName(line) || HANDLE.test(line)) && /\p{L}/u.test(line)

const NUMBER = /^(?:#\d{1,5}[.:)]?|\d{1,4}[.)]) +/

function headIn(line: string, at: number): Head | null {
  if (line.length > LONGEST || !TIMED.test(line) || /^\s*>/.test(line)) return null
  const words = line
    .trim()
    .replace(/\*\*|__/g, '')
    .replace(/^#{1,6} +/, '')
    .replace(/ ?[•·|,] ?-?\d{1,6} (?:points?|likes?|votes?|Punkte|Stimmen)$/i, '')
  for (const [shape, pattern] of SHAPES.entries()) {
    // A number in front counts posts, unless it is the day.
    const author = pattern.exec(shape === TIME_FIRST ? words : words.replace(NUMBER, ''))?.groups?.['who']?.trim()
    if (author === undefined || NO_WRITER.test(author)) continue
    if (isName(author)) return { at, author, line: words, shape: `${shape}${SAYS.test(words)}` }
  }
  return null
}

/** Mails that were answered below each other go back in time; posts go on. */
function goesBack(heads: Head[]): boolean {
  const times = heads.flatMap(({ line }) => {
    const about = dateIn(line)
    return about === null ? [] : [Date.parse(about.at)]
  })
  return times.some((time, index) => time < (times[index - 1] ?? time))
}

/** What Disqus and others set below a post. */
const OF_DISQUS =
  /^\s*(?:[−+–-] ?[−+–-]|(?:\d+ )?(?:[•·] )?(?:Reply|Antworten|Répondre|Responder)(?: [•·] (?:Share|Teilen|Partager|Compartir))?(?: ›)?|Avatar)\s*$/i

const isButton = (line: string) => OF_DISQUS.test(line) || areButtons(line)

/** Where a verb says that somebody wrote, or buttons to answer stand below, it is no list of things with their dates. */
function isToldIn(lines: string[], heads: Head[]): boolean {
  const buttons = lines.filter((line) => isButton(line) && /\p{L}/u.test(line)).length
  return heads.every(({ line }) => SAYS.test(line)) || buttons * 2 >= heads.length
}

/** Some sites set the one who is answered behind the writer: "Ben Ann Lake", "Ben → Ann Lake". `before` holds who spoke before. */
function addressed(said: string, before: ReadonlyMap<string, number>): { author: string; to: string | null } {
  const words = said.split(' ')
  const to = words.map((_, at) => words.slice(at).join(' ')).find((name) => name !== said && before.has(name))
  const author = to === undefined ? said : said.slice(0, -to.length).replace(/[\s→›>↩@:–-]+$/u, '')
  return to === undefined || author === '' ? { author: said, to: null } : { author, to }
}

const TITLE = 150

export const headedPosts: Layout = (text) => {
  const lines = text.split('\n')
  const fenced = inFences(lines)
  const all = lines.flatMap((line, at) => {
    return fenced.has(at) ? [] : (headIn(line, at) ?? [])
  })
  const shape = all[0]?.shape
  const heads = all.filter((head) => head.shape === shape)
  if (heads.length < 2 || new Set(heads.map(({ author }) => author)).size < 2) return null
  // A place beside the time, the name above them.
  if (heads.every(({ at, line }) => line.includes('|') && isName(lines[at - 1]?.trim() ?? ''))) return null
  // "On 3 May Ann wrote:" opens what a mail answers.
  if (heads.some(({ line }) => line.endsWith(':')) && goesBack(heads)) return null
  const above = lines.slice(0, heads[0]?.at).filter((line) => line.trim() !== '' && !AVATAR.test(line))
  const titled = above.length === 1 && (above[0] ?? '').length <= TITLE
  const shift = above.length === 0 || titled ? 0 : 1
  const before = new Map<string, number>()
  const pieces = heads.map(({ at, author: said, line }, index): Piece => {
    const { author, to } = addressed(said.replace(/^@/, ''), before)
    const place = to === null ? undefined : before.get(to)
    before.set(author, index)
    const words = block(lines.slice(at + 1, heads[index + 1]?.at).filter((one) => !AVATAR.test(one) && !isButton(one)))
    const answers = place === undefined ? {} : { answers: { place: place + shift, sure: false } }
    return { author, depth: null, text: words, head: line.replace(said, ' '), ...answers }
  })
  if (pieces.some((piece) => piece.text === '')) return null
  const opening: Piece[] =
    above.length === 0 || titled ? [] : [{ author: null, depth: null, text: block(lines.slice(0, heads[0]?.at)) }]
  return {
    layout: 'posts below their writers and times',
    platform: 'pasted',
    ...(isToldIn(lines, heads) ? {} : { byForm: 'times' as const }),
    title: titled ? (above[0] ?? '').replace(/^#+ +/, '').trim() : null,
    opening: false,
    pieces: [...opening, ...pieces],
    notices: ['The copy does not show who answers whom.'],
  }
}
