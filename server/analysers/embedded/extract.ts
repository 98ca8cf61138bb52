/** Posts to drafts and links: cut, type, recognise kinds and evidence, link within each post. */
import type { Stance } from '../../../shared/findings.ts'
import type { Post, Range } from '../../../shared/thread.ts'
import { codeRanges } from '../../text/code.ts'
import { mask } from '../../text/mask.ts'
import { isNoise } from '../../text/noise.ts'
import { type Token, tokens } from '../../text/tokens.ts'
import type { Batch, Extraction } from '../index.ts'
import { choiceOf } from './choice.ts'
import { linksOfExchanges, type Read as ReadOfPost } from './exchanges.ts'
import { unread } from './foreign.ts'
import { languageOf, languageTagged, LANGUAGES } from './languages/index.ts'
import type { Language } from './languages/language.ts'
import { type Finder, finder } from './phrases.ts'
import { type Segment, segments } from './segment.ts'
import { linksToAnswers } from './answers.ts'
import { isDebatable, verdictOf } from './kinds.ts'
import { asks } from './meant.ts'
import { mostTelling } from './most.ts'
import { saysPlainly } from './plain.ts'
import { isBackdrop, pointOf } from './point.ts'
import { asidesOf, ownSide, type Reading, type Side, sidesOf } from './sides.ts'
import { proposalOf } from './stance.ts'
import { has, isArguing, type Typed, typed } from './typing.ts'
import { type Found, isTooLong, unitsOf } from './units.ts'
import { linksWithin } from './within.ts'

export type Read = (batch: Batch) => Extraction

/** A reader of batches with its phrase tables compiled. */
export function reader(): Read {
  const finders = new Map(LANGUAGES.map((language) => [language, finder(language)]))
  return (batch) => {
    const usual = usualOf(batch)
    const all = [...batch.context, ...batch.posts].map(withCode)
    const openings = new Set(all.filter(({ kind }) => kind === 'opening').map(({ id }) => id))
    const arguing = new Set<string>()
    const cuts = knowingOpenings(
      all.map((post) => {
        const language = languageOf(tokens(ownWords(post)), usual)
        if (language === null) return null
        const answers = post.parentId !== null && arguing.has(post.parentId)
        const cut = cutUp(post, batch.title, { openings, answers }, language, finders.get(language) as Finder)
        if (argues(cut)) arguing.add(post.id)
        return cut
      }),
    )
    const readings = cuts.flatMap((cut) => cut?.reading ?? [])
    const sides = sidesOf(readings)
    const asides = asidesOf(readings)
    const quoted = quotedIn(all)
    const parts = all.slice(batch.context.length).map((post, at) => {
      const cut = cuts[batch.context.length + at] ?? null
      if (asides.has(post.id)) return silent(post, ASIDE)
      if (isSarcastic(post)) return silent(post, SARCASM)
      if (cut !== null) return readPost(cut, sideShown(post, sides), quoted.get(post.id) ?? [])
      return isJumble(post) ? silent(post, JUMBLE) : unread(post, batch.language)
    })
    const read = parts.filter((part): part is PostRead => 'reading' in part)
    const links = parts.flatMap((part) => part.links)
    const answering = read.flatMap(({ reading, point }) => (reading.proposal?.yes != null ? (point ?? []) : []))
    const between = [...linksOfExchanges(read, links), ...linksToAnswers(answering, links)]
    return {
      drafts: parts.flatMap((part) => part.drafts),
      links: [...links, ...between],
      outcomes: parts.flatMap((part) => part.outcomes),
    }
  }
}

/** The language of posts too short to show their own. */
function usualOf(batch: Batch): Language | null {
  if (batch.language !== null) return languageTagged(batch.language)
  const all: Token[] = [...batch.context, ...batch.posts].flatMap((post) => tokens(post.text.slice(0, 500)))
  return languageOf(all, LANGUAGES[0] ?? null)
}

/** The function words of all languages: whichever a post is in, its sentences hold some. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(LANGUAGES.flatMap(({ functionWords }) => [...functionWords]))

/** A post with what was pasted into it from programs marked as code, too. */
function withCode(post: Post): Post {
  const found = codeRanges(mask(post.text, [...post.quotes, ...post.code], '\n'), post.heading, FUNCTION_WORDS)
  return found.length === 0 ? post : { ...post, code: [...post.code, ...found] }
}

/** What the writer of a post says, in no program's words and nobody else's. */
function ownWords({ text, quotes, code }: Post): string {
  return mask(text, [...quotes, ...code], '\n')
}

/** Whether a post is nothing but marks, repeated words or keys hit at random. */
function isJumble(post: Post): boolean {
  const own = ownWords(post)
  return isNoise(own, tokens(own), FUNCTION_WORDS)
}

/** The side a post takes, where it opens the thread, says it itself or answers a post that takes a side, too. */
function sideShown({ id, parentId }: Post, sides: ReadonlyMap<string, Side>): Stance | null {
  const side = sides.get(id)
  return side !== undefined && (parentId === null || side.said || sides.has(parentId)) ? side.stance : null
}

/** A post cut into segments, with what is known of it before the others are. */
interface Cut {
  reading: Reading
  types: Typed[]
  orders: boolean
}

/** `openings`: the posts that open threads; `answers`: whether the post answers one that argues. */
interface Above {
  openings: ReadonlySet<string>
  answers: boolean
}

