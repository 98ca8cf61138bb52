/** Short verdicts, questions, concessions: what a segment is before any weighing of claim against premise. */
import { marksChange } from '../../text/conceded.ts'
import { type Token, tokens } from '../../text/tokens.ts'
import type { Language } from './languages/language.ts'
import type { Segment } from './segment.ts'
import { has } from './typing.ts'

export type Verdict = 'against' | 'accepting' | 'conceding' | 'asking'

/** Longest reply, in words, that is looked up as a verdict. */
const LONGEST_VERDICT = 5

/** The verdict a whole short segment gives ("Misleading headline.", "Source?", "+1"), or null. */
export function verdictOf(segment: Segment, language: Language): Verdict | null {
  if (segment.words.length > LONGEST_VERDICT) return null
  const verdict = lookedUp(segment.text, language)
  if (segment.asks) return verdict === 'asking' ? verdict : null
  return verdict === 'asking' && !/^(?:\W*)(?:sources?|citations?|quellen?)\b/i.test(segment.text) ? null : verdict
}

/** The verdict words open with, up to the first mark ("No, because …", "Exactly. …"), or null. */
export function openingVerdict(text: string, language: Language): Verdict | null {
  const opening = /^(?:[-−–]?[^,.;:!?\n–—]{1,60})(?=[,.;:!\n–—])/.exec(text.trimStart())
  return opening === null ? null : lookedUp(opening[0], language)
}

/** The words before the first mark ("No, because …"), as they are looked up; all of them where there is none. */
export function openingWords(text: string): string {
  return plain(/^[-−–]?[^,.;:!?\n–—]+/.exec(text.trimStart())?.[0] ?? text)
}

/** Whether the opening words answer a question with "yes" or "no", which agreeing or disagreeing with somebody does not. */
export function answersYesOrNo(text: string, { verdicts }: Language): boolean {
  return verdicts.answering.includes(openingWords(text))
}

function lookedUp(text: string, language: Language): Verdict | null {
  const said = plain(text)
  const { verdicts } = language
  return (
    (['against', 'accepting', 'conceding', 'asking'] as const).find((kind) => verdicts[kind].includes(said)) ?? null
  )
}

/** Without marks and case; "+1" and "-1" keep their signs. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/(?![-−–]1\b)[^\p{L}\p{N}'+%\s]/gu, ' ')
    .replace(/[−–]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether the segment accepts what an opponent says ("fair point", "I was wrong"). */
export function concedes(segment: Segment): boolean {
  return has(segment, 'concession') && !has(segment, 'disagreement') && !segment.asks
}

/** Whether a post says by the mark of a debating forum that what it answers changed its writer's view. */
export function changesView(text: string): boolean {
  return marksChange(text)
}

/** Whether a title puts something forward that can be accepted or rejected: it holds a finite verb and does not ask. */
export function asserts({ asks, words }: Pick<Segment, 'asks' | 'words'>, language: Language): boolean {
  if (asks || language.asking.has(words[0]?.lower ?? '')) return false
  return words.slice(1).some((word) => language.asserting.has(word.lower) || language.clauses.verbs.has(word.lower))
}

/** Whether a title gives something to be for or against: it asks or asserts. */
export function isDebatable(title: string, language: Language): boolean {
  const asks = /[?？]\s*$/.test(title)
  return asks || asserts({ asks, words: tokens(title) }, language)
}

/** Longest statement, in words, whose denial at its end is of what was said before. */
const LONGEST_DENIAL = 8

/** Whether a statement ends in a bare denial of what was said before ("The field opposite isn't."). */
export function endsDenying(words: readonly Token[]): boolean {
  if (words.length > LONGEST_DENIAL) return false
  const [last, ...before] = words
    .slice(-3)
    .map(({ lower }) => lower)
    .reverse()
  return last !== undefined && /(?:n't|^not|^nicht)$/.test(last) && !before.includes('or') && !before.includes('oder')
}
