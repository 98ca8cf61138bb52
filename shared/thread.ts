/** What was read: a thread of posts, each with plain text whose character offsets never change once read. */
import { z } from 'zod'

/** A stretch `[start, end)` of a text, in UTF-16 code units, as `text.slice(start, end)` counts them. */
export const Range = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type Range = z.infer<typeof Range>

/** A stretch of one named post. */
export const Passage = Range.extend({ postId: z.string() })
export type Passage = z.infer<typeof Passage>

/**
 * A stretch of a post that repeats words of another post. It is never a new mention by the one who quotes.
 * `marked`: the post marks it (`>`, a quote block); `compared`: found because the same words stand in an earlier post.
 */
export const Quote = Range.extend({
  how: z.enum(['marked', 'compared']),
  /** Name given in the quote block, when it gives one. */
  author: z.string().nullable(),
  /** Where the words come from, once that is known. */
  of: Passage.nullable(),
  /** Share of the quoted words found at `of`, 0 to 1; 0 while `of` is null. */
  similarity: z.number().min(0).max(1),
})
export type Quote = z.infer<typeof Quote>

/** A URL a post points to, with the words that carry it. */
export const Reference = Range.extend({ url: z.string() })
export type Reference = z.infer<typeof Reference>

/** A time known only roughly: the true one is at most `within` seconds before or after `at` (ISO 8601 in UTC). */
export const RoughTime = z.object({ at: z.string(), within: z.number().min(0) })
export type RoughTime = z.infer<typeof RoughTime>

export const PostKind = z.enum(['opening', 'reply', 'answer', 'comment', 'system', 'article'])
export const PostState = z.enum(['ok', 'edited', 'deleted', 'removed', 'hidden'])

/** A side as a platform itself records it. */
export const PostStance = z.enum(['pro', 'con', 'neutral'])
export type PostStance = z.infer<typeof PostStance>

/** How the parent of a post is known; `order` is a guess from the order of posts and is shown as one. */
export const ParentVia = z.enum(['platform', 'nesting', 'quote', 'mention', 'order', 'none'])

export const Post = z.object({
  /** Unique within a debate. */
  id: z.string(),
  parentId: z.string().nullable(),
  parentVia: ParentVia,
  /** Name shown on the platform; null when the thread names nobody (never invented). */
  author: z.string().nullable(),
  /** ISO 8601 in UTC, or null when the platform gives no exact time. */
  createdAt: z.string().nullable(),
  /** Where there is no exact time: from the age the page gives ("3 hours ago") and when it was read, or a date without a zone. */
  createdAbout: RoughTime.optional(),
  score: z.number().nullable(),
  /** Votes on whether the post is right, where the platform counts them apart from its score. */
  agreement: z.number().optional(),
  /** Plain text without markup. The opening post starts with the thread's title, see `heading`. */
  text: z.string(),
  /** Length of the title at the start of `text`; 0 where there is none. */
  heading: z.int().min(0),
  quotes: z.array(Quote),
  links: z.array(Reference),
  /** Code, logs and other text that no one argues in. */
  code: z.array(Range),
  permalink: z.string().nullable(),
  kind: PostKind,
  state: PostState,
  /** Side the platform itself records (Kialo, Decidim, bold votes). */
  stance: PostStance.nullable(),
  /** The same post's id across servers (a federation id), where there is one. */
  globalId: z.string().nullable(),
})
export type Post = z.infer<typeof Post>

/** How much of a thread was read. `expected` is what the platform announced, null when it announces nothing. */
export const Completeness = z.object({
  expected: z.int().nullable(),
  got: z.int(),
  missing: z.array(z.object({ why: z.string(), count: z.int().nullable() })),
  /** Requests its reading took, answers kept from before included; absent where nothing was fetched. */
  requests: z.int().optional(),
  /** Whether reading on may bring what is missing: a limit ended the reading, or the site did not answer or asked to wait. */
  more: z.boolean().optional(),
})
export type Completeness = z.infer<typeof Completeness>

/** The page a thread discusses. Context only: nothing in it is a post of the debate. */
export const Article = z.object({
  url: z.string(),
  title: z.string(),
  site: z.string().nullable(),
  text: z.string(),
})
export type Article = z.infer<typeof Article>

export const Thread = z.object({
  id: z.string(),
  url: z.string().nullable(),
  platform: z.string(),
  /** Where it was read, as a person would say it: a host name or "Pasted text". */
  site: z.string(),
  title: z.string(),
  /** BCP 47 tag, null when not known. */
  language: z.string().nullable(),
  readAt: z.string(),
  article: Article.nullable(),
  /** Parents stand before their children; otherwise in the order of the platform. */
  posts: z.array(Post),
  completeness: Completeness,
  /** Sentences for the reader about how the thread was read (what was guessed, what was left out). */
  notices: z.array(z.string()),
})
export type Thread = z.infer<typeof Thread>
