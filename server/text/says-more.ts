/**
 * Signs that a statement says more than the words it was drawn from: a number they do not hold, a cause, a certainty or a
 * generality put to them, a doubt lost, a denial lost or added, or content they do not have. Unsupported additions of this kind are what
 * faithfulness checks of summaries look for (J. Maynez et al., "On Faithfulness and Factuality in Abstractive
 * Summarization", ACL 2020). A word in the place of another is no sign: a restatement needs words of its own.
 */
import { akin, contentWords, words } from './content-words.ts'
import { losesDoubt } from './hedges.ts'
import { inSmallest, mayTell, measures, sameValue } from './measures.ts'
import { quantities, tellsQuantity } from './quantities.ts'

const oneOf = (list: string): RegExp =>
  new RegExp(
    `(?<!\\p{L})(?:${list
      .trim()
      .split(/\s*\n\s*|\|/)
      .join('|')})(?!\\p{L})`,
    'iu',
  )

/** Says that one thing brings about another. */
const CAUSE =
  oneOf(`because|due to|owing to|thanks to|caus(?:e|es|ed|ing)|leads? to|led to|as a result|results? in|therefore|hence
  weil|wegen|aufgrund|infolge|führt(?:e|en)? zu|verursach(?:t|te|en)|deshalb|daher|deswegen`)
/** May stand for a cause, in any wording. */
const RELATES =
  oneOf(`because|since|as|so|due|owing|thanks|caus\\p{L}*|lead\\p{L}*|led|result\\p{L}*|why|therefore|hence|thus|mean\\p{L}*|ma[dk]e?s?|making|for
  given|if|when|with|by|from|through|after|force\\p{L}*|let|drives?|reasons?|weil|da|denn|wegen|aufgrund|deshalb|daher|deswegen|darum|also|dank|durch
  führ\\p{L}*|sorg\\p{L}*|lieg\\p{L}*|wenn|sodass|dass|damit|mit|nach|infolge|verursach\\p{L}*|gr[uü]nd\\p{L}*|macht|machen`)
/** Leaves nothing out. */
const ALL =
  oneOf(`(?<!(?:at|after|above|of|not)\\s)all(?!\\s+(?:night|day|the|over|right))|every(?:one|body|thing)?|always|entire(?:ly)?|completely|without exception
  alle[nr]?|jede[nrms]?|immer|stets|sämtliche|ausnahmslos|völlig`)
const ALL_TOO =
  oneOf(`all|every\\p{L}*|each|always|any\\p{L}*|entire\\p{L}*|complete\\p{L}*|whole|total\\p{L}*|no|none|nobody|never|ever|alle[nrms]?|jede[nrms]?|immer|stets
  sämtliche\\p{L}*|ganz\\p{L}*|völlig|kein\\p{L}*|nie|niemand`)
/** Leaves no doubt. */
const CERTAIN =
  oneOf(`prove[sdn]?|proof|proven|certain(?:ly)?|definite(?:ly)?|undoubted(?:ly)?|undeniabl[ey]|guarantee[sd]?|inevitabl[ey]
  beweis\\p{L}*|bewiesen|zweifellos|zweifelsfrei|garantiert?|unvermeidlich`)
const NOT =
  oneOf(`not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|barely|\\p{L}+n['’]t|fail(?:s|ed)? to|doubt\\p{L}*|unlikely|den(?:y|ies|ied)|lack(?:s|ed)?|refuse[sd]?
  nicht|kein\\p{L}*|nie|niemals|niemand(?:e[mns])?|nichts|weder|ohne|kaum|bezweif\\p{L}*`)
const EVERY_NOT = new RegExp(NOT.source, 'giu')

/** Denies within a word, or by one that has no denial in it: "unreadable", "failed"; said otherwise it takes a denial. */
const HIDDEN =
  oneOf(`un(?!der|til|ion|it|iver|ter|ser|gefähr)\\p{L}{4,}|in(?:correct|valid|effective|sufficient|ability|able)|im(?:possible|practical)|fail\\p{L}*|\\p{L}{3,}less|wrong|false
  scheiter\\p{L}*|gescheitert|falsch`)

