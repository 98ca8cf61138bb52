/**
 * Talk pages without a list of comments: a comment ends at its signature (a link to its writer and a time with a zone in
 * brackets), its depth is that of the list it stands in.
 */
import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import type { Post } from '../../../shared/thread.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import { cut, join, plain, type Prose, slices, trim } from '../../text/prose.ts'
import { LIST_DEPTH } from '../../text/wikitext.ts'
import { assemble } from '../assemble.ts'
import {
  baseIn,
  byDepth,
  languageOf,
  ownAddress,
  type Page,
  pageOf,
  siteOf,
  textIn,
  titleOf,
  wordsOf,
} from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'
import { type Signature, signaturesIn, stampsIn } from './mediawiki-signatures.ts'
import { isTool, isToolRow } from './mediawiki-tools.ts'

/** Who signs twice in one paragraph added something to what was said: that is one comment. */
function byOnePerson(found: Signature[]): [Signature, ...Signature[]][] {
  const groups: [Signature, ...Signature[]][] = []
  for (const signature of found) {
    const last = groups.at(-1)
    if (last !== undefined && signature.author !== null && last[0].author === signature.author) last.push(signature)
    else groups.push([signature])
  }
  return groups
}

/** What each group of signatures signs, without the signatures, and last what stands after them all. */
function partsOf(prose: Prose, groups: [Signature, ...Signature[]][]): Prose[] {
  const ends = [0, ...groups.map((signed) => (signed.at(-1) ?? signed[0]).end)]
  const parts = ends.map((start, index) => ({
    start,
    end: groups[index]?.at(-1)?.start ?? prose.text.length,
  }))
  return slices(prose, parts).map((part, index) => {
    const by = ends[index] ?? 0
    const inside = groups[index]?.slice(0, -1).map(({ start, end }) => ({ start: start - by, end: end - by })) ?? []
    return groups.length === 0 ? part : trim(cut(part, inside))
  })
}

const FOR =
  /^(?:keep|support|yes|agree|endorse|retain|behalten|behalte|pro|dafür|unterstützung|conserver|garder|pour|mantener|conservar|favor|manter|mantenere|tenere|favorevole|behouden|voor|zostawić|zachować|za|оставить|залишити|за|behåll|behold|säilytä|ponechat|megtartandó|kalsın|إبقاء|אשרר|存続|保留|유지|giữ)$/iu
const AGAINST =
  /^(?:delete|oppose|no|disagree|overturn|löschen|lösche|contra|kontra|dagegen|ablehnung|supprimer|contre|borrar|eliminar|contrario|contraria|apagar|cancellare|eliminare|verwijderen|weg|tegen|usunąć|skasować|przeciw|удалить|видалити|против|проти|radera|ta bort|slett|slet|poista|smazat|törlendő|silinsin|حذف|למחוק|削除|删除|刪除|삭제|xóa)$/iu
const NEITHER =
  /^(?:neutral|neutre|neutrale|neutro|neutraal|comment|merge|redirect|abstain|draftify|userfy|relist|move|enthaltung|kommentar|fusionner|redirection|fusionar|redirigir|verschieben|воздержаться|нейтрально)$/iu

/** A vote that was changed stands struck out before the new one. */
const STRIKES = new Set(['s', 'del', 'strike'])
const STRUCK = /<(s|del|strike)\b[^>]{0,200}>[\s\S]{0,500}?<\/\1>/gi

/** Words that were taken back. Where a signature is among them, they are kept: it tells whose comment ends there. */
export function isStruck(element: Element): boolean {
  return STRIKES.has(element.name) && stampsIn(textIn(element) ?? '', 1).length === 0
}

/** Said of `source`, the page or the answer that was read, where something in it was struck out. */
export function struckNotices(source: string): string[] {
  return /<(?:s|del|strike)[\s>]/i.test(source) ? ['Words that were struck out were left out.'] : []
}

