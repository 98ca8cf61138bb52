/** Short lines that name somebody or a time, as pages put them above or below the words of a post. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler'

/** Words of buttons and labels that stand where names do. */
const NO_NAME =
  /^(?:profile?|reply|repl(?:y|ies) to\b.*|report|share|like[sd]?|edit|delete|quote|permalink|link|more|menu|follow|upvote|downvote|antworten|melden|teilen|zitieren|bearbeiten|r[ée]pondre|signaler|responder|compartir|author|autor|op|admin|moderator|member|mitglied|says?|said|wrote|since|(?:last )?(?:updated|edited|modified|changed)|published|added|released|expires|created|posted|#?\d+|\d{1,2}[/-]\p{L}{3,9}[/-]\d{2,4}|v?\d+(?:\.\d+)+\S*|v\d+|\p{L}[\p{L} ]*: .*|[^\p{L}\p{N}]*)$/iu

/** A name without the words around it; null when it is none. */
export function nameFrom(words: string | null): string | null {
  if (words === null) return null
  const name = words
    .replace(/^[\s—–-]+(?=\p{L})/u, '')
    .replace(/\s+#\d+$/, '')
    .replace(
      /^(?:posted |written |submitted |asked |answered |geschrieben |publi[ée] )?(?:by|von|par|por|autor|author|name)\b\s*:?\s+/i,
      '',
    )
    .replace(/\s*(?:says?|said|wrote|writes|commented|replied|schrieb|meint|sagt|a écrit|escribió|dice)\s*:?$/i, '')
    .replace(/^#?\d{1,5}\s*[:：]\s*(?=\p{L})/u, '')
    .replace(/^@(?=\w)/, '')
    .replace(/[\s:：,·•|–—-]+$/, '')
    .trim()
  return name === '' || name.length > 60 || NO_NAME.test(name) ? null : name
}

/** Longer than this a line is no head of a post. */
export const LONGEST_HEAD = 140

/** Words that stand around names and times. */
export const LABEL =
  /^(?:by|von|par|por|on|at|am|um|le|posted|written|says?|said|wrote|writes|commented|replied|schrieb|uhr|utc|gmt|pm|edited|member|author|reply|ago|mon|tue|wed|thu|fri|sat|sun|\p{L}+day|\p{L}+tag|a|écrit)$/iu

const APART = new Set('br p div li td th tr dd dt span a time h1 h2 h3 h4 h5 h6'.split(' '))

/** Nodes looked at for a short line. */
const MOST_NODES = 200

/** The text of `nodes` on one line, as `lineIn` has it; null where there is none, or more than `most` characters. */
export function shortLine(nodes: AnyNode[], most: number): string | null {
  let words = ''
  let seen = 0
  const todo: AnyNode[] = nodes.toReversed()
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (++seen > MOST_NODES || words.length > most * 4) return null
    if (isText(node)) words += node.data
    else if (isTag(node) && node.name !== 'script' && node.name !== 'style') {
      if (APART.has(node.name)) words += ' '
      for (let at = Math.min(node.children.length, MOST_NODES) - 1; at >= 0; at--)
        todo.push(node.children[at] as AnyNode)
    }
  }
  const line = words.replace(/\s+/g, ' ').trim()
  return line === '' || line.length > most ? null : line
}

/** Text inside `element` on one line, with a blank where one element ends and another begins, without what is left out. */
export function lineIn(element: Element, out: (inner: Element) => boolean = () => false): string | null {
  let words = ''
  const todo: AnyNode[] = element.children.toReversed()
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (isText(node)) words += node.data
    else if (isTag(node) && node.name !== 'script' && node.name !== 'style' && !out(node)) {
      if (APART.has(node.name)) words += ' '
      for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as AnyNode)
    }
  }
  const line = words.replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}

/** Names of months as dates have them, in full and shortened: what only begins like one is a name of somebody ("Marta", "Julia"). */
const MONTH =
  '(?:jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar|rero)?|f[ée]vr?(?:ier)?|m(?:ar(?:ch|s|zo)?|är(?:z)?|rz)|apr(?:il)?|avr(?:il)?|abr(?:il)?|ma[iy]o?|june?|juni|juin|junio|july?|juli|juil(?:let)?|julio|aug(?:ust)?|août|ago(?:sto)?|sept?(?:ember|embre|iembre)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|de[cz](?:ember|embre)?|déc(?:embre)?|dic(?:iembre)?|ene(?:ro)?|maj|mei|maart)\\.?'
