/**
 * Whether a reply's words contradict words of what it answers: a judgement of the same thing turned round, an opposite, a
 * denial of what is asserted. Signs of contradiction as in M.-C. de Marneffe, A. Rafferty, C. Manning, "Finding
 * Contradictions in Text", ACL 2008; they are read only between a reply and the post it answers, where people mostly
 * speak of the same thing.
 */
import { denies } from '../../text/negation.ts'
import { stem } from '../../text/stem.ts'
import type { Token } from '../../text/tokens.ts'
import type { Language } from './languages/language.ts'

/** Content words shared, half of either side's, from which a denial on one side only is a contradiction. */
const SHARED = 2
/** Longest flat denial, in words, that contradicts though both deny something. */
const FLAT = 8

/** What shows the contradiction, in words for a reader, or null. */
export function contradicts(a: readonly Token[], b: readonly Token[], language: Language): string | null {
  const [mine, theirs] = [contents(a, language), contents(b, language)]
  const shared = [...mine.keys()].filter((one) => theirs.has(one) && !judges(theirs.get(one) as string, language))
  if (shared.length === 0) return null
  if (a[1]?.lower === 'only' && language.negations.has(a[0]?.lower ?? '')) return null
  const [deny, denied] = [denies(a, language.negations), denies(b, language.negations)]
  const names = namesOf(a, b)
  const [judged, judgedBefore] = [judgement(a, names, language), judgement(b, names, language)]
  if (judged !== null && judgedBefore !== null)
    return (judged.good !== deny) === (judgedBefore.good !== denied)
      ? null
      : `“${judged.word}” against “${judgedBefore.word}”`
  if (deny === denied) {
    const pair = opposite(mine, theirs, language)
    if (pair !== null) return `“${pair[0]}” against “${pair[1]}”`
  }
  if (!deny) return null
  const half = shared.length * 2 >= Math.min(mine.size, theirs.size)
  const enough = shared.length * 2 >= mine.size || (shared.length >= SHARED && half)
  if (!denied && enough) return `denies what it answers: ${told(shared, mine)}`
  return shared.length >= SHARED && a.length <= FLAT ? `denies flatly: ${told(shared, mine)}` : null
}

const told = (shared: readonly string[], mine: ReadonlyMap<string, string>): string =>
  shared.map((one) => `“${mine.get(one)}”`).join(', ')

/** Content words by their stems. */
function contents(words: readonly Token[], language: Language): Map<string, string> {
  const found = words.map((word) => word.lower).filter((word) => word.length > 2 && !language.functionWords.has(word))
  return new Map(found.filter((word) => !language.negations.has(word)).map((word) => [stem(word), word]))
}

function judges(word: string, language: Language): boolean {
  return language.praise.has(word) || language.blame.has(word)
}

/** Words that are followed by the same word on both sides, and so are part of what is spoken of ("hate speech"). */
function namesOf(a: readonly Token[], b: readonly Token[]): ReadonlySet<string> {
  const pairs = new Set(b.map(({ lower }, at) => `${lower} ${b[at + 1]?.lower}`))
  return new Set(a.flatMap(({ lower }, at) => (a[at + 1] && pairs.has(`${lower} ${a[at + 1]?.lower}`) ? [lower] : [])))
}

/** The one judgement the words pass, `names` apart; null where there is none, or praise and blame. */
function judgement(
  words: readonly Token[],
  names: ReadonlySet<string>,
  language: Language,
): { good: boolean; word: string } | null {
  const judging = words.filter(({ lower }) => !names.has(lower))
  const good = judging.find((word) => language.praise.has(word.lower))
  const bad = judging.find((word) => language.blame.has(word.lower))
  if ((good === undefined) === (bad === undefined)) return null
  return { good: good !== undefined, word: (good ?? bad)?.lower ?? '' }
}

/** Two opposites, one on each side, neither on both. */
function opposite(
  mine: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, string>,
  language: Language,
): [string, string] | null {
  for (const [one, word] of mine) {
    if (theirs.has(one)) continue
    const other = language.opposites.get(one)?.find((turned) => theirs.has(turned) && !mine.has(turned))
    if (other !== undefined) return [word, theirs.get(other) as string]
  }
  return null
}
