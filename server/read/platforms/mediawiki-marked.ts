/**
 * Talk pages as DiscussionTools hands them to browsers: marks where every comment starts and ends, with ids that hold its
 * writer, its time and what it answers ("c-Ben-20260501091000-Ada-20260501090000").
 */
import { type AnyNode, type ChildNode, type Element, isTag } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import { join, type Prose } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { parse, text } from '../json.ts'
import { languageOf, ownAddress, type Page, pageOf, siteOf, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { BLOCKS, isStruck, struckNotices, voteOf, wikiOf } from './mediawiki-pages.ts'
import { withoutSignature } from './mediawiki-signatures.ts'
import { isTool, isToolRow } from './mediawiki-tools.ts'

const START = 'data-mw-comment-start'
const END = 'data-mw-comment-end'

export function isMarkedPage(answer: Answer): boolean {
  return /data-mw-comment-start[^>]{0,300}\bid="c-/.test(answer.text)
}

interface Mark {
  author: string
  /** ISO 8601, as far as it can be told. */
  at: string | null
  /** Writer and time of the comment it answers as the id has them, or the name of its section. */
  above: string
  /** Writer and time as ids of answers to it have them. */
  own: string
}

const ID = /^c-(.*?)-(\d{14}|\d{4}-\d{2}-\d{2}T[\d:.]+Z)(?:-(.*))?$/

function markOf(id: string): Mark | null {
  const [, author, time, above = ''] = ID.exec(id) ?? []
  if (author === undefined || time === undefined) return null
  const at = /^\d{14}$/.test(time) ? time.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z') : time
  return { author: author.replaceAll('_', ' '), at, above, own: `${author}-${time}` }
}

/** A stretch of a comment that stands in one paragraph. */
interface Piece {
  block: AnyNode | null
  nodes: ChildNode[]
}

interface Found {
  id: string
  mark: Mark
  heading: string | null
  pieces: Piece[]
}

/** Elements that hold a mark can't be taken whole. */
function holders($: Page): Set<AnyNode> {
  const found = new Set<AnyNode>()
  for (const element of $<Element, string>(`[${START}], [${END}]`).toArray())
    for (let above: AnyNode | null = element.parent; above !== null && !found.has(above); above = above.parent)
      found.add(above)
  return found
}

const isFurniture = ({ attribs }: Element) =>
  /ext-discussiontools-init-replylink|mw-editsection|ext-discussiontools-init-section-bar/.test(attribs.class ?? '')

/** The comments in the order of the page: everything between their two marks, paragraph by paragraph. */
function commentsIn($: Page): Found[] {
  const split = holders($)
  const comments: Found[] = []
  let open: Found | null = null
  let heading: string | null = null
  const todo: { node: AnyNode; block: AnyNode | null }[] = $.root()
    .toArray()
    .map((node) => ({ node, block: null }))
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { node, block } = next
    if (isTag(node) && /^h[1-6]$/.test(node.name))
      heading = wordsOf($(node).find('.mw-headline').first()) ?? headingOf($, node)
    const start: string | undefined = isTag(node) && START in node.attribs ? node.attribs.id : undefined
    const mark = start === undefined ? null : markOf(start)
    if (start !== undefined && mark !== null) {
      open = { id: start, mark, heading, pieces: [] }
      comments.push(open)
      heading = null
    } else if (isTag(node) && END in node.attribs) {
      if (open?.id === node.attribs[END]) open = null
    } else if (split.has(node) && 'children' in node) {
      const inside = isTag(node) && BLOCKS.has(node.name) ? node : block
      for (let at = node.children.length - 1; at >= 0; at--)
        todo.push({ node: node.children[at] as ChildNode, block: inside })
    } else if (open !== null) {
      const own = isTag(node) && BLOCKS.has(node.name) ? node : block
      const last = open.pieces.at(-1)
      if (last !== undefined && last.block === own) last.nodes.push(node)
      else open.pieces.push({ block: own, nodes: [node] })
    }
  }
  return comments
}

function headingOf($: Page, element: Element): string | null {
  const words = nodesToText($(element).get(0)?.children ?? [], { drop: isFurniture }).text
  return words === '' ? null : words
}

/** What the reply links say of their comments: in some versions the writer and the time are there in full. */
function told($: Page): Map<string, unknown> {
  const found = new Map<string, unknown>()
  $('[data-mw-comment]').each((_, element) => {
    const value = parse($(element).attr('data-mw-comment') ?? '')
    const id = text(value, 'id')
    if (id !== null) found.set(id, value)
  })
  return found
}

function proseOf(pieces: Piece[], base: string | null): Prose {
  return join(
    pieces
      .filter(({ nodes }) => !isToolRow(nodes))
      .map(({ nodes }) =>
        nodesToText(nodes, { base, drop: (element) => isFurniture(element) || isStruck(element) || isTool(element) }),
      ),
    '\n\n',
  )
}

export function readMarkedPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const base = wikiOf($, answer)
  const notes = told($)
  const comments = commentsIn($)
  const byMark = new Map<string, string>()
  let top = false
  const posts = comments.map(({ id, mark, heading, pieces }): Post => {
    const parentId = byMark.get(mark.above) ?? nearest(byMark, mark.above)
    if (!byMark.has(mark.own)) byMark.set(mark.own, id)
    top = heading !== null
    const body = withoutSignature(proseOf(pieces, base))
    return post({
      id,
      parentId,
      author: text(notes.get(id), 'author') ?? mark.author,
      createdAt: text(notes.get(id), 'timestamp') ?? mark.at,
      title: top ? heading : null,
      body,
      permalink: url === null ? null : `${url.replace(/#.*$/, '')}#${id}`,
      kind: parentId === null && top ? 'opening' : 'comment',
      stance: voteOf($.html(pieces[0]?.nodes.slice(0, 4) ?? [])),
    })
  })
  return assemble({
    platform: 'mediawiki',
    site: siteOf(url, 'A wiki'),
    url,
    title: wordsOf($('#firstHeading').first()) ?? titleOf($),
    language: languageOf($),
    posts,
    notices: struckNotices(answer.text),
  })
}

/** Ids of one writer in one minute are told apart by something at their end. */
function nearest(byMark: Map<string, string>, above: string): string | null {
  for (let name = above; name.includes('-'); name = name.slice(0, name.lastIndexOf('-'))) {
    const found = byMark.get(name)
    if (found !== undefined) return found
  }
  return null
}
