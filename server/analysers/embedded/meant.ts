/** Whether words of disagreement are meant for what a reply answers, and not for the writer, for a case, for somebody's quoted words. */
import { enclosedRanges } from '../../text/mask.ts'
import type { Token } from '../../text/tokens.ts'
import type { Language } from './languages/language.ts'
import type { Sign } from './phrases.ts'

/** Words before which a demonstrative still opens what is said ("Unfortunately this is not …"). */
const EARLY = 1

/** `signs`: all signs found in the `words` of `text`, `phrase` being the words of the one that disagrees. */
export function isMeant(
  phrase: string,
  text: string,
  words: readonly Token[],
  signs: readonly Sign[],
  language: Language,
): boolean {
  const parts = phrase.split(/[ .;]+/)
  const at = words.findIndex((_, from) => parts.every((part, nth) => words[from + nth]?.lower === part))
  const place = words[at]?.start ?? 0
  if (enclosedRanges(text).some(({ start, end }) => start < place && place < end)) return false
  if (asks(text)) return language.asking.has(parts[0] ?? '')
  const before = words[at - 1]?.lower ?? ''
  if (opensCase(before, language) || isRelative(words, at)) return false
  if (/^(?:that|this)$/.test(parts[0] ?? '') && at > EARLY && !opens(text.slice(0, place), before, language))
    return false
  const ofOneself = language.markers['first person'].includes(words[0]?.lower ?? '')
  return !ofOneself || parts.length > 1 || signs.some(({ marker }) => marker === 'opinion')
}

/** Whether the phrase is of a clause about a noun ("edits that I don't agree with"). */
function isRelative(words: readonly Token[], at: number): boolean {
  return (
    at > 1 &&
    /^(?:that|which|who|what)$/.test(
      (words[at - (/^(?:i|we)$/.test(words[at - 1]?.lower ?? '') ? 2 : 1)] ?? words[0])?.lower ?? '',
    )
  )
}

/** Whether the words ask: "Isn't it slow?" denies nothing. */
export const asks = (words: string): boolean => /[?？]\W*$/.test(words)

/** Whether a word says that what follows holds in a case only ("if", "when"). */
function opensCase(word: string, { markers, clauses }: Language): boolean {
  return markers.scene.includes(word) && clauses.subjects.has(word)
}

/** Whether a clause opens after these words: after a mark, or after a word that opens one. */
function opens(text: string, last: string, { openers }: Language): boolean {
  return openers.has(last) || /[,;:.!?–—-]\s*$/.test(text)
}
