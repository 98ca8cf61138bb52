/**
 * Comments copied from Facebook: a name, the words, and below them the age between "Like" and "Reply", on one line or on
 * lines of their own. Only the feet are sure; the line above a comment's words is its writer's name where it looks like one.
 */
import { AGE, isAge, EDITED } from './ages.ts'
import { AVATAR, block, type Layout, looksLikeName, type Piece, withoutWords } from './layout.ts'

const LIKE = String.raw`(?:Like|Gefällt mir|J[’']aime|Me gusta|Mi piace|Curtir|Gosto|Vind ik leuk|Gilla|Synes godt om|Lubię to!|Нравится|Beğen|いいね！?)`
const REPLY = String.raw`(?:Reply|Antworten|Répondre|Responder|Rispondi|Beantwoorden|Svara|Svar|Odpowiedz|Ответить|Yanıtla|返信する?)`
const SHARE = String.raw`(?:Share|Teilen|Partager|Compartir|Condividi|Compartilhar|Partilhar|Delen|Dela|Del|Udostępnij|Поделиться|Paylaş|Send|Senden)`
const COMMENT = String.raw`(?:Comment|Kommentieren|Commenter|Comentar|Commenta|Reageren|Kommentera|Kommenter|Skomentuj|Комментировать|Yorum Yap)`
const LIKE_LINE = new RegExp(String.raw`^\s*${LIKE}\s*$`, 'i')
const REPLY_LINE = new RegExp(String.raw`^\s*${REPLY}\s*$`, 'i')
const COMMENT_LINE = new RegExp(String.raw`^\s*${COMMENT}\s*$`, 'i')
const ONE_LINE = new RegExp(
  String.raw`^\s*(?:${AGE}\s*[·•]?\s*)?${LIKE}\s*[·•]\s*${REPLY}(?:\s*[·•]\s*(?:${SHARE}|${AGE}|\d+|[^\s·•]+))*\s*$`,
  'i',
)
/** What may stand among the buttons below a comment. */
const AMONG = new RegExp(
  String.raw`^\s*(?:[·•]|${SHARE}|\d[\d.,]*\s?[KM]?|See translation|Übersetzung anzeigen|Voir la traduction|Ver traducción|Vedi traduzione|Ver tradução|Hide|Report)\s*$`,
  'i',
)
const BADGE =
  /^\s*(?:[·•]|Author|Top fan|Top contributor|All-star contributor|Rising contributor|Group expert|Admin|Moderator|Follow|Verified account|Autor(?:in)?|Topfan|Top-Fan|Folgen|Auteur|Super fan|Suivre|Fan destacado|Seguir|Autore|Segui|Superfã|\S+ (?:badge|Abzeichen))\s*$/i
const FOLDED =
  /^\s*(?:View|See|Show) (?:all )?(\d+)(?: (?:more|previous))? (?:repl(?:y|ies)|comments?)\s*$|^\s*(?:Alle )?(\d+) (?:weitere )?(?:Antwort(?:en)?|Kommentare?) (?:ansehen|anzeigen)\s*$|^\s*(?:Voir|Ver|Afficher|Mostra|Vedi)(?: les| las| as| todas las| altre?| tutte le)? (\d+)(?: autres?| más| mais)? (?:réponses?|respuestas?|respostas?|risposte?|commentaires?|comentarios?|comentários?|commenti)\s*$|^\s*.{1,60} (?:replied|hat geantwortet|a répondu|respondió|respondeu)\s*[·•]\s*(\d+) (?:repl(?:y|ies)|Antwort(?:en)?|réponses?|respuestas?|respostas?)\s*$/i