/** The bold word a comment opens with, where it is a vote: to keep or support, to delete or oppose, or neither. */
export function voteOf(html: string): Post['stance'] {
  const word =
    /^\s*(?:<[^>]*>\s*)*?(?:(?:Strong(?:ly)?|Weak(?:ly)?|Speedy|Snow)\s+(?:<[^>]*>\s*){0,3})?<(?:b|strong)[^>]*>\s*(?:<[^>]*>\s*)*(?:Strong(?:ly)?|Weak(?:ly)?|Speedy|Snow|A|En)?\s*([\p{L}]+)/iu.exec(
      html.slice(0, 4000).replace(STRUCK, ''),
    )?.[1]
  if (word === undefined) return null
  if (FOR.test(word)) return 'pro'
  if (AGAINST.test(word)) return 'con'
  return NEITHER.test(word) ? 'neutral' : null
}

/** Signatures that are looked at: more than a thread may have posts, as some are one person's and some nobody's. */
const MOST_SIGNATURES = 20_000

const LISTS = new Set(['dl', 'ul', 'ol'])
/** How many lists one stands for: indentation in wikitext is made one list that says how deep it is. */
const listsIn = ({ attribs }: Element) => Math.min(40, Math.max(1, Number(attribs[LIST_DEPTH] ?? 1) || 1))

/** Elements that open a paragraph of their own. */
export const BLOCKS = new Set(
  'p div section dd dt li blockquote table tbody tr td th h1 h2 h3 h4 h5 h6 dl ul ol center pre article main body'.split(
    ' ',
  ),
)

interface Block {
  nodes: ChildNode[]
  depth: number
  heading: boolean
}

/** The elements of a page that have a block somewhere below, so that they are no paragraphs of their own. */
function holdersOf(root: ChildNode[]): Set<Element> {
  const found = new Set<Element>()
  const todo = [...root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (!isTag(node)) continue
    if (BLOCKS.has(node.name))
      for (let up = node.parent; up !== null && isTag(up) && !found.has(up); up = up.parent) found.add(up)
    for (const child of node.children) todo.push(child)
  }
  return found
}

/** The page as paragraphs in reading order, each with the depth of its list. */
function blocksOf(root: ChildNode[]): Block[] {
  const blocks: Block[] = []
  const holders = holdersOf(root)
  const todo: { nodes: ChildNode[]; next: number; depth: number }[] = [{ nodes: root, next: 0, depth: 0 }]
  for (let row = todo.at(-1); row !== undefined; row = todo.at(-1)) {
    const { nodes, depth } = row
    const inline: ChildNode[] = []
    let below: Element | null = null
    while (below === null && row.next < nodes.length) {
      const node = nodes[row.next++]
      if (node === undefined || (isTag(node) && isTool(node))) continue
      if (isTag(node) && (BLOCKS.has(node.name) || holders.has(node))) below = node
      else inline.push(node)
    }
    if (inline.length > 0) blocks.push({ nodes: inline, depth, heading: false })
    if (below === null) todo.pop()
    else if (/^h[1-6]$/.test(below.name)) blocks.push({ nodes: below.children, depth: 0, heading: true })
    else todo.push({ nodes: below.children, next: 0, depth: depth + (LISTS.has(below.name) ? listsIn(below) : 0) })
  }
  return blocks
}

