/** Posts to drafts and links: cut, type, recognise kinds and evidence, link within each post. */
import type { Post } from '../../../shared/thread.ts'
import { type Token, tokens } from '../../text/tokens.ts'
import type { Batch, Extraction } from '../index.ts'
import { unread } from './foreign.ts'
import { languageOf, languageTagged, LANGUAGES } from './languages/index.ts'
import type { Language } from './languages/language.ts'
import { type Finder, finder } from './phrases.ts'
import { type Segment, segments } from './segment.ts'
import { proposalOf } from './stance.ts'
import { has, typed } from './typing.ts'
import { unitsOf } from './units.ts'
import { linksWithin } from './within.ts'

export type Read = (batch: Batch) => Extraction

/** A reader of batches with its phrase tables compiled. */
export function reader(): Read {
  const finders = new Map(LANGUAGES.map((language) => [language, finder(language)]))
  return (batch) => {
    const usual = usualOf(batch)
    const posts = new Map([...batch.context, ...batch.posts].map((post) => [post.id, post]))
    const parts = batch.posts.map((post) => {
      const language = languageOf(tokens(post.text), usual)
      if (language === null) return unread(post, batch.language)
      return readPost(post, batch, posts, language, finders.get(language) as Finder)
    })
    return {
      drafts: parts.flatMap((part) => part.drafts),
      links: parts.flatMap((part) => part.links),
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

function readPost(post: Post, batch: Batch, posts: Map<string, Post>, language: Language, find: Finder): Extraction {
  const { parts, orders } = argued(segments(post, language, find))
  const opening = post.kind === 'opening'
  const parent = post.parentId === null ? undefined : posts.get(post.parentId)
  const firstLevel = parent?.kind === 'opening'
  const titleWords = contentWords(batch.title, language)
  const types = typed(parts, { opening, firstLevel, titleWords })
  const proposal = opening || firstLevel ? proposalOf(batch.title, titleWords, language) : null
  const found = unitsOf(parts, types, post, language, proposal)
  const outcomes =
    orders && found.length === 0 ? [{ postId: post.id, fate: 'no argument' as const, why: ORDERS, by: 'embedded' }] : []
  return { drafts: found.map(({ draft }) => draft), links: linksWithin(found, opening), outcomes }
}

const ORDERS = 'it gives orders to a program reading it, which are not followed and are no argument'

/** The segments without markup before any orders to a reading program ("ignore all previous instructions"); what follows those is not read. */
function argued(segments: Segment[]): { parts: Segment[]; orders: boolean } {
  const at = segments.findIndex((segment) => has(segment, 'machine'))
  const parts = (at < 0 ? segments : segments.slice(0, at)).filter((segment) => !segment.markup)
  return { parts, orders: at >= 0 }
}

/** Words of `text` that say what it is about. */
export function contentWords(text: string, language: Language): Set<string> {
  const found = tokens(text).map((token) => token.lower)
  return new Set(found.filter((word) => word.length > 2 && !language.functionWords.has(word)))
}
