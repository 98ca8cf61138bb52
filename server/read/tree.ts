/** A page as a tree, kept small and within limits while it grows. */
import type { CheerioAPI } from 'cheerio'
import { load } from 'cheerio/slim'
import { Element } from 'domhandler'
import { Parser } from 'htmlparser2'
import { parse } from 'parse5'
import { adapter } from 'parse5-htmlparser2-tree-adapter'
import { Problem } from '../problem.ts'
import { DEEPEST } from '../text/html-depth.ts'
import { orderlyTree, Sparing } from './tree-orderly.ts'

/**
 * Characters past which a page is not mended as browsers do it: that takes twice the memory and three times as long. What is
 * left out is a `tbody` nobody wrote and the sorting out of tags closed in the wrong order.
 */
const LARGE = 2_000_000

/** How a tree is written again: as HTML, letters as they are. */
const AS_PAGES = { xml: { xmlMode: false, encodeEntities: 'utf8' } } as const

/** Elements in so many characters: even `<br>` takes four. Misnested tags can make more of them than memory holds. */
const mostIn = (characters: number) => characters / 4 + 1000

const tooDeep = () => new Problem('unsupported', 'The page is nested more deeply than any real page.')

/** Builds what cheerio's own adapter builds, without the namespaces of attributes, which nobody asks for. */
function lean(characters: number): typeof adapter {
  /** Classes stand in a page many times over: one copy of each is kept. */
  const classes = new Map<string, string>()
  const most = mostIn(characters)
  let made = 0
  let depth = 0
  const kept = (name: string, value: string): string => {
    if (name !== 'class') return value
    const same = classes.get(value)
    if (same === undefined) classes.set(value, value)
    return same ?? value
  }
  return {
    ...adapter,
    createElement(name, namespace, attributes) {
      if (++made > most) throw new Problem('unsupported', 'The tags of the page are too tangled to be read.')
      const attribs: Record<string, string> = {}
      for (const { name: attribute, value } of attributes) attribs[attribute] = kept(attribute, value)
      const element = new Element(name, attribs, [])
      element.namespace = namespace
      return element
    },
    /** A second `<html>` or `<body>` only adds what the first did not say (§13.2.6.4.7). */
    adoptAttributes(element, attributes) {
      for (const { name, value } of attributes) if (!Object.hasOwn(element.attribs, name)) element.attribs[name] = value
    },
    onItemPush() {
      if (++depth > DEEPEST) throw tooDeep()
    },
    onItemPop() {
      depth--
    },
  }
}

class Bounded extends Sparing {
  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.tagStack.length > DEEPEST) throw tooDeep()
    super.onopentag(name, attributes)
  }
}

/** Told of each element when its end is reached, with the page as far as it has grown: what is done with may be emptied. */
export type Closed = (element: Element, page: () => CheerioAPI) => void

/** The tags as they stand, those that imply the end of another closing it. */
function asWritten(html: string, closed?: Closed): CheerioAPI {
  const page = () => load(handler.root, AS_PAGES)
  const handler: Bounded = new Bounded(
    null,
    null,
    closed === undefined ? undefined : (element) => closed(element, page),
  )
  new Parser(handler).end(html)
  return page()
}

/**
 * The tree browsers build of a page (WHATWG HTML §13.2, by parse5). What it shows without scripts is part of it: some forums
 * keep a plain view of the thread there. Pages of more than `large` characters are taken as they are written. Throws `unsupported`.
 */
export function treeOf(html: string, large: number = LARGE): CheerioAPI {
  if (html.length > large) return asWritten(html)
  return load(parse(html, { scriptingEnabled: false, treeAdapter: lean(html.length) }), AS_PAGES)
}

/**
 * The same tree, sooner where a page is orderly: to look for elements and words in, not to be written as HTML again. What
 * `closed` empties of a long page makes room before the rest is there; of other pages it is told nothing. Throws `unsupported`.
 */
export function treeToReadOf(html: string, closed?: Closed, large: number = LARGE): CheerioAPI {
  if (html.length > large) return asWritten(html, closed)
  const orderly = orderlyTree(html)
  return orderly === null ? treeOf(html) : load(orderly, AS_PAGES)
}
