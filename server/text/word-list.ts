/** Tables of words as they are written in this project: words parted by blanks, one set a line. */

/** All words of a table. */
export function list(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/))
}

/** By word the first of its line. */
export function classes(text: string): Map<string, string> {
  const lines = text.trim().split('\n')
  return new Map(
    lines.flatMap((line) => {
      const words = line.trim().split(' ')
      return words.map((word) => [word, words[0] as string] as const)
    }),
  )
}