function cutUp(post: Post, title: string, { openings, answers }: Above, language: Language, find: Finder): Cut {
  const { parts, orders } = argued(segments(post, language, find))
  const opening = post.kind === 'opening'
  const firstLevel = post.parentId !== null && openings.has(post.parentId)
  const titleWords = contentWords(title, language)
  const choice = choiceOf(title, language)
  const proposal = choice === null && (opening || firstLevel) ? proposalOf(title, titleWords, language) : null
  const open = firstLevel && proposal === null && asks(title)
  const debate = isDebatable(title, language) || (answers && saysPlainly(parts))
  const verdict = firstLevel && parts[0] !== undefined && verdictOf(parts[0], language) !== null
  const types = typed(parts, { opening, firstLevel, titleWords, debate, verdict })
  return {
    reading: { post, parts, language, proposal, choice: opening || firstLevel ? choice : null, open },
    types,
    orders,
  }
}

/** Whether a post shows that it argues, and puts something forward. */
function argues({ reading, types }: Cut): boolean {
  return reading.parts.some(isArguing) && types.some(({ type }) => type === 'claim')
}

/** Replies to an opening post with the side it takes, which is what their "agreed" is for. */
function knowingOpenings(cuts: readonly (Cut | null)[]): (Cut | null)[] {
  const held = new Map<string, Stance | null>()
  for (const cut of cuts) {
    if (cut?.reading.post.kind !== 'opening' || cut.reading.proposal === null) continue
    held.set(cut.reading.post.id, ownSide(cut.reading, cut.reading.proposal)?.stance ?? null)
  }
  return cuts.map((cut) => {
    if (cut === null || cut.reading.proposal === null) return cut
    const { post, proposal } = cut.reading
    return {
      ...cut,
      reading: { ...cut.reading, proposal: { ...proposal, held: held.get(post.parentId ?? '') ?? null } },
    }
  })
}

type PostRead = Extraction & ReadOfPost

/** Findings of one post, with its point, which takes the `side` of the post. */
function readPost({ reading, types, orders }: Cut, side: Stance | null, quoted: readonly Range[]): PostRead {
  const { post } = reading
  const found = unitsOf(reading, types, side)
  const all = mostTelling(found, quoted)
  const point = pointOf(all, post.parentId !== null) ?? null
  const units = all.filter((unit) => point === null || !isBackdrop(unit, point))
  if (point !== null && side !== null) point.draft.stance = side
  const outcomes = all.length < found.length ? leftOut(post, all, found) : []
  outcomes.push(...tooLong(post, reading.parts))
  if (reading.parts.length === 0 && !orders)
    outcomes.push(...silent(post, post.code.length > 0 ? PROGRAM : JUMBLE).outcomes)
  if (orders && units.length === 0) outcomes.push(...silent(post, ORDERS).outcomes)
  else if (units.length === 0 && nods(reading)) outcomes.push(...silent(post, NODS).outcomes)
  const links = linksWithin(units, point, post.kind === 'opening')
  return { drafts: units.map(({ draft }) => draft), links, outcomes, reading, units, point }
}

/** What is said of a post that holds no argument, and why. */
function silent({ id }: Post, why: string): Extraction {
  return { drafts: [], links: [], outcomes: [{ postId: id, fate: 'no argument', why, by: 'embedded' }] }
}

/** What is told of a post whose statements are not all shown. */
function leftOut({ id }: Post, shown: readonly Found[], found: readonly Found[]): Extraction['outcomes'] {
  const why = `the ${shown.length} most telling of ${found.length} statements are shown`
  return [{ postId: id, fate: 'failed', why, by: 'embedded' }]
}

/** What is told of a post with a passage that runs on for too long to be shown. */
function tooLong({ id }: Post, parts: readonly Segment[]): Extraction['outcomes'] {
  const [long] = parts.filter(isTooLong)
  if (long === undefined) return []
  const why = `a passage of ${long.text.length} characters runs on without an end and is not shown`
  return [{ postId: id, fate: 'failed', why, by: 'embedded' }]
}

/** Passages of posts that other posts quote, by post. */
function quotedIn(posts: readonly Post[]): Map<string, Range[]> {
  const found = new Map<string, Range[]>()
  for (const { quotes } of posts) {
    for (const { of } of quotes) if (of !== null) found.set(of.postId, [...(found.get(of.postId) ?? []), of])
  }
  return found
}

const ASIDE = 'it is off topic, as it says itself or as the post it answers says'
const NODS = 'it agrees in a word with what it answers'
const PROGRAM = 'it is code, a log or a table'
const JUMBLE = 'it holds no sentence'
const SARCASM = 'it is marked as sarcasm: what it says is not what is meant'
const ORDERS = 'it gives orders to a program reading it, which are not followed and are no argument'

/** Whether a post begins with a word of agreement. */
function nods({ parts, language }: Reading): boolean {
  return parts[0] !== undefined && verdictOf(parts[0], language) === 'accepting'
}

/** Whether the writer marks a reply as not meant ("/s" at its end, or in a line of its own). */
function isSarcastic({ text, parentId }: Post): boolean {
  return parentId !== null && text.includes('/') && /(?:^|\s)\/(?:s|sarcasm|jk|joke)\b[.!)\]]*\s*$/im.test(text)
}

/** The segments that say something, before any orders to a reading program ("ignore all previous instructions"); what follows those is not read. */
function argued(segments: Segment[]): { parts: Segment[]; orders: boolean } {
  const at = segments.findIndex((segment) => has(segment, 'machine'))
  const parts = (at < 0 ? segments : segments.slice(0, at)).filter((segment) => !segment.debris)
  return { parts, orders: at >= 0 }
}

/** Words of `text` that say what it is about. */
export function contentWords(text: string, language: Language): Set<string> {
  const found = tokens(text).map((token) => token.lower)
  return new Set(found.filter((word) => word.length > 2 && !language.functionWords.has(word)))
}
