/**
 * Discussions a page describes in JSON-LD (schema.org vocabulary, W3C JSON-LD 1.1): comments inside what they answer, or
 * items of a graph that name each other.
 */
import type { Post } from '../../../shared/thread.ts'
import { absolute, htmlToText } from '../../text/html-to-text.ts'
import { plain, type Prose } from '../../text/prose.ts'
import { beginningOf, instant } from '../../text/instant.ts'
import { asProse } from './words.ts'
import { number, parse, record, text } from '../json.ts'
import type { Page } from '../page.ts'
import { post } from '../post.ts'
import { allBelow } from '../select.ts'

/** What a page says of its discussion: the opening post first, where there is one. */
export interface Described {
  posts: Post[]
  /** Posts announced, the opening post included; null when nothing is. */
  expected: number | null
}

type Item = Record<string, unknown>

/** More items than this are no page of a discussion. */
const MOST = 50_000
const THREADS =
  /(?:DiscussionForumPosting|Question|SocialMediaPosting|Article|BlogPosting|Blog|WebPage|CreativeWork|VideoObject|Recipe|Product|ImageObject|Review)\b/
const ANSWERS = /\b(?:Comment|Answer|UserComments|CorrectionComment)\b/
const BELOW = ['comment', 'comments', 'acceptedAnswer', 'suggestedAnswer', 'answer']
const ABOVE = ['parentItem', 'inReplyTo', 'replyTo']

const listed = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value.flat() : [value]

/** `schema:text` and `https://schema.org/text` are `text`. */
const bare = (name: string) => name.replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, '')

/** Every item below `value` under its bare names, lists and graphs opened; what comes again under one id is one item. */
class Graph {
  readonly items: Item[] = []
  private readonly byId = new Map<string, Item>()

  constructor(documents: unknown[]) {
    for (const document of documents) this.taken(document)
  }

  private taken(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.taken(one))
    const given = record(value)
    if (given === null || this.items.length >= MOST) return value
    if ('@value' in given) return given['@value']
    if ('@list' in given) return this.taken(given['@list'])
    const item: Item = {}
    const id = text(given, '@id')
    const known = id === null ? undefined : this.byId.get(id)
    if (known === undefined) this.items.push(item)
    const target = known ?? item
    if (id !== null) this.byId.set(id, target)
    for (const [name, one] of Object.entries(given)) {
      if (name === '@context') continue
      const here = bare(name)
      if (target[here] === undefined) target[here] = this.taken(one)
    }
    return target
  }

  /** The items that stand at `names` of `item`, by themselves or by their ids. */
  at(item: Item, names: string[]): Item[] {
    return names
      .flatMap((name) => listed(item[name]))
      .map((one) => (typeof one === 'string' ? this.byId.get(one) : record(one)))
      .filter((one) => one != null)
  }
}

const typeOf = (item: Item) =>
  listed(item['@type'])
    .filter((one) => typeof one === 'string')
    .map(bare)
    .join(' ')

const isPost = (item: Item) => ANSWERS.test(typeOf(item)) || wordsOf(item) !== null

function wordsOf(item: Item): string | null {
  return text(item, 'text') ?? text(item, 'articleBody') ?? text(item, 'commentText') ?? text(item, 'description')
}

