/** The comments below a YouTube video, selected and copied: "@name", how long ago, the words, likes, "Reply". */
import { AFTER, LONG_AGE } from './ages.ts'
import { block, type Layout, type Piece } from './layout.ts'

const HANDLE = String.raw`@[^\s@#:;,!?()\[\]]{2,40}`
const NAME = new RegExp(String.raw`^\s*(${HANDLE})\s*$`)
const EDITED = String.raw`(?: ?[(（][^()（）]{2,20}[)）])?`
const WHEN = new RegExp(String.raw`^\s*(?:${LONG_AGE}|\d+ [^\s\d]{2,12} ${AFTER})${EDITED}\s*$`, 'i')
const BOTH = new RegExp(String.raw`^\s*(${HANDLE})\s+(?:${LONG_AGE})${EDITED}\s*$`, 'i')
const REPLY =
  /^\s*(?:Reply|Antworten|Répondre|Responder|Rispondi|Beantwoorden|Svara|Svar|Odpowiedz|Ответить|Yanıtla|返信|回复|回覆|답글)\s*$/i
const FURNITURE =
  /^\s*(?:Repl(?:y|ies)|Read more|Show less|Mehr ansehen|Weniger anzeigen|Lire la suite|Afficher moins|Leer más|Mostrar menos|Ler mais|Leggi tutto|\d+ (?:repl(?:y|ies)|Antwort(?:en)?|réponses?|respuestas?|respostas?|rispost[ae]|antwoord(?:en)?|svar|odpowied(?:ź|zi)|ответ(?:а|ов)?|yanıt)|\d+ ?(?:件の返信|条回复|則回覆)|답글 \d+개|(?:View|Hide) (?:all )?(?:\d+ )?repl(?:y|ies)|Show more replies|Weitere Antworten anzeigen|Antworten ausblenden|▲.*|▼.*|(?:Dis)?like(?: this (?:comment|reply).*)?|Highlighted (?:comment|reply)|Pinned by .*|Angepinnt von .*|Épinglé par .*|Fijado por .*|Translate to .*|Übersetzen.*|·|Verified|Creator|❤.*|Sort by|Sortieren nach|\d[\d.,]* (?:Comments?|Kommentare?|commentaires?|comentarios?)|Add a comment…?|Kommentar hinzufügen…?)\s*$/i
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
  const pieces = heads.map(({ at, from, author }, index): Piece => {
    const inside = lines.slice(from, heads[index + 1]?.at)
    const reply = inside.findIndex((line) => REPLY.test(line))
    const score = reply > 0 ? likesIn(inside[reply - 1]) : null
    const body = inside.slice(0, reply < 0 ? undefined : score === null ? reply : reply - 1)
    const words = block(body.filter((line) => !FURNITURE.test(line) && !REPLY.test(line)))
    const to = /^@[\p{L}\p{M}\d_.·-]{2,40}/u.exec(words)?.[0]
    const place = to === undefined ? undefined : places.get(to)
    places.set(author, index)
    return {
      author,
      depth: null,
      head: lines.slice(at, from).join('\n'),
      score,
      text: words,
      ...(place === undefined ? {} : { answers: { place, sure: false } }),
    }
  })
  const announced = lines
    .slice(0, heads[0]?.at)
    .map(
      (line) =>
        /^\s*(\d[\d.,\u00A0 ]*) (?:Comments?|Kommentare?|commentaires?|comentarios?|commenti|comentários?)\s*$/i.exec(
          line,
        )?.[1],
    )
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
