/** The languages the embedded analyser understands, and how a text's language is recognised. */
import type { Token } from '../../../text/tokens.ts'
import { ENGLISH } from './english.ts'
import { GERMAN } from './german.ts'
import type { Language } from './language.ts'
import { OTHERS } from './others.ts'

/** English first: it is taken where nothing speaks against it. */
export const LANGUAGES: readonly Language[] = [ENGLISH, GERMAN]

/** Words needed before their shares decide the language of a text. */
const ENOUGH = 8
/** Least share of function words of a language in a text written in it. */
const LEAST = 0.2
/** By so many function words another language must lead in a text of fewer words. */
const LEAD = 2

/** For a function word the numbers of the languages it is one of: those that are read first, then the others. */
const NUMBERS: ReadonlyMap<string, number[]> = numbered([
  ...LANGUAGES.map(({ functionWords }) => functionWords),
  ...OTHERS.values(),
])
const COUNT = LANGUAGES.length + OTHERS.size

/** Verdicts ("Quelle?") that are said in one of the languages only. */
const VERDICTS: ReadonlyMap<string, Language | null> = saidInOne()

/**
 * The language of a text, by the share of function words (Grefenstette, "Comparing two language identification schemes",
 * 1995); null when it is none we know, or written in letters none of them uses. A text too short to tell takes `usual`,
 * unless several words or a verdict of another language stand in it.
 */
export function languageOf(words: readonly Token[], usual: Language | null): Language | null {
  return languageOr(words, () => usual)
}

/** The same, where it takes some work to tell what is `usual`. */
export function languageOr(words: readonly Token[], usually: () => Language | null): Language | null {
  if (isOtherScript(words)) return null
  if (words.length === 0) return usually()
  const counts = countsOf(words)
  const best = mostOf(counts, 0, COUNT)
  if (words.length < ENOUGH) {
    const usual = usually()
    const own = usual === null ? 0 : (counts[LANGUAGES.indexOf(usual)] ?? 0)
    if ((counts[best] ?? 0) >= own + LEAD) return LANGUAGES[best] ?? null
    return VERDICTS.get(words.map(({ lower }) => lower).join(' ')) ?? usual
  }
  const known = mostOf(counts, 0, LANGUAGES.length)
  const share = (counts[known] ?? 0) / words.length
  if ((counts[best] ?? 0) > (counts[known] ?? 0) && (counts[best] ?? 0) >= LEAST * words.length) return null
  if (share >= LEAST) return LANGUAGES[known] ?? null
  return words.length < 3 * ENOUGH ? usually() : null
}

function countsOf(words: readonly Token[]): number[] {
  const counts = Array.from({ length: COUNT }, () => 0)
  for (const { lower } of words) {
    const numbers = NUMBERS.get(lower)
    if (numbers !== undefined) for (const at of numbers) counts[at] = (counts[at] as number) + 1
  }
  return counts
}

/** The index of the largest count from `from` up to `to`; the first of equal ones. */
function mostOf(counts: readonly number[], from: number, to: number): number {
  let best = from
  for (let at = from; at < to; at += 1) if ((counts[at] ?? 0) > (counts[best] ?? 0)) best = at
  return best
}

function numbered(lists: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  lists.forEach((list, at) => {
    for (const word of list) found.set(word, [...(found.get(word) ?? []), at])
  })
  return found
}

function saidInOne(): Map<string, Language | null> {
  const found = new Map<string, Language | null>()
  for (const language of LANGUAGES) {
    for (const phrase of Object.values(language.verdicts).flat()) {
      const before = found.get(phrase)
      found.set(phrase, before === undefined || before === language ? language : null)
    }
  }
  return found
}

/** The last letter of the Latin blocks, which all known languages are written in. */
const LAST_LATIN = 0x24f

/** Whether more of the text stands in other letters than in Latin ones. Scripts without blanks have few, long words. */
function isOtherScript(words: readonly Token[]): boolean {
  let other = 0
  let all = 0
  for (const { lower } of words) {
    all += lower.length
    if (lower.charCodeAt(0) > LAST_LATIN) other += lower.length
  }
  return other * 2 > all
}

/** The language with this BCP 47 tag (its primary part counts), or null. */
export function languageTagged(tag: string | null): Language | null {
  const primary = tag?.toLowerCase().split('-')[0]
  return LANGUAGES.find((language) => language.tag === primary) ?? null
}
