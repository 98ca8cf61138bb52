/** Whether statements are alike but for a word or two that may turn everything. */
import { akin } from './content-words.ts'
import { interchangeable, type Pole } from './opposites.ts'
import { slip } from './slip.ts'

/** One content word. */
export interface Content {
  word: string
  /** What it means among the sets of opposites. */
  poles: readonly Pole[]
  /** What is left of it without a part that turns it round; see `unturned`. */
  bases: readonly string[]
  /** See `tellsQuantity`. */
  counts: boolean
}

/** A statement as far as its single words go. */
export interface Worded {
  /** All words in their order. */
  sequence: readonly string[]
  /** Content words by their stem, in order of first sight. */
  content: ReadonlyMap<string, Content>
  /** Whether a word of it denies what it is said of; see `isDenying`. */
  denying: boolean
}

/** Words that make of what they are said of something that is not so, or should not be. */
const DENYING = new Set(
  `false untrue wrong myth hoax nonsense rubbish lie bogus debunked disproved disproven refuted contradicted fiction
  oppose opposes opposed reject rejects rejected ban banned abolish abolished stop stopped prevent prevents prevented
  avoid avoids avoided end ended refuse forbid forbidden prohibited scrap scrapped instead
  falsch unwahr unsinn quatsch märchen mythos lüge widerlegt erfunden verboten verbieten abschaffen abgeschafft verhindern
  verhindert vermeiden vermeidet stoppen beenden ablehnen abgelehnt unmöglich`.split(/\s+/),
)
/** Content words without the like in the other statement up to which it is looked for forms and words of the same meaning. */
const MOST = 4
/** Most words in one place that differ between statements that are otherwise the same. */
const ONE_PLACE = 5

/** Whether one of the words denies what it is said of: "a myth", "false", "to ban". */
export function isDenying(words: readonly string[]): boolean {
  return words.some((word) => DENYING.has(word))
}

/**
 * Whether all that differs is that one content word stands where the other statement has another, neither forms of one word
 * nor known to say the same; or that a few words do between the same beginning and end. Nobody can tell from the words
 * whether that turns the statement round.
 */
export function saysAnother(a: Worded, b: Worded): boolean {
  const near = inOnePlace(a.sequence, b.sequence)
  if (!near && (unshared(a, b) > MOST || unshared(b, a) > MOST)) return false
  const most = near ? Number.POSITIVE_INFINITY : 1
  const inA = onlyIn(a, b, most)
  if (inA.length === 0 || inA.length > most) return false
  const inB = onlyIn(b, a, most)
  return near ? inB.length > 0 : inB.length === 1
}

/** Whether only a few words in one place differ. */
function inOnePlace(a: readonly string[], b: readonly string[]): boolean {
  const least = Math.min(a.length, b.length)
  let head = 0
  while (head < least && a[head] === b[head]) head++
  let tail = 0
  while (tail < least - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  return Math.max(a.length, b.length) - head - tail <= ONE_PLACE
}

/** Whether what only one of them says denies what both say: "it is a myth that …". */
export function deniesWhole(a: Worded, b: Worded): boolean {
  if (!a.denying && !b.denying) return false
  if (unshared(a, b) > MOST && unshared(b, a) > MOST) return false
  const [inA, inB] = [onlyIn(a, b), onlyIn(b, a)]
  const [deniedA, deniedB] = [isDenying(inA), isDenying(inB)]
  return deniedA !== deniedB && Math.min(inA.length, inB.length) === 0
}

/** Whether two words are forms or slips of one, or alike but for a part that turns one round, which the signs tell. */
function isForm(a: Content, b: Content): boolean {
  if (akin(a.word, b.word) || slip(a.word, b.word)) return true
  return a.bases.some((base) => akin(base, b.word)) || b.bases.some((base) => akin(base, a.word))
}

/** How many content words of the first statement the second has not in this form. */
function unshared(a: Worded, b: Worded): number {
  let count = 0
  for (const stem of a.content.keys()) if (!b.content.has(stem)) count++
  return count
}

/**
 * Content words of the first statement for which the second has no form, slip or word of the same meaning; where there are
 * more than `most`, some of them.
 */
function onlyIn(a: Worded, b: Worded, most = Number.POSITIVE_INFINITY): string[] {
  const found: string[] = []
  for (const [stem, one] of a.content) {
    if (b.content.has(stem) || one.counts) continue
    if (!hasLike(one, b)) found.push(one.word)
    if (found.length > most) break
  }
  return found
}

function hasLike(one: Content, { content }: Worded): boolean {
  for (const other of content.values()) {
    if (isForm(one, other) || interchangeable(one.poles, other.poles)) return true
  }
  return false
}
