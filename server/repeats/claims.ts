/** The same point in other words becomes one claim with several mentions. */
import type { Repeat, Similar } from '../../shared/debate.ts'
import type { ClaimGroup, Unit } from '../../shared/findings.ts'
import type { Post, Thread } from '../../shared/thread.ts'
import type { Analyser, Asking } from '../analysers/index.ts'
import { eachWord, normalised } from '../text/compared.ts'
import { ContentStems } from '../text/content-stems.ts'
import { senses } from '../text/sense.ts'
import { candidatePairs, KEPT, type Kept } from './candidates.ts'
import { type Compared, Judgement } from './judgement.ts'
import { completeLinkage } from './linkage.ts'
import { inTime } from './order.ts'

export type { ClaimGroup } from '../../shared/findings.ts'

/** How often pairs that stand in the way of a join without having been compared are asked for. */
const ROUNDS = 1
/** Candidates of each statement that a model is asked about: every pair has its price, and few beyond these are the same. */
const FOR_A_PRICE: Kept = { letters: 4, words: 2, general: 0, least: 0.12 }
/** Pairs alike in which a group is listed, unless it is among those most alike with the other group. */
const MOST_SIMILAR = 3
/** Content words a statement needs to mean the same wherever it is said; "This is false" does not. */
const STANDS_ALONE = 2
const STANDS_ALONE_AFTER_POINTER = 4
/** Where it names what it points at: "this tax". */
const STANDS_ALONE_NAMING = 3
const POINTER = /^(?:this|that|these|those|it|they|he|she|its|theyre|thats|hes|shes|same)\b/
/** Too short for a word of content, and one nevertheless: "EU", "AI". */
const SHORT_NAME = /(?<![\p{L}\p{N}])\p{Lu}{2}(?![\p{L}\p{N}])/gu
const NAMING = /^(?:this|that|these|those) /
/** Begins like one that points and says by itself what it speaks of: "it is safe to swim", "it is true that". */
const SAYS_WHAT = /^it(?:s| is| isnt| was| wasnt| would be| seems) (?:\S+ ){1,4}(?:to|that|when|if)\b/

/** Units with the same words: what is compared. */
interface Statement extends Compared {
  units: Unit[]
}

/**
 * The claims and pieces of evidence of a debate, each with the units that say it, and pairs that look alike without being
 * merged. Concessions and questions are left out. Units with the same words are one; others are merged when the analyser
 * finds every two of a group the same (complete linkage, from `mergeAt`), asked only about candidates that share words.
 * What never merges, whatever the analyser, `Judgement` tells. The order of units changes nothing. A group's id is that of
 * its earliest unit. `repeats` are not analysed again; `saidAt` adds where they say the same.
 */
export async function mergeClaims(
  units: Unit[],
  threads: Thread[],
  repeats: Repeat[],
  analyser: Analyser,
  asking: Asking,
): Promise<{ groups: ClaimGroup[]; similar: Similar[] }> {
  const order = asSaid(threads)
  const stems = new ContentStems()
  const statements = statementsOf(units.toSorted(order), threads, repeats, stems)
  const texts = statements.map((one) => one.text)
  const judgement = new Judgement(statements, senses(lowerCaseWords(threads), stems), analyser, asking)
  const isPriced = analyser.name === 'model'
  if (isPriced) judgement.settle(candidatePairs(texts, KEPT, stems))
  let wanted = candidatePairs(texts, isPriced ? FOR_A_PRICE : KEPT, stems).flatMap(({ a, b }): [number, number][] =>
    judgement.isOpen(a, b) ? [[a, b]] : [],
  )
  let clusters: number[][] = []
  for (let round = 0; round <= ROUNDS; round++) {
    await judgement.ask(wanted)
    const alike = [...judgement.pairs(analyser.mergeAt)]
    const linked = completeLinkage(statements.length, alike, (a, b) => judgement.of(a, b), analyser.mergeAt)
    clusters = linked.clusters
    wanted = linked.unknown
    if (wanted.length === 0) break
  }
  const groups = clusters.map((cluster) =>
    groupOf(
      cluster.map((at) => statements[at] as Statement),
      order,
    ),
  )
  return { groups, similar: similarOf(clusters, groups, judgement.pairs(analyser.similarAt)) }
}

