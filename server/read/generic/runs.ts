/**
 * Posts that no element holds: parted by rules, or each begun (or ended) by a line that says who wrote it and when. They are
 * given an element of their own, so that they are read as those that have one.
 */
import { type AnyNode, type ChildNode, Element, isTag, isText } from 'domhandler'
import { textIn } from '../page.ts'
import { allBelow, elementsBelow } from '../select.ts'
import { isFurniture } from './furniture.ts'
import { adopt } from './labelled.ts'
import { EXPLICIT, LONGEST_HEAD, lineHead, shortLine } from './lines.ts'
import { OF_READERS } from './listed.ts'

/** Fewer are no conversation. */
const FEWEST = 3
/** No list of posts holds more children. */
const MOST_CHILDREN = 20_000
/** Lines of a post in which its head is looked for, from its beginning and from its end. */
const NEAR = 3

type Holder = Element & { children: ChildNode[] }
const isBlank = (node: ChildNode) => (isText(node) ? node.data.trim() === '' : !isTag(node))
/** A place to lead to, which shows nothing. */
const isAnchor = (node: ChildNode) =>
  isTag(node) && /^(?:a|span)$/.test(node.name) && node.children.every((one) => isBlank(one))
const isRule = (node: ChildNode) => isTag(node) && /^(?:hr|nav|footer)$/.test(node.name)
const isHeading = (node: ChildNode) => isTag(node) && /^h[1-6]$/.test(node.name)

/** Whether a line says who wrote and when: in marks, or in its own words. */
function isHead(node: ChildNode): boolean {
  if (!isTag(node)) return false
  const words = shortLine([node], LONGEST_HEAD)
  if (words === null) return false
  if (isByline(node)) return true
  const { name, dated } = lineHead(words)
  return name !== null && dated
}

const isByline = (node: ChildNode): boolean =>
  isTag(node) &&
  (node.attribs.class === 'byline' ||
    node.attribs.class === 'meta' ||
    (node.children.length > 0 && node.children.every((one) => isBlank(one) || isByline(one))))

/** What is between the rules of `children`. */
function betweenRules(children: ChildNode[]): ChildNode[][] {
  const groups: ChildNode[][] = [[]]
  for (const node of children) {
    if (isRule(node)) groups.push([])
    else groups.at(-1)?.push(node)
  }
  // What stands above the first rule may begin with the title of it all.
  const [top = [], ...others] = groups
  return [top.slice(top.findLastIndex(isHeading) + 1), ...others]
}

/** Whether one of the first or last lines of a group is a head and others are not. */
function isPost(group: ChildNode[]): boolean {
  const kids = group.filter((node) => !isBlank(node))
  const near = [...kids.slice(0, NEAR), ...kids.slice(-NEAR)]
  const headed = near.some((one) => isHead(one) || (isTag(one) && one.children.some(isHead)))
  return headed && kids.some((one) => !isHead(one))
}

const kindOf = (node: ChildNode) =>
  isTag(node)
    ? `${node.name}.${(node.attribs.class ?? '').replace(/\d+/g, '#')}${node.name === 'tr' ? node.children.filter(isTag).length : ''}`
    : ''

/**
 * Whether heads stand below what they are about: it does before the first and not after the last. Null where it does both or
 * neither, as nobody is to be given the words of another.
 */
function standBelow(solid: ChildNode[], heads: Set<ChildNode>): boolean | null {
  const places = [...solid.keys()].filter((at) => heads.has(solid[at] as ChildNode))
  const between = places.slice(1).map((at) => kindOf(solid[at - 1] as ChildNode))
  const isAbout = (at: number) => solid[at] !== undefined && between.includes(kindOf(solid[at]))
  const before = isAbout((places[0] ?? 0) - 1)
  const after = isAbout((places.at(-1) ?? 0) + 1)
  return before === after ? null : before
}

