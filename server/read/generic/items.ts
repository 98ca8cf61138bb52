/**
 * Discussions marked in the page itself: microdata (WHATWG HTML §5) and RDFa Lite (W3C), both with the words of schema.org
 * (older Drupal: SIOC). One walk over the page finds the items, their properties and what stands in what.
 */
import { type AnyNode, type Element, isTag } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { absolute, nodesToText } from '../../text/html-to-text.ts'
import { beginningOf, instant } from '../../text/instant.ts'
import { plain } from '../../text/prose.ts'
import { number } from '../json.ts'
import { type Page, textIn, titleOf } from '../page.ts'
import { post } from '../post.ts'
import type { Described } from './json-ld.ts'

interface Item {
  element: Element
  type: string
  /** The item it stands in. */
  above: Item | null
  properties: Map<string, (Element | Item)[]>
}

const ANSWERS = /\b(?:Comment|Answer|UserComments|sioct?:Comment)\b/
const TOPS =
  /\b(?:DiscussionForumPosting|Question|SocialMediaPosting|BlogPosting|(?:News|Scholarly|Tech|Opinion\w*)?Article|CreativeWork|sioct?:(?:Post|Item|BlogPost))\b/
/** Items that every post of a thread may be marked as, so that the first is the opening post and the others answer. */
const ROWS = /\b(?:DiscussionForumPosting|SocialMediaPosting)\b/

const bare = (name: string) => name.replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, '')
const named = (list: string | undefined) => (list ?? '').split(/\s+/).filter((one) => one !== '')

/** What an element says it is: `itemscope` with its type, or `typeof`; null for an ordinary element. */
function scopeOf({ attribs }: Element): string | null {
  if ('itemscope' in attribs) return named(attribs.itemtype).map(bare).join(' ')
  return attribs.typeof === undefined ? null : named(attribs.typeof).map(bare).join(' ')
}

/** `property` also names what is for link previews, in the head; a name with a colon there is of another vocabulary. */
const propertiesOf = ({ attribs }: Element): string[] =>
  [
    ...named(attribs.itemprop),
    ...named(attribs.property),
    ...('typeof' in attribs || 'resource' in attribs ? named(attribs.rel) : []),
  ]
    .map(bare)
    .filter((name) => !/^(?:og|article|twitter|fb):/.test(name))

/** All items of the page in its order, each with its own properties. */
function itemsIn(root: AnyNode): Item[] {
  const items: Item[] = []
  const todo: { node: AnyNode; within: Item | null }[] = [{ node: root, within: null }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { node, within } = next
    let inside = within
    if (isTag(node)) {
      const type = scopeOf(node)
      const item =
        type === null ? null : { element: node, type, above: within, properties: new Map<string, (Element | Item)[]>() }
      if (item !== null) items.push(item)
      if (within !== null) {
        for (const name of propertiesOf(node))
          within.properties.set(name, [...(within.properties.get(name) ?? []), item ?? node])
      }
      inside = item ?? within
    }
    if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at--)
        todo.push({ node: node.children[at] as AnyNode, within: inside })
  }
  return items
}

const isItem = (value: Element | Item): value is Item => 'properties' in value

function elementAt(item: Item, names: string[]): Element | null {
  for (const name of names) {
    const [found] = item.properties.get(name) ?? []
    if (found !== undefined) return isItem(found) ? found.element : found
  }
  return null
}

/** A property as text: what `content` or `datetime` says, the name of an item, else the words inside. */
function valueAt(item: Item, names: string[]): string | null {
  for (const name of names) {
    for (const found of item.properties.get(name) ?? []) {
      const value = isItem(found) ? valueAt(found, ['name', 'alternateName', 'foaf:name']) : ownValue(found)
      if (value !== null && value !== '') return value
    }
  }
  return null
}

function ownValue(element: Element): string | null {
  const { content, datetime } = element.attribs
  return content ?? datetime ?? textIn(element)
}

