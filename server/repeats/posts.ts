/** Posts that say again what an earlier post says. */
import type { Repeat } from '../../shared/debate.ts'
import type { Thread } from '../../shared/thread.ts'
import { type Sense, senses } from '../text/sense.ts'
import { Vocabulary } from '../text/compared.ts'
import { ContentStems } from '../text/content-stems.ts'
import { differences } from '../text/differences.ts'
import { mask } from '../text/mask.ts'
import { containment } from '../text/overlap.ts'
import { RarestIndex } from '../text/rarest.ts'
import { mix, shingles } from '../text/shingles.ts'
import { saysOther, SHORT_WORDS } from './altered.ts'
import { inTime, personOf, type Placed } from './order.ts'
import { eachWordOutside, shownQuotes } from './own.ts'
import { type Version, Versions } from './version.ts'

/** Part of the word pairs of the longer post that must be in the other (near), or of the shorter one (partial). */
export const ALIKE = 0.65
/** Words a post needs to be folded when it is the same but for marks and case; below, posts are answers like "+1" or "this". */
const EXACT_WORDS = 5
/** Words a post needs for its likeness to another to mean anything. */
const NEAR_WORDS = 8
/** Words a post needs to count as part of another. */
const PARTIAL_WORDS = 12
/** Words of its own that make a copy of the answered post an answer to it. */
export const ADDED = 2
/** Posts looked at closely for one post at most; reached only by floods of posts mixed from the same sentences. */
export const CANDIDATES = 200

/**
 * Posts alike but for a number or the like that are read word by word for one post; a flood of notices that differ only in
 * a number ("ticket 4711 was closed") has thousands. The earliest are read; a later one it might be folded into is missed.
 */
const TURNED = 5

/** A post as it is compared: the numbers of its own words, and the set of its neighbouring word pairs. */
interface Compared {
  placed: Placed
  ids: Uint32Array
  pairs: Uint32Array
  hash: number
}

/**
 * Repeats among all posts of all threads, each folded into the earliest post it repeats (`inTime`), never into a post that
 * is itself folded; so folding what is left finds nothing more, and the order of `threads` and posts changes nothing.
 * Quoted ranges (marked, or in quotation marks) are not compared.
 *
 * Kinds: `exact` after normalisation. `near` when the smaller containment of word pairs is at least `ALIKE`, unless what was
 * changed says something else (`saysOther`), or the same person says a point of their own in each: a signature is not what a
 * post says.
 * `cross-post` for the same federation id, or an exact or near repeat by the same name on another site. `partial` when only
 * one of the two posts is contained in the other, or a post copies the one it answers and adds to it: that is told, but the
 * later post is not superfluous. `similarity` is the containment that decided, `differences` the words that only one of the
 * two has. Posts under `EXACT_WORDS` words are never folded: "+1" or "this" twice is two people agreeing, not an argument
 * said twice.
 *
 * The index is exact for any number of posts (but for floods, see `CANDIDATES` and `TURNED`). MinHash with banding (A.
 * Broder 1997; P. Indyk, R. Motwani 1998), the usual choice for large collections, takes longer to find the same pairs, as
 * the bench of repeats tells with its figures: posts have fewer word pairs than a signature of 128 has numbers. It is also
 * blind to containment, so it is not used.
 */
export function foldPosts(threads: readonly Thread[]): Repeat[] {
  const vocabulary = new Vocabulary()
  const posts = comparedPosts(threads, vocabulary)
  const isOther = comparing(senses(new Set(), new ContentStems()))
  const index = new RarestIndex(
    posts.map((post) => (post.ids.length < NEAR_WORDS ? NONE : post.pairs)),
    ALIKE,
    CANDIDATES,
  )
  const sameWords = new Map<number, Compared[]>()
  const sameId = new Map<string, Compared>()
  const repeats: Repeat[] = []
  posts.forEach((post, at) => {
    const repeat =
      crossPosted(post, sameId) ?? exact(post, sameWords) ?? alike(post, index.candidates(at), posts, isOther)
    if (repeat !== null) repeats.push(repeat)
    if (repeat !== null && repeat.kind !== 'partial') return
    index.add(at)
    const known = sameWords.get(post.hash)
    if (known !== undefined) known.push(post)
    else if (post.ids.length >= EXACT_WORDS) sameWords.set(post.hash, [post])
    const { globalId } = post.placed.post
    if (globalId !== null && !sameId.has(globalId)) sameId.set(globalId, post)
  })
  return repeats
}

const NONE = new Uint32Array(0)

