/** Looking for elements below an element many times over: a selector is compiled once, not for every post of a page. */
import { compile } from 'css-select'
import { type AnyNode, type Element, isTag } from 'domhandler'

type Matches = (element: Element) => boolean

/** Selectors stand in the code, so there are only so many. */
const compiled = new Map<string, Matches>()

function matching(selector: string): Matches {
  const known = compiled.get(selector)
  if (known !== undefined) return known
  const parts = partsOf(selector).map((part) => ({
    sign: signOf(part),
    // Trees are shallow: going up again costs less than remembering where nothing was found.
    names: compile<AnyNode, Element>(part, { cacheResults: false }),
  }))
  const made = (element: Element) => {
    for (const { sign, names } of parts) if (bears(element, sign) && names(element)) return true
    return false
  }
  compiled.set(selector, made)
  return made
}

/** What the last part of a selector asks of the element itself: it tells most elements apart before all of it is asked. */
interface Sign {
  name: string | null
  class: string | null
  attribute: string | null
}

function bears({ name, attribs }: Element, sign: Sign): boolean {
  return (
    (sign.name === null || name === sign.name) &&
    (sign.class === null || attribs.class?.includes(sign.class) === true) &&
    (sign.attribute === null || attribs[sign.attribute] !== undefined)
  )
}

const BRACKETS = /\[[^\]]*\]/g
const PARENTHESES = /\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g

/** The selectors of a list: commas inside brackets and parentheses part nothing. */
function partsOf(selectors: string): string[] {
  const kept = (found: string) => found.replaceAll(',', '\0')
  return selectors
    .replace(BRACKETS, kept)
    .replace(PARENTHESES, kept)
    .split(',')
    .map((part) => part.replaceAll('\0', ',').trim())
}

function signOf(selector: string): Sign {
  const last = /(?:[^\s>+~[\]]|\[[^\]]*\])*$/.exec(selector.replace(PARENTHESES, ''))?.[0] ?? ''
  const bare = last.replace(BRACKETS, '')
  return {
    name: /^[a-z][\w-]*/.exec(bare)?.[0] ?? null,
    class: /\.([\w-]+)/.exec(bare)?.[1] ?? null,
    attribute: /\[([\w-]+)(?!!)/.exec(last)?.[1] ?? null,
  }
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

/** All elements below `node`, in the order of the page: what is looked through many times is gathered once. */
export function elementsBelow(node: AnyNode): Element[] {
  const found: Element[] = []
  for (let at = inside(node); at !== null; at = next(at, node)) if (isTag(at)) found.push(at)
  return found
}

/** The first of `elements` that `selector` names. */
export function firstNamed(elements: Element[], selector: string): Element | null {
  return elements.find(matching(selector)) ?? null
}

export function allNamed(elements: Element[], selector: string): Element[] {
  return elements.filter(matching(selector))
}

export function isNamed(element: Element, selector: string): boolean {
  return matching(selector)(element)
}

/** The nearest element that holds `node` and passes `test`. */
export function nearestAbove(node: AnyNode, test: (element: Element) => boolean): Element | null {
  for (let above = node.parent; above !== null; above = above.parent) if (isTag(above) && test(above)) return above
  return null
}
