/** Words with a part that turns another word round: "unsafe", "careless", "barrierefrei". */

const PREFIXES = ['un', 'in', 'im', 'ir', 'il', 'dis', 'non', 'mis', 'anti', 'miss', 'ent']
/** What words begin or end with that may turn another round. */
const TURNED = new RegExp(`^(?:${PREFIXES.join('|')})|(?:less|free|los|lose[nrs]?|frei|freien?)$`)

/** A word without the part that turns it round: "safe" for "unsafe", "care" and "careful" for "careless". */
export function unturned(word: string): readonly string[] {
  if (!TURNED.test(word)) return NONE
  const without = PREFIXES.filter((prefix) => word.startsWith(prefix)).map((prefix) => word.slice(prefix.length))
  const less = /^(.+?)(?:less|free|los|lose|loser|losen|loses|frei|freie|freien)$/.exec(word)?.[1]
  if (less !== undefined) without.push(less, `${less}ful`, `${less}voll`)
  return without.filter((base) => base.length > 2)
}

const NONE: readonly string[] = []

/** Words with "in" or "dis" before the word they deny; many others begin so, which do not ("improved", "discovered"). */
const DENIALS = new Set(
  `inaccurate inadequate inappropriate incapable incoherent incompatible incompetent incomplete inconsistent inconvenient
  incorrect indefensible indirect ineffective inefficient inexpensive infeasible inflexible inhumane insecure insensitive
  insignificant insufficient invalid invisible illegal illegitimate illogical immature immoral impolite impossible impractical
  imperfect irrational irregular irrelevant irresponsible irreversible irreparable irreplaceable dishonest disloyal
  disrespectful disobedient dissimilar dissatisfied disproportionate indistinguishable insane intolerable intolerant
  inoperable inaccessible inadmissible inconclusive inconsiderate indecent inexcusable inexperienced infrequent
  ineligible insincere insoluble invulnerable inactive immobile implausible imprecise improbable improper`.split(/\s+/),
)
/** Words that begin with "un" and deny nothing. */
const NO_DENIALS = new Set(['uneasy', 'under', 'until', 'united', 'unique', 'ungeheuer', 'unheimlich', 'unter'])

/** What a word denies of what it is said of: "fair" for "unfair", "useful" for "useless"; "proved" is not denied by "improved". */
export function denials(word: string): readonly string[] {
  if (NO_DENIALS.has(word)) return NONE
  return /^(?:un|non)|less$/.test(word) || DENIALS.has(word) || /.(?:los|frei)(?:e[nrs]?)?$/.test(word)
    ? unturned(word)
    : NONE
}

/** Beginnings that face each other: "overheated" and "underheated". */
const FACING: readonly (readonly [string, string])[] = [
  ['over', 'under'],
  ['up', 'down'],
  ['pro', 'anti'],
  ['pre', 'post'],
  ['über', 'unter'],
]

/** Whether two words are one behind beginnings that face each other. */
export function facing(a: string, b: string): boolean {
  return FACING.some(([one, other]) => faces(a, one, b, other) || faces(b, one, a, other))
}

function faces(a: string, one: string, b: string, other: string): boolean {
  return a.length > one.length + 2 && a.startsWith(one) && b === other + a.slice(one.length)
}
