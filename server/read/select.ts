/** Looking for elements below an element many times over: a selector is compiled once, not for every post of a page. */
import { compile } from 'css-select'
import { type AnyNode, type ChildNode, type Element, isTag } from 'domhandler'

/** What a selector asks of one element by itself. */
interface Sign {
  name: string | null
  classes: string[]
  attributes: { name: string; how: string; value: string }[]
}

/** A sign, and what is asked of the elements around one that bears it. */
interface Step extends Sign {
  /** How the element stands to the one the next step is about. */
  way: string
  next: Step | null
}

/** One selector of a list, from its end: a chain of steps, else the test that is left for an element that bears `sign`. */
interface Part {
  sign: Step
  names: ((element: Element) => boolean) | null
}

/** Selectors stand in the code, so there are only so many. */
const known = new Map<string, Part[]>()

function partsFor(selectors: string): Part[] {
  let parts = known.get(selectors)
  if (parts === undefined) {
    parts = partsOf(selectors).map((part) => {
      const steps = stepsOf(part)
      if (steps !== null) return { sign: steps, names: null }
      // Trees are shallow: going up again costs less than remembering where nothing was found.
      return { sign: signOf(part), names: compile<AnyNode, Element>(part, { cacheResults: false }) }
    })
    known.set(selectors, parts)
  }
  return parts
}

/** Selectors are walked as data: a function made of each would be one more for the engine to compile. */
function matches(element: Element, parts: Part[]): boolean {
  for (let at = 0; at < parts.length; at++) {
    const { sign, names } = parts[at] as Part
    if (names === null ? follows(element, sign) : bears(element, sign) && names(element)) return true
  }
  return false
}

function follows(element: Element, step: Step): boolean {
  if (!bears(element, step)) return false
  const { way, next } = step
  if (next === null) return true
  const aside = way === '+' || way === '~'
  for (let at = aside ? element.prev : element.parent; at !== null; at = aside ? at.prev : at.parent) {
    if (!isTag(at)) continue
    if (follows(at, next)) return true
    if (way === '+' || way === '>') return false
  }
  return false
}

function bears({ name, attribs }: Element, { name: asked, classes, attributes }: Sign): boolean {
  if (asked !== null && name !== asked) return false
  for (let at = 0; at < classes.length; at++) if (!isAmong(classes[at] as string, attribs.class)) return false
  for (let at = 0; at < attributes.length; at++) {
    const { name: attribute, how, value } = attributes[at] as Sign['attributes'][number]
    const given = attribs[attribute]
    if (given === undefined) return false
    if (how === '=' && given !== value) return false
    if (how === '^=' && !given.startsWith(value)) return false
    if (how === '*=' && !given.includes(value)) return false
  }
  return true
}

/** Whether `name` is one of the names in `classes`, which white space parts. */
function isAmong(name: string, classes: string | undefined): boolean {
  if (classes === undefined) return false
  for (let at = classes.indexOf(name); at >= 0; at = classes.indexOf(name, at + 1))
    if (isApart(classes, at - 1) && isApart(classes, at + name.length)) return true
  return false
}

const isApart = (text: string, at: number) => at < 0 || at >= text.length || /\s/.test(text.charAt(at))

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

/** A tag, classes and attributes; values only of attributes that are never compared without regard to case. */
const PLAIN =
  /^([a-z][\w-]*)?((?:\.[\w-]+|#[\w-]+|\[[\w-]+\]|\[(?:id|class|name|href|title|alt|role|itemprop|data-[\w-]+)[*^]?="[^"]+"\])*)$/
const CLASS_OR_ATTRIBUTE = /\.([\w-]+)|#([\w-]+)|\[([\w-]+)(?:([*^]?=)"([^"]+)")?\]/g

/** The steps of a selector that asks for nothing but tags, classes and attributes, from its last one; else null. */
function stepsOf(selector: string): Step | null {
  const kept = selector.replace(BRACKETS, (found) => found.replaceAll(' ', '\0'))
  const ways = kept.match(/\s*[>+~]\s*(?![^[]*\])|\s+/g) ?? []
  let step: Step | null = null
  for (const [at, compound] of kept.split(/\s*[>+~]\s*(?![^[]*\])|\s+/).entries()) {
    const found = PLAIN.exec(compound.replaceAll('\0', ' '))
    if (found === null || compound === '') return null
    const asked = [...(found[2] ?? '').matchAll(CLASS_OR_ATTRIBUTE)]
    step = {
      name: found[1] ?? null,
      classes: asked.flatMap(([, one]) => one ?? []),
      attributes: asked.flatMap(([, , id, name, how = '', value = '']) =>
        id !== undefined ? { name: 'id', how: '=', value: id } : name !== undefined ? { name, how, value } : [],
      ),
      way: (ways[at - 1] ?? '').trim(),
      next: step,
    }
  }
  return step
}

/** What the last part of a selector asks of the element itself, as far as it can be told apart: most elements lack it. */
function signOf(selector: string): Step {
  const last = /(?:[^\s>+~[\]]|\[[^\]]*\])*$/.exec(selector.replace(PARENTHESES, ''))?.[0] ?? ''
  const bare = last.replace(BRACKETS, '')
  const attribute = /\[([\w-]+)(?!!)/.exec(last)?.[1]
  return {
    name: /^[a-z][\w-]*/.exec(bare)?.[0] ?? null,
    classes: bare.match(/(?<=\.)[\w-]+/g) ?? [],
    attributes: attribute === undefined ? [] : [{ name: attribute, how: '', value: '' }],
    way: '',
    next: null,
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
  const parts = partsFor(selector)
  for (let at = inside(node); at !== null; at = next(at, node)) if (isTag(at) && matches(at, parts)) return at
  return null
}

/** All of them, in the order of the page. */
export function allBelow(node: AnyNode | undefined, selector: string): Element[] {
  const found: Element[] = []
  if (node === undefined) return found
  const parts = partsFor(selector)
  for (let at = inside(node); at !== null; at = next(at, node)) if (isTag(at) && matches(at, parts)) found.push(at)
  return found
}

/** All elements below `node`, in the order of the page: what is looked through many times is gathered once. */
export function elementsBelow(node: AnyNode): Element[] {
  const found: Element[] = []
  if ('children' in node) gather(node.children, found)
  return found
}

/** Calls go as deep as the tree, which has its limit. */
function gather(nodes: ChildNode[], found: Element[]): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as ChildNode
    if (!isTag(node)) continue
    found.push(node)
    gather(node.children, found)
  }
}

/** The first of `elements` that `selector` names. */
export function firstNamed(elements: Element[], selector: string): Element | null {
  const parts = partsFor(selector)
  for (const element of elements) if (matches(element, parts)) return element
  return null
}

export function allNamed(elements: Element[], selector: string): Element[] {
  const parts = partsFor(selector)
  const found: Element[] = []
  for (const element of elements) if (matches(element, parts)) found.push(element)
  return found
}

export function isNamed(element: Element, selector: string): boolean {
  return matches(element, partsFor(selector))
}

/** The nearest element that holds `node` and passes `test`. */
export function nearestAbove(node: AnyNode, test: (element: Element) => boolean): Element | null {
  for (let above = node.parent; above !== null; above = above.parent) if (isTag(above) && test(above)) return above
  return null
}
