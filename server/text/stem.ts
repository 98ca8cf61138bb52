/**
 * Stems of English words: the suffix rules of M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980).
 * Words with letters outside a to z come back as they are.
 */
const CONSONANT = '[^aeiou]'
const VOWEL = '[aeiouy]'
const CS = `${CONSONANT}[^aeiouy]*`
const VS = `${VOWEL}[aeiou]*`
const MEASURE_ABOVE_0 = new RegExp(`^(${CS})?${VS}${CS}`)
const MEASURE_IS_1 = new RegExp(`^(${CS})?${VS}${CS}(${VS})?$`)
const MEASURE_ABOVE_1 = new RegExp(`^(${CS})?${VS}${CS}${VS}${CS}`)
const HAS_VOWEL = new RegExp(`^(${CS})?${VOWEL}`)
const SHORT_END = new RegExp(`^${CS}${VOWEL}[^aeiouwxy]$`)

const STEP_2: Record<string, string> = {
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
}
const STEP_3: Record<string, string> = {
  icate: 'ic',
  ative: '',
  alize: 'al',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
}
const SUFFIX_2 = new RegExp(`^(.+?)(${Object.keys(STEP_2).join('|')})$`)
const SUFFIX_3 = new RegExp(`^(.+?)(${Object.keys(STEP_3).join('|')})$`)
const SUFFIX_4 = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$|^(.+?[st])(ion)$/

/** Stems worked out lately: texts use the same words over and over. */
const KEPT = new Map<string, string>()
const MOST_KEPT = 10_000

/** The stem of one lower-case word; words of one or two letters are their own stem. */
export function stem(word: string): string {
  const kept = KEPT.get(word)
  if (kept !== undefined) return kept
  if (KEPT.size >= MOST_KEPT) KEPT.clear()
  const fresh = stemmed(word)
  KEPT.set(word, fresh)
  return fresh
}

function stemmed(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  let s = word[0] === 'y' ? `Y${word.slice(1)}` : word
  s = plural(s)
  s = pastAndGerund(s)
  if (s.endsWith('y') && HAS_VOWEL.test(s.slice(0, -1))) s = `${s.slice(0, -1)}i`
  s = mapped(s, SUFFIX_2, STEP_2)
  s = mapped(s, SUFFIX_3, STEP_3)
  s = stripped(s)
  return tidied(s).toLowerCase()
}

/** What `work` makes of words, its stem unless told otherwise, worked out once for every word: texts of one debate use the same words. */
export function remembering(work: (word: string) => string = stem): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => {
    const kept = known.get(word)
    if (kept !== undefined) return kept
    const fresh = work(word)
    known.set(word, fresh)
    return fresh
  }
}

function plural(s: string): string {
  if (/(ss|i)es$/.test(s)) return s.slice(0, -2)
  return /[^s]s$/.test(s) ? s.slice(0, -1) : s
}

function pastAndGerund(s: string): string {
  if (s.endsWith('eed')) return MEASURE_ABOVE_0.test(s.slice(0, -3)) ? s.slice(0, -1) : s
  const base = /^(.+?)(ed|ing)$/.exec(s)?.[1]
  if (base === undefined || !HAS_VOWEL.test(base)) return s
  if (/(at|bl|iz)$/.test(base)) return `${base}e`
  if (/([^aeiouylsz])\1$/.test(base)) return base.slice(0, -1)
  return SHORT_END.test(base) ? `${base}e` : base
}

function mapped(s: string, pattern: RegExp, to: Record<string, string>): string {
  const found = pattern.exec(s)
  if (found === null || !MEASURE_ABOVE_0.test(found[1] as string)) return s
  return (found[1] as string) + (to[found[2] as string] as string)
}

function stripped(s: string): string {
  const found = SUFFIX_4.exec(s)
  const base = found?.[1] ?? found?.[3]
  return base !== undefined && MEASURE_ABOVE_1.test(base) ? base : s
}

function tidied(s: string): string {
  let out = s
  if (out.endsWith('e')) {
    const base = out.slice(0, -1)
    if (MEASURE_ABOVE_1.test(base) || (MEASURE_IS_1.test(base) && !SHORT_END.test(base))) out = base
  }
  return out.endsWith('ll') && MEASURE_ABOVE_1.test(out) ? out.slice(0, -1) : out
}
