/**
 * Words that are opposites, and words that say the same: sets of poles (`opposite-words.ts`). A word of one pole turns a
 * statement round where a word of another pole of the set stood; words of one pole say about the same.
 *
 * Antonymy as a sign of contradiction: S. Mohammad, B. Dorr, G. Hirst, "Computing Word-Pair Antonymy", EMNLP 2008, where
 * whole groups of words, not single pairs, stand against each other.
 */
import { CONTRARY, CONTRASTED } from './opposite-words.ts'
import { SAME } from './same-words.ts'
import { stem } from './stem.ts'

/** One meaning of a word: the set it belongs to, and its pole there. */
export interface Pole {
  set: number
  pole: number
}

/** Letters from which a stem stands for a word; shorter ones are too often those of other words. */
const SHORTEST = 4
const ENDING = /(?:en|er|es|em|e|t|st|te|ten|n)$/

/** Letters of a short word, whose stem stands for it nevertheless. */
const SHORTEST_WORD = 3

/** A word without a German ending. */
function bare(word: string): string {
  const found = word.replace(ENDING, '')
  return found.length < SHORTEST ? word : found
}

const NONE: readonly Pole[] = []
const POLES = new Map<string, Pole[]>()
const FORMS = new Map<string, Pole[]>()
/** Words whose stem is that of a word with another meaning. */
const OTHERS = new Set(['news', 'means', 'mean'])

const CONTRARIES = lines(CONTRARY)
for (const [set, line] of [...CONTRARIES, ...lines(CONTRASTED)].entries()) {
  line.split('/').forEach((words, pole) => {
    for (const word of words.trim().split(/\s+/)) put(word, { set, pole })
  })
}
const ALIKE = lines(SAME).map((line) => line.split(/\s+/))
for (const [at, words] of ALIKE.entries()) {
  for (const word of words) put(word, { set: -1 - at, pole: 0 })
}

/** What a word means among the sets: found as it is written, by its stem, or without a German ending. */
export function polesOf(word: string, stemmed: string = stem(word)): readonly Pole[] {
  if (OTHERS.has(word)) return NONE
  return POLES.get(word) ?? FORMS.get(stemmed) ?? FORMS.get(bare(word)) ?? superlative(word) ?? NONE
}

/** The word that stands for a word and for all that say the same; the word itself where there is none. */
export function oneForAll(word: string): string {
  const set = polesOf(word).find((pole) => pole.set < 0)?.set
  return set === undefined ? word : (ALIKE[-1 - set]?.[0] ?? word)
}

/** What "strongest" means: as much as "strong". */
function superlative(word: string): readonly Pole[] | undefined {
  return word.length > 6 && word.endsWith('est') ? POLES.get(word.slice(0, -3)) : undefined
}

/** Whether not both poles of a set can be said of one thing at one time. */
export function isContrary(set: number): boolean {
  return set >= 0 && set < CONTRARIES.length
}

/** Whether two words are opposites of which not both can be said of one thing at one time. */
export function contraries(a: readonly Pole[], b: readonly Pole[]): boolean {
  const set = ({ set: one }: Pole): boolean => isContrary(one)
  return opposed(a.filter(set), b.filter(set)) && !interchangeable(a, b)
}

/** Whether two words are of different poles of some set, and never of one. */
export function opposed(a: readonly Pole[], b: readonly Pole[]): boolean {
  if (interchangeable(a, b)) return false
  return a.some((one) => b.some(({ set, pole }) => set === one.set && pole !== one.pole))
}

/** Whether two words are of one pole of some set. */
export function interchangeable(a: readonly Pole[], b: readonly Pole[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  return a.some((one) => b.some(({ set, pole }) => set === one.set && pole === one.pole))
}

function lines(text: string): string[] {
  return text.trim().split(/\n+/)
}

function put(word: string, meaning: Pole): void {
  POLES.set(word, [...(POLES.get(word) ?? []), meaning])
  for (const form of new Set([stem(word), bare(word)])) {
    if (form.length < (word.length === SHORTEST_WORD ? SHORTEST_WORD : SHORTEST)) continue
    const known = FORMS.get(form) ?? []
    if (!known.some(({ set, pole }) => set === meaning.set && pole === meaning.pole))
      FORMS.set(form, [...known, meaning])
  }
}
