/** Strings of words that say nothing: one word over and over, keys hit at random, bare lists, rows of marks. */
import type { Token } from './tokens.ts'

/** Commas for each gap between words, from which they are a list. */
const LISTED = 0.6
/** Words from which a sentence without a single function word is a list of words rather than said in short. */
const BARE = 10
/** Least share of different words in something said, from so many words on. */
const LEAST_NEW = 0.4
const ENOUGH = 5
/** In a text of more words than this the same words come again whatever is said. */
const LONG = 20
/** Least share of letters and digits among the characters of something said. */
const LEAST_LETTERS = 0.5
/** Share of words no tongue could speak, from which nothing is said. */
const MOST_MASHED = 0.4
/** Share of function words above which a language is spoken. */
const MOST_KNOWN = 0.2

const ROW_OF_KEYS =
  /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|ertz|rtyu|tyui|yuio|uiop|zxcv|xcvb|cvbn|vbnm|jkl|lkj|fdsa|(.)\1{3}/
/** Of words in Latin letters: other scripts write their vowels otherwise, or not at all. */
const UNSPEAKABLE = /^[^aeiouyæøœı]{4,}$|q[^u]/
const LATIN = /^[\p{Script=Latin}'’-]+$/u
const ACCENTS = /\p{M}+/gu

/** Whether `words`, as they stand in `text`, are only marks, words over and over, or keys hit at random. */
export function isNoise(text: string, words: readonly Token[], functionWords: ReadonlySet<string>): boolean {
  if (words.length === 0) return false
  const letters = words.reduce((sum, { start, end }) => sum + end - start, 0)
  if (letters < LEAST_LETTERS * lengthWithoutBlanks(text)) return true
  const different = words.length < 3 ? words.length : new Set(words.map(({ lower }) => lower)).size
  const least = LEAST_NEW * Math.min(words.length, LONG)
  if (words.length >= ENOUGH ? different < least : words.length >= 3 && different === 1) return true
  if (shareOf(words, functionWords) > MOST_KNOWN) return false
  const mashed = words.filter((word) => isMashed(word, text)).length
  return mashed > 1 && mashed >= MOST_MASHED * words.length
}

const BLANK = /\s/g

function lengthWithoutBlanks(text: string): number {
  let blanks = 0
  BLANK.lastIndex = 0
  while (BLANK.test(text)) blanks += 1
  return text.length - blanks
}

/** Whether words stand beside each other without making a sentence. `functionWords`: of the language they are in. */
export function isBareList(text: string, words: readonly Token[], functionWords: ReadonlySet<string>): boolean {
  if (words.length < ENOUGH || words.some(({ lower }) => functionWords.has(lower))) return false
  return words.length >= BARE || (text.match(/[,;/|]/g)?.length ?? 0) >= LISTED * (words.length - 1)
}

function shareOf(words: readonly Token[], functionWords: ReadonlySet<string>): number {
  return words.filter(({ lower }) => functionWords.has(lower)).length / words.length
}

/** Whether a word is keys hit at random; words in capitals are abbreviations. */
function isMashed({ lower, start, end }: Token, text: string): boolean {
  const word = text.slice(start, end)
  if (lower.length < 4 || /\d/.test(lower) || word === word.toUpperCase()) return false
  return ROW_OF_KEYS.test(lower) || (LATIN.test(lower) && UNSPEAKABLE.test(lower.normalize('NFD').replace(ACCENTS, '')))
}
