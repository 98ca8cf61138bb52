/**
 * The gate both analysers pass: only what stands in the posts gets through, and every post of a batch gets its fate.
 */
import type { Fate, Findings, Unit, UnitLink } from '../../shared/findings.ts'
import type { Post, Range } from '../../shared/thread.ts'
import { akin, contentWords, words } from '../text/content-words.ts'
import { INVISIBLE } from '../text/fold.ts'
import { locate } from '../text/locate.ts'
import { mask } from '../text/mask.ts'
import { quantities } from '../text/quantities.ts'
import { saysMore } from '../text/says-more.ts'
import { shortHash } from '../text/short-hash.ts'
import type { Batch, Draft, DraftLink, Extraction } from './index.ts'

/** Longest statement kept, in UTF-16 units; longer ones are cut. */
const LONGEST_STATEMENT = 400
/** Stands for characters of quoted passages, in which no words are looked for. */
const FILLER = '\u0000'
/** Share of words two statements of overlapping passages have in common when they are one. */
const ONE_STATEMENT = 0.6

type Dropped = Findings['dropped'][number]

/**
 * What of `extraction` stands in the posts of `batch`. Every quote is looked up in the post it names, outside of the
 * passages that post quotes from others; what is not found stands in `dropped` with the reason. `by` is the analyser's name.
 */
export function check(batch: Batch, extraction: Extraction, by: string): Findings {
  const posts = new Map(batch.posts.map((post) => [post.id, post]))
  const around = surroundings(batch)
  const dropped: Dropped[] = []
  const units = new Map<string, Unit>()
  const unitsOf = new Map<string, Unit[]>()
  const idOf = new Map<string, string>()

  for (const draft of extraction.drafts) {
    const post = posts.get(draft.postId)
    if (post === undefined) {
      dropped.push({ postId: draft.postId, quote: draft.quote, why: 'it names a post that was not asked about' })
      continue
    }
    const place = placeIn(post, draft)
    if (typeof place === 'string') {
      dropped.push({ postId: draft.postId, quote: draft.quote, why: place })
      continue
    }
    const ofPost = unitsOf.get(post.id) ?? []
    unitsOf.set(post.id, ofPost)
    const fresh = unitOf(draft, post, place, around)
    const same = ofPost.find((other) => isSame(other, fresh))
    const unit = same ?? (units.has(fresh.id) ? withOwnId(fresh) : fresh)
    if (same === undefined) {
      units.set(unit.id, unit)
      ofPost.push(unit)
    }
    idOf.set(draft.ref, unit.id)
  }
  return {
    units: [...units.values()],
    links: linksBetween(extraction.links, idOf, units, new Set(extraction.known)),
    replies: repliesOf(extraction, idOf, units, batch),
    judged: (extraction.judged ?? []).flatMap(({ from, posts: held }) => {
      const unit = idOf.get(from)
      return unit === undefined || held.length === 0 ? [] : [{ unit, posts: held }]
    }),
    fates: batch.posts.map((post) => fateOf(post, unitsOf.get(post.id)?.length ?? 0, dropped, extraction.outcomes, by)),
    dropped,
  }
}

/** The passage a draft quotes, or why there is none. */
function placeIn(post: Post, draft: Draft): Range | string {
  const own = mask(post.text, post.quotes, FILLER)
  const found = locate(own, draft.quote.replaceAll(FILLER, ''), draft.hint)
  const clear = found !== null && !own.slice(found.start, found.end).includes(FILLER)
  if (clear) return { start: found.start, end: found.end }
  return found === null && locate(post.text, draft.quote) === null
    ? 'these words do not stand in the post'
    : 'these words are quoted from somebody else'
}

function unitOf(draft: Draft, post: Post, place: Range, around: (post: Post) => Around): Unit {
  const passage = post.text.slice(place.start, place.end)
  const statement = tidy(draft.statement) || tidy(passage)
  const verbatim = statement === passage || words(statement).join(' ') === words(passage).join(' ')
  return {
    id: unitId(post.id, place, draft.kind),
    postId: post.id,
    ...place,
    kind: draft.kind,
    statement,
    verbatim,
    evidenceType: draft.kind === 'evidence' ? draft.evidenceType : null,
    sourceUrl: post.links.some((link) => link.url === draft.sourceUrl) ? draft.sourceUrl : null,
    stance: draft.stance,
    confidence: Math.min(1, Math.max(0, draft.confidence)),
    why: draft.why,
    saysMore: !verbatim && saysMore(statement, sourceOf(post, place, around(post))),
  }
}

/** Ends of the sentences a passage stands in. */
const SENTENCE_END = /[.!?\n]/

/** What a statement drawn from this place is held against. */
function sourceOf(post: Post, { start, end }: Range, around: Around): Parameters<typeof saysMore>[1] {
  let [from, to] = [start, end]
  while (from > 0 && !SENTENCE_END.test(post.text[from - 1] as string)) from -= 1
  while (to < post.text.length && !SENTENCE_END.test(post.text[to - 1] as string)) to += 1
  return {
    passage: post.text.slice(start, end),
    sentence: post.text.slice(from, to),
    post: post.text,
    knows: (word) => knows(around.words, word),
    counts: (value) => around.numbers().has(value),
  }
}

/** The same words said as the same kind of thing have the same id in every analysis. */
export function unitId(postId: string, place: Range, kind: Unit['kind']): string {
  return shortHash(postId, place.start, place.end, kind)
}

/** Two different statements may rest on one passage; the second then takes its statement into its id. */
function withOwnId(unit: Unit): Unit {
  return { ...unit, id: shortHash(unit.postId, unit.start, unit.end, unit.kind, unit.statement) }
}

