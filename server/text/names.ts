/** Words written as names: with a capital where no sentence begins. In German that is every noun. */
import { eachWord } from './compared.ts'

/** Words of a text, in their compared form, that are written with a capital where no sentence begins. */
export function namesIn(text: string): Set<string> {
  const found = new Set<string>()
  eachWord(text, (word, start, end) => {
    if (/^\p{Lu}/u.test(text.slice(start, start + 2)) && isName(text, word, start, end, ANY)) found.add(word)
  })
  return found
}

const ANY = { has: () => true }

export function isName(
  text: string,
  word: string,
  start: number,
  end: number,
  lower: { has(word: string): boolean },
): boolean {
  // Most words are plain and in lower case, which takes no expression to see.
  const first = text.charCodeAt(start)
  if (first >= 0x61 && first <= 0x7a) return false
  const written = text.slice(start, end)
  if (!/^\p{Lu}/u.test(written) || written === 'I' || /^I['’]/u.test(written)) return false
  const startsSentence = /(?:^|[.!?:…\n]["”’)]*\s+|\n)["“‘(]*$/u.test(text.slice(Math.max(0, start - 12), start))
  return startsSentence ? !lower.has(word) && !word.endsWith('ing') : true
}
