/**
 * Ways to write a conversation that are as good as "Name: text", put into that form: "Ann - text", "## Ann", "Ann said:", a
 * name on a line of its own as in plays, and the records of parliaments ("Ann Lake (Harbour) (Lab):", "Mr. ROWE.").
 */
import { looksLikeName } from './layout.ts'

const NAME = String.raw`[\p{L}\d_@][\p{L}\p{M}\d_.'’-]*(?: [\p{L}\d(][\p{L}\p{M}\d_.'’()-]*){0,3}`

const TIME_OF_DAY = String.raw`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp]\.?[Mm]\.?| Uhr)?`

/**
 * Heads, each with the name in its first group and all of it up to the words; `all` are the lines that look alike, `told`
 * are those that say in words that somebody wrote or spoke.
 */
const HEADS: { head: RegExp; all?: RegExp; told?: true }[] = [
  { head: new RegExp(String.raw`^(${NAME}) [-–—] (?=\S)`, 'gmu') },
  {
    head: new RegExp(String.raw`^#{1,6} +(?:\*\*)?(${NAME})(?:\*\*)? *\n+(?=[^\s#])`, 'gmu'),
    all: /(?<=\n)#{1,6} +\S/g,
  },
  {
    head: new RegExp(
      String.raw`^(?:\*\*)?(${NAME})(?:\*\*)? (?:said|says|asked|answered|replied|sagte|sagt|fragte|antwortete|a dit|dijo|ha detto):(?:\*\*)? *\n+(?=[^\s>])`,
      'gmu',
    ),
    told: true,
  },
  { head: /^(\p{Lu}[\p{Lu}'’ -]{1,30})\. +(?=\S)/gmu },
  { head: new RegExp(String.raw`^\[(${NAME})\]:? +(?=\S)`, 'gmu') },
  { head: new RegExp(String.raw`^(?:\*\*|__)(${NAME})(?:\*\*|__) *\n+(?=[^\s*])`, 'gmu') },
  {
    head: new RegExp(
      String.raw`^(${NAME}) (?:sent|(?:added a comment|commented|hat kommentiert|a commenté|comentó)\b[^\n]{0,60}) *\n+(?=\S)`,
      'gmu',
    ),
    told: true,
  },
  {
    head: new RegExp(
      String.raw`^(?:comment|reply|response|answer|post|kommentar|antwort|beitrag|commentaire|réponse|comentario|respuesta|commento|risposta) (?:by|from|von|de|par|por|di) (${NAME}):? *\n+(?=\S)`,
      'gimu',
    ),
    told: true,
  },
  {
    head: new RegExp(
      String.raw`^(?:#|(?:No|Nr|Post|Comment|Beitrag|Kommentar)\.? ?#?)\d{1,5}[.:)]? (?:(?:by|von|de|par|por) )?(${NAME}):? *\n+(?=\S)`,
      'gimu',
    ),
  },
  { head: new RegExp(String.raw`^(${NAME})(?:,? *[(\[]|, | {2,}|\t)${TIME_OF_DAY}[)\]]?:? *\n+(?=\S)`, 'gmu') },
  {
    head: new RegExp(
      String.raw`^${TIME_OF_DAY}[ \t]+(?:From|Von|De|Da)[ \t]+(${NAME})[ \t]+(?:(?:to|an|à|a)[ \t]+\S[^:\n]{0,60})?:\s*(?=\S)`,
      'gmu',
    ),
    told: true,
  },
  { head: new RegExp(String.raw`(?<=^|\n\n)(${NAME}) *\n(?=\S)`, 'gu') },
]

/** Parties and places behind a name. */
const BEHIND = String.raw`(?: \([^()\n]{1,60}\)| \[[^[\]\n]{1,40}\]){0,3}`
const RECORDED = new RegExp(
  String.raw`^((?:(?:Dr|Prof|Mr|Mrs|Ms|Sen|Rep|Hon|St|Abg)\. |h\. c\. ){0,4}[\p{Lu}][^\n:.()[\]]{1,70}?)(${BEHIND})(?:, [\p{L} -]{2,50})?:[ \t]*\n?[ \t]*(?=\S)`,
  'gmu',
)
/** In the records of Congress: "Mr. ROWE.", "Ms. LAKE of Ohio.", "The SPEAKER pro tempore." */
const CAPITALS =
  /^((?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][A-Z'’-]+(?: of [A-Z][A-Za-z ]{2,20})?|The (?:ACTING )?(?:SPEAKER|CHAIR(?:MAN)?|PRESIDENT|PRESIDING OFFICER|VICE PRESIDENT)(?: pro tempore)?)\. +(?=\S)/gm
const OFFICE =
  /\b(?:minister|secretary|speaker|chair(?:man|woman|person)?|president|chancellor|member|leader|mayor|ministre|président|präsident|ministerin?|staatssekretär)/i

/** Applause, calls and the like, on lines of their own. */
export const OF_THE_HOUSE = /^[ \t]*\([^()\n]{3,300}\)[ \t]*\n?/gm

/** Who speaks: an office with a name behind it is that person. */
function speakerOf(said: string, behind: string): string {
  const inside = /\(([^()]+)\)/.exec(behind)?.[1] ?? ''
  const person = inside.includes(' ') && OFFICE.test(said) && looksLikeName(inside) ? inside : said
  return person.replace(/^The /, '').trim()
}

/** Where the shape is said by parties, places or capitals behind the names; what the record says of the house in brackets is left out. Null for other texts. */
export function parliament(text: string): string | null {
  const heads = [...text.matchAll(RECORDED)]
  const placed = heads.filter(([, , behind]) => behind !== '')
  const recorded = placed.length >= 2 && repeats(heads.map(([, said = '', behind = '']) => speakerOf(said, behind)))
  const capitals = [...text.matchAll(CAPITALS)].map(([, name = '']) => name)
  if (!recorded && !(capitals.length >= 3 && repeats(capitals))) return null
  return (recorded ? text.replace(RECORDED, turn) : text.replace(CAPITALS, turn)).replace(OF_THE_HOUSE, '')
}

const turn = (_: string, said: string, behind: unknown) =>
  `${speakerOf(said, typeof behind === 'string' ? behind : '')}: `

/** At least two speak, and one of them again. */
function repeats(names: string[]): boolean {
  const distinct = new Set(names)
  return distinct.size >= 2 && distinct.size < names.length
}

/** People whose names were taken away: "Respondent 12", "Person3". */
export function areNumbered(names: string[]): boolean {
  const people =
    /^(?:person|respondent|participant|speaker|interviewee|commenter|user|witness|juror|delegate|student|teilnehmer(?:in)?|befragter?|sprecher(?:in)?|nutzer(?:in)?|participante?|intervenant|usuario)(?:[ _-](?:\d{1,5}|\p{Lu})|\d{1,5})$/iu
  return new Set(names).size === names.length && names.every((name) => people.test(name))
}

/** `text` with the heads of the way it is written in as "Name: "; null where none is sure: one that opens nearly every block or line, by names that look like names and come again. */
export function asTurns(text: string): { text: string; told: boolean } | null {
  const blocks = text.split(/\n\s*\n/).filter((one) => one.trim() !== '').length
  const lines = text.split('\n').filter((line) => line.trim() !== '').length
  for (const { head, all, told = false } of HEADS) {
    const names = [...text.matchAll(head)].map(([, name = '']) => name)
    const own = names.filter((name) => looksLikeName(name) || /^@?[\p{L}\d_.-]{2,20}$/u.test(name))
    const opens =
      all === undefined
        ? names.length >= blocks * 0.8 || names.length >= lines * 0.8
        : names.length === [...text.matchAll(all)].length + (text.search(head) === 0 ? 1 : 0)
    const comeBack = names.length >= 3 && (repeats(names) || areNumbered(names))
    if (own.length === names.length && opens && (comeBack || (told && new Set(names).size > 1)))
      return { text: text.replace(head, '$1: '), told }
  }
  return null
}