function tidy(statement: string): string {
  const plain = statement
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return plain.length <= LONGEST_STATEMENT ? plain : `${plain.slice(0, LONGEST_STATEMENT - 1).trimEnd()}…`
}

function isSame(a: Unit, b: Unit): boolean {
  if (a.postId !== b.postId || a.kind !== b.kind) return false
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  if (common * 2 <= Math.min(a.end - a.start, b.end - b.start)) return false
  const left = contentWords(a.statement)
  const right = contentWords(b.statement)
  const shared = left.filter((word) => right.some((other) => akin(word, other))).length
  return shared >= ONE_STATEMENT * Math.min(left.length, right.length)
}

/** What a post's statements may speak of: itself, what it answers, the opening post, the title. */
interface Around {
  words: ReadonlySet<string>
  /** Seldom asked for, and made then. */
  numbers: () => ReadonlySet<number | string>
}

function surroundings(batch: Batch): (post: Post) => Around {
  const known = new Map([...batch.context, ...batch.posts].map((post) => [post.id, post]))
  const wordsOf = new Map<string, string[]>()
  const own = (text: string): string[] => {
    const kept = wordsOf.get(text) ?? contentWords(text)
    wordsOf.set(text, kept)
    return kept
  }
  const numbersOf = new Map<string, (number | string)[]>()
  const numbers = (text: string): (number | string)[] => {
    const kept = numbersOf.get(text) ?? quantities(text).map(({ value }) => value)
    numbersOf.set(text, kept)
    return kept
  }
  const openings = [...known.values()].filter((post) => post.kind === 'opening')
  const found = new Map<string, Around>()
  return (post) => {
    const kept = found.get(post.id)
    if (kept !== undefined) return kept
    const above = new Set<Post>()
    for (let at: Post | undefined = post; at !== undefined && !above.has(at); at = known.get(at.parentId ?? '')) {
      above.add(at)
    }
    const texts = [batch.title, ...[...new Set([...openings, ...above])].map(({ text }) => text)]
    let counted: ReadonlySet<number | string> | undefined
    const around = {
      words: new Set(texts.flatMap(own)),
      numbers: () => (counted ??= new Set(texts.flatMap(numbers))),
    }
    found.set(post.id, around)
    return around
  }
}

function knows(surrounding: ReadonlySet<string>, word: string): boolean {
  if (surrounding.has(word)) return true
  for (const other of surrounding) if (akin(word, other)) return true
  return false
}

/** Links whose ends are units of this batch, or for the other end `known` ones. */
function linksBetween(
  drafts: DraftLink[],
  idOf: Map<string, string>,
  units: Map<string, Unit>,
  known: Set<string>,
): UnitLink[] {
  const links = new Map<string, UnitLink>()
  const endOf = (ref: string): string | null => {
    if (known.has(ref)) return ref
    const unit = units.get(idOf.get(ref) ?? '')
    return unit !== undefined && argues(unit) ? unit.id : null
  }
  for (const draft of drafts) {
    const from = units.get(idOf.get(draft.from) ?? '')
    const to = endOf(draft.to)
    if (from === undefined || to === null || from.id === to || !(argues(from) || concedes(from, draft))) continue
    const step = draft.type === 'undercuts' && draft.step !== null ? endOf(draft.step) : null
    const link: UnitLink = {
      from: from.id,
      to,
      step: step === from.id || step === to ? null : step,
      type: draft.type,
      basis: draft.basis,
      confidence: Math.min(1, Math.max(0, draft.confidence)),
      why: draft.why,
    }
    const ends = `${link.from} ${link.to}`
    const other = links.get(ends)
    if (other === undefined || other.confidence < link.confidence) links.set(ends, link)
  }
  return [...links.values()]
}

/** Sides taken with a post of the batch or its context other than the unit's own. */
function repliesOf(
  { replies = [] }: Extraction,
  idOf: Map<string, string>,
  units: Map<string, Unit>,
  batch: Batch,
): Findings['replies'] {
  const known = new Set([...batch.posts, ...batch.context].map((post) => post.id))
  return replies.flatMap(({ from, ...reply }) => {
    const unit = units.get(idOf.get(from) ?? '')
    if (unit === undefined || !argues(unit) || !known.has(reply.toPost) || unit.postId === reply.toPost) return []
    return [{ ...reply, from: unit.id }]
  })
}

function argues(unit: Unit): boolean {
  return unit.kind === 'claim' || unit.kind === 'evidence'
}

/** Whether a link leads from a concession to what is conceded. */
function concedes(unit: Unit, { type }: DraftLink): boolean {
  return unit.kind === 'concession' && type === 'supports'
}

/** `found`: how many units the post has. */
function fateOf(post: Post, found: number, dropped: Dropped[], outcomes: Extraction['outcomes'], by: string): Fate {
  const outcome = outcomes.find((other) => other.postId === post.id)
  const fate = (kind: Fate['fate'], why: string, reader: string | null = by): Fate => ({
    postId: post.id,
    fate: kind,
    of: null,
    why,
    by: reader,
  })
  if (found > 0) {
    const read = outcome === undefined || outcome.fate === 'no argument' ? null : outcome
    return fate('mapped', read?.why ?? '', read?.by ?? by)
  }
  if (outcome !== undefined) return fate(outcome.fate, outcome.why, outcome.by)
  const lost = dropped.filter((one) => one.postId === post.id).length
  if (lost > 0) {
    const none = lost === 1 ? 'the passage named for it was' : `none of the ${lost} passages named for it was`
    return fate('failed', lost === 1 ? `${none} not found in it` : `${none} found in it`)
  }
  return fate('no argument', 'nothing in it is put forward for others to accept or reject')
}