export const DATE = new RegExp(
  `\\b\\d{4}-\\d\\d-\\d\\d|\\b\\d{4}[/.]\\d{1,2}[/.]\\d{1,2}|\\b\\d{1,2}([-./])\\d{1,2}\\1(?:\\d{4}|\\d{2})\\b|\\b\\d{1,2}\\.? ${MONTH},?(?: \\d{4})?(?!\\p{L})|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?|\\b(?:\\d+|an?|one) ?(?:min|h|d|w|mo|y|sec|second|minute|hour|day|week|month|year)s?\\.? ago|\\bvor (?:\\d+|einer?[mn]?) \\p{L}+|\\bil y a \\d+|\\bhace \\d+|\\b\\d{1,2}:\\d\\d\\b|\\b(?:yesterday|today|gestern|heute|hier|ayer)\\b`,
  'iu',
)
/** What begins some word of every such date: most lines hold none, and need not be looked through for each kind. */
const DATE_BEGINS = /\b(?:\d|an? |one |vor |yesterday|today|gestern|heute|hier|ayer)/i
const DATES = new RegExp(DATE.source, 'giu')
const SAYS = /^(.{2,60}?)\s+(?:says|said|wrote|writes|commented|replied|schrieb|meint|sagt|a écrit|escribió)\b/i

/** Said of writers only, never of things and events: "posted by", a dash before the name. */
export const EXPLICIT = /(?:^|\s)(?:by|from|von|par|por|wrote|says?|said|posted|schrieb)\b|^\s*[—–-]{1,2}\s*\p{L}/iu

/** `line` without what stands in brackets: ranks, numbers, links. */
export const unbracketed = (line: string) => line.replace(/\s*(?:\([^()]*\)|\[[^[\]]*\])/g, ' ').trim()

const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?'
/** What may stand between a name and a date. */
const BETWEEN = new RegExp(
  `[\\s(,·•|–—-]*(?:\\b(?:(?:(?:on|at|am|um|le|el|posted|geschrieben)\\b(?: ${WEEKDAY}\\b)?)|(?:date|datum|fecha)\\s?:)[\\s:,]*)*$`,
  'i',
)

/**
 * A short line that names somebody and a time: "Ada Lake, 3 May 2026", "Posted by Ada on 3 May", "Ada wrote:". A line that
 * says more than that is none.
 */
export function lineHead(line: string): { name: string | null; dated: boolean } {
  const nothing = { name: null, dated: false }
  if (line.length > LONGEST_HEAD) return nothing
  const date = DATE_BEGINS.test(line) ? DATE.exec(line) : null
  const said = SAYS.exec(line)
  if (date === null && said === null) return nothing
  const rest =
    unbracketed(line.replace(said?.[0] ?? '', ' ').replace(DATES, ' '))
      .replace(/\S*\d\S*/g, ' ')
      .match(/[\p{L}']{2,}/gu) ?? []
  const spare = rest.filter((word) => !LABEL.test(word)).length
  if (said !== null) return spare > 1 ? nothing : { name: nameFrom(said[1] ?? null), dated: date !== null }
  if (date === null || spare > 4) return nothing
  const before = line.slice(0, date.index).replace(BETWEEN, '')
  const byAfter =
    /\b(?:(?:by|von|par|por)\s|(?:name|author|autor|nom|nombre)\s?:)\s*(\S.{0,58})$/i.exec(
      unbracketed(line.slice(date.index + date[0].length)),
    )?.[1] ?? null
  return { name: nameFrom(before) ?? nameFrom(byAfter), dated: true }
}

/** What else stands behind a date: what may be done with a post, what it is counted among. */
const NO_WRITER =
  /^(?:flag(?:ged)?|parent|thread|context|hide|ignore|block|collapse|copy|print|top|new|unread|pinned|score|helpful|via\b.*|verified\b.*|(?:no )?(?:comments?|votes?|likes|replies)|(?:view|show|see|read|link|go|back|reply|jump|mark|add|send|in|edited|last) .+)$/i
const AFTER_DATE = /^[^\p{L}]*(?:\b(?:[ap]m|uhr|utc|gmt)\b[^\p{L}]*)?\s[|·•]\s*(\p{L}\S*(?: \S+){0,2})$/iu

/** The few words that end a dated line, set apart from its date: "#7 | 3 May 2026, 10:15 | Ada". Only their place says that they are a name. */
export function nameBehindDate(line: string): string | null {
  const date = DATE.exec(line)
  const words = date === null ? undefined : AFTER_DATE.exec(line.slice(date.index + date[0].length))?.[1]
  return words === undefined || LABEL.test(words) || NO_WRITER.test(words) ? null : nameFrom(words)
}