/** Compares units as they were said: by time of their posts, then by place in the post. */
function asSaid(threads: readonly Thread[]): (a: Unit, b: Unit) => number {
  const place = new Map(inTime(threads).map(({ post }, at) => [post.id, at]))
  const at = (unit: Unit): number => place.get(unit.postId) ?? Number.MAX_SAFE_INTEGER
  return (a, b) => at(a) - at(b) || a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function statementsOf(
  units: readonly Unit[],
  threads: readonly Thread[],
  repeats: readonly Repeat[],
  stems: ContentStems,
): Statement[] {
  const posts = new Map(threads.flatMap((thread) => thread.posts.map((post) => [post.id, post] as const)))
  const original = new Map(repeats.flatMap((one) => (one.kind === 'partial' ? [] : [[one.postId, one.of] as const])))
  const known = new Map<string, Statement>()
  for (const unit of units) {
    if (unit.kind !== 'claim' && unit.kind !== 'evidence') continue
    const about = pointsAt(unit, posts, original, stems)
    const key = `${unit.kind}\n${about ?? ''}\n${normalised(unit.statement) || unit.id}\n${unit.statement.trimEnd().endsWith('?')}`
    const same = known.get(key)
    if (same !== undefined) same.units.push(unit)
    else {
      known.set(key, {
        kind: unit.kind,
        text: unit.statement,
        about,
        units: [unit],
      })
    }
  }
  return [...known.values()]
}

/** What a statement that does not stand alone is about: the post answered, or its own post when it answers none. */
function pointsAt(
  unit: Unit,
  posts: ReadonlyMap<string, Post>,
  original: ReadonlyMap<string, string>,
  stems: ContentStems,
): string | null {
  const content = stems.of(unit.statement).size + (unit.statement.match(SHORT_NAME)?.length ?? 0)
  const words = normalised(unit.statement)
  const points = POINTER.test(words) && !SAYS_WHAT.test(words)
  const names = NAMING.test(words) && stems.stem(words.split(' ')[1] ?? '') !== null
  const least = names ? STANDS_ALONE_NAMING : points ? STANDS_ALONE_AFTER_POINTER : STANDS_ALONE
  if (content >= least) return null
  const parent = posts.get(unit.postId)?.parentId ?? unit.postId
  return original.get(parent) ?? parent
}

function lowerCaseWords(threads: readonly Thread[]): Set<string> {
  const found = new Set<string>()
  for (const { posts } of threads) {
    for (const { text } of posts) {
      eachWord(text, (word, start) => {
        if (!found.has(word) && /^\p{Ll}/u.test(text.slice(start, start + 2))) found.add(word)
      })
    }
  }
  return found
}

function groupOf(statements: readonly Statement[], order: (a: Unit, b: Unit) => number): ClaimGroup {
  const units = statements.flatMap((one) => one.units).sort(order)
  return { id: (units[0] as Unit).id, kind: (statements[0] as Statement).kind, units }
}

function similarOf(
  clusters: readonly number[][],
  groups: readonly ClaimGroup[],
  alike: Iterable<{ a: number; b: number; likeness: number }>,
): Similar[] {
  const group = new Map(clusters.flatMap((cluster, at) => cluster.map((member) => [member, at] as const)))
  const best = new Map<string, Similar>()
  for (const { a, b, likeness } of alike) {
    const [x, y] = [group.get(a) as number, group.get(b) as number].sort((p, q) => p - q) as [number, number]
    if (x === y) continue
    const known = best.get(`${x} ${y}`)
    if (known !== undefined && known.similarity >= likeness) continue
    best.set(`${x} ${y}`, { a: (groups[x] as ClaimGroup).id, b: (groups[y] as ClaimGroup).id, similarity: likeness })
  }
  const sorted = [...best.values()].sort((p, q) => q.similarity - p.similarity || (p.a + p.b < q.a + q.b ? -1 : 1))
  const times = new Map<string, number>()
  return sorted.filter(({ a, b }) => {
    const [x, y] = [(times.get(a) ?? 0) + 1, (times.get(b) ?? 0) + 1]
    if (x > MOST_SIMILAR && y > MOST_SIMILAR) return false
    times.set(a, x).set(b, y)
    return true
  })
}

/** Words of a statement that is easy to read on its own. */
const READABLE = { least: 5, most: 30 }

/**
 * The unit that says the point most clearly, whose statement stands for the group: one that says no more than its words,
 * stands alone (does not begin with "this", "it" …), is of readable length and taken word for word; among equals the one
 * held surest, then the earliest.
 */
export function clearest(units: readonly Unit[]): Unit {
  const rank = (unit: Unit): number => {
    const words = normalised(unit.statement)
    const length = words === '' ? 0 : words.split(' ').length
    return (
      (unit.saysMore ? 0 : 8) +
      (POINTER.test(words) ? 0 : 4) +
      (length >= READABLE.least && length <= READABLE.most ? 2 : 0) +
      (unit.verbatim ? 1 : 0)
    )
  }
  return units.reduce((best, unit) => {
    const gain = rank(unit) - rank(best) || unit.confidence - best.confidence
    return gain > 0 ? unit : best
  })
}
