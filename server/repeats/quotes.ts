/** Which words of a post are another post's words, and whose. */
import type { Passage, Quote, Range, Thread } from '../../shared/thread.ts'
import { negated } from '../text/at-odds.ts'
import { eachWord } from '../text/compared.ts'
import { contentWords } from '../text/content-words.ts'
import { FirstSeen } from '../text/first-seen.ts'
import { match, matchable } from '../text/matching.ts'
import { containment } from '../text/overlap.ts'
import { Postings } from '../text/postings.ts'
import { runs, shingles } from '../text/shingles.ts'
import { betweenMarks, fillsLines } from './own.ts'
import { answerParents } from './parents.ts'
import { ADDED, ALIKE } from './posts.ts'
import { type Reading, rangeOf, readings, without, wordsIn } from './reading.ts'

/** Words in a row that stand in an earlier post for an unmarked passage to be a quote … */
const VERBATIM = 8
/**
 * … of which so many carry content, and so many characters, or two people may only have used the same turn of phrase;
 * unless it is a long row, or stands on lines of its own.
 */
const VERBATIM_CONTENT = 4
const LONG = 12
const VERBATIM_CHARACTERS = 24
/** Words a writer must have put before or behind an unmarked passage for the sentence to be theirs; "Yes, …" makes none. */
const OWN_WORDS = 2
/** Before a passage: somebody else is told to say it. */
const ATTRIBUTES =
  /\b(?:(?:you|he|she|they|op|who)\s(?:\w+\s)?(?:say|said|claim|argue|write|wrote|assert|state|think|believe|insist)(?:s|ed|d)?|your\s(?:claim|point|argument|statement)|according to|(?:du|er|ihr|wer)\s(?:\w+\s)?(?:sagst|sagt|sagte|schreibst|schreibt|schrieb|behauptest|behauptet|meinst|meint)|(?:say|said|claim|argue|write|wrote)(?:s|ed)? that you|laut|deine (?:behauptung|these|aussage))(?!\p{L})/iu
