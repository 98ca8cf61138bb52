/** Passages that a post takes over from an earlier one without marking them. */
import type { Post, Quote, Range } from '../../shared/thread.ts'
import { negated } from '../text/denied.ts'
import { eachWord } from '../text/compared.ts'
import { contentWords } from '../text/content-words.ts'
import { match } from '../text/matching.ts'
import { containment } from '../text/overlap.ts'
import { runs, shingles } from '../text/shingles.ts'
import { allOwn, type Library, VERBATIM } from './library.ts'
import { fillsLines } from './own.ts'
import { ADDED, ALIKE } from './posts.ts'
import { type Reading, rangeOf, without } from './reading.ts'

/**
 * Words with content, and characters, of an unmarked passage, or two people may only have used the same turn of phrase;
 * unless it is a long row, or stands on lines of its own.
 */
const VERBATIM_CONTENT = 4
const LONG = 12
const VERBATIM_CHARACTERS = 24
/** Posts that hold the same unmarked passage of another, for it to be a form. */
const FORM = 3
/** Words a writer must have put before or behind an unmarked passage for the sentence to be theirs; "Yes, …" makes none. */
const OWN_WORDS = 2
/** Before a passage: somebody else is told to say it. */
const ATTRIBUTES =
  /\b(?:(?:you|he|she|they|op|who)\s(?:\w+\s)?(?:say|said|claim|argue|write|wrote|assert|state|think|believe|insist)(?:s|ed|d)?|your\s(?:claim|point|argument|statement)|according to|(?:du|er|ihr|wer)\s(?:\w+\s)?(?:sagst|sagt|sagte|schreibst|schreibt|schrieb|behauptest|behauptet|meinst|meint)|(?:say|said|claim|argue|write|wrote)(?:s|ed)? that you|laut|deine (?:behauptung|these|aussage))(?!\p{L})/iu
