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
