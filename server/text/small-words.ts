/**
 * Small words that turn a statement round while its content words stay the same: "because of" and "despite" the motorway,
 * "with" and "against" the tenant, "still" and "used to". Written for this project, English and German.
 */

/** Words of two sides; "/" parts them. */
const SIDES = [
  'because due owing thanks wegen dank aufgrund weil / despite spite notwithstanding regardless although trotz obwohl',
  'for with favour favor favouring für mit zugunsten / against gegen without ohne',
  'into / out',
  'from since ab seit / until till bis',
  'zu zum zur / ab',
  'except außer / even also auch sogar selbst',
  'above over oberhalb / below under beneath underneath unterhalb',
  'only solely exclusively nur ausschließlich lediglich / and or also even too except und oder auch sogar selbst außer',
  'still already noch bereits schon / formerly früher einst',
].map((line) => line.split(' / ').map((words) => words.split(' ')))

/** By word the bits of the sides it stands at. */
const SIDE = new Map<string, number>()
SIDES.forEach((sides, set) =>
  sides.forEach((words, side) =>
    words.forEach((word) => SIDE.set(word, (SIDE.get(word) ?? 0) | (1 << (2 * set + side)))),
  ),
)

/** The lower bit of every set of sides. */
const FIRST = SIDES.reduce((bits, _, set) => bits | (1 << (2 * set)), 0)

/** By their first word the pairs of words that say that something is not so, or not so any more or not yet. */
const NOT_SO = new Map([
  ['far', 'from'],
  ['used', 'to'],
  ['yet', 'to'],
  ['stopped', 'being'],
])
/** After these "used to" speaks of a use or of a habit that is still there. */
const IN_USE = new Set('is are was were be been being get gets got become'.split(' '))

/** What a statement's small words say. */
export interface SmallWords {
  /** Two bits for every set: which of its sides the words stand at. */
  sides: number
  /** Whether it says that something is not so, not any more or not yet. */
  notSo: boolean
}

export function smallWords(words: readonly string[]): SmallWords {
  let sides = 0
  let notSo = false
  words.forEach((word, at) => {
    const before = words[at - 1] ?? ''
    // "Not only" and "nicht nur" leave out nothing.
    if (before !== 'not' && before !== 'nicht') sides |= SIDE.get(word) ?? 0
    if (NOT_SO.has(word) && NOT_SO.get(word) === words[at + 1] && !(word === 'used' && IN_USE.has(before))) notSo = true
  })
  return { sides, notSo }
}

/** Whether small words put two statements at different sides, or say of only one that it is not so. */
export function turnedBySmallWords(a: SmallWords, b: SmallWords): boolean {
  const common = a.sides & b.sides
  const [inA, inB] = [a.sides | (a.sides >> 1), b.sides | (b.sides >> 1)]
  return a.notSo !== b.notSo || (inA & inB & ~(common | (common >> 1)) & FIRST) !== 0
}
