/**
 * Whether two statements each name somebody or something the other does not: "Arholma needs a ferry", "Blidö needs a ferry".
 * Since German writes every noun like a name, forms, compounds, abbreviations and words that say the same are let pass.
 */
import { standsFor } from './abbreviations.ts'
import { akin } from './content-words.ts'
import { interchangeable, polesOf } from './opposites.ts'
import { spelled } from './word-forms.ts'

/** A statement as far as its names go. */
export interface Named {
  /** All words in their order. */
  sequence: readonly string[]
  /** Those written as names, without the "s" of a plural or genitive. */
  names: ReadonlySet<string>
  /** See `abbreviationsIn`. */
  abbreviations: ReadonlySet<string>
}

export function otherNames(a: Named, b: Named): boolean {
  if (a.names.size === 0 || b.names.size === 0) return false
  const missing = (one: Named, other: Named): boolean =>
    [...one.names].some(
      (name) =>
        !other.names.has(name) && !other.sequence.includes(name) && !hasForm(other, name) && !isShort(name, one, other),
    )
  return missing(a, b) && missing(b, a)
}

/** Whether a statement holds a form of a name, or what says the same: German writes every noun like a name. */
function hasForm({ sequence, names }: Named, name: string): boolean {
  const [poles, spelling] = [polesOf(name), spelled(name)]
  if ([...names].some((word) => isInside(word, name))) return true
  return sequence.some(
    (word) => akin(word, name) || spelled(word) === spelling || interchangeable(polesOf(word), poles),
  )
}

/** Letters of a name from which it is looked for in a word of which it is a part. */
const PART = 4

/** Whether one of two words is the beginning or end of the other, as in German compounds. */
function isInside(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= PART && (long.startsWith(short) || long.endsWith(short))
}

/** Whether a name is short for words of the other statement, or one of the words the other has a short name for. */
function isShort(name: string, one: Named, other: Named): boolean {
  return (
    (one.abbreviations.has(name) && other.sequence.some((_, at) => standsFor(name, other.sequence, at) > 0)) ||
    [...other.abbreviations].some((short) =>
      one.sequence.some((_, at) =>
        one.sequence.slice(at, at + standsFor(short, one.sequence, at)).some((word) => word.replace(/s$/, '') === name),
      ),
    )
  )
}
