/** A statement as its words of content, each with the small words that introduce it, and what is said of the whole. */
import { abbreviationsIn, withoutPronounLike } from './abbreviations.ts'
import { words } from './compared.ts'
import { contentWords } from './content-words.ts'
import { isModal, isSmall, plainly, small } from './neutral.ts'
import { type Pole, polesOf } from './opposites.ts'
import { tellsQuantity } from './quantities.ts'
import { isPassive } from './reversed.ts'
import { spelled } from './word-forms.ts'

/** A statement as far as this rule goes. */
export interface Phrased {
  /** All words in their order. */
  sequence: readonly string[]
  /** See `isPassive`. */
  passive: boolean
  /** See `abbreviationsIn`. */
  abbreviations: ReadonlySet<string>
}

/** A statement as far as this rule goes, of its text. */
export function phrased(statement: string): Phrased {
  const text = withoutPronounLike(statement)
  const sequence = words(text).map(({ word }) => word)
  return { sequence, passive: isPassive(sequence), abbreviations: abbreviationsIn(text) }
}

/** A word of content with the small words that introduce it. */
export interface Part {
  word: string
  poles: readonly Pole[]
  small: ReadonlySet<string>
  /** Whether a German article makes it who does it, or to whom it is done. */
  role: 'doer' | 'done to' | null
  past: boolean
  /** Whether it is said of something: "is fair", "seems unsafe". */
  isSaid: boolean
}

export interface Parts {
  parts: Part[]
  /** "Should", "may": what speaks of the whole. */
  modal: ReadonlySet<string>
  /** Small words behind the last part. */
  rest: ReadonlySet<string>
  tense: 'past' | 'future' | null
  passive: boolean
  abbreviations: ReadonlySet<string>
}

const ROLES = new Map<string, Part['role']>([
  ['der', 'doer'],
  ['ein', 'doer'],
  ['den', 'done to'],
  ['einen', 'done to'],
])

const PAST = new Set(
  'was were had did has have been theyve weve ive youve war waren hatte hatten wurde wurden'.split(' '),
)

const FUTURE = new Set(['will', 'shall', 'wont'])

const BEING = new Set('is are was were be been its thats isnt arent wasnt werent ist sind war waren sein'.split(' '))

export function partsOf({ sequence, passive, abbreviations }: Phrased): Parts {
  const parts: (Part & { small: Set<string> })[] = []
  const modal = new Set<string>()
  let before = new Set<string>()
  let role: Part['role'] = null
  let isSaid = false
  for (const word of plainly(sequence)) {
    if (tellsQuantity(word)) continue
    if (isContent(word)) {
      parts.push({ word: spelled(word), poles: polesOf(word), small: before, role, past: word.endsWith('ed'), isSaid })
      before = new Set()
      role = null
      isSaid = false
      continue
    }
    role = ROLES.get(word) ?? role
    if (BEING.has(word)) isSaid = true
    const meant = small(word)
    if (meant !== null) (isModal(meant) ? modal : before).add(meant)
  }
  if ([...modal].some((word) => ADVICE.has(word))) anybody([...parts.map(({ small }) => small), before])
  // "Always back up" is what should be done. "Would" is a way to say what will be, unless something is said to hang on a condition.
  if (ADVISING.has(sequence[0] ?? '')) modal.add('should')
  if (sequence.some((word) => WOULD.has(word)) && sequence.some((word) => CONDITION.has(word))) modal.add('conditional')
  const tense = sequence.some((word) => FUTURE.has(word))
    ? 'future'
    : sequence.some((word) => PAST.has(word))
      ? 'past'
      : null
  return { parts, modal, rest: before, tense, passive, abbreviations }
}

/** Needs are the content of many a claim. */
const NEED = /^need(?:s|ed)?$/

function isContent(word: string): boolean {
  return !isSmall(word) && (word.length < 3 || NEED.test(word) || contentWords(word).length > 0)
}

/** "We should", "you should" and "one should" say what anybody should do. */
function anybody(all: readonly Set<string>[]): void {
  for (const small of all) {
    for (const word of ANYBODY) if (small.delete(word)) small.add('one')
  }
}

const ADVICE = new Set(['should', 'must', 'can'])

const ANYBODY = ['we', 'you', 'people', 'man']

const ADVISING = new Set(['always', 'never', 'dont', 'please'])

const WOULD = new Set(['would', 'wouldnt', 'würde', 'würden'])

const CONDITION = new Set(['if', 'unless', 'wenn', 'falls'])
