/**
 * A conversation copied from X, Bluesky, Mastodon or a relative: a name, "@handle", how old it is, the words, then bare
 * counts. Mastodon writes the age above the name; the post a page was opened for has its full time below the words.
 */
import { AGE, isAge, CLOCK, DAY, EDITED } from './ages.ts'
import { block, type Layout, type Piece, withoutWords } from './layout.ts'

const HANDLE = /^\s*@([\w.-]+(?:@[\w.-]+)?)\s*$/
/** Older pages, and some browsers, put the head on one line. */
const WHOLE = new RegExp(String.raw`^\s*(?:\S.{0,60}?\s)?@([\w.-]+(?:@[\w.-]+)?)\s*(?:[·•]\s*)?${AGE}\s*$`, 'i')
const BEHIND = new RegExp(String.raw`^\s*\S.{0,60}?\s@([\w.-]+(?:@[\w.-]+)?)\s*$`, 'u')
const DOT = /^\s*[·•]\s*$/
/** "9:10 AM · May 1, 2026", "1 May 2026, 09:10", "May 1, 2026 at 9:10 AM". */
const FULL_TIME = new RegExp(
  String.raw`^\s*(?:${CLOCK}\s*[·•,]\s*${DAY}|${DAY}(?:,| at| um| à| a las|,? kl\.?)? ${CLOCK})(?:\s*[·•].*)?\s*$`,
  'i',
)
const REPLYING =
  /^\s*(?:Replying to|Replied to|Reply to|In reply to|Antwort an|Als Antwort auf|Hat .{0,40} geantwortet|En réponse à|A répondu à|En respuesta a|Respondiendo a|Respondeu a|Em resposta a|In risposta a|Als antwoord op|В ответ)(?:\s+.{1,60})?$/i
const PICTURE =
  /^\s*(?:ALT|GIF|Image|Images|Bild|Foto|Photo|Imagen|Imagem|Immagine|Video|Play Video|Embedded video|\d{1,2}:\d{2})\s*$/i
