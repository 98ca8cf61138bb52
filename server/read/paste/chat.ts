/**
 * Chats, selected and copied: Discord ("name — Today at 12:01"), Telegram ("Name, [01.05.2026 09:00]"), Slack ("Name  [9:00 AM]",
 * or the name, then the time), Teams ("[Yesterday 09:00] Name").
 */
import { CLOCK, DAY, EDITED, NEAR_DAY } from './ages.ts'
import { block, type Layout, looksLikeName, type Piece, type Split, withoutWords } from './layout.ts'

/** "12:01", "Today at 12:01 PM", "05/01/2026 9:10 AM", "Freitag 09:00", "5/1 9:00 AM". */
const WHEN = String.raw`(?:(?:${NEAR_DAY}|${DAY}|\d{1,2}[./-]\d{1,2}\.?),? ?(?:at |um |à |a las |alle |às |om |kl\. ?|в |o )?)?${CLOCK}`
const TIME = new RegExp(String.raw`^\s*[—–-]?\s*\[?${WHEN}\]?\s*$`, 'i')
const NAME = String.raw`[^\s\[\](){}<>*#|:;.,!?"“”„'—–·•-][^\n\t\[\]:;!?"“”„]{0,58}?`

const DISCORD = new RegExp(String.raw`^\s*(${NAME})\s+—\s+${WHEN}\s*$`, 'i')
const TELEGRAM = new RegExp(String.raw`^\s*(\S[^\n]{0,58}?), \[(?:${WHEN})\]:?\s*$`, 'i')
const TEAMS = new RegExp(String.raw`^\s*\[${WHEN}\]\s+(${NAME})\s*$`, 'i')
const SLACK = new RegExp(
  String.raw`^\s*(${NAME})(?:[ \u00A0]{2,}|\t+|[ \u00A0]+(?=\[))(?:APP[ \u00A0]+)?\[?${WHEN}\]?\s*$`,
  'i',
)
/** With a single blank any line that ends in a time looks alike: a name is all capitals at the start of its words. */
const SLACK_NARROW = new RegExp(
  String.raw`^\s*(\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,2}) \d{1,2}[:.]\d{2}(?: [AaPp][Mm])?\s*$`,
  'u',
)
const ALONE = /^\s*([\p{L}\p{N}_~][\p{L}\p{M}\p{N} '’.,_()|~-]{0,58})\s*$/u

const FURNITURE =
  /^\s*(?:\(edited\)|NEW|:[\w+-]+:(?:\s*\d+)?|\d+ (?:repl(?:y|ies)|Antwort(?:en)?|réponses?|respuestas?)|(?:Last reply|Letzte Antwort|Dernière réponse|Última respuesta)\b.*|View thread|Thread (?:anzeigen|ansehen)|Also sent to the channel|(?:\d+ )?(?:Reply|Antworten|Répondre|Responder)|APP|BOT|(?:like|heart|laugh|surprised|gefällt mir|herz) \d+|\d+ [\p{L} -]{2,30} reactions?\.?|Image|Bild|Photo|GIF|Sticker|Video|\[\s*(?:Photo|Sticker|GIF|Video|Voice message|File|Album|Foto|Datei|Фотография|Стикер)\s*\]|\d+|Pinned by .*|Translate message|Has context menu|Kontextmenü ist vorhanden)\s*$/iu
const REACTION = /^\s*\p{Extended_Pictographic}\uFE0F?(?:\s*\d+)?\s*$/u
/** What a chat says of itself. */
const SERVICE =
  /^\s*(?:joined (?:#\S+|the (?:channel|group|server)).*|was added to #\S+.*|set the channel (?:topic|description|purpose).*|(?:ist|a rejoint) #?\S+ (?:beigetreten|le canal).*)$/i
/** Later messages of one writer carry only their time. */
const LATER = new RegExp(String.raw`^\s*\[${CLOCK}\][ \u00A0]*(?=\S|$)`, 'i')
const BARE = /^\s*\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?\s*$/
const REPLY_TO =
  /^\s*\[(?:In reply to|In Antwort auf|Als Antwort auf|Antwort auf|En réponse à|En respuesta a|In risposta a|Em resposta a|В ответ на|Ответ(?: на)?) (.{1,60})\]\s*$/i
const FORWARDED =
  /^\s*\[(?:Forwarded from|Weitergeleitet (?:aus|von)|Transféré de|Reenviado de|Inoltrato da|Encaminhad[oa] de|Переслано(?: от| из)?) .{1,60}\]\s*$/i

/** Every head has a time of day: looked for first, because most lines have none. */
const CLOCKED = /\d[:.]\d{2}/
const isTime = (line: string) => line.length < 80 && CLOCKED.test(line) && TIME.test(line)

interface Head {
  at: number
  from: number
  author: string
}

function oneLine(pattern: RegExp): (lines: string[]) => Head[] {
  return (lines) =>
    lines.flatMap((line, at) => {
      const author = CLOCKED.test(line) && line.length < 160 ? pattern.exec(line)?.[1]?.trim() : undefined
      return author === undefined || isTime(author) ? [] : [{ at, from: at + 1, author }]
    })
}

/** Where nothing but the order of words tells a name, one that speaks twice is somebody. */
function narrow(lines: string[]): Head[] {
  const heads = oneLine(SLACK_NARROW)(lines)
  const names = new Set(heads.map(({ author }) => author))
  const said = heads.every(({ from }, index) => block(lines.slice(from, heads[index + 1]?.at)) !== '')
  return names.size > 1 && names.size < heads.length && said ? heads : []
}

/** The name, then the time; a dash, a mark or an empty line may stand between. What ends like a sentence is no name. */
function twoLines(lines: string[]): Head[] {
  const found = lines.flatMap((line, at) => {
    const author = line.length < 80 ? ALONE.exec(line)?.[1]?.trim() : undefined
    let below = at + 1
    while (below < at + 4 && /^\s*(?:[—–-]|APP|BOT|\(?(?:You|External|Guest)\)?)?\s*$/i.test(lines[below] ?? 'x'))
      below++
    if (author !== undefined && /\p{L}[.,]$/u.test(author) && !INITIAL.test(author)) return []
    if (!isTime(lines[below] ?? '') || author === undefined || isTime(line) || FURNITURE.test(line)) return []
    return [{ at, from: below + 1, author, halved: HALVED.test(lines[below] ?? '') }]
  })
  // A name of several words that is written like a sentence is somebody only where it comes again.
  const often = (name: string) => found.filter(({ author }) => author === name).length > 1
  if (found.some(({ author }) => author.includes(' ') && !looksLikeName(author) && !often(author))) return []
  // Slack gives the half of the day beside names, and leaves it out above later messages of the same writer.
  return found.some(({ halved }) => halved) ? found.filter(({ halved }) => halved) : found
}

const INITIAL = /(?:^|\s)(?:\p{Lu}|Jr|Sr|Dr)\.$/u
const HALVED = /[ap]\.?m\.?\W*$/i

/** Discord shows above an answer whom it answers, and how that begins: "@ada", "Free them." */
function preview(lines: string[], end: number): { name: string; words: string } | null {
  const name = /^\s*@([\p{L}\p{N}_. -]{1,40})\s*$/u.exec(lines[end - 2] ?? '')?.[1]?.trim()
  const words = (lines[end - 1] ?? '').trim()
  return name === undefined || words === '' ? null : { name, words }
}

function answersTo(said: Piece[], name: string, words: string | null): Piece['answers'] {
  const by = said.flatMap((piece, place) => (piece.author?.toLowerCase() === name.toLowerCase() ? [place] : []))
  const same =
    words === null ? undefined : by.findLast((place) => said[place]?.text.startsWith(words.replace(/…$/, '')) === true)
  const place = same ?? by.at(-1)
  return place === undefined ? undefined : { place, sure: same !== undefined }
}

function pieceOf(lines: string[], author: string, said: Piece[], shown: ReturnType<typeof preview>): Piece {
  const to = lines.map((line) => REPLY_TO.exec(line)?.[1]?.trim()).find((one) => one !== undefined)
  const answers =
    shown === null
      ? to === undefined
        ? undefined
        : answersTo(said, to, null)
      : answersTo(said, shown.name, shown.words)
  const furniture = [FURNITURE, REACTION, EDITED, SERVICE, REPLY_TO, FORWARDED]
  const isNext = (line: string, at: number) => at > 0 && BARE.test(line) && (lines[at + 1] ?? '').trim() !== ''
  const kept = lines
    .filter((line, at) => !isNext(line, at) && !furniture.some((kind) => kind.test(line)))
    .map((line) => line.replace(LATER, ''))
  return {
    author,
    depth: null,
    text: block(kept).replace(/[ \u00A0]\((?:edited|bearbeitet|modifié|editado)\)$/gim, ''),
    state: lines.some((line) => EDITED.test(line) || /[ \u00A0]\((?:edited|bearbeitet|modifié|editado)\)$/i.test(line))
      ? 'edited'
      : 'ok',
    ...(answers === undefined ? {} : { answers }),
  }
}

function chatIn(lines: string[], heads: Head[], sure: boolean): Split | null {
  const before = lines.slice(0, heads[0]?.at).filter((line) => line.trim() !== '')
  if (heads.length < 2 || before.length > 3) return null
  const said: Piece[] = []
  let empty = 0
  let shown = preview(lines, heads[0]?.at ?? 0)
  for (const [index, { at, from, author }] of heads.entries()) {
    const end = heads[index + 1]?.at ?? lines.length
    const above = index + 1 < heads.length ? preview(lines, end) : null
    const inside = lines.slice(from, above === null ? end : end - 2)
    const service = inside.some((line) => SERVICE.test(line))
    const head = lines.slice(at, from).join('\n')
    const piece = { ...pieceOf(inside, author, said, shown), head: head.replace(author, '') }
    shown = above
    if (piece.text === '' && service) continue
    if (piece.text === '') empty++
    said.push(piece)
  }
  if (said.every((piece) => piece.text === '')) return null
  const told = sure || said.some(({ answers }) => answers?.sure === true)
  return {
    layout: 'copied from a chat',
    platform: 'pasted',
    ...(told ? {} : { byForm: 'times' as const }),
    title: null,
    opening: false,
    pieces: said,
    notices: [
      said.some(({ answers }) => answers !== undefined)
        ? 'Of answers the copy shows only those it names.'
        : 'The copy does not show who answers whom.',
      ...withoutWords(empty),
    ],
  }
}

/** One for each form of heads: those that nothing but a chat has come first. */
export const chatCopies: Layout[] = [
  ...[DISCORD, TELEGRAM, TEAMS].map((pattern) => ({ find: oneLine(pattern), sure: true })),
  ...[oneLine(SLACK), twoLines, narrow].map((find) => ({ find, sure: false })),
].map(({ find, sure }) => (text) => {
  const lines = text.split('\n')
  return chatIn(lines, find(lines), sure)
})
