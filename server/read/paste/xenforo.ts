/** A thread copied from XenForo: the writer's name, title and figures, then the day and "#2", then the words. */
import { isAge } from './ages.ts'
import { block, type Layout, type Piece } from './layout.ts'

const NUMBER = /^\s*#(\d{1,3}(?:[.,]?\d{3})?)\s*$/
/** Between the day and the number. */
const BETWEEN =
  /^\s*(?:New|Neu|Add bookmark|Lesezeichen(?: hinzufügen)?|Share|Teilen|Thread starter|Themenstarter)?\s*$/i
/** Figures of a profile: the name of the figure, and the figure behind it or on the next line. */
const FIGURE =
  /^\s*(Joined|Messages|Reaction score|Points|Trophy points|Solutions|Location|Age|Website|Media|Resources|Mitglied seit|Registriert|Beiträge|Reaktionspunkte|Punkte|Ort|Alter|Lösungen|Inscrit|Messages|Score réaction|Desde|Mensajes|Puntuación):?(?:[ \t]+(\S.{0,60}))?\s*$/i
const FURNITURE =
  /^\s*(?:Like|Reply|Quote|\+ ?Quote|Report|React|Thanks|Share|Click to expand\.{3}|Gefällt mir|Zitieren|Antworten|Melden|Zum Vergrößern anklicken\.{2,4}|Werbung:|Advertisement|Reactions:.{0,160}|Reaktionen:.{0,160}|Upvote|Downvote|\d* ?Upvote \d* ?Downvote)\s*$/i
const EDITED = /^\s*(?:Last edited:?|Zuletzt bearbeitet:?)(?: .{1,60})?\s*$/i
const QUOTED = /^\s*(\S.{0,58}?) (?:said|hat gesagt|schrieb|a dit|dijo|wrote)\.?:\s*$/i
const EXPAND =
  /^\s*(?:Click to expand|Zum Vergrößern anklicken|Cliquez pour agrandir|Haz clic para expandir)[.…]{0,4}\s*$/i
const STARTER = /^\s*(?:Thread starter|Themenstarter|Thema erstellt von)\b.{0,80}$/i
/** What stands below the last post of a page. */
const PAGE_END =
  /^\s*(?:You must log in or register to reply here\.?|Not open for further replies\.?|Du musst dich (?:einloggen|anmelden) oder registrieren.{0,60}|Similar threads|Ähnliche Themen|Share:|Teilen:|Antwort erstellen|Write your reply\.*|Post reply)\s*$/i
/** Lines of a profile at most. */
const PROFILE = 24

interface Head {
  /** First line of the profile, or the day where no profile is sure. */
  at: number
  from: number
  number: number
  /** Lines above the figures: an avatar's letter, the name, titles. */
  names: string[]
  /** The line that tells the day. */
  day: string
}

/** The profile ends at `day` and begins behind a blank line or a button. */
function profileAbove(lines: string[], day: number, after: number): { at: number; names: string[] } {
  let at = day
  const least = Math.max(after, day - PROFILE)
  while (at > least && (lines[at - 1] ?? '').trim() !== '' && !FURNITURE.test(lines[at - 1] ?? '')) at--
  const names: string[] = []
  let place = at
  while (place < day && FIGURE.exec(lines[place] ?? '') === null) names.push((lines[place++] ?? '').trim())
  // On narrow pages a letter stands for the picture of the writer.
  if (names.length > 1 && /^.$/u.test(names[0] ?? '')) names.shift()
  const whole = at === 0 || at > least || (lines[at - 1] ?? '').trim() === ''
  return whole && names.every((name) => name.length <= 50) ? { at, names } : { at: day, names: [] }
}

/** None where the numbers do not rise. */
function headsIn(lines: string[]): Head[] {
  const heads: Head[] = []
  for (const [at, line] of lines.entries()) {
    const number = NUMBER.exec(line)?.[1]
    if (number === undefined) continue
    let day = at - 1
    while (day > at - 4 && BETWEEN.test(lines[day] ?? 'x')) day--
    if (!isAge(lines[day] ?? '')) continue
    const count = Number(number.replace(/\D/g, ''))
    if (count <= (heads.at(-1)?.number ?? 0)) return []
    heads.push({
      ...profileAbove(lines, day, heads.at(-1)?.from ?? 0),
      from: at + 1,
      number: count,
      day: lines[day] ?? '',
    })
  }
  return heads
}

/** The name of a head is sure with a title or nothing below it, or where it heads other posts, too. */
function authorOf({ names }: Head, all: Map<string, number>): string | null {
  const [name = ''] = names
  if (name === '' || /[.!?…:;,]$/.test(name)) return null
  return names.length <= 2 || (all.get(name) ?? 0) > 1 ? name : null
}

/** Quotes of other posts reach from "Ada said:" to "Click to expand..." and get ">" before their lines. */
function withQuotes(lines: string[]): string[] {
  const marked = [...lines]
  let open = -1
  for (const [at, line] of lines.entries()) {
    if (QUOTED.test(line)) open = at
    else if (open >= 0 && EXPAND.test(line)) {
      for (let inside = open + 1; inside < at; inside++) marked[inside] = `> ${lines[inside] ?? ''}`
      marked[open] = ''
      marked[at] = ''
      open = -1
    }
  }
  return marked
}

/** Needs two heads whose numbers rise. */
export const xenForoCopy: Layout = (text) => {
  const lines = text.split('\n')
  const heads = headsIn(lines)
  const [first] = heads
  if (first === undefined || heads.length < 2) return null
  const counts = new Map<string, number>()
  for (const { names } of heads) counts.set(names[0] ?? '', (counts.get(names[0] ?? '') ?? 0) + 1)
  const starter = lines.slice(0, first.at).findIndex((line) => STARTER.test(line))
  const title = lines
    .slice(0, Math.max(starter, 0))
    .findLast((line) => line.trim() !== '')
    ?.trim()
  const opening = first.number === 1 && title !== undefined
  const last = new Map<string, number>()
  const pieces = heads.map((head, place): Piece => {
    const below = lines.slice(head.from, heads[place + 1]?.at)
    const end = place + 1 < heads.length ? -1 : below.findIndex((line) => PAGE_END.test(line))
    const inside = end < 0 ? below : below.slice(0, end)
    const author = authorOf(head, counts)
    const quoted = inside.map((line) => QUOTED.exec(line)?.[1]).find((name) => name !== undefined && last.has(name))
    const answered = quoted === undefined ? undefined : last.get(quoted)
    if (author !== null) last.set(author, place)
    const said = withQuotes(inside).filter((line) => !FURNITURE.test(line) && !EDITED.test(line))
    return {
      author,
      depth: null,
      head: head.day,
      // Lines that may be a name or words stay, but are nobody's.
      text: block(author === null ? [...head.names, ...said] : said),
      state: inside.some((line) => EDITED.test(line)) ? 'edited' : 'ok',
      ...(answered === undefined ? {} : { answers: { place: answered, sure: false } }),
    }
  })
  return {
    layout: 'copied from a XenForo forum',
    platform: 'xenforo',
    title: opening ? title : null,
    opening,
    pieces,
    notices: ['Of answers the copy shows only those that quote somebody.'],
  }
}
