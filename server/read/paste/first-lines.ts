/** How much of a pasted text is read: every way of copying looks at every line, and most look more than once. */

/** About ten lines a post for as many posts as a thread may have. */
export const MOST_LINES = 100_000
/** Empty lines in a row that say more than one fewer would. */
const MOST_EMPTY = 2

/** `text` up to its `most` first lines with something on them, long rows of empty ones shortened, and how many such lines come after those. */
export function firstLines(text: string, most = MOST_LINES): { text: string; left: number } {
  const kept: string[] = []
  let [full, empty] = [0, 0]
  for (const line of text.split('\n')) {
    const isEmpty = line.trim() === ''
    if (isEmpty) empty++
    else [full, empty] = [full + 1, 0]
    if (full <= most && empty <= MOST_EMPTY) kept.push(line)
  }
  return { text: kept.join('\n'), left: Math.max(0, full - most) }
}
