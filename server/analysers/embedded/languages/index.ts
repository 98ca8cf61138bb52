/** The languages the embedded analyser understands, and how a text's language is recognised. */
import type { Token } from '../../../text/tokens.ts'
import { ENGLISH } from './english.ts'
import { GERMAN } from './german.ts'
import type { Language } from './language.ts'

/** English first: it is taken where nothing speaks against it. */
export const LANGUAGES: readonly Language[] = [ENGLISH, GERMAN]

/** Words needed before the words of a text decide its language. */
const ENOUGH = 8
/** Least share of function words of a language in a text written in it. */
const LEAST = 0.2

/**
 * The language of a text, by the share of function words (Grefenstette, "Comparing two language identification schemes",
 * 1995); null when it is none we know, or written in letters none of them uses. A text too short to tell takes `usual`.
 */
export function languageOf(words: readonly Token[], usual: Language | null): Language | null {
  if (isOtherScript(words)) return null
  if (words.length < ENOUGH) return usual
  const shares = LANGUAGES.map((language) => ({
    language,
    share: words.filter((word) => language.functionWords.has(word.lower)).length / words.length,
  }))
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a))
  if (best.share >= LEAST) return best.language
  return words.length < 3 * ENOUGH ? usual : null
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
