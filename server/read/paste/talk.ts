/**
 * When labels are taken for writers without asking, and when they are offered for writers at all. Menus, minutes by topic,
 * glossaries and timetables stand in the same lines as talk; so only what can hardly be anything else is taken. Three ways
 * lead there:
 * 1. People talk: more than half of the labels are what people are called (given-names.ts), or one part speaks to another by
 *    its label; most parts ask, say "I" or "we" or open as answers do, those of two labels at least; they answer each other;
 *    one comes back after another spoke, and nearly all parts are sentences. Times beside the labels, or numbers for names
 *    ("Respondent 3"), stand for that.
 * 2. Times and talk: a time stands beside each part, labels come back after another, most parts are sentences, and some say
 *    what they think, agree or deny, or two say "you" and a question is answered; those of one label are enough if two
 *    parts come back.
 *    Machines, programmes and timetables do not.
 * 3. Many and mixed: labels come back again and again in no fixed order, nearly all in sentences, and many say "I", ask or
 *    answer; or they are people with numbers, in whatever order.
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

/** Somebody says what they think. */
const THINKS =
  /(?<![\p{L}\d'’])(?:I (?:don['’]t |do not |also |still |really )?(?:think|believe|guess|doubt|agree|disagree|suppose|mean|wonder)|I['’](?:d|m) (?:say|with|for|against|not sure|sure)|ich (?:finde|glaube|denke|meine)|finde ich|glaube ich|je (?:pense|crois|trouve)|creo que|pienso que|penso che|credo che|acho que|думаю|bence|sence|myślę)(?![\p{L}\d'’])|思います|我觉得|我认为/iu
/** Agreed or denied at the start; "No trains today" denies nothing anybody said. */
const REPLIES =
  /^\W{0,3}(?:(?:yes|yeah|yep|nope|nah|exactly|agreed?|disagree|maybe|perhaps|of course|nonsense|but|lol|oh|ja|nein|nö|doch|aber|genau|stimmt|quatsch|vielleicht|oui|mais|d['’]accord|peut-être|pero|claro que|però|sim|nee|maar|nej|нет|но|да|evet|hayır|ama)(?![\p{L}\d'’])|(?:no|true|sure|right|wrong|ok|okay|fair|well|klar|non|sí|sì|não|exacto|claro|esatto|certo|tak|nie)(?:[,.!;]| (?:it|they|he|she|we|you|that|this|way|enough|point)\b))|^(?:但是|可是|不是|是的|对|對|嗯|でも|いや|はい|ええ|하지만|아니|네)/iu
/** Somebody is spoken to; those who speak for an office do so too. */
const YOU =
  /(?<![\p{L}\d'’])(?:you|your|yours|du|dein\p{L}*|dir|dich|tu|toi|vous|votre|usted(?:es)?|tú|você|ты|вы|тебе|вам|sen|siz)(?![\p{L}\d'’])/iu

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

/** Parts whose label spoke before, and another since. */
function returns(turns: readonly Turn[]): number {
  const before = new Set<string>()
  return turns.filter(({ name }, at) => {
    const again = before.has(name) && turns[at - 1]?.name !== name
    before.add(name)
    return again
  }).length
}

const comesBack = (turns: readonly Turn[]) => returns(turns) > 0

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

const many = (turns: readonly Turn[], is: (turn: Turn) => boolean, share: number) =>
  turns.filter(is).length >= turns.length * share
const isSentence = ({ text }: Turn) => SENTENCE.test(text)
const tells = ({ text }: Turn) => THINKS.test(text) || REPLIES.test(text)
const speaksTo = (turn: Turn) => tells(turn) || ASKS.test(turn.text) || YOU.test(turn.text)
const namesOf = (turns: readonly Turn[]) => new Set(turns.map(({ name }) => name))

/** What somebody else says right after a question. */
const isAnswer = ({ name, text }: Turn, last: Turn | undefined) =>
  last !== undefined && last.name !== name && ENDS_ASKING.test(last.text) && !ENDS_ASKING.test(text)

