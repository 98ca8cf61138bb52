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