/** An opening quotation mark at the end of what stands before a passage: whatever closes it, the words are somebody else's. */
const OPENED = /["“„«]\s*$/u
const SENTENCE_END = /[.!?…:\n]/
/** Characters before a passage that are looked at for the end of what stands above it. */
const AROUND = 20
/** Characters before an unmarked passage that are looked at for the beginning of its sentence. */
const SENTENCE = 200
/**
 * Passages outside the known quotes that stand word for word in earlier posts, as far as they are whole sentences there:
 * who takes up words within a sentence of their own ("I agree that …", "We should not …") speaks in them and quotes nobody,
 * unless the sentence says who said so ("you say …").
 */
export function verbatim(post: Reading, known: readonly Range[], library: Library): Quote[] {
  const own = without({ ...post, ids: post.own }, known)
  const hashes = runs(own, VERBATIM)
  const found: { quote: Quote; source: Reading; words: number }[] = []
  for (let word = 0; word < hashes.length; word++) {
    const seen = library.passage(hashes[word] as number)
    if (seen === null || !allOwn(own, word, VERBATIM)) continue
    const words = length(own, word, seen.post.own, seen.word)
    if (words < VERBATIM) continue
    const whole = wholeSentences(post, { start: word, end: word + words })
    if (whole.end - whole.start < VERBATIM) {
      word += words - 1
      continue
    }
    const range = rangeOf(post, whole)
    const passage = own.slice(whole.start, whole.end)
    if (passage.length < LONG && !fillsLines(post.post, range) && !saysSomething(post.post.text, range)) continue
    const before = sentenceBefore(post.post.text, range)
    if (negated(before) && !OPENED.test(before)) continue
    const { source, place } = preferParent(post, passage, library) ?? {
      source: seen.post,
      place: { start: seen.word + whole.start - word, end: seen.word + whole.end - word },
    }
    const of = { postId: source.post.id, ...rangeOf(source, place) }
    if (!(isFooter(post.post, range) && isFooter(source.post, of)))
      found.push({
        quote: { ...range, how: 'compared', author: null, of, similarity: 1 },
        source,
        words: passage.length,
      })
    word += words - 1
  }
  const copied = new Map<Reading, number>()
  for (const { source, words } of found) copied.set(source, (copied.get(source) ?? 0) + words)
  const repeats = ([source, words]: [Reading, number]): boolean =>
    isRepeat(post, source, words) && !answersBelow(post, source, words, library)
  const repeated = new Set([...copied].filter(repeats).map(([source]) => source))
  return found.filter(({ source }) => !repeated.has(source)).map(({ quote }) => quote)
}

/**
 * The words of a passage without those at its beginning and end that belong to sentences the writer began or went on with,
 * unless these tell that somebody else says them.
 */
function wholeSentences(post: Reading, { start, end }: Range): Range {
  const { text } = post.post
  const ends = (word: number): boolean => SENTENCE_END.test(text.slice(post.ends[word - 1], post.starts[word]))
  let [from, to] = [start, end]
  const { start: first, end: last } = rangeOf(post, { start, end })
  const before = sentenceBefore(text, { start: first, end: last })
  if (isTold(before)) return { start, end }
  if (count(before) >= OWN_WORDS)
    do from++
    while (from < to && !ends(from))
  if (count(sentenceAfter(text, last)) >= OWN_WORDS)
    do to--
    while (to > from && !ends(to))
  return { start: from, end: to }
}

/** Whether a passage stands on lines of its own at the very end: where it does so in two posts, it is how both are signed. */
function isFooter({ text }: Post, { start, end }: Range): boolean {
  return (
    /[^:\s]\s*\n\s*$/.test(text.slice(Math.max(0, start - AROUND), start)) && !/[\p{L}\p{N}]/u.test(text.slice(end))
  )
}

/** Whether what stands before a passage tells that somebody else says it. */
function isTold(before: string): boolean {
  return ATTRIBUTES.test(before) || OPENED.test(before)
}

function endsSentence({ post }: Reading, { end }: Range): boolean {
  return /^["”“'’»)]*[.!?…]/.test(post.text.slice(end, end + 3))
}

function count(text: string): number {
  let found = 0
  eachWord(text, () => found++)
  return found
}

function sentenceAfter(text: string, at: number): string {
  return /^[^.!?…:\n]*/.exec(text.slice(at, at + SENTENCE))?.[0] ?? ''
}

/** What stands before a passage in its sentence. */
function sentenceBefore(text: string, { start }: Range): string {
  const earliest = Math.max(0, start - SENTENCE)
  let from = start
  while (from > earliest && !SENTENCE_END.test(text.charAt(from - 1))) from--
  return text.slice(from, start)
}

function saysSomething(text: string, { start, end }: Range): boolean {
  const passage = text.slice(start, end)
  return passage.length >= VERBATIM_CHARACTERS && contentWords(passage).length >= VERBATIM_CONTENT
}

/** Whether a post that copies so many words of another is folded into it as a whole (`foldPosts`). */
function isRepeat(post: Reading, source: Reading, copied: number): boolean {
  const [a, b] = [post.spoken(), source.spoken()]
  if (copied < (ALIKE / 2) * Math.max(a.length, b.length)) return false
  return containment(shingles(a, 2), shingles(b, 2)).smaller >= ALIKE
}

/** Whether a post copies the very post it answers and adds words of its own: "…" I disagree. That quotes it, unmarked. */
function answersBelow(post: Reading, source: Reading, copied: number, library: Library): boolean {
  return source === library.parentOf(post) && post.spoken().length - copied >= ADDED
}

/** The same words in the post that is answered, where they stand there too. */
function preferParent(post: Reading, passage: Int32Array, library: Library): { source: Reading; place: Range } | null {
  const parent = library.parentOf(post)
  const found = parent === null || parent.at > post.at ? null : match(passage, parent.matchable())
  if (parent === null || found === null || found.matched < passage.length) return null
  return found.end - found.start === passage.length ? { source: parent, place: found } : null
}

/** How many words are the same from here on. */
function length(a: Int32Array, i: number, b: Int32Array, j: number): number {
  let count = 0
  while (
    i + count < a.length &&
    j + count < b.length &&
    a[i + count] === b[j + count] &&
    (a[i + count] as number) >= 0
  ) {
    count++
  }
  return count
}

/**
 * Passages that several posts hold unmarked, none of them answering the post that had them first, and that end within a
 * sentence: a form all of them fill in ("Find sources: …"), in which nobody quotes anybody.
 */
export function formsAmong(copied: readonly { post: Reading; quotes: Quote[] }[], library: Library): Set<Quote> {
  const bySource = new Map<string, { post: Reading; quote: Quote; of: Range }[]>()
  for (const { post, quotes } of copied) {
    for (const quote of quotes) {
      if (quote.of === null || quote.of.postId === library.parentOf(post)?.post.id) continue
      const known = bySource.get(quote.of.postId)
      const one = { post, quote, of: quote.of }
      if (known === undefined) bySource.set(quote.of.postId, [one])
      else known.push(one)
    }
  }
  const forms = new Set<Quote>()
  for (const group of bySource.values()) {
    if (group.length < FORM) continue
    for (const { post, quote, of } of group) {
      if (endsSentence(post, quote) || isTold(sentenceBefore(post.post.text, quote))) continue
      const middle = (of.start + of.end) / 2
      const holders = new Set<Reading>()
      for (const other of group) {
        if (other.of.start <= middle && middle < other.of.end) holders.add(other.post)
        if (holders.size >= FORM) break
      }
      if (holders.size >= FORM) forms.add(quote)
    }
  }
  return forms
}
