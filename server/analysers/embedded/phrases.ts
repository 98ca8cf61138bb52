/** Finds the phrases of a language in a list of words, all in one pass. */
import type { Token } from '../../text/tokens.ts'
import type { Language, Marker } from './languages/language.ts'

/** A sign found: which, and the words that show it. */
export interface Sign {
  marker: Marker
  words: string
}

interface Entry {
  marker: Marker
  words: string[]
  /** As it is shown to the reader. */
  shown: string
  atStart: boolean
}

export type Finder = (words: readonly Token[]) => Sign[]

const FINDERS = new WeakMap<Language, Finder>()

/** A finder for all markers of `language`; each marker is reported once, with the longest phrase found first. */
export function finder(language: Language): Finder {
  const kept = FINDERS.get(language) ?? compiled(language)
  FINDERS.set(language, kept)
  return kept
}

function compiled(language: Language): Finder {
  const byFirst = new Map<string, Entry[]>()
  for (const [marker, list] of Object.entries(language.markers) as [Marker, string[]][]) {
    for (const phrase of list) {
      const atStart = phrase.startsWith('^')
      const shown = phrase.replace('^', '')
      const words = shown.split(/[ .;]+/)
      const entries = byFirst.get(words[0] as string) ?? []
      entries.push({ marker, words, shown, atStart })
      byFirst.set(words[0] as string, entries)
    }
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length)
  return (words) => find(words, byFirst, startOf(words, language.openers), language)
}

/** Signs that say the opposite when denied ("I don't disagree", "not that I agree"): then they are no sign. */
const TURNED: ReadonlySet<Marker> = new Set(['disagreement', 'agreement'])
/** A denial counts up to so many words before them. */
const DENIED_WITHIN = 2

function isDenied(words: readonly Token[], at: number, { negations, functionWords, openers }: Language): boolean {
  return words.slice(Math.max(0, at - DENIED_WITHIN), at).some(({ lower }) => {
    const plain = negations.has(lower) && functionWords.has(lower) && !openers.has(lower)
    return plain || lower.endsWith("n't")
  })
}

/** Index up to which a phrase counts as standing at the start: after the opening words, at most three of them. */
function startOf(words: readonly Token[], openers: ReadonlySet<string>): number {
  let start = 0
  while (start < 3 && openers.has(words[start]?.lower ?? '')) start += 1
  return start
}

function standsAt(words: readonly Token[], at: number, phrase: readonly string[]): boolean {
  for (let nth = 0; nth < phrase.length; nth++) if (words[at + nth]?.lower !== phrase[nth]) return false
  return true
}

function find(words: readonly Token[], byFirst: Map<string, Entry[]>, start: number, language: Language): Sign[] {
  const found = new Map<Marker, string>()
  for (let at = 0; at < words.length; at += 1) {
    const entries = byFirst.get((words[at] as Token).lower)
    if (entries === undefined) continue
    for (const entry of entries) {
      if (entry.atStart && at > start) continue
      if (found.has(entry.marker)) continue
      if (!standsAt(words, at, entry.words)) continue
      if (TURNED.has(entry.marker) && isDenied(words, at, language)) continue
      found.set(entry.marker, entry.shown)
    }
  }
  const denial = found.get('disagreement')
  const nod = found.get('agreement')
  // "Stimmt" in "stimmt nicht" agrees with nothing.
  if (denial !== undefined && nod !== undefined && ` ${denial} `.includes(` ${nod} `)) found.delete('agreement')
  return [...found].map(([marker, said]) => ({ marker, words: said }))
}
