/** How much of a whole a statement speaks of, and whether of what must be or of what may be. */

/** How much of a whole is meant; statements about different amounts differ, and "some" is not the whole. None is a denial. */
const AMOUNTS: readonly (readonly [readonly string[], number])[] = [
  [['all', 'every', 'always', 'everyone', 'everybody', 'everything', 'everywhere', 'constantly'], 1],
  [['alle', 'allen', 'jeder', 'jede', 'jedes', 'immer', 'überall', 'ständig', 'dauernd', 'stets'], 1],
  [['most', 'mostly', 'usually', 'majority', 'generally', 'typically'], 0.7],
  [['meisten', 'meist', 'meistens', 'mehrheit'], 0.7],
  [['many', 'often', 'much', 'viele', 'vielen', 'oft', 'häufig'], 0.5],
  [['some', 'sometimes', 'several', 'occasionally', 'partly'], 0.3],
  [['einige', 'einigen', 'manche', 'manchen', 'manchmal', 'gelegentlich', 'teilweise'], 0.3],
  [['few', 'rarely', 'seldom', 'minority', 'wenige', 'wenigen', 'selten', 'minderheit'], 0.1],
]
/** Some, in several words. */
const NOW_AND_THEN = /\b(?:now and then|from time to time|once in a while|ab und zu|hin und wieder)\b/
const AMOUNT = new Map(AMOUNTS.flatMap(([words, amount]) => words.map((word) => [word, amount] as const)))

/** Before "much" and "many" these speak of too much or how much, not of an amount. */
const TOO = new Set('too so how as zu so wie'.split(' '))
const NEEDED = new Set('must muss müssen musst müsse müssten müsste'.split(' '))
const POSSIBLE = new Set('may might can could darf dürfen dürfte kann können könnte könnten'.split(' '))

/** Whether something is said to be needed, or only to be possible or allowed; null for both or neither. */
export function needed(words: readonly string[]): boolean | null {
  const [must, may] = [words.some((word) => NEEDED.has(word)), words.some((word) => POSSIBLE.has(word))]
  return must === may ? null : must
}

/** The amount a word stands for, a share of the whole, or nothing. */
export function amountOf(word: string): number | undefined {
  return AMOUNT.get(word)
}

/** The amounts a statement speaks of, by its words in order. */
export function amounts(words: readonly string[]): Set<number> {
  const found = new Set(words.flatMap((word, at) => (TOO.has(words[at - 1] ?? '') ? [] : (AMOUNT.get(word) ?? []))))
  return NOW_AND_THEN.test(words.join(' ')) ? found.add(0.3) : found
}
