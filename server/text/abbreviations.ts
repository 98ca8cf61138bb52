/**
 * Names and their abbreviations: "EU" and "European Union". An abbreviation is found by the first letters of the words it
 * stands for, after A. Schwartz, M. Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical
 * Text", PSB 2003, with all letters from the beginnings of words.
 */

/** "US" in lower case would be the pronoun. */
const STATES = /(?<![\p{L}\p{N}.])(?:US|U\.\s?S\.(?:\s?A\.)?)(?![\p{L}\p{N}])/gu

/** The text with "US" and "U.S." written as "USA". */
export function withoutPronounLike(text: string): string {
  return text.includes('U') ? text.replace(STATES, 'USA') : text
}

const NONE: ReadonlySet<string> = new Set()
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,5}(?=s?(?![\p{L}\p{N}]))/gu

/** Words of a text, in lower case, that are written in capitals only: "EU", "EVs". */
export function abbreviationsIn(text: string): ReadonlySet<string> {
  const found = text.match(CAPITALS)
  return found === null ? NONE : new Set(found.map((word) => word.toLowerCase()))
}

/** Fewest and most words an abbreviation stands for. */
const LENGTH = { least: 2, most: 5 }

/** How many words from `at` on an abbreviation stands for; 0 where it stands for none. "USA" may leave out America. */
export function standsFor(short: string, words: readonly string[], at: number): number {
  if (short.length < LENGTH.least || short.length > LENGTH.most || words[at]?.[0] !== short[0]) return 0
  if (words.includes(short)) return 0
  const letters = short === 'usa' && words[at + 2]?.[0] !== 'a' ? 'us' : short
  for (let nth = 1; nth < letters.length; nth++) if (words[at + nth]?.[0] !== letters[nth]) return 0
  // One word of the same letters is no abbreviation.
  return words.slice(at, at + letters.length).every((word) => word.length > 2) ? letters.length : 0
}
