/** A Discourse topic and its posts as JSON. */
import { type Element, isTag } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { absolute, type HtmlReading, htmlToText } from '../../text/html-to-text.ts'
import { markdownToText } from '../../text/markdown-to-text.ts'
import { join, plain, type Prose, quoted, quotedFirst } from '../../text/prose.ts'
import { assemble, type Missing } from '../assemble.ts'
import { at, count, list, number, text, truthy } from '../json.ts'
import { siteOf } from '../page.ts'
import type { ReadThread } from '../platform.ts'
import { post } from '../post.ts'

/** Link previews, the head of a quote ("name:"), image captions and counters beside links are not words of the post. */
function furniture({ name, attribs }: Element): boolean {
  const classes = ` ${attribs.class ?? ''} `
  if (name === 'aside') return classes.includes(' onebox ')
  return (
    / (title|poll-info|quote-controls|lightbox-wrapper|meta|badge|clicks|anchor) /.test(classes) &&
    !classes.includes(' onebox ')
  )
}

/** A quote from another topic names a post of that one: its number means nothing here. */
function quoteOf(
  { name, attribs }: Element,
  topicId: string | null,
): { author: string | null; ref: string | null } | null {
  if (name !== 'aside' || !` ${attribs.class ?? ''} `.includes(' quote ')) return null
  const topic = attribs['data-topic']
  const here = topic === undefined || topicId === null || topic === topicId
  return { author: attribs['data-username'] ?? null, ref: here ? (attribs['data-post'] ?? null) : null }
}

/** The block quote inside a quote aside is the same quote, not a second one. */
export function reading({ base, id }: Pick<Topic, 'base' | 'id'>): HtmlReading {
  return {
    base,
    drop: furniture,
    quote: (element) =>
      quoteOf(element, id) ??
      (element.name === 'blockquote' && element.parent !== null && isTag(element.parent)
        ? quoteOf(element.parent, id)
        : null),
  }
}