const FURNITURE =
  /^\s*(?:[·•]|\d[\d.,\u00A0 ]*(?:[KM]|Mio\.?|Tsd\.?|mil)?|(?:\d[\d.,]*[KM]?\s+)?(?:Repl(?:y|ies)|Reposts?|Quotes?|Likes?|Bookmarks?|Views?|Boosts?|Favou?rites?|Antwort(?:en)?|Geteilt|„Gefällt mir“-Angaben?|Zitate?|Lesezeichen|Mal angezeigt|Favoriten|Réponses?|Citations?|J[’']aime|Vues?|Partages?|Respuestas?|Citas?|Me gusta|Visualizaciones|Impulsos|Favoritos)|Show (?:more(?: replies)?|this thread|probable spam|replies|additional replies.*)|Mehr (?:anzeigen|Antworten anzeigen)|Voir (?:plus|les réponses)|Mostrar (?:más|mais)(?: respuestas)?|Translate(?: post)?|Übersetzen|Traduire|Traducir(?: post)?|Follow(?:ing)?|Folgen|Suivre|Seguir|Read \d+ repl(?:y|ies)|Last edited.*|Pinned|Angeheftet|Verified account|Ad|Promoted|Anzeige|Everyone can reply|Who can reply.*|Some people can reply|Everybody can reply|Post your reply|Deine Antwort posten|Write your reply|Web|.{1,40} (?:reposted|boosted|retweeted|teilte|hat (?:repostet|geteilt)|a (?:reposté|partagé)|reposteó|impulsó))\s*$/i
const HIDDEN =
  /^\s*(?:Show (?:more )?replies|Show additional replies.*|Mehr Antworten anzeigen|Read (\d+) repl(?:y|ies)|Voir (?:plus de|les) réponses|Mostrar (?:más )?respuestas)\s*$/i

const isFullTime = (line: string) => line.length < 120 && /\d[:.]\d{2}/.test(line) && FULL_TIME.test(line)

interface Head {
  at: number
  from: number
  author: string
}

/** A handle with the age of the post right below it, behind a dot on some, or above its name; the line above it is the name. */
function headAt(lines: string[], at: number): Head | null {
  const line = lines[at] ?? ''
  if (line.length > 200 || !line.includes('@')) return null
  const whole = WHOLE.exec(line)?.[1]
  if (whole !== undefined) return { at, from: at + 1, author: whole }
  const bare = HANDLE.exec(line)?.[1]
  const author = bare ?? BEHIND.exec(line)?.[1]
  if (author === undefined) return null
  const start = bare === undefined ? at : at - 1
  if (start < 0) return null
  const age = at + (DOT.test(lines[at + 1] ?? '') ? 2 : 1)
  if (isAge(lines[age] ?? '')) return { at: start, from: age + 1, author }
  const above = start - 1
  return bare !== undefined && isAge(lines[above] ?? '') ? { at: above, from: at + 1, author } : null
}

/** The post the page was opened for: a name and a handle, the words, and the full time before the next head. */
function openedIn(lines: string[], start: number, end: number): Head | null {
  for (let at = Math.max(1, start); at < end; at++) {
    const author = HANDLE.exec(lines[at] ?? '')?.[1]
    if (author === undefined || HANDLE.test(lines[at - 1] ?? '')) continue
    return lines.slice(at + 1, end).some(isFullTime) ? { at: at - 1, from: at + 1, author } : null
  }
  return null
}

function headsIn(lines: string[]): Head[] {
  const sure = lines.flatMap((_, at) => headAt(lines, at) ?? [])
  const starts = [0, ...sure.map(({ from }) => from)]
  const opened = starts.flatMap((start, index) => openedIn(lines, start, sure[index]?.at ?? lines.length) ?? [])
  return [...sure, ...opened].sort((a, b) => a.at - b.at)
}

function pieceOf(lines: string[], author: string, places: Map<string, number>): Piece {
  const time = lines.findIndex(isFullTime)
  const inside = time < 0 ? lines : lines.slice(0, time)
  const replying = inside.findIndex((line) => REPLYING.test(line))
  // The handle it replies to stands behind the words or on the next line.
  const [said = '', below = ''] = replying < 0 ? [] : inside.slice(replying, replying + 2)
  const apart = !said.includes('@') && HANDLE.test(below)
  const to = /@([\w.-]+)/.exec(apart ? below : said)?.[1]
  const place = to === undefined ? undefined : places.get(to.toLowerCase())
  const body = replying < 0 ? inside : inside.toSpliced(replying, apart ? 2 : 1)
  const kept = body.filter((line) => ![FURNITURE, PICTURE, EDITED].some((kind) => kind.test(line)))
  return {
    author,
    depth: null,
    text: block(kept),
    state: lines.some((line) => EDITED.test(line) || /^\s*Last edited/i.test(line)) ? 'edited' : 'ok',
    ...(place === undefined ? {} : { answers: { place, sure: false } }),
  }
}

export const microblogCopy: Layout = (text) => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const heads = headsIn(lines)
  // A post alone is known by its full time, right from the top of the copy.
  const alone = heads.length === 1 && (heads[0]?.at ?? 9) <= 2 && lines.some(isFullTime)
  if (heads.length < 2 && !alone) return null
  const places = new Map<string, number>()
  const pieces = heads.map(({ at, from, author }, index): Piece => {
    const piece = pieceOf(lines.slice(from, heads[index + 1]?.at), author, places)
    places.set(author.toLowerCase(), index)
    return { ...piece, head: lines.slice(at, from).join('\n') }
  })
  const hidden = lines.flatMap((line) => HIDDEN.exec(line) ?? []).length
  return {
    layout: 'copied from a microblog',
    platform: 'pasted',
    title: null,
    opening: false,
    pieces,
    missing: hidden === 0 ? [] : [{ why: 'replies the page had not unfolded', count: null }],
    notices: [
      'Of answers the copy shows only whom they address.',
      ...withoutWords(pieces.filter((piece) => piece.text === '').length),
    ],
  }
}
