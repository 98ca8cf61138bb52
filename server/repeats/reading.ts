/** Posts as rows of words: the form in which passages of one are looked for in another. */
import type { Post, Range, Thread } from '../../shared/thread.ts'
import { eachWord, Vocabulary } from '../text/compared.ts'
import { urlRanges } from '../text/mask.ts'
import { type Matchable, matchable } from '../text/matching.ts'
import { inTime, personOf } from './order.ts'
import { betweenMarks } from './own.ts'

/** One post as it is read word by word. Arrays are parallel, one entry per word. */
export interface Reading {
  /** Position in order of time. */
  at: number
  post: Post
  thread: Thread
  person: string | null
  /** Numbers of the words; equal words of all posts have equal numbers. */
  ids: Int32Array
  starts: Int32Array
  ends: Int32Array
  /** The words with those made negative that are not the author's own: quoted, code, addresses. */
  own: Int32Array
  /** The author's own words alone. */
  spoken(): Int32Array
  matchable(): Matchable
  /** What stands between quotation marks. */
  between(): Range[]
}

/** Every post of the threads, earliest first. */
export function readings(threads: readonly Thread[]): Reading[] {
  const vocabulary = new Vocabulary()
  return inTime(threads).map(({ post, thread }, at) => {
    const [ids, starts, ends]: [number[], number[], number[]] = [[], [], []]
    eachWord(post.text, (word, start, end) => {
      ids.push(vocabulary.id(word))
      starts.push(start)
      ends.push(end)
    })
    const reading = {
      at,
      post,
      thread,
      person: personOf({ post, thread }),
      ids: Int32Array.from(ids),
      starts: Int32Array.from(starts),
      ends: Int32Array.from(ends),
    }
    const notOwn = [...post.quotes.filter((quote) => quote.how === 'marked'), ...post.code, ...urlRanges(post.text)]
    const own = without(reading, notOwn)
    let spoken: Int32Array | null = null
    let prepared: Matchable | null = null
    let between: Range[] | null = null
    return {
      ...reading,
      own,
      spoken: () => (spoken ??= own.filter((id) => id >= 0)),
      matchable: () => (prepared ??= matchable(own)),
      between: () => (between ??= betweenMarks(post.text)),
    }
  })
}

/** The words of a reading with those inside `ranges` made negative, each another number so that no two match. */
export function without(
  { ids, starts, ends }: { ids: Int32Array; starts: Int32Array; ends: Int32Array },
  ranges: readonly Range[],
): Int32Array {
  const kept = Int32Array.from(ids)
  for (const range of ranges) {
    for (let word = wordAt(ends, range.start); word < ids.length && (starts[word] as number) < range.end; word++) {
      kept[word] = -1
    }
  }
  return kept
}

/** The first and the last word (exclusive) that lie wholly inside a range of the text. */
export function wordsIn(reading: Reading, range: Range): Range {
  let start = wordAt(reading.ends, range.start)
  if ((reading.starts[start] ?? 0) < range.start) start++
  let end = start
  while (end < reading.ids.length && (reading.ends[end] as number) <= range.end) end++
  return { start, end }
}

/** Where the words `[start, end)` stand in the text. */
export function rangeOf(reading: Reading, { start, end }: Range): Range {
  return { start: reading.starts[start] as number, end: reading.ends[end - 1] as number }
}

/** Number of the first word that ends after `offset`. */
function wordAt(ends: Int32Array, offset: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) > offset) high = middle
    else low = middle + 1
  }
  return low
}