/** Groups of `children` each of which begins with a head of one kind, or ends with one. */
function byHeads(children: ChildNode[]): ChildNode[][] {
  const heads = children.filter(isHead)
  const counts = new Map<string, number>()
  for (const head of heads) counts.set(kindOf(head), (counts.get(kindOf(head)) ?? 0) + 1)
  const [kind, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  if (count < FEWEST) return []
  const begins = new Set(heads.filter((head) => kindOf(head) === kind))
  const solid = children.filter((node) => !isBlank(node) && !isAnchor(node))
  const below = standBelow(solid, begins)
  if (below === null) return []
  const groups: ChildNode[][] = []
  let group: ChildNode[] | null = below ? [] : null
  let before: ChildNode | null = null
  for (const node of children) {
    if (isBlank(node)) group?.push(node)
    else if (below) {
      if (isHeading(node) && !begins.has(node)) group = []
      else group?.push(node)
      if (begins.has(node) && group !== null) {
        groups.push(group)
        group = []
      }
    } else {
      const starts = begins.has(node) && !(before !== null && begins.has(before) && isByline(before))
      if (starts) groups.push((group = []))
      if (isRule(node) || (isHeading(node) && !begins.has(node))) group = null
      group?.push(node)
    }
    if (!isBlank(node)) before = node
  }
  return shortened(groups).filter((one) => one.some((node) => !isBlank(node) && !isHead(node)))
}

/** Nothing says where the last group ends: it is no longer than the longest of the others. */
function shortened(groups: ChildNode[][]): ChildNode[][] {
  const last = groups.at(-1)
  const most = Math.max(0, ...groups.slice(0, -1).map(({ length }) => length))
  return last === undefined || last.length <= most || groups.length < FEWEST
    ? groups
    : [...groups.slice(0, -1), last.slice(0, most)]
}

/** Gives each group an element of its own among the children of `holder`. */
function wrap(holder: Holder, groups: ChildNode[][]): void {
  const inside = new Map<ChildNode, Element>()
  const name = holder.children.some((node) => isTag(node) && node.name === 'tr') ? 'tbody' : 'div'
  for (const group of groups) {
    const element = new Element(name, { class: 'run' }, [])
    for (const node of group) inside.set(node, element)
  }
  const children = [...new Set(holder.children.map((node) => inside.get(node) ?? node))]
  for (const group of groups) {
    const element = inside.get(group[0] as ChildNode)
    if (element !== undefined) adopt(element, group)
  }
  adopt(holder, children)
}

/** Whether a page calls itself one of such things, in its title or a heading. */
const isOfReaders = (root: AnyNode) =>
  allBelow(root, 'title, h1, h2, h3').some((one) => OF_READERS.test((textIn(one) ?? '').slice(0, 120)))

/** Whether a group says by more than the place of a name that it was written by somebody. */
const isExplicit = (group: ChildNode[]) =>
  group.some(
    (node) =>
      isTag(node) &&
      [node, ...elementsBelow(node)].some(
        (one) => isByline(one) || (isHead(one) && EXPLICIT.test(shortLine([one], LONGEST_HEAD) ?? '')),
      ),
  )

/** Whether any such posts were found below `root`, and wrapped. Where only its place says that something is a name, the page must say that it holds posts. */
export function wrapRuns(root: AnyNode): boolean {
  const ofReaders = isOfReaders(root)
  let found = false
  const todo: AnyNode[] = [root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (!('children' in node) || (isTag(node) && isFurniture(node))) continue
    if (isTag(node) && node.children.length >= FEWEST && node.children.length <= MOST_CHILDREN) {
      const ruled = betweenRules(node.children).filter(isPost)
      const groups = ruled.length >= FEWEST ? ruled : byHeads(node.children)
      if (groups.length >= FEWEST && (ofReaders || groups.every(isExplicit))) {
        wrap(node, groups)
        found = true
        continue
      }
    }
    for (const child of node.children) if (isTag(child) && child.children.length > 0) todo.push(child)
  }
  return found
}
