/** Whether two statements say of two things the reverse: "the ferry beats the bus", "the bus beats the ferry". */

/** A statement as far as its order goes. */
export interface Ordered {
  /** All words in their order. */
  sequence: readonly string[]
  /** Content words by their stem, in order of first sight. */
  content: ReadonlyMap<string, { word: string }>
  /** See `isPassive`. */
  passive: boolean
}

const BEING = new Set('is are was were be been being get gets got wird werden wurde wurden worden'.split(' '))
const BEHIND = new Set(['werden', 'worden', 'wird', 'wurde', 'wurden'])
const BY = new Set(['by', 'von', 'vom', 'durch'])

/** Whether a statement tells what is done to something and by whom; "by 2030" names nobody. */
export function isPassive(words: readonly string[]): boolean {
  const being = words.findIndex((word) => BEING.has(word))
  if (being < 0) return false
  // In a German clause with "muss" or "soll" what tells the passive stands last.
  const from = BEHIND.has(words.at(-1) ?? '') ? -1 : being
  return words.some((word, at) => at > from && BY.has(word) && /^\p{L}/u.test(words[at + 1] ?? ''))
}

/** Words that join two things of which the same is said: their order is of no account. */
const JOINING = ['and', 'or', 'und', 'oder']
/** Fewest content words with which an order tells who does what to whom. */
const ORDERED = 3
/** Words that begin a statement with where, when or for whom, so that who does it stands behind what is done. */
const FRONTED = new Set(
  'on in at for during every each from with by under to after before since auf im in am an für bei aus während jedes jeden nach vor zu seit mit'.split(
    ' ',
  ),
)

/** Whether two statements have the same content words, at most one apart, but say of two things the reverse. */
export function reversed(a: Ordered, b: Ordered): boolean {
  if (Math.abs(a.content.size - b.content.size) > 1) return false
  const one = inBoth(a, b)
  if (one.length < ORDERED || one.length + 1 < Math.max(a.content.size, b.content.size)) return false
  const other = inBoth(b, a)
  const head = one.findIndex((stem, at) => stem !== other[at])
  if (head < 0)
    return a.passive !== b.passive && ![...BY].some((word) => a.sequence.includes(word) && b.sequence.includes(word))
  if (a.passive !== b.passive) return false
  let tail = one.length
  while (one[tail - 1] === other[tail - 1]) tail--
  const [here, there] = [one.slice(head, tail), other.slice(head, tail)]
  const same = (x: readonly string[], y: readonly string[]): boolean => x.join(' ') === y.join(' ')
  const last = here.length - 1
  if (here[0] === there[last] && here[last] === there[0] && same(here.slice(1, last), there.slice(1, last))) {
    return here.length > 2 || exchanged(a, b, here)
  }
  if (isFronted(a) || isFronted(b)) return false
  for (let before = 1; before < last; before++) {
    for (let pivot = 1; pivot <= PIVOT && before + pivot <= last; pivot++) {
      const turned = [...here.slice(before + pivot), ...here.slice(before, before + pivot), ...here.slice(0, before)]
      if (same(turned, there)) return true
    }
  }
  return false
}

/** Most content words between two things that changed places: "is much better than". */
const PIVOT = 2

function inBoth(a: Ordered, b: Ordered): string[] {
  const found: string[] = []
  for (const stem of a.content.keys()) if (b.content.has(stem)) found.push(stem)
  return found
}

/** Whether two neighbours changed places as they are written, and no word makes their order of no account. */
function exchanged(a: Ordered, b: Ordered, stems: readonly string[]): boolean {
  if (isFronted(a) || isFronted(b) || JOINING.some((word) => a.sequence.includes(word))) return false
  return stems.every((stem) => a.content.get(stem)?.word === b.content.get(stem)?.word)
}

function isFronted({ sequence }: Ordered): boolean {
  return FRONTED.has(sequence[0] ?? '')
}
