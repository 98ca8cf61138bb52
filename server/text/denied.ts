/** Which words of a statement its negations reach. Words are English and German; negations also of some other languages. */
import { eachWord } from './compared.ts'
import type { Pole } from './opposites.ts'

/** A word as far as a negation may reach it. */
export interface Reached {
  word: string
  /** Null where it carries no content. */
  stem: string | null
  poles: readonly Pole[]
}

export const NEGATIONS = new Set(
  `not no never none nobody nothing nowhere neither without cannot cant wont dont doesnt didnt isnt arent wasnt werent
  hasnt havent hadnt wouldnt couldnt shouldnt mustnt neednt mightnt aint hardly barely scarcely lack lacks lacked lacking
  fail fails failed failing refuse refuses refused nicht kein keine keinen keiner keinem nie niemals niemand nichts
  nirgends weder keineswegs keinesfalls kaum ohne pas jamais sans
  doubt doubts doubted deny denies denied unlikely aucun aucune nunca sin ningun ninguna não nao sem non mai senza niet geen zonder`.split(
    /\s+/,
  ),
)

/** Content words a negation reaches. */
const REACH = 4

/** Words that begin a clause which a negation before them does not reach. */
export const CLAUSE_WORDS = new Set(
  'but because although though while whereas which who when if since so unless until than and or'.split(' '),
)

/** Words that begin the clause which is denied: "it is not so that". */
const THAT = new Set(['that', 'dass', 'daß'])

export function negates(words: readonly string[], at: number): boolean {
  const word = words[at] as string
  if (word === 'but') return words[at - 1] === 'anything'
  if (word === 'little') return /^d(?:o|oes|id)$/.test(words[at - 1] ?? '')
  return NEGATIONS.has(word) && !(word === 'not' && words[at + 1] === 'only')
}

/** Whether a text holds a word that denies. */
export function negated(text: string): boolean {
  const words: string[] = []
  eachWord(text, (word) => words.push(word))
  return words.some((_, at) => negates(words, at))
}

/**
 * The sign of every content word, 0 for the others: a negation reaches the next `REACH` of its clause, or, where none
 * follow, the last two.
 */
export function signed(meant: readonly Reached[], words: readonly string[], begins: readonly boolean[]): number[] {
  const content = meant.map(({ word, stem, poles }) => !NEGATIONS.has(word) && (stem !== null || poles.length > 0))
  const sign = content.map(Number)
  const turn = (at: number): void => {
    sign[at] = -(sign[at] as number)
  }
  words.forEach((_, at) => {
    if (!negates(words, at)) return
    let reached = 0
    for (let next = at + 1; next < words.length && reached < REACH; next++) {
      if (begins[next] === true && !(next === at + 1 && THAT.has(words[next] as string))) break
      if (content[next] !== true) continue
      turn(next)
      reached++
    }
    for (let before = at - 1; before >= 0 && reached === 0 && at - before <= 4; before--) {
      if (content[before] !== true) continue
      turn(before)
      reached++
    }
  })
  return sign
}