/** An opening quotation mark at the end of what stands before a passage: whatever closes it, the words are somebody else's. */
const OPENED = /["“„«]\s*$/u
const SENTENCE_END = /[.!?…:\n]/
/** Characters before an unmarked passage that are looked at for the beginning of its sentence. */
const SENTENCE = 200
/** Characters between quotation marks for them to be looked up; shorter ones are mostly names and scare quotes. */
const IN_MARKS = 20
/** Share of a marked quote's words that must stand at its source; of a longer passage between quotation marks. */
const MARKED_AT_LEAST = 0.6
const IN_MARKS_AT_LEAST = 0.8
/** Width of the word runs that vote for posts a quote may come from, and how often a run may occur to have a vote. */
const VOTE = 3
const VOTES = 40
/** Words below which a quote is only looked for in the post answered and with the author it names: others say them too. */
const FEW = { marked: VOTE, compared: 5 }
/** Posts with most votes that are compared with a quote. */
const TRIED = 5

/**
 * The threads with every quote followed to the post, and there the passage, it comes from: marked quotes through small
 * edits, ellipses and typographic changes; then passages in quotation marks (at least `IN_MARKS` characters) and unmarked
 * sentences (at least `VERBATIM` words) that stand word for word in an earlier post, added as quotes that were `compared`.
 * Words that somebody else quoted before lead to whoever said them, or, where that is nobody here, to the quoting post that
 * is answered. A quote whose words stand nowhere keeps `of` null. A post that is wholly a copy of another is a repeat
 * (`foldPosts`), not a quote, unless it answers that post and adds words of its own. Posts of unknown parent get one from
 * what they quote (`answerParents`). Applied again, it changes nothing.
 */
export function resolveQuotes(threads: Thread[]): Thread[] {
  const posts = readings(threads)
  const library = new Library(posts)
  const quotes = new Map<string, Quote[]>()
  for (const post of posts) {
    const marked = post.post.quotes
      .filter((quote) => quote.how === 'marked')
      .map((quote) => resolved(quote, post, library))
    const between = inMarks(post, marked)
      .map((quote) => resolved(quote, post, library))
      .filter((quote) => quote.of !== null)
    const unmarked = verbatim(post, [...marked, ...between], library)
    quotes.set(
      post.post.id,
      [...marked, ...between, ...unmarked].sort((a, b) => a.start - b.start || a.end - b.end),
    )
    library.add(post)
  }
  return answerParents(
    threads.map((thread) => ({
      ...thread,
      posts: thread.posts.map((post) => ({ ...post, quotes: quotes.get(post.id) ?? post.quotes })),
    })),
  )
}

/** What earlier posts say, by runs of words. */
class Library {
  readonly #posts: Reading[]
  readonly #byId: Map<string, Reading>
  readonly #passages: FirstSeen
  readonly #votes: Postings

  constructor(posts: Reading[]) {
    this.#posts = posts
    this.#byId = new Map(posts.map((post) => [post.post.id, post]))
    const total = posts.reduce((sum, post) => sum + post.ids.length, 0)
    this.#passages = new FirstSeen(total)
    this.#votes = new Postings(total)
  }

  add(post: Reading): void {
    const long = runs(post.own, VERBATIM)
    const short = runs(post.own, VOTE)
    for (let word = 0; word < long.length; word++) {
      if (allOwn(post.own, word, VERBATIM)) this.#passages.add(long[word] as number, post.at, word)
    }
    for (const run of new Set(short)) this.#votes.add(run, post.at)
  }

  parentOf(post: Reading): Reading | null {
    const parent = post.post.parentId === null ? undefined : this.#byId.get(post.post.parentId)
    return parent ?? null
  }

  /** The earliest post, and word there, where these `VERBATIM` words stand. */
  passage(run: number): { post: Reading; word: number } | null {
    const seen = this.#passages.get(run)
    return seen === null ? null : { post: this.#posts[seen.where] as Reading, word: seen.place }
  }

  /** Posts a quote may come from: the one answered, then those that share most rare runs of words with it. */
  sources(post: Reading, words: Int32Array, author: string | null): Reading[] {
    const votes = new Map<number, number>()
    for (const run of new Set(runs(words, VOTE))) {
      const found: number[] = []
      this.#votes.each(run, (other) => found.push(other) <= VOTES)
      if (found.length <= VOTES) for (const other of found) votes.set(other, (votes.get(other) ?? 0) + 1 / found.length)
    }
    const elected = [...votes]
      .map(([at, weight]) => ({ post: this.#posts[at] as Reading, weight }))
      .map(({ post, weight }) => ({ post, weight: isBy(post, author) ? weight * 2 : weight }))
      .sort((a, b) => b.weight - a.weight || a.post.at - b.post.at)
      .slice(0, TRIED)
    const [parent, ...named] = this.answered(post, author)
    return [...new Set([...(parent === undefined ? [] : [parent]), ...elected.map((one) => one.post), ...named])]
  }

  /** The post answered, and the last posts of the author a quote names: where words come from that few others share. */
  answered(post: Reading, author: string | null): Reading[] {
    const parent = this.parentOf(post)
    const named = author === null ? [] : this.#latestBy(author, post)
    return [...new Set([...(parent === null ? [] : [parent]), ...named])]
  }

  #latestBy(author: string, post: Reading): Reading[] {
    const found: Reading[] = []
    for (let at = post.at - 1; at >= Math.max(0, post.at - 200) && found.length < 3; at--) {
      const other = this.#posts[at] as Reading
      if (other.thread === post.thread && isBy(other, author)) found.push(other)
    }
    return found
  }
}

function isBy(post: Reading, author: string | null): boolean {
  return author !== null && post.post.author?.toLowerCase() === author.toLowerCase()
}

function allOwn(own: Int32Array, from: number, count: number): boolean {
  for (let word = from; word < from + count; word++) if ((own[word] as number) < 0) return false
  return true
}

/** The quote with its source, where enough of its words stand in one. */
function resolved(quote: Quote, post: Reading, library: Library): Quote {
  const range = wordsIn(post, quote)
  const passage = post.ids.slice(range.start, range.end)
  const unknown: Quote = { ...quote, of: null, similarity: 0 }
  if (passage.length === 0) return unknown
  const own = bestSource(quote, post, passage, library.sources(post, passage, quote.author), library, 'own')
  const best = own ?? bestSource(quote, post, passage, library.answered(post, quote.author), library, 'all')
  return best === null ? unknown : { ...quote, ...best }
}

/** The best place of a quote in its possible sources: in what their authors say themselves, or in all that stands there. */
function bestSource(
  quote: Quote,
  post: Reading,
  passage: Int32Array,
  sources: readonly Reading[],
  library: Library,
  words: 'own' | 'all',
): { of: Passage; similarity: number } | null {
  let best: { of: Passage; similarity: number; rank: number } | null = null
  for (const source of sources) {
    if (source === post) continue
    const found = match(passage, words === 'own' ? source.matchable() : matchable(source.ids))
    if (found === null) continue
    const similarity = Math.min(1, found.matched / passage.length)
    const answered = source === library.parentOf(post)
    if (passage.length < FEW[quote.how] && (similarity < 1 || !(answered || isBy(source, quote.author)))) continue
    const rank = similarity + (answered ? 0.1 : 0) + (isBy(source, quote.author) ? 0.1 : 0)
    if (similarity < needed(quote, passage.length) || (best !== null && best.rank >= rank)) continue
    best = { of: { postId: source.post.id, ...rangeOf(source, found) }, similarity, rank }
  }
  return best === null ? null : { of: best.of, similarity: best.similarity }
}

/** Share of a quote's words that must stand at its source. */
function needed(quote: Quote, words: number): number {
  if (quote.how === 'marked') return MARKED_AT_LEAST
  return words < VERBATIM ? 1 : IN_MARKS_AT_LEAST
}

function inMarks(post: Reading, marked: readonly Range[]): Quote[] {
  return betweenMarks(post.post.text)
    .filter((range) => range.end - range.start >= IN_MARKS)
    .filter((range) => ![...marked, ...post.post.code].some((other) => overlap(range, other)))
    .map((range) => ({ ...range, how: 'compared', author: null, of: null, similarity: 0 }))
}

/**
 * Passages outside the known quotes that stand word for word in earlier posts, as far as they are whole sentences there:
 * who takes up words within a sentence of their own ("I agree that …", "We should not …") speaks in them and quotes nobody,
 * unless the sentence says who said so ("you say …").
 */
function verbatim(post: Reading, known: readonly Range[], library: Library): Quote[] {
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
    found.push({ quote: { ...range, how: 'compared', author: null, of, similarity: 1 }, source, words: passage.length })
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
  if (ATTRIBUTES.test(before) || OPENED.test(before)) return { start, end }
  if (count(before) >= OWN_WORDS)
    do from++
    while (from < to && !ends(from))
  if (count(sentenceAfter(text, last)) >= OWN_WORDS)
    do to--
    while (to > from && !ends(to))
  return { start: from, end: to }
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
  return /[^.!?…:\n]*$/.exec(text.slice(Math.max(0, start - SENTENCE), start))?.[0] ?? ''
}

function saysSomething(text: string, { start, end }: Range): boolean {
  const passage = text.slice(start, end)
  return passage.length >= VERBATIM_CHARACTERS && contentWords(passage).length >= VERBATIM_CONTENT
}

/** Whether a post that copies so many words of another is folded into it as a whole (`foldPosts`). */
function isRepeat(post: Reading, source: Reading, copied: number): boolean {
  const [a, b] = [post, source].map(({ own }) => own.filter((id) => id >= 0)) as [Int32Array, Int32Array]
  if (copied < (ALIKE / 2) * Math.max(a.length, b.length)) return false
  return containment(shingles(a, 2), shingles(b, 2)).smaller >= ALIKE
}

/** Whether a post copies the very post it answers and adds words of its own: "…" I disagree. That quotes it, unmarked. */
function answersBelow(post: Reading, source: Reading, copied: number, library: Library): boolean {
  return source === library.parentOf(post) && post.own.filter((id) => id >= 0).length - copied >= ADDED
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

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}
