/** The comments below a YouTube video, selected and copied: "@name", how long ago, the words, likes, "Reply". */
import { block, type Layout, type Piece } from './layout.ts'

const AGE = String.raw`(?:(?:vor|il y a|hace|há|sedan|för) )?\d+ ?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|Sekunden?|Minuten?|Stunden?|Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?|secondes?|heures?|jours?|semaines?|mois|ans?|segundos?|minutos?|horas?|días?|dias?|semanas?|mes(?:es)?|años?|anos?|secondi|minuti|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi])(?: (?:ago|fa|atrás|geleden|sedan))?`
const NAME = /^\s*(@[\p{L}\p{M}\d_.·-]{2,40})\s*$/u
const WHEN = new RegExp(String.raw`^\s*${AGE}(?: \((?:edited|bearbeitet|modifié|editado|modificato)\))?\s*$`, 'iu')
const BOTH = new RegExp(String.raw`^\s*(@[\p{L}\p{M}\d_.·-]{2,40})\s+${AGE}(?: \([\p{L} ]+\))?\s*$`, 'iu')
const FURNITURE =
  /^\s*(?:Repl(?:y|ies)|Antworten|Répondre|Responder|Rispondi|Read more|Mehr ansehen|Show less|Show more replies|Hide replies|\d+ (?:repl(?:y|ies)|Antwort(?:en)?|réponses?|respuestas?|respostas?|rispost[ae])|View (?:all )?\d+ repl(?:y|ies)|▲.*|▼.*|Like|Dislike|Highlighted (?:comment|reply)|Pinned by .*|Translate to .*|·|Verified|Creator|❤.*|Sort by|\d[\d.,]* Comments?|Add a comment…?)\s*$/i
const LIKES = /^\s*(\d[\d.,]*)\s*([KM])?\s*$/i

function likesIn(line: string | undefined): number | null {
  const found = LIKES.exec(line ?? '')
  if (found === null) return null
  const factor = found[2] === undefined ? 1 : /k/i.test(found[2]) ? 1000 : 1_000_000
  const value =
    factor === 1 ? Number((found[1] ?? '').replace(/[.,]/g, '')) : Number((found[1] ?? '').replace(',', '.')) * factor
  return Number.isFinite(value) ? value : null
}

export const youTubeCopy: Layout = (text) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const heads = lines.flatMap((line, at) => {
    const both = BOTH.exec(line)?.[1]
    if (both !== undefined) return [{ at, from: at + 1, author: both }]
    const name = NAME.exec(line)?.[1]
    return name !== undefined && WHEN.test(lines[at + 1] ?? '') ? [{ at, from: at + 2, author: name }] : []
  })
  if (heads.length === 0) return null
  const places = new Map<string, number>()
  const pieces = heads.map(({ from, author }, index): Piece => {
    const inside = lines.slice(from, heads[index + 1]?.at)
    const reply = inside.findIndex((line) => /^\s*(?:Reply|Antworten|Répondre|Responder|Rispondi)\s*$/i.test(line))
    const score = reply > 0 ? likesIn(inside[reply - 1]) : null
    const body = inside.slice(0, reply < 0 ? undefined : score === null ? reply : reply - 1)
    const words = block(body.filter((line) => !FURNITURE.test(line)))
    const to = /^@[\p{L}\p{M}\d_.·-]{2,40}/u.exec(words)?.[0]
    const place = to === undefined ? undefined : places.get(to)
    places.set(author, index)
    return {
      author,
      depth: null,
      score,
      text: words,
      ...(place === undefined ? {} : { answers: { place, sure: false } }),
    }
  })
  const announced = lines
    .slice(0, heads[0]?.at)
    .map((line) => /^\s*(\d[\d.,]*) Comments?\s*$/i.exec(line)?.[1])
    .find((one) => one !== undefined)
  return {
    layout: 'copied from YouTube',
    platform: 'youtube',
    title: null,
    opening: false,
    pieces,
    expected: announced === undefined ? null : Number(announced.replace(/\D/g, '')),
    notices: ['Of answers the copy shows only whom they address.'],
  }
}