const AUTHOR = ['author', 'creator', 'sioc:has_creator', 'dc:creator']
const WORDS = ['text', 'articleBody', 'commentText', 'reviewBody', 'content:encoded', 'sioc:content', 'description']
const TIME = ['datePublished', 'dateCreated', 'commentTime', 'dc:date', 'dc:created', 'dcterms:created', 'uploadDate']

/** Words of `item` without those of items that answer it. */
function wordsOf(item: Item, posts: Set<AnyNode>) {
  const element = elementAt(item, WORDS)
  return element === null ? null : { element, drop: (inner: Element) => posts.has(inner) && inner !== item.element }
}

/** Authors of RDFa pages are often named by the words of the link to them. */
function authorOf(item: Item): string | null {
  const value = valueAt(item, AUTHOR)
  if (value !== null) return value
  for (const name of AUTHOR)
    for (const found of item.properties.get(name) ?? []) if (isItem(found)) return textIn(found.element)
  return null
}

function addressOf(element: Element | null, url: string | null): string | null {
  return element === null ? null : absolute(element.attribs.href ?? element.attribs.content, url)
}

/** Null when no item of the page is a comment, and no row of posts is marked. */
export function readItems($: Page, url: string | null): Described | null {
  const [root] = $.root().toArray()
  if (root === undefined) return null
  const items = itemsIn(root)
  const marked = items.filter(({ type }) => ANSWERS.test(type))
  const rows = items.filter((item) => ROWS.test(item.type) && elementAt(item, WORDS) !== null)
  const answers = marked.length > 0 ? marked : rows.length >= 2 ? rows.slice(1) : []
  if (answers.length === 0) return null
  const isAnswer = new Set(answers)
  const above = (item: Item): Item | null => {
    for (let at = item.above; at !== null; at = at.above) if (isAnswer.has(at) || at === top) return at
    return null
  }
  const holds = (item: Item) => answers.some((answer) => $.contains(item.element, answer.element))
  const tops = items.filter((item) => TOPS.test(item.type) && !isAnswer.has(item))
  const top = tops.find((item) => /Question|Discussion|Social/.test(item.type)) ?? tops.find(holds) ?? tops[0] ?? null
  const all = top === null ? answers : [top, ...answers]
  const elements = new Set<AnyNode>(all.map(({ element }) => element))
  const ids = new Map(
    all.map((item, index) => [
      item,
      item === top ? 'opening' : (item.element.attribs.id ?? item.element.attribs['data-comment-id'] ?? `c${index}`),
    ]),
  )
  const byAddress = new Map(
    all.flatMap((item) => {
      const address = addressOf(elementAt(item, ['url']), url)
      return address === null ? [] : [[address, item] as const]
    }),
  )
  const parentOf = (item: Item): Item | null => {
    const said = addressOf(elementAt(item, ['parentItem', 'replyToUrl']), url)
    const byLink = said === null ? undefined : byAddress.get(said)
    const found = byLink === undefined || byLink === item ? above(item) : byLink
    return found ?? (item === top ? null : top)
  }
  const posts = all.map((item): Post => {
    const opening = item === top
    const parent = opening ? null : parentOf(item)
    const words = wordsOf(item, elements)
    return post({
      id: ids.get(item) as string,
      parentId: parent === null ? null : (ids.get(parent) as string),
      parentVia: 'nesting',
      author: authorOf(item),
      createdAt: instant(valueAt(item, TIME)) ?? beginningOf(valueAt(item, TIME)),
      score: number(valueAt(item, ['upvoteCount'])),
      title: opening ? (valueAt(item, ['headline', 'name', 'dc:title']) ?? titleOf($)) : null,
      body: words === null ? plain('') : nodesToText(words.element.children, { base: url, drop: words.drop }),
      permalink: addressOf(elementAt(item, ['url']), url),
      kind: opening ? 'opening' : /Answer/.test(item.type) ? 'answer' : 'comment',
    })
  })
  return { posts, expected: announced(items, top) }
}

/** What the thing discussed says of the number of its answers. */
function announced(items: Item[], top: Item | null): number | null {
  for (const item of top === null ? items : [top, ...items]) {
    const count = number(valueAt(item, ['commentCount', 'answerCount']))
    if (count !== null) return count + 1
  }
  return null
}
