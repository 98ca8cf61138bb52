/** Looking for elements below an element many times over: a selector is compiled once, not for every post of a page. */
import { compile, is, selectAll, selectOne } from 'css-select'
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

/** The first element below `node` that `selector` names; selectors start anywhere in the document, as in a style sheet. */
export function firstBelow(node: AnyNode | undefined, selector: string): Element | null {
  if (node === undefined || !('children' in node)) return null
  return selectOne<AnyNode, Element>(matching(selector), node.children)
}

/** All of them, in the order of the page. */
export function allBelow(node: AnyNode | undefined, selector: string): Element[] {
  if (node === undefined || !('children' in node)) return []
  return selectAll<AnyNode, Element>(matching(selector), node.children)
}

export function isNamed(element: Element, selector: string): boolean {
  return is<AnyNode, Element>(element, matching(selector))
}

/** The nearest element that holds `node` and passes `test`. */
export function nearestAbove(node: AnyNode, test: (element: Element) => boolean): Element | null {
  for (let above = node.parent; above !== null; above = above.parent) if (isTag(above) && test(above)) return above
  return null
}
