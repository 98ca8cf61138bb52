/** Whether one statement denies all of the other in a word of its own: "it is a myth that …". */
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

/** Whether one of the words denies what it is said of: "a myth", "false", "to ban". */
export function isDenying(words: readonly string[]): boolean {
  return words.some((word) => DENYING.has(word))
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

/** Content words of the first statement for which the second has no form, slip or word of the same meaning. */
function onlyIn(a: Worded, b: Worded): string[] {
  return [...a.content].flatMap(([stem, one]) =>
    b.content.has(stem) || one.counts || hasLike(one, b) ? [] : [one.word],
  )
}

function hasLike(one: Content, { content }: Worded): boolean {
  for (const other of content.values()) {
    if (isForm(one, other) || interchangeable(one.poles, other.poles)) return true
  }
  return false
}
