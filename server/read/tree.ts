/** A page as the tree browsers build of it (WHATWG HTML §13.2, by parse5), kept small and within limits while it grows. */
import { type CheerioAPI, load } from 'cheerio'
import { Element } from 'domhandler'
import { adapter } from 'parse5-htmlparser2-tree-adapter'
import { Problem } from '../problem.ts'
import { DEEPEST } from '../text/html-depth.ts'

/** Values of attributes up to this length mostly stand in a page many times over: one copy of each is kept. */
const SHORT = 48

/** Elements in so many characters: even `<br>` takes four. Misnested tags can make more of them than memory holds. */
const mostIn = (characters: number) => characters / 4 + 1000

/** Builds what cheerio's own adapter builds, without the namespaces of attributes, which nobody asks for. */
function lean(characters: number): typeof adapter {
  const known = new Map<string, string>()
  const most = mostIn(characters)
  let made = 0
  let depth = 0
  const kept = (value: string): string => {
    if (value.length > SHORT) return value
    const same = known.get(value)
    if (same !== undefined) return same
    known.set(value, value)
    return value
  }
  return {
    ...adapter,
    createElement(name, namespace, attributes) {
      if (++made > most) throw new Problem('unsupported', 'The tags of the page are too tangled to be read.')
      const attribs: Record<string, string> = {}
      for (const { name: attribute, value } of attributes) attribs[attribute] = kept(value)
      const element = new Element(name, attribs, [])
      element.namespace = namespace
      return element
    },
    /** A second `<html>` or `<body>` only adds what the first did not say (§13.2.6.4.7). */
    adoptAttributes(element, attributes) {
      for (const { name, value } of attributes)
        if (!Object.hasOwn(element.attribs, name)) element.attribs[name] = kept(value)
    },
    onItemPush() {
      if (++depth > DEEPEST) throw new Problem('unsupported', 'The page is nested more deeply than any real page.')
    },
    onItemPop() {
      depth--
    },
  }
}

/** What a page shows without scripts is part of it: some forums keep a plain view of the thread there. Throws `unsupported`. */
export function treeOf(html: string): CheerioAPI {
  return load(html, { scriptingEnabled: false, treeAdapter: lean(html.length) })
}