/** All who are named as writers; an organisation or an address without a name is nobody. */
function authorOf(graph: Graph, item: Item): string | null {
  for (const role of ['author', 'creator']) {
    const names = listed(item[role]).flatMap((one) => {
      if (typeof one === 'string' && !/^(?:https?:|[#/_])/.test(one)) return [one]
      const [person] = typeof one === 'string' ? graph.at({ one }, ['one']) : [record(one)]
      return person == null
        ? []
        : (text(listed(person.name), 0) ?? text(listed(person.alternateName), 0) ?? text(person.identifier) ?? [])
    })
    if (names.length > 0) return [...new Set(names)].join(', ')
  }
  return null
}

/** schema.org allows a date wherever it allows a time. */
function timeOf(item: Item): unknown {
  const said = ['datePublished', 'dateCreated', 'uploadDate'].flatMap((name) => listed(item[name]).slice(0, 1))
  return said.find((one) => instant(one) !== null) ?? said.map(beginningOf).find((one) => one !== null)
}

/** A count of `action` (`CommentAction`, `LikeAction`), as interaction counters give it. */
function counted(graph: Graph, item: Item, action: RegExp): number | null {
  for (const counter of graph.at(item, ['interactionStatistic', 'interactionCount'])) {
    const kind = [...listed(counter.interactionType), counter.name]
      .map((one) => (typeof one === 'string' ? one : (text(one, '@type') ?? text(one, '@id') ?? '')))
      .join(' ')
    if (action.test(kind)) return number(counter, 'userInteractionCount')
  }
  return null
}

function announced(graph: Graph, root: Item): number | null {
  const answers = number(root, 'answerCount')
  const comments = number(root, 'commentCount') ?? counted(graph, root, /Comment|Reply/i)
  return answers === null && comments === null ? null : (answers ?? 0) + (comments ?? 0) + 1
}

interface Placed {
  item: Item
  above: Placed | null
}

/** `root` and everything that answers it, answers right after what they answer; loose comments answer the root. */
function placed(graph: Graph, root: Item | null, loose: Item[]): Placed[] {
  const below = new Map<Item, Item[]>()
  for (const item of loose) {
    const [above] = graph.at(item, [...ABOVE, 'about', 'isPartOf', 'itemReviewed'])
    const at = above !== undefined && above !== item && isPost(above) ? above : root
    if (at !== null && at !== item) below.set(at, [...(below.get(at) ?? []), item])
  }
  const answersTo = (item: Item) => [
    ...graph.at(item, BELOW).filter((one) => isPost(one) && !apart.has(one)),
    ...(below.get(item) ?? []),
  ]
  const seen = new Set<Item>()
  const found: Placed[] = []
  const hung = new Set([...below.values()].flat())
  const apart = new Set(loose)
  const tops = root === null ? loose.filter((item) => !hung.has(item)) : [root]
  const todo: Placed[] = tops.toReversed().map((item) => ({ item, above: null }))
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (seen.has(next.item)) continue
    seen.add(next.item)
    found.push(next)
    const above = next
    for (const item of answersTo(next.item).toReversed()) todo.push({ item, above })
  }
  return found
}

const proseOf = (words: string | null): Prose => (words === null ? plain('') : asProse(words))

export function readJsonLd($: Page, url: string | null): Described | null {
  const documents: unknown[] = []
  for (const element of allBelow($.root().get(0), 'script[type*="ld+json" i]')) {
    const source = $(element)
      .text()
      .replace(
        /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>|;)\s*$/g,
        '',
      )
    documents.push(parse(source))
  }
  if (documents.length === 0) return null
  const graph = new Graph(documents)
  const comments = graph.items.filter((item) => ANSWERS.test(typeOf(item)))
  if (comments.length === 0) return null
  const roots = graph.items.filter((item) => THREADS.test(typeOf(item)) && !ANSWERS.test(typeOf(item)))
  const reached = new Map(roots.map((item) => [item, placed(graph, item, []).length]))
  const [best] = roots.toSorted((a, b) => (reached.get(b) ?? 0) - (reached.get(a) ?? 0))
  const inside = new Set(comments.flatMap((item) => graph.at(item, BELOW)))
  for (const root of roots) for (const item of graph.at(root, BELOW)) inside.add(item)
  // What a comment names as its parent counts more than the list it stands in; only what stands before it can be that.
  const places = new Map(graph.items.map((item, place) => [item, place]))
  const answersComment = (item: Item) =>
    graph.at(item, ABOVE).some((one) => ANSWERS.test(typeOf(one)) && (places.get(one) ?? 0) < (places.get(item) ?? 0))
  const loose = comments.filter((item) => !inside.has(item) || answersComment(item))
  // Frequent questions are a site's own words, asked by nobody.
  if (roots.some((item) => /FAQPage/.test(typeOf(item))) || graph.items.some((item) => /FAQPage/.test(typeOf(item))))
    return null
  const root = best !== undefined && ((reached.get(best) ?? 0) > 1 || loose.length > 0) ? best : null
  const rows = placed(graph, root, loose)
  const ids = new Map<Item, string>(
    rows.map(({ item }, index) => [item, text(item, '@id') ?? text(item, 'identifier') ?? `p${index + 1}`]),
  )
  const posts = rows.map(({ item, above }): Post => {
    const opening = item === root
    const type = typeOf(item)
    const ups = number(item, 'upvoteCount') ?? counted(graph, item, /LikeAction|VoteAction/)
    return post({
      id: ids.get(item) as string,
      parentId: above === null ? null : (ids.get(above.item) as string),
      author: authorOf(graph, item),
      createdAt: timeOf(item),
      score: ups === null ? null : ups - (number(item, 'downvoteCount') ?? 0),
      title: opening ? textOf(text(item, 'headline') ?? text(item, 'name')) : null,
      body: proseOf(wordsOf(item)),
      permalink: absolute(text(item, 'url') ?? text(item, '@id') ?? undefined, url),
      kind: opening ? 'opening' : /Answer/.test(type) ? 'answer' : 'comment',
    })
  })
  return { posts, expected: root === null ? null : announced(graph, root) }
}

/** Titles are written with entities, too. */
const textOf = (title: string | null) => (title === null ? null : htmlToText(title).text)
