/** Posts to drafts and links: cut, type, recognise kinds and evidence, link within each post. */
import type { Post } from '../../../shared/thread.ts'
import { statement } from '../../text/statement.ts'
import { type Token, tokens } from '../../text/tokens.ts'
import type { Batch, Draft, Extraction } from '../index.ts'
import { unread } from './foreign.ts'
import { asserts, concedes, verdictOf } from './kinds.ts'
import { languageOf, languageTagged, LANGUAGES } from './languages/index.ts'
import type { Language } from './languages/language.ts'
import { type Finder, finder } from './phrases.ts'
import { type Segment, segments } from './segment.ts'
import { type Typed, typed } from './typing.ts'
import { type Linkable, linksWithin } from './within.ts'

/** Fewest words of a unit that is no verdict. */
const FEWEST_WORDS = 4
/** How sure a rule is of a verdict, a concession or a question it recognises. */
const RECOGNISED = 0.8

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

/** What a segment became. */
interface Found {
  draft: Draft
  segment: Segment
  role: Linkable['role'] | null
}

function readPost(post: Post, batch: Batch, posts: Map<string, Post>, language: Language, find: Finder): Extraction {
  const parts = segments(post, language, find)
  const opening = post.kind === 'opening'
  const parent = post.parentId === null ? undefined : posts.get(post.parentId)
  const types = typed(parts, {
    opening,
    firstLevel: parent?.kind === 'opening',
    titleWords: contentWords(batch.title, language),
  })
  const found = parts.flatMap((segment, at) => {
    const one = unitOf(segment, types[at] as Typed, post, language)
    return one === null ? [] : [one]
  })
  const linkable = found.flatMap(({ draft, segment, role }) =>
    role === null
      ? []
      : [{ ref: draft.ref, role, heading: segment.heading, sentence: segment.sentence, joined: segment.joined }],
  )
  return { drafts: found.map(({ draft }) => draft), links: linksWithin(linkable, opening), outcomes: [] }
}

function unitOf(segment: Segment, type: Typed, post: Post, language: Language): Found | null {
  if (segment.heading) return titleOf(segment, post, language)
  const verdict = verdictOf(segment, language)
  if (verdict !== null) return verdictUnit(segment, verdict, post, language)
  if (segment.words.length < FEWEST_WORDS) return null
  if (segment.asks)
    return {
      draft: draft(segment, post, language, 'question', RECOGNISED, ['ends with a question mark']),
      segment,
      role: null,
    }
  if (concedes(segment) && post.parentId !== null) {
    return { draft: draft(segment, post, language, 'concession', RECOGNISED, conceding(segment)), segment, role: null }
  }
  if (type.type === 'none') return null
  const evidence = type.type === 'premise' ? segment.evidence : null
  const sure = type.shares[type.type]
  if (evidence === null)
    return { draft: draft(segment, post, language, 'claim', sure, type.why), segment, role: type.type }
  const base = draft(segment, post, language, 'evidence', sure, [evidence.says, ...type.why])
  return {
    draft: { ...base, evidenceType: evidence.type, sourceUrl: segment.link?.url ?? null },
    segment,
    role: 'premise',
  }
}

function titleOf(segment: Segment, post: Post, language: Language): Found | null {
  if (segment.asks)
    return { draft: draft(segment, post, language, 'question', RECOGNISED, ['the title asks']), segment, role: null }
  if (!asserts(segment, language)) return null
  return {
    draft: draft(segment, post, language, 'claim', RECOGNISED, ['the title asserts it']),
    segment,
    role: 'claim',
  }
}

function verdictUnit(
  segment: Segment,
  verdict: 'against' | 'accepting' | 'asking',
  post: Post,
  language: Language,
): Found {
  if (verdict === 'asking')
    return { draft: draft(segment, post, language, 'question', RECOGNISED, ['asks in a word']), segment, role: null }
  if (verdict === 'accepting') {
    return {
      draft: draft(segment, post, language, 'concession', RECOGNISED, ['agrees in a word']),
      segment,
      role: null,
    }
  }
  return { draft: draft(segment, post, language, 'claim', RECOGNISED, ['rejects in a word']), segment, role: 'claim' }
}

function conceding(segment: Segment): string[] {
  return segment.signs.filter((sign) => sign.marker === 'concession').map((sign) => `accepts: “${sign.words}”`)
}

function draft(
  segment: Segment,
  post: Post,
  language: Language,
  kind: Draft['kind'],
  confidence: number,
  why: string[],
): Draft {
  return {
    ref: `${post.id}:${segment.start}`,
    postId: post.id,
    quote: segment.text,
    hint: segment.start,
    kind,
    statement: statement(segment.text, language.dropped),
    evidenceType: null,
    sourceUrl: null,
    stance: null,
    confidence: Math.round(confidence * 100) / 100,
    why,
  }
}

/** Words of `text` that say what it is about. */
export function contentWords(text: string, language: Language): Set<string> {
  const found = tokens(text).map((token) => token.lower)
  return new Set(found.filter((word) => word.length > 2 && !language.functionWords.has(word)))
}
