/**
 * What everybody who sends a form letter fills in for themselves: whom they greet, how they sign, and who they are ("as a
 * mother of two", "ich wohne seit neun Jahren in der Lindenstraße"). English and German.
 */
import type { Range } from '../../shared/thread.ts'

interface Personal {
  /** Greeting, close and signature: around what the letter says. */
  frame: Range[]
  /** What the writer tells about themselves, within what the letter says. */
  self: Range[]
}

const GREETING =
  /^\s*(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening|day)|to whom it may concern|sehr geehrte[rns]?|liebe[rs]?|hallo|moin|servus|guten (?:tag|morgen|abend))(?!\p{L})[^\n.?;:]{0,60}?(?:[,!:]|\n|$)/iu
/** A close, and at most three short lines behind it, at the end of the text. */
const CLOSE =
  /(?:^|\n|[.!?]\s)[ \t]*(?:--|yours|sincerely|respectfully|(?:kind |best |warm )?regards|best(?: wishes)?,|thanks|thank you|cheers|greetings|signed|mit (?:freundlichen|besten|herzlichen)|(?:viele|freundliche|beste|herzliche|liebe) gr(?:ü|ue)(?:ß|ss)e|gr(?:ü|ue)(?:ß|ss)e?|hochachtungsvoll|gezeichnet|lg|mfg|vg)(?!\p{L})[^\n]{0,60}(?:\n[^\n]{0,40}){0,4}$/iu
/** A last line of a few words that no mark ends: a name, a place. */
const SIGNATURE = /\n[ \t]*[-–—~]?[ \t]*\p{Lu}[^\n.!?:;]{0,40}$/u
/** Characters at the end of a text in which its close stands. */
const END = 240

/** The rest of a clause. */
const CLAUSE = String.raw`[^.;!?,\n]{0,60}?(?=\s(?:and|but|because|und|aber|weil)\s|[.;!?,\n]|$)`
const KIN =
  '(?:grand)?(?:son|daughter|child|children|kids|mother|father|parents)|wife|husband|partner|neighbou?rs?|brother|sister|uncle|aunt|family'
const KIN_DE =
  '(?:Groß|Enkel)?(?:sohn|tochter|kind|kinder|mutter|vater|eltern)|Frau|Mann|Oma|Opa|Onkel|Tante|Nachbar(?:in|n)?|Bruder|Schwester|Familie'
const SELF = [
  String.raw`as an? [^.;!?,\n]{1,60}?(?=,|\s(?:I|my|we)\s)`,
  String.raw`I(?:['’]ve| have)(?: been)? (?:a |lived|worked|living|working|taught|run|owned|driven|cycled|commuted)${CLAUSE}`,
  String.raw`I (?:live|work|grew up|was born|come|came|study|teach|moved|retired)(?!\p{L})${CLAUSE}`,
  String.raw`I(?:['’]m| am) (?:an? |the |from |\d|\p{L}+ years)${CLAUSE}`,
  String.raw`my (?:name is${CLAUSE}|(?:\p{L}+ ){0,2}(?:${KIN})(?!\p{L}))`,
  String.raw`als \p{Lu}[^.;!?,\n]{1,60}?(?=,|\s(?:ich|mein\p{L}*|wir)\s|\s\p{L}+\sich\s)`,
  String.raw`ich (?:wohne|lebe|arbeite|komme|studiere|unterrichte|heiße)(?!\p{L})${CLAUSE}`,
  String.raw`(?:wohne|lebe|arbeite|komme|unterrichte|heiße) ich(?!\p{L})${CLAUSE}`,
  String.raw`ich bin (?:eine?\s|aus\s|seit\s|selbst\s|\d|\p{L}+ Jahre)${CLAUSE}`,
  String.raw`seit \p{L}+ Jahren (?:wohne|lebe|arbeite|bin) ich(?!\p{L})${CLAUSE}`,
  String.raw`meine?[rnms]? (?:\p{L}+ ){0,2}(?:${KIN_DE})(?!\p{L})`,
].map((pattern) => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${pattern})`, 'giu'))
/** Without one of these nobody speaks of themselves. */
const SPEAKS = /(?<!\p{L})(?:I|my|ich|mein\p{L}*|wir)(?!\p{L})/iu

/** The passages of a text that are its writer's alone, whatever else it says. */
export function personal(text: string): Personal {
  const end = text.trimEnd().length
  const from = Math.max(0, end - END)
  const tail = text.slice(from, end)
  const frame = [...rangesOf(GREETING, text, 0), ...rangesOf(CLOSE, tail, from), ...rangesOf(SIGNATURE, tail, from)]
  const self = SPEAKS.test(text)
    ? SELF.flatMap((pattern) => [...text.matchAll(pattern)].map((found) => rangeOf(found, 0)))
    : []
  return { frame, self }
}

function rangesOf(pattern: RegExp, text: string, offset: number): Range[] {
  const found = pattern.exec(text)
  return found === null ? [] : [rangeOf(found, offset)]
}

function rangeOf(found: RegExpExecArray, offset: number): Range {
  const start = offset + found.index
  return { start, end: start + found[0].length }
}