function comparedPosts(threads: readonly Thread[], vocabulary: Vocabulary): Compared[] {
  const placed = inTime(threads).filter(
    ({ post }) => post.state !== 'deleted' && post.state !== 'removed' && post.kind !== 'system',
  )
  // A post has fewer words than characters: one row takes the words of each in turn.
  const row = new Uint32Array(placed.reduce((most, { post }) => Math.max(most, post.text.length), 0))
  return placed.map((one) => {
    const { text } = one.post
    let [count, hash] = [0, 0]
    eachWordOutside(text, shownQuotes(one.post), (word) => {
      const id = vocabulary.id(word)
      row[count++] = id
      hash = mix(hash, id + 1)
    })
    const ids = row.slice(0, count)
    return { placed: one, ids, pairs: shingles(ids, 2), hash }
  })
}

function crossPosted(post: Compared, sameId: ReadonlyMap<string, Compared>): Repeat | null {
  const { globalId } = post.placed.post
  const first = globalId === null ? undefined : sameId.get(globalId)
  if (first === undefined) return null
  const same = sameList(post.ids, first.ids)
  const similarity = same ? 1 : containment(post.pairs, first.pairs).smaller
  return told(post, first, 'cross-post', similarity)
}

function exact(post: Compared, sameWords: ReadonlyMap<number, Compared[]>): Repeat | null {
  if (post.ids.length < EXACT_WORDS) return null
  const first = sameWords.get(post.hash)?.find((other) => sameList(post.ids, other.ids))
  if (first === undefined) return null
  return repeatOf(post, first, 'exact', 1)
}

function alike(
  post: Compared,
  candidates: readonly number[],
  posts: readonly Compared[],
  isOther: (one: Compared, two: Compared) => boolean,
): Repeat | null {
  let partial: { of: Compared; larger: number } | null = null
  let turnedDown = 0
  for (const candidate of candidates) {
    const other = posts[candidate] as Compared
    const { smaller, larger } = containment(post.pairs, other.pairs)
    if (smaller >= ALIKE && !answersBelow(post, other) && !signedAlike(post, other)) {
      if (!isOther(post, other)) return repeatOf(post, other, 'near', smaller)
      if (++turnedDown === TURNED) break
    } else if (larger >= ALIKE && larger > (partial?.larger ?? 0)) {
      const [least, most] = [post.ids.length, other.ids.length].sort((a, b) => a - b) as [number, number]
      const differs = most <= SHORT_WORDS && isOther(post, other)
      if (least >= PARTIAL_WORDS && !differs) partial = { of: other, larger }
    }
  }
  return partial === null ? null : repeatOf(post, partial.of, 'partial', partial.larger)
}

/** Tells whether of two near copies one says something else. */
function comparing(senseOf: (sentence: string) => Sense): (one: Compared, two: Compared) => boolean {
  const versions = new Versions<Compared>(senseOf)
  return (one, two) => {
    const length = Math.max(one.ids.length, two.ids.length)
    const [a, b] = [one, two].map((post) => versions.of(post, ownText, length <= SHORT_WORDS)) as [Version, Version]
    return saysOther(a, b, length, senseOf)
  }
}

/** Whether a post answers the one it copies and adds words of its own: that quotes it, and is told, but not folded. */
function answersBelow(post: Compared, other: Compared): boolean {
  return post.placed.post.parentId === other.placed.post.id && post.ids.length - other.ids.length >= ADDED
}

/** Whether one person wrote both and said something of their own in each: what is the same is then a signature or a habit. */
function signedAlike(post: Compared, other: Compared): boolean {
  const person = personOf(post.placed)
  return (
    person !== null &&
    person === personOf(other.placed) &&
    Math.min(ownWords(post, other), ownWords(other, post)) >= NEAR_WORDS
  )
}

/** How many words of the first post the second has not. */
function ownWords({ ids }: Compared, other: Compared): number {
  const known = new Set(other.ids)
  return ids.reduce((count, id) => count + (known.has(id) ? 0 : 1), 0)
}

/** The words of a post that are its author's own, as they are written. */
function ownText({ placed }: Compared): string {
  return mask(placed.post.text, shownQuotes(placed.post), ' ')
}

function repeatOf(post: Compared, of: Compared, kind: 'exact' | 'near' | 'partial', similarity: number): Repeat {
  const person = post.placed.post.author?.toLowerCase()
  const crossed =
    kind !== 'partial' &&
    person !== undefined &&
    person === of.placed.post.author?.toLowerCase() &&
    personOf(post.placed) !== personOf(of.placed)
  return told(post, of, crossed ? 'cross-post' : kind, similarity)
}

function told(post: Compared, of: Compared, kind: Repeat['kind'], similarity: number): Repeat {
  const repeat = { postId: post.placed.post.id, of: of.placed.post.id, kind, similarity }
  if (sameList(post.ids, of.ids)) return repeat
  const { a, b } = differences(ownText(post), ownText(of))
  return { ...repeat, differences: { post: a, of: b } }
}

function sameList(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at])
}
