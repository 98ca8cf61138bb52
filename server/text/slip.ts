/**
 * Slips of the keyboard: one letter more, less or other, or two that changed places (F. Damerau, "A Technique for Computer
 * Detection and Correction of Spelling Errors", Communications of the ACM 7(3), 1964).
 */

/** Letters a word needs: in shorter ones a letter makes another word. */
const LETTERS = 5

/** Whether one of two words is the other with one slip. */
export function slip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < LETTERS) return false
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const [one, other] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  if (Math.max(one.length, other.length) <= 1) return true
  return one.length === 2 && one === `${other[1]}${other[0]}`
}