/** A post as it was written: Markdown, with quotes (and polls) between tags in brackets. */
function written(source: string, { base, id }: Pick<Topic, 'base' | 'id'>): Prose {
  const pieces = source
    .replace(/^\[\/?(?:poll|details|spoiler)\b[^\]\n]*\]/gm, '')
    .split(/^(\[quote(?:="[^"\n]*")?\]|\[\/quote\])\s*$/m)
  const around: { author: string | null; ref: string | null }[] = []
  const said = pieces.map((piece) => {
    if (piece === '[/quote]') around.pop()
    else if (piece.startsWith('[quote')) {
      const [, name = '', about = ''] = /^\[quote="([^",]*)([^"]*)/.exec(piece) ?? []
      const topic = /\btopic:\s*(\d+)/.exec(about)?.[1] ?? id
      const number = /\bpost:\s*(\d+)/.exec(about)?.[1]
      around.push({ author: name === '' ? null : name, ref: topic === id || id === null ? (number ?? null) : null })
    } else {
      const words = markdownToText(piece, { breaks: true, tags: true, base })
      const [outermost] = around
      const quote = around.at(-1)
      if (quote === undefined || outermost === undefined) return words
      const { quotes, ...rest } = quoted(words, quote.author, quote.ref)
      return { ...rest, quotes: quotes.map((one) => (outermost === quote ? one : { ...one, within: outermost.ref })) }
    }
    return plain('')
  })
  return join(said, '\n\n')
}

function stateOf(data: unknown): Post['state'] {
  if (truthy(data, 'user_deleted') || text(data, 'deleted_at') !== null) return 'deleted'
  if (truthy(data, 'hidden') || truthy(data, 'cooked_hidden')) return 'hidden'
  return (number(data, 'version') ?? 1) > 1 ? 'edited' : 'ok'
}

/** Those who reacted with a thumb down, which no forum counts as a like. */
const thumbsDown = (data: unknown) =>
  list(data, 'reactions')
    .filter((one) => text(one, 'id') === '-1')
    .reduce<number>((sum, one) => sum + (number(one, 'count') ?? 0), 0)

/** Likes, or those who welcome a post less those who do not. */
function likes(data: unknown): number | null {
  if (at(data, 'like_count') !== undefined) return number(data, 'like_count')
  // Forums with more reactions than likes count people beside them, whatever they think of the post.
  const people = number(data, 'reaction_users_count')
  if (people !== null) return people - 2 * thumbsDown(data)
  if (!Array.isArray(at(data, 'actions_summary'))) return null
  return (
    number(
      list(data, 'actions_summary').find((one) => number(one, 'id') === 2),
      'count',
    ) ?? 0
  )
}

/** A topic as its posts need it; `announced`: posts it says it has; `base`: the forum's root. */
export interface Topic {
  id: string | null
  slug: string | null
  title: string | null
  announced: number | null
  articleUrl: string | null
  base: string | null
}

/** Posts are known by their number in the topic: replies and quotes name it. */
function readPost(data: unknown, topic: Topic): { made: Post; quoted: string | null; named: boolean } | null {
  const postNumber = text(data, 'post_number')
  if (postNumber === null) return null
  const source = text(data, 'cooked')
  // What stands in for a post that is hidden are not its words.
  const words: Prose = truthy(data, 'cooked_hidden')
    ? plain('')
    : source === null
      ? written(text(data, 'raw') ?? '', topic)
      : htmlToText(source, reading(topic))
  const opening = postNumber === '1'
  const action = [3].includes(number(data, 'post_type') ?? 1)
  const path = text(data, 'post_url') ?? `/t/${topic.slug ?? '-'}/${topic.id ?? ''}/${postNumber}`
  const replied = text(data, 'reply_to_post_number')
  const made = post({
    id: postNumber,
    parentId: opening ? null : (replied ?? '1'),
    author: text(data, 'username') ?? text(data, 'name'),
    createdAt: at(data, 'created_at'),
    score: likes(data),
    title: opening ? topic.title : null,
    body: words,
    permalink: topic.base === null ? null : absolute(path, topic.base),
    kind: action ? 'system' : opening ? 'opening' : 'reply',
    state: stateOf(data),
  })
  return { made, quoted: quotedFirst(words), named: replied !== null }
}

/** A post that names no post it replies to answers the topic, unless it quotes one: then it answers that. */
function linked(datas: unknown[], topic: Topic): Post[] {
  const read = datas.flatMap((data) => readPost(data, topic) ?? [])
  const known = new Set(read.map(({ made }) => made.id))
  return read.map(({ made, quoted, named }) => {
    if (named || made.parentId === null) return made
    if (quoted !== null && known.has(quoted) && Number(quoted) < Number(made.id))
      return { ...made, parentId: quoted, parentVia: 'quote' }
    return made
  })
}

/** The posts in an answer of any of the forum's interfaces. */
export function postsOf(value: unknown): unknown[] {
  const posts = [
    ...list(value, 'post_stream', 'posts'),
    ...list(value, 'latest_posts'),
    ...(Array.isArray(value) ? value : []),
  ]
  const alone = text(value, 'post_number') !== null && text(value, 'cooked') !== null ? [value] : []
  return [...posts, ...alone].filter(
    (one) =>
      text(one, 'post_number') !== null &&
      // What was done to a topic (closed, split) is a post without words.
      (typeof at(one, 'cooked') === 'string' || text(one, 'raw') !== null),
  )
}

/** What `value`, a topic or a list of posts, tells of the topic. */
export function topicOf(value: unknown, posts: unknown[], url: string | null): Topic {
  const first = posts[0]
  return {
    id: text(value, 'id') ?? text(first, 'topic_id'),
    slug: text(value, 'slug') ?? text(first, 'topic_slug'),
    title: text(value, 'title') ?? text(first, 'topic_title'),
    announced:
      count(value, 'posts_count') ??
      count(first, 'posts_count') ??
      (list(value, 'post_stream', 'stream').length || null),
    articleUrl: text(value, 'featured_link'),
    base: baseOf(url),
  }
}

/** The forum's root, also below a folder: everything before "/t/". */
export function baseOf(url: string | null): string | null {
  if (url === null) return null
  const { origin, pathname } = new URL(url)
  const cut = /\/(?:t|p|posts)\//.exec(pathname)
  return `${origin}${cut === null ? '' : pathname.slice(0, cut.index)}/`
}

/** The topic with these posts, in their order. */
export function thread(topic: Topic, datas: unknown[], url: string | null, missing: Missing): ReadThread {
  const ordered = datas.toSorted((a, b) => (number(a, 'post_number') ?? 0) - (number(b, 'post_number') ?? 0))
  return assemble({
    platform: 'discourse',
    site: siteOf(url, 'Discourse'),
    url: topic.base === null || topic.id === null ? url : absolute(`t/${topic.slug ?? '-'}/${topic.id}`, topic.base),
    title: topic.title ?? topic.slug?.replaceAll('-', ' ') ?? null,
    articleUrl: topic.articleUrl,
    key: topic.id === null ? null : `${topic.slug ?? ''}/${topic.id}`,
    root: '1',
    posts: linked(ordered, topic),
    expected: topic.announced,
    missing,
  })
}
