/**
 * When labels are taken for writers without asking. Menus, minutes by topic, glossaries and timetables stand in the same
 * lines as talk, and nothing but somebody who reads them can always tell; so only the plainest talk is taken, and all
 * else is offered. Labels are taken if
 * 1. more than half are what people are called (given-names.ts), or one part speaks to another by its label, and
 * 2. most parts ask, say "I" or "we" or open as answers do: those of two labels at least, and not only by asking, and
 * 3. they answer each other: two labels open so, or with "I" or "we", right after another spoke, or a part that ends in a
 *    question is answered so, or one speaks to another by name, and
 * 4. one comes back after another spoke, and nearly all parts are sentences. Times beside the labels, or numbers for
 *    names ("Respondent 3"), stand for that.
 */
import { isPerson } from './given-names.ts'
import { areNumbered } from './speakers.ts'

/** One part: what opens it, and the words behind. */
export interface Turn {
  name: string
  text: string
}

/** What stands beside the labels. */
export type Beside = 'nothing' | 'times'

/** Somebody speaks of themselves. */
const SELF =
  /(?<![\p{L}\d'’])(?:I|I['’]\p{L}{1,2}|[Mm]e|[Ww]e|[Ww]e['’]\p{L}{1,2}|[Uu]s|[Ii]ch|[Mm]ich|[Mm]ir|[Ww]ir|[Uu]ns|[Jj]e|[Jj]['’]\p{L}+|[Mm]oi|[Nn]ous|[Yy]o|[Mm]í|[Cc]reo|[Pp]ienso|[Nn]osotr[oa]s|[Ii]o|[Pp]enso|[Cc]redo|[Nn]oi|[Ee]u|[Aa]cho|[Nn]ós|[Ii]k|[Ww]ij|[Jj]ag|[Jj]eg|[Vv]i|[Mm]ig|[Mm]eg|[Jj]a|[Mm]nie|[Nn]as|[Mm]yślę|[Яя]|[Мм]не|[Мм]еня|[Мм]ы|[Нн]ас|[Дд]умаю|ben|biz|bana|bence|[Mm]inä|[Mm]inun|[Éé]n|[Ss]zerintem|[Jj]á|[Mm]yslím|[Εε]γώ|[Εε]μείς|[Мм]ені|[Мм]ене|אני|אנחנו|أنا|نحن|मैं|मुझे|हम|[Tt]ôi|[Ss]aya|[Kk]ami)(?![\p{L}\d])|我|私|僕|俺|저는|나는|제가|내가|우리/u
