/** Looking for elements below an element many times over: a selector is compiled once, not for every post of a page. */
import { compile } from 'css-select'
import { type AnyNode, type Element, isTag } from 'domhandler'

type Matches = (node: AnyNode) => boolean

/** Selectors stand in the code, so there are only so many. */
const compiled = new Map<string, Matches>()

function matching(selector: string): Matches {
  const known = compiled.get(selector)
  if (known !== undefined) return known
  // Trees are shallow: going up again costs less than remembering where nothing was found.
  const made = compile<AnyNode, Element>(selector, { cacheResults: false })
  compiled.set(selector, made)
  return made
}

const inside = (node: AnyNode): AnyNode | null => ('children' in node ? (node.children[0] ?? null) : null)

/** The node after `node` in the order of the page, below `root`. Trees are walked by their links: nothing needs to be remembered. */
function next(node: AnyNode, root: AnyNode): AnyNode | null {
  const child = inside(node)
  if (child !== null) return child
  for (let at: AnyNode | null = node; at !== null && at !== root; at = at.parent) if (at.next !== null) return at.next
  return null
}

/** The first element below `node` that `selector` names; selectors start anywhere in the document, as in a style sheet. */
export function firstBelow(node: AnyNode | undefined, selector: string): Element | null {
  if (node === undefined) return null
  const matches = matching(selector)
  for (let at = inside(node); at !== null; at = next(at, node)) if (isTag(at) && matches(at)) return at
  return null
}

/** All of them, in the order of the page. */
export function allBelow(node: AnyNode | undefined, selector: string): Element[] {
  if (node === undefined) return []
  const matches = matching(selector)
  const found: Element[] = []
  for (let at = inside(node); at !== null; at = next(at, node)) if (isTag(at) && matches(at)) found.push(at)
  return found
}

export function isNamed(element: Element, selector: string): boolean {
  return matching(selector)(element)
}

/** The nearest element that holds `node` and passes `test`. */
export function nearestAbove(node: AnyNode, test: (element: Element) => boolean): Element | null {
  for (let above = node.parent; above !== null; above = above.parent) if (isTag(above) && test(above)) return above
  return null
}
