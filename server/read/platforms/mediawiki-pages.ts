/**
 * Talk pages without a list of comments: a comment ends at its signature (a link to its writer and a time with a zone in
 * brackets), its depth is that of the list it stands in.
 */
import { type ChildNode, type Element, isTag } from 'domhandler'
import type { Post, Range } from '../../../shared/thread.ts'
import { nodesToText } from '../../text/html-to-text.ts'
import { cut, join, type Prose, trim } from '../../text/prose.ts'
import { assemble } from '../assemble.ts'
import { byDepth, languageOf, ownAddress, pageOf, siteOf, titleOf, wordsOf } from '../page.ts'
import type { Answer, ReadThread } from '../platform.ts'
import { post } from '../post.ts'

/** "22:51, 7 March 2020 (UTC)", "22:51, 7. Mär. 2020 (CET)", "7 mars 2020 à 22:51 (CET)". */
const STAMP =
  /(?:\d{1,2}[:.]\d{2},? (?:\p{L}+ )?\d{1,2}\.? [\p{L}.]+,? \d{4}|\d{1,2}\.? [\p{L}.]+ (?:de )?\d{4}[, ]*(?:\p{L}+\.? )?\d{1,2}[:.]\d{2}) \([A-Z]{2,5}\)/gu

const USER =
  /\/(?:wiki\/)?(?:User|Benutzer|Benutzerin|Utilisateur|Utilisatrice|Usuario|Usuaria|Utente|Gebruiker|Usuário|Användare|Bruger|Bruker|Käyttäjä|Wikipedysta|Участник|Участница|利用者|用户|User_talk|Special:Contributions|Spezial:Beiträge)(?::|%3A|\/)/i
const ENGLISH =
  /^(\d{1,2}:\d{2}), (\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}) \(UTC\)$/

function exactTime(stamp: string): string | null {
  const [, time, day] = ENGLISH.exec(stamp) ?? []
  return time === undefined ? null : new Date(`${day} ${time} UTC`).toISOString()
}

interface Signature extends Range {
  author: string | null
  stamp: string
}

