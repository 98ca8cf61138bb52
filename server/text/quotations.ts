/** Words between quotation marks, in the pairs that European languages and Japanese use. */
import type { Range } from '../../shared/thread.ts'

const PAIRS = /“([^“”\n]+)”|„([^„“”\n]+)[“”]|«([^«»\n]+)»|»([^«»\n]+)«|「([^「」\n]+)」|(?<![\w"])"([^"\n]+)"(?!\w)/gu

/** Fewer characters than this are a word in doubt or a title, not a passage that could be looked for. */
const SHORTEST = 15

/** Where passages of at least three words (or 15 characters of a script without spaces) are quoted, marks left out. */
export function quotations(text: string): Range[] {
  return [...text.matchAll(PAIRS)].flatMap((found) => {
    const inner = found.slice(1).find((group) => group !== undefined) ?? ''
    const start = found.index + found[0].indexOf(inner)
    return isPassage(inner) ? [{ start, end: start + inner.length }] : []
  })
}

export function isPassage(words: string): boolean {
  const bare = words.trim()
  return bare.length >= SHORTEST && (bare.split(/\s+/).length >= 3 || !/\p{Script=Latin}/u.test(bare))
}
