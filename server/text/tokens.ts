/** Words of a text, in order, with their places. */

/** `lower`: the word in lower case, typographic apostrophes made straight. */
export interface Token {
  lower: string
  start: number
  end: number
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu

/** Runs of letters and digits; an apostrophe inside belongs to the word. Scripts without blanks give long runs. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    found.push({ lower: match[0].toLowerCase().replaceAll('’', "'"), start, end: start + match[0].length })
  }
  return found
}
