/** A topic copied from phpBB: above each post "Post by Ada » Mon May 04, 2026 9:12 pm", below it "Top" and the next writer's profile. */
import { CLOCK } from './ages.ts'
import { block, type Layout, type Piece } from './layout.ts'

const HEAD =
  /^\s*(?:(?:Unread )?post ?|Ungelesener Beitrag ?|Beitrag ?|Message ?(?:non lu )?|Mensaje ?)?(?:by|von|par|por|di|da|door) (\S[^»\n]{0,60}?) » (\S.{4,50})$/i
const DATED = new RegExp(String.raw`^(?=.*\d{4}|\D+,? ${CLOCK}$).*${CLOCK}\s*$`, 'i')
const TOP = /^\s*(?:Top|Nach oben|Haut|Arriba|In alto|Omhoog|Back to top)\s*$/i
const PROFILE =
  /^\s*(?:Posts|Joined|Location|Contact|Beiträge|Registriert|Wohnort|Kontaktdaten|Messages|Inscription|Mensajes|Registrado|Ubicación|Has thanked|Been thanked|Danksagung erhalten|Hat sich bedankt)\s*:.{0,80}$/i
const FURNITURE =
  /^\s*(?:Quote|Zitat|Zitieren|Mit Zitat antworten|Reply with quote|Citer|Citar|Report(?: this post)?|User avatar|Benutzeravatar|Contact .{1,60}|Kontaktdaten von .{1,60}|Website|Online|Offline)\s*$/i
const EDITED =
  /^\s*(?:Last edited by .{1,60}|Zuletzt geändert von .{1,60}), edited \d.*|^\s*(?:Last edited by|Zuletzt geändert von) .{1,140}$/i
const QUOTED = /^\s*(\S.{0,58}?) (?:wrote|hat geschrieben|schrieb|a écrit|escribió):\s*(?:↑.{0,50})?$/i
/** Lines of a profile above a post at most. */
const PROFILE_LINES = 14

interface Head {
  at: number
  author: string
}

function headAt(line: string, at: number): Head[] {
  const found = line.length < 160 && line.includes('»') ? HEAD.exec(line) : null
  const [, author, when] = found ?? []
  return author === undefined || when === undefined || !DATED.test(when.trim()) ? [] : [{ at, author: author.trim() }]
}

/** The line above the head, behind buttons: the subject of the post. */
function subjectAbove(lines: string[], at: number): string {
  let above = at - 1
  while (above >= 0 && above > at - 5 && ((lines[above] ?? '').trim() === '' || FURNITURE.test(lines[above] ?? '')))
    above--
  return (lines[above] ?? '').trim()
}

/** Where the words end that begin at `from`: at "Top", or where the profile of the next writer begins. */
function endOf(lines: string[], from: number, next: Head | undefined, title: string | null): number {
  const limit = next?.at ?? lines.length
  let top = -1
  for (let at = from; at < limit; at++) if (TOP.test(lines[at] ?? '')) top = at
  if (top >= 0) return top
  if (next === undefined) return limit
  for (let at = Math.max(from, limit - PROFILE_LINES); at < limit; at++) {
    const named = (lines[at] ?? '').trim() === next.author
    if (named && lines.slice(at, limit).some((line) => PROFILE.test(line))) return at
  }
  let end = limit
  const bare = (line: string) => line.trim() === '' || FURNITURE.test(line) || PROFILE.test(line)
  while (end > from && bare(lines[end - 1] ?? '')) end--
  return title !== null && (lines[end - 1] ?? '').trim().replace(/^Re: /i, '') === title ? end - 1 : end
}

export const phpBbCopy: Layout = (text) => {
  if (!text.includes(' » ')) return null
  const lines = text.split('\n')
  const heads = lines.flatMap(headAt)
  if (heads.length < 2) return null
  const subjects = heads.map(({ at }) => subjectAbove(lines, at))
  const title =
    subjects.map((subject) => /^Re: (\S.{0,200})$/i.exec(subject)?.[1]).find((one) => one !== undefined) ?? null
  const opening = title !== null && subjects[0] === title
  const last = new Map<string, number>()
  const pieces = heads.map(({ at, author }, place): Piece => {
    const inside = lines.slice(at + 1, endOf(lines, at + 1, heads[place + 1], title))
    const quoted = inside.map((line) => QUOTED.exec(line)?.[1]).find((name) => name !== undefined && last.has(name))
    const answered = quoted === undefined ? undefined : last.get(quoted)
    last.set(author, place)
    const said = inside.filter((line) => ![FURNITURE, PROFILE, EDITED].some((kind) => kind.test(line)))
    return {
      author,
      depth: null,
      text: block(said.map((line) => line.replace(/: ?↑.{0,50}$/, ':'))),
      state: inside.some((line) => EDITED.test(line)) ? 'edited' : 'ok',
      ...(answered === undefined ? {} : { answers: { place: answered, sure: false } }),
    }
  })
  return {
    layout: 'copied from a phpBB forum',
    platform: 'phpbb',
    title: opening ? title : null,
    opening,
    pieces,
    notices: ['Of answers the copy shows only those that quote somebody.'],
  }
}
