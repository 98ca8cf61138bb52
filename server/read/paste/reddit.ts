/** Reddit pages of 2018 to 2023 ("level 2") and of today, selected and copied; what copies of all times have in common. */
import type { Missing } from '../assemble.ts'
import { isAge } from './ages.ts'
import { block, type Layout, type Piece, type Split } from './layout.ts'

export const AGO = String.raw`(?:just now|(?:\d+|an?) ?(?:s|m|h|d|w|mo|y|sec|min|hr|day|wk|yr|second|minute|hour|week|month|year)s?\.?(?: ago)?)`
const LEVEL = /^\s*level (\d+)\s*$/i
const NAME = /^\s*(?:u\/)?([\w-]{2,30}|\[deleted\])\s*$/
const UPVOTE = /^\s*(?:Upvoten?|Hochwählen|Voter pour|Vote positif|Voto positivo|Votar a favor|Dar upvote)\s*$/i
const REPLY = /^\s*(?:Reply|Antworten|Répondre|Responder|Rispondi)\s*$/i
/** Buttons Reddit does not have. */
const OF_OTHERS =
  /^\s*(?:Like|Repost|Gefällt mir|J[’']aime|Me gusta|Mi piace|Curtir|(?:\d+ )?(?:Recommend(?:ed|s)?|Empfehlen|Recommander|Recomendar|Consiglia)[ (\d)]*)\s*$/i
/** Newspapers have it beside the answer; Reddit beside the votes, if at all. */
const REPORT = /^\s*(?:Report|Flag|Melden|Signaler|Denunciar|Reportar)\s*$/i
const FURNITURE =
  /^\s*(?:permalink|embed|save|unsave|parent|report|give (?:award|gold)|reply|replies|share|report ?save|save ?follow|upvoten?|downvoten?|award(?:en)?|follow|vote|antworten|teilen|répondre|partager|responder|compartir|compartilhar|rispondi|condividi|auszeichnen|récompenser|top 1% (?:poster|commenter)|(?:u\/)?[\w-]+ avatar|profile badge.*|op|mod|·|•|\[[–+-]\])\s*$|^\s*(?:Reply ?Share|ReplyGive AwardShare).*$/i

/** The buttons below a comment of old Reddit; browsers copy them with blanks between them or without. */
const BUTTONS =
  /^\s*(?:permalink|full comments \(\d+\)|context|(?:(?:permalink|embed|unsave|save|parent|report|give ?award|give ?gold|hide|share|reply)\s*){2,})\s*$/i
const EDITED = new RegExp(String.raw`^\s*(?:edited|last edited) ${AGO}\s*$`, 'i')

export function score(said: string | undefined): number | null {
  if (said === undefined) return null
  const value = Number.parseFloat(said.replaceAll(',', '')) * (/k$/i.test(said) ? 1000 : 1)
  return Number.isFinite(value) ? value : null
}

export function words(lines: string[]): string {
  return block(
    lines.filter(
      (line) => ![FURNITURE, BUTTONS, EDITED].some((kind) => kind.test(line)) && foldedBy(line) === undefined,
    ),
  )
}

const FOLDED =
  /^\s*(?:load more comments\s*\(([\d,.]+) repl(?:y|ies)\)|([\d,.]+) more repl(?:y|ies)|([\d,.]+) weitere Antwort(?:en)?|([\d,.]+) (?:autres? réponses?|réponses? supplémentaires?)|([\d,.]+) (?:respuestas? más|más respuestas?)|([\d,.]+) (?:mais respostas?|respostas? a mais))\s*$/i
const ENDLESS =
  /^\s*(?:load more comments|continue this thread\s*[→>]?|view more comments|view entire discussion.*|more replies|Mehr Antworten|Diesen Thread fortsetzen|Weitere Kommentare anzeigen|Afficher plus de commentaires|Ver más comentarios)\s*$/i

/** How many comments a line stands for that the page had not unfolded: a number, null when it does not say; undefined for other lines. */
export function foldedBy(line: string): number | null | undefined {
  if (ENDLESS.test(line)) return null
  const found = FOLDED.exec(line)
    ?.slice(1)
    .find((one) => one !== undefined)
  return found === undefined ? undefined : Number(found.replace(/\D/g, ''))
}

/** What the page had not unfolded when it was copied. */
export function folded(lines: string[]): Missing {
  return lines.flatMap((line) => {
    const count = foldedBy(line)
    if (count === undefined) return []
    return [
      {
        why: count === null ? 'threads that go on on a page of their own' : 'comments the page had not unfolded',
        count,
      },
    ]
  })
}

export const split = (
  pieces: Piece[],
  title: string | null,
  opening: boolean,
  missing: Missing,
  expected?: number,
): Split => ({
  layout: 'copied from Reddit',
  platform: 'reddit',
  title,
  opening,
  pieces,
  missing,
  expected: expected ?? null,
  notices: pieces.every((piece) => piece.depth === null && piece.answers === undefined)
    ? ['The copy does not show who answers whom.']
    : [],
})

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
      head: inside.slice(0, Math.max(nameAt, ageAt, -1) + 1).join('\n'),
      score: scoreAt < 0 ? null : score((body[scoreAt] as string).trim()),
      text: words(scoreAt < 0 ? body : body.filter((_, place) => place !== scoreAt)),
    }
  })
  return split(pieces, null, false, folded(lines))
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
    if (name !== undefined && !FURNITURE.test(line) && isAge(age)) {
      heads.push({ at: index, from: lines.indexOf(age, index) + 1, author: name })
    }
  })
  if (heads.length === 0 || !lines.some((line) => UPVOTE.test(line) || REPLY.test(line))) return null
  const voted = lines.some((line) => UPVOTE.test(line))
  if (lines.some((line) => OF_OTHERS.test(line) || (!voted && REPORT.test(line)))) return null
  const pieces = heads.map(({ at, from, author }, index): Piece => {
    const inside = lines.slice(from, heads[index + 1]?.at)
    const vote = inside.findIndex((line) => UPVOTE.test(line))
    const body = vote < 0 ? inside : inside.slice(0, vote)
    return {
      author,
      depth: null,
      head: lines.slice(at + 1, from).join('\n'),
      score: vote < 0 ? null : score(/^\s*-?[\d.]+k?\s*$/i.exec(inside[vote + 1] ?? '')?.[0]?.trim()),
      text: words(body).replaceAll('\n', '\n\n'),
    }
  })
  return split(pieces, null, false, folded(lines))
}
