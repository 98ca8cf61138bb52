/** A claim as its post says it: the whole sentence, word for word, and whether a reader understands it without the post. */
import { sentences } from '../../text/sentences.ts'
import { type Token, tokens } from '../../text/tokens.ts'
import type { OutlineClaim } from '../index.ts'
import { contentWords } from './extract.ts'
import { LANGUAGES, languageOf } from './languages/index.ts'
import type { Language, Marker } from './languages/language.ts'
import { type Finder, finder } from './phrases.ts'

export interface Quoted {
  claim: OutlineClaim
  /** Words of a post; only white space is not as it stands there. */
  text: string
  /** Whether it can be understood, and says something, away from its post. */
  alone: boolean
}

/** Longest sentence quoted, in characters; of a longer one only the words of the claim are. */
const LONGEST = 300
/** Fewest words that are quoted at all, and fewest words with content of a sentence that says something by itself. */
const FEWEST = { words: 4, content: 4 }

/** Signs that a sentence leans on what stands around it, or is talk between writers instead of a point. */
const LEANING: readonly Marker[] = [
  'dangling',
  'going on',
  'contrast',
  'signpost',
  'thanks',
  'chatter',
  'aside',
  'background',
  'inquiry',
  'request',
  'again',
  'machine',
]

/** Signs that even who speaks of themselves puts something forward. */
const PUTTING: readonly Marker[] = [
  'opinion',
  'norm',
  'disagreement',
  'agreement',
  'concession',
  'undercut',
  'conclusion',
  'reason',
  'favours',
  'opposes',
  'backs',
  'rejects',
]

/** Quotes claims; null where no words of a post are known that could be quoted. */
export function quoter(): (claim: OutlineClaim) => Quoted | null {
  const finders = new Map(LANGUAGES.map((language) => [language, finder(language)]))
  return (claim) => {
    if (claim.said === undefined) return null
    const { words, before, after } = claim.said
    const known = languageOf(tokens(before + words + after), LANGUAGES[0] as Language)
    const language = known ?? (LANGUAGES[0] as Language)
    const whole = sentenceOf(claim.said, language)
    const text = (whole.length <= LONGEST ? whole : words).replace(/\s+/g, ' ').trim()
    if (tokens(text).length < FEWEST.words) return null
    const alone = whole.length <= LONGEST && standsAlone(text, language, finders.get(language) as Finder)
    return { claim, text, alone }
  }
}

/** The sentence, or sentences, that hold the words. */
function sentenceOf({ words, before, after }: NonNullable<OutlineClaim['said']>, language: Language): string {
  const text = before + words + after
  const from = before.length
  const to = from + words.length
  const around = sentences(text, [], language.abbreviations).filter(({ start, end }) => start < to && end > from)
  const start = Math.min(from, ...around.map((one) => one.start))
  const end = Math.max(to, ...around.map((one) => one.end))
  return text.slice(start, end)
}

function standsAlone(text: string, language: Language, find: Finder): boolean {
  const words = tokens(text)
  if (goesOn(words, language) || /^\P{L}*\p{Ll}/u.test(text) || /[?？…:：][^\p{L}\p{N}]*$/u.test(text)) return false
  const signs = new Set(find(words).map(({ marker }) => marker))
  if (LEANING.some((marker) => signs.has(marker))) return false
  if (signs.has('first person') && signs.has('second person')) return false
  if (
    tellsOfItsWriter(words, language) &&
    !PUTTING.some((marker) => signs.has(marker)) &&
    !givesReason(words, language)
  )
    return false
  return contentWords(text, language).size >= FEWEST.content
}

/** Whether a sentence begins with its writer, or names them again and again. */
function tellsOfItsWriter(words: readonly Token[], { markers }: Language): boolean {
  const own = words.filter(({ lower }) => markers['first person'].includes(lower))
  return own.length > 1 || (own.length === 1 && own[0] === words[0])
}

/** Whether a reason is given within the sentence ("…, because …"). */
function givesReason(words: readonly Token[], { clauses }: Language): boolean {
  const joining = clauses.connectives.filter(({ joint, before }) => joint === 'reason' && before === 'anything')
  return words.some(({ lower }) => joining.some((one) => one.words[0] === lower))
}

/** Whether the first words join on to what was said before ("But …", "Moreover, …", "On the other hand, …"). */
function goesOn(words: readonly Token[], { openers, dropped }: Language): boolean {
  if (openers.has(words[0]?.lower ?? '')) return true
  const start = words
    .slice(0, 4)
    .map(({ lower }) => `${lower} `)
    .join('')
  return [...dropped.connectives, ...dropped.beforeComma].some((joining) => start.startsWith(`${joining} `))
}