const ENDLESS =
  /^\s*(?:View (?:more|previous) (?:comments|replies)|Weitere (?:Kommentare|Antworten) (?:ansehen|anzeigen)|Vorherige Kommentare .*|(?:Voir|Afficher) (?:plus de|d[’']autres) (?:commentaires|réponses)|Ver más (?:comentarios|respuestas)|Ver mais (?:comentários|respostas))\s*$/i
const FURNITURE =
  /^\s*(?:Most relevant|All comments|Newest|Relevanteste|Alle Kommentare|Les plus pertinents|Tous les commentaires|Más relevantes|Todos los comentarios|Write a (?:public )?(?:comment|reply)…?|Schreibe einen .*|Écrivez un .*|Escribe un .*|\d+ (?:of|von|sur|de) \d+|See more|Mehr ansehen|Voir plus|Ver más|Hide replies|Antworten verbergen|\d[\d.,]*[KM]? (?:comments?|shares?|Kommentare?|Mal geteilt|commentaires?|partages?|comentarios?)|All reactions:?|Alle Reaktionen:?)\s*$/i

interface Foot {
  start: number
  end: number
}

/** Lines of buttons with both "Like" and "Reply" among them, and the age. */
function feetIn(lines: string[]): Foot[] {
  const feet: Foot[] = []
  for (let at = 0; at < lines.length; at++) {
    if ((lines[at] ?? '').length < 100 && /[·•]/.test(lines[at] ?? '') && ONE_LINE.test(lines[at] ?? '')) {
      let end = at + 1
      while (isAge(lines[end] ?? '') || EDITED.test(lines[end] ?? '')) end++
      feet.push({ start: at, end })
      at = end - 1
      continue
    }
    let end = at
    let like = false
    let reply = false
    let age = false
    for (; end < lines.length; end++) {
      const line = lines[end] ?? ''
      if (line.length > 60) break
      if (LIKE_LINE.test(line) && !like) like = true
      else if (REPLY_LINE.test(line) && !reply) reply = true
      else if (isAge(line) && !age) age = true
      else if (!AMONG.test(line) && !EDITED.test(line)) break
    }
    if (like && reply && age) {
      feet.push({ start: at, end })
      at = end - 1
    }
  }
  return feet
}

export const facebookCopy: Layout = (text) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !AVATAR.test(line))
  const feet = feetIn(lines)
  if (feet.length < 2) return null
  const opening = lines.findIndex((line, at) => at < (feet[0]?.start ?? 0) && COMMENT_LINE.test(line))
  const told = (line: string) => FOLDED.test(line) || ENDLESS.test(line) || FURNITURE.test(line)
  const pieces = feet.flatMap(({ start, end }, index): Piece[] => {
    const from = index === 0 ? postEnd(lines, opening) : (feet[index - 1]?.end ?? 0)
    const block = lines.slice(from, start).filter((line) => !told(line) && !AMONG.test(line))
    return block.length === 0 ? [] : [{ ...pieceOf(block), head: lines.slice(start, end).join('\n') }]
  })
  if (pieces.every(({ author }) => author === null)) return null
  const post = opening < 0 ? null : openingOf(lines.slice(0, opening).filter((line) => !told(line)))
  const all = post === null ? pieces : [post, ...pieces]
  return {
    layout: 'copied from Facebook',
    platform: 'pasted',
    title: null,
    opening: post !== null,
    pieces: all,
    missing: lines.flatMap((line) => {
      const count = FOLDED.exec(line)
        ?.slice(1)
        .find((one) => one !== undefined)
      if (count === undefined && !ENDLESS.test(line)) return []
      return [{ why: 'comments the page had not unfolded', count: count === undefined ? null : Number(count) }]
    }),
    notices: [
      'The copy does not show who answers whom.',
      ...withoutWords(all.filter((piece) => piece.text === '').length),
    ],
  }
}

/** Where the first comment begins: below the buttons of the post itself. */
function postEnd(lines: string[], comment: number): number {
  let end = comment + 1
  while (AMONG.test(lines[end] ?? '') || FURNITURE.test(lines[end] ?? '') || LIKE_LINE.test(lines[end] ?? '')) end++
  return end
}

function pieceOf(lines: string[]): Piece {
  const name = (lines[0] ?? '').replace(/\s*[·•]\s*(?:Follow|Folgen|Suivre|Seguir|Author)\s*$/i, '').trim()
  const named = looksLikeName(name)
  const words = lines.slice(named ? 1 : 0)
  while (words.length > 0 && BADGE.test(words[0] ?? '')) words.shift()
  return { author: named ? name : null, depth: null, text: block(words), state: 'ok' }
}

/** The post the comments stand below: a name with an age near it, then its words. */
function openingOf(lines: string[]): Piece | null {
  const age = lines.findIndex((line, at) => at > 0 && at < 6 && isAge(line))
  const name = age < 1 ? undefined : lines.slice(0, age).findLast((line) => looksLikeName(line))
  const words = lines.slice(age + 1).filter((line) => !AMONG.test(line) && !BADGE.test(line) && !LIKE_LINE.test(line))
  return words.length === 0
    ? null
    : {
        author: name?.trim() ?? null,
        depth: null,
        head: lines[age] ?? '',
        kind: 'opening',
        text: block(words),
      }
}
