/** A page as a tree to query, and what its head says about it. */
import type { Cheerio, CheerioAPI } from 'cheerio'
import { type AnyNode, type Element, isCDATA, isTag, isText } from 'domhandler'
import { absolute, type HtmlReading, nodesToText } from '../text/html-to-text.ts'
import { plain, type Prose } from '../text/prose.ts'
import type { Answer } from './platform.ts'
import { allBelow, firstBelow } from './select.ts'
import { treeToReadOf } from './tree.ts'

export type Page = CheerioAPI
export type Found = Cheerio<AnyNode>

/** Throws `unsupported` for what is nested or tangled beyond reason. */
export function pageOf(answer: Answer): Page {
  return treeToReadOf(answer.text)
}

export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4000)
  return (
    /^\s*(?:<\?xml\b[^<>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|table|article|title)\b/i.test(
      head,
    ) || /^\s*<(ul|ol|dl|section|main|p|span|blockquote|h[1-6])\b[^<>]{0,500}>[\s\S]*<\/\w+>/i.test(head)
  )
}

/** Characters in which a page shows what wrote it: its head, and a post or more. */
const TELLING = 200_000

/** As much of a page as tells what wrote it; of anything else, all. */
export function beginningOf(text: string): string {
  return text.length > TELLING * 2 && text.trimStart().startsWith('<') ? text.slice(0, TELLING) : text
}

/** Pages made small leave out the quotes around values (HTML, 13.1.2.3); readers know pages by values in quotes. Anything else stays as it is. */
export function withQuotes(html: string): string {
  if (!html.trimStart().startsWith('<') || !/<\w[^<>]{0,500}\s(?:class|id)=[\w-]/.test(beginningOf(html))) return html
  return html.replace(/<script\b[\s\S]*?(?:<\/script>|$)|<[a-z][^<>]*>/gi, (tag) =>
    /^<script/i.test(tag)
      ? tag
      : tag.replace(/"[^"]*"|'[^']*'|(\s[\w:-]+)=([^\s"'<>=`]+)(?=[\s>])/g, (all, name?: string, value?: string) =>
          name === undefined ? all : `${name}="${value}"`,
        ),
  )
}

/** Prose of what is inside the first of `found`; empty when there is none. */
export function proseOf(found: Cheerio<AnyNode>, reading: HtmlReading = {}): Prose {
  const first = found.get(0)
  return first === undefined || !('children' in first) ? plain('') : nodesToText(first.children, reading)
}

/** Text inside `element` on one line, or null when there is none, or more than `most` characters. */
export function textIn(element: Element | null, most = Number.POSITIVE_INFINITY): string | null {
  if (element === null) return null
  let words = ''
  let said = 0
  const todo: AnyNode[] = element.children.toReversed()
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (isText(node)) {
      words += node.data
      said += node.data.trim().length
      // Blanks in it may be more than the one they count as.
      if (said > most * 2) return null
    } else if (isCDATA(node) || (isTag(node) && node.name !== 'script' && node.name !== 'style'))
      for (let at = node.children.length - 1; at >= 0; at--) todo.push(node.children[at] as AnyNode)
  }
  const line = words.replace(/\s+/g, ' ').trim()
  return line === '' || line.length > most ? null : line
}

/** Text of the first of `found` on one line, or null when there is none. */
export function wordsOf(found: Cheerio<AnyNode>): string | null {
  const first = found.get(0)
  return first !== undefined && isTag(first) ? textIn(first) : null
}

/**
 * What the page's `<base>` says its addresses are relative to (HTML, 4.2.3); null where it says nothing. Browsers that save
 * a page set "." there, which tells nothing of where it was.
 */
export function baseIn($: Page, answer: Answer): string | null {
  // Most pages say nothing, and the text tells so sooner than the tree.
  if (!/<base\b/i.test(answer.text)) return null
  const href = firstBelow($.root().get(0), 'base[href]')?.attribs.href?.trim()
  return href === '.' || href === './' ? null : absolute(href, answer.url)
}

/** Address the page gives itself: canonical link, else og:url, else where it was fetched from. */
export function ownAddress($: Page, answer: Answer): string | null {
  if (!/canonical|og:url/.test(answer.text)) return answer.url
  const found = allBelow($.root().get(0), 'link[rel="canonical"], meta[property="og:url"]')
  const base = baseIn($, answer) ?? answer.url
  return (
    absolute(found.find(({ name }) => name === 'link')?.attribs.href, base) ??
    absolute(found.find(({ name }) => name === 'meta')?.attribs.content, base) ??
    answer.url
  )
}

/** The first of `selectors` that is on the page: the order of wishes counts, not that of the page. */
export function oneOf($: Page, selectors: string[]): Found {
  return $<Element, string>(selectors.find((selector) => $(selector).length > 0) ?? selectors[0] ?? '*').first()
}

export function titleOf($: Page): string | null {
  const root = $.root().get(0)
  return firstBelow(root, 'meta[property="og:title"]')?.attribs.content?.trim() || textIn(firstBelow(root, 'title'))
}

export function languageOf($: Page): string | null {
  const tag = firstBelow($.root().get(0), 'html')?.attribs.lang?.trim()
  return tag !== undefined && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null
}

/** Host of an address as people say it; `otherwise` when there is no address. */
export function siteOf(url: string | null, otherwise: string): string {
  if (url === null) return otherwise
  try {
    return new URL(url).hostname.replace(/^www\./, '') || otherwise
  } catch {
    return otherwise
  }
}

/**
 * Parents of posts that stand in a row with a depth each: the nearest post before with a smaller depth.
 * A depth of 0 hangs at `root`.
 */
export function byDepth(rows: { id: string; depth: number }[], root: string | null): Map<string, string | null> {
  const parents = new Map<string, string | null>()
  const path: { id: string; depth: number }[] = []
  for (const row of rows) {
    while (path.length > 0 && (path.at(-1)?.depth ?? 0) >= row.depth) path.pop()
    parents.set(row.id, path.at(-1)?.id ?? root)
    path.push(row)
  }
  return parents
}