export function isSignedPage(answer: Answer): boolean {
  if (!/mw-parser-output|typeof="mw:|rel="mw:|content="MediaWiki/.test(answer.text)) return false
  // A page that is made for talk may hold one comment; elsewhere one could be anything.
  const least = /<body[^>]{0,400}\bns-talk\b/.test(answer.text) ? 1 : 2
  return stampsIn(answer.text, least).length === least
}

interface Draft {
  id: string
  depth: number
  /** Whether a mark before it says that it goes on from the comment before, though it stands further left. */
  outdented: boolean
  author: string | null
  at: string | null
  body: Prose
  title: string | null
  /** Whether it stands above the first section, where boxes tell of the page. */
  top: boolean
  stance: Post['stance']
}

/** What links of a page are relative to; where it does not say, the wiki its links name, since names are told by links. */
export function wikiOf($: Page, answer: Answer): string {
  const link = $('a[href^="//"][href*="/wiki/"]').first().attr('href')
  const own = baseIn($, answer) ?? ownAddress($, answer)
  return own ?? (link === undefined ? 'https://en.wikipedia.org/wiki/' : `https:${link}`)
}

export function readSignedPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const root = ($('.mw-parser-output').first().get(0) ?? $('body').get(0))?.children ?? []
  const drafts: Draft[] = []
  const base = wikiOf($, answer)
  let pending: Prose[] = []
  let heading: string | null = null
  let top = true
  let outdented = false
  let left = MOST_SIGNATURES
  for (const block of blocksOf(root)) {
    if (left <= 0) break
    if (isToolRow(block.nodes)) continue
    const prose = nodesToText(block.nodes, {
      base,
      drop: (element) =>
        isStruck(element) || /mw-editsection|ext-discussiontools-init-replylink/.test(element.attribs.class ?? ''),
    })
    outdented ||= block.nodes.some(isOutdent)
    if (block.heading) {
      heading = prose.text
      top = false
      pending = []
      continue
    }
    const found = signaturesIn(prose, left)
    left -= found.length
    const groups = byOnePerson(found)
    const pieces = partsOf(prose, groups)
    let from = 0
    for (const [index, signed] of groups.entries()) {
      const [signature] = signed
      const piece = pieces[index] ?? plain('')
      drafts.push({
        id: `c-${signature.author?.replaceAll(' ', '_') ?? ''}-${signature.stamp}-${drafts.length + 1}`,
        depth: block.depth,
        outdented,
        author: signature.author,
        at: signature.at,
        body: join([...pending, piece], '\n\n'),
        title: heading,
        top,
        stance: from === 0 ? voteOf($.html(block.nodes.slice(0, 4))) : null,
      })
      heading = null
      outdented = false
      pending = []
      from = signed.at(-1)?.end ?? signature.end
    }
    const rest = pieces.at(-1) ?? prose
    if (rest.text.length > 2) pending.push(rest)
  }
  return assemble({
    platform: 'mediawiki',
    site: siteOf(url, 'A wiki'),
    url,
    title: wordsOf($('#firstHeading').first()) ?? titleOf($),
    language: languageOf($),
    posts: threaded(spoken(drafts), url),
    missing: left > 0 ? [] : [{ why: `what stands after the first ${MOST_SIGNATURES} signatures`, count: null }],
    notices: [
      'Where a comment ends was told from its signature, whom it answers from its indentation.',
      ...struckNotices(answer.text),
    ],
  })
}

/** A time nobody's name stands before is part of a box above the sections, where there are sections with comments. */
const spoken = (drafts: Draft[]) =>
  drafts.some(({ top, author }) => !top && author !== null)
    ? drafts.filter(({ top, author }) => !top || author !== null)
    : drafts

/** The line or the word that says that a thread goes on further left (the template "outdent"). */
function isOutdent(node: ChildNode): boolean {
  if (isText(node)) return /^\s*(?:[┌└]─|\((?:outdent|unindent|od)\))/i.test(node.data)
  if (!isTag(node)) return false
  const { class: classes = '', style = '' } = node.attribs
  if (/outdent/i.test(classes)) return true
  if (textIn(node) === null)
    return /border-(?:top|bottom)\s*:[^;]*solid/i.test(style) && /border-(?:left|right)\s*:[^;]*solid/i.test(style)
  return (textIn(node) ?? '').length < 60 && node.children.some(isOutdent)
}

/** Depths as they would be had nobody gone back to the left. */
function goneOn(drafts: Draft[]): { id: string; depth: number }[] {
  let shift = 0
  let from = 0
  let last = 0
  return drafts.map(({ id, depth, outdented }) => {
    if (outdented) {
      shift = last + 1 - depth
      from = depth
    } else if (depth <= from) {
      shift = 0
    }
    last = depth + shift
    return { id, depth: last }
  })
}

/** A section's first comment opens it; others hang at the one before with less indentation. */
function threaded(drafts: Draft[], url: string | null): Post[] {
  const sections: Draft[][] = []
  for (const draft of drafts) {
    if (draft.title !== null || sections.length === 0) sections.push([draft])
    else sections.at(-1)?.push(draft)
  }
  return sections.flatMap((section) => {
    const [first] = section
    const parents = byDepth(goneOn(section.slice(1)), first?.id ?? null)
    return section.map(({ id, author, at, body, title, stance }, index) =>
      post({
        id,
        parentId: index === 0 ? null : (parents.get(id) ?? null),
        parentVia: 'nesting',
        author,
        createdAt: at,
        title,
        body,
        permalink: url,
        kind: /^Note:\s+This discussion has been included/.test(body.text)
          ? 'system'
          : index === 0
            ? 'opening'
            : 'comment',
        stance,
      }),
    )
  })
}
