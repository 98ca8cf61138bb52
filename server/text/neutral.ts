/** What small words and set phrases change about a claim; the words themselves are in `neutral-words.ts` and `phrases.ts`. */
import { ALIKE, DECISIVE, MODAL, NEUTRAL, SPARED, SUBJECT } from './neutral-words.ts'
import { together } from './parted-verbs.ts'
import { phraseAt } from './phrases.ts'
import { list } from './word-list.ts'

/** Behind these and at the beginning "just" is "only". */
const BEING = list('is are was were be')

/** One word after another as far as they matter: phrases shortened, one for all that say the same. */
export function plainly(written: readonly string[]): string[] {
  const words = together(written)
  const found: string[] = []
  for (let at = words[0] === 'well' ? 1 : 0; at < words.length; ) {
    // At the end "too" is "also", and before "worse" words of degree say no more than it does.
    if ((words[at] === 'too' && at > 1 && at === words.length - 1) || isDegree(words, at)) {
      at++
      continue
    }
    if (words[at] === 'just') {
      if (at === 0 || BEING.has(words[at - 1] as string)) found.push('only')
      at++
      continue
    }
    const known = phraseAt(words, at)
    if (known === undefined) found.push(words[at++] as string)
    else {
      found.push(...known.read)
      at += known.said.length
    }
  }
  return found
}

const DEGREES = list('much far way lot viel weitaus')

const COMPARING = /^(?:worse|better|more|less|mehr|weniger|besser|schlechter)$|..er$/

function isDegree(words: readonly string[], at: number): boolean {
  return DEGREES.has(words[at] as string) && COMPARING.test(words[at + 1] ?? '')
}

/** The word that stands for a small word and all that say the same; null for one that changes nothing. */
export function small(word: string): string | null {
  return NEUTRAL.has(word) ? null : (ALIKE.get(word) ?? word)
}

/** Whether a word tells of whom or of how many something is said: "we", "all". */
export function isSubject(word: string): boolean {
  return SUBJECT.has(word)
}

/** Whether a word is one of these, which carry no content whatever their length. */
export function isSmall(word: string): boolean {
  return NEUTRAL.has(word) || SPARED.has(word) || MODAL.has(word) || ALIKE.has(word)
}

/** Whether a word turns or bounds what it stands beside. */
export function isDecisive(word: string): boolean {
  return DECISIVE.has(word)
}

/** Whether a word speaks of the whole sentence: "should", "may". */
export function isModal(word: string): boolean {
  return MODAL.has(word)
}

/** Whether one of two statements may have this word and the other not. */
export function isSpared(word: string): boolean {
  return SPARED.has(word)
}