/** The second way. Questions alone may be titles of talks and songs, and "you" may be whoever reads a notice. */
function talkByTheClock(turns: readonly Turn[]): boolean {
  const again = returns(turns)
  const told = turns.filter(tells)
  const answers = turns.filter((turn, at) => isAnswer(turn, turns[at - 1]))
  const isTold = told.length > 0 && (told.length + answers.length > 1 || told.some(({ text }) => THINKS.test(text)))
  const areTold = again > 1 && answers.length > 0 && namesOf(turns.filter(({ text }) => YOU.test(text))).size > 1
  if (again === 0 || !(isTold || areTold)) return false
  const speakers = namesOf([...turns.filter(speaksTo), ...answers]).size
  return speakers > 1 ? many(turns, isSentence, 0.5) : again > 1 && many(turns, isSentence, 0.75)
}

/** Parts from which on labels come back again and again. */
const OFTEN = 30

/** Whether what follows a label is mostly the same, as in lists that go round. */
function goesRound(turns: readonly Turn[]): boolean {
  const after = new Map<string, Map<string, number>>()
  for (const [at, { name }] of turns.slice(1).entries()) {
    const next = after.get(turns[at]?.name ?? '') ?? new Map<string, number>()
    after.set(turns[at]?.name ?? '', next.set(name, (next.get(name) ?? 0) + 1))
  }
  const usual = [...after.values()].reduce((sum, next) => sum + Math.max(...next.values()), 0)
  return usual > (turns.length - 1) * 0.7
}

/** The third way. */
function oftenAndMixed(turns: readonly Turn[], numbered: boolean): boolean {
  const names = namesOf(turns)
  if (turns.length < OFTEN || names.size < 3 || names.size * 3 > turns.length) return false
  if (!many(turns, isSentence, 0.75)) return false
  const selves = turns.filter(({ text }) => SELF.test(text))
  const speaks = (turn: Turn) => SELF.test(turn.text) || speaksTo(turn)
  return numbered || (!goesRound(turns) && namesOf(selves).size > 2 && many(turns, speaks, 0.25))
}

/** Whether the labels of `turns` are writers beyond doubt, in one of the three ways above. */
export function areWriters(all: readonly Turn[], beside: Beside): boolean {
  const turns = all.slice(0, LOOKED_AT)
  const names = [...namesOf(turns)]
  const numbered = areNumbered(names)
  if (!numbered && isSeries(names)) return false
  const byTheClock = beside === 'times' && (talkByTheClock(turns) || (numbered && comesBack(turns)))
  return byTheClock || oftenAndMixed(turns, numbered) || peopleTalk(turns, names, beside)
}

/** The first way. */
function peopleTalk(turns: readonly Turn[], names: readonly string[], beside: Beside): boolean {
  const numbered = areNumbered([...names])
  if (!speak(turns)) return false
  if (beside === 'nothing' && !((numbered || comesBack(turns)) && many(turns, isSentence, 0.75))) return false
  const called = new Set(names.flatMap((name) => [name, name.split(' ')[0] ?? '', inSmall(name)]))
  if (turns.some((turn) => callsAnother(turn, called))) return true
  return names.filter(isPerson).length * 2 > names.length && (numbered || answerEachOther(turns))
}

/** A number, a day, an address or a single word, as forms, rosters and lists have them. */
const isValue = ({ text }: Turn) =>
  !SENTENCE.test(text) && (/^\S*$/.test(text) || /^[^\p{L}]*\d/u.test(text) || /\S@\S/.test(text))

/**
 * Whether labels that are not taken may be writers all the same, so that it is worth a question: what they open is no
 * values, and they are called as people are, or two of them say "I", ask or answer; where they come back after each other,
 * sentences are enough, or one that speaks.
 */
export function mayBeWriters(all: readonly Turn[]): boolean {
  const turns = all.slice(0, LOOKED_AT)
  const names = [...namesOf(turns)]
  // Horoscopes and directions say "you" to whoever reads them.
  const speaks = (turn: Turn) => SELF.test(turn.text) || tells(turn) || ASKS.test(turn.text)
  const speaking = namesOf(turns.filter(speaks)).size
  if (speaking > 1) return true
  if (many(turns, isValue, 0.5)) return false
  if (names.filter(isPerson).length * 2 >= names.length) return true
  return comesBack(turns) && (speaking > 0 || many(turns, isSentence, 0.5) || many(turns, isLong, 0.5))
}

/** Words enough for somebody to have said something; code has its marks between them. */
const isLong = ({ text }: Turn) => /^(?:[\p{L}\p{M}'’-]{1,30},?\s){4}\p{L}/u.test(text)

/** "NORA", as plays write her name, is spoken to as "Nora". */
const inSmall = (name: string) => name.slice(0, 1) + name.slice(1).toLowerCase()
