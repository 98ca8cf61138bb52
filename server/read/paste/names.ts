/** Conversations written as "Name: text", one speaker after the other, as in chats, transcripts and minutes. */
import { DAY } from './ages.ts'
import { isPerson } from './given-names.ts'
import { block, inFences, type Layout, type Piece, type Split } from './layout.ts'
import { asTurns, OF_THE_HOUSE, parliament } from './speakers.ts'
import type { Beside } from './talk.ts'

const STAMP = String.raw`(?:\[?(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4},? )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?\]?\s*(?:-\s*)?)?`
const HEAD = new RegExp(
  String.raw`^${STAMP}(@?[\p{Lu}\p{Lo}\p{Ll}\d_][\p{L}\p{M}\d_.'’\-]*(?: \(?[\p{L}\p{M}\d_.'’\-]+\)?){0,3})\s?(?::\s+|：\s*)(?=\S)`,
  'u',
)
/** Programs that write down a chat put a bar behind the name. */
const BARRED = /^\d{1,2}:\d{2}(?::\d{2})?\s+[@+%~&]?([\p{L}\p{N}_[\]`^{}|-]{1,30})\s+[|│]\s+(?=\S)/u
const BRACKETED = new RegExp(String.raw`^${STAMP}<([^<>\n]{1,40})>\s+(?=\S)`, 'u')

/** Words that open a sentence with a colon and are nobody's name. */
const NOT_NAMES =
  /^(?:note|nb|edit(?: ?\d+)?|update|ps|p\.s\.|tl;?dr|source|sources|example|examples|question|answer|warning|tip|fact|conclusion|summary|result|reason|pro|pros|con|cons|link|links|http|https|ftp|mailto|subject|re|fwd|date|from|to|cc|title|also|but|and|so|because|however|first|second|third|finally|disclaimer|spoiler|quote|hint|fyi|imo|imho|background|context|problems?|solutions?|risks?|costs?|benefits?|goals?|issues?|claims?|thesis|premise|arguments?|counter-?arguments?|objections?|rebuttal|evidence|opinion|proposal|recommendation|assumptions?|requirements?|caveats?|advantages?|disadvantages?|myth|reality|rationale|motivation|status|type|sent|received|(?:info|warn|warning|error|debug|trace|fatal)\b.*|author|published|tags|hinweis|anmerkung|nachtrag|quellen?|frage|antwort|fazit|lösung|beispiele?|vorteile?|nachteile?|these|argumente?|gegenargumente?|einwand|hintergrund|ziel|kosten|bearbeitet|achtung|meinung|grund|begründung|remarque|exemple|réponse|problème|avantages?|inconvénients?|nota|ejemplo|fuente|pregunta|respuesta|conclusión|problema|solución|ventajas?|desventajas?|esempio|risposta|domanda|soluzione|step \d+|part \d+|option \d+|point \d+|the .*|my .*|this .*|that .*|it .*|there .*)$/i

/** "The Chair" speaks, unlike what else begins so. */
const OFFICE = /^the /i

/** Headings of minutes, which look like names before a colon. */
const LABEL =
  /^(?:present|attend(?:ees|ance|ing)|in attendance|absent|apologies|chair|item ?\d*|agenda(?: item)? ?\d*|minutes|date|time|place|location|venue|topic|decision|action|resolution|next meeting|anwesend|abwesend|entschuldigt|teilnehmer(?:innen|:innen)?|ort|datum|zeit|uhrzeit|tagesordnung|top ?\d*|thema|beschluss|protokoll|nächste sitzung|présents?|absents?|lieu|ordre du jour|décision|presentes|ausentes|lugar|acuerdo)$/i

/** What programs that write down a chat say of who came and went. */
const SERVICE = /^\d{1,2}:\d{2}(?::\d{2})?\s+(?:-!-|-->|<--|--|\*\*\*|⇐|⇒|→|←)\s.*\n?/gm

/** Bold names without their marks; subtitles without numbers and times, with their voices (WebVTT, "<v Ann>") as names. */
function unmarked(text: string): string {
  const bold = text
    .replace(SERVICE, '')
    .replace(/^[ \t]*(\*\*|__)([^*_\n]{1,60}?)(?:\s?[:：]\1|\1\s?[:：])[ \t]*(?=\S)/gm, '$2: ')
  if (!/^\d{1,2}:\d{2}(?::\d{2})?[.,]\d{3} --> /m.test(bold)) return bold
  return bold
    .replace(/^\uFEFF?WEBVTT.*$/m, '')
    .replace(/^(?:\d+\n)?(?:\d{1,2}:)?\d{1,2}:\d{2}[.,]\d{3} --> .*\n/gm, '')
    .replace(/^<v(?:\.[\w.]+)? ([^>\n]{1,60})>/gm, '$1: ')
    .replace(/<\/?[cvib](?:\.[\w.]+)?>/g, '')
    .trim()
}

/** Meetings on a screen name whom a line is for. */
const TO_WHOM = /(?<=\S) (?:to|an|à|a) (?:Everyone|Alle|Tous|Todos|Tutti|(?:All )?Panelists|Me|mich)(?: \([^()]*\))?$/
/** A verb before the colon is no part of a name. */
const SAYS =
  / (?:wrote|writes|said|says|asked|replied|answered|schrieb|schreibt|sagte|sagt|fragte|antwortete|a écrit|a dit|escribió|dijo|ha scritto|ha detto)$/iu
/** Chats set signs of rank before a name. */
const RANK = /^[@+%~&](?=[\p{L}_])/u

/** A day before a colon is nobody. */
const DATE = new RegExp(String.raw`^(?:\p{L}{2,12}[.,]? )?${DAY}$`, 'iu')

/** `mark` is all that stands before the words; `sure` where only programs that write down a chat set it so. */
interface Opening {
  name: string
  mark: string
  rest: string
  sure: boolean
}

function speaker(line: string): Opening | null {
  const bracketed = BRACKETED.exec(line)
  const found = bracketed ?? BARRED.exec(line) ?? HEAD.exec(line)
  const name = found?.[1]?.trim().replace(TO_WHOM, '').replace(RANK, '').replace(SAYS, '')
  const isNone = name !== undefined && NOT_NAMES.test(name) && !(OFFICE.test(name) && isPerson(name))
  if (found === null || name === undefined || isNone || DATE.test(name)) return null
  return { name, mark: found[0], rest: line.slice(found[0].length), sure: bracketed !== null }
}

function isLabel(line: string): boolean {
  const name = /^\s*(?:\d+[.)]\s*)?([^:：\n]{1,30})\s?[:：]/.exec(line)?.[1]?.trim()
  return name !== undefined && LABEL.test(name)
}

/** The records of parliaments. */
const recordedTurns: Layout = (text) => {
  const recorded = parliament(text)
  const split = recorded === null ? null : turnsIn(recorded, false)
  const calls = text.search(OF_THE_HOUSE) >= 0
  return split === null || !calls
    ? split
    : { ...split, notices: ['What the record says in brackets of the house was left out.'] }
}

/** A day or a time of day before a name. */
const STAMPED = /^\[?(?:\d{1,4}[-./]|\d{1,2}:\d{2})/

/** Subtitles are spoken: their voices are marked, or a name opens nearly each of them. */
const spokenTurns: Layout = (text) => {
  const cues = text.match(CUE)?.length ?? 0
  const voiced = cues > 0 && /^<v[ .]/m.test(text)
  const named = cues > 2 ? (text.match(NAMED_CUE)?.length ?? 0) : 0
  return turnsIn(text, voiced || (named > 0 && named >= cues * 0.8))
}
const CUE = /^.{0,20} --> .*$/gm
const NAMED_CUE = /^.{0,20} --> .*\n\p{L}[^\n:：]{0,40}[:：]/gmu

const writtenTurns: Layout = (text) => {
  const written = asTurns(text)
  return written === null ? null : turnsIn(written.text, written.told)
}

const ITEM = /^(\s*)(?:[-*•+]|\d{1,4}[.)])\s+/

/** Every item of a list opened by a name, what answers it set further in. */
function listedTurns(text: string): Split | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const items = lines.flatMap((line) => {
    const said = speaker(line.replace(ITEM, ''))
    const indent = ITEM.exec(line)?.[1]
    return said === null || indent === undefined ? [] : [{ ...said, indent: indent.replaceAll('\t', '    ').length }]
  })
  const names = new Set(items.map(({ name }) => name))
  if (items.length < lines.length || names.size < 2 || names.size === items.length) return null
  const steps = [...new Set(items.map(({ indent }) => indent))].toSorted((a, b) => a - b)
  return {
    layout: 'turns opened by a name',
    platform: 'pasted',
    byForm: 'nothing',
    title: null,
    opening: false,
    pieces: items.map(({ name, rest, indent }) => ({
      author: name,
      depth: steps.length > 1 ? steps.indexOf(indent) : null,
      text: rest,
    })),
    notices: [],
  }
}

export const namedTurns: Layout[] = [recordedTurns, spokenTurns, listedTurns, writtenTurns]

/**
 * Only where it begins with a speaker (a heading may stand before), at least two turns are found, and either somebody
 * speaks twice or nearly every block opens with a name. `told`: something else than the form of lines names them.
 */
function turnsIn(text: string, told: boolean): Split | null {
  const plain = unmarked(text)
  const lines = plain.split('\n')
  const code = inFences(lines)
  const opens = lines.flatMap((line, index) => {
    const found = code.has(index) ? null : speaker(line)
    return found === null ? [] : [{ ...found, at: index }]
  })
  // What looks like a heading and comes again is somebody: a newspaper can be called "ZEIT".
  const often = (name: string) => opens.filter((one) => one.name === name).length > 1
  const turns = opens.filter(({ name }) => !LABEL.test(name) || (often(name) && !/\d$/.test(name)))
  if (turns.length < 2) return null
  const names = new Set(turns.map((turn) => turn.name.toLowerCase()))
  const before = lines.slice(0, turns[0]?.at).filter((line) => line.trim() !== '')
  const blocks = plain.split(/\n\s*\n/).filter((one) => one.trim() !== '')
  const opened = blocks.filter((one) => speaker(one.trimStart().split('\n')[0] ?? '') !== null).length
  const repeated = names.size < turns.length
  const [title, ...above] = before
  if (!above.every((line) => isLabel(line)) || names.size < 2 || !(repeated || opened >= blocks.length * 0.8))
    return null
  if (turns.length < lines.filter((line) => line.trim() !== '').length / 12) return null
  const stamped = turns.filter(({ mark }) => STAMPED.test(mark))
  const beside: Beside = stamped.length * 2 > turns.length ? 'times' : 'nothing'
  const sure = told || (repeated && turns.every((turn) => turn.sure))
  const pieces = turns.flatMap((turn, index): Piece[] => {
    const own = lines.slice(turn.at + 1, turns[index + 1]?.at)
    // A heading after an empty line ends what was said before it.
    const end = own.findIndex((line, at) => isLabel(line) && (own[at - 1] ?? '').trim() === '')
    const said = {
      author: turn.name.replace(/^@/, ''),
      depth: null,
      text: block([turn.rest, ...own.slice(0, end < 0 ? undefined : end)]),
    }
    return end < 0 ? [said] : [said, { author: null, depth: null, text: block(own.slice(end)) }]
  })
  const below = block(lines.slice(lines.findIndex((line) => line.trim() !== '') + 1, turns[0]?.at))
  const opening = below === '' ? [] : [{ author: null, depth: null, text: below }]
  return {
    layout: 'turns opened by a name',
    platform: 'pasted',
    ...(sure ? {} : { byForm: beside }),
    title: title?.trim().replace(/^#{1,6} +/, '') ?? null,
    opening: title !== undefined,
    pieces: [...opening, ...pieces],
    notices: [],
  }
}
