/** Which words of a post are another post's words, and whose. */
import type { Passage, Quote, Range, Thread } from '../../shared/thread.ts'
import { urlRanges } from '../text/mask.ts'
import { match, matchable } from '../text/matching.ts'
import { isBy, Library, VERBATIM, VOTE } from './library.ts'
import { answerParents } from './parents.ts'
import { type Reading, rangeOf, readings, without, wordsIn } from './reading.ts'
import { formsAmong, verbatim } from './unmarked.ts'

/** Characters between quotation marks for them to be looked up; shorter ones are mostly names and scare quotes. */
const IN_MARKS = 20
/** Share of a marked quote's words that must stand at its source; of a longer passage between quotation marks. */
const MARKED_AT_LEAST = 0.6
const IN_MARKS_AT_LEAST = 0.8
/** Share of a passage that stands in quotation marks at its source for its words to be somebody else's there. */
const MOSTLY = 0.8
/** Who quotes puts what they add, and whom they quote, in square brackets. */
const BRACKETED = /\[[^[\]\n]*\]/g
/** Words below which a quote is only looked for in the post answered and with the author it names: others say them too. */
const FEW = { marked: VOTE, compared: 5 }

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
  const unmarked: { post: Reading; quotes: Quote[] }[] = []
  for (const post of posts) {
    const follow = (quote: Quote): Quote =>
      atFirstHand(unrepeated(resolved(quote, post, library), post, library, quotes), post, library, quotes)
    const isTheirs = (quote: Quote): boolean => quote.of !== null && !saidByOthers(quote.of, post, library)
    const marked = post.post.quotes.filter((quote) => quote.how === 'marked').map(follow)
    const between = inMarks(post, marked).map(follow).filter(isTheirs)
    const copied = verbatim(post, [...marked, ...between], library).filter(isTheirs)
    quotes.set(post.post.id, [...marked, ...between, ...copied])
    if (copied.length > 0) unmarked.push({ post, quotes: copied })
    library.add(post)
  }
  const forms = formsAmong(unmarked, library)
  const kept = new Map(
    [...quotes].map(([id, found]) => [
      id,
      found.filter((quote) => !forms.has(quote)).sort((a, b) => a.start - b.start || a.end - b.end),
    ]),
  )
  return answerParents(
    threads.map((thread) => ({
      ...thread,
      posts: thread.posts.map((post) => ({ ...post, quotes: kept.get(post.id) ?? post.quotes })),
    })),
  )
}

/**
 * The quote led on, hand by hand, where its words are a known quote of the post it was found in, unless it names that
 * post's writer.
 */
function atFirstHand(quote: Quote, post: Reading, library: Library, known: ReadonlyMap<string, Quote[]>): Quote {
  const { of } = quote
  if (of === null) return quote
  const source = library.reading(of.postId)
  const further = known.get(of.postId)?.find(({ start, end }) => start <= of.start && of.end <= end)
  if (source === undefined || further === undefined || further.of === null || isBy(source, quote.author)) return quote
  const first = library.reading(further.of.postId)
  if (first === undefined || first.at >= source.at) return quote
  const { start, end } = wordsIn(post, quote)
  const passage = post.ids.slice(start, end)
  const [own, all] = (['own', 'all'] as const).map((words) => placeIn(first, passage, words))
  const best = likelier(own ?? null, all ?? null)
  if (best === null || best.similarity < needed(quote, passage.length)) return quote
  return atFirstHand({ ...quote, ...best }, post, library, known)
}

/** The quote moved from where its source repeats words in quotation marks to where the same post quotes them. */
function unrepeated(quote: Quote, post: Reading, library: Library, known: ReadonlyMap<string, Quote[]>): Quote {
  const { of } = quote
  const source = of === null ? undefined : library.reading(of.postId)
  if (of === null || source === undefined || !isInMarks(of, source)) return quote
  const { start, end } = wordsIn(post, quote)
  const passage = post.ids.slice(start, end)
  for (const above of known.get(of.postId) ?? []) {
    if (above.how !== 'marked') continue
    const words = wordsIn(source, above)
    const found = match(passage, matchable(source.ids.slice(words.start, words.end)))
    if (found === null || found.matched < quote.similarity * passage.length) continue
    const place = rangeOf(source, { start: words.start + found.start, end: words.start + found.end })
    return { ...quote, of: { postId: of.postId, ...place } }
  }
  return quote
}

/** Whether the words stand in quotation marks there, too: both quote somebody else, unless the one answers the other. */
function saidByOthers(of: Passage, post: Reading, library: Library): boolean {
  const source = library.reading(of.postId)
  return source !== library.parentOf(post) && isInMarks(of, source)
}

function isInMarks(of: Range, source: Reading | undefined): boolean {
  const inside = (range: Range): number => Math.min(range.end, of.end) - Math.max(range.start, of.start)
  return source?.between().some((range) => inside(range) >= MOSTLY * (of.end - of.start)) === true
}

