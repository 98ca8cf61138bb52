/** A conversation copied from Threads: a name in small letters, the age of the post, its words, then buttons with counts. */
import { EDITED, isAge } from './ages.ts'
import { block, type Layout, type Piece, withoutWords } from './layout.ts'

const NAME = /^\s*(?=[\w.]*[a-z])([a-z\d._]{2,30})\s*$/
/** What may stand between a name and an age. */
const BETWEEN = /^\s*(?:[·•]|Author|Verified|Autor(?:in)?|Verifiziert|Auteur|Vérifié)\s*$/i
const LIKE = /^\s*(?:Like|Gefällt mir|J[’']aime|Me gusta|Mi piace|Curtir)\s*$/i
const REPLY = /^\s*(?:Reply|Comment|Antworten|Répondre|Responder|Rispondi)\s*$/i
const REPOST = /^\s*(?:Repost|Reposten|Republier|Repostear|Ripubblica|Repostar)\s*$/i
const FURNITURE =
  /^\s*(?:[·•]|\d[\d.,]*(?:[KM]|Mio\.?|Tsd\.?)?|More|Share|Send|Teilen|Partager|Compartir|Condividi|Translate|Übersetzen|Traduire|Traducir|Follow|Folgen|Suivre|Seguir|Top|Recent|View activity|Pinned|\d+ \/ \d+)\s*$/i

interface Head {
  at: number
  from: number
  author: string
}

function headAt(lines: string[], at: number): Head | null {
  const author = NAME.exec(lines[at] ?? '')?.[1]
  if (author === undefined || isAge(lines[at] ?? '')) return null
  let next = at + 1
  while (BETWEEN.test(lines[next] ?? '')) next++
  return isAge(lines[next] ?? '') ? { at, from: next + 1, author } : null
}

export const threadsCopy: Layout = (text) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const has = (button: RegExp) => lines.some((line) => button.test(line))
  if (!has(LIKE) || !has(REPLY) || !has(REPOST)) return null
  const heads = lines.flatMap((_, at) => headAt(lines, at) ?? [])
  if (heads.length === 0) return null
  const pieces = heads.map(({ at, from, author }, index): Piece => {
    const inside = lines.slice(from, heads[index + 1]?.at)
    const likes = /^\s*(\d{1,6})\s*$/.exec(inside[inside.findIndex((line) => LIKE.test(line)) + 1] ?? '')?.[1]
    const kept = inside.filter(
      (line) => ![LIKE, REPLY, REPOST, FURNITURE, EDITED, BETWEEN].some((kind) => kind.test(line)),
    )
    return {
      author,
      depth: null,
      head: lines.slice(at + 1, from).join('\n'),
      score: likes === undefined ? null : Number(likes),
      text: block(kept),
      state: inside.some((line) => EDITED.test(line)) ? 'edited' : 'ok',
    }
  })
  return {
    layout: 'copied from Threads',
    platform: 'pasted',
    title: null,
    opening: false,
    pieces,
    notices: [
      'The copy does not show who answers whom.',
      ...withoutWords(pieces.filter((piece) => piece.text === '').length),
    ],
  }
}