/** Share of a statement's content words that a passage holds when both are held to say, or to deny, the same. */
const SAME = 0.6
/** Added words for each one left out, from which on a statement adds to its passage instead of putting it otherwise. */
const ADDED = 2
/** Stands in a restatement for what was said by grammar alone: "rather", "you can't", a question. */
const RESTATING = oneOf(
  'holds?|better|unclear|able|allowed|permitted|possibl[ey]|gilt|gelten|besser|unklar|vermutlich|möglich|möglicherweise|erlaubt',
)
/** Proposes what it seems to deny: "Could we not …?" */
const PROPOSING =
  /(?<!\p{L})(?:(?:can|could|should|would|why)(?:\s+(?:we|you|they|one|I))?\s+not|(?:ca|could|should|would)n['’]t\s+(?:we|you|they|one|I)|(?:können|könnten|sollten|warum)\s+(?:wir|sie|man)?\s*nicht)(?!\p{L})[^?]*\?/iu

/** Where a statement comes from. */
interface Source {
  /** The words it was drawn from, and the sentences these stand in. */
  passage: string
  sentence: string
  /** The whole post, and all that it may speak of. */
  post: string
  /** Whether a content word stands in the post or around it. */
  knows: (word: string) => boolean
  /** Whether a number stands in the post or around it. */
  counts: (value: number | string) => boolean
}

export function saysMore(statement: string, source: Source): boolean {
  return (
    countsOtherwise(statement, source) ||
    (CAUSE.test(statement) && !RELATES.test(source.sentence)) ||
    (ALL.test(statement) && !ALL_TOO.test(source.sentence)) ||
    (CERTAIN.test(statement) && !CERTAIN.test(source.post)) ||
    turnsRound(statement, source) ||
    losesDoubt(statement, source.sentence, source.passage) ||
    adds(statement, source)
  )
}

/**
 * Whether it holds a number that is not there, or counts other things by it; a small one in words need not be there, unless
 * the passage counts the same, or something, otherwise.
 */
function countsOtherwise(statement: string, { passage, post, counts }: Source): boolean {
  const told = measures(statement)
  if (told.length === 0) return false
  const [own, raw, said] = [quantities(statement), quantities(passage), measures(passage)]
  return told.some((one) => {
    const known = said.filter((other) => sameValue(one, other))
    if (known.length > 0) return one.unit !== null && known.every(({ unit }) => unit !== null && unit !== one.unit)
    if (said.some((other) => mayTell(one, other)) || measures(post).some((other) => sameValue(one, other))) return false
    const written = own.find((other) => inSmallest(other).value === one.value) ?? one
    if (written.unit !== null && raw.some(({ value, unit }) => value === written.value && unit !== null)) return true
    return !counts(written.value) && (!one.passing || said.some(({ unit }) => unit === one.unit))
  })
}

/** How many words of a text deny. */
export function denials(text: string): number {
  return [...text.matchAll(EVERY_NOT)].length
}

/** The first word by which a text leaves nothing out, as `said`, which it restates, does not; null when there is none. */
export function generalised(text: string, said: string): string | null {
  return ALL_TOO.test(said) ? null : (ALL.exec(text)?.[0] ?? null)
}

/** Whether a word only denies. */
export function isDenial(word: string): boolean {
  return NOT.test(word)
}

/** Whether it holds nearly the same words and denies what they do not, or the other way round. */
function turnsRound(statement: string, { passage, sentence }: Source): boolean {
  if (HIDDEN.test(statement) !== HIDDEN.test(sentence) || PROPOSING.test(sentence)) return false
  const own = contentWords(statement).filter((word) => !NOT.test(word))
  const from = contentWords(passage).filter((word) => !NOT.test(word)).length < 2 ? sentence : passage
  const said = contentWords(from).filter((word) => !NOT.test(word))
  const shared = own.filter((word) => said.some((other) => akin(other, word))).length
  return (
    shared >= 2 && shared >= SAME * Math.min(own.length, said.length) && (denials(statement) + denials(from)) % 2 === 1
  )
}

/** Whether it has more words of its own than it puts in the place of others. */
function adds(statement: string, { passage, knows }: Source): boolean {
  const own = contentWords(statement)
  const added = own.filter(
    (word) =>
      !tellsQuantity(word) &&
      !NOT.test(word) &&
      !CERTAIN.test(word) &&
      !CAUSE.test(word) &&
      !RESTATING.test(word) &&
      !knows(word),
  ).length
  if (added === 0) return false
  const left = contentWords(passage).filter((word) => !NOT.test(word) && !own.some((other) => akin(other, word))).length
  return added > ADDED * Math.min(left, words(statement).length)
}
