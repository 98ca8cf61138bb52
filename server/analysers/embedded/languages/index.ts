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
 * 1995); null when it is none we know. A text too short to tell takes `usual`.
 */
export function languageOf(words: readonly Token[], usual: Language | null): Language | null {
  if (words.length < ENOUGH) return usual
  const shares = LANGUAGES.map((language) => ({
    language,
    share: words.filter((word) => language.functionWords.has(word.lower)).length / words.length,
  }))
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a))
  if (best.share >= LEAST) return best.language
  return words.length < 3 * ENOUGH ? usual : null
}

/** The language with this BCP 47 tag (its primary part counts), or null. */
export function languageTagged(tag: string | null): Language | null {
  const primary = tag?.toLowerCase().split('-')[0]
  return LANGUAGES.find((language) => language.tag === primary) ?? null
}
