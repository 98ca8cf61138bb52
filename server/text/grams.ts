/** Character n-grams inside words: they see that "legalise" and "legalising" are alike without knowing a language. */

/** All runs of `sizes` letters of each word, the word's edges marked with blanks; a word too short for a run is one itself. */
export function grams(tokens: readonly string[], sizes: readonly number[]): string[] {
  const found: string[] = []
  for (const token of tokens) {
    const edged = ` ${token} `
    if (edged.length < (sizes[0] as number)) found.push(edged)
    for (const size of sizes) {
      for (let at = 0; at + size <= edged.length; at += 1) found.push(edged.slice(at, at + size))
    }
  }
  return found
}