const ASKS = /[?？¿؟]|\p{Script=Greek};|[吗呢][。！]?$|(?:です|ます)か。?$/mu
/** How an answer opens: it agrees, denies, or goes on from another's words. */
const ANSWERS =
  /^\W{0,3}(?:yes|yeah|yep|no|nope|not|nor|neither|but|well|then|exactly|agreed?|disagree|true|sure|right|wrong|ok|okay|thanks|thank you|sorry|same|likewise|maybe|perhaps|of course|nonsense|fair|good (?:point|question|idea)|because|only|they|that|that['’]s|those|it|it['’]s|this|so (?:do|does|did|is|are|am|was|have|has|will|would|can)|hi|hello|hey|bye|oh|lol|great|indeed|ja|nein|nö|doch|nicht|aber|genau|stimmt|quatsch|danke|hallo|vielleicht|klar|eben|na|gut|schade|unsinn|das|es|dann|weil|oui|non|mais|merci|bonjour|salut|c['’]est|ça|alors|pas|d['’]accord|peut-être|si|sí|pero|gracias|hola|claro|exacto|eso|vale|quizás|entonces|sì|ma|grazie|ciao|certo|esatto|però|forse|allora|sim|não|mas|obrigad[oa]|então|nee|maar|dat|niet|nei|nej|men|takk|tack|det|ikke|inte|tak|nie|ale|dzięki|może|to|да|нет|но|это|спасибо|не|может|конечно|так|ні|evet|hayır|ama|tamam)(?![\p{L}\d'’])|^(?:太|但|那|可是|不|是的?|对|對|所以|因为|因為|也|嗯|好|でも|それ|そう|いや|はい|ええ|하지만|아니|네|응)/iu

const ENDS_ASKING = /(?:[?？؟]|[\p{Script=Greek}];|[吗呢][。！]?|か。?)["”’»)]?\s*$/u
const SENTENCE = /[.!?…。！？؟।]["'”’»)\]*_]*\s*$/u
/** Whom a part calls by name: at its start, at its end, or with "@". */
const CALLED =
  /^@?([\p{L}][\p{L}\p{M}\d_.'’-]*)[,!] |, ([\p{L}][\p{L}\p{M}\d_'’-]*)[.!?]*$|@([\p{L}\d_][\p{L}\p{M}\d_-]*)/gu

/** Parts that are looked at; who speaks so long shows it in them. */
const LOOKED_AT = 2000

/** Whether a part speaks to one of the `names` that is not its own. */
function callsAnother({ name, text }: Turn, names: ReadonlySet<string>): boolean {
  return [...text.slice(0, 500).matchAll(CALLED)].some(([, ...found]) => {
    const called = found.find((one) => one !== undefined)
    return (
      called !== undefined &&
      called.length > 2 &&
      names.has(called) &&
      !name.toLowerCase().startsWith(called.toLowerCase())
    )
  })
}

/** Somebody speaks again after another did. */
function comesBack(turns: readonly Turn[]): boolean {
  return turns.some(
    ({ name }, at) => at > 1 && turns[at - 1]?.name !== name && turns.slice(0, at - 1).some((one) => one.name === name),
  )
}

/** The names that differ in their figures only, as versions, steps and places do. */
function isSeries(names: readonly string[]): boolean {
  return names.length > 1 && new Set(names.map((name) => name.replace(/\d+/g, ''))).size === 1
}

/** Whether most parts ask, say "I" or "we" or open as answers do, those of two labels at least, and not only by asking. */
function speak(turns: readonly Turn[]): boolean {
  const found = turns.flatMap(({ name, text }) => {
    const asks = ASKS.test(text)
    const tells = SELF.test(text) || (!asks && ANSWERS.test(text))
    return asks || tells ? [{ name, tells }] : []
  })
  const names = new Set(found.map(({ name }) => name))
  return found.length * 2 > turns.length && names.size > 1 && found.some(({ tells }) => tells)
}

/** Whether parts answer each other: by how two labels open after another spoke, or what one says to a question. */
function answerEachOther(turns: readonly Turn[]): boolean {
  const names = new Set<string>()
  for (const [at, { name, text }] of turns.entries()) {
    const last = turns[at - 1]
    if (last === undefined || last.name === name || ENDS_ASKING.test(text)) continue
    const opens = ANSWERS.test(text) || SELF.exec(text)?.index === 0
    if (ENDS_ASKING.test(last.text) && (opens || SELF.test(text))) return true
    if (opens) names.add(name)
  }
  return names.size > 1
}

/** Whether the labels of `turns` are writers beyond doubt, by the rule above. */
export function areWriters(all: readonly Turn[], beside: Beside): boolean {
  const turns = all.slice(0, LOOKED_AT)
  const names = [...new Set(turns.map(({ name }) => name))]
  const numbered = areNumbered(names)
  if ((!numbered && isSeries(names)) || !speak(turns)) return false
  const sentences = turns.filter(({ text }) => SENTENCE.test(text)).length * 4 >= turns.length * 3
  if (beside === 'nothing' && !((numbered || comesBack(turns)) && sentences)) return false
  const called = new Set(names.flatMap((name) => [name, name.split(' ')[0] ?? '', inSmall(name)]))
  if (turns.some((turn) => callsAnother(turn, called))) return true
  return names.filter(isPerson).length * 2 > names.length && (numbered || answerEachOther(turns))
}

/** "NORA", as plays write her name, is spoken to as "Nora". */
const inSmall = (name: string) => name.slice(0, 1) + name.slice(1).toLowerCase()