/** Name in the address of a user's page: signatures may show anything else. */
function userIn(url: string): string | null {
  const path = decodeURIComponent(url.replace(/%(?![\dA-F]{2})/gi, '%25'))
  const name = /\/(?:wiki\/)?[^/:]+:([^/#?]+)(?:[#?].*)?$|Contributions\/([^/#?]+)/.exec(path)
  return (name?.[2] ?? name?.[1])?.replaceAll('_', ' ') ?? null
}

/** Signatures in a stretch of text, each from the first link to its writer to the end of its time. */
function signatures(prose: Prose): Signature[] {
  const found: Signature[] = []
  for (const match of prose.text.matchAll(STAMP)) {
    const end = match.index + match[0].length
    const from = found.at(-1)?.end ?? 0
    const links = prose.links.filter(
      (link) => link.start >= Math.max(from, match.index - 200) && link.end <= match.index && USER.test(link.url),
    )
    const author = links.at(-1) === undefined ? null : userIn((links.at(-1) as { url: string }).url)
    const own = links.filter((link) => userIn(link.url) === author)
    const before = prose.text.slice(0, own[0]?.start ?? match.index)
    const start = before.length - (/[\s–—~(-]{1,20}$/.exec(before.slice(-20))?.[0].length ?? 0)
    found.push({ start: Math.max(from, start), end, author, stamp: match[0] })
  }
  return found
}

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

/** `prose` up to the signature that ends it. */
export function withoutSignature(prose: Prose): Prose {
  const last = signatures(prose).at(-1)
  if (last === undefined || prose.text.slice(last.end).trim().length > 2) return prose
  return trim(cut(prose, [{ start: last.start, end: prose.text.length }]))
}

/** The bold word a comment opens with, where it is a vote: to keep or support, to delete or oppose, or neither. */
export function voteOf(html: string): Post['stance'] {
  const word = /^\s*(?:<[^>]*>\s*)*?<(?:b|strong)[^>]*>\s*(?:Strong(?:ly)?|Weak|Speedy|Snow)?\s*([\p{L}]+)/iu
    .exec(html)?.[1]
    ?.toLowerCase()
  if (word === undefined) return null
  if (/^(keep|support|yes|behalten|pro|agree|endorse)$/.test(word)) return 'pro'
  if (/^(delete|oppose|no|löschen|contra|kontra|disagree|overturn)$/.test(word)) return 'con'
  return /^(neutral|comment|merge|redirect|abstain|draftify|userfy|relist|move)$/.test(word) ? 'neutral' : null
}

const LISTS = new Set(['dl', 'ul', 'ol'])
const BLOCKS = new Set(
  'p div section dd dt li blockquote table tbody tr td th h1 h2 h3 h4 h5 h6 dl ul ol center pre article main body'.split(
    ' ',
  ),
)

interface Block {
  nodes: ChildNode[]
  depth: number
  heading: boolean
}

/** Whether there is a block below, so that `element` is no paragraph of its own. Bounded: wrappers are short. */
function holdsBlock(element: Element): boolean {
  const todo = [...element.children]
  for (let node = todo.pop(), seen = 0; node !== undefined && seen < 5000; node = todo.pop(), seen++) {
    if (!isTag(node)) continue
    if (BLOCKS.has(node.name)) return true
    todo.push(...node.children)
  }
  return false
}

/** The page as paragraphs in reading order, each with the depth of its list. */
function blocksOf(root: ChildNode[]): Block[] {
  const blocks: Block[] = []
  const todo: { nodes: ChildNode[]; depth: number }[] = [{ nodes: root, depth: 0 }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { nodes, depth } = next
    const inline: ChildNode[] = []
    for (const [index, node] of nodes.entries()) {
      const heading = isTag(node) && /^h[1-6]$/.test(node.name)
      if (!heading && !(isTag(node) && (BLOCKS.has(node.name) || holdsBlock(node)))) {
        inline.push(node)
        continue
      }
      if (inline.length > 0) blocks.push({ nodes: [...inline], depth, heading: false })
      if (heading) blocks.push({ nodes: node.children, depth: 0, heading: true })
      todo.push({ nodes: nodes.slice(index + 1), depth })
      if (!heading) todo.push({ nodes: node.children, depth: depth + (LISTS.has(node.name) ? 1 : 0) })
      inline.length = 0
      break
    }
    if (inline.length > 0) blocks.push({ nodes: [...inline], depth, heading: false })
  }
  return blocks
}

export function isSignedPage(answer: Answer): boolean {
  if (!/mw-parser-output|typeof="mw:|rel="mw:|content="MediaWiki/.test(answer.text)) return false
  const found = answer.text.matchAll(STAMP)
  return !found.next().done && !found.next().done
}

interface Draft {
  id: string
  depth: number
  author: string | null
  stamp: string
  body: Prose
  title: string | null
  stance: Post['stance']
}

export function readSignedPage(answer: Answer): ReadThread {
  const $ = pageOf(answer)
  const url = ownAddress($, answer)
  const root = ($('.mw-parser-output').first().get(0) ?? $('body').get(0))?.children ?? []
  const drafts: Draft[] = []
  let pending: Prose[] = []
  let heading: string | null = null
  for (const block of blocksOf(root)) {
    const prose = nodesToText(block.nodes, {
      base: url ?? 'https://en.wikipedia.org/wiki/',
      drop: ({ attribs }) => /mw-editsection|ext-discussiontools-init-replylink/.test(attribs.class ?? ''),
    })
    if (block.heading) {
      heading = prose.text
      pending = []
      continue
    }
    let from = 0
    for (const signed of byOnePerson(signatures(prose))) {
      const [signature] = signed
      const end = signed.at(-1)?.end ?? signature.end
      const holes = [
        ...(from > 0 ? [{ start: 0, end: from }] : []),
        ...signed.slice(0, -1),
        { start: signed.at(-1)?.start ?? end, end: prose.text.length },
      ]
      const piece = trim(cut(prose, holes))
      drafts.push({
        id: `c-${signature.author?.replaceAll(' ', '_') ?? ''}-${signature.stamp}-${drafts.length + 1}`,
        depth: block.depth,
        author: signature.author,
        stamp: signature.stamp,
        body: join([...pending, piece], '\n\n'),
        title: heading,
        stance: from === 0 ? voteOf($.html(block.nodes.slice(0, 4))) : null,
      })
      heading = null
      pending = []
      from = end
    }
    const rest = from === 0 ? prose : trim(cut(prose, [{ start: 0, end: from }]))
    if (rest.text.length > 2) pending.push(rest)
  }
  return assemble({
    platform: 'mediawiki',
    site: siteOf(url, 'A wiki'),
    url,
    title: wordsOf($('#firstHeading').first()) ?? titleOf($),
    language: languageOf($),
    posts: threaded(drafts, url),
    notices: ['Where a comment ends was told from its signature, whom it answers from its indentation.'],
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
    const parents = byDepth(section.slice(1), first?.id ?? null)
    return section.map(({ id, author, stamp, body, title, stance }, index) =>
      post({
        id,
        parentId: index === 0 ? null : (parents.get(id) ?? null),
        parentVia: 'nesting',
        author,
        createdAt: exactTime(stamp),
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