/** The quote with its source, where enough of its words stand in one. */
function resolved(quote: Quote, post: Reading, library: Library): Quote {
  const { start, end } = wordsIn(post, quote)
  const passage = post.ids.slice(start, end)
  const unknown: Quote = { ...quote, of: null, similarity: 0 }
  if (passage.length === 0) return unknown
  const whole = sourceOf(quote, post, passage, library)
  const beside = asides(post, quote)
  if (beside.length === 0) return whole === null ? unknown : { ...quote, ...whole }
  const spoken = without(post, beside)
    .slice(start, end)
    .filter((id) => id >= 0)
  const few = spoken.length === passage.length || spoken.length < VOTE
  const best = few ? whole : likelier(whole, sourceOf(quote, post, spoken, library))
  return best === null || leadsElsewhere(post.post.text, quote, best.of, library) ? unknown : { ...quote, ...best }
}

/** Whether what is quoted holds an address, and its place another one of the same site: a form filled in anew each time. */
function leadsElsewhere(text: string, quote: Range, of: Passage, library: Library): boolean {
  const there = library.reading(of.postId)?.post.text ?? ''
  const line = /^[^\n]*/.exec(there.slice(of.end))?.[0] ?? ''
  const [quoted, found] = [
    addresses(text.slice(quote.start, quote.end)),
    addresses(there.slice(of.start, of.end) + line),
  ]
  const known = new Set(found.map(({ href }) => href))
  const sites = new Set(found.map(({ host }) => host))
  return quoted.some(({ host }) => sites.has(host)) && !quoted.some(({ href }) => known.has(href))
}

function addresses(text: string): URL[] {
  return urlRanges(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address))
}

/** What stands in a quote besides the words: what its writer added in brackets, and addresses, which change on the way. */
function asides({ post }: Reading, { start, end }: Range): Range[] {
  const text = post.text.slice(start, end)
  const bracketed = [...text.matchAll(BRACKETED)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }))
  return [...bracketed, ...urlRanges(text)].map((range) => ({ start: start + range.start, end: start + range.end }))
}

type Source = Pick<Quote, 'similarity'> & { of: Passage }

function likelier(one: Source | null, other: Source | null): Source | null {
  return one !== null && one.similarity >= (other?.similarity ?? 0) ? one : other
}

/**
 * Where these words come from: from what somebody says, or else from what is quoted in the post that is answered or in the
 * one that says nearly the same.
 */
function sourceOf(quote: Quote, post: Reading, passage: Int32Array, library: Library): Source | null {
  const own = bestSource(quote, post, passage, library.sources(post, passage, quote.author), library, 'own')
  if (own !== null && own.similarity >= IN_MARKS_AT_LEAST) return own
  const near = own === null ? undefined : library.reading(own.of.postId)
  const sources = [...library.answered(post, quote.author), ...(near === undefined ? [] : [near])]
  return likelier(own, bestSource(quote, post, passage, sources, library, 'all'))
}

/** The best place of a quote in its possible sources: in what their authors say themselves, or in all that stands there. */
function bestSource(
  quote: Quote,
  post: Reading,
  passage: Int32Array,
  sources: readonly Reading[],
  library: Library,
  words: 'own' | 'all',
): Source | null {
  let best: (Source & { rank: number }) | null = null
  for (const source of sources) {
    if (source === post) continue
    const found = placeIn(source, passage, words)
    if (found === null) continue
    const { similarity } = found
    const answered = source === library.parentOf(post)
    if (passage.length < FEW[quote.how] && (similarity < 1 || !(answered || isBy(source, quote.author)))) continue
    const rank = similarity + (answered ? 0.1 : 0) + (isBy(source, quote.author) ? 0.1 : 0)
    if (similarity < needed(quote, passage.length) || (best !== null && best.rank >= rank)) continue
    best = { ...found, rank }
  }
  return best === null ? null : { of: best.of, similarity: best.similarity }
}

/** The best place of a passage in what somebody says, or in all that stands in their post. */
function placeIn(source: Reading, passage: Int32Array, words: 'own' | 'all'): Source | null {
  const found = match(passage, words === 'own' ? source.matchable() : matchable(source.ids))
  if (found === null) return null
  const similarity = Math.min(1, found.matched / passage.length)
  return { of: { postId: source.post.id, ...rangeOf(source, found) }, similarity }
}

/** Share of a quote's words that must stand at its source. */
function needed(quote: Quote, words: number): number {
  if (quote.how === 'marked') return MARKED_AT_LEAST
  return words < VERBATIM ? 1 : IN_MARKS_AT_LEAST
}

function inMarks(post: Reading, marked: readonly Range[]): Quote[] {
  return post
    .between()
    .filter((range) => range.end - range.start >= IN_MARKS)
    .filter((range) => ![...marked, ...post.post.code].some((other) => overlap(range, other)))
    .map((range) => ({ ...range, how: 'compared', author: null, of: null, similarity: 0 }))
}

function overlap(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}
